"""What has been told of items, and a lean look at the items that may have to be told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from pos_closeout.domain.errors import DataFolderError
from pos_closeout.domain.open_items import ItemState
from pos_closeout.domain.reminders import ReminderState
from pos_closeout.store.database import Database
from pos_closeout.store.mapping import Cell

_UPSERT = (
    "INSERT INTO reminders (item_id, told_at, told_due, told_for, snoozed_until) "
    "SELECT ?1, ?2, ?3, ?4, ?5 WHERE EXISTS (SELECT 1 FROM open_items WHERE id = ?1) "
    "ON CONFLICT (item_id) DO UPDATE SET told_at = excluded.told_at, told_due = excluded.told_due, "
    "told_for = excluded.told_for, snoozed_until = excluded.snoozed_until"
)


@dataclass(slots=True)
class Waiting:
    """What a reminder needs to know of an open item; see :class:`pos_closeout.domain.reminders.Remindable`."""

    id: int
    amount_fen: int | None
    due_on: date | None
    state: ItemState = ItemState.OPEN


class ReminderRepository:
    """Reads and writes what has been told."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def waiting(self, until: date) -> list[Waiting]:
        """Return the open items that are due until a day or that the owner put off, in no particular order."""
        rows = self._database.rows(
            "SELECT id, amount_fen, due_on FROM open_items WHERE state = 'open' AND due_on <= ?1 UNION ALL "
            "SELECT id, amount_fen, due_on FROM open_items WHERE state = 'open' AND (due_on IS NULL OR due_on > ?1) "
            "AND id IN (SELECT item_id FROM reminders WHERE snoozed_until IS NOT NULL)",
            (until.isoformat(),),
        )
        days = {row[2]: None if row[2] is None else date.fromisoformat(str(row[2])) for row in rows}
        return [Waiting(row[0], row[1], days[row[2]]) for row in rows]  # type: ignore[arg-type]  # STRICT integers

    def states(self) -> dict[int, ReminderState]:
        """Return what is known by item id.

        Raises:
            DataFolderError: ``store.unreadable_value``.
        """
        rows = self._database.rows("SELECT item_id, told_at, told_due, told_for, snoozed_until FROM reminders")
        moments: dict[Cell, datetime | None] = {None: None}
        days: dict[Cell, date | None] = {None: None}
        try:
            for row in rows:
                for cell in (row[1], row[4]):
                    if cell not in moments:
                        moments[cell] = datetime.fromisoformat(str(cell))
                for cell in (row[2], row[3]):
                    if cell not in days:
                        days[cell] = date.fromisoformat(str(cell))
        except ValueError as error:
            raise DataFolderError("store.unreadable_value", what="ReminderState", detail=str(error)) from error
        return {
            int(row[0] or 0): ReminderState(
                int(row[0] or 0), moments[row[1]], days[row[2]], days[row[3]], moments[row[4]]
            )
            for row in rows
        }

    def keep(self, states: Iterable[ReminderState]) -> None:
        """Store what is known of items; those that have gone meanwhile are passed over."""
        with self._database.writing():
            self._database.run_many(_UPSERT, map(_cells, states))


def _cells(state: ReminderState) -> tuple[Cell, ...]:
    def moment(at: datetime | None) -> str | None:
        return None if at is None else at.astimezone(UTC).isoformat()

    def day(on: date | None) -> str | None:
        return None if on is None else on.isoformat()

    return (
        state.item_id, moment(state.told_at), day(state.told_due), day(state.told_for), moment(state.snoozed_until)
    )  # fmt: skip
