"""What the owner chose for the program itself: language, text size and the like, as text by key."""

from pos_closeout.store.database import Database


class SettingsRepository:
    """Reads and writes settings."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, key: str, default: str = "") -> str:
        """Return a setting, or ``default`` when it was never set."""
        rows = self._database.rows("SELECT value FROM settings WHERE key = ?", (key,))
        return str(rows[0][0]) if rows else default

    def set(self, key: str, value: str) -> None:
        """Store a setting."""
        with self._database.writing():
            self._database.run(
                "INSERT INTO settings (key, value) VALUES (?, ?) "
                "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (key, value),
            )

    def all(self) -> dict[str, str]:
        """Return every setting."""
        return {str(key): str(value) for key, value in self._database.rows("SELECT key, value FROM settings")}
