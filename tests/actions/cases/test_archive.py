"""A closed case can be put away: it leaves home, and nothing of it is lost."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from pos_closeout.actions.cases.archive import archive_case, unarchive_case
from pos_closeout.actions.cases.cards import list_cards
from pos_closeout.actions.cases.cases import load_case, open_case
from pos_closeout.actions.cases.closing import close_case, reopen_case
from pos_closeout.actions.data_folder import Store
from pos_closeout.domain.errors import BadInputError, NotFoundError

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


def test_a_closed_case_is_put_away_and_taken_out_again_as_it_was(store: Store) -> None:
    case = open_case(store, NOW.date(), NOW)
    closed = close_case(store, case.id, (), NOW)
    away = archive_case(store, case.id, NOW + timedelta(days=1))
    assert away.closing.archived_on == (NOW + timedelta(days=1)).date()
    assert archive_case(store, case.id, NOW + timedelta(days=2)) == away
    assert [card.archived for card in list_cards(store, NOW.date())] == [True]
    assert unarchive_case(store, case.id, NOW) == closed
    assert [card.archived for card in list_cards(store, NOW.date())] == [False]


def test_an_open_case_cannot_be_put_away_and_opening_one_takes_it_out(store: Store) -> None:
    case = open_case(store, NOW.date(), NOW)
    with pytest.raises(BadInputError, match=r"case\.not_closed"):
        archive_case(store, case.id, NOW)
    with pytest.raises(NotFoundError):
        archive_case(store, 99, NOW)
    close_case(store, case.id, (), NOW)
    archive_case(store, case.id, NOW)
    assert reopen_case(store, case.id, NOW).closing.archived_on is None
    assert "case.archived" not in {line.what for line in store.timeline.for_case(case.id)}
    assert "closing.archived_on" in {line.what for line in store.timeline.for_case(case.id)}


def test_putting_a_case_away_changes_the_day_and_nothing_else(store: Store) -> None:
    case = open_case(store, NOW.date(), NOW)
    closed = close_case(store, case.id, (), NOW)
    later = NOW + timedelta(days=3)
    away = archive_case(store, case.id, later)
    assert away == replace(closed, closing=replace(closed.closing, archived_on=later.date()))
    assert load_case(store, case.id) == away
    assert unarchive_case(store, case.id, later) == closed == load_case(store, case.id)
    # One that is not away stays as it is, and its history says nothing.
    lines = len(store.timeline.for_case(case.id))
    assert unarchive_case(store, case.id, later) == closed
    assert len(store.timeline.for_case(case.id)) == lines
    with pytest.raises(NotFoundError):
        unarchive_case(store, 99, NOW)
