"""Dated tasks of all cases: what is to be told of them now, and what of them a calendar is handed."""

from datetime import datetime
from typing import TYPE_CHECKING

from pos_closeout.domain.case.case import shop_name
from pos_closeout.domain.masking import mask_cards
from pos_closeout.domain.reminders.dated_tasks import DatedTask, tasks_due, tasks_of
from pos_closeout.domain.reminders.reminders import ReminderSettings
from pos_closeout.guidance.names import ScreenNames, task_name
from pos_closeout.outbox.calendar import CalendarEntry
from pos_closeout.store import Store
from pos_closeout.store.dated_tasks import HandedTask

if TYPE_CHECKING:
    from pos_closeout.documents.wording import Phrases
    from pos_closeout.store.dated_tasks import TaskKey


def dated_tasks(store: Store) -> tuple[DatedTask, ...]:
    """Return every dated task of the cases that are not in the archive; a closed case still has its own."""
    return tuple(task for case in store.cases.all() if case.closing.archived_on is None for task in tasks_of(case))


def due_tasks(store: Store, settings: ReminderSettings, now: datetime) -> tuple[DatedTask, ...]:
    """Return the tasks to be told now, the most urgent first, and keep that they have been told."""
    with store.database.writing():
        found = tasks_due(dated_tasks(store), store.dated_tasks.reminders(), settings, now)
        store.dated_tasks.keep_reminders({(task.case_id, task.key): told for task, told in found.items()})
    return tuple(found)


def task_entries(
    store: Store,
    say: "Phrases",
    names: ScreenNames,
    *,
    domain: str,
    settings: ReminderSettings,
    now: datetime,
) -> list[CalendarEntry]:
    """Return the calendar entries of all dated tasks; one that is no more is cancelled in it.

    Args:
        store: the open data folder; what is handed out is kept in it.
        say: the phrases of the calendar, in its language.
        names: what tasks are called.
        domain: what tells the events of this data folder from those of any other.
        settings: for the alarms.
        now: when what changed counts as changed.
    """
    shops = {case.id: shop_name(case) for case in store.cases.all()}
    tasks = {(task.case_id, task.key): task for task in dated_tasks(store)}
    with store.database.writing():
        before = store.dated_tasks.handed()
        handed: dict[TaskKey, HandedTask] = {}
        for key, task in tasks.items():
            # Not the words, which change with the language of the file.
            told, had = f"{task.words} {task.about}", before.get(key)
            same = had is not None and (had.due_on, had.told, had.gone) == (task.due_on, told, False)
            revision = 0 if had is None else had.revision + 1
            handed[key] = had if had is not None and same else HandedTask(task.due_on, told, revision, now)
        for key, had in before.items():
            if key not in tasks:
                handed[key] = had if had.gone else HandedTask(had.due_on, had.told, had.revision + 1, now, gone=True)
        store.dated_tasks.keep_handed(handed.items())
    language, entries = "zh" if say.chinese else "en", []
    for key, each in sorted(handed.items()):
        there = tasks.get(key)
        what = "" if there is None else mask_cards(task_name(names, there.words, there.about, language))
        entries.append(
            CalendarEntry(
                due=each.due_on,
                summary=say("list_files.calendar.removed") if each.gone else say("list_files.calendar.due", what=what),
                notes="" if each.gone else mask_cards(shops.get(key[0], "")),
                ahead=say("list_files.calendar.ahead", days=settings.days_before, what=what),
                late=say("list_files.calendar.late", what=what),
                open=not each.gone,
                uid=f"task-{key[0]}-{key[1].replace('/', '-')}@{domain}",
                revision=each.revision,
                changed=each.changed,
            )
        )
    return entries
