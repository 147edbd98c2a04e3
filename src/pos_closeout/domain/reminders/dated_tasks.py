"""What is to be done by a day without being an open item: told by reminders and handed to the calendar like one."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from pos_closeout.domain.case.case import Case, is_closed
from pos_closeout.domain.device.tasks import Task, entry_of, settled
from pos_closeout.domain.device.upkeep import UpkeepRow, upkeep_rows
from pos_closeout.domain.reminders.reminders import ReminderSettings, is_quiet, occasion


@dataclass(frozen=True, slots=True)
class DatedTask:
    """One thing to be done by a day.

    Attributes:
        case_id: the case it belongs to.
        key: tells it from the others of its case, the same for ever: ``upkeep/3/updates``,
            ``contact/2026-11-22/0`` for the first talk of that day.
        due_on: the day.
        words: what it is, as an id in ``upkeep.toml``; empty when ``about`` says it.
        about: a terminal number, or the owner's own words.
    """

    case_id: int
    key: str
    due_on: date
    words: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class TaskReminder:
    """What was told of a task last: the due date it had, and the occasion."""

    due: date
    on: date


def upkeep_of(case: Case) -> tuple[UpkeepRow, ...]:
    """Return what the terminals of a case that are suspended or stay need."""
    resumed = {each.id for each in case.terminals if settled(entry_of(case.device_tasks, each.id, Task.RESUME_TRY))}
    return upkeep_rows(
        case.terminals,
        case.upkeep_marks,
        resumed=resumed,
        stop_on=case.request.stop_on,
        last_on=case.settlement.last_transaction_on,
    )


def tasks_of(case: Case) -> tuple[DatedTask, ...]:
    """Return every dated task of a case: what its terminals need, and what was agreed on as the next step."""
    return (*_upkeep_tasks(case), *_agreed_tasks(case))


def _upkeep_tasks(case: Case) -> Iterator[DatedTask]:
    for row in upkeep_of(case):
        if row.due_on is not None:
            key = f"upkeep/{row.terminal.id}/{row.upkeep.value}"
            name = row.terminal.number or row.terminal.place
            yield DatedTask(case.id, key, row.due_on, row.upkeep.value, name)


def _agreed_tasks(case: Case) -> Iterator[DatedTask]:
    """Next steps of the contact log that are not done; a case that is closed waits for none."""
    if is_closed(case):
        return
    count: Counter[date | None] = Counter()
    for entry in case.contacts:
        place = count[entry.spoken_on]
        count[entry.spoken_on] += 1
        if entry.next_on is not None and not entry.next_done:
            yield DatedTask(case.id, f"contact/{entry.spoken_on}/{place}", entry.next_on, about=entry.next_step)


def tasks_due(
    tasks: Iterable[DatedTask],
    told: Mapping[tuple[int, str], TaskReminder],
    settings: ReminderSettings,
    now: datetime,
) -> dict[DatedTask, TaskReminder]:
    """Return the tasks to be told at a moment, the most urgent first, each with what is known once it has been told.

    As with items, an occasion is told once, and nothing in the quiet hours or during a pause.

    Args:
        tasks: in any order.
        told: what was told before, by case and key.
        settings: the owner's wishes.
        now: aware, in the owner's zone.
    """
    paused = settings.paused_until
    if is_quiet(settings, now.time()) or (paused is not None and now < paused):
        return {}
    found = {}
    for task in sorted(tasks, key=lambda task: (task.due_on, task.case_id, task.key)):
        on = occasion(task.due_on, now.date(), settings)
        if on is not None and told.get((task.case_id, task.key)) != TaskReminder(task.due_on, on):
            found[task] = TaskReminder(task.due_on, on)
    return found
