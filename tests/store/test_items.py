from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pos_closeout.domain.case.case import Case
from pos_closeout.domain.errors import NotFoundError
from pos_closeout.domain.ledger.open_items import ItemState, OpenItem
from pos_closeout.store import Store
from tests.store.strategies import items

ITEM = OpenItem(amount_fen=12800, due_on=date(2026, 11, 20), counterparty="顾客陈女士")


@given(item=items)
@settings(max_examples=30, deadline=None)
def test_any_item_comes_back_as_it_was_saved(shared: Store, now: datetime, item: OpenItem) -> None:
    case = shared.cases.add(Case(), now)
    added = shared.items.add(replace(item, case_id=case.id), now)
    assert added == replace(item, id=added.id, case_id=case.id)
    assert shared.items.get(added.id) == added


@given(before=items, after=items)
@settings(max_examples=30, deadline=None)
def test_a_change_is_stored_with_exactly_its_fields_in_the_history(
    shared: Store, now: datetime, before: OpenItem, after: OpenItem
) -> None:
    case = shared.cases.add(Case(), now)
    added = shared.items.add(replace(before, case_id=case.id), now)
    lines = len(shared.timeline.for_case(case.id))
    wanted = replace(after, id=added.id, case_id=case.id)
    assert shared.items.save(wanted, now) == wanted
    assert shared.items.get(added.id) == wanted
    differing = {
        f"items.{added.id}.{name}"
        for name in OpenItem.__dataclass_fields__
        if getattr(added, name) != getattr(wanted, name)
    }
    assert {line.what for line in shared.timeline.for_case(case.id)[lines:]} == differing


def test_a_removed_item_comes_back_under_its_id(store: Store, now: datetime) -> None:
    case = store.cases.add(Case(), now)
    first = store.items.add(replace(ITEM, case_id=case.id), now)
    removed = store.items.remove(first.id, now)
    assert store.items.for_case(case.id) == ()
    second = store.items.add(replace(ITEM, case_id=case.id), now)
    assert store.items.restore(removed, now) == first
    assert store.items.for_case(case.id) == (first, second)
    told = [(line.what, line.old, line.new) for line in store.timeline.for_case(case.id)][-4:]
    name, other = f"{first.id} refund 12800", f"{second.id} refund 12800"
    assert told == [
        ("item.added", "", name),
        ("item.removed", name, ""),
        ("item.added", "", other),
        ("item.restored", "", name),
    ]


def test_the_open_items_of_all_cases_leave_out_the_cleared_ones(store: Store, now: datetime) -> None:
    two = [store.cases.add(Case(), now) for _ in range(2)]
    kept = [store.items.add(replace(ITEM, case_id=case.id), now) for case in two]
    cleared = replace(kept[0], state=ItemState.CLEARED, cleared_on=date(2026, 11, 22), cleared_how="已退")
    store.items.save(cleared, now)
    assert store.items.all_open() == (kept[1],)
    assert store.items.all() == (cleared, kept[1])
    assert store.items.for_case(two[0].id) == (cleared,)


def test_many_items_are_all_stored_or_none(store: Store, now: datetime) -> None:
    case = store.cases.add(Case(), now)
    with pytest.raises(NotFoundError):
        store.items.add_many([replace(ITEM, case_id=case.id), replace(ITEM, case_id=99)], now)
    assert store.items.all() == ()
    assert "item.added" not in {line.what for line in store.timeline.for_case(case.id)}


@given(count=st.integers(0, 30))
@settings(max_examples=10, deadline=None)
def test_many_items_get_an_id_each(shared: Store, now: datetime, count: int) -> None:
    case = shared.cases.add(Case(), now)
    added = shared.items.add_many([replace(ITEM, case_id=case.id)] * count, now)
    assert len({item.id for item in added}) == count
    assert shared.items.for_case(case.id) == added


def test_an_item_stays_with_its_case(store: Store, now: datetime) -> None:
    two = [store.cases.add(Case(), now) for _ in range(2)]
    item = store.items.add(replace(ITEM, case_id=two[0].id), now)
    assert store.items.save(replace(item, case_id=two[1].id, note="x"), now).case_id == two[0].id


def test_what_is_not_there_is_named(store: Store, now: datetime) -> None:
    asks: list[Callable[[], OpenItem]] = [
        lambda: store.items.get(5),
        lambda: store.items.remove(5, now),
        lambda: store.items.save(OpenItem(id=5), now),
    ]
    for ask in asks:
        with pytest.raises(NotFoundError) as refused:
            ask()
        assert (refused.value.message_id, refused.value.facts) == ("item.not_found", {"id": 5})
    with pytest.raises(NotFoundError) as refused:
        store.items.add(replace(ITEM, case_id=8), now)
    assert (refused.value.message_id, refused.value.facts) == ("case.not_found", {"id": 8})


def test_what_somebody_else_changed_meanwhile_stays(store: Store, now: datetime) -> None:
    case = store.cases.add(Case(), now)
    base = store.items.add(OpenItem(case_id=case.id, amount_fen=100, note="a"), now)
    store.items.save(replace(base, due_on=date(2026, 12, 1), note="theirs"), now)
    kept = store.items.save(replace(base, amount_fen=200, note="ours"), now, base)
    assert (kept.amount_fen, kept.due_on, kept.note) == (200, date(2026, 12, 1), "ours")
    assert store.items.get(base.id) == kept
    assert ("theirs", "ours") in [(line.old, line.new) for line in store.timeline.for_case(case.id)]
