"""Read the history of a case."""

from pos_closeout.store import Store, TimelineEntry

__all__ = ["TimelineEntry", "read_timeline"]


def read_timeline(store: Store, case_id: int) -> tuple[TimelineEntry, ...]:
    """Return what happened to a case, oldest first; of a deleted case only that it was deleted."""
    return store.timeline.for_case(case_id)
