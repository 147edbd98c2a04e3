"""What home says about the outstanding list, found without reading all of it."""

from datetime import date

from pos_closeout.domain.ledger.open_items import ItemTotals, OpenItem
from pos_closeout.domain.ledger.outlook import Outlook
from pos_closeout.store import Store
from pos_closeout.store.waiting import count_waiting


def add_up(store: Store, today: date) -> ItemTotals:
    """Return what the open items of all cases add up to."""
    return store.items.totals(today)


def due_soon(store: Store, today: date, most: int = 4) -> Outlook:
    """Return how many open items of all cases are overdue and due today, and the first that are due within a week."""
    return store.items.outlook(today, most)


def items_of(store: Store, case_id: int) -> tuple[OpenItem, ...]:
    """Return the items of a case, open and cleared; none for a case that is not there."""
    return store.items.for_case(case_id)


def waiting_proposals(store: Store, case_id: int) -> int:
    """Return how many finds in the bills of a case nobody has decided about."""
    return count_waiting(store.database, case_id)


def has_open_items(store: Store, case_id: int) -> bool:
    """Return whether items of a case are open; read without its items, as home draws a card in a moment."""
    return store.items.any_open(case_id)
