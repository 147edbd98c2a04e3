"""Open items: what may be kept, how they group, and what they add up to."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.ledger.open_items import (
    WITHOUT_AMOUNT,
    Due,
    ItemKind,
    ItemState,
    OpenItem,
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
    cleared = clear(REFUND, TODAY, "  原路退回  ")
    assert (cleared.state, cleared.cleared_on, cleared.cleared_how) == (ItemState.CLEARED, TODAY, "原路退回")
    assert reopen(cleared) == REFUND
    with pytest.raises(BadInputError, match=r"item.cleared_without_way"):
        clear(REFUND, TODAY, "  ")
    with pytest.raises(BadInputError, match=r"item.cleared_before_original"):
        clear(REFUND, date(2026, 11, 12), "现金")
    with pytest.raises(BadInputError, match=r"item.cleared_without_date"):
        check_item(replace(cleared, cleared_on=None))


@given(st.lists(items))
def test_totals_count_open_items_only_and_overdue_is_a_part_of_them(found: list[OpenItem]) -> None:
    told = totals(found, TODAY)
    still_open = [item for item in found if is_open(item)]
    assert told.count == len(still_open)
    assert told.fen == sum(item.amount_fen or 0 for item in still_open)
    assert 0 <= told.overdue_count <= told.count
    assert 0 <= told.overdue_fen <= told.fen
