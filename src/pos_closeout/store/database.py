"""The one connection: pragmas, transactions, sums over what was written, SQLite's errors put into the program's own."""

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import Enum
from pathlib import Path, PurePath

from pos_closeout.domain.errors import DataFolderError
from pos_closeout.store.gate import Gate
from pos_closeout.store.mapping import Cell, Row
from pos_closeout.store.sums import SummedTable, seal, watch

BUSY_MS = 3_000
"""How long a write waits for another process before ``store.locked``, in milliseconds."""

LOG_PAGES = 100
"""How many pages the write-ahead log takes before it is folded into the file: what damage to it can lose at most."""

_ROOM = 256 * 1024
"""Below this many free bytes a disk is full: SQLite needs that much for its log and the memory it shares."""

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
    sqlite3.SQLITE_FORMAT: "store.damaged",
    sqlite3.SQLITE_TOOBIG: "store.damaged",
}
_ODD = (
    "no such table",
    "no such column",
    "no such index",
    "has no column",
    "unsupported file format",
    "Could not decode",
    "malformed",
)
"""How SQLite words what our own statements can only meet in a damaged file."""

_CHANGES = frozenset({"INSERT", "UPDATE", "DELETE", "REPLACE"})


class Access(Enum):
    """How a database file is opened; the values are what SQLite's URI is given."""

    CREATE = "mode=rwc"
    EXISTING = "mode=rw"
    """To read and write, but never to make one where none is."""
    LOOK = "mode=ro"
    """Nothing is written to the file, but what is in its log is seen; closing folds nothing."""
    COPY = "mode=ro&immutable=1"
    """Nothing is written to the file nor beside it; what is only in its log is not seen."""


class Database:
    """A SQLite file with foreign keys on, used from one thread.

    Args:
        path: the file.
        folder: the data folder it belongs to; where the file lies when left out.
        access: how it is opened.
        why: the message id of what keeps it from being written, when it is opened for reading.

    Raises:
        DataFolderError: from every method, one of ``store.folder_unwritable``, ``store.read_only``, ``store.damaged``,
            ``store.locked``, ``store.disk_full`` and, for anything else SQLite says, ``store.failed``; from
            :meth:`writing` ``store.file_gone`` too, when what was saved is not in the folder any more.
    """

    def __init__(
        self, path: Path, *, folder: Path | None = None, access: Access = Access.CREATE, why: str = "store.read_only"
    ) -> None:
        self.path, self.folder, self._why = path, folder or path.parent, why
        self.read_only = access in {Access.LOOK, Access.COPY}
        self._gate = Gate()
        self._tables: Mapping[str, SummedTable] | None = None
        self._files: dict[str, tuple[int, int]] = {}
        with self._told():
            # Autocommit, so that BEGIN IMMEDIATE is ours: a deferred one could fail half-way with "locked".
            self.connection = sqlite3.connect(
                f"{uri_of(path.absolute())}?{access.value}", timeout=BUSY_MS / 1000, isolation_level=None, uri=True
            )
            try:
                self.connection.execute("PRAGMA foreign_keys = ON")
                self.connection.execute(f"PRAGMA wal_autocheckpoint = {LOG_PAGES}")
                if self.read_only:
                    self.connection.execute("PRAGMA query_only = ON")
            except BaseException:
                # Left to itself it would hold the file as long as the error is looked at.
                self.connection.close()
                raise

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
        with self._kept(sql), self._told():
            return self.connection.execute(sql, self._gate.row(sql, cells)).lastrowid or 0

    def run_many(self, sql: str, rows: Iterable[Sequence[Cell]]) -> int:
        """Run one statement for each row, its texts through the gate; return how many rows that changed."""
        with self._kept(sql), self._told():
            return self.connection.executemany(sql, self._gate.rows(sql, rows)).rowcount

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Keep everything inside together: all of it is stored or, when anything is raised, none.

        Inside another one it joins the outer transaction.

        Raises:
            DataFolderError: :attr:`refusal` for a folder that can only be read; ``store.file_gone`` when the file
                was removed, moved or replaced meanwhile, so that nobody will find what was saved.
        """
        if self.connection.in_transaction:
            yield
            return
        if self.read_only:
            raise self.refusal
        self._watch()
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self._seal()
            self.run("COMMIT")
        except BaseException:
            # Does nothing when the error has already ended the transaction.
            self.connection.rollback()
            raise
        self._require_place()

    def run_bare(self, work: Callable[[sqlite3.Connection], object]) -> None:
        """Run work that needs the bare connection, with SQLite's errors translated."""
        with self._told():
            work(self.connection)

    def remember_place(self) -> None:
        """Take the files as they lie now for those that every later save must be found in."""
        self._files = {name: number for name in self._names() if (number := _file_number(name)) is not None}

    @property
    def refusal(self) -> DataFolderError:
        """What every change is answered with in a folder that can only be read."""
        return DataFolderError(self._why, path=str(self.path), kind="reading")

    def _require_place(self) -> None:
        if any(_file_number(name) != number for name, number in self._files.items()):
            raise DataFolderError("store.file_gone", path=str(self.path))

    def _names(self) -> tuple[str, str]:
        return str(self.path), f"{self.path}-wal"

    @contextmanager
    def _kept(self, sql: str) -> Iterator[None]:
        """Give a statement that changes something a transaction of its own where there is none."""
        if self.connection.in_transaction or sql.lstrip()[:7].partition(" ")[0].upper() not in _CHANGES:
            yield
            return
        with self.writing():
            yield

    def _watch(self) -> None:
        """Follow which rows are touched from the first change on, so that their sums are kept with them."""
        if self._tables is None:
            with self._told():
                self._tables = watch(self.connection)

    def _seal(self) -> None:
        if self._tables:
            with self._told():
                seal(self.connection, self._tables)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise translated(error, self.path) from error
        except (UnicodeDecodeError, OverflowError) as error:
            # What Python makes of a name or a number that no program wrote.
            raise DataFolderError("store.damaged", path=str(self.path), detail=str(error)) from error


