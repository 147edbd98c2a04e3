"""Open the data folder, or put a safety copy in the place of a damaged database."""

from datetime import datetime
from pathlib import Path

from pos_closeout.store import Store, look_through, newest_good_copy, open_beside, open_store, restore_copy

__all__ = ["Store", "look_through", "newest_good_copy", "open_beside", "open_data_folder", "restore_copy"]


def open_data_folder(folder: Path, now: datetime, *, check_later: bool = False) -> Store:
    """Open the database of a data folder, and create both when they are missing.

    Args:
        folder: the data folder.
        now: an aware time; it names safety copies.
        check_later: whether the caller will :func:`look_through` the folder once it is open.

    Raises:
        NewerDatabaseError, DataFolderError: see :func:`pos_closeout.store.opening.open_store`.
    """
    return open_store(folder, now=now, check_later=check_later)
