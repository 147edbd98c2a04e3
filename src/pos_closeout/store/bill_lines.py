"""The lines of one bill on their way into the database, batch by batch, each line of money once."""

import itertools
from collections.abc import Sequence

from pos_closeout.domain.transactions import OPEN_STATES, Transaction
from pos_closeout.store.bills import cells_text
from pos_closeout.store.database import Database
from pos_closeout.store.mapping import Cell, storable

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


class LineWriter:
    """Writes the lines of one bill, which is not complete yet; one transaction for each batch.

    Attributes:
        known: lines so far that the case had before.
    """

    def __init__(self, database: Database, case_id: int, bill_id: int) -> None:
        self._database, self._case, self._bill = database, case_id, bill_id
        (top,) = database.rows("SELECT ifnull(max(id), 0) FROM bill_lines")
        self._next = int(top[0] or 0) + 1
        self.known = 0

    def write(self, lines: Sequence[Transaction]) -> list[Transaction]:
        """Write a batch and return it, with the identities under which the lines are kept."""
        first = self._next
        self._next += len(lines)
        connection = self._database.connection
        with self._database.writing():
            before = connection.total_changes
            self._database.run_many(_INSERT, map(self._cells, range(first, self._next), lines))
            if connection.total_changes - before == len(lines):
                return list(lines)
            found = self._database.rows("SELECT id FROM bill_lines WHERE id BETWEEN ? AND ?", (first, self._next - 1))
            fresh = {row[0] for row in found}
            return [line if at in fresh else self._again(at, line) for at, line in enumerate(lines, first)]

    def _again(self, number: int, line: Transaction) -> Transaction:
        """Note that the case has a line already, or keep it as a second one.

        It is a second one where this very bill shows another line of the same name: numbers that were blanked out, two
        payments of one order. They are told apart by counting, as lines without a number are.
        """
        for count in itertools.count():
            named = line._replace(identity=f"{line.identity}:{count}") if count else line
            found = self._database.rows(_FIND, (self._bill, named.identity, self._case))
            if not found:
                self._database.run(_INSERT, self._cells(number, named))
                return named
            known, shown, *words = found[0]
            same = words == [str(line.when), line.ids.merchant_order, line.counterparty, line.summary]
            if not shown or same:
                break
        if not shown:
            raw = cells_text(line.raw) if line.state in OPEN_STATES else ""
            place = (storable(line.source.part), line.source.row)
            self._database.run(_REPEAT, (known, self._bill, *place, line.state.value, raw))
        self.known += 1
        return named

    def _cells(self, number: int, line: Transaction) -> tuple[Cell, ...]:
        ids = line.ids
        return (
            number,
            self._bill,
            self._case,
            storable(line.source.part),
            line.source.row,
            line.identity,
            str(line.when),
            line.kind._value_,
            line.direction._value_,
            line.amount_fen,
            line.fee_fen,
            line.refunded_fen,
            line.state._value_,
            line.status,
            line.more_status,
            line.channel._value_,
            line.currency,
            *ids,
            line.counterparty,
            line.summary,
            line.damaged,
        )
