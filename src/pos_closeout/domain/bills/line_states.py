"""How far the money of one line of a bill got: one decision over what the line is and every word it says about itself.

The same for known layouts and for tables whose columns the owner named. A refund that did not succeed is never final,
and a word nobody knows is never done.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from pos_closeout.domain.bills.transactions import OPEN_STATES, Direction, Kind, TransactionState


class LineKind(StrEnum):
    """What a line is about, before it is asked how far it got.

    ``REFUND_UNDONE`` puts a sale back (消费撤销冲正), a ``HOLD`` blocks money on a customer's card (预授权),
    ``HOLD_UNDONE`` gives it free, a ``TRANSFER`` may still wait to be taken, a ``WITHDRAWAL`` goes to the owner's bank.
    """

    PAYMENT = "payment"
    REFUND = "refund"
    REFUND_UNDONE = "refund_undone"
    HOLD = "hold"
    HOLD_UNDONE = "hold_undone"
    TRANSFER = "transfer"
    WITHDRAWAL = "withdrawal"


class Meaning(StrEnum):
    """What a platform's word says, whatever line it stands on. ``NONE`` is a blank cell."""

    NONE = "none"
    DONE = "done"
    UNFINISHED = "unfinished"
    WAITING = "waiting"
    SENT = "sent"
    HELD = "held"
    FAILED = "failed"
    CLOSED = "closed"
    REVERSED = "reversed"
    RETURNED = "returned"
    REFUNDED = "refunded"
    PART_REFUNDED = "part_refunded"
    REFUND_PENDING = "refund_pending"
    REFUND_FAILED = "refund_failed"
    UNKNOWN = "unknown"


class LineFacts(NamedTuple):
    """All that a line says about how far its money got.

    ``status`` is the word of the order, ``more_status`` a second one about its money, ``refund_status`` the one of a
    column about refunds; amounts in fen; ``funded`` is False where the bill has a column for what a payment was made
    with and it is blank.
    """

    kind: LineKind
    direction: Direction
    status: Meaning = Meaning.NONE
    more_status: Meaning = Meaning.NONE
    refund_status: Meaning = Meaning.NONE
    amount_fen: int = 0
    refunded_fen: int = 0
    funded: bool = True


class Decided(NamedTuple):
    """The state of a line, and how much of it went or goes back in fen."""

    state: TransactionState
    refunded_fen: int


_PAYMENT = MappingProxyType(
    {
        Meaning.NONE: TransactionState.UNKNOWN,
        Meaning.DONE: TransactionState.DONE,
        Meaning.UNFINISHED: TransactionState.UNFINISHED,
        Meaning.WAITING: TransactionState.WAITING,
        Meaning.SENT: TransactionState.DONE,
        Meaning.HELD: TransactionState.WAITING,
        Meaning.FAILED: TransactionState.CLOSED,
        Meaning.CLOSED: TransactionState.CLOSED,
        Meaning.REVERSED: TransactionState.CLOSED,
        Meaning.RETURNED: TransactionState.CLOSED,
        Meaning.REFUNDED: TransactionState.REFUNDED,
        Meaning.PART_REFUNDED: TransactionState.PART_REFUNDED,
        Meaning.REFUND_PENDING: TransactionState.REFUND_PENDING,
        Meaning.REFUND_FAILED: TransactionState.REFUND_ACTION,
        Meaning.UNKNOWN: TransactionState.UNKNOWN,
    }
)
_REFUND = MappingProxyType(
    {
        Meaning.NONE: TransactionState.UNKNOWN,
        Meaning.DONE: TransactionState.REFUNDED,
        Meaning.UNFINISHED: TransactionState.REFUND_PENDING,
        Meaning.WAITING: TransactionState.REFUND_PENDING,
        Meaning.SENT: TransactionState.REFUNDED,
        Meaning.HELD: TransactionState.REFUND_PENDING,
        Meaning.FAILED: TransactionState.REFUND_ACTION,
        Meaning.CLOSED: TransactionState.REFUND_ACTION,
        Meaning.REVERSED: TransactionState.REFUND_ACTION,
        Meaning.RETURNED: TransactionState.REFUND_ACTION,
        Meaning.REFUNDED: TransactionState.REFUNDED,
        Meaning.PART_REFUNDED: TransactionState.REFUNDED,
        Meaning.REFUND_PENDING: TransactionState.REFUND_PENDING,
        Meaning.REFUND_FAILED: TransactionState.REFUND_ACTION,
        Meaning.UNKNOWN: TransactionState.UNKNOWN,
    }
)
_WAITS = MappingProxyType(dict.fromkeys((Meaning.DONE, Meaning.UNFINISHED, Meaning.WAITING), TransactionState.WAITING))

