"""Opens a data folder that can only be read: a stick that is locked, a disk that is full, a folder of somebody else."""

import shutil
from pathlib import Path
from tempfile import mkdtemp

from pos_closeout.domain.errors import DataFolderError
from pos_closeout.store.database import Access, Database
from pos_closeout.store.migrations import migrate, pending
from pos_closeout.store.restoring import is_restoring
from pos_closeout.store.safety import DATABASE_NAME, log_of


def open_for_reading(folder: Path, why: DataFolderError) -> tuple[Database, Path | None]:
    """Open the database of a folder without writing anything into it.

    Where that does not show everything (saves that are only in the log yet, tables of an earlier version), it is copied
    into a folder of its own first and brought up to date there.

    Args:
        folder: the data folder.
        why: it cannot be written to.

    Returns:
        The database, and the folder of the copy, which the caller removes; ``None`` when none was needed.

    Raises:
        NewerDatabaseError: ``store.newer_version``.
        DataFolderError: ``why``, when it cannot even be read or copied.
    """
    if is_restoring(folder):
        raise why
    path = folder / DATABASE_NAME
    if not log_of(path):
        database = Database(path, access=Access.COPY, why=why.message_id)
        try:
            if not pending(database):
                return database, None
        except BaseException:
            database.close()
            raise
        database.close()
    return _open_copy(path, why)


def _open_copy(path: Path, why: DataFolderError) -> tuple[Database, Path]:
    scratch = Path(mkdtemp(prefix="pos-closeout-"))
    copy = scratch / DATABASE_NAME
    try:
        shutil.copyfile(path, copy)
        if log_of(path):
            shutil.copyfile(f"{path}-wal", f"{copy}-wal")
        database = Database(copy)
        if pending(database):
            migrate(database)
        # Folds the log into the file, so that nothing is left to be written.
        database.close()
        return Database(copy, folder=path.parent, access=Access.COPY, why=why.message_id), scratch
    except OSError as error:
        shutil.rmtree(scratch, ignore_errors=True)
        raise why from error
    except BaseException:
        shutil.rmtree(scratch, ignore_errors=True)
        raise
