"""Brings a database to the tables this version knows, one named step after the other."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from pos_closeout.domain.errors import DataFolderError, NewerDatabaseError
from pos_closeout.store import (
    schema_1,
    schema_2,
    schema_3,
    schema_4,
    schema_5,
    schema_6,
    schema_7,
    schema_8,
    schema_9,
    schema_10,
    schema_11,
    schema_12,
    schema_13,
    schema_14,
)
from pos_closeout.store.database import Database

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables

_SET = "pos_closeout"


_STEPS: tuple[tuple[str, Sequence[str]], ...] = (
    ("001_first_version", schema_1.STATEMENTS),
    ("002_bills", schema_2.STATEMENTS),
    ("003_what_items_need", schema_3.STATEMENTS),
    ("004_reminders", schema_4.STATEMENTS),
    ("005_before_and_after_handing_in", schema_5.STATEMENTS),
    ("006_backup_and_papers", schema_6.STATEMENTS),
    ("007_device", schema_7.STATEMENTS),
    ("008_follow_up", schema_8.STATEMENTS),
    ("009_unpaid_answers", schema_9.STATEMENTS),
    ("010_cards_of_home", schema_10.STATEMENTS),
    ("011_calendar_and_rhythms", schema_11.STATEMENTS),
    ("012_files_of_the_device_step", schema_12.STATEMENTS),
    ("013_archive", schema_13.STATEMENTS),
    ("014_upkeep_and_dated_tasks", schema_14.STATEMENTS),
)
"""Every step ever released, in order. ``user_version`` of the file is how many it has."""


def pending(database: Database) -> bool:
    """Return whether steps are missing.

    Raises:
        NewerDatabaseError: ``store.newer_version`` when the file has steps this version does not know.
    """
    known = tuple(name for name, _ in _STEPS)
    applied = _applied(database)
    if _version(database) > len(known) or set(applied) - set(known):
        raise NewerDatabaseError("store.newer_version", path=str(database.path))
    return applied != known


def migrate(database: Database) -> None:
    """Apply the missing steps, each in a transaction of its own together with the note that it was applied.

    Raises:
        DataFolderError: see :class:`Database`; the file then still holds the last step that went through.
    """
    # Imported here: nearly every start finds nothing to do, and the library takes 130 ms to load.
    from sqlite_utils import Database as Tables  # noqa: PLC0415
    from sqlite_utils import Migrations  # noqa: PLC0415

    steps = Migrations(_SET)
    for count, (name, statements) in enumerate(_STEPS, 1):
        steps(name=name)(_counted(statements, count))
    database.told(lambda connection: steps.apply(Tables(connection, execute_plugins=False)))


def _counted(statements: Sequence[str], count: int) -> Callable[["Tables"], None]:
    def counted(tables: "Tables") -> None:
        for statement in statements:
            tables.execute(statement)
        tables.execute(f"PRAGMA user_version = {count}")

    return counted


def _version(database: Database) -> int:
    return int(database.rows("PRAGMA user_version")[0][0] or 0)


def _applied(database: Database) -> Sequence[str]:
    """Return the names of the applied steps, in order; none for an empty file.

    Raises:
        DataFolderError: ``store.not_ours`` for a database of some other program.
    """
    names = {row[0] for row in database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not names:
        return ()
    if "_sqlite_migrations" not in names:
        raise DataFolderError("store.not_ours", path=str(database.path))
    rows = database.rows("SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY id", (_SET,))
    return tuple(str(row[0]) for row in rows)
