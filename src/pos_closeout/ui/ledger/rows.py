"""Which items the list shows, in which order and groups: plain columns side by side, one pass over them a keystroke."""

from bisect import bisect_left, bisect_right
from collections import Counter, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta

from pos_closeout.domain.ledger.open_items import Due, ItemKind, ItemState, OpenItem
from pos_closeout.ui.ledger.columns import BLOCK, ColumnNames, ItemColumns, all_folded, folded
from pos_closeout.ui.ledger.query import Group, ItemSource, Order, Query, QueryResult, line_of

SLICE = 16 * BLOCK
"""How many items are made searchable at a time, which takes some milliseconds."""

_FEW = 2
"""So many slices are read while the owner types: less time than one notices."""

_NOTHING = ("", 0)
"""What is searched of an item that has gone meanwhile."""

_NO_DAY = "9999-99"
"""Sorts after every date."""


class ItemRows:
    """All items, sorted and ready to be searched.

    Args:
        names: gives what the screen shows for an item that is not in it, from its kind, channel and case.
        today: decides what is overdue.
    """

    def __init__(self, source: ItemSource, names: Callable[[str, str, int], Iterable[str]], today: date) -> None:
        self._source, self._today = source, today
        self._vocabulary = ColumnNames(names)
        self._columns = {state: ItemColumns() for state in ItemState}
        self._counts: dict[tuple[ItemState, int | None], Mapping[ItemKind, int]] = {}
        self._last: tuple[Query, Sequence[int]] = (Query(), ())
        self._unread: deque[tuple[ItemState, int]] = deque()

    def fill(self) -> None:
        """Take over the items as they are; :meth:`read_on` makes them searchable."""
        for state in ItemState:
            columns = list(zip(*self._source.lines(state), strict=True)) or [()] * 5
            made = ItemColumns(*map(list, columns))
            made.words, made.shared = [""] * len(made.ids), [0] * len(made.ids)
            self._columns[state] = made
        self._forget()
        self._unread = deque(
            (state, start) for state, columns in self._columns.items() for start in range(0, len(columns.ids), SLICE)
        )

    def update(self, item_ids: Iterable[int]) -> None:
        """Take over items that were added, changed or taken out; the others are not looked at."""
        if self._unread:
            # Places are still being read by number.
            self.fill()
            return
        self._columns = {state: columns.copy() for state, columns in self._columns.items()}
        changed = list(item_ids)
        for columns in self._columns.values():
            for each in changed:
                if each in columns.ids:
                    columns.take_out(columns.ids.index(each))
        words = self._read(changed)
        for item in self._source.items(changed):
            self._put_in(item, *words.get(item.id, _NOTHING))
        for columns in self._columns.values():
            columns.join(0, len(columns.ids))
        self._forget()

    def rename(self, names: Callable[[str, str, int], Iterable[str]]) -> None:
        """Take other names; :meth:`fill` puts them into force."""
        self._vocabulary = ColumnNames(names)

    @property
    def ready(self) -> bool:
        """Whether every item can be searched."""
        return not self._unread

    def nearly_ready(self) -> bool:
        """Return whether every item can be searched, after reading what little is missing."""
        if len(self._unread) <= _FEW:
            self.read_all()
        return self.ready

    def read_on(self) -> None:
        """Make some more items searchable."""
        if self._unread:
            state, start = self._unread.popleft()
            columns = self._columns[state]
            ids = columns.ids[start : start + SLICE]
            read = self._read(ids)
            found = [read.get(each, _NOTHING) for each in ids]
            columns.words[start : start + SLICE] = [words for words, _ in found]
            columns.shared[start : start + SLICE] = [shared for _, shared in found]
            columns.join(start, start + len(ids))

    def read_all(self) -> None:
        """Make every item searchable."""
        while self._unread:
            self.read_on()

    def find(self, query: Query) -> QueryResult:
        """Answer a query; every word of its text must be in the item. What is not read yet is read for it."""
        needles = folded(query.text).split()
        if needles:
            self.read_all()
        columns = self._columns[query.state]
        before, known = self._last
        places = known if _narrower(query, before) else self._filtered(query)
        everything = query.kind is None and query.case_id is None
        if everything and needles and len(places) > len(columns.ids) // 2:
            # Blocks of all items are looked through faster than most of the items one by one.
            places = range(len(columns.ids))
        for needle in needles:
            places = columns.holding(places, needle, self._vocabulary)
        self._last = (query, places)
        parts: list[tuple[Due | None, Sequence[int]]] = [(None, places)]
        if query.state is ItemState.OPEN:
            parts = _by_due(columns.days, places, self._today)
        if query.due is not None:
            parts = [(due, part) for due, part in parts if due is query.due]
            places = parts[0][1] if parts else ()
        # Before they are ordered in another way: only ascending places show where a row of neighbours begins and ends.
        groups = [Group(due, len(part), _added(columns.fens, part)) for due, part in parts if part]
        if query.order is not Order.DATE:
            places = [place for _, part in parts for place in self._ordered(columns, part, query.order)]
        return QueryResult(groups, columns.ids, places, self._source.items)

    def _ordered(self, columns: ItemColumns, places: Sequence[int], order: Order) -> Sequence[int]:
        """Return places in another order; those that are the same in it stay in that of the list."""
        if order is Order.AMOUNT:
            fens = columns.fens
            return sorted(places, key=lambda at: -fens[at])
        named: Sequence[str | int] = columns.kinds if order is Order.KIND else columns.cases
        return sorted(places, key=named.__getitem__)

    def kinds(self, query: Query) -> Mapping[ItemKind, int]:
        """Count the kinds among what a query's state and case leave in, whatever its text and kind."""
        key = (query.state, query.case_id)
        if key not in self._counts:
            columns, case = self._columns[query.state], query.case_id
            kinds: Iterable[str] = columns.kinds
            if case is not None:
                kinds = (kind for kind, each in zip(kinds, columns.cases, strict=True) if each == case)
            self._counts[key] = {ItemKind(kind): count for kind, count in Counter(kinds).items()}
        return self._counts[key]

    def count(self, state: ItemState) -> int:
        """Return how many items there are in a state."""
        return len(self._columns[state].ids)

    def empty(self) -> bool:
        """Return whether there is no item at all, open or cleared."""
        return not any(columns.ids for columns in self._columns.values())

    def largest(self) -> int:
        """Return the largest amount in fen, 0 without any."""
        return max((max(columns.fens, default=0) for columns in self._columns.values()), default=0)

    def _forget(self) -> None:
        self._counts, self._last = {}, (Query(text="\0"), ())

    def _filtered(self, query: Query) -> Sequence[int]:
        columns = self._columns[query.state]
        places: Sequence[int] = range(len(columns.ids))
        if query.kind is not None:
            kinds, kind = columns.kinds, query.kind.value
            places = [at for at in places if kinds[at] == kind]
        if query.case_id is not None:
            cases = columns.cases
            places = [at for at in places if cases[at] == query.case_id]
        return places

    def _read(self, item_ids: Sequence[int]) -> dict[int, tuple[str, int]]:
        """Return the text to search in of items, and the number of what they share with others, by id."""
        found, number = list(self._source.texts(item_ids)), self._vocabulary.number
        texts = all_folded([each.text for each in found])
        return {each.id: (text, number(each)) for each, text in zip(found, texts, strict=True)}

    def _put_in(self, item: OpenItem, words: str, shared: int) -> None:
        columns, line = self._columns[item.state], line_of(item)
        ids, fens, days = columns.ids, columns.fens, columns.days
        if item.state is ItemState.OPEN:
            at = bisect_left(
                range(len(ids)),
                (line[4] or _NO_DAY, -line[3], item.id),
                key=lambda at: (days[at] or _NO_DAY, -fens[at], ids[at]),
            )
        else:
            at = sum(1 for each, day in zip(ids, days, strict=True) if (day, -each) > (line[4], -item.id))
        columns.put_in(at, line, words, shared)


def _narrower(query: Query, before: Query) -> bool:
    """Return whether everything a query finds was found by the one before."""
    same = (query.kind, query.case_id, query.state) == (before.kind, before.case_id, before.state)
    return same and folded(query.text).startswith(folded(before.text))


def _added(fens: Sequence[int], places: Sequence[int]) -> int:
    """Return the sum over ascending places."""
    if places and places[-1] - places[0] + 1 == len(places):
        return sum(fens[places[0] : places[-1] + 1])
    return sum(map(fens.__getitem__, places))


def _by_due(days: Sequence[str], places: Sequence[int], today: date) -> list[tuple[Due | None, Sequence[int]]]:
    """Cut places of items that stand in the order of the list where one of its groups ends and the next begins."""

    def day(place: int) -> str:
        return days[place] or _NO_DAY

    now = today.isoformat()
    cuts = (
        bisect_left(places, now, key=day),
        bisect_right(places, now, key=day),
        bisect_right(places, (today + timedelta(days=7)).isoformat(), key=day),
        bisect_left(places, _NO_DAY, key=day),
    )
    starts, ends = (0, *cuts), (*cuts, len(places))
    return [(due, places[start:end]) for due, start, end in zip(Due, starts, ends, strict=True)]
