"""The lines of one bill on their way into the database, batch by batch, each line of money once."""

import itertools
from collections.abc import Iterable
from itertools import islice, repeat
from operator import attrgetter
from typing import Any, NamedTuple

from pos_closeout.domain.transactions import OPEN_STATES, Transaction
from pos_closeout.store.bills import cells_text
from pos_closeout.store.database import Database
from pos_closeout.store.mapping import storable

_INSERT = (
    "INSERT OR IGNORE INTO bill_lines (id, bill_id, case_id, part, row, identity, at, kind, direction, amount_fen, "
    "fee_fen, refunded_fen, state, status, more_status, channel, currency, order_number, merchant_order, "
    "refund_number, merchant_refund, merchant, terminal, counterparty, summary, damaged) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_REPEAT = "INSERT OR IGNORE INTO bill_repeats (line_id, bill_id, part, row, state, raw) VALUES (?, ?, ?, ?, ?, ?)"
_FIND = (
    "SELECT id, bill_id = ?1 OR EXISTS (SELECT 1 FROM bill_repeats WHERE line_id = id AND bill_id = ?1), "
    "at, merchant_order, counterparty, summary FROM bill_lines WHERE identity = ?2 AND case_id = ?3"
)

_AT_ONCE = 128
# SQLite looks twice at a member of an enumeration, and asking it for ``value`` costs a call.
_plain = attrgetter("_value_")
_IDENTITY, _STATE = 5, 12
_WORDS = (6, 18, 23, 24)
"""Places of time, merchant's order number, counterparty and summary among the cells."""

Cells = tuple[Any, ...]
"""The cells of one line, in the order of ``_INSERT``."""


class Written(NamedTuple):
    """A batch: how many lines, and those that leave money open, with the identities under which they are kept."""

    rows: int
    open_lines: list[Transaction]


class LineWriter:
    """Writes the lines of one bill, which is not complete yet; one transaction for each batch.

    Lines are turned into cells as they come: kept until the batch is full, they would have left the cache of the
    processor.

    Attributes:
        known: lines so far that the case had before.
    """

    def __init__(self, database: Database, case_id: int, bill_id: int) -> None:
        self._database, self._case, self._bill = database, case_id, bill_id
        (top,) = database.rows("SELECT ifnull(max(id), 0) FROM bill_lines")
        self._next = int(top[0] or 0) + 1
        self.known = 0

    def write(self, lines: Iterable[Transaction]) -> Written:
        """Write a batch."""
        first = self._next
        rows: list[Cells] = []
        open_lines: list[tuple[int, Transaction]] = []
        rest = iter(lines)
        while some := list(islice(rest, _AT_ONCE)):
            self._take(some, rows, open_lines)
        connection = self._database.connection
        renamed: dict[int, str] = {}
        with self._database.writing():
            before = connection.total_changes
            self._database.run_many(_INSERT, rows)
            if connection.total_changes - before < len(rows):
                renamed = self._write_again(first, rows, dict(open_lines))
        named = [line._replace(identity=renamed.get(number, line.identity)) for number, line in open_lines]
        return Written(len(rows), named)

    def _write_again(self, first: int, rows: list[Cells], open_lines: dict[int, Transaction]) -> dict[int, str]:
        """Look at the lines of a batch that the case had already; return new identities of those that differ."""
        found = self._database.rows("SELECT id FROM bill_lines WHERE id BETWEEN ? AND ?", (first, self._next - 1))
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
            self._database.run(_REPEAT, (known, self._bill, *cells[3:5], cells[_STATE], raw))
        self.known += 1
        return name

    def _take(self, lines: list[Transaction], rows: list[Cells], open_lines: list[tuple[int, Transaction]]) -> None:
        """Turn lines into cells, column by column; keep the lines themselves that leave money open."""
        (sources, _, when, kinds, directions, fen, fee, refunded, states, status, more, channels, ids, who, what,
         _, identity, currency, damaged) = zip(*lines, strict=True)  # fmt: skip
        _, parts, places = zip(*sources, strict=True)
        clean = {part: storable(part) for part in set(parts)}
        numbers = range(self._next, self._next + len(lines))
        self._next += len(lines)
        if not OPEN_STATES.isdisjoint(states):
            open_lines += [pair for pair in zip(numbers, lines, strict=True) if pair[1].state in OPEN_STATES]
        rows += zip(
            numbers,
            repeat(self._bill),
            repeat(self._case),
            map(clean.__getitem__, parts),
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
        )
