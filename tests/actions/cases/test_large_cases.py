"""What is asked of a case straight from the database says the same as looking at every item of it."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from pos_closeout.actions.cases.case_json import import_case
from pos_closeout.actions.cases.closing import close_case, reopen_case, standing_of
from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.items.due import refund_plan, terms
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.ledger.open_items import ItemKind, ItemState, OpenItem, PaymentChannel, is_open, urgency
from pos_closeout.domain.ledger.refund_windows import plan_open_refunds

TODAY = date(2026, 11, 22)
KINDS, CHANNELS = tuple(ItemKind), tuple(PaymentChannel)


@pytest.fixture
def case(store: Store, now: datetime) -> Case:
    made = import_case(store, '{"request": {"stop_on": "2026-11-30"}}', now.date(), now)
    other = import_case(store, "{}", now.date(), now)
    store.items.add_many((replace(item, case_id=case.id) for case in (made, other) for item in some(220)), now)
    return made


def some(count: int) -> list[OpenItem]:
    """Return items of every kind, channel and age, some cleared, some without a date or an amount."""
    return [
        OpenItem(
            kind=KINDS[number % 5 and number % len(KINDS)],
            channel=CHANNELS[number % len(CHANNELS)],
            amount_fen=None if number % 11 == 0 else 100 * (number % 17 + 1),
            original_on=None if number % 13 == 0 else TODAY - timedelta(days=number * 7 % 500),
            due_on=None if number % 7 == 0 else TODAY + timedelta(days=number % 60 - 30),
            state=ItemState.CLEARED if number % 9 == 0 else ItemState.OPEN,
        )
        for number in range(count)
    ]


def test_the_refund_plan_names_the_first_and_counts_all(store: Store, case: Case) -> None:
    items, stop = store.items.for_case(case.id), case.request.stop_on
    expected = plan_open_refunds(items, stop, None, terms(store), TODAY)
    assert refund_plan(store, case.id, TODAY) == expected
    assert refund_plan(store, case.id, TODAY, 7) == replace(expected, refunds=expected.refunds[:7])
    assert expected.count == len(expected.refunds) > 20
    assert expected.before == sum(reach.before_stop for reach in expected.refunds) > 0
    assert expected.passed == sum(reach.passed for reach in expected.refunds) > 0


def test_what_stands_in_the_way_is_counted_and_the_most_urgent_named(store: Store, case: Case) -> None:
    waiting = sorted(filter(is_open, store.items.for_case(case.id)), key=urgency)
    found = standing_of(store, case.id, 5)
    assert (found.count, found.first) == (len(waiting), tuple(waiting[:5]))


def test_one_reason_for_the_rest_closes_a_case_of_any_size(store: Store, case: Case, now: datetime) -> None:
    with pytest.raises(BadInputError) as caught:
        close_case(store, case.id, [], now)
    assert caught.value.facts["count"] == standing_of(store, case.id, 0).count
    assert "… +" in str(caught.value.facts["items"])
    closed = close_case(store, case.id, [], now, "等银行 6222021001000004")
    assert {carried.reason for carried in closed.carried} == {"等银行 622202******0004"}
    assert len(closed.carried) == standing_of(store, case.id, 0).count
    assert reopen_case(store, case.id, now).carried == ()
