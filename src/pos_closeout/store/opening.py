"""Opening a data folder: look before touching, copy before changing, refuse clearly."""

from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from pos_closeout.domain.errors import DataFolderError
from pos_closeout.store.cards import CardRepository
from pos_closeout.store.database import Database
from pos_closeout.store.items import ItemRepository
from pos_closeout.store.migrations import migrate, pending
from pos_closeout.store.safety import DATABASE_NAME, copied_today, make_copy, newest_good_copy
from pos_closeout.store.settings import SettingsRepository
from pos_closeout.store.timeline import TimelineRepository

if TYPE_CHECKING:
    from pos_closeout.store.calendar_dates import CalendarDateRepository
    from pos_closeout.store.cases import CaseRepository
    from pos_closeout.store.dated_tasks import DatedTaskRepository
    from pos_closeout.store.form_layouts import FormLayoutRepository
    from pos_closeout.store.item_files import ItemFileRepository
    from pos_closeout.store.item_lines import ItemLineRepository
    from pos_closeout.store.own_days import OwnDaysRepository
    from pos_closeout.store.own_limits import OwnLimitsRepository
    from pos_closeout.store.reminders import ReminderRepository


class Store:
    """An open data folder. Use from one thread; close it, or use it as a context manager.

    The repositories that home does without are loaded with their first use: they know every field of a case.

    Args:
        database: gives :meth:`Database.writing`, which ties several changes into one transaction.
    """

    def __init__(self, database: Database) -> None:
        self.database = database
        self.timeline = TimelineRepository(database)
        self.settings = SettingsRepository(database)
        self.cards = CardRepository(database)
        self.items = ItemRepository(database, self.timeline)

    @cached_property
    def cases(self) -> "CaseRepository":
        """The cases."""
        from pos_closeout.store.cases import CaseRepository

        return CaseRepository(self.database, self.timeline)

    @cached_property
    def reminders(self) -> "ReminderRepository":
        """What has been told of items, and what the owner asked for."""
        from pos_closeout.store.reminders import ReminderRepository

        return ReminderRepository(self.database)

    @cached_property
    def form_layouts(self) -> "FormLayoutRepository":
        """What is remembered of the acquirers' own forms."""
        from pos_closeout.store.form_layouts import FormLayoutRepository

        return FormLayoutRepository(self.database)

    @cached_property
    def dated_tasks(self) -> "DatedTaskRepository":
        """What was told and handed out of tasks with a day."""
        from pos_closeout.store.dated_tasks import DatedTaskRepository

        return DatedTaskRepository(self.database)

    @cached_property
    def lines(self) -> "ItemLineRepository":
        """The items as bare lines of the list."""
        from pos_closeout.store.item_lines import ItemLineRepository

        return ItemLineRepository(self.database)

    @cached_property
    def own_limits(self) -> "OwnLimitsRepository":
        """The owner's own time limits."""
        from pos_closeout.store.own_limits import OwnLimitsRepository

        return OwnLimitsRepository(self.database)

    @cached_property
    def calendar_dates(self) -> "CalendarDateRepository":
        """The dates that were handed to a calendar."""
        from pos_closeout.store.calendar_dates import CalendarDateRepository

        return CalendarDateRepository(self.database)

    @cached_property
    def own_days(self) -> "OwnDaysRepository":
        """The owner's own working days and days off."""
        from pos_closeout.store.own_days import OwnDaysRepository

        return OwnDaysRepository(self.database)

    @cached_property
    def item_files(self) -> "ItemFileRepository":
        """What is kept about single items."""
        from pos_closeout.store.item_files import ItemFileRepository

        return ItemFileRepository(self.database, self.timeline)

    def close(self) -> None:
        """Close the database; everything saved is in the file."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_store(folder: Path, *, now: datetime, check_later: bool = False) -> Store:
    """Open the database of a data folder, and create both when they are missing.

    A safety copy is made before tables are changed, and with the first opening of a day.

    Args:
        folder: the data folder. Missing folders above it are made inside the owner's home only, so that a stick that is
            not plugged in is noticed.
        now: for the names of safety copies.
        check_later: the caller promises to :func:`look_through` the folder once it is open, which takes about four
            milliseconds a megabyte. The file is looked through all the same before it is copied or changed.

    Raises:
        NewerDatabaseError: ``store.newer_version``; the file is left as it is.
        DataFolderError: ``store.missing_parent``, ``store.folder_unwritable``, ``store.read_only``, ``store.locked``,
            ``store.disk_full``, ``store.not_ours``, ``store.failed``, ``store.damaged`` with the facts ``path`` and
            ``copy``, the newest safety copy that is good, or ``store.damaged_no_copy`` when there is none.
    """
    _make_folder(folder)
    try:
        database = _open_database(folder / DATABASE_NAME, now, check_later=check_later)
    except DataFolderError as error:
        if error.message_id != "store.damaged":
            raise
        raise _damaged(folder) from error
    return Store(database)


def open_beside(path: Path) -> Store:
    """Open a database once more that is open already, for a thread of its own; nothing is checked or changed.

    Args:
        path: of the open database, :attr:`Database.path`.

    Raises:
        DataFolderError: see :class:`Database`.
    """
    return Store(Database(path))


def look_through(folder: Path) -> None:
    """Read the whole database of an open data folder; works beside others that use it, from any thread.

    Raises:
        DataFolderError: ``store.damaged`` or ``store.damaged_no_copy`` as :func:`open_store`.
    """
    try:
        database = Database(folder / DATABASE_NAME)
        try:
            _check(database)
        finally:
            database.close()
    except DataFolderError as error:
        if error.message_id != "store.damaged":
            raise
        raise _damaged(folder) from error


def _open_database(path: Path, now: datetime, *, check_later: bool) -> Database:
    had_file = path.exists()
    had_data = had_file and path.stat().st_size > 0
    if had_file and not had_data and newest_good_copy(path.parent) is not None:
        # SQLite takes an emptied file for a new database; the copies say that it was not one.
        raise DataFolderError("store.damaged", path=str(path))
    database = Database(path)
    try:
        _prepare(database, had_data=had_data, now=now, check_later=check_later)
    except BaseException:
        database.close()
        raise
    return database


def _prepare(database: Database, *, had_data: bool, now: datetime, check_later: bool) -> None:
    """Check the file, then bring it up to date."""
    copied = had_data and copied_today(database.path.parent, now)
    checked = had_data and not (check_later and copied)
    if checked:
        _check(database)
    steps_missing = pending(database)
    if had_data and steps_missing and not checked:
        _check(database)
    database.run("PRAGMA journal_mode = WAL")
    # Finds out now, not at the first save, whether the file can be written.
    with database.writing():
        pass
    if steps_missing:
        if had_data:
            make_copy(database, now)
        migrate(database)
    elif had_data:
        if not copied:
            make_copy(database, now)
        _clear_unfinished_imports(database)


def _clear_unfinished_imports(database: Database) -> None:
    """Remove what an import left behind that was cut off. Nearly always there is nothing, and one query says so."""
    if database.rows("SELECT 1 FROM bills WHERE complete = 0 LIMIT 1"):
        from pos_closeout.store.bills import BillRepository

        BillRepository(database).clear_unfinished()


def _check(database: Database) -> None:
    """Raise ``store.damaged`` unless SQLite finds the file in order (quick_check: everything but index contents)."""
    if database.rows("PRAGMA quick_check(1)") != [("ok",)]:
        raise DataFolderError("store.damaged", path=str(database.path))


def _damaged(folder: Path) -> DataFolderError:
    path, copy = str(folder / DATABASE_NAME), newest_good_copy(folder)
    if copy is None:
        return DataFolderError("store.damaged_no_copy", path=path)
    return DataFolderError("store.damaged", path=path, copy=str(copy))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True, parents=folder.is_relative_to(Path.home()))
    except FileNotFoundError as error:
        raise DataFolderError("store.missing_parent", path=str(folder), parent=str(folder.parent)) from error
    except OSError as error:
        raise DataFolderError("store.folder_unwritable", path=str(folder)) from error
