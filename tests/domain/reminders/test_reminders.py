"""When an item is told: once for each occasion, after a snooze, after days off, never in the quiet hours."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.ledger.open_items import ItemState, OpenItem, clear
from pos_closeout.domain.ledger.outlook import look_ahead
from pos_closeout.domain.reminders.reminders import (
    Later,
    ReminderSettings,
    ReminderState,
    Rhythm,
    check_days,
    due_now,
    is_quiet,
    mark_reminded,
    moved,
    occasion,
    put_off,
    snoozed,
    urgent,
)

DUE = date(2026, 11, 22)
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
USUAL = ReminderSettings()
NEVER_QUIET = replace(USUAL, quiet_from=time(0), quiet_until=time(0))
ITEM = OpenItem(id=1, amount_fen=100, due_on=DUE)

days = st.integers(-60, 60).map(lambda away: DUE + timedelta(days=away))
items = st.lists(
    st.builds(
        OpenItem,
        id=st.integers(1, 30),
        amount_fen=st.none() | st.integers(1, 10**6),
        due_on=st.none() | days,
        state=st.sampled_from(ItemState),
    ),
    max_size=12,
    unique_by=lambda item: item.id,
)
moments = st.integers(-60 * 24 * 60, 60 * 24 * 60).map(lambda minutes: NOON + timedelta(minutes=minutes))
wishes = st.builds(
    ReminderSettings,
    days_before=st.integers(0, 30),
    every_days=st.integers(0, 10),
    quiet_from=st.times(),
    quiet_until=st.times(),
    paused_until=st.none() | moments,
)


def at(day: int, hour: int = 12) -> datetime:
    """Return a moment so many days after the due date."""
    return datetime.combine(DUE + timedelta(days=day), time(hour), UTC)


class Owner:
    """Asks at one moment after the other and keeps what was told, as the program does."""

    def __init__(self, found: Iterable[OpenItem], settings: ReminderSettings = USUAL) -> None:
        self.items = {item.id: item for item in found}
        self.settings = settings
        self.states: dict[int, ReminderState] = {}

    def asks(self, now: datetime) -> list[int]:
        found = due_now(self.items.values(), self.states, self.settings, now)
        self.keep(mark_reminded(found, self.states, self.settings, now))
        return [item.id for item in found]

    def keep(self, states: Iterable[ReminderState]) -> None:
        self.states |= {state.item_id: state for state in states}

    def snoozes(self, until: datetime, now: datetime) -> None:
        self.keep(snoozed(list(self.items), self.states, until, now))


@pytest.mark.parametrize(
    ("before", "every", "told_on"),
    [
        (3, 1, [-3, 0, 1, 2, 3, 4, 5, 6, 7]),
        (0, 3, [0, 3, 6]),
        (7, 0, [-7, 0]),
        (1, 7, [-1, 0, 7]),
    ],
)
def test_days_before_on_the_day_and_every_so_many_days_after(before: int, every: int, told_on: list[int]) -> None:
    owner = Owner([ITEM], replace(USUAL, days_before=before, every_days=every))
    assert [day for day in range(-10, 8) if owner.asks(at(day))] == told_on


def test_an_entry_can_have_a_rhythm_of_its_own() -> None:
    items, own = [ITEM, replace(ITEM, id=2)], {2: Rhythm(7, 0)}
    states: dict[int, ReminderState] = {}
    heard: dict[int, list[int]] = {}
    for day in range(-10, 4):
        found = due_now(items, states, USUAL, at(day), own)
        states |= {state.item_id: state for state in mark_reminded(found, states, USUAL, at(day), own)}
        assert due_now(items, states, USUAL, at(day), own) == ()
        heard |= {day: [item.id for item in found]} if found else {}
    assert heard == {-7: [2], -3: [1], 0: [1, 2], 1: [1], 2: [1], 3: [1]}


def test_a_week_with_the_program_off_for_three_days() -> None:
    owner = Owner([ITEM, replace(ITEM, id=2, due_on=DUE + timedelta(days=2)), replace(ITEM, id=3, due_on=None)])
    heard: dict[int, list[int]] = {}
    for day in (0, 1, 5, 6):  # off on the 2nd, 3rd and 4th
        for hour in range(8, 21):
            heard.setdefault(day, []).extend(owner.asks(at(day, hour)))
    # Number 2 is told at once: its three days before have begun. After the gap one summary, each item once.
    assert heard == {0: [1, 2], 1: [1], 5: [1, 2], 6: [1, 2]}


def test_the_quiet_hours_hold_back_and_are_caught_up() -> None:
    owner = Owner([ITEM])
    assert owner.asks(at(0, 7)) == []
    assert owner.asks(at(0, 8)) == [1]
    assert owner.asks(at(0, 21)) == []
    assert owner.asks(at(1, 3)) == []
    assert owner.asks(at(1, 9)) == [1]


@pytest.mark.parametrize(
    ("start", "end", "quiet", "loud"),
    [(21, 8, [21, 23, 0, 7], [8, 12, 20]), (12, 14, [12, 13], [11, 14, 23]), (9, 9, [], [0, 9, 23])],
)
def test_quiet_hours_may_span_midnight(start: int, end: int, quiet: list[int], loud: list[int]) -> None:
    settings = replace(USUAL, quiet_from=time(start), quiet_until=time(end))
    assert all(is_quiet(settings, time(hour)) for hour in quiet)
    assert not any(is_quiet(settings, time(hour)) for hour in loud)


def test_remind_me_later_is_silent_until_then_and_told_once() -> None:
    owner = Owner([ITEM])
    assert owner.asks(at(0)) == [1]
    owner.snoozes(at(0, 15), at(0))
    assert owner.asks(at(0, 14)) == []
    assert owner.asks(at(0, 15)) == [1]
    assert owner.asks(at(0, 16)) == []
    assert owner.items[1].due_on == DUE


def test_an_item_without_a_date_is_told_when_it_was_asked_for() -> None:
    owner = Owner([replace(ITEM, due_on=None)])
    assert owner.asks(at(0)) == []
    owner.snoozes(at(2, 9), at(0))
    assert [owner.asks(at(day)) for day in (1, 2, 3)] == [[], [1], []]


def test_putting_everything_off_tells_everything_again_afterwards() -> None:
    owner = Owner([ITEM, replace(ITEM, id=2)])
    assert owner.asks(at(0, 9)) == [1, 2]
    owner.settings = replace(owner.settings, paused_until=at(0, 10))
    assert owner.asks(at(0, 9)) == []
    assert owner.asks(at(0, 10)) == [1, 2]
    assert owner.asks(at(0, 11)) == []
    assert owner.asks(at(1, 11)) == [1, 2]


def test_a_moved_due_date_makes_new_occasions_also_when_it_comes_earlier() -> None:
    owner = Owner([ITEM])
    assert owner.asks(at(-3)) == [1]
    owner.items[1] = moved(ITEM, DUE - timedelta(days=1), " 机构要求提前 ")
    assert owner.items[1].due_basis == "机构要求提前"
    assert owner.asks(at(-3, 13)) == [1]
    with pytest.raises(BadInputError, match=r"reminder\.no_reason"):
        moved(ITEM, DUE, " ")


def test_a_clock_that_was_wrong_for_a_while_silences_nothing() -> None:
    owner = Owner([ITEM])
    assert owner.asks(at(300)) == [1]
    assert owner.asks(at(0)) == [1]


@given(found=items, settings=wishes, now=moments)
def test_asked_twice_at_the_same_moment_it_tells_once(
    found: list[OpenItem], settings: ReminderSettings, now: datetime
) -> None:
    owner = Owner(found, settings)
    first = owner.asks(now)
    assert owner.asks(now) == []
    assert [item.id for item in sorted(owner.items.values(), key=urgent) if item.id in first] == first


@given(found=items, settings=wishes, asked=st.lists(moments, max_size=4), now=moments, ahead=st.integers(1, 5_000))
def test_a_snooze_never_loses_an_item(
    found: list[OpenItem], settings: ReminderSettings, asked: list[datetime], now: datetime, ahead: int
) -> None:
    owner = Owner(found, settings)
    for moment in sorted(each for each in asked if each < now):
        owner.asks(moment)
    until = now + timedelta(minutes=ahead)
    owner.snoozes(until, now)
    assert owner.asks(until - timedelta(seconds=1)) == []
    after = max(until, settings.paused_until or until)
    assume(not is_quiet(settings, after.time()))
    assert set(owner.asks(after)) == {item.id for item in found if item.state is ItemState.OPEN}


@given(found=items, settings=wishes, asked=st.lists(moments, max_size=6))
def test_nothing_is_told_of_what_is_cleared_or_in_the_quiet_hours(
    found: list[OpenItem], settings: ReminderSettings, asked: list[datetime]
) -> None:
    owner = Owner(found, settings)
    for moment in asked:
        heard = owner.asks(moment)
        assert all(owner.items[each].state is ItemState.OPEN for each in heard)
        assert not heard or not is_quiet(settings, moment.time())


@given(due=days, today=days, settings=wishes)
def test_an_occasion_has_come_and_is_not_before_the_first(due: date, today: date, settings: ReminderSettings) -> None:
    found = occasion(due, today, settings)
    if found is None:
        assert today < due
    else:
        assert due - timedelta(days=settings.days_before) <= found <= today


def test_choices_of_later() -> None:
    late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    assert put_off(Later.HOUR, late) == datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
    assert put_off(Later.TOMORROW, late) == datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    assert put_off(Later.WEEK, late) == datetime(2026, 11, 29, 9, 0, tzinfo=UTC)
    with pytest.raises(BadInputError, match=r"reminder\.not_later"):
        snoozed([1], {}, late, late)


def test_settings_nobody_can_mean_are_refused() -> None:
    with pytest.raises(BadInputError, match=r"reminder\.days_out_of_range"):
        check_days(replace(USUAL, days_before=366))


def test_the_outlook_counts_and_names_the_first() -> None:
    found = [replace(ITEM, id=number, due_on=DUE + timedelta(days=number - 3)) for number in range(1, 20)]
    outlook = look_ahead([*found, clear(found[0], DUE, "done", DUE)], DUE)
    assert (outlook.overdue, outlook.today, [item.id for item in outlook.first]) == (2, 1, [1, 2, 3, 4])
    assert outlook
    assert not look_ahead(found[3:], DUE)
