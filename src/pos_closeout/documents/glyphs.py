"""Which answers hold characters that no font of ours can print, found before anything is sent."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from typing import Protocol

from pos_closeout.domain.case.case import Case
from pos_closeout.domain.ledger.open_items import OpenItem, is_open

_NOT_PRINTED = frozenset(
    {
        "answers", "left_out", "issued_digest", "contact", "due_basis", "note", "cleared_how",
        "backup", "backup_sources", "moves", "paper_answers", "issued_papers", "deliveries",
    }
)  # fmt: skip
"""Fields of a case and its items that the letter does not show: what stands there must not hold it up."""


class CharacterSource(Protocol):
    """What knows the characters that can be printed; the fonts do."""

    def missing_characters(self, *texts: str) -> tuple[str, ...]:
        """Return the characters that cannot be printed, each once."""


@dataclass(frozen=True, slots=True)
class Unprintable:
    """An answer that cannot be printed as it is.

    Attributes:
        field: where it stands, such as ``merchant.registered_name`` or ``terminals.2.place`` (counted from 1).
        characters: the characters nobody can print, each once.
    """

    field: str
    characters: str


def unprintable(case: Case, items: Sequence[OpenItem], fonts: CharacterSource) -> tuple[Unprintable, ...]:
    """Return every answer with characters no font has, in the order of the case, then of its open items."""
    texts = (*_texts("", case), *_texts("items", tuple(filter(is_open, items))))
    if not fonts.missing_characters("".join(text for _, text in texts)):
        return ()
    return tuple(_missing(texts, fonts))


def _missing(texts: Iterable[tuple[str, str]], fonts: CharacterSource) -> Iterator[Unprintable]:
    for field, text in texts:
        missing = fonts.missing_characters(text)
        if missing:
            yield Unprintable(field, "".join(missing))


def _texts(path: str, value: object) -> Iterator[tuple[str, str]]:
    """Yield every text the owner typed that the letter shows, with its path through the dataclasses."""
    if isinstance(value, str):
        if not isinstance(value, Enum):
            yield path, value
    elif isinstance(value, tuple):
        for place, part in enumerate(value, 1):
            yield from _texts(f"{path}.{place}", part)
    elif is_dataclass(value):
        for part in fields(value):
            if part.name in _NOT_PRINTED:
                continue
            yield from _texts(f"{path}.{part.name}".lstrip("."), getattr(value, part.name))
