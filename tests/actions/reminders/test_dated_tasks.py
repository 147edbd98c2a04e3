"""What is due of terminals that stay is told once for each occasion and stands in the calendar."""

from collections.abc import Generator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from pos_closeout.actions.cases.cases import delete_case, open_case, save_case
from pos_closeout.actions.data_folder import Store, open_data_folder
from pos_closeout.actions.papers.letter import Documents, open_documents
from pos_closeout.actions.papers.list_files import export_calendar
from pos_closeout.actions.reminders.reminders import remind_now, snooze_all
from pos_closeout.domain.case.case import Case, LetterLanguage
from pos_closeout.domain.case.contact import ContactEntry
from pos_closeout.domain.device.terminal import Action, Terminal
from pos_closeout.domain.device.upkeep import Upkeep, UpkeepMark

START = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
LAST = date(2026, 11, 20)
DUE = datetime(2027, 2, 20, 12, 0, tzinfo=UTC)
"""Three months after the last transaction."""
DAY = timedelta(days=1)


@pytest.fixture
def documents(resources: Path) -> Documents:
    return open_documents(resources)


@pytest.fixture
def store(tmp_path: Path) -> Generator[Store]:
    with open_data_folder(tmp_path, START) as opened:
        _suspended(opened, open_case(opened, START.date(), START))
        yield opened


def _suspended(store: Store, case: Case) -> Case:
    terminals = (Terminal(number="10023456", action=Action.SUSPEND),)
    settlement = replace(case.settlement, last_transaction_on=LAST)
    return save_case(store, replace(case, terminals=terminals, settlement=settlement), START)


def _done(store: Store, upkeep: Upkeep, now: datetime) -> None:
    case = store.cases.get(1)
    marks = (*case.upkeep_marks, UpkeepMark(case.terminals[0].id, upkeep, now.date()))
    save_case(store, replace(case, upkeep_marks=marks), now)


def told(store: Store, now: datetime) -> list[str]:
    return [task.words for task in remind_now(store, now).tasks]


def test_what_is_due_is_told_before_on_the_day_and_after_it_until_it_is_done(store: Store) -> None:
    assert not remind_now(store, DUE - 4 * DAY)
    for now in (DUE - 3 * DAY, DUE, DUE + DAY):
        assert told(store, now) == ["idle_check", "updates"]
        assert not remind_now(store, now + timedelta(hours=1))
    _done(store, Upkeep.UPDATES, DUE + DAY)
    assert told(store, DUE + 2 * DAY) == ["idle_check"]


def test_nothing_is_told_in_the_quiet_hours_and_during_a_pause(store: Store) -> None:
    assert not remind_now(store, DUE.replace(hour=22))
    snooze_all(store, DUE + 2 * DAY, DUE)
    assert not remind_now(store, DUE + DAY)
    assert told(store, DUE + 2 * DAY)


def test_a_next_step_agreed_with_the_acquirer_is_told_until_it_is_done(store: Store, documents: Documents) -> None:
    case = open_case(store, START.date(), START)
    agreed = ContactEntry(START.date(), next_step="带营业执照去网点", next_on=START.date() + timedelta(5))
    case = save_case(store, replace(case, contacts=(agreed,)), START)
    assert [task.about for task in remind_now(store, START + 5 * DAY).tasks] == ["带营业执照去网点"]
    calendar = export_calendar(store, documents, LetterLanguage.CHINESE, START)
    assert any("带营业执照去网点" in name for name in events(calendar))
    save_case(store, replace(case, contacts=(replace(agreed, next_done=True),)), START + 5 * DAY)
    assert not remind_now(store, START + 6 * DAY)


def events(data: bytes) -> dict[str, Any]:
    return {str(event["summary"]): event for event in Calendar.from_ical(data).walk("VEVENT")}


def test_the_calendar_holds_every_day_once_and_follows_it(store: Store, documents: Documents) -> None:
    first = export_calendar(store, documents, LetterLanguage.ENGLISH, START)
    assert export_calendar(store, documents, LetterLanguage.ENGLISH, START + DAY) == first
    held = {each["uid"]: each for each in events(first).values()}
    assert sorted(each["dtstart"].dt for each in held.values()) == [
        date(2027, 2, 20), date(2027, 2, 20), date(2027, 11, 20), date(2027, 11, 20),
    ]  # fmt: skip
    assert all("10023456" in name for name in events(first))
    _done(store, Upkeep.UPDATES, DUE)
    _done(store, Upkeep.IDLE_CHECK, DUE)
    later = {
        each["uid"]: each for each in events(export_calendar(store, documents, LetterLanguage.ENGLISH, DUE)).values()
    }
    assert later.keys() == held.keys()
    (updates,) = (each for uid, each in later.items() if "updates" in uid)
    assert (updates["dtstart"].dt, updates["sequence"]) == (date(2027, 5, 20), 1)
    (check,) = (each for uid, each in later.items() if "idle_check" in uid)
    assert (check["status"], check["sequence"]) == ("CANCELLED", 1)


def test_the_tasks_of_a_deleted_case_are_cancelled(store: Store, documents: Documents) -> None:
    export_calendar(store, documents, LetterLanguage.CHINESE, START)
    delete_case(store, 1, DUE)
    gone = Calendar.from_ical(export_calendar(store, documents, LetterLanguage.CHINESE, DUE)).walk("VEVENT")
    assert [each["status"] for each in gone] == ["CANCELLED"] * 4
