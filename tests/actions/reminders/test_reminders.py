"""Reminders over a real data folder: told once, put off, caught up."""

from collections.abc import Generator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from pos_closeout.actions.cases.case_history import read_timeline
from pos_closeout.actions.cases.cases import open_case
from pos_closeout.actions.data_folder import Store, open_data_folder
from pos_closeout.actions.items.items import add_item, clear_item, delete_item, load_item, restore_item
from pos_closeout.actions.reminders.reminders import (
    keep_reminder_settings,
    move_due,
    parse_moment,
    read_reminder_settings,
    remind_now,
    reminder_state,
    rhythms_of,
    set_rhythms,
    snooze,
    snooze_all,
)
from pos_closeout.domain.errors import BadInputError, NotFoundError
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.reminders.reminders import ReminderSettings, Rhythm

TODAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def store(tmp_path: Path) -> Generator[Store]:
    with open_data_folder(tmp_path, NOON) as opened:
        open_case(opened, TODAY, NOON)
        for away in (-2, 0, 2, 9):
            add_item(opened, OpenItem(case_id=1, amount_fen=100_00 + away, due_on=TODAY + away * DAY), NOON)
        add_item(opened, OpenItem(case_id=1, amount_fen=500_00), NOON)
        yield opened


def test_everything_due_is_told_in_one_summary_and_only_once(store: Store) -> None:
    heard = remind_now(store, NOON)
    assert (heard.ids, heard.fen, heard.overdue) == ((1, 2, 3), 300_00, 1)
    assert [item.id for item in heard.first] == [1, 2, 3]
    assert not remind_now(store, NOON)
    assert remind_now(store, NOON + DAY).ids == (1, 2)


def test_two_programs_on_one_folder_tell_a_thing_once(store: Store, tmp_path: Path) -> None:
    with open_data_folder(tmp_path, NOON) as other:
        assert remind_now(store, NOON)
        assert not remind_now(other, NOON)


def test_a_snooze_holds_one_item_and_keeps_its_date(store: Store) -> None:
    snooze(store, [2, 5], NOON + 2 * HOUR, NOON)
    assert remind_now(store, NOON).ids == (1, 3)
    assert reminder_state(store, 2).snoozed_until == NOON + 2 * HOUR
    assert remind_now(store, NOON + 2 * HOUR).ids == (2, 5)
    assert load_item(store, 2).due_on == TODAY
    assert reminder_state(store, 2).snoozed_until is None
    assert reminder_state(store, 4).told_at is None
    with pytest.raises(NotFoundError):
        snooze(store, [1, 99], NOON + HOUR, NOON)
    assert reminder_state(store, 1).snoozed_until is None


def test_an_entry_is_reminded_of_in_its_own_way_until_it_goes_back_to_the_usual(store: Store) -> None:
    keep_reminder_settings(store, ReminderSettings(days_before=0, every_days=1))
    assert set_rhythms(store, {1: Rhythm(0, 0), 4: Rhythm(14, 3)}) == {1: None, 4: None}
    # Number 1 was due two days ago and speaks once more; number 4 is due in nine days, far beyond the usual look ahead.
    assert remind_now(store, NOON).ids == (1, 2, 4)
    assert remind_now(store, NOON + DAY).ids == (2,)
    before = set_rhythms(store, {1: None, 4: None})
    assert before == {1: Rhythm(0, 0), 4: Rhythm(14, 3)}
    assert remind_now(store, NOON + DAY).ids == (1,)
    assert remind_now(store, NOON + 2 * DAY).ids == (1, 2, 3)
    set_rhythms(store, before)
    assert rhythms_of(store, [1, 2, 4]) == {1: Rhythm(0, 0), 2: None, 4: Rhythm(14, 3)}


def test_a_rhythm_nobody_can_mean_or_of_no_entry_changes_nothing(store: Store) -> None:
    with pytest.raises(BadInputError, match=r"reminder\.days_out_of_range"):
        set_rhythms(store, {1: Rhythm(1, 366)})
    with pytest.raises(NotFoundError, match=r"item\.not_found"):
        set_rhythms(store, {1: Rhythm(1, 1), 99: Rhythm(1, 1)})
    assert rhythms_of(store, [1]) == {1: None}


def test_what_is_deleted_and_brought_back_keeps_its_rhythm(store: Store) -> None:
    set_rhythms(store, {2: Rhythm(5, 2)})
    restore_item(store, delete_item(store, 2, NOON), NOON)
    assert rhythms_of(store, [2]) == {2: Rhythm(5, 2)}


def test_everything_put_off_comes_back(store: Store) -> None:
    remind_now(store, NOON)
    snooze_all(store, NOON + HOUR, NOON)
    assert not remind_now(store, NOON + HOUR / 2)
    assert remind_now(store, NOON + HOUR).ids == (1, 2, 3)
    with pytest.raises(BadInputError, match=r"reminder\.not_later"):
        snooze_all(store, NOON, NOON)


def test_a_moved_due_date_stands_in_the_history_with_its_reason(store: Store) -> None:
    remind_now(store, NOON)
    assert move_due(store, 1, TODAY + DAY, "机构要求再等", NOON).due_on == TODAY + DAY
    assert remind_now(store, NOON).ids == (1,)
    assert {entry.what for entry in read_timeline(store, 1)} >= {"items.1.due_on", "items.1.due_basis"}


def test_what_is_cleared_or_deleted_is_silent_and_what_is_restored_speaks_again(store: Store) -> None:
    remind_now(store, NOON)
    clear_item(store, 1, TODAY, "退款成功", NOON)
    gone = delete_item(store, 2, NOON)
    assert not remind_now(store, NOON + DAY)
    restore_item(store, gone, NOON)
    assert remind_now(store, NOON + DAY).ids == (2,)


def test_settings_are_kept_and_what_nobody_could_have_written_is_the_usual(store: Store) -> None:
    wanted = ReminderSettings(7, 3, time(22, 30), time(6))
    keep_reminder_settings(store, wanted)
    assert read_reminder_settings(store) == wanted
    for key, text in (
        ("days_before", "x"),
        ("every_days", "-1"),
        ("quiet_from", "25:00"),
        ("quiet_until", ""),
        ("paused_until", "2026"),
    ):
        store.settings.set(f"reminders.{key}", text)
    assert read_reminder_settings(store) == ReminderSettings()
    with pytest.raises(BadInputError):
        keep_reminder_settings(store, replace(wanted, every_days=400))


def test_a_moment_takes_the_zone_of_the_computer_unless_it_names_one() -> None:
    assert parse_moment("2026-11-23T09:00", NOON) == datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    assert parse_moment("2026-11-23T09:00+08:00", NOON).utcoffset() == timedelta(hours=8)
    with pytest.raises(BadInputError, match=r"reminder\.unreadable_time"):
        parse_moment("soon", NOON)
