"""Which safety copies may go: all of today stay, then one a day, one a week, one a month, for a year."""

from collections.abc import Collection, Sequence
from datetime import date

DAYS, WEEKS, MONTHS = 14, 61, 366
"""Up to this many days old one copy a day is kept, one a week, one a month."""

AT_ONCE = 2
"""How many go at most with each new one: a clock that jumps must not take all of them at a stroke."""

LEAST = 10
"""Below so many nothing goes."""


def to_thin(copies: Sequence[tuple[int, date]], today: date, kept: Collection[int] = ()) -> list[int]:
    """Return the numbers of the copies that may go, the oldest first.

    Args:
        copies: number and day of each; the number tells which is newer, the day may be wrong.
        today: the day it is said to be; days after it count as today.
        kept: numbers that stay whatever their day is.
    """
    newest_first = sorted(copies, reverse=True)
    filled: set[tuple[object, ...]] = set()
    stays = {number for number, _ in newest_first[:1]} | set(kept)
    for number, day in newest_first:
        period = _period(day, today)
        if period and period not in filled:
            filled.add(period)
            stays.add(number)
        elif day >= today:
            stays.add(number)
    may_go = [number for number, _ in reversed(newest_first) if number not in stays]
    return may_go[: max(0, min(AT_ONCE, len(copies) - LEAST))]


def _period(day: date, today: date) -> tuple[object, ...]:
    """Return what a copy of a day is the only one of; empty for one of today, and for one that is too old."""
    age = (today - day).days
    if age <= 0 or age > MONTHS:
        return ()
    if age <= DAYS:
        return ("day", day)
    if age <= WEEKS:
        return ("week", *day.isocalendar()[:2])
    return ("month", day.year, day.month)
