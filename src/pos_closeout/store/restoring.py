"""Puts a safety copy in the place of the database: one step that is done or not, finished at the next start if need be.

The copy is brought beside the database first and read back there. Then a note is written: from it on the step counts as
done, and whoever opens the folder next does what is left of it. Without the note nothing has happened.
"""

import json
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from pos_closeout.domain.errors import DataFolderError
from pos_closeout.store.copy_contents import id_in
from pos_closeout.store.database import Database, not_written
from pos_closeout.store.erasing import erase, keys_in
from pos_closeout.store.marker import sync_folder, write_whole
from pos_closeout.store.safety import DATABASE_NAME, copy_file, is_good, joined_marker
from pos_closeout.store.sums import UNREADABLE

_READY = "closeout.restored"
_NOTE = "closeout-restoring.json"
_ENDINGS = ("-wal", "-shm", "")
"""The log goes first: it belongs to the old file and must never be replayed into the new one."""


def restore_copy(folder: Path, copy: Path, *, now: datetime) -> Path:
    """Put a safety copy in the place of the database. The database must be closed.

    The file that was there is never deleted.

    Returns:
        The new name of the file that was there, ``closeout-damaged-20261122-183205.db``.

    Raises:
        DataFolderError: ``store.copy_damaged``, ``store.in_use`` while a window or a verb has the database open, or as
            the system says; nothing has changed then, or :func:`finish_restore` will finish it.
    """
    if not is_good(copy):
        raise DataFolderError("store.copy_damaged", path=str(copy))
    _require_unused(folder / DATABASE_NAME)
    aside = _free_name(folder, f"closeout-damaged-{now:%Y%m%d-%H%M%S}")
    try:
        copy_file(copy, folder / f"{_READY}.part")
        if not is_good(folder / f"{_READY}.part"):
            raise DataFolderError("store.copy_damaged", path=str(folder / _READY))
        _leave_out_erased(folder)
        (folder / f"{_READY}.part").replace(folder / _READY)
        sync_folder(folder)
    except OSError as error:
        raise not_written(error, folder) from error
    write_whole(folder / _NOTE, json.dumps({"aside": aside.name}).encode())
    finish_restore(folder)
    return aside


def finish_restore(folder: Path) -> bool:
    """Do what is left of a restore that was cut off, or clear away what never became one.

    Returns:
        Whether a restore was finished.

    Raises:
        DataFolderError: as the system says; the next opening tries again.
    """
    note, ready = folder / _NOTE, folder / _READY
    try:
        if not note.exists():
            for left in (ready, folder / f"{_READY}.part"):
                left.unlink(missing_ok=True)
            return False
        if ready.exists():
            _put_aside(folder, _aside(note))
            ready.replace(folder / DATABASE_NAME)
            sync_folder(folder)
        note.unlink()
    except OSError as error:
        raise not_written(error, folder) from error
    return True


def is_restoring(folder: Path) -> bool:
    """Return whether a restore was cut off in a folder."""
    return (folder / _NOTE).exists()


def _leave_out_erased(folder: Path) -> None:
    """Take the cases that were deleted for good out of a copy that still has them."""
    part, marker = folder / f"{_READY}.part", joined_marker(folder)
    if marker.erased and id_in(part) in {"", marker.id} and keys_in(part) & set(marker.erased):
        with closing(Database(part)) as database:
            erase(database, marker.erased)
            database.run("PRAGMA journal_mode = DELETE")


def _put_aside(folder: Path, aside: str) -> None:
    for ending in _ENDINGS:
        live = folder / f"{DATABASE_NAME}{ending}"
        if live.exists():
            live.replace(folder / f"{aside}{ending}")


def _aside(note: Path) -> str:
    try:
        name = str(json.loads(note.read_text(encoding="utf-8"))["aside"])
    except (ValueError, TypeError, KeyError, UnicodeDecodeError):
        name = ""
    # Only a plain name: the note may be damaged too.
    return name if name == Path(name).name and name.startswith("closeout-damaged-") else "closeout-damaged-unknown.db"


def _free_name(folder: Path, stem: str) -> Path:
    count, path = 1, folder / f"{stem}.db"
    while path.exists():
        count += 1
        path = folder / f"{stem}-{count}.db"
    return path


def _require_unused(path: Path) -> None:
    """Raise ``store.in_use`` while somebody has the database open; a file that is none is used by nobody."""
    if not path.exists():
        return
    try:
        with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise DataFolderError("store.in_use", path=str(path)) from error
    except UNREADABLE:
        return
