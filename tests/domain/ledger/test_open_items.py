"""Open items: what may be kept, how they group, and what they add up to."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.ledger.open_items import (
    DIRECTIONS,
    WITHOUT_AMOUNT,
    Due,
    ItemDirection,
    ItemKind,
    ItemState,
    OpenItem,
    check_change,
    check_item,
    clear,
    due_group,
    is_open,
    reopen,
    totals,
)

TODAY = date(2026, 11, 22)
REFUND = OpenItem(id=1, amount_fen=12850, original_on=date(2026, 11, 13))

items = st.builds(
    OpenItem,
    id=st.integers(1, 10_000),
    kind=st.sampled_from(ItemKind),
    amount_fen=st.none() | st.integers(1, 10**9),
    due_on=st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    state=st.sampled_from(ItemState),
)


@pytest.mark.parametrize(
    ("days", "group"),
    [(-1, Due.OVERDUE), (0, Due.TODAY), (1, Due.THIS_WEEK), (7, Due.THIS_WEEK), (8, Due.LATER), (None, Due.NO_DATE)],
)
def test_the_group_follows_from_the_days_left(days: int | None, group: Due) -> None:
    due = None if days is None else TODAY + timedelta(days=days)
    assert due_group(OpenItem(due_on=due), TODAY) is group


def test_kinds_that_are_money_need_an_amount_and_papers_do_not() -> None:
    for kind in ItemKind:
        item = OpenItem(kind=kind)
        if kind in WITHOUT_AMOUNT:
            assert check_item(item) == item
        else:
            with pytest.raises(BadInputError, match=r"item.amount_missing"):
                check_item(item)


@pytest.mark.parametrize("fen", [0, -1, 99_999_999_99 + 1])
def test_absurd_amounts_are_not_kept(fen: int) -> None:
    with pytest.raises(BadInputError, match=r"amount.out_of_range"):
        check_item(replace(REFUND, amount_fen=fen))


def test_clearing_needs_a_day_and_a_way_and_can_be_taken_back() -> None:
    cleared = clear(REFUND, TODAY, "  原路退回  ", TODAY)
    assert (cleared.state, cleared.cleared_on, cleared.cleared_how) == (ItemState.CLEARED, TODAY, "原路退回")
    assert reopen(cleared) == REFUND
    with pytest.raises(BadInputError, match=r"item.cleared_without_way"):
        clear(REFUND, TODAY, "  ", TODAY)
    with pytest.raises(BadInputError, match=r"item.cleared_before_original"):
        clear(REFUND, date(2026, 11, 12), "现金", TODAY)
    with pytest.raises(BadInputError, match=r"item.cleared_without_date"):
        check_item(replace(cleared, cleared_on=None))


def test_nothing_is_cleared_on_a_day_that_has_not_come() -> None:
    tomorrow = TODAY + timedelta(days=1)
    with pytest.raises(BadInputError, match=r"item.cleared_in_future"):
        clear(REFUND, tomorrow, "原路退回", TODAY)
    assert clear(REFUND, tomorrow, "原路退回", tomorrow).cleared_on == tomorrow


def test_what_is_cleared_is_not_cleared_again() -> None:
    with pytest.raises(BadInputError, match=r"item.cleared_already"):
        clear(clear(REFUND, TODAY, "原路退回", TODAY), TODAY, "现金", TODAY)


@pytest.mark.parametrize(
    "change",
    [{"amount_fen": 1}, {"kind": ItemKind.FEE}, {"original_on": None}, {"due_on": TODAY}],
    ids=lambda change: next(iter(change)),
)
def test_what_a_cleared_item_was_about_stays(change: dict[str, object]) -> None:
    cleared = clear(REFUND, TODAY, "原路退回", TODAY)
    with pytest.raises(BadInputError, match=r"item.cleared_is_kept"):
        check_change(cleared, replace(cleared, **change), TODAY)  # type: ignore[arg-type]  # fields by name
    changed = replace(REFUND, **change)  # type: ignore[arg-type]  # fields by name
    assert check_change(REFUND, changed, TODAY) == changed
    assert check_change(cleared, changed, TODAY) == changed


def test_texts_and_the_day_of_a_cleared_item_can_be_put_right() -> None:
    cleared = clear(REFUND, TODAY, "原路退回", TODAY)
    noted = replace(cleared, note="收据在抽屉里", cleared_on=TODAY - timedelta(days=2))
    assert check_change(cleared, noted, TODAY) == noted
    for before in (cleared, REFUND, None):
        with pytest.raises(BadInputError, match=r"item.cleared_in_future"):
            check_change(before, replace(cleared, cleared_on=TODAY + timedelta(days=1)), TODAY)


def test_a_day_kept_while_the_clock_was_wrong_does_not_lock_the_item() -> None:
    ahead = replace(REFUND, state=ItemState.CLEARED, cleared_on=TODAY + timedelta(days=9), cleared_how="现金")
    assert check_change(ahead, replace(ahead, note="钟错了"), TODAY).note == "钟错了"


def test_every_kind_knows_which_way_its_money_goes() -> None:
    assert set(DIRECTIONS) == set(ItemKind)
    assert DIRECTIONS[ItemKind.REFUND] is DIRECTIONS[ItemKind.PREPAID] is ItemDirection.TO_PAY
    assert DIRECTIONS[ItemKind.SETTLEMENT] is DIRECTIONS[ItemKind.DEPOSIT] is ItemDirection.TO_GET
    assert DIRECTIONS[ItemKind.CHARGEBACK] is ItemDirection.TO_GET
    assert DIRECTIONS[ItemKind.DEVICE] is ItemDirection.NEITHER


@given(st.lists(items))
def test_each_direction_has_a_sum_of_its_own_over_open_items_only(found: list[OpenItem]) -> None:
    told = totals(found, TODAY)
    still_open = [item for item in found if is_open(item)]
    late = [item for item in still_open if due_group(item, TODAY) is Due.OVERDUE]
    assert (told.count, told.overdue_count) == (len(still_open), len(late))
    for direction, one in zip(ItemDirection, (told.to_pay, told.to_get, told.neither), strict=True):
        own = [item for item in still_open if DIRECTIONS[item.kind] is direction]
        own_late = [item for item in late if DIRECTIONS[item.kind] is direction]
        assert (one.count, one.fen) == (len(own), sum(item.amount_fen or 0 for item in own))
        assert (one.overdue_count, one.overdue_fen) == (len(own_late), sum(item.amount_fen or 0 for item in own_late))
