"""What follows from new lines for the rest of a case, done in one transaction when an import is complete.

A line that a further bill shows with another state moves on; a proposal whose money went through is settled; a line
whose number a spreadsheet destroyed makes room for the whole one. Taking a bill back undoes all of it.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from pos_closeout.domain.bills.bills import stronger
from pos_closeout.domain.bills.proposals import Proposal, find_orders, order_numbers
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
from pos_closeout.domain.ledger.open_items import ItemKind
from pos_closeout.store.bill_overlaps import merge_overlaps
from pos_closeout.store.database import Database
from pos_closeout.store.mapping import Cell
from pos_closeout.store.proposals import ProposalRepository

_AT_ONCE = 2_000
_SOME_LINES_AWAY = "DELETE FROM bill_lines WHERE id IN (SELECT id FROM bill_lines WHERE bill_id = ? LIMIT ?)"
_FINAL = "('done', 'part_refunded', 'refunded', 'closed')"
_SIDE = (
    "substr(l.identity, 1, instr(l.identity, ':') + 1) || "
    "CASE WHEN length(l.merchant) < 12 AND l.merchant NOT GLOB '*[^0-9]*' THEN l.merchant ELSE '' END"
)
"""Family, side and merchant of a line, as in ``twin_key``."""

_TWIN = f"{_SIDE} AS side, substr(l.at, 1, 16) AS minute, l.amount_fen AS fen"
_HIDE_TWINS = (
    f"WITH d AS (SELECT l.id, {_TWIN}, row_number() OVER "  # noqa: S608  # own clauses
    f"(PARTITION BY {_SIDE}, substr(l.at, 1, 16), l.amount_fen ORDER BY l.id) AS place "
    "FROM bill_lines l WHERE l.case_id = ?1 AND l.damaged = 1), "
    f"w AS (SELECT {_TWIN}, count(*) AS many FROM bill_lines l WHERE l.case_id = ?1 AND l.damaged = 0 "
    "GROUP BY 1, 2, 3) UPDATE bill_lines SET hidden = 1 WHERE id IN "
    "(SELECT d.id FROM d JOIN w USING (side, minute, fen) WHERE d.place <= w.many)"
)
_SETTLED_TWINS = (
    f"WITH d AS MATERIALIZED (SELECT p.id, {_TWIN} FROM proposals p "  # noqa: S608  # own clauses
    "JOIN bill_lines l ON l.case_id = p.case_id AND l.identity = p.identity "
    "WHERE p.case_id = ?1 AND p.damaged = 1 AND p.settled_sha256 IS NULL AND l.hidden = 1), "
    f"w AS MATERIALIZED (SELECT {_TWIN}, min(l.id) AS line FROM bill_lines l WHERE l.case_id = ?1 AND l.damaged = 0 "
    f"AND l.state IN {_FINAL} AND EXISTS (SELECT 1 FROM d) GROUP BY 1, 2, 3) "
    "SELECT d.id, l.state, b.sha256, l.part, l.row, b.name FROM d JOIN w USING (side, minute, fen) "
    "JOIN bill_lines l ON l.id = w.line JOIN bills b ON b.id = l.bill_id"
)
"""Proposals of hidden lines with a destroyed number, each with a whole line that shows the money as through."""


class BillClosing:
    """Completes imports and takes them back."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._proposals = ProposalRepository(database)

    def complete(self, case_id: int, bill_ids: Sequence[int]) -> list[int]:
        """Make the bills of one import part of the case; return the ids of proposals they show as finished.

        All of it happens in one transaction, which the lock of ``BillRepository.importing`` guards.
        """
        self._database.run("PRAGMA synchronous = FULL")
        with self._database.writing():
            for bill in {*bill_ids, *merge_overlaps(self._database, case_id, bill_ids)}:
                self._move_on(bill)
            self._merge_twins(case_id)
            self._hide_twins(case_id)
            self._database.run_many("UPDATE bills SET complete = 1 WHERE id = ?", ((bill,) for bill in bill_ids))
            settled = self._settle(case_id) + self._settle_twins(case_id)
            self._link_orders(case_id)
        return settled

    def discard(self, bill_id: int) -> None:
        """Remove a bill that is not complete, with everything it brought."""
        with self._database.writing():
            self._database.run("DELETE FROM proposals WHERE bill_id = ?", (bill_id,))
            self._database.run("DELETE FROM bills WHERE id = ? AND complete = 0", (bill_id,))

    def forget(self, case_id: int, bill_id: int) -> None:
        """Take a complete bill back: its lines go unless another bill shows them, and so do undecided proposals.

        The lock of ``BillRepository.importing`` guards it. The lines go in short batches, so that a save is not kept
        waiting: what is cut off in between counts as an import that was not completed.
        """
        with self._database.writing():
            self._hand_over(bill_id)
            self._database.run("DELETE FROM bill_repeats WHERE bill_id = ?", (bill_id,))
            self._step_back(case_id, bill_id)
            self._database.run(
                "DELETE FROM proposals WHERE bill_id = ? AND state IN ('waiting', 'settled')", (bill_id,)
            )
            # Decisions stay, and with them what shows the bill as gone.
            self._database.run("UPDATE proposals SET bill_id = NULL WHERE bill_id = ?", (bill_id,))
            self._database.run("UPDATE bills SET complete = 0 WHERE id = ?", (bill_id,))
        while self._database.rows("SELECT 1 FROM bill_lines WHERE bill_id = ? LIMIT 1", (bill_id,)):
            self._database.run(_SOME_LINES_AWAY, (bill_id, _AT_ONCE))
        with self._database.writing():
            self._database.run("DELETE FROM bills WHERE id = ?", (bill_id,))
            self._hide_twins(case_id)
            self._settle(case_id)
            self._settle_twins(case_id)
            self._link_orders(case_id)

    def _move_on(self, bill_id: int) -> None:
        """Let lines take the stronger state that a bill shows them in."""
        rows = self._database.rows(
            "SELECT l.id, l.state, r.state, r.refunded_fen FROM bill_repeats r JOIN bill_lines l ON l.id = r.line_id "
            "WHERE r.bill_id = ? AND r.state <> l.state",
            (bill_id,),
        )
        for line, old, new, back in rows:
            state = stronger(TransactionState(str(old)), TransactionState(str(new)))
            if state == old:
                continue
            # What the line's own bill says is kept, so that it holds again when this one is taken back.
            self._database.run(
                "INSERT OR IGNORE INTO bill_repeats (line_id, bill_id, part, row, state, raw, refunded_fen) "
                "SELECT id, bill_id, part, row, state, '', refunded_fen FROM bill_lines WHERE id = ?",
                (line,),
            )
            # What went back counts beside a state that says so, so it may stay when the state steps back.
            self._database.run(
                "UPDATE bill_lines SET state = ?, refunded_fen = max(refunded_fen, ?) WHERE id = ?",
                (state.value, back, line),
            )

    def _settle(self, case_id: int) -> list[int]:
        """Bring proposals up to their lines; return the ids of those that are now shown as finished."""
        self._database.run(
            "UPDATE proposals SET reason = l.state, kind = CASE WHEN l.state IN ('refund_pending', 'refund_action') "
            "THEN 'refund' ELSE proposals.kind END FROM bill_lines l WHERE proposals.case_id = ? "
            "AND l.identity = proposals.identity AND l.case_id = proposals.case_id "
            "AND proposals.state = 'waiting' AND l.state <> proposals.reason "
            "AND l.state NOT IN ('done', 'part_refunded', 'refunded', 'closed')",
            (case_id,),
        )
        rows = self._database.rows(
            "SELECT p.id, l.id, l.state, b.sha256, l.part, l.row, b.name FROM proposals p "
            "JOIN bill_lines l ON l.identity = p.identity AND l.case_id = p.case_id JOIN bills b ON b.id = l.bill_id "
            "WHERE p.case_id = ? AND p.settled_sha256 IS NULL "
            "AND l.state IN ('done', 'part_refunded', 'refunded', 'closed')",
            (case_id,),
        )
        for number, line, state, *own in rows:
            self._database.run(
                "UPDATE proposals SET settled_sha256 = ?, settled_part = ?, settled_row = ?, settled_file = ?, "
                "settled_state = ?, state = CASE state WHEN 'waiting' THEN 'settled' ELSE state END WHERE id = ?",
                (*self._proof(line, own), state, number),
            )
        return [int(row[0] or 0) for row in rows]

    def _proof(self, line: Cell, own: Sequence[Cell]) -> Sequence[Cell]:
        """Return hash, part, row and file name of the place that shows a line as finished."""
        rows = self._database.rows(
            "SELECT r.state, b.sha256, r.part, r.row, b.name FROM bill_repeats r JOIN bills b ON b.id = r.bill_id "
            "WHERE r.line_id = ?1 AND EXISTS (SELECT 1 FROM bill_repeats o JOIN bill_lines l ON l.id = o.line_id "
            "WHERE o.line_id = ?1 AND o.bill_id = l.bill_id) ORDER BY r.bill_id",
            (line,),
        )
        return next((place for state, *place in rows if TransactionState(str(state)) not in OPEN_STATES), own)

    def _merge_twins(self, case_id: int) -> None:
        """Let the whole line of a bill take over the proposal of the same line with a destroyed number."""
        pairs = self._database.rows(
            "SELECT q.id, p.id FROM proposals q JOIN proposals p ON p.case_id = q.case_id AND p.twin = q.twin "
            "WHERE q.case_id = ? AND q.damaged = 1 AND p.damaged = 0 AND p.state = 'waiting' ORDER BY q.id, p.id",
            (case_id,),
        )
        taken = set[Cell]()
        for damaged, whole in pairs:
            if not taken.isdisjoint((damaged, whole)):
                continue
            taken |= {damaged, whole}
            self._database.run(
                "UPDATE proposals SET (state, why, decided_at, item_id) = "
                "(SELECT state, why, decided_at, item_id FROM proposals WHERE id = ?) WHERE id = ?",
                (damaged, whole),
            )
            self._database.run("DELETE FROM proposals WHERE id = ?", (damaged,))

    def _hide_twins(self, case_id: int) -> None:
        """Hide as many lines with a destroyed number as there are whole lines of the same minute, side and amount."""
        if not self._database.rows("SELECT 1 FROM bill_lines WHERE case_id = ? AND damaged = 1 LIMIT 1", (case_id,)):
            return
        self._database.run("UPDATE bill_lines SET hidden = 0 WHERE case_id = ? AND damaged = 1", (case_id,))
        self._database.run(_HIDE_TWINS, (case_id,))

    def _settle_twins(self, case_id: int) -> list[int]:
        """Settle proposals of lines with a destroyed number by the whole lines that show the money as through."""
        if not self._database.rows("SELECT 1 FROM proposals WHERE case_id = ? AND damaged = 1 LIMIT 1", (case_id,)):
            return []
        rows = self._database.rows(_SETTLED_TWINS, (case_id,))
        self._database.run_many(
            "UPDATE proposals SET settled_state = ?2, settled_sha256 = ?3, settled_part = ?4, settled_row = ?5, "
            "settled_file = ?6, state = CASE state WHEN 'waiting' THEN 'settled' ELSE state END WHERE id = ?1",
            rows,
        )
        return [int(row[0] or 0) for row in rows]

    def _hand_over(self, bill_id: int) -> None:
        """Give lines that another complete bill shows as well to that bill, with the proposals that rest on them."""
        rows = self._database.rows(
            "SELECT l.id, l.identity, r.bill_id, r.part, r.row, r.raw, b.sha256, b.name FROM bill_lines l "
            "JOIN bill_repeats r ON r.line_id = l.id AND r.bill_id <> l.bill_id JOIN bills b ON b.id = r.bill_id "
            "WHERE l.bill_id = ? GROUP BY l.id HAVING r.bill_id = min(r.bill_id)",
            (bill_id,),
        )
        for line, identity, other, part, row, raw, sha, name in rows:
            self._database.run(
                "UPDATE bill_lines SET bill_id = ?, part = ?, row = ? WHERE id = ?", (other, part, row, line)
            )
            self._database.run(
                "UPDATE proposals SET bill_id = ?, part = ?, row = ?, raw = ifnull(nullif(?, ''), raw), "
                "sha256 = ?, file_name = ? WHERE bill_id = ? AND identity = ? AND state IN ('waiting', 'settled')",
                (other, part, row, raw, sha, name, bill_id, identity),
            )

    def _step_back(self, case_id: int, bill_id: int) -> None:
        """Undo what the bill's own view of other bills' lines did."""
        told = self._database.rows(
            "SELECT r.line_id, r.state FROM bill_repeats o "
            "JOIN bill_lines l ON l.id = o.line_id AND o.bill_id = l.bill_id "
            "JOIN bill_repeats r ON r.line_id = o.line_id WHERE l.case_id = ? AND l.bill_id <> ?",
            (case_id, bill_id),
        )
        states: dict[Cell, TransactionState] = {}
        for line, state in told:
            states[line] = stronger(states.get(line, TransactionState(str(state))), TransactionState(str(state)))
        self._database.run_many(
            "UPDATE bill_lines SET state = ?1 WHERE id = ?2 AND state <> ?1",
            ((state.value, line) for line, state in states.items()),
        )
        sha = self._database.rows("SELECT sha256 FROM bills WHERE id = ?", (bill_id,))[0][0]
        self._database.run(
            "UPDATE proposals SET settled_sha256 = NULL, settled_part = NULL, settled_row = NULL, settled_file = NULL, "
            "settled_state = NULL, state = CASE state WHEN 'settled' THEN 'waiting' ELSE state END "
            "WHERE case_id = ? AND settled_sha256 = ?",
            (case_id, sha),
        )
        self._database.run(
            "UPDATE proposals SET order_sha256 = NULL, order_part = NULL, order_row = NULL, order_at = NULL, "
            "order_fen = NULL, order_file = '' WHERE case_id = ? AND order_sha256 = ?",
            (case_id, sha),
        )

    def _link_orders(self, case_id: int) -> None:
        """Find the order of every refund that is proposed, in whichever bill it stands."""
        lost = [
            kept
            for kept in self._proposals.for_case(case_id)
            if kept.proposal.order is None and kept.proposal.kind is ItemKind.REFUND
        ]
        if not lost:
            return
        wanted = {number for kept in lost for number in order_numbers(kept.proposal.ids)}
        names: dict[str, str] = {}
        orders = list(self._orders(case_id, wanted, names))
        found = find_orders((kept.proposal for kept in lost), orders)
        for kept, proposal in zip(lost, found, strict=True):
            if proposal.order is not None:
                self._note_order(kept.id, proposal, names[proposal.order.file_sha256])

    def _note_order(self, number: int, proposal: Proposal, name: str) -> None:
        order = proposal.order
        if order is None:
            return
        self._database.run(
            "UPDATE proposals SET order_sha256 = ?, order_part = ?, order_row = ?, order_at = ?, order_fen = ?, "
            "order_file = ?, due_on = ? WHERE id = ?",
            (order.file_sha256, order.part, order.row, str(proposal.order_when), proposal.order_amount_fen, name,
             proposal.due.isoformat(), number),
        )  # fmt: skip

    def _orders(self, case_id: int, wanted: Iterable[str], names: dict[str, str]) -> Iterator[Transaction]:
        """Yield the payments of a case with one of the numbers; ``names`` learns the names of their files."""
        self._database.run("CREATE TEMP TABLE IF NOT EXISTS wanted (number TEXT PRIMARY KEY) WITHOUT ROWID")
        self._database.run("DELETE FROM wanted")
        self._database.run_many("INSERT INTO wanted VALUES (?)", ((number,) for number in wanted))
        rows = self._database.rows(
            "SELECT b.sha256, b.name, l.part, l.row, l.at, l.direction, l.amount_fen, l.state, l.order_number, "
            "l.merchant_order, l.identity FROM bill_lines l JOIN bills b ON b.id = l.bill_id "
            "WHERE l.case_id = ? AND l.kind IN ('payment', 'order') AND l.hidden = 0 "
            "AND (l.order_number IN wanted OR l.merchant_order IN wanted) ORDER BY l.id",
            (case_id,),
        )
        for sha, name, part, row, at, direction, fen, state, order, merchant_order, identity in rows:
            names[str(sha)] = str(name)
            yield Transaction(
                source=RowSource(str(sha), str(part), int(row or 0)),
                platform="",
                when=datetime.fromisoformat(str(at)),
                kind=Kind.PAYMENT,
                direction=Direction(str(direction)),
                amount_fen=int(fen or 0),
                fee_fen=0,
                refunded_fen=0,
                state=TransactionState(str(state)),
                status="",
                more_status="",
                channel=BillChannel.OTHER,
                ids=Ids(str(order), str(merchant_order)),
                counterparty="",
                summary="",
                raw=(),
                identity=str(identity),
            )
