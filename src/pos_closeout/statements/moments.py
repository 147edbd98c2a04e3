"""When the money of a row moved: its day, in the row, once for several rows or without its year, and its time."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime, time

from pos_closeout.statements.cells import read_clock, read_when
from pos_closeout.statements.table import StatementTable

YEARS = range(1995, 2101)
"""Years a bill can be from; anything else is a misread cell."""

_CLOCK_LENGTH = 8
_YEARLESS = 4
"""Figures of the longest day without a year (``12/29``, ``12月29日``)."""


class MomentReader:
    """Reads the moments of the rows of one table; ``at`` are the places of its columns by role."""

    def __init__(self, table: StatementTable, at: Mapping[str, Sequence[int]]) -> None:
        self._table, self._at = table, at
        self._title = table.statement_month
        self._year = table.period[0].year if table.period else self._title[0] if self._title else None
        self._day: date | None = None

    def read(self, cells: Sequence[str]) -> datetime | None:
        """Return the moment of a row; a second date stands in for a first one that is blank or broken."""
        texts = self._texts("when", cells)
        day = next(iter(self._texts("date", cells)), "")
        found = next((moment for text in texts or [""] if (moment := self._moment(text, day))), None)
        if found is not None:
            self._day = found.date()
        return found

    def under_day(self, cells: Sequence[str]) -> datetime | None:
        """Return the moment of a row without a day, in a table that gives each day once; None for all others."""
        texts = [*self._texts("when", cells), *self._texts("date", cells)]
        clocks = [read_clock(text) for text in texts]
        if self._day is None or not self._table.days_once or None in clocks:
            return None
        return datetime.combine(self._day, next((clock for clock in clocks if clock), time()))

    def _texts(self, role: str, cells: Sequence[str]) -> list[str]:
        return [cells[at] for at in self._at.get(role, ()) if at < len(cells) and cells[at]]

    def _moment(self, clock: str, day: str) -> datetime | None:
        day_first = self._table.day_first
        # A short cell beside a date is a time of day: 63456 is 06:34:56 there, not a day number of Excel.
        short = day and len(clock) <= _CLOCK_LENGTH and not (len(clock) == _CLOCK_LENGTH and clock.isdecimal())
        found = None if short else read_when(clock, day_first=day_first, year=self._year)
        if found is None and day:
            found = read_when(day, clock, day_first=day_first, year=self._year)
        text = day if short else clock
        if self._year is not None and sum(map(str.isdigit, text)) <= _YEARLESS:
            found = self._in_its_year(text, found)
        return found if found is not None and found.year in YEARS else None

    def _in_its_year(self, text: str, found: datetime | None) -> datetime | None:
        """Return a day that was written without a year in the year of the statement, or the one beside it."""
        year = self._year or 0
        tried = [found, *(read_when(text, day_first=self._table.day_first, year=year + step) for step in (1, -1))]
        period = self._table.period
        if period:
            first, last = period
            near = [each for each in tried if each]
            # Posted a little later, or paid a little before: the nearest to the period.
            return min(near, key=lambda each: max(first - each.date(), each.date() - last), default=None)
        if found and self._title and found.month > self._title[1]:
            return _in_year(found, found.year - 1)
        return found


def _in_year(when: datetime, year: int) -> datetime | None:
    """Return the same day of another year, None for a 29th of February that the year does not have."""
    with suppress(ValueError):
        return when.replace(year=year)
    return None
