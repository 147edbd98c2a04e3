"""Safety copies of the database file: made before anything risky and once a day, checked as soon as they are written.

``backups/closeout-000042-20261122-183205.db`` is the forty-second copy; the number only grows, whatever the clock says.
Copies of earlier versions have no number and count as older than all that have one.
"""

import os
import re
import shutil
import sqlite3
import zlib
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from pos_closeout.domain.errors import DataFolderError
from pos_closeout.store.database import Database, not_written, translated, uri_of
from pos_closeout.store.marker import Marker, read_marker, sync_folder, write_marker
from pos_closeout.store.sums import UNREADABLE, verify
from pos_closeout.store.thinning import to_thin

DATABASE_NAME = "closeout.db"
COPIES_FOLDER = "backups"
FILES_ENDING = ".json"
"""Of the list of files beside a copy; see ``copy_files``."""

_OF_NO_CASE = frozenset({"case_cards", "sqlite_sequence", "task_reminders", "reminders", "settings", "data_folder"})
"""What changes from one day to the next although nobody entered anything."""

_NAME = re.compile(r"closeout-(?:(\d{6,9})-)?(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)\.db")


@dataclass(frozen=True, slots=True, order=True)
class SafetyCopy:
    """A safety copy as its name tells it; the greater, the newer.

    Attributes:
        number: only grows; 0 for a copy of an earlier version.
        at: what the clock said, local time.
    """

    number: int
    at: datetime
    path: Path

    @property
    def day(self) -> date:
        """The day it was made on, as the clock said."""
        return self.at.date()


def make_copy(database: Database, now: datetime) -> Path:
    """Copy the database as it stands, committed changes only, read the copy back, and thin the older ones.

    Returns:
        The copy.

    Raises:
        DataFolderError: see :class:`Database`; ``store.copy_damaged`` when the copy is not what was written, and
            ``store.damaged`` when it is the database itself that is damaged.
    """
    folder = database.folder / COPIES_FOLDER
    marker = joined_marker(database.folder)
    number = max([marker.copies, *(copy.number for copy in copies_in(folder))]) + 1
    target = folder / f"closeout-{number:06d}-{now:%Y%m%d-%H%M%S}.db"
    unfinished = target.with_suffix(".part")
    try:
        folder.mkdir(exist_ok=True)
        write_copy(database, unfinished)
        unfinished.replace(target)
        sync_folder(folder)
    except OSError as error:
        raise not_written(error, folder) from error
    note_copy(database.folder, folder, replace(marker, id=folder_id(database), copies=number))
    thin(folder, now)
    return target


def write_copy(database: Database, target: Path) -> None:
    """Copy the database as it stands to a file and read that back.

    Raises:
        DataFolderError: as :func:`make_copy`; there is no such file then.
        OSError: as the system says.
    """
    target.unlink(missing_ok=True)
    _copy_into(database, target)
    if not is_good(target):
        target.unlink()
        raise _why_not_good(database, target)
    sync_file(target)


def keep_without_log(folder: Path) -> None:
    """Keep the database without its log as a safety copy, where it is in order by itself and only the log is damaged.

    Nothing is kept where that cannot be done; the older copies are there.
    """
    path = folder / DATABASE_NAME
    try:
        if not log_of(path) or not is_good(path):
            return
        known = joined_marker(folder)
        number = max([known.copies, *(copy.number for copy in copies_in(folder / COPIES_FOLDER))]) + 1
        at = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
        target = folder / COPIES_FOLDER / f"closeout-{number:06d}-{at:%Y%m%d-%H%M%S}.db"
        target.parent.mkdir(exist_ok=True)
        copy_file(path, target.with_suffix(".part"))
        target.with_suffix(".part").replace(target)
        note_copy(folder, target.parent, replace(known, copies=number))
    except (OSError, DataFolderError):
        return


def log_of(path: Path) -> int:
    """Return how many bytes a database has in its log; 0 without one."""
    try:
        return Path(f"{path}-wal").stat().st_size
    except OSError:
        return 0


def note_copy(data_folder: Path, folder: Path, marker: Marker) -> None:
    """Write what is known of the data folder into it and beside its copies.

    Raises:
        DataFolderError: as the system says.
    """
    for each in (data_folder, folder):
        if each.is_dir() and read_marker(each) != marker:
            write_marker(each, marker)


def joined_marker(data_folder: Path) -> Marker:
    """Return what the markers of a data folder and of its copies know together."""
    own = read_marker(data_folder) or Marker()
    return own.joined(read_marker(data_folder / COPIES_FOLDER) or Marker())


