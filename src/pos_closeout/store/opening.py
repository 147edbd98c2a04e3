"""Opening a data folder: look before touching, copy before changing, refuse clearly."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from pos_closeout.domain.errors import DataFolderError
from pos_closeout.store.database import Access, Database, not_written
from pos_closeout.store.marker import read_marker, write_marker
from pos_closeout.store.migrations import is_sealed, migrate, pending, seal_whole
from pos_closeout.store.restoring import finish_restore
from pos_closeout.store.safety import (
    DATABASE_NAME,
    copied_today,
    copies,
    folder_id,
    joined_marker,
    keep_without_log,
    log_of,
    make_copy,
    newest_good_copy,
)
from pos_closeout.store.store import Store
from pos_closeout.store.sums import Damage, schema_holds, verify
from pos_closeout.store.volumes import on_network

_CANNOT_WRITE = frozenset({"store.read_only", "store.folder_unwritable", "store.disk_full"})
"""What a folder says that may still be read."""

_SIGNS = ("closeout-damaged-*", "closeout.restored", "attachments/*")
"""What lies in a folder that has held data, beside the marker and the safety copies."""


def open_store(folder: Path, *, now: datetime, check_later: bool = False) -> Store:
    """Open the database of a data folder, and create both when they are missing and never were there.

    A restore that was cut off is finished first. A safety copy is made before tables are changed, and with the first
    opening of a day. A folder that cannot be written to is opened for reading, :attr:`Store.read_only`.

    Args:
        folder: the data folder. Missing folders above it are made inside the owner's home only, so that a stick that is
            not plugged in is noticed.
        now: for the names of safety copies.
        check_later: the caller promises to :func:`look_through` the folder once it is open, which takes about ten
            milliseconds a megabyte. The file is looked through all the same before it is copied or changed.

    Raises:
        NewerDatabaseError: ``store.newer_version``; the file is left as it is.
        DataFolderError: ``store.missing_parent``, ``store.folder_unwritable``, ``store.locked``, ``store.not_ours``,
            ``store.failed``; ``store.damaged`` and ``store.lost`` (a folder that held data has no database any more)
            with the facts ``path``, ``copy``, the newest safety copy that is good, and what is not in it (see
            :func:`pos_closeout.store.losses.lost_since`); ``store.damaged_no_copy`` and ``store.lost_no_copy`` when
            there is none. Where not even reading is possible, ``store.read_only`` and ``store.disk_full``.
    """
    make_folder(folder)
    try:
        return _open_folder(folder, now, check_later=check_later)
    except DataFolderError as error:
        if error.message_id not in {"store.damaged", "store.lost"}:
            raise
        raise with_copy(folder, error) from error


def open_beside(path: Path) -> Store:
    """Open a database once more that is open already, for a thread of its own; nothing is checked or changed.

    Args:
        path: of the open database, :attr:`Database.path`.

    Raises:
        DataFolderError: see :class:`Database`.
    """
    return Store(_beside(path))


def look_through(folder: Path) -> None:
    """Read the whole database of an open data folder; works beside others that use it, from any thread.

    Raises:
        DataFolderError: ``store.damaged`` or ``store.damaged_no_copy`` as :func:`open_store`.
    """
    try:
        database = _beside(folder / DATABASE_NAME)
        try:
            check(database)
        finally:
            database.close()
    except DataFolderError as error:
        if error.message_id != "store.damaged":
            raise
        raise with_copy(folder, error) from error


def check(database: Database) -> None:
    """Raise ``store.damaged`` unless everything in the database is as it was written."""
    found: list[Damage] = []
    database.run_bare(lambda connection: found.extend(verify(connection)))
    if found:
        raise DataFolderError("store.damaged", path=str(database.path))


def with_copy(folder: Path, error: DataFolderError) -> DataFolderError:
    """Return an error with the newest good copy and what is not in it, or the one for a folder without any."""
    from pos_closeout.store.losses import lost_since

    if error.message_id == "store.damaged":
        keep_without_log(folder)
    path, copy = str(folder / DATABASE_NAME), newest_good_copy(folder)
    if copy is None:
        return DataFolderError(f"{error.message_id}_no_copy", path=path)
    lost = lost_since(folder / DATABASE_NAME, copy)
    facts = {"path": path, "copy": str(copy), "since": lost.since, "lost": lost.told, "kind": lost.kind}
    return DataFolderError(error.message_id, **facts)


def _open_folder(folder: Path, now: datetime, *, check_later: bool) -> Store:
    try:
        finish_restore(folder)
        return _open_database(folder / DATABASE_NAME, now, check_later=check_later)
    except DataFolderError as error:
        if error.message_id not in _CANNOT_WRITE or not _has_data(folder / DATABASE_NAME):
            raise
        from pos_closeout.store.reading import open_for_reading

        database, scratch = open_for_reading(folder, error)
    try:
        check(database)
    except BaseException:
        Store(database, scratch).close()
        raise
    return Store(database, scratch)


def _open_database(path: Path, now: datetime, *, check_later: bool) -> Store:
    had_data = _has_data(path)
    if not had_data and held_data(path.parent):
        # SQLite takes an emptied or missing file for a new database; what lies beside it says that it was not one.
        raise DataFolderError("store.lost", path=str(path))
    looked = had_data and bool(log_of(path)) and _check_with_log(path)
    database = Database(path)
    try:
        copy_failed = _prepare(database, had_data=had_data, looked=looked, now=now, check_later=check_later)
    except BaseException:
        database.close()
        raise
    return Store(database, copy_failed=copy_failed)


def _check_with_log(path: Path) -> bool:
    """Check a database whose log holds something, without writing: closing it would fold a damaged log into the file.

    Returns:
        Whether that could be done.

    Raises:
        DataFolderError: ``store.damaged``.
    """
    try:
        database = Database(path, access=Access.LOOK)
    except DataFolderError as error:
        if error.message_id == "store.damaged":
            raise
        # It cannot be opened like this, and says so when it is opened for good.
        return False
    try:
        check(database)
    finally:
        database.close()
    return True


def held_data(folder: Path) -> bool:
    """Return whether a folder holds, or once held, data of this program, whatever its database says."""
    return (
        read_marker(folder) is not None
        or bool(copies(folder))
        or any(next(folder.glob(sign), None) is not None for sign in _SIGNS)
    )


def _has_data(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except FileNotFoundError:
        return False
    except OSError as error:
        raise not_written(error, path) from error


def _prepare(
    database: Database, *, had_data: bool, looked: bool, now: datetime, check_later: bool
) -> DataFolderError | None:
    """Check the file, then bring it up to date; return why the copy of the day could not be made."""
    folder = database.folder
    copied = had_data and copied_today(folder, now)
    wanted_now = had_data and not (check_later and copied)
    if had_data:
        _check_schema(database)
    steps_missing = pending(database)
    if not looked and (wanted_now or (had_data and steps_missing)):
        check(database)
    # The log needs memory that processes share, which two computers do not have (sqlite.org/wal.html).
    database.run(f"PRAGMA journal_mode = {'DELETE' if on_network(folder) else 'WAL'}")
    # Finds out now, not at the first save, whether the file can be written.
    database.run("BEGIN IMMEDIATE")
    database.run("COMMIT")
    if steps_missing:
        if had_data:
            make_copy(database, now)
        migrate(database)
    elif not is_sealed(database):
        check(database)
        seal_whole(database)
    wanted = had_data and not copied and not steps_missing
    copy_failed = _copy_of_the_day(database, now) if wanted else None
    if read_marker(folder) is None:
        write_marker(folder, replace(joined_marker(folder), id=folder_id(database)))
    database.remember_place()
    _clear_unfinished_imports(database)
    return copy_failed


def _copy_of_the_day(database: Database, now: datetime) -> DataFolderError | None:
    """Make the copy of the day; what keeps it from being made must not keep the owner from the data."""
    try:
        make_copy(database, now)
    except DataFolderError as error:
        if error.message_id == "store.damaged":
            raise
        return error
    return None


def _check_schema(database: Database) -> None:
    """Raise ``store.damaged`` when the tables themselves are not as they were made."""
    holds: list[bool] = []
    database.run_bare(lambda connection: holds.append(schema_holds(connection)))
    if not holds[0] and not unsealed(database):
        raise DataFolderError("store.damaged", path=str(database.path))


def unsealed(database: Database) -> bool:
    """Return whether the sums were not reckoned yet since the tables changed last."""
    return not is_sealed(database)


def _beside(path: Path) -> Database:
    """Open a database for reading beside others; a folder nobody can write to holds no log to be looked into."""
    if not path.exists():
        raise DataFolderError("store.file_gone", path=str(path))
    try:
        database = Database(path, access=Access.EXISTING)
        database.rows("SELECT 1 FROM sqlite_master LIMIT 1")
    except DataFolderError as error:
        if error.message_id not in _CANNOT_WRITE:
            raise
        return Database(path, access=Access.COPY)
    return database


def _clear_unfinished_imports(database: Database) -> None:
    """Remove what an import left behind that was cut off. Nearly always there is nothing, and one query says so."""
    if database.rows("SELECT 1 FROM bills WHERE complete = 0 LIMIT 1"):
        from pos_closeout.store.bills import BillRepository

        BillRepository(database).clear_unfinished()


def make_folder(folder: Path) -> None:
    """Make the data folder unless it is there.

    Raises:
        DataFolderError: ``store.missing_parent``, or as the system says.
    """
    try:
        folder.mkdir(exist_ok=True, parents=folder.is_relative_to(Path.home()))
    except FileNotFoundError as error:
        raise DataFolderError("store.missing_parent", path=str(folder), parent=str(folder.parent)) from error
    except FileExistsError as error:
        raise DataFolderError("store.folder_unwritable", path=str(folder)) from error
    except OSError as error:
        raise not_written(error, folder) from error
