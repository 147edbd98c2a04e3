from datetime import date, datetime, timedelta

import pytest

from pos_closeout.actions.cases.check_case import check_case
from pos_closeout.actions.cases.sample import add_sample_case, sample_case, sample_items
from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.items.due import due_of
from pos_closeout.domain.device.terminal import Action
from pos_closeout.domain.eligibility.eligibility import CHECKS
from pos_closeout.domain.errors import NotFoundError
from pos_closeout.domain.ledger.open_items import Due, ItemKind, check_item, due_group


@pytest.mark.parametrize("ahead", [0, 1, 400])
def test_one_item_is_overdue_and_one_due_today_on_any_day(today: date, ahead: int) -> None:
    day = today + timedelta(days=ahead)
    items = [check_item(item) for item in sample_items(day)]
    groups = [due_group(item, day) for item in items]
    assert groups.count(Due.OVERDUE) == groups.count(Due.TODAY) == 1
    assert [item.kind for item in items].count(ItemKind.REFUND) == 2


def test_the_sample_is_marked_and_stored_with_its_items(store: Store, today: date, now: datetime) -> None:
    case = add_sample_case(store, today, now)
    assert case.sample
    assert [terminal.action for terminal in case.terminals] == [Action.REMOVE, Action.REMOVE]
    assert not case.terminals[1].serial_number
    assert len(store.items.for_case(case.id)) == len(sample_items(today))
    assert sample_case(today).merchant == case.merchant


def test_the_checks_run_on_a_stored_case(store: Store, today: date, now: datetime) -> None:
    case = add_sample_case(store, today, now)
    assert list(dict.fromkeys(found.check for found in check_case(store, case.id, today))) == list(CHECKS)
    with pytest.raises(NotFoundError):
        check_case(store, case.id + 1, today)


def test_the_dates_of_the_refunds_follow_from_their_fields(store: Store, today: date, now: datetime) -> None:
    case = add_sample_case(store, today, now)
    refunds = [item for item in store.items.for_case(case.id) if item.kind is ItemKind.REFUND]
    assert [due_of(store, item).on for item in refunds] == [item.due_on for item in refunds]
