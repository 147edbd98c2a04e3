"""A date is understood however it is asked for, and found however a text writes it."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_closeout.domain.dates.asked_dates import AskedDate
from pos_closeout.domain.search import fold, terms_of

NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WAYS: tuple[Callable[[date], str], ...] = (
    lambda day: day.isoformat(),
    lambda day: f"{day.year}/{day.month}/{day.day}",
    lambda day: f"{day.year}.{day.month:02}.{day.day:02}",
    lambda day: f"{day.year}年{day.month}月{day.day}日",
    lambda day: f"{day.day} {NAMES[day.month - 1]} {day.year}",
    lambda day: f"{NAMES[day.month - 1]} {day.day}, {day.year}",
    lambda day: f"{NAMES[day.month - 1][:3]} {day.day}st {day.year}",
)
SHORT: tuple[Callable[[date], str], ...] = (
    lambda day: f"{day.month}月{day.day}日",
    lambda day: f"{day.month:02}月{day.day:02}号",
    lambda day: f"{day.month}/{day.day}",
    lambda day: f"{day.day} {NAMES[day.month - 1][:3]}",
    lambda day: f"{NAMES[day.month - 1]} {day.day}",
)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("asked", "understood"),
    [
        ("2026-12-01", AskedDate(12, 1, 2026)),
        ("2026年12月1日", AskedDate(12, 1, 2026)),
        ("２０２６年１２月", AskedDate(12, None, 2026)),
        ("12月1日", AskedDate(12, 1)),
        ("12月1号", AskedDate(12, 1)),
        ("12月", AskedDate(12)),
        ("12/1", AskedDate(12, 1)),
        ("12-01", AskedDate(12, 1)),
        ("20261201", AskedDate(12, 1, 2026)),
        ("1 dec", AskedDate(12, 1)),
        ("1st December, 2026", AskedDate(12, 1, 2026)),
        ("Dec 1 2026", AskedDate(12, 1, 2026)),
        ("dec 2026", AskedDate(12, None, 2026)),
        ("2月29日", AskedDate(2, 29)),
        ("12.1", None),
        ("123.45", None),
        ("13月", None),
        ("2月30日", None),
        ("2026-02-29", None),
        ("may", None),
        ("0/1", None),
        ("4200001234202612010001", None),
        ("2026-12-01-0001", None),
        ("1 december 20266", AskedDate(12, 1)),
    ],
)
def test_a_question_is_understood(asked: str, understood: AskedDate | None) -> None:
    assert [each.date for each in terms_of(asked) if each.date] == ([understood] if understood else [])


def test_a_date_stands_beside_other_words() -> None:
    asked = terms_of("退款12月1日 128 on 1  Dec 2026")
    assert [each.word for each in asked] == ["退款", "12月1日", "128", "on", "1 dec 2026"]


@given(DAYS, st.sampled_from([*WAYS, *SHORT]), st.sampled_from([*WAYS, *SHORT]))
def test_a_day_asked_for_in_one_way_is_found_in_another(
    day: date, ask: Callable[[date], str], write: Callable[[date], str]
) -> None:
    (term,) = terms_of(ask(day))
    text = fold(f"约好 {write(day)} 退")
    assert term.place(text) >= 0
    assert term.date is not None
    assert any(hint in text for hint in term.date.hints)
    assert term.date.stored in day.isoformat()


@given(DAYS, DAYS, st.sampled_from(WAYS), st.sampled_from(WAYS))
def test_another_day_is_not_found(
    asked: date, other: date, ask: Callable[[date], str], write: Callable[[date], str]
) -> None:
    (term,) = terms_of(ask(asked))
    assert (term.place(fold(write(other))) >= 0) is (asked == other)


@given(DAYS, st.sampled_from(WAYS))
def test_a_month_finds_its_days(day: date, write: Callable[[date], str]) -> None:
    for ask in (f"{day.year}年{day.month}月", f"{day.year}-{day.month:02}", f"{NAMES[day.month - 1]} {day.year}"):
        (term,) = terms_of(ask)
        assert term.place(fold(write(day))) >= 0


@given(st.text())
def test_any_question_can_be_asked(asked: str) -> None:
    for term in terms_of(asked):
        term.place(fold(asked))
