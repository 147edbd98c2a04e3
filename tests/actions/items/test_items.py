from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from pos_closeout.actions.cases.cases import open_case
from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.items.items import (
    add_item,
    add_items,
    change_item,
    clear_item,
    delete_item,
    list_items,
    load_item,
    reopen_item,
    restore_item,
)
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.errors import BadInputError, NotFoundError
from pos_closeout.domain.ledger.open_items import ItemState, OpenItem

CARD = "6222021001000004"


@pytest.fixture
def case(store: Store, today: date, now: datetime) -> Case:
    return open_case(store, today, now)


def test_an_item_goes_from_open_to_cleared_and_back(store: Store, case: Case, today: date, now: datetime) -> None:
    item = add_item(store, OpenItem(case_id=case.id, amount_fen=100), now)
    cleared = clear_item(store, item.id, today, " 已原路退回 ", now)
    assert (cleared.state, cleared.cleared_on, cleared.cleared_how) == (ItemState.CLEARED, today, "已原路退回")
    assert list_items(store) == ()
    assert list_items(store, cleared=True) == (cleared,)
    assert reopen_item(store, item.id, now) == item == load_item(store, item.id)


def test_a_deleted_item_can_be_brought_back(store: Store, case: Case, now: datetime) -> None:
    item = add_item(store, OpenItem(case_id=case.id, amount_fen=100), now)
    assert restore_item(store, delete_item(store, item.id, now), now) == item
    assert list_items(store) == (item,)


def test_the_most_urgent_comes_first_and_what_is_cleared_last(
    store: Store, case: Case, today: date, now: datetime
) -> None:
    days = (None, 5, -2, 0)
    due = [None if day is None else today + timedelta(days=day) for day in days]
    none, later, overdue, now_due = add_items(
        store, [OpenItem(case_id=case.id, amount_fen=1, due_on=day) for day in due], now
    )
    assert list_items(store, case.id) == (overdue, now_due, later, none)
    cleared = clear_item(store, overdue.id, today, "已退", now)
    assert list_items(store, case.id, cleared=True) == (now_due, later, none, cleared)


@pytest.mark.parametrize("fen", [0, -1, 99_999_999_99 + 1, None])
def test_an_impossible_amount_is_refused_everywhere(store: Store, case: Case, now: datetime, fen: int | None) -> None:
    item = add_item(store, OpenItem(case_id=case.id, amount_fen=100), now)
    wrong = replace(item, amount_fen=fen)
    with pytest.raises(BadInputError):
        add_item(store, wrong, now)
    with pytest.raises(BadInputError):
        add_items(store, [item, wrong], now)
    with pytest.raises(BadInputError):
        change_item(store, wrong, now)
    assert list_items(store) == (item,)


def test_no_card_number_is_kept_whole(store: Store, case: Case, today: date, now: datetime) -> None:
    wanted = OpenItem(
        case_id=case.id,
        amount_fen=1,
        masked_account=CARD,
        reference=CARD,
        voucher=CARD,
        counterparty=f"卡 {CARD}",
        contact=CARD,
        due_basis=CARD,
        note=CARD,
    )
    item = add_item(store, wanted, now)
    cleared = clear_item(store, item.id, today, f"退到 {CARD}", now)
    assert CARD not in repr((item, cleared, store.timeline.for_case(case.id)))
    assert cleared.cleared_how == "退到 622202******0004"


def test_the_items_of_a_case_that_is_not_there_are_refused(store: Store) -> None:
    with pytest.raises(NotFoundError):
        list_items(store, 9)
