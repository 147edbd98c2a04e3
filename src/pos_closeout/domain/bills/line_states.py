"""How far the money of one line of a bill got: one decision over what the line is and every word it says about itself.

The same for known layouts and for tables whose columns the owner named. A refund that did not succeed is never final,
and a word nobody knows is never done.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from pos_closeout.domain.bills.transactions import OPEN_STATES, Direction, Kind, State


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

    state: State
    refunded_fen: int


_PAYMENT = MappingProxyType(
    {
        Meaning.NONE: State.UNKNOWN,
        Meaning.DONE: State.DONE,
        Meaning.UNFINISHED: State.UNFINISHED,
        Meaning.WAITING: State.WAITING,
        Meaning.SENT: State.DONE,
        Meaning.HELD: State.WAITING,
        Meaning.FAILED: State.CLOSED,
        Meaning.CLOSED: State.CLOSED,
        Meaning.REVERSED: State.CLOSED,
        Meaning.RETURNED: State.CLOSED,
        Meaning.REFUNDED: State.REFUNDED,
        Meaning.PART_REFUNDED: State.PART_REFUNDED,
        Meaning.REFUND_PENDING: State.REFUND_PENDING,
        Meaning.REFUND_FAILED: State.REFUND_ACTION,
        Meaning.UNKNOWN: State.UNKNOWN,
    }
)
_REFUND = MappingProxyType(
    {
        Meaning.NONE: State.UNKNOWN,
        Meaning.DONE: State.REFUNDED,
        Meaning.UNFINISHED: State.REFUND_PENDING,
        Meaning.WAITING: State.REFUND_PENDING,
        Meaning.SENT: State.REFUNDED,
        Meaning.HELD: State.REFUND_PENDING,
        Meaning.FAILED: State.REFUND_ACTION,
        Meaning.CLOSED: State.REFUND_ACTION,
        Meaning.REVERSED: State.REFUND_ACTION,
        Meaning.RETURNED: State.REFUND_ACTION,
        Meaning.REFUNDED: State.REFUNDED,
        Meaning.PART_REFUNDED: State.REFUNDED,
        Meaning.REFUND_PENDING: State.REFUND_PENDING,
        Meaning.REFUND_FAILED: State.REFUND_ACTION,
        Meaning.UNKNOWN: State.UNKNOWN,
    }
)
_WAITS = MappingProxyType(dict.fromkeys((Meaning.DONE, Meaning.UNFINISHED, Meaning.WAITING), State.WAITING))

STATES: Mapping[LineKind, Mapping[Meaning, State]] = MappingProxyType(
    {
        LineKind.PAYMENT: _PAYMENT,
        LineKind.REFUND: _REFUND,
        # What puts a sale back and failed leaves the refund as it is, which has a line of its own.
        LineKind.REFUND_UNDONE: _PAYMENT,
        LineKind.TRANSFER: MappingProxyType({**_PAYMENT, Meaning.SENT: State.WAITING}),
        LineKind.WITHDRAWAL: MappingProxyType({**_PAYMENT, Meaning.REFUNDED: State.CLOSED}),
        LineKind.HOLD: MappingProxyType({**_PAYMENT, **_WAITS, Meaning.REFUNDED: State.CLOSED}),
        # A hold that was to be given free and was not still blocks the customer's money.
        LineKind.HOLD_UNDONE: MappingProxyType(
            {**_PAYMENT, Meaning.DONE: State.CLOSED, Meaning.FAILED: State.WAITING, Meaning.UNFINISHED: State.WAITING}
        ),
    }
)
"""State of a line by what it is and what its one word says."""

_NOT_PAID = frozenset({Meaning.UNFINISHED, Meaning.WAITING, Meaning.HELD})
_HINDERED = frozenset(
    {Meaning.FAILED, Meaning.UNFINISHED, Meaning.REFUND_FAILED, Meaning.REFUND_PENDING, Meaning.UNKNOWN}
)
_WENT_BACK = frozenset({State.REFUNDED, State.PART_REFUNDED})
_PAID = frozenset({State.DONE, *_WENT_BACK})
_ORDERS = frozenset({LineKind.PAYMENT, LineKind.REFUND_UNDONE, LineKind.TRANSFER, LineKind.WITHDRAWAL})


def decide(facts: LineFacts) -> Decided:
    """Return the state of a line, and how much of it went or goes back."""
    state = _refund_line(facts) if facts.kind is LineKind.REFUND else _order_line(facts)
    if facts.kind in _ORDERS:
        state, refunded = _with_refund(state, facts)
    else:
        refunded = facts.amount_fen if state in _WENT_BACK else facts.refunded_fen
    if state in OPEN_STATES and not facts.amount_fen and not facts.refunded_fen:
        return Decided(State.CLOSED, 0)
    return Decided(state, refunded)


def _refund_line(facts: LineFacts) -> State:
    """Let the column about refunds decide, unless the line itself says that something is in the way."""
    own = STATES[LineKind.REFUND]
    if facts.refund_status is Meaning.NONE:
        return own[facts.status]
    states = {own[facts.refund_status]}
    if facts.status in _HINDERED:
        states.add(own[facts.status])
    return next(state for state in _WORST_FIRST if state in states)


_WORST_FIRST = (State.REFUND_ACTION, State.UNKNOWN, State.REFUND_PENDING, State.REFUNDED)


def _order_line(facts: LineFacts) -> State:
    states = STATES[facts.kind]
    status, more = facts.status, facts.more_status
    if status is Meaning.CLOSED and facts.kind is LineKind.PAYMENT:
        # An order that was paid for and is closed has been paid back; one that nobody paid for is only closed.
        paid = facts.direction is Direction.OUT and facts.funded and more not in _NOT_PAID
        return State.REFUNDED if paid else State.CLOSED
    if status is Meaning.DONE and more in {*_NOT_PAID, Meaning.UNKNOWN}:
        return states[more]
    return states[status]


def _with_refund(state: State, facts: LineFacts) -> tuple[State, int]:
    """Settle what became of the refund that stands in the line of its order."""
    whole, back = facts.amount_fen, facts.refunded_fen
    if facts.refund_status is not Meaning.NONE and state in {*_PAID, State.CLOSED}:
        told = STATES[LineKind.REFUND][facts.refund_status]
        if told is not State.REFUNDED:
            return told, back
        part = (back and back < whole) or (not back and facts.refund_status is Meaning.PART_REFUNDED)
        return (State.PART_REFUNDED, back) if part else (State.REFUNDED, whole)
    if state is State.REFUNDED or (state in _PAID and back and back >= whole):
        return State.REFUNDED, whole
    return (State.PART_REFUNDED if back and state in _PAID else state), back


def moves_money(kind: Kind, state: State) -> bool:
    """Return whether a line counts in a sum: unless it is known to have moved nothing.

    A refund that failed is open and moved nothing; the order it belongs to did.
    """
    return state is not State.CLOSED and not (kind is Kind.REFUND and state is State.REFUND_ACTION)


def goes_back(kind: Kind, state: State, refunded_fen: int) -> int:
    """Return what a line that carries its own refund sends back, in fen; what failed stays."""
    return refunded_fen if kind is Kind.ORDER and state is not State.REFUND_ACTION else 0
