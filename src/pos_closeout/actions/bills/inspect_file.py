"""Look at a chosen file before anything is stored: what it is, or why it is no bill, and what its columns mean."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from pos_closeout.actions.bills.bills import DESTROYED
from pos_closeout.domain.bills.bills import is_cut
from pos_closeout.domain.bills.line_states import goes_back, moves_money
from pos_closeout.domain.bills.transactions import Direction, Problem, Transaction
from pos_closeout.domain.errors import CloseoutError
from pos_closeout.statements.detect import continues, joined
from pos_closeout.statements.guessing import guess
from pos_closeout.statements.mapping import Mapping, header_key
from pos_closeout.statements.preview import Head, HeadRow, comparable_names, read_head
from pos_closeout.statements.reading import Cancelled, OnProgress, Progress, read
from pos_closeout.statements.rows import Row
from pos_closeout.statements.vocabulary import UNMARKED, Vocabulary

__all__ = [
    "UNMARKED",
    "Cancelled",
    "Head",
    "HeadRow",
    "Inspection",
    "Mapping",
    "OnProgress",
    "Progress",
    "Vocabulary",
    "bills_in",
    "column_samples",
    "guess_columns",
    "inspect_bill",
    "named_columns",
    "read_head",
    "understood",
]

MAX_FILES = 500
"""Files taken from chosen folders: more than a year of daily bills."""

_BILL_ENDINGS = frozenset({".csv", ".txt", ".xls", ".xlsx", ".xlsm", ".ods", ".zip", ".pdf", ".eml"})
_UNREAD = frozenset({"statement.not_recognised", "statement.no_row_read"})


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a file turned out to be.

    Attributes:
        path: the file.
        format: id of its layout, ``table`` for one that a mapping reads, "" when it was refused.
        rows: transactions in it.
        income_fen, expense_fen: what came in and what went out, in yuan only.
        first, last: the days it covers, None without rows.
        problems: rows or cells that could not be read.
        destroyed: order numbers that a spreadsheet program has destroyed; they are among the problems.
        footer: whether the totals the platform promises agree: ``agrees``, ``differs`` or ``none``.
        announced_rows: lines that the file itself promises, None where it promises none.
        mapping: what a table of no known platform is read with.
        refusal: why the file is no bill; the password asked for is one of them.
        maybe_table: whether a file that was not recognised looks like a table, whose columns the owner can name.
    """

    path: Path
    format: str = ""
    rows: int = 0
    income_fen: int = 0
    expense_fen: int = 0
    first: date | None = None
    last: date | None = None
    problems: int = 0
    destroyed: int = 0
    footer: str = "none"
    announced_rows: int | None = None
    mapping: Mapping | None = None
    refusal: CloseoutError | None = None
    maybe_table: bool = False

    @property
    def cut(self) -> bool:
        """Whether the file says itself that something is missing."""
        return is_cut(self.footer, self.rows, self.announced_rows)


def bills_in(chosen: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files that were chosen, and of chosen folders those that can be bills by their ending.

    Files chosen one by one are kept whatever they are called; at most ``MAX_FILES`` come back.
    """
    found: dict[Path, None] = {}
    for path in chosen:
        inside = sorted(path.rglob("*")) if path.is_dir() else (path,)
        for each in inside:
            if each == path or _may_be_bill(each):
                found.setdefault(each)
    return tuple(islice(found, MAX_FILES))


def _may_be_bill(path: Path) -> bool:
    return path.suffix.lower() in _BILL_ENDINGS and not path.name.startswith(("~$", ".")) and path.is_file()


def inspect_bill(
    path: Path,
    *,
    vocabulary: Vocabulary,
    password: str | None = None,
    mapping: Mapping | None = None,
    remembered: Sequence[Mapping] = (),
    on_progress: OnProgress | None = None,
    cancelled: Cancelled | None = None,
) -> Inspection:
    """Read a file to its end and say what it is; a refusal is part of the answer.

    Raises:
        CloseoutError: ``statement.cancelled``.
    """
    reading = read(
        path,
        vocabulary=vocabulary,
        password=password,
        mapping=mapping,
        remembered=remembered,
        on_progress=on_progress,
        cancelled=cancelled,
    )
    reasons, sums = Counter[str](), Counter[Direction]()
    try:
        for item in reading:
            if isinstance(item, Problem):
                reasons[item.reason] += 1
            elif item.currency == "CNY" and moves_money(item.kind, item.state):
                sums[item.direction] += item.amount_fen
                sums[Direction.OUT] += goes_back(item.kind, item.state, item.refunded_fen)
    except CloseoutError as error:
        if error.message_id == "statement.cancelled":
            raise
        unread = error.message_id in _UNREAD
        return Inspection(path, refusal=error, maybe_table=unread and _is_table(path, password, vocabulary))
    return Inspection(
        path,
        format=reading.format,
        rows=reading.rows,
        income_fen=sums[Direction.IN],
        expense_fen=sums[Direction.OUT],
        first=min((period.first for period in reading.periods), default=None),
        last=max((period.last for period in reading.periods), default=None),
        problems=reasons.total(),
        destroyed=reasons[DESTROYED],
        footer=str(reading.footer),
        announced_rows=reading.announced_rows,
        mapping=reading.mapping,
    )


def _is_table(path: Path, password: str | None, vocabulary: Vocabulary) -> bool:
    try:
        read_head(path, password, vocabulary.header_names)
    except CloseoutError:
        return False
    return True


def guess_columns(head: Head, header: int, vocabulary: Vocabulary) -> Mapping:
    """Guess what the columns below a header line mean; an empty mapping for that line when nothing can be guessed."""
    line, below = _header(head, header)
    names = comparable_names(tuple(line.cells))
    above = [cell for row in head.rows if row.number < header for cell in row.cells if cell]
    return guess(names, above, vocabulary, below) or Mapping(header_key(names))


def named_columns(head: Head, header: int) -> tuple[tuple[str, str], ...]:
    """Return the columns of a header line as (comparable name, name as it stands); columns without a name are left."""
    line, _ = _header(head, header)
    named = zip(comparable_names(tuple(line.cells)), line.cells, strict=True)
    return tuple({comparable: (comparable, shown) for comparable, shown in named if comparable}.values())


def column_samples(head: Head, header: int, limit: int) -> dict[str, tuple[str, ...]]:
    """Return the first different texts of each column by comparable name, at most ``limit`` of each."""
    line, below = _header(head, header)
    found: dict[str, tuple[str, ...]] = {}
    for at, name in enumerate(comparable_names(tuple(line.cells))):
        if name and name not in found:
            texts = dict.fromkeys(row[at] for row in below if at < len(row) and row[at])
            found[name] = tuple(texts)[:limit]
    return found


def _header(head: Head, header: int) -> tuple[Row, list[tuple[str, ...]]]:
    """Return the names at a header line, with those of a second line below it, and the cells of the rows after them."""
    rows = [row for row in head.rows if row.number >= header]
    if not rows or rows[0].number != header:
        return Row(header, []), [row.cells for row in rows]
    line, *below = [Row(row.number, list(row.cells)) for row in rows]
    if below and continues(line, below[0]):
        line, below = joined(line, below[0]), below[1:]
    return line, [tuple(row.cells) for row in below]


def understood(
    path: Path, *, vocabulary: Vocabulary, mapping: Mapping, password: str | None = None, limit: int = 6
) -> tuple[Transaction | Problem, ...]:
    """Return how the first rows would be read with a mapping.

    Raises:
        CloseoutError: a refusal of the whole file.
    """
    return tuple(islice(read(path, vocabulary=vocabulary, password=password, mapping=mapping), limit))
