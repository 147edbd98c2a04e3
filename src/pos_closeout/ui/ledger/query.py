"""What the list is asked for and what it answers; an item is made when it is looked at."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from itertools import accumulate
from typing import NamedTuple

from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.items.item_lines import (
    LedgerLine,
    SearchedText,
    column_values,
    item_lines,
    items_by_id,
    searched_texts,
)
from pos_closeout.domain.ledger.open_items import Due, ItemKind, ItemState, ItemTotals, OpenItem, urgency
from pos_closeout.domain.money import format_yuan

_AHEAD = 24
"""How many items are read together when one is looked at: more than a screen shows."""

_TOGETHER = 2_000
"""How many are read together when all are wanted."""


class Order(StrEnum):
    """What the items follow each other by: the columns of the list."""

    DATE = "date"
    AMOUNT = "amount"
    KIND = "kind"
    SHOP = "shop"
    WHO = "who"
    ORIGINAL = "original"
    REFERENCE = "reference"
    CONTACT = "contact"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Query:
    """What the owner wants to see; ``None`` and empty text leave everything in.

    Attributes:
        state: open or cleared; ``None`` for both.
        down: the largest, latest or last first.
        grouped: under headings by due date, each group in order; else one list in order.
        only: these items alone, such as those of a notification.
    """

    text: str = ""
    kind: ItemKind | None = None
    case_id: int | None = None
    state: ItemState | None = ItemState.OPEN
    due: Due | None = None
    order: Order = Order.DATE
    down: bool = False
    grouped: bool = True
    only: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A heading of the list with what stands under it; ``due`` is ``None`` over the cleared items."""

    due: Due | None
    totals: ItemTotals

    @property
    def count(self) -> int:
        """How many items stand under it."""
        return self.totals.count


class ItemSource(NamedTuple):
    """Where the items are.

    Attributes:
        lines: returns the items in a state as bare lines, in the order of the list.
        texts: returns what can be searched for in items.
        items: returns items in the order of their ids.
        values: returns what a column shows of every item, by id; for the columns that are not in the lines.
    """

    lines: Callable[[ItemState], Sequence[LedgerLine]]
    texts: Callable[[Sequence[int]], Iterable[SearchedText]]
    items: Callable[[Sequence[int]], Sequence[OpenItem]]
    values: Callable[[str], Iterable[tuple[int, str]]]


def stored_items(store: Store) -> ItemSource:
    """Return all items of a data folder as a source."""
    return ItemSource(
        partial(item_lines, store),
        partial(searched_texts, store),
        partial(items_by_id, store),
        partial(column_values, store),
    )


