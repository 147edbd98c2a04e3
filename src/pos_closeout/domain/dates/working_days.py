"""Working days (工作日): weekdays that are no public holiday, and the weekend days that are worked instead.

Which days those are is announced year by year; a year nobody has announced yet has only its weekends, and whatever
reaches into it says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pos_closeout.domain.dates.parsing import EARLIEST, LATEST
from pos_closeout.domain.errors import BadInputError

_SATURDAY = 5
_LAST_WEEK = 25
"""New Year's holiday may take the end of December with it (2018-12-29 was worked, the 30th and 31st were free), and it
is announced with the year after."""


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Which days are worked.

    Attributes:
        days_off: days that are free though they may be weekdays.
        make_up: days that are worked though they may fall on a weekend (调休上班); no day stands in both.
        years: the years whose schedule has been published.
    """

    days_off: frozenset[date] = frozenset()
    make_up: frozenset[date] = frozenset()
    years: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class OwnDay:
    """A day on which the owner's calendar differs from the published one: free, or worked."""

    day: date
    working: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class WorkingSpan:
    """Where counting working days ended.

    Attributes:
        skipped: the days passed over because nobody works on them, in calendar order.
        uncertain: the count touched days whose schedule has not been published; the end may still move.
    """

    end: date
    skipped: tuple[date, ...] = ()
    uncertain: bool = False


def is_working(day: date, calendar: WorkCalendar) -> bool:
    """Return whether a day is worked."""
    if day in calendar.make_up:
        return True
    return day.weekday() < _SATURDAY and day not in calendar.days_off


def is_published(day: date, calendar: WorkCalendar) -> bool:
    """Return whether it is settled if a day is worked."""
    if day.year not in calendar.years:
        return False
    at_the_end = day.month == 12 and day.day >= _LAST_WEEK
    return not at_the_end or day.year + 1 in calendar.years


def add_working_days(start: date, days: int, calendar: WorkCalendar) -> WorkingSpan:
    """Count working days forward, or back when ``days`` is negative; the start itself is not counted.

    With 0 days the end is the start, worked or not.

    Raises:
        BadInputError: ``date.impossible`` when the count leaves the years 1990 to 2099.
    """
    step = timedelta(days=1 if days > 0 else -1)
    day, left, uncertain = start, abs(days), False
    skipped: list[date] = []
    while left:
        day += step
        if not EARLIEST <= day <= LATEST:
            raise BadInputError("date.impossible", text=day.isoformat())
        uncertain = uncertain or not is_published(day, calendar)
        if is_working(day, calendar):
            left -= 1
        else:
            skipped.append(day)
    return WorkingSpan(day, tuple(sorted(skipped)), uncertain)


def working_day_after(day: date, calendar: WorkCalendar) -> WorkingSpan:
    """Return the day itself when it is worked, else the next one that is (节假日顺延)."""
    if is_working(day, calendar):
        return WorkingSpan(day, (), not is_published(day, calendar))
    found = add_working_days(day, 1, calendar)
    return WorkingSpan(found.end, (day, *found.skipped), found.uncertain or not is_published(day, calendar))


def nearest_worked(day: date, calendar: WorkCalendar, step: int) -> date:
    """Return the nearest day worked after a day (``step`` 1) or before it (-1); the day itself is not looked at.

    Raises:
        BadInputError: ``date.impossible`` beyond the years 1990 to 2099.
    """
    return add_working_days(day, step, calendar).end


def worked_around(day: date, calendar: WorkCalendar) -> tuple[date, date] | None:
    """Return the nearest days worked before and after a day, or ``None`` beyond the years 1990 to 2099."""
    try:
        return nearest_worked(day, calendar, -1), nearest_worked(day, calendar, 1)
    except BadInputError:
        return None


def with_own_days(calendar: WorkCalendar, own: Iterable[OwnDay]) -> WorkCalendar:
    """Return the calendar with the days the owner knows better; they go before what was published."""
    said = {known.day: known.working for known in own}
    free = frozenset(day for day, working in said.items() if not working)
    worked = frozenset(day for day, working in said.items() if working)
    return replace(
        calendar,
        days_off=(calendar.days_off - worked) | free,
        make_up=(calendar.make_up - free) | worked,
    )
