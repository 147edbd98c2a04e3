"""Which days are worked: the published calendar with the days the owner added or took out."""

from dataclasses import replace
from datetime import date, timedelta

from pos_closeout.domain.dates.holiday_notice import HolidayNotice
from pos_closeout.domain.dates.working_days import OwnDay, WorkCalendar, is_working, with_own_days
from pos_closeout.domain.masking import mask_cards
from pos_closeout.guidance.work_calendar import load_work_calendar
from pos_closeout.store import Store

_NOTICES = "calendar.notices"
"""Setting that holds the years whose notice the owner pasted."""
_SATURDAY = 5
_BESIDE = 7


def work_calendar(store: Store, published: WorkCalendar | None = None) -> WorkCalendar:
    """Return the published calendar with the owner's own days in it.

    Args:
        store: the open data folder.
        published: what was published, where it has been loaded already; it takes a while.

    Raises:
        DataFolderError: the database cannot be read.
    """
    published = published or load_work_calendar()
    kept = store.settings.get(_NOTICES)
    years = published.years | {int(year) for year in kept.split() if year.isdecimal()}
    return with_own_days(replace(published, years=years), store.own_days.all())


def own_days(store: Store) -> tuple[OwnDay, ...]:
    """Return the days the owner added or took out, in calendar order."""
    return store.own_days.all()


def add_day_off(store: Store, day: date, note: str = "") -> None:
    """Let a day count as free, for example because the acquirer said so.

    Raises:
        DataFolderError: the database cannot be written.
    """
    keep_own_day(store, OwnDay(day, working=False, note=note))


def remove_day_off(store: Store, day: date, note: str = "") -> None:
    """Let a day count as worked, though it was published as free or falls on a weekend.

    Raises:
        DataFolderError: the database cannot be written.
    """
    keep_own_day(store, OwnDay(day, working=True, note=note))


def forget_own_day(store: Store, day: date) -> None:
    """Go back to what was published about a day.

    Raises:
        DataFolderError: the database cannot be written.
    """
    store.own_days.forget(day)


def keep_notice(store: Store, notice: HolidayNotice, published: WorkCalendar | None = None) -> tuple[OwnDay, ...]:
    """Keep what a yearly notice says and return the days that changed by it; its year counts as published from now on.

    Days that the program already counts so are not written down.

    Args:
        store: the open data folder.
        notice: what it says.
        published: what was published, where it has been loaded already; it takes a while.

    Raises:
        DataFolderError: the database cannot be written.
    """
    before = published or load_work_calendar()
    known = {day for day in before.days_off if day.year == notice.year}
    # The library guesses the days made up for before the notice is out; beside a holiday it names, the notice decides.
    near = {day + timedelta(days=step) for day in notice.days_off for step in range(-_BESIDE, _BESIDE + 1)}
    weekdays = {day for day in known & near if day.weekday() < _SATURDAY and day not in notice.days_off}
    said = {
        **dict.fromkeys(weekdays, True),
        **dict.fromkeys(notice.days_off, False),
        **dict.fromkeys(notice.make_up, True),
    }
    changed = tuple(
        OwnDay(day, working=working, note=f"国务院办公厅{notice.year}年通知")
        for day, working in sorted(said.items())
        if is_working(day, before) is not working
    )
    store.own_days.keep(changed)
    years = {*store.settings.get(_NOTICES).split(), str(notice.year)}
    store.settings.set(_NOTICES, " ".join(sorted(years)))
    return changed


def keep_own_day(store: Store, day: OwnDay) -> None:
    """Let a day count as free or worked.

    Raises:
        DataFolderError: the database cannot be written.
    """
    store.own_days.keep([replace(day, note=mask_cards(day.note.strip()))])
