"""Remind of open items once for each occasion, put reminders off, move due dates, and keep how to be reminded."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from pos_closeout.actions.items.items import change_item
from pos_closeout.actions.reminders.dated_tasks import due_tasks
from pos_closeout.domain.case.case import shop_name
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.ledger.open_items import ItemTotals, OpenItem, item_sum, totals_of
from pos_closeout.domain.reminders.dated_tasks import DatedTask
from pos_closeout.domain.reminders.reminders import (
    NAMED,
    ReminderSettings,
    ReminderState,
    Rhythm,
    check_days,
    due_now,
    mark_reminded,
    moved,
    occasion,
    reminder_order,
    snoozed,
)
from pos_closeout.store import Store

_DAYS_BEFORE, _EVERY_DAYS = "reminders.days_before", "reminders.every_days"
_QUIET_FROM, _QUIET_UNTIL = "reminders.quiet_from", "reminders.quiet_until"
_PAUSED_UNTIL = "reminders.paused_until"


@dataclass(frozen=True, slots=True)
class DueReminders:
    """What one look at the list has to tell.

    Attributes:
        ids: the items, in the order in which they are told.
        totals: what they add up to, each direction for itself.
        first: those that are named.
        shops: names of the shops of these, by case id.
        tasks: things to be done by a day that are no items, the most urgent first.
    """

    ids: tuple[int, ...] = ()
    totals: ItemTotals = field(default_factory=ItemTotals)
    first: tuple[OpenItem, ...] = ()
    shops: Mapping[int, str] = field(default_factory=dict)
    tasks: tuple[DatedTask, ...] = ()

    @property
    def overdue(self) -> int:
        """How many of the items are overdue."""
        return self.totals.overdue_count

    def __bool__(self) -> bool:
        """Return whether there is anything to tell."""
        return bool(self.ids or self.tasks)


def read_reminder_settings(store: Store) -> ReminderSettings:
    """Return how the owner wants to be reminded; what is missing or unreadable takes its usual value."""
    stored, usual = store.settings.all(), ReminderSettings()
    return ReminderSettings(
        _days(stored.get(_DAYS_BEFORE), usual.days_before),
        _days(stored.get(_EVERY_DAYS), usual.every_days),
        _time(stored.get(_QUIET_FROM), usual.quiet_from),
        _time(stored.get(_QUIET_UNTIL), usual.quiet_until),
        _moment(stored.get(_PAUSED_UNTIL)),
    )


def keep_reminder_settings(store: Store, settings: ReminderSettings) -> ReminderSettings:
    """Store how the owner wants to be reminded, but for the pause, which has :func:`snooze_all`.

    Raises:
        BadInputError: ``reminder.days_out_of_range``.
    """
    check_days(settings)
    with store.database.writing():
        store.settings.set(_DAYS_BEFORE, str(settings.days_before))
        store.settings.set(_EVERY_DAYS, str(settings.every_days))
        store.settings.set(_QUIET_FROM, settings.quiet_from.isoformat("minutes"))
        store.settings.set(_QUIET_UNTIL, settings.quiet_until.isoformat("minutes"))
    return settings


def remind_now(store: Store, now: datetime) -> DueReminders:
    """Return what is to be told at a moment, and keep that it has been told: asked again, there is nothing left."""
    settings = read_reminder_settings(store)
    # Reading and noting in one transaction: two programs on one data folder tell a thing once.
    with store.database.writing():
        today = now.date()
        days = store.reminders.due_days(today + timedelta(days=settings.days_before))
        present = {due: on for due in days if (on := occasion(due, today, settings)) is not None}
        waiting = store.reminders.waiting(present, settings.paused_until)
        states = store.reminders.states(each.id for each in waiting)
        own = store.reminders.rhythms()
        found = reminder_order(due_now(waiting, states, settings, now, own), states, today)
        store.reminders.keep(mark_reminded(found, states, settings, now, own))
        first = tuple(store.items.get(each.id) for each in found[:NAMED])
        shops = {each.case_id: shop_name(store.cases.get(each.case_id)) for each in first}
        tasks = due_tasks(store, settings, now)
    return DueReminders(
        tuple(each.id for each in found),
        totals_of(
            (each.kind, item_sum(each.amount_fen or 0, overdue=each.due_on is not None and each.due_on < today))
            for each in found
        ),
        first,
        shops,
        tasks,
    )


def reminder_state(store: Store, item_id: int) -> ReminderState:
    """Return what is known of the reminders of an item."""
    return store.reminders.states([item_id]).get(item_id, ReminderState(item_id))


def rhythms_of(store: Store, item_ids: Collection[int]) -> dict[int, Rhythm | None]:
    """Return how often items are reminded of; ``None`` for those without a way of their own."""
    own = store.reminders.rhythms()
    return {each: own.get(each) for each in item_ids}


def usual_rhythm(store: Store) -> Rhythm:
    """Return how often everything is reminded of that has no rhythm of its own."""
    settings = read_reminder_settings(store)
    return Rhythm(settings.days_before, settings.every_days)


def set_rhythms(store: Store, rhythms: Mapping[int, Rhythm | None]) -> dict[int, Rhythm | None]:
    """Remind of items in their own way, or with ``None`` as the settings say; return what they had before.

    Raises:
        BadInputError: ``reminder.days_out_of_range``.
        NotFoundError: ``item.not_found``; nothing has changed then.
    """
    for own in rhythms.values():
        if own is not None:
            check_days(own)
    with store.database.writing():
        for each in rhythms:
            store.items.get(each)
        before = rhythms_of(store, rhythms)
        store.reminders.keep_rhythms(rhythms)
    return before


def snooze(store: Store, item_ids: Collection[int], until: datetime, now: datetime) -> tuple[ReminderState, ...]:
    """Put the reminders of items off until a moment; their due dates stay.

    Returns:
        What was known of them before, for :func:`put_back_reminders`.

    Raises:
        BadInputError: ``reminder.not_later``.
        NotFoundError: ``item.not_found``; none of them is put off then.
    """
    with store.database.writing():
        for each in item_ids:
            store.items.get(each)
        states = store.reminders.states(item_ids)
        store.reminders.keep(snoozed(item_ids, states, until, now))
    return tuple(states.get(each, ReminderState(each)) for each in item_ids)


def put_back_reminders(store: Store, states: Iterable[ReminderState]) -> None:
    """Make what is known of reminders what it was before they were put off."""
    store.reminders.keep(states)


def snooze_all(store: Store, until: datetime, now: datetime) -> None:
    """Put every reminder off until a moment; what is due then is told again.

    Raises:
        BadInputError: ``reminder.not_later``.
    """
    if until <= now:
        raise BadInputError("reminder.not_later", until=until.isoformat(" ", "minutes"))
    store.settings.set(_PAUSED_UNTIL, until.isoformat())


def move_due(store: Store, item_id: int, to: date, reason: str, now: datetime) -> OpenItem:
    """Give an item another due date, with a reason, and return it.

    Raises:
        BadInputError: ``reminder.no_reason``.
        NotFoundError: ``item.not_found``.
    """
    return change_item(store, moved(store.items.get(item_id), to, reason), now)


def parse_moment(text: str, now: datetime) -> datetime:
    """Return a moment written in ISO 8601; without a zone it is in that of ``now``.

    Raises:
        BadInputError: ``reminder.unreadable_time``.
    """
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise BadInputError("reminder.unreadable_time", text=text) from error
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=now.tzinfo)


def _days(text: str | None, usual: int) -> int:
    return int(text) if text is not None and text.isdecimal() and len(text) <= 3 else usual


def _time(text: str | None, usual: time) -> time:
    try:
        return usual if text is None else time.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return usual


def _moment(text: str | None) -> datetime | None:
    try:
        moment = None if text is None else datetime.fromisoformat(text)
    except ValueError:
        return None
    return None if moment is None or moment.tzinfo is None else moment
