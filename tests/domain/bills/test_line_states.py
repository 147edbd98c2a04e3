"""One decision says how far the money of a line got; whatever stands in its columns, nothing open looks done."""

from hypothesis import given
from hypothesis import strategies as st

from pos_closeout.domain.bills.line_states import (
    STATES,
    LineFacts,
    LineKind,
    Meaning,
    decide,
    goes_back,
    moves_money,
)
from pos_closeout.domain.bills.transactions import OPEN_STATES, Direction, Kind, TransactionState

_MEANINGS = st.sampled_from(Meaning)
_FEN = st.integers(0, 3)
FACTS = st.builds(
    LineFacts,
    kind=st.sampled_from(LineKind),
    direction=st.sampled_from(Direction),
    status=_MEANINGS,
    more_status=_MEANINGS,
    refund_status=_MEANINGS,
    amount_fen=_FEN,
    refunded_fen=_FEN,
    funded=st.booleans(),
)
NOT_THROUGH = (
    Meaning.FAILED,
    Meaning.REFUND_FAILED,
    Meaning.CLOSED,
    Meaning.REVERSED,
    Meaning.RETURNED,
    Meaning.UNFINISHED,
    Meaning.REFUND_PENDING,
    Meaning.UNKNOWN,
)


def test_every_kind_has_a_state_for_every_meaning() -> None:
    assert all(set(states) == set(Meaning) for states in STATES.values())
    assert set(STATES) == set(LineKind)


@given(FACTS)
def test_a_line_without_money_is_never_open(facts: LineFacts) -> None:
    decided = decide(facts._replace(amount_fen=0, refunded_fen=0))
    assert decided.state not in OPEN_STATES


@given(FACTS)
def test_a_refund_that_is_not_through_is_never_final(facts: LineFacts) -> None:
    refund = facts._replace(kind=LineKind.REFUND, amount_fen=5)
    for meaning in NOT_THROUGH:
        assert decide(refund._replace(refund_status=meaning)).state in OPEN_STATES
        assert decide(refund._replace(status=meaning, refund_status=Meaning.NONE)).state in OPEN_STATES
    paid = facts._replace(kind=LineKind.PAYMENT, status=Meaning.DONE, more_status=Meaning.NONE, amount_fen=5)
    for meaning in NOT_THROUGH:
        assert decide(paid._replace(refund_status=meaning)).state in OPEN_STATES


@given(FACTS)
def test_a_word_nobody_knows_is_never_done(facts: LineFacts) -> None:
    unknown = facts._replace(status=Meaning.UNKNOWN, refund_status=Meaning.NONE, amount_fen=5)
    assert decide(unknown).state is TransactionState.UNKNOWN
    beside = facts._replace(kind=LineKind.PAYMENT, status=Meaning.DONE, refund_status=Meaning.UNKNOWN, amount_fen=5)
    assert decide(beside).state in OPEN_STATES


@given(FACTS)
def test_never_more_goes_back_than_there_was_and_only_of_what_was_paid(facts: LineFacts) -> None:
    decided = decide(facts)
    if decided.state is TransactionState.REFUNDED:
        assert decided.refunded_fen == facts.amount_fen
    if decided.state is TransactionState.PART_REFUNDED and facts.amount_fen:
        assert decided.refunded_fen < facts.amount_fen or facts.status is Meaning.PART_REFUNDED


def test_a_blank_state_of_a_sale_is_told_by_its_column_of_refunds() -> None:
    sale = LineFacts(LineKind.PAYMENT, Direction.IN, Meaning.DONE, amount_fen=48_00)
    assert decide(sale) == (TransactionState.DONE, 0)
    assert decide(sale._replace(refund_status=Meaning.REFUND_PENDING, refunded_fen=8_00)) == (
        TransactionState.REFUND_PENDING,
        8_00,
    )
    assert decide(sale._replace(refund_status=Meaning.REFUNDED, refunded_fen=8_00)) == (
        TransactionState.PART_REFUNDED,
        8_00,
    )
    assert decide(sale._replace(refund_status=Meaning.DONE, refunded_fen=48_00)) == (TransactionState.REFUNDED, 48_00)
    assert decide(sale._replace(refund_status=Meaning.REFUNDED)) == (TransactionState.REFUNDED, 48_00)


def test_an_order_that_was_paid_and_is_closed_went_back_and_one_nobody_paid_moved_nothing() -> None:
    bought = LineFacts(LineKind.PAYMENT, Direction.OUT, Meaning.CLOSED, amount_fen=50_00)
    assert decide(bought).state is TransactionState.REFUNDED
    for unpaid in (
        bought._replace(funded=False),
        bought._replace(direction=Direction.IN),
        bought._replace(direction=Direction.NEUTRAL),
        bought._replace(more_status=Meaning.UNFINISHED),
    ):
        assert decide(unpaid).state is TransactionState.CLOSED


def test_sums_leave_out_what_moved_nothing_and_hold_what_is_on_its_way() -> None:
    assert not moves_money(Kind.PAYMENT, TransactionState.CLOSED)
    assert not moves_money(Kind.REFUND, TransactionState.REFUND_ACTION)
    assert moves_money(Kind.ORDER, TransactionState.REFUND_ACTION), "the sale itself was paid"
    assert moves_money(Kind.PAYMENT, TransactionState.UNFINISHED)
    assert moves_money(Kind.REFUND, TransactionState.REFUND_PENDING)
    assert goes_back(Kind.ORDER, TransactionState.REFUND_PENDING, 800) == 800
    assert (
        goes_back(Kind.ORDER, TransactionState.REFUND_ACTION, 800)
        == goes_back(Kind.PAYMENT, TransactionState.PART_REFUNDED, 800)
        == 0
    )
