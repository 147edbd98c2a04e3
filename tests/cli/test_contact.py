from pathlib import Path

import pytest

from tests.cli.conftest import Verb


@pytest.fixture(autouse=True)
def opened(verb: Verb, case_file: Path) -> None:
    """Every test here begins with one case."""
    assert verb("case", "new", str(case_file), "--json").code == 0


def test_a_call_is_written_down_and_listed(verb: Verb) -> None:
    said = verb(
        *("contact", "log", "--case", "1", "--number", "95016", "--source", "slip", "--ticket", "GD1"),
        *("--agreed-deposit", "退 299 元", "--next-step", "寄信", "--next-on", "2026-11-30", "--json"),
    )
    assert said.data["trusted"] is True
    assert (said.data["ticket"], said.data["spoken_on"], said.data["next_on"]) == ("GD1", "2026-11-22", "2026-11-30")
    assert verb("contact", "list", "--case", "1", "--json").data == [said.data]
    assert "95016" in verb("contact", "list", "--case", "1").out


def test_a_number_that_called_is_warned_about(verb: Verb) -> None:
    said = verb("contact", "log", "--case", "1", "--number", "4000000000", "--source", "called_me")
    assert "骗子" in said.out
    assert "fraud" in verb("contact", "list", "--case", "1", "--language", "en").out


def test_an_entry_without_a_source_is_refused_in_one_sentence(verb: Verb) -> None:
    said = verb("contact", "log", "--case", "1", "--number", "95016", "--json")
    assert (said.code, said.error["error"]) == (2, "contact.source_missing")
    assert verb("contact", "list", "--case", "1", "--json").data == []
    assert "还没有" in verb("contact", "list", "--case", "1").out


def test_a_card_number_in_the_log_is_masked(verb: Verb) -> None:
    said = verb(
        *("contact", "log", "--case", "1", "--way", "counter", "--json"), "--note", "他要我报 6222021001000004 这张卡"
    )
    assert "6222021001000004" not in said.out
    assert "622202" in said.data["note"]
