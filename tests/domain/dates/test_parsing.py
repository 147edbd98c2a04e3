"""Dates as owners type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_closeout.domain.dates.parsing import EARLIEST, LATEST, parse_date
from pos_closeout.domain.errors import BadInputError


@pytest.mark.parametrize(
    "typed", ["2026-12-01", "2026/12/1", "2026.12.1", "2026年12月1日", "20261201", " ２０２６－１２－０１ "]
)
def test_the_usual_ways_of_writing_a_day_are_read(typed: str) -> None:
    assert parse_date(typed) == date(2026, 12, 1)


@given(st.dates(EARLIEST, LATEST))
def test_iso_dates_are_read_back(day: date) -> None:
    assert parse_date(day.isoformat()) == day


@pytest.mark.parametrize(
    "typed", ["", "2026-02-30", "2026-13-01", "12-01", "1889-01-01", "2100-01-01", "tomorrow", "2026-1"]
)
def test_impossible_days_are_refused(typed: str) -> None:
    with pytest.raises(BadInputError, match=r"date.impossible"):
        parse_date(typed)
