from pathlib import Path

import pytest

from pos_closeout.domain.eligibility.eligibility import CHECKS
from tests.cli.conftest import Verb

KEYS = ["check", "level", "step", "terminal", "law", "unanswered"]


@pytest.fixture(autouse=True)
def opened(verb: Verb, case_file: Path) -> None:
    """Every test here begins with one case that has one overdue refund."""
    assert verb("case", "new", str(case_file), "--json").code == 0


def test_every_check_is_told_with_the_promised_keys(verb: Verb) -> None:
    found = verb("check", "--case", "1", "--json").data
    assert all(list(each)[:6] == KEYS for each in found)
    assert list(dict.fromkeys(each["check"] for each in found)) == list(CHECKS)
    (refunds,) = (each for each in found if each["check"] == "pending_refunds")
    assert (refunds["level"], refunds["step"], refunds["terminal"]) == ("blocking", "open_items", None)
    assert all(each["law"] is None or all(isinstance(name, str) for name in each["law"]) for each in found)
    assert any(each["law"] for each in found)


def test_without_a_case_all_are_checked(verb: Verb, case_file: Path) -> None:
    verb("case", "new", str(case_file), "--json")
    assert {each["case"] for each in verb("check", "--json").data} == {1, 2}


def test_people_see_what_stands_in_the_way(verb: Verb) -> None:
    assert "[阻断]" in verb("check").out
    assert "[blocking]" in verb("check", "--language", "en").out


def test_a_case_that_is_not_there_is_told(verb: Verb) -> None:
    said = verb("check", "--case", "9", "--json")
    assert (said.code, said.error["error"]) == (2, "case.not_found")
