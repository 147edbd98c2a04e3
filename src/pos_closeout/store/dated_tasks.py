"""What was told of tasks with a day, and what of them was handed to a calendar."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from pos_closeout.domain.errors import DataFolderError
from pos_closeout.domain.reminders.dated_tasks import TaskReminder
from pos_closeout.store.database import Database

TaskKey = tuple[int, str]
"""Case and key of a task."""


@dataclass(frozen=True, slots=True)
class HandedTask:
    """A task as the last calendar file held it.

    Attributes:
        due_on: its day.
        told: what the event said.
        revision: of the event; it only ever rises.
        changed: when it last changed, aware.
        gone: the task is no more, and the event was cancelled.
    """

    due_on: date
    told: str
    revision: int
    changed: datetime
    gone: bool = False


class DatedTaskRepository:
    """Reads and writes what was told and handed out."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def reminders(self) -> dict[TaskKey, TaskReminder]:
        """Return what was told last, by case and key.

        Raises:
            DataFolderError: ``store.unreadable_value``.
        """
        rows = self._database.rows("SELECT case_id, task, told_due, told_for FROM task_reminders")
        try:
            return {
                (int(case or 0), str(task)): TaskReminder(date.fromisoformat(str(due)), date.fromisoformat(str(on)))
                for case, task, due, on in rows
            }
        except ValueError as error:
            raise DataFolderError("store.unreadable_value", what="TaskReminder", detail=str(error)) from error

    def keep_reminders(self, told: Mapping[TaskKey, TaskReminder]) -> None:
        """Store what has been told."""
        self._database.run_many(
            "INSERT OR REPLACE INTO task_reminders (case_id, task, told_due, told_for) VALUES (?, ?, ?, ?)",
            ((case, task, each.due.isoformat(), each.on.isoformat()) for (case, task), each in told.items()),
        )

    def handed(self) -> dict[TaskKey, HandedTask]:
        """Return every task ever handed to a calendar, by case and key.

        Raises:
            DataFolderError: ``store.unreadable_value``.
        """
        rows = self._database.rows("SELECT case_id, task, due_on, told, revision, changed, gone FROM task_dates")
        try:
            return {
                (int(case or 0), str(task)): HandedTask(
                    date.fromisoformat(str(due)),
                    str(told),
                    int(revision or 0),
                    datetime.fromisoformat(str(changed)),
                    bool(gone),
                )
                for case, task, due, told, revision, changed, gone in rows
            }
        except ValueError as error:
            raise DataFolderError("store.unreadable_value", what="HandedTask", detail=str(error)) from error

    def keep_handed(self, handed: Iterable[tuple[TaskKey, HandedTask]]) -> None:
        """Store tasks that were handed to a calendar."""
        self._database.run_many(
            "INSERT OR REPLACE INTO task_dates (case_id, task, due_on, told, revision, changed, gone) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (*key, each.due_on.isoformat(), each.told, each.revision, each.changed.isoformat(), int(each.gone))
                for key, each in handed
            ),
        )
