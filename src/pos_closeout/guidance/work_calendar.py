"""China's public holidays and the weekend days worked instead, from the library that follows the State Council."""

from pos_closeout.domain.dates.working_days import WorkCalendar


def load_work_calendar() -> WorkCalendar:
    """Return every year the library knows; which ones, its ``years`` say."""
    from chinese_calendar import constants

    return WorkCalendar(
        days_off=frozenset(constants.holidays),
        make_up=frozenset(constants.workdays),
        years=frozenset(day.year for day in constants.holidays),
    )
