"""Days on which the owner's calendar differs from the published one."""

from collections.abc import Iterable
from datetime import date

from pos_closeout.domain.dates.working_days import OwnDay
from pos_closeout.store.database import Database
from pos_closeout.store.mapping import mapping_of


class OwnDaysRepository:
    """Reads and writes the owner's own days."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._mapping = mapping_of(OwnDay)

    def all(self) -> tuple[OwnDay, ...]:
        """Return the days in calendar order."""
        return tuple(
            self._mapping.from_rows(self._database.rows("SELECT day, working, note FROM own_days ORDER BY day"))
        )

    def keep(self, days: Iterable[OwnDay]) -> None:
        """Store days, each in place of what was said about it before."""
        with self._database.writing():
            self._database.run_many(
                "INSERT OR REPLACE INTO own_days (day, working, note) VALUES (?, ?, ?)",
                (self._mapping.to_row(day) for day in days),
            )

    def forget(self, day: date) -> None:
        """Go back to what was published about a day."""
        with self._database.writing():
            self._database.run("DELETE FROM own_days WHERE day = ?", (day.isoformat(),))
