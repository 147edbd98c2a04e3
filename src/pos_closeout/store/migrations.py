"""Brings a database to the tables this version knows, one named step after the other."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from pos_closeout.domain.errors import DataFolderError, NewerDatabaseError
from pos_closeout.store.database import Database
from pos_closeout.store.sums import seal_all

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
    "019_sums",
    "020_profile",
    "021_own_forms",
)
"""Every step ever released, in order; ``steps`` has what they do. ``user_version`` of the file is how many it has."""


_SUMS_SINCE = 19
"""The first step with sums over the rows."""


def pending(database: Database) -> bool:
    """Return whether steps are missing.

    Raises:
        NewerDatabaseError: ``store.newer_version`` when the file has steps this version does not know.
        DataFolderError: ``store.damaged`` when the list of steps is none that any version wrote.
    """
    applied, version = frozenset(_applied(database)), _version(database)
    known = frozenset(_STEPS)
    # A newer version has all these steps and more, and says so twice: one byte that changed cannot look like that.
    if version > len(_STEPS) and applied > known:
        raise NewerDatabaseError("store.newer_version", path=str(database.path))
    if version > len(_STEPS) or applied - known:
        raise DataFolderError("store.damaged", path=str(database.path))
    # Two early versions left steps out that came later; what counts is which ones are there.
    return applied != known


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
    try:
        database.run_bare(lambda connection: steps.apply(Tables(connection, execute_plugins=False)))
    except DataFolderError as error:
        if error.message_id != "store.damaged":
            raise
        # The file was read through before: what does not fit is the step.
        raise DataFolderError("store.failed", path=str(database.path), detail=str(error.__cause__)) from error
    seal_whole(database)


def known_steps() -> int:
    """Return how many steps this version knows."""
    return len(_STEPS)


def is_sealed(database: Database) -> bool:
    """Return whether the sums have been reckoned since the tables changed last.

    Raises:
        DataFolderError: see :class:`Database`.
    """
    return bool(database.rows("SELECT 1 FROM row_sums LIMIT 1"))


def seal_whole(database: Database) -> None:
    """Reckon all sums anew, after the tables have changed.

    Raises:
        DataFolderError: see :class:`Database`.
    """
    with database.writing():
        # Steps that were done out of their order have left another number.
        database.run(f"PRAGMA user_version = {len(_STEPS)}")
        database.run_bare(seal_all)


def _counted(statements: Sequence[str], count: int) -> Callable[["Tables"], None]:
    def counted(tables: "Tables") -> None:
        for statement in statements:
            tables.execute(statement)
        tables.execute(f"PRAGMA user_version = {count}")
        if count >= _SUMS_SINCE:
            # In the same transaction: what is cut off before the sums are reckoned anew has none, not wrong ones.
            tables.execute("DELETE FROM row_sums")

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
