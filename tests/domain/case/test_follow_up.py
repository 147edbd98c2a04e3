"""After the stop: the deposit adds up, every month is looked through, and nothing is finished before it is."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_closeout.domain.case.follow_up import (
    DepositState,
    FollowUp,
    LateCharge,
    WatchState,
    check_charge,
    deposit_open,
    deposit_state,
    follow_up_missing,
    still_to_come,
    watch,
    with_checked,
)
from pos_closeout.domain.errors import BadInputError

TODAY = date(2027, 2, 10)
STOP = date(2026, 11, 30)
FEN = st.none() | st.integers(0, 1_000_000)


def test_the_months_of_the_stop_and_the_three_after_it_are_watched() -> None:
    assert watch(STOP, (), TODAY) == (
        (date(2026, 11, 1), WatchState.DUE),
        (date(2026, 12, 1), WatchState.DUE),
        (date(2027, 1, 1), WatchState.DUE),
        (date(2027, 2, 1), WatchState.AHEAD),
    )
    assert watch(None, (), TODAY) == ()


@given(st.dates(date(2026, 1, 1), date(2028, 12, 31)), st.data())
def test_ticking_a_month_off_and_on_again_changes_nothing_else(stop: date, data: st.DataObject) -> None:
    months = [month for month, _ in watch(stop, (), TODAY)]
    month = data.draw(st.sampled_from(months))
    checked = with_checked((), month, TODAY)
    states = dict(watch(stop, checked, TODAY))
    assert [each for each in months if states[each] is WatchState.CHECKED] == [month]
    assert with_checked(checked, month, None) == ()


@given(FEN, FEN, FEN, st.sampled_from(["", "损坏"]))
def test_a_deposit_is_home_only_when_nothing_is_missing(
    due: int | None, received: int | None, deducted: int | None, why: str
) -> None:
    told = FollowUp(deposit_received_fen=received, deposit_deducted_fen=deducted, deposit_deducted_why=why)
    left = deposit_open(told, due)
    assert left >= 0
    if deposit_state(told, due) is DepositState.HOME:
        assert left == 0
        assert (received or 0) + ((deducted or 0) if why else 0) >= (due or 0)


def test_a_deduction_without_a_reason_does_not_settle_a_deposit() -> None:
    told = FollowUp(deposit_received_fen=200_00, deposit_deducted_fen=99_00)
    assert (deposit_state(told, 299_00), deposit_open(told, 299_00)) == (DepositState.SHORT, 99_00)
    told = replace(told, deposit_deducted_why="外壳破损，协议第8条")
    assert deposit_state(told, 299_00) is DepositState.HOME


def test_what_may_still_come_counts_from_the_stop_and_the_last_transaction() -> None:
    days = dict(still_to_come(FollowUp(claw_back_months=36), STOP, date(2026, 11, 28)))
    assert days == {"dispute": date(2027, 5, 27), "claw_back": date(2029, 11, 30)}
    assert still_to_come(FollowUp(), None, None) == ()


def test_a_step_lacks_everything_at_first_and_nothing_at_the_end() -> None:
    watched = watch(STOP, (), TODAY)
    charge = LateCharge(TODAY, 36_00, "流量费")
    lacking = follow_up_missing(
        FollowUp(), watched=watched, charges=[charge], deposit=DepositState.WAITING, open_items=2
    )
    assert lacking == ("confirmation", "deposit", "watch", "charges", "items")
    done = tuple((month, WatchState.CHECKED) for month, _ in watched)
    finished = follow_up_missing(
        FollowUp(confirmed_on=TODAY),
        watched=done,
        charges=[replace(charge, returned_on=TODAY)],
        deposit=DepositState.HOME,
        open_items=0,
    )
    assert finished == ()


@pytest.mark.parametrize(
    ("charge", "message"),
    [
        (LateCharge(None, 100), "incomplete"),
        (LateCharge(TODAY, None), "incomplete"),
        (LateCharge(date(2027, 2, 11), 100), "in_future"),
        (LateCharge(TODAY, 100, returned_on=STOP), "returned_before"),
    ],
)
def test_an_impossible_charge_is_refused(charge: LateCharge, message: str) -> None:
    with pytest.raises(BadInputError, match=message):
        check_charge(charge, TODAY)
