from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pos_closeout.domain.dates.working_days import (
    OwnDay,
    WorkCalendar,
    add_working_days,
    is_published,
    is_working,
    with_own_days,
    working_day_after,
)
from pos_closeout.domain.errors import BadInputError
from pos_closeout.guidance.work_calendar import load_work_calendar

CHINA = load_work_calendar()
days = st.dates(date(2024, 1, 1), date(2028, 12, 31))


@pytest.mark.parametrize(
    "day",
    [date(2026, 1, 4), date(2026, 2, 14), date(2026, 2, 28), date(2026, 5, 9), date(2026, 9, 20), date(2026, 10, 10)],
)
def test_the_make_up_days_of_2026_are_worked_though_they_fall_on_a_weekend(day: date) -> None:
    assert day.weekday() >= 5
    assert is_working(day, CHINA)


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        # Spring Festival 2026: free from 15 to 23 February, worked on the Saturdays of the 14th and the 28th.
        (date(2026, 2, 13), 1, date(2026, 2, 14)),
        (date(2026, 2, 13), 2, date(2026, 2, 24)),
        (date(2026, 2, 24), 4, date(2026, 2, 28)),
        (date(2026, 2, 24), 5, date(2026, 3, 2)),
        (date(2026, 2, 24), -2, date(2026, 2, 13)),
        # National Day 2026: free from 1 to 7 October, worked on Sunday 20 September and Saturday 10 October.
        (date(2026, 9, 18), 1, date(2026, 9, 20)),
        (date(2026, 9, 24), 1, date(2026, 9, 28)),
        (date(2026, 9, 30), 1, date(2026, 10, 8)),
        (date(2026, 9, 30), 3, date(2026, 10, 10)),
        (date(2026, 9, 30), 4, date(2026, 10, 12)),
        (date(2026, 10, 12), -3, date(2026, 10, 8)),
        # Labour Day 2026: free from 1 to 5 May, worked on Saturday 9 May.
        (date(2026, 4, 30), 4, date(2026, 5, 9)),
        # An ordinary week.
        (date(2026, 11, 23), 5, date(2026, 11, 30)),
        (date(2026, 11, 30), -3, date(2026, 11, 25)),
        (date(2026, 11, 28), 0, date(2026, 11, 28)),
    ],
)
def test_counting_around_holidays_and_make_up_days(start: date, count: int, end: date) -> None:
    span = add_working_days(start, count, CHINA)
    assert span.end == end
    assert not span.uncertain


def test_the_days_passed_over_are_named() -> None:
    span = add_working_days(date(2026, 9, 30), 1, CHINA)
    assert span.skipped == tuple(date(2026, 10, day) for day in range(1, 8))


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2026, 12, 31), date(2027, 1, 4)),
        # New Year's Eve of 2027 is 5 February; the days that fall on a weekend are made up for on the 9th and 10th.
        (date(2027, 2, 4), date(2027, 2, 11)),
        (date(2027, 4, 2), date(2027, 4, 6)),
        (date(2027, 9, 30), date(2027, 10, 6)),
        (date(2040, 9, 28), date(2040, 10, 4)),
    ],
)
def test_the_statutory_holidays_hold_before_the_yearly_notice_and_it_is_said_that_more_may_move(
    start: date, end: date
) -> None:
    span = add_working_days(start, 1, CHINA)
    assert span.end == end
    assert span.uncertain


def test_the_end_of_december_waits_for_the_schedule_of_the_next_year() -> None:
    assert is_published(date(2026, 12, 24), CHINA)
    assert not is_published(date(2026, 12, 25), CHINA)
    assert is_published(date(2025, 12, 31), CHINA)
    # What happened once: the last Saturday of 2018 was worked for New Year's holiday of 2019.
    assert is_working(date(2018, 12, 29), CHINA)
    assert not is_working(date(2018, 12, 31), CHINA)


def test_the_owners_days_go_before_the_published_ones() -> None:
    own = [OwnDay(date(2026, 10, 10)), OwnDay(date(2026, 10, 7), working=True), OwnDay(date(2026, 11, 24))]
    calendar = with_own_days(CHINA, own)
    assert [is_working(day.day, calendar) for day in own] == [False, True, False]
    assert not calendar.days_off & calendar.make_up
    assert add_working_days(date(2026, 11, 23), 1, calendar).end == date(2026, 11, 25)


def test_a_free_day_moves_to_the_next_one_that_is_worked() -> None:
    assert working_day_after(date(2026, 10, 3), CHINA).end == date(2026, 10, 8)
    assert working_day_after(date(2026, 10, 3), CHINA).skipped == tuple(date(2026, 10, day) for day in range(3, 8))
    assert working_day_after(date(2026, 10, 8), CHINA).end == date(2026, 10, 8)


def test_counting_out_of_the_years_the_program_knows_is_refused() -> None:
    with pytest.raises(BadInputError, match=r"date\.impossible"):
        add_working_days(date(2099, 12, 30), 5, WorkCalendar())


@given(days, st.integers(0, 400))
def test_going_forth_and_back_comes_back_to_a_day_that_is_worked(start: date, count: int) -> None:
    assume(is_working(start, CHINA))
    there = add_working_days(start, count, CHINA).end
    assert add_working_days(there, -count, CHINA).end == start


@given(days, st.integers(-400, 400))
def test_between_start_and_end_lie_exactly_the_days_counted_and_the_days_skipped(start: date, count: int) -> None:
    span = add_working_days(start, count, CHINA)
    assert abs((span.end - start).days) == abs(count) + len(span.skipped)
    assert not any(is_working(day, CHINA) for day in span.skipped)
    assert all(min(start, span.end) <= day <= max(start, span.end) for day in span.skipped)


@given(days, st.integers(1, 60))
def test_more_days_never_end_earlier(start: date, count: int) -> None:
    assert add_working_days(start, count, CHINA).end > add_working_days(start, count - 1, CHINA).end - timedelta(days=1)
