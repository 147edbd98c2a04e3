"""What the outstanding list needs of its items before one is looked at; see :mod:`pos_closeout.store.item_lines`."""

from collections.abc import Sequence

from pos_closeout.domain.ledger.open_items import ItemState, OpenItem
from pos_closeout.store import Store
from pos_closeout.store.item_lines import LedgerLine, SearchedText

__all__ = ["LedgerLine", "SearchedText", "column_values", "item_lines", "items_by_id", "searched_texts"]


def item_lines(store: Store, state: ItemState) -> list[LedgerLine]:
    """Return the items in a state as bare lines, in the order of the list."""
    return store.lines.lines(state)


def searched_texts(store: Store, item_ids: Sequence[int]) -> list[SearchedText]:
    """Return what can be searched for in items, in no particular order."""
    return store.lines.texts(item_ids)


def column_values(store: Store, column: str) -> list[tuple[int, str]]:
    """Return what a column of the list shows of every item, by id; see the names in the repository."""
    return store.lines.values(column)


def items_by_id(store: Store, item_ids: Sequence[int]) -> list[OpenItem]:
    """Return items in the order of their ids as given, without those that have gone."""
    return store.lines.items(item_ids)