STATES: Mapping[LineKind, Mapping[Meaning, TransactionState]] = MappingProxyType(
    {
        LineKind.PAYMENT: _PAYMENT,
        LineKind.REFUND: _REFUND,
        # What puts a sale back and failed leaves the refund as it is, which has a line of its own.
        LineKind.REFUND_UNDONE: _PAYMENT,
        LineKind.TRANSFER: MappingProxyType({**_PAYMENT, Meaning.SENT: TransactionState.WAITING}),
        LineKind.WITHDRAWAL: MappingProxyType({**_PAYMENT, Meaning.REFUNDED: TransactionState.CLOSED}),
        LineKind.HOLD: MappingProxyType({**_PAYMENT, **_WAITS, Meaning.REFUNDED: TransactionState.CLOSED}),
        # A hold that was to be given free and was not still blocks the customer's money.
        LineKind.HOLD_UNDONE: MappingProxyType(
            {
                **_PAYMENT,
                Meaning.DONE: TransactionState.CLOSED,
                Meaning.FAILED: TransactionState.WAITING,
                Meaning.UNFINISHED: TransactionState.WAITING,
            }
        ),
    }
)
"""TransactionState of a line by what it is and what its one word says."""

_NOT_PAID = frozenset({Meaning.UNFINISHED, Meaning.WAITING, Meaning.HELD})
_HINDERED = frozenset(
    {Meaning.FAILED, Meaning.UNFINISHED, Meaning.REFUND_FAILED, Meaning.REFUND_PENDING, Meaning.UNKNOWN}
)
_WENT_BACK = frozenset({TransactionState.REFUNDED, TransactionState.PART_REFUNDED})
_PAID = frozenset({TransactionState.DONE, *_WENT_BACK})
_ORDERS = frozenset({LineKind.PAYMENT, LineKind.REFUND_UNDONE, LineKind.TRANSFER, LineKind.WITHDRAWAL})


def decide(facts: LineFacts) -> Decided:
    """Return the state of a line, and how much of it went or goes back."""
    state = _refund_line(facts) if facts.kind is LineKind.REFUND else _order_line(facts)
    if facts.kind in _ORDERS:
        state, refunded = _with_refund(state, facts)
    else:
        refunded = facts.amount_fen if state in _WENT_BACK else facts.refunded_fen
    if state in OPEN_STATES and not facts.amount_fen and not facts.refunded_fen:
        return Decided(TransactionState.CLOSED, 0)
    return Decided(state, refunded)


def _refund_line(facts: LineFacts) -> TransactionState:
    """Let the column about refunds decide, unless the line itself says that something is in the way."""
    own = STATES[LineKind.REFUND]
    if facts.refund_status is Meaning.NONE:
        return own[facts.status]
    states = {own[facts.refund_status]}
    if facts.status in _HINDERED:
        states.add(own[facts.status])
    return next(state for state in _WORST_FIRST if state in states)


_WORST_FIRST = (
    TransactionState.REFUND_ACTION,
    TransactionState.UNKNOWN,
    TransactionState.REFUND_PENDING,
    TransactionState.REFUNDED,
)


def _order_line(facts: LineFacts) -> TransactionState:
    states = STATES[facts.kind]
    status, more = facts.status, facts.more_status
    if status is Meaning.CLOSED and facts.kind is LineKind.PAYMENT:
        # An order that was paid for and is closed has been paid back; one that nobody paid for is only closed.
        paid = facts.direction is Direction.OUT and facts.funded and more not in _NOT_PAID
        return TransactionState.REFUNDED if paid else TransactionState.CLOSED
    if status is Meaning.DONE and more in {*_NOT_PAID, Meaning.UNKNOWN}:
        return states[more]
    return states[status]


def _with_refund(state: TransactionState, facts: LineFacts) -> tuple[TransactionState, int]:
    """Settle what became of the refund that stands in the line of its order."""
    whole, back = facts.amount_fen, facts.refunded_fen
    if facts.refund_status is not Meaning.NONE and state in {*_PAID, TransactionState.CLOSED}:
        told = STATES[LineKind.REFUND][facts.refund_status]
        if told is not TransactionState.REFUNDED:
            return told, back
        part = (back and back < whole) or (not back and facts.refund_status is Meaning.PART_REFUNDED)
        return (TransactionState.PART_REFUNDED, back) if part else (TransactionState.REFUNDED, whole)
    if state is TransactionState.REFUNDED or (state in _PAID and back and back >= whole):
        return TransactionState.REFUNDED, whole
    return (TransactionState.PART_REFUNDED if back and state in _PAID else state), back


def moves_money(kind: Kind, state: TransactionState) -> bool:
    """Return whether a line counts in a sum: unless it is known to have moved nothing.

    A refund that failed is open and moved nothing; the order it belongs to did.
    """
    return state is not TransactionState.CLOSED and not (
        kind is Kind.REFUND and state is TransactionState.REFUND_ACTION
    )


def goes_back(kind: Kind, state: TransactionState, refunded_fen: int) -> int:
    """Return what a line that carries its own refund sends back, in fen; what failed stays."""
    return refunded_fen if kind is Kind.ORDER and state is not TransactionState.REFUND_ACTION else 0
