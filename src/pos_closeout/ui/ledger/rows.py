"""Which items the list shows, in which order and groups: plain columns side by side, one pass over them a keystroke."""

from bisect import bisect_left, bisect_right
from collections import Counter, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from pos_closeout.domain.dates.asked_age import ASKED_AGE, AskedAge, age_in
from pos_closeout.domain.dates.asked_dates import ASKED, date_in
from pos_closeout.domain.ledger.open_items import (
    DIRECTIONS,
    Due,
    ItemDirection,
    ItemKind,
    ItemState,
    ItemSum,
    ItemTotals,
    OpenItem,
)
from pos_closeout.ui.ledger.columns import BLOCK, ColumnNames, Initials, ItemColumns, all_folded, folded
from pos_closeout.ui.ledger.query import Group, ItemSource, Order, Query, QueryResult, line_of

SLICE = 16 * BLOCK
"""How many items are made searchable at a time, which takes some milliseconds."""

_FEW = 2
"""So many slices are read while the owner types: less time than one notices."""

Names = Callable[[str, str, int], Iterable[str]]

_EMPTY = ("", 0, None)
"""What a column holds where it shows nothing."""

_NOTHING = ("", 0)
"""What is searched of an item that has gone meanwhile."""

_NO_DAY = "9999-99"
"""Sorts after every date."""


