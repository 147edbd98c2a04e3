"""Which days are worked: the published calendar with the days the owner added or took out."""

from dataclasses import replace
from datetime import date

from pos_closeout.domain.dates.working_days import OwnDay, WorkCalendar, with_own_days
from pos_closeout.domain.masking import mask_cards
from pos_closeout.guidance.work_calendar import load_work_calendar
from pos_closeout.store import Store


def work_calendar(store: Store) -> WorkCalendar:
    """Return the published calendar with the owner's own days in it.

    Raises:
        DataFolderError: the database cannot be read.
    """
    return with_own_days(load_work_calendar(), store.own_days.all())


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


def keep_own_day(store: Store, day: OwnDay) -> None:
    """Let a day count as free or worked.

    Raises:
        DataFolderError: the database cannot be written.
    """
    store.own_days.keep([replace(day, note=mask_cards(day.note.strip()))])
