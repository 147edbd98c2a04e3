"""Which dates were handed to a calendar, so that it can be told when one of them is no more."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from pos_closeout.domain.errors import DataFolderError
from pos_closeout.store.database import Database


@dataclass(frozen=True, slots=True)
class HandedOut:
    """A date as the last calendar file held it.

    Attributes:
        item_id: the item.
        due_on: its day.
        revision: of the event; it only ever rises.
        changed: when it last changed, aware.
        gone: the item has no date any more, and the event was cancelled.
    """

    item_id: int
    due_on: date
    revision: int
    changed: datetime
    gone: bool


class CalendarDateRepository:
    """Reads and writes what was handed out."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[int, HandedOut]:
        """Return every date ever handed out, by item.

        Raises:
            DataFolderError: ``store.unreadable_value``.
        """
        rows = self._database.rows("SELECT item_id, due_on, revision, changed, gone FROM calendar_dates")
        try:
            return {
                int(item or 0): HandedOut(
                    int(item or 0),
                    date.fromisoformat(str(due)),
                    int(revision or 0),
                    datetime.fromisoformat(str(changed)),
                    bool(gone),
                )
                for item, due, revision, changed, gone in rows
            }
        except ValueError as error:
            raise DataFolderError("store.unreadable_value", what="HandedOut", detail=str(error)) from error

    def keep(self, dates: Iterable[HandedOut]) -> None:
        """Store dates that were handed out."""
        with self._database.writing():
            self._database.run_many(
                "INSERT OR REPLACE INTO calendar_dates (item_id, due_on, revision, changed, gone) "
                "VALUES (?, ?, ?, ?, ?)",
                (
                    (each.item_id, each.due_on.isoformat(), each.revision, each.changed.isoformat(), int(each.gone))
                    for each in dates
                ),
            )