def folder_id(database: Database) -> str:
    """Return the id of the data folder a database belongs to; empty for one of an earlier version."""
    if not database.rows("SELECT 1 FROM sqlite_master WHERE name = 'data_folder'"):
        return ""
    rows = database.rows("SELECT value FROM data_folder WHERE key = 'id'")
    return str(rows[0][0]) if rows else ""


def copied_today(folder: Path, now: datetime) -> bool:
    """Return whether a data folder has a safety copy of the day."""
    return any(copy.day == now.date() for copy in copies_in(folder / COPIES_FOLDER))


def copies(folder: Path) -> list[Path]:
    """Return the safety copies of a data folder, newest first."""
    return [copy.path for copy in copies_in(folder / COPIES_FOLDER)]


def copies_in(folder: Path) -> list[SafetyCopy]:
    """Return the safety copies that lie in a folder, newest first; none when it cannot be read."""
    try:
        found = [_named(path) for path in folder.iterdir()]
    except OSError:
        return []
    return sorted((copy for copy in found if copy is not None), reverse=True)


def newest_good_copy(folder: Path) -> Path | None:
    """Return the newest safety copy of a data folder in which everything is as it was written, or ``None``."""
    return next((copy for copy in copies(folder) if is_good(copy)), None)


def is_good(copy: Path) -> bool:
    """Return whether a copy holds cases and everything in it is as it was written; nothing is written beside it."""
    try:
        with closing(read_only(copy)) as connection:
            connection.execute("SELECT count(*) FROM cases")
            return not verify(connection)
    except UNREADABLE:
        return False


def read_only(path: Path) -> sqlite3.Connection:
    """Open a database file that nobody writes to, without writing anything beside it."""
    return sqlite3.connect(f"{uri_of(path.absolute())}?mode=ro&immutable=1", uri=True)


def thin(folder: Path, now: datetime) -> None:
    """Remove the copies in a folder that :func:`to_thin` names; the newest that differs from the last one stays.

    What cannot be removed now is removed another time.
    """
    found = copies_in(folder)
    # Copies of earlier versions have no number: they keep their order behind the others.
    places = {copy.path: place for place, copy in enumerate(reversed(found))}
    stamps = [(places[copy.path], copy.day) for copy in found]
    going = to_thin(stamps, now.date())
    if not going:
        return
    differing = _newest_differing(found)
    going = to_thin(stamps, now.date(), [] if differing is None else [places[differing]])
    for copy in found:
        if places[copy.path] in going:
            remove_copy(copy.path)


def remove_copy(path: Path) -> None:
    """Remove a copy with its list of files, if that can be done now."""
    for each in (path, path.with_suffix(FILES_ENDING)):
        try:
            each.unlink(missing_ok=True)
        except OSError:
            return


def content_of(copy: Path) -> object:
    """Return what two copies have in common only if they hold the same; a different thing for each without sums."""
    try:
        with closing(read_only(copy)) as connection:
            return _content(connection)
    except UNREADABLE:
        return copy


def content_of_database(database: Database) -> object:
    """Return the same of a database that is open."""
    found: list[int] = []
    database.run_bare(lambda connection: found.append(_content(connection)))
    return found[0]


def sync_file(path: Path) -> None:
    """Bring a file that was written by somebody else to the disk."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def copy_file(source: Path, target: Path) -> None:
    """Copy a file and bring the copy to the disk; the caller puts it in its place."""
    shutil.copyfile(source, target)
    sync_file(target)


def _newest_differing(found: list[SafetyCopy]) -> Path | None:
    """Return the newest copy that holds something else than the last one."""
    if not found:
        return None
    last = content_of(found[0].path)
    return next((copy.path for copy in found[1:] if content_of(copy.path) != last), None)


def _content(connection: sqlite3.Connection) -> int:
    value = 0
    for row in connection.execute('SELECT "table", block, sum FROM row_sums'):
        if row[0] not in _OF_NO_CASE:
            value = zlib.crc32(repr(row).encode(), value)
    return value


def _named(path: Path) -> SafetyCopy | None:
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    try:
        return SafetyCopy(int(match[1] or 0), datetime(*map(int, match.groups()[1:])), path)  # type: ignore[arg-type]  # noqa: DTZ001  # local time, as the name has it
    except ValueError:
        return None


def _why_not_good(database: Database, target: Path) -> DataFolderError:
    damaged: list[object] = []
    database.run_bare(lambda connection: damaged.extend(verify(connection)))
    if damaged:
        return DataFolderError("store.damaged", path=str(database.path))
    return DataFolderError("store.copy_damaged", path=str(target))


def _copy_into(database: Database, target: Path) -> None:
    try:
        with closing(sqlite3.connect(target)) as copy:
            database.run_bare(lambda connection: connection.backup(copy))
            # One plain file without a log beside it, so that the owner can put it on a stick.
            copy.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as error:
        raise translated(error, target) from error
