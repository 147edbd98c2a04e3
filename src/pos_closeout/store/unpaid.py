"""When the owner said that no payment is without a result, and after which bill."""

from datetime import datetime

from pos_closeout.store.database import Database

_LAST_BILL = "SELECT ifnull(max(id), 0) FROM bills WHERE case_id = ? AND complete = 1"
_NEWER = "SELECT 1 FROM bills WHERE case_id = ? AND complete = 1 AND (id > ? OR imported_at > ?) LIMIT 1"


class UnpaidRepository:
    """Reads and writes the answer of a case."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, case_id: int) -> tuple[str, bool] | None:
        """Return when the answer was given, ISO 8601, and whether a bill came after it; None without an answer."""
        rows = self._database.rows("SELECT answered_at, last_bill FROM unpaid_answers WHERE case_id = ?", (case_id,))
        if not rows:
            return None
        at, last = rows[0]
        # The number of a bill that was taken back may be given again; the time of the import tells then.
        return str(at), bool(self._database.rows(_NEWER, (case_id, last, at)))

    def keep(self, case_id: int, now: datetime) -> None:
        """Keep that the answer was given, in place of an earlier one."""
        with self._database.writing():
            (last,) = self._database.rows(_LAST_BILL, (case_id,))[0]
            self._database.run(
                "INSERT INTO unpaid_answers VALUES (?, ?, ?) ON CONFLICT (case_id) DO UPDATE SET "
                "answered_at = excluded.answered_at, last_bill = excluded.last_bill",
                (case_id, now.isoformat(timespec="seconds"), last),
            )

    def forget(self, case_id: int) -> None:
        """Forget the answer."""
        with self._database.writing():
            self._database.run("DELETE FROM unpaid_answers WHERE case_id = ?", (case_id,))
