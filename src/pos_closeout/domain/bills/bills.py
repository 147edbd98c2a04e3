"""Imported bills as a case keeps them: which files, what they propose, and what was decided about it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pos_closeout.domain.bills.proposals import Proposal
from pos_closeout.domain.bills.transactions import BillChannel, RowSource, TransactionState


class ProposalState(StrEnum):
    """What became of a proposal; ``SETTLED`` is one that a later bill shows as finished before anybody decided."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    SETTLED = "settled"


def is_cut(footer: str, rows: int, announced_rows: int | None) -> bool:
    """Tell whether a file says itself that more or less belongs to it: its totals or its count differ from its rows."""
    return footer == "differs" or (announced_rows is not None and announced_rows != rows)


@dataclass(frozen=True, slots=True)
class Bill:
    """One imported file.

    Attributes:
        id: its row in the store.
        sha256: hash of the chosen file in hex.
        name: its name without folders.
        format: id of its first layout, ``table`` for one that a mapping read.
        encoding: of the text, ``workbook`` for sheets.
        rows: lines it shows, those of earlier bills included.
        known: lines of it that another bill had already brought.
        problems: rows that could not be used.
        footer: ``agrees``, ``differs`` or ``none``.
        announced_rows: lines that the file itself promises, None where it promises none.
        imported_at: ISO 8601 to the second.
        first, last: the days it covers, None for an empty one.
    """

    id: int
    case_id: int
    sha256: str
    name: str
    format: str
    encoding: str
    rows: int
    known: int
    problems: int
    footer: str
    announced_rows: int | None
    imported_at: str
    first: date | None
    last: date | None

    @property
    def cut(self) -> bool:
        """Whether the file says itself that something is missing."""
        return is_cut(self.footer, self.rows, self.announced_rows)


@dataclass(frozen=True, slots=True)
class Settled:
    """The line that shows a proposal as finished: where it stands, in which file, and how far the money got."""

    source: RowSource
    file_name: str
    state: TransactionState


@dataclass(frozen=True, slots=True)
class KeptProposal:
    """A proposal in the store.

    Attributes:
        id: its row in the store.
        proposal: what the bill suggests; ``proposal.source`` and ``raw`` are the proof.
        bill_id: the bill of the proof, None when that import was taken back.
        file_name: name of the file of the proof.
        raw: the cells of the row of the proof, card numbers masked.
        order_file: name of the file in which the order of a refund stands.
        state: what became of it.
        why: why it was rejected, in the owner's words.
        decided_at: when it was decided, ISO 8601, empty while nobody has.
        item_id: the open item it became, None before that. The item may have been deleted since.
        settled: the later line that shows the money as through. It clears no open item by itself.
    """

    id: int
    case_id: int
    proposal: Proposal
    bill_id: int | None
    file_name: str
    raw: tuple[str, ...]
    order_file: str
    state: ProposalState
    why: str
    decided_at: str
    item_id: int | None
    settled: Settled | None


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What taking a bill back did.

    Attributes:
        bill: the bill that is gone.
        copy: name of the safety copy of the whole database that was made before.
        undecided: proposals that went with it because nobody had decided on them.
        kept_items: open items that were accepted from it; they stay, with their proof.
    """

    bill: Bill
    copy: str
    undecided: int
    kept_items: int


@dataclass(frozen=True, slots=True)
class UnpaidAnswer:
    """The owner said on a day that no payment is without a result; ``ask_again`` once a newer bill was imported."""

    on: date
    ask_again: bool


@dataclass(frozen=True, slots=True)
class DayTakings:
    """What the bills of a case say of one day, over all channels; amounts in fen."""

    income_fen: int
    income_count: int
    refund_fen: int
    refund_count: int

    @property
    def bills(self) -> bool:
        """Whether the bills hold anything of that day."""
        return bool(self.income_count or self.refund_count)


@dataclass(frozen=True, slots=True)
class Takings:
    """What came in through one channel in one month, and what went back.

    Attributes:
        month: its first day.
        income_fen: fen of paid sales, before refunds.
        refund_fen: fen of refunds to customers.
        count: paid sales.
    """

    month: date
    channel: BillChannel
    income_fen: int
    refund_fen: int
    count: int


_RANKS: tuple[frozenset[TransactionState], ...] = (
    frozenset({TransactionState.UNKNOWN}),
    frozenset({TransactionState.WAITING}),
    frozenset({TransactionState.UNFINISHED}),
    frozenset({TransactionState.DONE, TransactionState.CLOSED}),
    frozenset({TransactionState.REFUND_PENDING}),
    frozenset({TransactionState.REFUND_ACTION}),
    frozenset({TransactionState.PART_REFUNDED, TransactionState.REFUNDED}),
)
"""States of one line from weak to strong: a payment that is done may be refunded later, never the other way round."""


def stronger(one: TransactionState, other: TransactionState) -> TransactionState:
    """Return which of two states of one line holds.

    Bills are snapshots and may be imported in any order: a refund that is on its way outweighs the payment that was
    done before, one that needs the owner outweighs one that is only pending, and one that went through outweighs both.
    Of two states of one rank the first holds.
    """
    return other if _rank(other) > _rank(one) else one


def _rank(state: TransactionState) -> int:
    return next(at for at, states in enumerate(_RANKS) if state in states)
