"""Lines of account statements as the watch over fees reads them: every text of a line, and each movement once."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

_ACCOUNT = "account-"


class StatementLine(NamedTuple):
    """Money that left an account or came into one.

    ``day`` and ``fen``; ``who`` is the other side, ``what`` the purpose, ``words`` every further text of the line;
    ``source`` is the family of layouts or the account it is from, ``file`` and ``row`` where it stands.
    """

    day: date
    fen: int
    who: str
    what: str
    words: str
    source: str
    file: str
    row: int

    @property
    def text(self) -> str:
        """All that the line says."""
        return " ".join(part for part in (self.who.strip(), self.what.strip(), self.words.strip()) if part)


def once_each(lines: Iterable[StatementLine], named: Callable[[StatementLine], frozenset[str]]) -> list[StatementLine]:
    """Return each movement once, though several exports of an account show it with other columns.

    Lines of one export are different movements, and so are lines of two accounts that are known apart. Lines of two
    exports with one day and amount are one movement, unless what they are called differs.

    Args:
        lines: in the order of their days.
        named: what a line calls itself; nothing in common, while both say something, means two movements.
    """
    by_source: dict[str, list[StatementLine]] = {}
    for line in lines:
        by_source.setdefault(line.source, []).append(line)
    kept: list[tuple[StatementLine, set[str]]] = []
    # The most telling export first: the others are matched against it.
    for source, listed in sorted(by_source.items(), key=lambda pair: (not pair[0].startswith(_ACCOUNT), -len(pair[1]))):
        for line in listed:
            twin = next((each for each in kept if _is_twin(each, line, source, named)), None)
            if twin is None:
                kept.append((line, {source}))
            else:
                twin[1].add(source)
    return sorted((line for line, _ in kept), key=lambda line: line.day)


def _is_twin(
    kept: tuple[StatementLine, set[str]],
    line: StatementLine,
    source: str,
    named: Callable[[StatementLine], frozenset[str]],
) -> bool:
    other, sources = kept
    if (other.day, other.fen) != (line.day, line.fen) or source in sources:
        return False
    if source.startswith(_ACCOUNT) and any(each.startswith(_ACCOUNT) for each in sources):
        return False
    one, two = named(other), named(line)
    return not one or not two or not one.isdisjoint(two)
