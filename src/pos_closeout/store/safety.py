"""Safety copies of the database file: made before anything risky and once a day, found when it is damaged."""

import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from pos_closeout.domain.errors import DataFolderError
from pos_closeout.store.database import Database, translated

DATABASE_NAME = "closeout.db"
COPIES_FOLDER = "backups"
KEPT = 10
"""How many safety copies are kept."""


def make_copy(database: Database, now: datetime) -> Path:
    """Copy the database as it stands, committed changes only, and drop all but the newest ``KEPT`` copies.

    Returns:
        The copy, ``backups/closeout-20261122-183205.db`` for that second.

    Raises:
        DataFolderError: see :class:`Database`.
    """
    folder = database.path.parent / COPIES_FOLDER
    target = folder / f"closeout-{now:%Y%m%d-%H%M%S}.db"
    unfinished = target.with_suffix(".part")
    try:
        folder.mkdir(exist_ok=True)
        unfinished.unlink(missing_ok=True)
        _copy_into(database, unfinished)
        unfinished.replace(target)
        for old in copies(database.path.parent)[KEPT:]:
            old.unlink(missing_ok=True)
    except OSError as error:
        raise DataFolderError("store.folder_unwritable", path=str(folder)) from error
    return target


def copied_today(folder: Path, now: datetime) -> bool:
    """Return whether a data folder has a safety copy of the day."""
    return any(copy.name.startswith(f"closeout-{now:%Y%m%d}") for copy in copies(folder))


def copies(folder: Path) -> list[Path]:
    """Return the safety copies of a data folder, newest first."""
    return sorted((folder / COPIES_FOLDER).glob("closeout-*.db"), reverse=True)


def newest_good_copy(folder: Path) -> Path | None:
    """Return the newest safety copy of a data folder that passes SQLite's check, or ``None``."""
    return next((copy for copy in copies(folder) if _is_good(copy)), None)


def restore_copy(folder: Path, copy: Path, *, now: datetime) -> Path:
    """Put a safety copy in the place of the database. The database must be closed.

    The file that was there is never deleted.

    Returns:
        The new name of the file that was there, ``closeout-damaged-20261122-183205.db``.

    Raises:
        DataFolderError: ``store.copy_damaged`` or ``store.folder_unwritable``.
    """
    if not _is_good(copy):
        raise DataFolderError("store.copy_damaged", path=str(copy))
    live = folder / DATABASE_NAME
    aside = folder / f"closeout-damaged-{now:%Y%m%d-%H%M%S}.db"
    fresh = live.with_suffix(".part")
    try:
        shutil.copyfile(copy, fresh)
        # The log files belong to the old database and would be replayed into the new one.
        for ending in ("", "-wal", "-shm"):
            if Path(f"{live}{ending}").exists():
                Path(f"{live}{ending}").rename(f"{aside}{ending}")
        fresh.replace(live)
    except OSError as error:
        raise DataFolderError("store.folder_unwritable", path=str(folder)) from error
    return aside


def _copy_into(database: Database, target: Path) -> None:
    try:
        with closing(sqlite3.connect(target)) as copy:
            database.told(lambda connection: connection.backup(copy))
            # One plain file without a log beside it, so that the owner can put it on a stick.
            copy.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as error:
        raise translated(error, target) from error


def _is_good(copy: Path) -> bool:
    """Return whether a copy holds cases and passes the check; it is opened without writing anything beside it."""
    try:
        with closing(sqlite3.connect(f"{copy.absolute().as_uri()}?immutable=1", uri=True)) as connection:
            connection.execute("SELECT count(*) FROM cases")
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except sqlite3.Error:
        return False
