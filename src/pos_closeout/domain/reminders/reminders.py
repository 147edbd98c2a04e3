"""What the program reminds of, and when: pure functions of items, what was told before, the owner's wishes and now.

An item with a due date has occasions: so many days before, the day itself, and every so many days after it until it is
cleared. Each occasion is told once. Asked again at the same moment there is nothing left to tell; asked after days off,
there is one summary of what is still open, not one for every occasion missed.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol, TypeVar

from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.ledger.open_items import ItemState, OpenItem, check_item, check_open

MOST_DAYS = 365
"""The longest span an owner may set between two reminders, in days."""

MORNING = time(9)
"""When "tomorrow" is over for somebody who wants to be reminded then."""

NAMED = 3
"""How many items a notification and the tray's menu name: with the line above them, what a system shows at once."""


class Remindable(Protocol):
    """What a reminder needs to know of an item."""

    @property
    def id(self) -> int:
        """Row number."""
        ...

    @property
    def amount_fen(self) -> int | None:
        """Fen."""
        ...

    @property
    def due_on(self) -> date | None:
        """The day it is due."""
        ...

    @property
    def state(self) -> ItemState:
        """Open or not."""
        ...


T = TypeVar("T", bound=Remindable)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often one entry is reminded of, in place of what the settings say; the fields are theirs."""

    days_before: int
    every_days: int


@dataclass(frozen=True, slots=True)
class ReminderSettings:
    """How the owner wants to be reminded.

    Attributes:
        days_before: first reminder so many days before the due date; 0 for none before the day itself.
        every_days: after the due date again every so many days; 0 for not again.
        quiet_from, quiet_until: no reminder between these times of the day (which may span midnight); never quiet when
            they are the same.
        paused_until: everything is put off until this moment (aware).
    """

    days_before: int = 3
    every_days: int = 1
    quiet_from: time = time(21)
    quiet_until: time = time(8)
    paused_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class ReminderState:
    """What has been told of one item, and what the owner asked for. Moments are aware.

    Attributes:
        told_at: when it was last told.
        told_due: the due date it had then; another one makes new occasions.
        told_for: the occasion that was told.
        snoozed_until: "remind me later"; the due date stays.
    """

    item_id: int
    told_at: datetime | None = None
    told_due: date | None = None
    told_for: date | None = None
    snoozed_until: datetime | None = None


class Later(StrEnum):
    """How long to put a reminder off."""

    HOUR = "hour"
    TOMORROW = "tomorrow"
    THREE_DAYS = "three_days"
    WEEK = "week"


_PUT_OFF = {Later.TOMORROW: 1, Later.THREE_DAYS: 3, Later.WEEK: 7}


def check_days(days: Rhythm | ReminderSettings) -> None:
    """Let numbers of days pass that can be kept.

    Raises:
        BadInputError: ``reminder.days_out_of_range``.
    """
    if not (0 <= days.days_before <= MOST_DAYS and 0 <= days.every_days <= MOST_DAYS):
        raise BadInputError("reminder.days_out_of_range", limit=MOST_DAYS)


def is_quiet(settings: ReminderSettings, at: time) -> bool:
    """Return whether a time of the day lies in the quiet hours; their end does not."""
    start, end = settings.quiet_from, settings.quiet_until
    if start <= end:
        return start <= at < end
    return at >= start or at < end


def occasion(due_on: date, today: date, settings: Rhythm | ReminderSettings) -> date | None:
    """Return the last day until today on which an item due on a day is to be told; ``None`` before the first."""
    late = (today - due_on).days
    if late < 0:
        first = due_on - timedelta(days=min(settings.days_before, due_on.toordinal() - 1))
        return first if settings.days_before and today >= first else None
    if not settings.every_days:
        return due_on
    return due_on + timedelta(days=late - late % settings.every_days)


def due_now(
    items: Iterable[T],
    states: Mapping[int, ReminderState],
    settings: ReminderSettings,
    now: datetime,
    own: Mapping[int, Rhythm] = MappingProxyType({}),
) -> tuple[T, ...]:
    """Return the open items to be told at a moment, most urgent first; none in the quiet hours or during a pause.

    Args:
        items: of any state; cleared ones are passed over.
        states: what is known of them by item id.
        settings: the owner's wishes.
        now: aware, in the owner's zone: it decides the day and the quiet hours.
        own: how often items are reminded of that have their own way, by item id.
    """
    paused = settings.paused_until
    if is_quiet(settings, now.time()) or (paused is not None and now < paused):
        return ()
    # Worked out once a date and not once an item: a hundred thousand items share a few hundred dates.
    known: dict[date, date | None] = {}
    today, found = now.date(), []
    for item in items:
        if item.state is not ItemState.OPEN:
            continue
        due = item.due_on
        if due is not None and due not in known:
            known[due] = occasion(due, today, settings)
        fitting = None if due is None else known[due]
        if own and due is not None and item.id in own:
            fitting = occasion(due, today, own[item.id])
        state = states.get(item.id)
        if state is None:
            if fitting is not None:
                found.append(item)
        elif _wanted(state, due, fitting, paused, now):
            found.append(item)
    return tuple(sorted(found, key=urgent))


def _wanted(
    state: ReminderState, due: date | None, fitting: date | None, paused: datetime | None, now: datetime
) -> bool:
    until = state.snoozed_until
    if until is not None and now < until:
        return False
    if until is not None and (state.told_at is None or state.told_at < until):
        return True
    if fitting is None:
        return False
    if (state.told_due, state.told_for) != (due, fitting):
        return True
    return paused is not None and state.told_at is not None and state.told_at < paused


def reminder_order(found: Iterable[T], states: Mapping[int, ReminderState], today: date) -> tuple[T, ...]:
    """Return items in the order in which they are told.

    What falls due today comes first, then what was never told before, then the rest; in each, the most urgent first. An
    old item that is told every day must not hide what is new.
    """

    def rank(item: T) -> int:
        if item.due_on == today:
            return 0
        state = states.get(item.id)
        return 1 if state is None or state.told_at is None else 2

    return tuple(sorted(found, key=lambda item: (rank(item), urgent(item))))


def mark_reminded(
    items: Iterable[T],
    states: Mapping[int, ReminderState],
    settings: ReminderSettings,
    now: datetime,
    own: Mapping[int, Rhythm] = MappingProxyType({}),
) -> tuple[ReminderState, ...]:
    """Return what is known of items once they have been told at a moment."""
    today = now.date()
    return tuple(
        replace(
            states.get(item.id, ReminderState(item.id)),
            told_at=now,
            told_due=item.due_on,
            told_for=None if item.due_on is None else occasion(item.due_on, today, own.get(item.id, settings)),
            snoozed_until=None,
        )
        for item in items
    )


def urgent(item: Remindable) -> tuple[date, int, int]:
    """Return the sort key of :func:`pos_closeout.domain.ledger.open_items.urgency`."""
    return (item.due_on or date.max, -(item.amount_fen or 0), item.id)


def put_off(later: Later, now: datetime) -> datetime:
    """Return until when a choice puts a reminder off: an hour from now, or nine in the morning of a later day."""
    if later is Later.HOUR:
        return now + timedelta(hours=1)
    return datetime.combine(now.date() + timedelta(days=_PUT_OFF[later]), MORNING, now.tzinfo)


def snoozed(
    item_ids: Collection[int], states: Mapping[int, ReminderState], until: datetime, now: datetime
) -> tuple[ReminderState, ...]:
    """Return what is known of items once they have been put off.

    Raises:
        BadInputError: ``reminder.not_later`` when the moment has passed.
    """
    if until <= now:
        raise BadInputError("reminder.not_later", until=until.isoformat(" ", "minutes"))
    return tuple(replace(states.get(each, ReminderState(each)), snoozed_until=until) for each in item_ids)


def moved(item: OpenItem, to: date, reason: str) -> OpenItem:
    """Return an open item with another due date and why.

    Raises:
        BadInputError: ``reminder.no_reason``, ``item.cleared_already``, or as :func:`check_item`.
    """
    check_open(item)
    if not reason.strip():
        raise BadInputError("reminder.no_reason")
    return check_item(replace(item, due_on=to, due_basis=reason.strip()))
