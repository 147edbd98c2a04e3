"""Proposals in the database: what bills show as open money, and what the owner decided about it."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from pos_closeout.domain.bills.bills import KeptProposal, ProposalState, Settled
from pos_closeout.domain.bills.proposals import Proposal
from pos_closeout.domain.bills.transactions import Ids, RowSource, TransactionState
from pos_closeout.domain.errors import NotFoundError
from pos_closeout.domain.ledger.open_items import ItemKind, PaymentChannel
from pos_closeout.store.bills import cells_of, cells_text
from pos_closeout.store.database import Database
from pos_closeout.store.mapping import Cell, storable
from pos_closeout.store.waiting import COMPLETE

_SUGGESTED = (
    "identity", "kind", "reason", "word", "amount_fen", "due_on", "look_again_on", "sha256", "part", "row", "at",
    "channel", "order_number", "merchant_order", "refund_number", "merchant_refund", "merchant", "terminal",
    "counterparty", "order_sha256", "order_part", "order_row", "order_at", "order_fen", "damaged", "twin",
)  # fmt: skip
"""Columns of a ``Proposal``, in the order of its fields."""

_DECIDED = (
    "state", "why", "decided_at", "item_id", "settled_sha256", "settled_part", "settled_row", "settled_file",
    "settled_state",
)  # fmt: skip
_ALL = ("id", "case_id", *_SUGGESTED, "bill_id", "file_name", "raw", "order_file", *_DECIDED)


class ProposalRepository:
    """Reads and writes proposals. Those of an import that is still running are not shown."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(
        self, case_id: int, bill_id: int, file_name: str, found: Iterable[tuple[Proposal, tuple[str, ...]]]
    ) -> None:
        """Store proposals of a bill with the cells of their rows; those the case has already stay as they are.

        A line whose number a spreadsheet destroyed is no second proposal beside the whole one.
        """
        names = ("case_id", "bill_id", "file_name", *_SUGGESTED, "raw", "order_file", "state", "why", "decided_at")
        places = ", ".join("?" * len(names))
        sql = (
            f"INSERT OR IGNORE INTO proposals ({', '.join(names)}) SELECT {places} "  # noqa: S608  # own names
            "WHERE NOT (? AND EXISTS (SELECT 1 FROM proposals WHERE case_id = ? AND twin = ? AND damaged = 0))"
        )
        with self._database.writing():
            self._database.run_many(
                sql,
                (
                    (case_id, bill_id, storable(file_name), *_cells(each), cells_text(raw), "", "waiting", "", "",
                     each.damaged, case_id, each.twin)
                    for each, raw in found
                ),
            )  # fmt: skip

    def for_case(self, case_id: int) -> tuple[KeptProposal, ...]:
        """Return the proposals of a case: the waiting ones first, then by due day and number."""
        return self._select(
            f"case_id = ? AND {COMPLETE} ORDER BY state <> 'waiting', due_on, id",  # own clause
            case_id,
        )

    def of_bills(self, bill_ids: Sequence[int]) -> tuple[KeptProposal, ...]:
        """Return the proposals of some bills, complete or not, in the order of their rows."""
        places = ", ".join("?" * len(bill_ids))
        return self._select(f"bill_id IN ({places}) ORDER BY bill_id, id", *bill_ids)

    def get(self, proposal_id: int) -> KeptProposal:
        """Return a proposal.

        Raises:
            NotFoundError: ``proposal.not_found``.
        """
        found = self._select("id = ?", proposal_id)
        if not found:
            raise NotFoundError("proposal.not_found", id=proposal_id)
        return found[0]

    def decide(
        self, proposal_id: int, state: ProposalState, now: datetime | None, *, why: str = "", item_id: int | None = None
    ) -> KeptProposal:
        """Store a decision, or take it back with ``now`` None, and return the proposal."""
        at = "" if now is None else now.isoformat(timespec="seconds")
        with self._database.writing():
            self._database.run(
                "UPDATE proposals SET state = ?, why = ?, decided_at = ?, item_id = ? WHERE id = ?",
                (state.value, storable(why), at, item_id, proposal_id),
            )
            return self.get(proposal_id)

    def _select(self, condition: str, *cells: Cell) -> tuple[KeptProposal, ...]:
        sql = f"SELECT {', '.join(_ALL)} FROM proposals WHERE {condition}"  # noqa: S608  # own names and clauses
        return tuple(_kept(dict(zip(_ALL, row, strict=True))) for row in self._database.rows(sql, cells))


def _cells(one: Proposal) -> tuple[Cell, ...]:
    order = one.order
    return (
        one.identity,
        one.kind.value,
        one.reason.value,
        storable(one.word),
        one.amount_fen,
        one.due.isoformat(),
        None if one.look_again is None else one.look_again.isoformat(),
        one.source.file_sha256,
        storable(one.source.part),
        one.source.row,
        str(one.when),
        one.channel.value,
        *map(storable, one.ids),
        storable(one.counterparty),
        order and order.file_sha256,
        order and order.part,
        order and order.row,
        None if one.order_when is None else str(one.order_when),
        one.order_amount_fen,
        int(one.damaged),
        one.twin,
    )


def _kept(row: dict[str, Cell]) -> KeptProposal:
    settled = _source(row, "settled_")
    return KeptProposal(
        id=_number(row["id"]),
        case_id=_number(row["case_id"]),
        proposal=_proposal(row),
        bill_id=None if row["bill_id"] is None else int(row["bill_id"]),
        file_name=str(row["file_name"]),
        raw=cells_of(row["raw"]),
        order_file=str(row["order_file"]),
        state=ProposalState(str(row["state"])),
        why=str(row["why"]),
        decided_at=str(row["decided_at"]),
        item_id=None if row["item_id"] is None else int(row["item_id"]),
        settled=settled and Settled(settled, str(row["settled_file"]), TransactionState(str(row["settled_state"]))),
    )


def _proposal(row: dict[str, Cell]) -> Proposal:
    look_again, order_at = row["look_again_on"], row["order_at"]
    return Proposal(
        identity=str(row["identity"]),
        kind=ItemKind(str(row["kind"])),
        reason=TransactionState(str(row["reason"])),
        word=str(row["word"]),
        amount_fen=_number(row["amount_fen"]),
        due=date.fromisoformat(str(row["due_on"])),
        look_again=None if look_again is None else date.fromisoformat(str(look_again)),
        source=RowSource(str(row["sha256"]), str(row["part"]), _number(row["row"])),
        when=datetime.fromisoformat(str(row["at"])),
        channel=PaymentChannel(str(row["channel"])),
        ids=Ids(*(str(row[name]) for name in _SUGGESTED[12:18])),
        counterparty=str(row["counterparty"]),
        order=_source(row, "order_"),
        order_when=None if order_at is None else datetime.fromisoformat(str(order_at)),
        order_amount_fen=None if row["order_fen"] is None else int(row["order_fen"]),
        damaged=bool(row["damaged"]),
        twin=str(row["twin"]),
    )


def _source(row: dict[str, Cell], prefix: str) -> RowSource | None:
    sha = row[f"{prefix}sha256"]
    return None if sha is None else RowSource(str(sha), str(row[f"{prefix}part"]), _number(row[f"{prefix}row"]))


def _number(cell: Cell) -> int:
    return int(cell or 0)