class ItemRows:
    """All items, sorted and ready to be searched.

    Args:
        names: gives what the screen shows for an item that is not in it, from its kind, channel and case.
        today: says which day it is whenever a query is answered; it decides what is overdue.
        days: gives a day as the screen writes it, to be searched for.
        initials: gives the first letters of the pinyin of a text, to be searched for.
        sort_key: gives what texts are put in order by.
    """

    def __init__(
        self,
        source: ItemSource,
        names: Names,
        today: Callable[[], date],
        *,
        days: Callable[[date], str] = date.isoformat,
        initials: Initials = lambda _text: "",
        sort_key: Callable[[str], Any] = str.casefold,
    ) -> None:
        self._source, self._names, self._today = source, names, today
        self._days, self._initials, self._sort_key = days, initials, sort_key
        self._vocabulary = ColumnNames(names, days, initials)
        self._columns = {state: ItemColumns() for state in ItemState}
        self._last: dict[ItemState, tuple[Query, Sequence[int]]] = {}
        self._ranks: dict[Order, Mapping[int, int]] = {}
        self._sums: dict[ItemState, SumColumns] = {}
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

    def rename(self, names: Names) -> None:
        """Take other names; :meth:`fill` puts them into force."""
        self._names = names
        self._vocabulary = ColumnNames(names, self._days, self._initials)

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
        if query.text.strip():
            self.read_all()
        kinds: Counter[str] = Counter()
        parts: list[_Part] = []
        ids: list[int] = []
        for state in (query.state,) if query.state is not None else ItemState:
            columns = self._columns[state]
            for due, places in self._by_due(state, self._holding(query, state), query.due):
                kinds.update(map(columns.kinds.__getitem__, places))
                chosen = _of_kind(columns.kinds, places, query.kind)
                if chosen:
                    parts.append(_Part(state, due, len(ids), chosen))
            # A list of its own only where two are shown as one.
            ids = columns.ids if query.state is not None else [*ids, *columns.ids]
        groups = [Group(part.due, self._added(part)) for part in parts]
        added = sum((self._added(part) for part in parts if _counts(part, query)), ItemTotals())
        return QueryResult(
            groups if query.grouped else (),
            ids,
            self._ordered(query, parts),
            self._source.items,
            added,
            {ItemKind(kind): count for kind, count in kinds.items()},
            query.state,
        )

    def _holding(self, query: Query, state: ItemState) -> Sequence[int]:
        """Return the places, ascending, of what has every word and belongs to the case, whatever its kind and date."""
        columns = self._columns[state]
        before, known = self._last.get(state, (None, ()))
        if before is not None and _narrower(query, before):
            places = known
        else:
            places = range(len(columns.ids))
            if query.case_id is not None:
                places = [at for at in places if columns.cases[at] == query.case_id]
            if query.only is not None:
                places = [at for at in places if columns.ids[at] in query.only]
        needles = _needles(query.text)
        whole = query.case_id is None and query.only is None
        if whole and needles and len(places) > len(columns.ids) // 2:
            # Blocks of all items are looked through faster than most of the items one by one.
            places = range(len(columns.ids))
        for needle in needles:
            found = columns.holding_any(places, needle.ways, self._vocabulary)
            if needle.age is not None and state is ItemState.OPEN:
                days = columns.days
                aged = [at for at in places if _has_age(days[at], needle.age, self._today())]
                found = sorted({*found, *aged})
            places = found
        self._last[state] = (query, places)
        return places

    def _by_due(
        self, state: ItemState, places: Sequence[int], wanted: Due | None
    ) -> list[tuple[Due | None, Sequence[int]]]:
        if state is ItemState.CLEARED:
            return [(None, places)] if wanted is None else []
        parts = _by_due(self._columns[state].days, places, self._today())
        return [(due, part) for due, part in parts if wanted is None or due is wanted]

    def _added(self, part: "_Part") -> ItemTotals:
        """Return what a part adds up to; its places ascend."""
        if part.state not in self._sums:
            self._sums[part.state] = SumColumns(self._columns[part.state])
        return self._sums[part.state].added(part.places, overdue=part.due is Due.OVERDUE)

    def _ordered(self, query: Query, parts: "Sequence[_Part]") -> Sequence[int]:
        """Return the places of all parts in the order that is asked for, in each part or in all as one."""
        if not query.grouped:
            every = [part.offset + at for part in parts for at in part.places]
            return self._in_order(query, every, flat=True)
        if query.order is Order.DATE and not query.down and len(parts) == 1 and not parts[0].offset:
            return parts[0].places
        return [
            place
            for part in parts
            for place in self._in_order(query, [part.offset + at for at in part.places], flat=False)
        ]

    def _in_order(self, query: Query, places: list[int], *, flat: bool) -> list[int]:
        """Return places in order; what has nothing in the column comes last either way."""
        if query.order is Order.DATE and not query.down and not (flat and query.state is None):
            return places
        key = self._key(query)
        filled: list[int] = []
        empty: list[int] = []
        for place in places:
            (empty if key(place) in _EMPTY else filled).append(place)
        return sorted(filled, key=key, reverse=query.down) + empty

    def _key(self, query: Query) -> Callable[[int], Any]:
        """Return what gives the value of a place in the column that is ordered by."""
        columns = self._columns[query.state] if query.state is not None else None
        both = list(self._columns.values())
        if query.order is Order.DATE:
            return (columns.days if columns else [day for each in both for day in each.days]).__getitem__
        if query.order is Order.AMOUNT:
            return (columns.fens if columns else [fen for each in both for fen in each.fens]).__getitem__
        if query.order is Order.KIND:
            ranks = self._kind_ranks()
            kinds = columns.kinds if columns else [kind for each in both for kind in each.kinds]
            return lambda place: ranks[kinds[place]]
        if query.order is Order.SHOP:
            cases = columns.cases if columns else [case for each in both for case in each.cases]
            shops = self._shop_ranks(set(cases))
            return lambda place: shops[cases[place]]
        ranks_by_id = self._ranked(query.order)
        ids = columns.ids if columns else [each for part in both for each in part.ids]
        return lambda place: ranks_by_id.get(ids[place])

    def _kind_ranks(self) -> dict[str, int]:
        named = sorted(ItemKind, key=lambda kind: self._sort_key(next(iter(self._names(kind.value, "card", 0)))))
        return {kind.value: rank for rank, kind in enumerate(named, 1)}

    def _shop_ranks(self, cases: Iterable[int]) -> dict[int, int]:
        names = {case: list(self._names(ItemKind.REFUND.value, "card", case))[-1] for case in cases}
        return {case: at for at, case in enumerate(sorted(names, key=lambda each: self._sort_key(names[each])), 1)}

    def _ranked(self, order: Order) -> Mapping[int, int]:
        """Return the rank of every item by a column, by id; those with nothing in it are left out."""
        if order not in self._ranks:
            values = [(each, text) for each, text in self._source.values(order.value) if text]
            texts = sorted({text for _, text in values}, key=self._sort_key)
            place = {text: at for at, text in enumerate(texts, 1)}
            self._ranks[order] = {each: place[text] for each, text in values}
        return self._ranks[order]

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
        self._last, self._ranks, self._sums = {}, {}, {}

    def _read(self, item_ids: Sequence[int]) -> dict[int, tuple[str, int]]:
        """Return the text to search in of items, and the number of what they share with others, by id."""
        found, number = list(self._source.texts(item_ids)), self._vocabulary.number
        texts = all_folded([self._vocabulary.own(each) for each in found])
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


