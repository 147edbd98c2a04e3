"""The cards that home keeps say what the cases say, whoever changed them and whenever."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pos_closeout.actions.cases.cards import list_cards, renew_card
from pos_closeout.actions.cases.cases import delete_case, open_case
from pos_closeout.actions.cases.sample import add_sample_case
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.errors import DataFolderError
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem, clear
from pos_closeout.domain.steps.card import card_of
from pos_closeout.store import Store, open_store
from tests.store.strategies import cases

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)


def in_truth(store: Store) -> tuple[object, ...]:
    """Work every card out from the stored cases and items."""
    return tuple(card_of(case, store.items.for_case(case.id), TODAY) for case in store.cases.all())


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), cases), min_size=1, max_size=6))
def test_after_any_change_home_shows_where_the_cases_stand(changes: list[tuple[int, Case]]) -> None:
    with TemporaryDirectory() as folder, open_store(Path(folder), now=NOW) as store:
        first = open_case(store, TODAY, NOW)
        for what, case in changes:
            if what == 0:
                store.cases.add(case, NOW)
            elif what == 1:
                store.cases.save(replace(case, id=first.id), NOW)
            elif what == 2:
                store.items.add(OpenItem(case_id=first.id, kind=ItemKind.REFUND, amount_fen=1), NOW)
            else:
                for item in store.items.for_case(first.id):
                    store.items.save(clear(item, TODAY, "refunded", TODAY), NOW)
            assert list_cards(store, TODAY) == in_truth(store)
            assert store.cards.behind() == ()


def test_a_card_that_is_kept_needs_no_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(tmp_path, now=NOW) as store:
        add_sample_case(store, TODAY, NOW)
        before = list_cards(store, TODAY)
    with open_store(tmp_path, now=NOW) as store:
        monkeypatch.setattr("pos_closeout.actions.cases.cards.renew_card", pytest.fail)
        assert list_cards(store, TODAY + timedelta(1)) == before
        assert before[0].made_on == TODAY


def test_another_day_is_told_when_there_is_time(tmp_path: Path) -> None:
    with open_store(tmp_path, now=NOW) as store:
        case = add_sample_case(store, TODAY, NOW)
        list_cards(store, TODAY)
        later = TODAY + timedelta(400)
        renewed = renew_card(store, case.id, later)
        assert renewed == card_of(case, store.items.for_case(case.id), later)
        assert list_cards(store, later) == (renewed,)


def test_the_card_goes_with_its_case(tmp_path: Path) -> None:
    with open_store(tmp_path, now=NOW) as store:
        case = open_case(store, TODAY, NOW)
        list_cards(store, TODAY)
        delete_case(store, case.id, NOW)
        assert list_cards(store, TODAY) == ()


def test_a_card_that_cannot_be_kept_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise DataFolderError("store.disk_full", path="")

    with open_store(tmp_path, now=NOW) as store:
        case = open_case(store, TODAY, NOW)
        monkeypatch.setattr(store.cards, "keep", full)
        assert list_cards(store, TODAY) == (card_of(case, (), TODAY),)
