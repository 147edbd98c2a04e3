"""What a chosen file turned out to be when it was read to its end, in one record."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pos_closeout.domain.bills.bills import is_cut
from pos_closeout.domain.bills.line_states import goes_back, moves_money
from pos_closeout.domain.bills.transactions import DESTROYED, Direction, Problem
from pos_closeout.domain.errors import CloseoutError
from pos_closeout.statements.mapping import ColumnMapping
from pos_closeout.statements.preview import Head, read_head
from pos_closeout.statements.reading import OnProgress, Reading, read
from pos_closeout.statements.vocabulary import UNMARKED, Vocabulary

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
        head: the first lines of a table of no known platform, for naming its columns.
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
    mapping: ColumnMapping | None = None
    refusal: CloseoutError | None = None
    maybe_table: bool = False
    head: Head | None = None

    @property
    def cut(self) -> bool:
        """Whether the file says itself that something is missing."""
        return is_cut(self.footer, self.rows, self.announced_rows)


def inspect_to_end(
    path: Path,
    *,
    vocabulary: Vocabulary,
    password: str | None = None,
    mapping: ColumnMapping | None = None,
    remembered: Sequence[ColumnMapping] = (),
    on_progress: OnProgress | None = None,
) -> Inspection:
    """Read a file to its end and say what it is; a refusal is part of the answer."""
    reading = read(
        path,
        vocabulary=vocabulary,
        password=password,
        mapping=mapping,
        remembered=remembered,
        on_progress=on_progress,
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
        head = _head(path, password, reading, vocabulary) if error.message_id in _UNREAD else None
        return Inspection(path, refusal=error, maybe_table=head is not None, head=head)
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
        head=_head(path, password, reading, vocabulary) if reading.format == UNMARKED else None,
    )


def _head(path: Path, password: str | None, reading: Reading, vocabulary: Vocabulary) -> Head | None:
    try:
        return read_head(path, password, vocabulary.header_names, reading.moved)
    except CloseoutError:
        return None
