"""The one connection: pragmas, transactions, and SQLite's errors put into the program's own."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from pos_closeout.domain.errors import DataFolderError
from pos_closeout.store.gate import Gate
from pos_closeout.store.mapping import Cell, Row

BUSY_MS = 3_000
"""How long a write waits for another process before ``store.locked``, in milliseconds."""

_MESSAGES = {
    sqlite3.SQLITE_FULL: "store.disk_full",
    sqlite3.SQLITE_BUSY: "store.locked",
    sqlite3.SQLITE_LOCKED: "store.locked",
    sqlite3.SQLITE_READONLY: "store.read_only",
    sqlite3.SQLITE_PERM: "store.folder_unwritable",
    sqlite3.SQLITE_CANTOPEN: "store.folder_unwritable",
    sqlite3.SQLITE_IOERR: "store.folder_unwritable",
    sqlite3.SQLITE_CORRUPT: "store.damaged",
    sqlite3.SQLITE_NOTADB: "store.damaged",
}


class Database:
    """A SQLite file with foreign keys on, used from one thread.

    Args:
        path: the file; it is created when missing.

    Raises:
        DataFolderError: from every method, one of ``store.folder_unwritable``, ``store.read_only``, ``store.damaged``,
            ``store.locked``, ``store.disk_full`` and, for anything else SQLite says, ``store.failed``.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._gate = Gate()
        with self._told():
            # Autocommit, so that BEGIN IMMEDIATE is ours: a deferred one could fail half-way with "locked".
            self.connection = sqlite3.connect(path, timeout=BUSY_MS / 1000, isolation_level=None)
            self.connection.execute("PRAGMA foreign_keys = ON")

    def close(self) -> None:
        """Close the connection; SQLite folds the write-ahead log back into the file."""
        with self._told():
            self.connection.close()

    def rows(self, sql: str, cells: Sequence[Cell] = ()) -> list[Row]:
        """Run a query and return all its rows."""
        with self._told():
            return self.connection.execute(sql, cells).fetchall()

    def run(self, sql: str, cells: Sequence[Cell] = ()) -> int:
        """Run one statement, its texts through the gate, and return the row number it inserted, if any."""
        with self._told():
            return self.connection.execute(sql, self._gate.row(sql, cells)).lastrowid or 0

    def run_many(self, sql: str, rows: Iterable[Sequence[Cell]]) -> None:
        """Run one statement for each row, its texts through the gate."""
        with self._told():
            self.connection.executemany(sql, self._gate.rows(sql, rows))

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Keep everything inside together: all of it is stored or, when anything is raised, none.

        Inside another one it joins the outer transaction.
        """
        if self.connection.in_transaction:
            yield
            return
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            # Does nothing when the error has already ended the transaction.
            self.connection.rollback()
            raise

    def told(self, work: Callable[[sqlite3.Connection], object]) -> None:
        """Run work that needs the bare connection, with SQLite's errors translated."""
        with self._told():
            work(self.connection)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise translated(error, self.path) from error


def translated(error: sqlite3.Error, path: Path) -> DataFolderError:
    """Return the program's error for one of SQLite's."""
    # Extended codes keep the plain one in their low byte (sqlite.org/rescode.html).
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    message_id = _MESSAGES.get(code, "store.failed")
    if message_id == "store.failed":
        return DataFolderError(message_id, path=str(path), detail=str(error))
    return DataFolderError(message_id, path=str(path))
