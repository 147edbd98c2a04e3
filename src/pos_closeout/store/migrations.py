"""Brings a database to the tables this version knows, one named step after the other."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from pos_closeout.domain.errors import DataFolderError, NewerDatabaseError
from pos_closeout.store.database import Database

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables

_SET = "pos_closeout"


_STEPS = (
    "001_first_version",
    "002_bills",
    "003_what_items_need",
    "004_reminders",
    "005_before_and_after_handing_in",
    "006_backup_and_papers",
    "007_device",
    "008_follow_up",
    "009_unpaid_answers",
    "010_cards_of_home",
    "011_calendar_and_rhythms",
    "012_files_of_the_device_step",
    "013_archive",
    "014_upkeep_and_dated_tasks",
    "015_dated_tasks_on_cards",
    "016_late_charges_left",
    "017_paying_in_english",
    "018_words_of_bill_lines",
    "019_own_forms",
)
"""Every step ever released, in order; ``steps`` has what they do. ``user_version`` of the file is how many it has."""


def pending(database: Database) -> bool:
    """Return whether steps are missing.

    Raises:
        NewerDatabaseError: ``store.newer_version`` when the file has steps this version does not know.
    """
    applied = _applied(database)
    if _version(database) > len(_STEPS) or set(applied) - set(_STEPS):
        raise NewerDatabaseError("store.newer_version", path=str(database.path))
    return applied != _STEPS


def migrate(database: Database) -> None:
    """Apply the missing steps, each in a transaction of its own together with the note that it was applied.

    Raises:
        DataFolderError: see :class:`Database`; the file then still holds the last step that went through.
    """
    # Imported here: nearly every start finds nothing to do, and the library takes 130 ms to load.
    from sqlite_utils import Database as Tables
    from sqlite_utils import Migrations

    from pos_closeout.store.steps import STATEMENTS

    steps = Migrations(_SET)
    for count, (name, statements) in enumerate(zip(_STEPS, STATEMENTS, strict=True), 1):
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
