"""An age is read out of a question however people write it."""

import pytest

from pos_closeout.domain.dates.asked_age import ASKED_AGE, AskedAge, age_in


@pytest.mark.parametrize(
    ("asked", "age"),
    [
        ("18天", AskedAge(18)),
        ("逾期18天", AskedAge(18)),
        ("逾期 18 天", AskedAge(18)),
        ("18 days late", AskedAge(18)),
        ("1 day overdue", AskedAge(1)),
        ("overdue 3 days", AskedAge(3)),
        ("逾期", AskedAge(None)),
        ("late", AskedAge(None)),
        ("今天到期", AskedAge(0)),
        ("due today", AskedAge(0)),
    ],
)
def test_an_age_is_read(asked: str, age: AskedAge) -> None:
    found = ASKED_AGE.fullmatch(asked)
    assert found is not None
    assert age_in(found) == age


@pytest.mark.parametrize("asked", ["later", "plate", "daydream", "12", "128.50", "今", "两天", "yesterday"])
def test_other_words_are_no_age(asked: str) -> None:
    assert ASKED_AGE.search(asked) is None
