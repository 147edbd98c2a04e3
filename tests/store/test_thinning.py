from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from pos_closeout.store.thinning import AT_ONCE, LEAST, to_thin

TODAY = date(2026, 11, 29)


def _thinned(days: list[date], today: date, kept: tuple[int, ...] = ()) -> list[tuple[int, date]]:
    """Thin until nothing goes any more."""
    left = list(enumerate(days, 1))
    while going := to_thin(left, today, kept):
        left = [each for each in left if each[0] not in going]
    return left


def test_all_of_today_then_one_a_day_one_a_week_one_a_month_stay() -> None:
    days = [TODAY - timedelta(days=age) for age in range(500, 0, -1) for _ in range(2)] + [TODAY] * 5
    left = [day for _, day in _thinned(days, TODAY)]
    ages = [(TODAY - day).days for day in left]
    assert ages.count(0) == 5
    assert [age for age in ages if 0 < age <= 14] == list(range(14, 0, -1))
    assert len([age for age in ages if 14 < age <= 61]) in {7, 8}
    assert len([age for age in ages if 61 < age <= 366]) in {10, 11}
    assert max(ages) <= 366


def test_the_newest_of_a_day_is_the_one_that_stays() -> None:
    days = [TODAY - timedelta(days=3)] * 3 + [TODAY] * LEAST
    assert [number for number, day in _thinned(days, TODAY) if day < TODAY] == [3]


def test_a_clock_that_jumps_ahead_takes_two_at_most() -> None:
    days = [TODAY - timedelta(days=age) for age in range(30, -1, -1)]
    assert len(to_thin(list(enumerate(days, 1)), TODAY.replace(year=2046))) == AT_ONCE


def test_with_the_clock_set_back_nothing_that_was_made_later_goes() -> None:
    days = [TODAY - timedelta(days=age) for age in range(20, -1, -1)] + [TODAY.replace(year=2020)]
    assert to_thin(list(enumerate(days, 1)), TODAY.replace(year=2020)) == []


def test_a_copy_that_must_stay_stays() -> None:
    days = [TODAY.replace(year=2020), *[TODAY] * LEAST]
    assert to_thin(list(enumerate(days, 1)), TODAY) == [1]
    assert to_thin(list(enumerate(days, 1)), TODAY, [1]) == []


@given(
    st.lists(st.dates(date(2020, 1, 1), date(2030, 1, 1)), max_size=60), st.dates(date(2020, 1, 1), date(2030, 1, 1))
)
def test_the_newest_never_goes_and_ten_always_stay(days: list[date], today: date) -> None:
    left = _thinned(days, today)
    assert len(left) >= min(LEAST, len(days))
    assert not days or left[-1][0] == len(days)
