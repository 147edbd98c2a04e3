"""Time limits the owner changed."""

from collections.abc import Mapping

from pos_closeout.store.database import Database


class OwnLimitsRepository:
    """Reads and writes the owner's own time limits, by name."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[str, int]:
        """Return the numbers the owner gave, by the name of the limit."""
        return {
            str(name): int(number or 0) for name, number in self._database.rows("SELECT name, number FROM own_limits")
        }

    def keep(self, limits: Mapping[str, int]) -> None:
        """Put numbers in place of all that were given before."""
        with self._database.writing():
            self._database.run("DELETE FROM own_limits")
            self._database.run_many("INSERT INTO own_limits (name, number) VALUES (?, ?)", limits.items())
