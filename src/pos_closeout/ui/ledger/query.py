"""What the list is asked for and what it answers; an item is made when it is looked at."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from itertools import accumulate
from typing import NamedTuple

from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.items.item_lines import (
    LedgerLine,
    SearchedText,
    item_lines,
    items_by_id,
    searched_texts,
)
from pos_closeout.domain.ledger.open_items import Due, ItemKind, ItemState, OpenItem, urgency
from pos_closeout.domain.money import format_yuan

_AHEAD = 24
"""How many items are read together when one is looked at: more than a screen shows."""

_TOGETHER = 2_000
"""How many are read together when all are wanted."""


class Order(StrEnum):
    """How the items of a group follow each other."""

    DATE = "date"
    AMOUNT = "amount"
    KIND = "kind"
    SHOP = "shop"


@dataclass(frozen=True, slots=True)
class Query:
    """What the owner wants to see; ``None`` and empty text leave everything in."""

    text: str = ""
    kind: ItemKind | None = None
    case_id: int | None = None
    state: ItemState = ItemState.OPEN
    due: Due | None = None
    order: Order = Order.DATE


@dataclass(frozen=True, slots=True)
class Group:
    """A heading of the list with what stands under it; ``due`` is ``None`` over the cleared items. Amount in fen."""

    due: Due | None
    count: int
    fen: int


class ItemSource(NamedTuple):
    """Where the items are.

    Attributes:
        lines: returns the items in a state as bare lines, in the order of the list.
        texts: returns what can be searched for in items.
        items: returns items in the order of their ids.
    """

    lines: Callable[[ItemState], Sequence[LedgerLine]]
    texts: Callable[[Sequence[int]], Iterable[SearchedText]]
    items: Callable[[Sequence[int]], Sequence[OpenItem]]


def stored_items(store: Store) -> ItemSource:
    """Return all items of a data folder as a source."""
    return ItemSource(partial(item_lines, store), partial(searched_texts, store), partial(items_by_id, store))


@dataclass(frozen=True, slots=True)
class QueryResult:
    """An answer to a query: headings and items in the order of the list.

    Attributes:
        groups: the headings, each standing before its items.
        shelved: the ids of all items there are, found or not.
        places: where the found ones stand among them, ascending.
        look_at: reads items by id.
    """

    groups: Sequence[Group]
    shelved: Sequence[int]
    places: Sequence[int]
    look_at: Callable[[Sequence[int]], Sequence[OpenItem]]
    _seen: dict[int, OpenItem] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.groups) + len(self.places)

    def entry(self, row: int) -> Group | OpenItem | None:
        """Return the heading or item in a row of the list."""
        first = 0
        for headings, group in enumerate(self.groups, 1):
            if row == first:
                return group
            if first < row <= first + group.count:
                return self._item(row - headings)
            first += group.count + 1
        return None

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
        except ValueError:
            return -1
        try:
            at = self.places.index(place)
        except ValueError:
            return -1
        before = list(accumulate((group.count for group in self.groups), initial=0))[:-1]
        return at + sum(first <= at for first in before)

    @property
    def count(self) -> int:
        """How many items were found."""
        return len(self.places)

    @property
    def fen(self) -> int:
        """What they add up to, in fen."""
        return sum(group.fen for group in self.groups)

    @property
    def overdue(self) -> Group:
        """The overdue ones among them."""
        return next((group for group in self.groups if group.due is Due.OVERDUE), Group(Due.OVERDUE, 0, 0))

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

    return ItemSource(lines, lambda item_ids: [_searched(item) for item in of_ids(item_ids)], of_ids)


def line_of(item: OpenItem) -> LedgerLine:
    """Return an item as the list sorts and filters it."""
    day = item.due_on if item.state is ItemState.OPEN else item.cleared_on
    return (item.id, item.case_id, item.kind.value, item.amount_fen or 0, "" if day is None else day.isoformat())


def _searched(item: OpenItem) -> SearchedText:
    amount = "" if item.amount_fen is None else format_yuan(item.amount_fen).replace(",", "")
    parts = (
        item.counterparty, item.reference, item.voucher, item.note, item.masked_account, item.cleared_how, amount
    )  # fmt: skip
    return SearchedText(
        item.id, item.kind.value, item.channel.value, item.case_id, item.terminal_number, item.contact, "\n".join(parts)
    )
