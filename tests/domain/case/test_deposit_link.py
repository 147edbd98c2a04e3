"""What the open items and the follow-up say of the deposit is offered to the other."""

from dataclasses import replace
from datetime import date

import pytest

from pos_closeout.domain.case.deposit_link import from_items, items_settled
from pos_closeout.domain.case.follow_up import DepositState, FollowUp
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem, clear

DEPOSIT = OpenItem(id=1, kind=ItemKind.DEPOSIT, amount_fen=299_00)
FEE = OpenItem(id=2, kind=ItemKind.FEE, amount_fen=48_00)
DAY = date(2026, 12, 20)
BACK = clear(DEPOSIT, DAY, "bank", DAY)


def test_only_open_deposits_are_offered_and_only_once_all_of_it_is_home() -> None:
    assert items_settled(DepositState.HOME, (DEPOSIT, FEE, BACK)) == (DEPOSIT,)
    for state in set(DepositState) - {DepositState.HOME}:
        assert not items_settled(state, (DEPOSIT,))


def test_cleared_deposits_fill_the_last_day_and_the_sum() -> None:
    second = clear(replace(DEPOSIT, id=3, amount_fen=1_00), date(2026, 12, 1), "cash", date(2026, 12, 1))
    filled = from_items(FollowUp(slip_number="7"), (BACK, FEE, second))
    assert filled == FollowUp(slip_number="7", deposit_received_on=DAY, deposit_received_fen=300_00)


@pytest.mark.parametrize(
    ("told", "items"),
    [
        (FollowUp(), ()),
        (FollowUp(), (clear(FEE, DAY, "bank", DAY),)),
        (FollowUp(), (BACK, DEPOSIT)),
        (FollowUp(), (replace(BACK, amount_fen=None),)),
        (FollowUp(deposit_received_fen=1), (BACK,)),
        (FollowUp(deposit_received_on=DAY), (BACK,)),
        (FollowUp(deposit_deducted_fen=299_00), (BACK,)),
        (FollowUp(deposit_none=True), (BACK,)),
    ],
)
def test_nothing_is_filled_that_is_not_known_or_that_the_owner_wrote(
    told: FollowUp, items: tuple[OpenItem, ...]
) -> None:
    assert from_items(told, items) is None