@dataclass(frozen=True, slots=True)
class _Part:
    """Places among the items in a state that stand under one heading; ``offset`` comes before them in the answer."""

    state: ItemState
    due: Due | None
    offset: int
    places: Sequence[int]


class SumColumns:
    """The amounts of a list side by side for each direction, so that sums are taken without looking at an item."""

    def __init__(self, columns: ItemColumns) -> None:
        ways = {kind.value: way for kind, way in DIRECTIONS.items()}
        self._ways = [ways[kind] for kind in columns.kinds]
        self._fens = {
            way: [fen if each is way else 0 for each, fen in zip(self._ways, columns.fens, strict=True)]
            for way in ItemDirection
        }

    def added(self, places: Sequence[int], *, overdue: bool) -> ItemTotals:
        """Return the sums over ascending places, all of them overdue or none."""
        whole = bool(places) and places[-1] - places[0] + 1 == len(places)
        between = slice(places[0], places[-1] + 1) if whole else slice(0)
        counts = Counter(self._ways[between] if whole else map(self._ways.__getitem__, places))

        def one(way: ItemDirection) -> ItemSum:
            fens, count = self._fens[way], counts[way]
            fen = sum(fens[between]) if whole else sum(map(fens.__getitem__, places))
            return ItemSum(count, fen, count, fen) if overdue else ItemSum(count, fen)

        return ItemTotals(one(ItemDirection.TO_PAY), one(ItemDirection.TO_GET), one(ItemDirection.NEITHER))


def _counts(part: _Part, query: Query) -> bool:
    """Return whether a part belongs into the sums: of open and cleared items together, only the open ones."""
    return query.state is not None or part.state is ItemState.OPEN


def _of_kind(kinds: Sequence[str], places: Sequence[int], kind: ItemKind | None) -> Sequence[int]:
    return places if kind is None else [at for at in places if kinds[at] == kind.value]


def _narrower(query: Query, before: Query) -> bool:
    """Return whether everything that has the words of a query has those of the one before."""
    same = (query.case_id, query.only) == (before.case_id, before.only)
    longer = folded(query.text).startswith(folded(before.text))
    # What was asked before may have been an age, and be the beginning of a word now: late, later.
    return same and longer and _plain(query.text) and _plain(before.text)


def _plain(text: str) -> bool:
    """Return whether each word is looked for as it stands: a day in another writing may be found again."""
    return all(len(needle.ways) == 1 and needle.age is None for needle in _needles(text))


@dataclass(frozen=True, slots=True)
class _Needle:
    """One thing a text asks for: the ways to write it, one of which must be there, or else an age."""

    ways: tuple[str, ...]
    age: AskedAge | None = None


def _needles(text: str) -> list[_Needle]:
    """Return what a text asks for, word by word, day by day and age by age.

    A day is looked for as it is typed and as it is kept, an amount also without its sign; an age as it is typed and in
    what is overdue for so long.
    """
    asked, needles, at = folded(text), list[_Needle](), 0
    for found in ASKED.finditer(asked):
        day = date_in(found)
        if day is not None:
            needles += _words_and_ages(asked[at : found.start()])
            needles.append(_Needle((" ".join(found[0].split()), day.stored)))
            at = found.end()
    return [*needles, *_words_and_ages(asked[at:])]


def _words_and_ages(asked: str) -> list[_Needle]:
    needles, at = list[_Needle](), 0
    for found in ASKED_AGE.finditer(asked):
        needles += map(_ways_to_write, asked[at : found.start()].split())
        needles.append(_Needle((" ".join(found[0].split()),), age_in(found)))
        at = found.end()
    return [*needles, *map(_ways_to_write, asked[at:].split())]


def _ways_to_write(word: str) -> _Needle:
    amount = word.strip("¥元")
    return _Needle((word, amount) if amount != word and amount[:1].isdigit() else (word,))


def _has_age(day: str, age: AskedAge, today: date) -> bool:
    """Return whether what is due on a day, as it is kept, is overdue for as long as asked."""
    if not day:
        return False
    late = (today - date.fromisoformat(day)).days
    return late > 0 if age.days is None else late == age.days


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
