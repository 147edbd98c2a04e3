"""Reminders as a calendar file (RFC 5545): an all-day event an item, with alarms; the same bytes for the same items."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from pos_closeout import __version__

if TYPE_CHECKING:
    from icalendar import Alarm, Event

_MORNING = timedelta(hours=9)
"""Alarms ring at nine in the morning of their day."""

_AGAIN = 30
"""How often an alarm comes again after the due date: a calendar cannot know when an item is cleared."""


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One due date.

    Attributes:
        due: the day.
        summary, notes: what it is about; without card numbers.
        ahead, late: what the alarms before and after the due date say.
        open: a cleared item becomes a cancelled event without alarms.
        uid: the same in every export, so that an import changes the event instead of adding another.
        revision: goes up with every change of the item.
        changed: when it last changed, aware.
        days_before, every_days: its own alarms; ``None`` for those of the file.
    """

    due: date
    summary: str
    notes: str
    ahead: str
    late: str
    open: bool
    uid: str = ""
    revision: int = 0
    changed: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    days_before: int | None = None
    every_days: int | None = None


def calendar_file(entries: Iterable[CalendarEntry], name: str, days_before: int, every_days: int) -> bytes:
    """Return the calendar as UTF-8 with CRLF line ends.

    Args:
        entries: in the order they shall stand in.
        name: of the calendar, as programs show it.
        days_before: an alarm so many days before the due date; 0 for none.
        every_days: an alarm every so many days after it; 0 for none.
    """
    # Imported here: it takes longer to load than all else that runs before a calendar is wanted.
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//POS Closeout//POS Closeout {__version__}//ZH")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for entry in entries:
        before = days_before if entry.days_before is None else entry.days_before
        every = every_days if entry.every_days is None else entry.every_days
        calendar.add_component(_event(entry, before, every))
    written: bytes = calendar.to_ical()
    return written


def _event(entry: CalendarEntry, days_before: int, every_days: int) -> "Event":
    from icalendar import Event

    event, changed = Event(), entry.changed.astimezone(UTC).replace(microsecond=0)
    event.add("uid", entry.uid)
    event.add("sequence", entry.revision)
    # The moment of the last change and not of the export: the same items give the same file.
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("dtstart", entry.due)
    event.add("dtend", entry.due + timedelta(days=1))
    event.add("summary", entry.summary)
    if entry.notes:
        event.add("description", entry.notes)
    event.add("transp", "TRANSPARENT")
    event.add("status", "CONFIRMED" if entry.open else "CANCELLED")
    if entry.open:
        if days_before:
            event.add_component(_alarm(_MORNING - timedelta(days=days_before), entry.ahead))
        event.add_component(_alarm(_MORNING, entry.summary))
        if every_days:
            event.add_component(_alarm(_MORNING + timedelta(days=every_days), entry.late, every_days))
    return event


def _alarm(after: timedelta, text: str, every_days: int = 0) -> "Alarm":
    """Return an alarm so long after the start of the day; it comes again every so many days when asked for."""
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", text)
    alarm.add("trigger", after)
    if every_days:
        alarm.add("repeat", _AGAIN)
        alarm.add("duration", timedelta(days=every_days))
    return alarm
