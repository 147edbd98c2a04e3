"""China's public holidays and the weekend days worked instead, from the library that follows the State Council.

The statutory holidays (全国年节及纪念日放假办法, 2024) hold in every year; which weekends are worked instead is known
once the yearly notice is out, and only such years count as published.
"""

from functools import cache

from pos_closeout.domain.dates.parsing import LATEST
from pos_closeout.domain.dates.working_days import WorkCalendar

_FIRST = 2006
"""Since when every year's make-up days are known."""


@cache
def load_work_calendar() -> WorkCalendar:
    """Return every year the program counts in; which of them have been published, its ``years`` say.

    Worked out once a process: a tenth of a second, and every look at what is due asks for it.
    """
    from holidays import country_holidays

    known = country_holidays("CN", years=range(_FIRST, LATEST.year + 1))
    return WorkCalendar(
        days_off=frozenset(known),
        make_up=frozenset(known.weekend_workdays),
        years=frozenset(day.year for day in known.weekend_workdays if day.year >= _FIRST),
    )
