"""Many lines of one table of a bill, column by column: a million lines are not worth a million objects.

Only the few lines that leave money open are ever made whole.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple, Protocol

from pos_closeout.domain.bills.transactions import (
    OPEN_STATES,
    BillChannel,
    Direction,
    Ids,
    Kind,
    RowSource,
    Transaction,
    TransactionState,
)


class CellsByLine(Protocol):
    """Cells by the place of their line."""

    def __getitem__(self, place: int, /) -> str:
        """Return a cell."""


class LineColumns(NamedTuple):
    """Lines of one part of one file; every column has one entry for each line, of the same meaning as in a line.

    ``at`` is the moment as ``2026-03-01 09:30:05``; kinds, directions and states are plain texts; ``ids`` holds one
    column for each field of ``Ids``; ``raw`` the columns of the table, card numbers
    masked; lines that leave no money open may be missing there.
    """

    file_sha256: str
    part: str
    platform: str
    channel: BillChannel
    rows: Sequence[int]
    at: Sequence[str]
    kinds: Sequence[str]
    directions: Sequence[str]
    amounts_fen: Sequence[int]
    fees_fen: Sequence[int]
    refunded_fen: Sequence[int]
    states: Sequence[str]
    statuses: Sequence[str]
    more_statuses: Sequence[str]
    ids: Sequence[Sequence[str]]
    counterparties: Sequence[str]
    summaries: Sequence[str]
    raw: Sequence[CellsByLine]
    identities: Sequence[str]

    def line(self, place: int) -> Transaction:
        """Return one line, counted from 0."""
        return Transaction(
            RowSource(self.file_sha256, self.part, self.rows[place]),
            self.platform,
            datetime.fromisoformat(self.at[place]),
            Kind(self.kinds[place]),
            Direction(self.directions[place]),
            self.amounts_fen[place],
            self.fees_fen[place],
            self.refunded_fen[place],
            TransactionState(self.states[place]),
            self.statuses[place],
            self.more_statuses[place],
            self.channel,
            Ids(*(column[place] for column in self.ids)),
            self.counterparties[place],
            self.summaries[place],
            tuple(column[place] for column in self.raw),
            self.identities[place],
        )

    def lines(self) -> Iterator[Transaction]:
        """Yield every line."""
        return map(self.line, range(len(self.rows)))

    def open_places(self) -> list[int]:
        """Return the places of the lines that leave money open."""
        if OPEN_STATES.isdisjoint(self.states):
            return []
        return [place for place, state in enumerate(self.states) if state in OPEN_STATES]
