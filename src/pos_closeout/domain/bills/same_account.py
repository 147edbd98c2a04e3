"""Whether two exports that do not name the same account show the same money, and which of their lines are one.

A table of a bank may not say whose account it is of. Where its days overlap with those of another one, the movements
tell: two exports of one account show the same amounts on the same days, and two accounts hardly ever do.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

_FEW = 2
"""Telling pairs that show one account; a single one must agree in its time or its words."""

_TWINS = 2
_UNMATCHED = 10
"""One line in so many may be in only one of the exports: a row that one of them could not be read from."""


class Movement(NamedTuple):
    """A line as far as two exports of an account write it alike.

    ``line`` is its number in the store, ``day`` and ``clock`` as ISO 8601 (``clock`` to the minute, "" for none),
    ``side`` its direction with the currency, ``who`` and ``what`` its texts.
    """

    line: int
    day: str
    clock: str
    side: str
    fen: int
    who: str
    what: str


class _Pair(NamedTuple):
    """Two lines that may be one movement.

    ``alike`` says that time or words agree, ``telling`` that more than an amount of every day speaks for it.
    """

    one: Movement
    other: Movement
    alike: bool
    telling: bool


_Group = tuple[str, str, int]


def same_movements(one: Sequence[Movement], other: Sequence[Movement]) -> list[tuple[int, int]]:
    """Return the lines of two exports that are one movement, as pairs; none where the exports are of two accounts.

    Only days that both exports reach are looked at. On the first and the last of them an export may have been made in
    the middle of the day. All lines of one of the exports must be in the other there, and what pairs them must be more
    than amounts that come every day. Where nothing but amounts pairs them, every line of those days must be in both,
    and none may say anything that its twin contradicts.
    """
    if not one or not other:
        return []
    first = max(min(each.day for each in one), min(each.day for each in other))
    last = min(max(each.day for each in one), max(each.day for each in other))
    groups, others = (_grouped(each for each in listed if first <= each.day <= last) for listed in (one, other))
    pairs = _without_contradiction(
        [pair for key in groups.keys() & others.keys() for pair in _paired(groups[key], others[key])]
    )
    telling = sum(pair.telling for pair in pairs)
    enough = telling * 2 >= len(pairs) and (telling >= _FEW or any(pair.alike for pair in pairs))
    told = enough and _contained(groups, others, pairs, {first, last})
    if not pairs or not (told or _all_the_same(groups, others, pairs)):
        return []
    return sorted((pair.one.line, pair.other.line) for pair in pairs)


def _grouped(movements: Iterable[Movement]) -> dict[_Group, list[Movement]]:
    groups: dict[_Group, list[Movement]] = {}
    for each in movements:
        groups.setdefault((each.day, each.side, each.fen), []).append(each)
    return groups


def _paired(one: list[Movement], other: list[Movement]) -> Iterator[_Pair]:
    """Pair lines of one day, side and amount: those of one minute first, then those of the same words, then any."""
    # An amount that both exports show once that day tells something, and twins of a day no more than that.
    rare = len(one) == len(other) <= _TWINS
    left, right = list(one), list(other)
    for alike in (_same_minute, _same_words, None):
        for each in list(left):
            twin = next((candidate for candidate in right if alike is None or alike(each, candidate)), None)
            if twin is not None:
                left.remove(each)
                right.remove(twin)
                yield _Pair(each, twin, alike is not None, rare or alike is not None)
                rare = False


def _without_contradiction(pairs: list[_Pair]) -> list[_Pair]:
    """Leave out pairs of two times, unless the exports give the times of different things (booked, paid) throughout."""
    if not any(_same_minute(pair.one, pair.other) for pair in pairs):
        return pairs
    return [pair for pair in pairs if not (pair.one.clock and pair.other.clock) or _same_minute(pair.one, pair.other)]


def _all_the_same(
    groups: Mapping[_Group, list[Movement]], others: Mapping[_Group, list[Movement]], pairs: Sequence[_Pair]
) -> bool:
    """Tell whether two exports show the same movements, line by line, without one that speaks against it."""
    counts = {sum(map(len, listed.values())) for listed in (groups, others)}
    return counts == {len(pairs)} and not any(_contradict(pair.one, pair.other) for pair in pairs)


def _contradict(one: Movement, other: Movement) -> bool:
    """Tell whether two lines give two times, or name two people of whom neither name is part of the other."""
    clocks = bool(one.clock and other.clock) and one.clock != other.clock
    names = bool(one.who and other.who) and one.who not in other.who and other.who not in one.who
    return clocks or names


def _same_minute(one: Movement, other: Movement) -> bool:
    return bool(one.clock) and one.clock == other.clock


def _same_words(one: Movement, other: Movement) -> bool:
    mine, theirs = ({text for text in (each.who, each.what) if text} for each in (one, other))
    return not mine.isdisjoint(theirs)


def _contained(
    groups: Mapping[_Group, list[Movement]],
    others: Mapping[_Group, list[Movement]],
    pairs: Sequence[_Pair],
    edges: set[str],
) -> bool:
    """Tell whether one of the exports has (nearly) every line of the other; on days at the edge it may lack some."""
    taken = ({pair.one.line for pair in pairs}, {pair.other.line for pair in pairs})
    missing = [
        [each for each in chain.from_iterable(listed.values()) if each.line not in known]
        for listed, known in zip((groups, others), taken, strict=True)
    ]
    if not all(missing):
        return True
    inner = [sum(each.day not in edges for each in lines) for lines in missing]
    return any(day not in edges for day, _, _ in groups) and min(inner) * _UNMATCHED <= len(pairs)
