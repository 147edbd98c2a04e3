"""The only room that knows a database exists: ``closeout.db`` in the data folder, with safety copies beside it."""

from pos_closeout.store.opening import look_through, open_beside, open_store
from pos_closeout.store.restoring import restore_copy
from pos_closeout.store.safety import newest_good_copy
from pos_closeout.store.store import Store
from pos_closeout.store.timeline import TimelineEntry

__all__ = ["Store", "TimelineEntry", "look_through", "newest_good_copy", "open_beside", "open_store", "restore_copy"]
