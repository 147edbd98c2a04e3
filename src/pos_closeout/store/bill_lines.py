"""The lines of one bill on their way into the database, batch by batch, each line of money once."""

import itertools
from collections.abc import Callable, Iterable, Sequence
from itertools import repeat
from operator import attrgetter
from typing import Any

from pos_closeout.domain.bills.line_columns import LineColumns
from pos_closeout.domain.bills.transactions import OPEN_STATES, Transaction
from pos_closeout.store.bills import cells_text
from pos_closeout.store.database import Database
from pos_closeout.store.mapping import storable

_INSERT = (
    "INSERT OR IGNORE INTO bill_lines (id, bill_id, case_id, part, row, identity, at, kind, direction, amount_fen, "
    "fee_fen, refunded_fen, state, status, more_status, channel, currency, order_number, merchant_order, "
    "refund_number, merchant_refund, merchant, terminal, counterparty, summary, damaged, words) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_REPEAT = (
    "INSERT OR IGNORE INTO bill_repeats (line_id, bill_id, part, row, state, raw, refunded_fen) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)"
)
_FIND = (
    "SELECT id, bill_id = ?1 OR EXISTS (SELECT 1 FROM bill_repeats WHERE line_id = id AND bill_id = ?1), "
    "at, merchant_order, counterparty, summary FROM bill_lines WHERE identity = ?2 AND case_id = ?3"
)

# SQLite looks twice at a member of an enumeration, and asking it for ``value`` costs a call.
_plain = attrgetter("_value_")
_IDENTITY, _REFUNDED, _STATE = 5, 11, 12
_WORDS = (6, 18, 23, 24)
"""Places of time, merchant's order number, counterparty and summary among the cells."""

Cells = tuple[Any, ...]
"""The cells of one line, in the order of ``_INSERT``."""


class LineWriter:
    """Writes the lines of one bill, which is not complete yet; one transaction for each batch.

    Attributes:
        known: lines so far that the case had before.
    """

    def __init__(self, database: Database, case_id: int, bill_id: int) -> None:
        self._database, self._case, self._bill = database, case_id, bill_id
        (top,) = database.rows("SELECT ifnull(max(id), 0) FROM bill_lines")
        self._next = int(top[0] or 0) + 1
        self._rows: list[Cells] = []
        self._open: dict[int, Transaction] = {}
        self.known = 0

    def take(self, lines: LineColumns | Sequence[Transaction]) -> int:
        """Add lines to the batch and return how many it holds now.

        Lines are turned into cells as they come: kept until the batch is full, they would have left the cache of the
        processor.
        """
        if isinstance(lines, LineColumns):
            self._take_columns(lines)
        elif lines:
            self._take_lines(lines)
        return len(self._rows)

    def write(self) -> list[Transaction]:
        """Write the batch; return its lines that leave money open, with the identities under which they are kept."""
        rows, open_lines = self._rows, self._open
        self._rows, self._open = [], {}
        renamed: dict[int, str] = {}
        with self._database.writing():
            if self._database.run_many(_INSERT, rows) < len(rows):
                renamed = self._write_again(rows, open_lines)
        return [line._replace(identity=renamed.get(number, line.identity)) for number, line in open_lines.items()]

    def _write_again(self, rows: list[Cells], open_lines: dict[int, Transaction]) -> dict[int, str]:
        """Look at the lines of a batch that the case had already; return new identities of those that differ."""
        found = self._database.rows("SELECT id FROM bill_lines WHERE id BETWEEN ? AND ?", (rows[0][0], rows[-1][0]))
        fresh = {row[0] for row in found}
        renamed = {}
        for cells in rows:
            if cells[0] not in fresh:
                line = open_lines.get(cells[0])
                renamed[cells[0]] = self._again(cells, "" if line is None else cells_text(line.raw))
        return renamed

    def _again(self, cells: Cells, raw: str) -> str:
        """Note that the case has a line already, or keep it as a second one; return its identity.

        It is a second one where this very bill shows another line of the same name: numbers that were blanked out, two
        payments of one order. They are told apart by counting, as lines without a number are.
        """
        identity = cells[_IDENTITY]
        for count in itertools.count():
            name = f"{identity}:{count}" if count else identity
            found = self._database.rows(_FIND, (self._bill, name, self._case))
            if not found:
                self._database.run(_INSERT, (*cells[:_IDENTITY], name, *cells[_IDENTITY + 1 :]))
                return name
            known, shown, *words = found[0]
            if not shown or words == [cells[at] for at in _WORDS]:
                break
        if not shown:
            self._database.run(_REPEAT, (known, self._bill, *cells[3:5], cells[_STATE], raw, cells[_REFUNDED]))
        self.known += 1
        return name

    def _take_columns(self, lines: LineColumns) -> None:
        numbers = self._numbers(len(lines.rows))
        self._keep_open(numbers, lines.open_places(), lines.line)
        self._rows += zip(
            numbers,
            repeat(self._bill),
            repeat(self._case),
            repeat(storable(lines.part)),
            lines.rows,
            lines.identities,
            lines.at,
            lines.kinds,
            lines.directions,
            lines.amounts_fen,
            lines.fees_fen,
            lines.refunded_fen,
            lines.states,
            lines.statuses,
            lines.more_statuses,
            repeat(lines.channel.value),
            repeat("CNY"),
            *lines.ids,
            lines.counterparties,
            lines.summaries,
            repeat(0),
            repeat(""),
        )

    def _take_lines(self, lines: Sequence[Transaction]) -> None:
        (sources, _, when, kinds, directions, fen, fee, refunded, states, status, more, channels, ids, who, what,
         _, identity, currency, damaged, words) = zip(*lines, strict=True)  # fmt: skip
        _, parts, places = zip(*sources, strict=True)
        numbers = self._numbers(len(lines))
        self._keep_open(numbers, [at for at, state in enumerate(states) if state in OPEN_STATES], lines.__getitem__)
        self._rows += zip(
            numbers,
            repeat(self._bill),
            repeat(self._case),
            map(storable, parts),
            places,
            identity,
            map(str, when),
            map(_plain, kinds),
            map(_plain, directions),
            fen,
            fee,
            refunded,
            map(_plain, states),
            status,
            more,
            map(_plain, channels),
            currency,
            *zip(*ids, strict=True),
            who,
            what,
            map(int, damaged),
            words,
        )

    def _numbers(self, count: int) -> range:
        numbers = range(self._next, self._next + count)
        self._next += count
        return numbers

    def _keep_open(self, numbers: range, places: Iterable[int], line: Callable[[int], Transaction]) -> None:
        self._open.update((numbers[place], line(place)) for place in places)
