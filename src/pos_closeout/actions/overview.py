"""What home says about the outstanding list, found without reading all of it."""

from datetime import date

from pos_closeout.domain.open_items import OpenItem, Totals
from pos_closeout.domain.reminders import WEEK, Reminder, remind
from pos_closeout.store import Store


def add_up(store: Store, today: date) -> Totals:
    """Return what the open items of all cases add up to."""
    return store.items.totals(today)


def due_soon(store: Store, today: date) -> Reminder:
    """Return which open items of all cases are overdue, due today or due within seven days."""
    return remind(store.items.due_until(today + WEEK), today)


def items_of(store: Store, case_id: int) -> tuple[OpenItem, ...]:
    """Return the items of a case, open and cleared; none for a case that is not there."""
    return store.items.for_case(case_id)
