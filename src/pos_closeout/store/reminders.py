"""What has been told of items, and a lean look at the items that may have to be told."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from pos_closeout.domain.errors import DataFolderError
from pos_closeout.domain.ledger.open_items import ItemKind, ItemState
from pos_closeout.domain.reminders.reminders import ReminderState, Rhythm
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
    """What a reminder needs of an open item; see :class:`pos_closeout.domain.reminders.reminders.Remindable`."""

    id: int
    amount_fen: int | None
    due_on: date | None
    kind: ItemKind
    state: ItemState = ItemState.OPEN


class ReminderRepository:
    """Reads and writes what has been told."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def due_days(self, until: date) -> list[date]:
        """Return the days until a day on which open items are due."""
        sql = "SELECT DISTINCT due_on FROM open_items WHERE state = 'open' AND due_on <= ?"
        return [date.fromisoformat(str(row[0])) for row in self._database.rows(sql, (until.isoformat(),))]

    def waiting(self, occasions: Mapping[date, date], paused: datetime | None) -> list[Waiting]:
        """Return the open items that may have to be told, in no particular order, all with their own way among them.

        Args:
            occasions: the present occasion by due date; an item that was told for it is passed over.
            paused: until when everything was put off; what was told before is given again. ``None`` without a pause.
        """
        told = json.dumps({due.isoformat(): on.isoformat() for due, on in occasions.items()})
        rows = self._database.rows(
            "SELECT open_items.id, amount_fen, due_on, kind FROM json_each(?1) AS day JOIN open_items "
            "ON due_on = day.key AND state = 'open' LEFT JOIN reminders ON item_id = open_items.id "
            "WHERE told_due IS NOT due_on OR told_for IS NOT day.value OR told_at < ?2 UNION "
            "SELECT id, amount_fen, due_on, kind FROM item_rhythms JOIN open_items ON id = item_id AND state = 'open' "
            "WHERE due_on IS NOT NULL UNION "
            "SELECT id, amount_fen, due_on, kind FROM reminders JOIN open_items ON id = item_id AND state = 'open' "
            "WHERE snoozed_until IS NOT NULL",
            (told, "" if paused is None else paused.astimezone(UTC).isoformat()),
        )
        days = {row[2]: None if row[2] is None else date.fromisoformat(str(row[2])) for row in rows}
        return [Waiting(row[0], row[1], days[row[2]], ItemKind(str(row[3]))) for row in rows]  # type: ignore[arg-type]  # STRICT integers

    def rhythms(self) -> dict[int, Rhythm]:
        """Return how often items are reminded of that have their own way, by item id."""
        rows = self._database.rows("SELECT item_id, days_before, every_days FROM item_rhythms")
        return {int(row[0] or 0): Rhythm(int(row[1] or 0), int(row[2] or 0)) for row in rows}

    def keep_rhythms(self, rhythms: Mapping[int, Rhythm | None]) -> None:
        """Store how often items are reminded of; ``None`` for as the settings say."""
        with self._database.writing():
            self._database.run_many("DELETE FROM item_rhythms WHERE item_id = ?", ((each,) for each in rhythms))
            self._database.run_many(
                "INSERT INTO item_rhythms (item_id, days_before, every_days) VALUES (?, ?, ?)",
                ((each, own.days_before, own.every_days) for each, own in rhythms.items() if own is not None),
            )

    def states(self, item_ids: Iterable[int] | None = None) -> dict[int, ReminderState]:
        """Return what is known by item id, of the items named or of all.

        Raises:
            DataFolderError: ``store.unreadable_value``.
        """
        chosen = None if item_ids is None else json.dumps(list(item_ids))
        rows = self._database.rows(
            "SELECT item_id, told_at, told_due, told_for, snoozed_until FROM reminders "
            "WHERE ?1 IS NULL OR item_id IN (SELECT value FROM json_each(?1))",
            (chosen,),
        )
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
