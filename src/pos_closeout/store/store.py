"""An open data folder: its database with a repository for each kind of thing."""

import shutil
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from pos_closeout.domain.errors import DataFolderError
from pos_closeout.store.cards import CardRepository
from pos_closeout.store.database import Database
from pos_closeout.store.items import ItemRepository
from pos_closeout.store.safety import content_of, content_of_database, copies, make_copy
from pos_closeout.store.settings import SettingsRepository
from pos_closeout.store.timeline import TimelineRepository
from pos_closeout.store.volumes import on_network, synced_by

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
        scratch: a folder of its own that goes with closing, where a database that could only be read was copied to.
        copy_failed: why the safety copy of the day could not be made; the data itself can be worked with.
    """

    def __init__(
        self, database: Database, scratch: Path | None = None, copy_failed: DataFolderError | None = None
    ) -> None:
        self.database, self._scratch, self.copy_failed = database, scratch, copy_failed
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
    def dated_tasks(self) -> "DatedTaskRepository":
        """What was told and handed out of tasks with a day."""
        from pos_closeout.store.dated_tasks import DatedTaskRepository

        return DatedTaskRepository(self.database)

    @cached_property
    def form_layouts(self) -> "FormLayoutRepository":
        """What is remembered of the acquirers' own forms."""
        from pos_closeout.store.form_layouts import FormLayoutRepository

        return FormLayoutRepository(self.database)

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

    @property
    def read_only(self) -> bool:
        """Whether the folder can only be read: every change raises :attr:`Database.refusal` then."""
        return self.database.read_only

    def copy_once(self, now: datetime) -> Path | None:
        """Make a safety copy unless the newest one holds the same already; return it.

        Raises:
            DataFolderError: as :func:`make_copy`.
        """
        if self.read_only:
            return None
        return make_copy(self.database, now) if self._differs() else None

    def warning(self, now: datetime, environment: Mapping[str, str]) -> DataFolderError | None:
        """Return what the owner should know about the folder and the clock, though nothing is wrong with the data.

        Args:
            now: what the clock says.
            environment: of this process; it names the folders that are synced.

        Returns:
            Why it can only be read, why the copy of the day failed, ``store.clock_behind`` when the clock is more than
            a day behind the last entry, ``store.synced_folder`` or ``store.network_folder``; ``None`` for none of them.
        """
        folder = self.database.folder
        if self.read_only:
            return self.database.refusal
        if self.copy_failed is not None:
            return self.copy_failed
        try:
            last = self.timeline.last_at()
        except DataFolderError:
            # Looked through later, where damage is told with what can be done about it.
            return None
        if last is not None and now < last - timedelta(days=1):
            # Both in one zone: the last entry may have been made in another one.
            there = last.astimezone(now.tzinfo)
            return DataFolderError("store.clock_behind", now=f"{now:%Y-%m-%d}", last=f"{there:%Y-%m-%d}")
        program = synced_by(folder.absolute(), environment)
        if program:
            return DataFolderError("store.synced_folder", path=str(folder), program=program)
        return DataFolderError("store.network_folder", path=str(folder)) if on_network(folder.absolute()) else None

    def copy_first(self, now: datetime) -> None:
        """Make a safety copy when there is a case and no copy at all: the first day has none yet.

        Raises:
            DataFolderError: as :func:`make_copy`.
        """
        if not copies(self.database.folder):
            self.copy_once(now)

    def close(self) -> None:
        """Close the database; everything saved is in the file."""
        self.database.close()
        if self._scratch is not None:
            shutil.rmtree(self._scratch, ignore_errors=True)

    def _differs(self) -> bool:
        """Return whether the newest safety copy holds something else than the database, or there is none."""
        found = copies(self.database.folder)
        if not found:
            return bool(self.database.rows("SELECT 1 FROM cases LIMIT 1"))
        return content_of(found[0]) != content_of_database(self.database)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