def uri_of(path: PurePath) -> str:
    """Return an absolute path as SQLite takes it in a URI; a share of Windows is no authority (sqlite.org/uri.html)."""
    uri = path.as_uri()
    return uri if uri.startswith("file:///") else f"file:////{uri.removeprefix('file://')}"


def translated(error: sqlite3.Error, path: Path) -> DataFolderError:
    """Return the program's error for one of SQLite's."""
    # Extended codes keep the plain one in their low byte (sqlite.org/rescode.html).
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    message_id = _MESSAGES.get(code, "store.failed")
    if message_id == "store.folder_unwritable":
        return _of_place(path)
    if message_id == "store.failed" and any(sign in str(error) for sign in _ODD):
        message_id = "store.damaged"
    if message_id == "store.failed":
        return DataFolderError(message_id, path=str(path), detail=str(error))
    return DataFolderError(message_id, path=str(path))


def not_written(error: OSError, path: Path) -> DataFolderError:
    """Return the program's error for one of the system's while something in a data folder is read or written."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return DataFolderError("store.disk_full", path=str(path))
    if error.errno == errno.EROFS:
        return DataFolderError("store.read_only", path=str(path))
    return _of_place(path)


def _of_place(path: Path) -> DataFolderError:
    """Say why a file cannot be opened or written, which SQLite does not: no folder, no room, or no right."""
    folder = path if path.is_dir() else path.parent
    try:
        usage = shutil.disk_usage(folder)
    except OSError:
        return DataFolderError("store.folder_gone", path=str(folder))
    # Where there never is any room, room is not what is missing.
    if usage.free < _ROOM and usage.total:
        return DataFolderError("store.disk_full", path=str(path))
    if _mounted_read_only(folder):
        return DataFolderError("store.read_only", path=str(path))
    return DataFolderError("store.folder_unwritable", path=str(path))


def _mounted_read_only(folder: Path) -> bool:
    if not hasattr(os, "statvfs"):
        return False
    try:
        return bool(os.statvfs(folder).f_flag & os.ST_RDONLY)
    except OSError:
        return False


def _file_number(name: str) -> tuple[int, int] | None:
    """Return what tells a file from every other one, ``None`` when there is none of this name."""
    try:
        found = os.stat(name)  # noqa: PTH116  (with every save, and a text is at hand)
    except OSError:
        return None
    return found.st_dev, found.st_ino