@dataclass(frozen=True, slots=True)
class QueryResult:
    """An answer to a query: headings and items in the order of the list.

    Attributes:
        groups: the headings, each standing before its items; none in a flat list.
        shelved: the ids of all items there are, found or not.
        places: where the found ones stand among them, in the order of the list.
        look_at: reads items by id.
        totals: what is found adds up to; of open and cleared ones together, only the open ones.
        kinds: how many there are of each kind whatever kind is asked for.
        state: as it was asked for.
    """

    groups: Sequence[Group]
    shelved: Sequence[int]
    places: Sequence[int]
    look_at: Callable[[Sequence[int]], Sequence[OpenItem]]
    totals: ItemTotals = field(default_factory=ItemTotals)
    kinds: Mapping[ItemKind, int] = field(default_factory=dict)
    state: ItemState | None = ItemState.OPEN
    _seen: dict[int, OpenItem] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.groups) + len(self.places)

    def entry(self, row: int) -> Group | OpenItem | None:
        """Return the heading or item in a row of the list."""
        if not 0 <= row < len(self):
            return None
        headings = self.headings()
        before = bisect_left(headings, row)
        if before < len(headings) and headings[before] == row:
            return self.groups[before]
        return self._item(row - before)

    def id_at(self, row: int) -> int | None:
        """Return the id of the item in a row, without looking at it."""
        headings = self.headings()
        if row in headings or not 0 <= row < len(self):
            return None
        return self.shelved[self.places[row - bisect_left(headings, row)]]

    def headings(self) -> list[int]:
        """Return the rows in which the headings stand."""
        return list(accumulate((group.count + 1 for group in self.groups), initial=0))[:-1]

    def row_of(self, item_id: int) -> int:
        """Return the row of an item, or -1."""
        try:
            place = self.shelved.index(item_id)
            at = self.places.index(place)
        except ValueError:
            return -1
        before = list(accumulate((group.count for group in self.groups), initial=0))[:-1]
        return at + sum(first <= at for first in before)

    def rows_of(self, item_ids: Iterable[int]) -> list[int]:
        """Return the rows of items, ascending; those that are not shown are left out."""
        wanted = set(item_ids)
        places = [at for at, place in enumerate(self.places) if self.shelved[place] in wanted]
        before = list(accumulate((group.count for group in self.groups), initial=0))[:-1]
        return [at + bisect_right(before, at) for at in places]

    @property
    def count(self) -> int:
        """How many items were found."""
        return len(self.places)

    def ids(self) -> list[int]:
        """Return the ids of the items without the headings."""
        return [self.shelved[place] for place in self.places]

    def items(self) -> Iterator[OpenItem]:
        """Give the items without the headings; all of them are read for it."""
        ids = self.ids()
        for start in range(0, len(ids), _TOGETHER):
            yield from self.look_at(ids[start : start + _TOGETHER])

    def _item(self, at: int) -> OpenItem | None:
        item_id = self.shelved[self.places[at]]
        if item_id not in self._seen:
            start = max(at - _AHEAD // 4, 0)
            near = [self.shelved[place] for place in self.places[start : start + _AHEAD]]
            self._seen.update({item.id: item for item in self.look_at(near)})
        return self._seen.get(item_id)


NOTHING = QueryResult((), (), (), lambda _ids: ())


def listed_items(items: Iterable[OpenItem]) -> ItemSource:
    """Return items that are there already, such as those of one case, as a source."""
    by_id = {item.id: item for item in items}

    def lines(state: ItemState) -> list[LedgerLine]:
        found = [item for item in by_id.values() if item.state is state]
        if state is ItemState.OPEN:
            return [line_of(item) for item in sorted(found, key=urgency)]
        return sorted(map(line_of, sorted(found, key=lambda item: item.id)), key=lambda line: line[4], reverse=True)

    def of_ids(item_ids: Sequence[int]) -> list[OpenItem]:
        return [by_id[each] for each in item_ids if each in by_id]

    def values(column: str) -> list[tuple[int, str]]:
        return [(item.id, _shown(item, column)) for item in by_id.values()]

    return ItemSource(lines, lambda item_ids: [_searched(item) for item in of_ids(item_ids)], of_ids, values)


def line_of(item: OpenItem) -> LedgerLine:
    """Return an item as the list sorts and filters it."""
    day = item.due_on if item.state is ItemState.OPEN else item.cleared_on
    return (item.id, item.case_id, item.kind.value, item.amount_fen or 0, "" if day is None else day.isoformat())


def _shown(item: OpenItem, column: str) -> str:
    """Return what a column shows of an item, as :func:`column_values` does."""
    match column:
        case "who":
            return item.counterparty or item.contact
        case "original":
            return "" if item.original_on is None else item.original_on.isoformat()
        case "reference":
            return item.reference or item.voucher
        case "contact":
            return item.contact
        case _:
            return item.note


def _searched(item: OpenItem) -> SearchedText:
    amount = "" if item.amount_fen is None else format_yuan(item.amount_fen).replace(",", "")
    parts = (
        item.counterparty, item.reference, item.voucher, item.note, item.masked_account, item.cleared_how,
        item.due_basis, amount,
    )  # fmt: skip
    days = (item.due_on, item.original_on, item.cleared_on)
    return SearchedText(
        item.id, item.kind.value, item.channel.value, item.case_id, item.terminal_number, item.contact,
        item.counterparty, " ".join("" if day is None else day.isoformat() for day in days), "\n".join(parts),
    )  # fmt: skip
