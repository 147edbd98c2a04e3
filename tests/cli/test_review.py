from pathlib import Path

import pytest

from tests.cli.conftest import Verb


@pytest.fixture(autouse=True)
def opened(verb: Verb, case_file: Path, tmp_path: Path) -> None:
    """Every test here begins with a case whose letter has been issued once."""
    assert verb("case", "new", str(case_file), "--json").code == 0
    assert verb("letter", "--case", "1", "--out", str(tmp_path / "letter.pdf")).code == 0


def test_an_application_goes_from_handing_in_to_the_receipt(verb: Verb) -> None:
    said = verb("review", "submit", "--case", "1", "--how", "ems", "--tracking", "E1", "--on", "2026-11-20", "--json")
    assert (said.data["state"], said.data["expected_on"], said.data["overdue"]) == ("submitted", "2026-11-27", False)
    (item,) = (item for item in verb("items", "list", "--json").data if item["kind"] == "receipt")
    assert (item["due"], item["voucher"]) == ("2026-11-27", "E1")
    assert "请向收单机构确认" in item["due_basis"]
    assert verb("review", "accept", "--case", "1", "--number", "GD1", "--json").data["state"] == "accepted"
    approved = verb("review", "approve", "--case", "1", "--json").data
    assert (approved["state"], approved["expected_on"]) == ("approved", "2026-11-27")
    done = verb("review", "receipt", "--case", "1", "--json").data
    assert (done["state"], done["expected_on"]) == ("received", None)
    assert not [item for item in verb("items", "list", "--json").data if item["kind"] == "receipt"]


def test_what_the_delivery_log_knows_is_not_asked_again(verb: Verb) -> None:
    refused = verb("review", "submit", "--case", "1", "--json")
    assert (refused.code, refused.error["error"]) == (2, "usage")
    days = ("--sent", "2026-11-17", "--arrived", "2026-11-19")
    proved = ("--proof", "签收截图", "--number", "E9")
    assert verb("delivery", "add", "--case", "1", "--how", "ems", *days, *proved).code == 0
    said = verb("review", "submit", "--case", "1", "--json").data
    assert said["expected_on"] == "2026-11-26"
    shown = verb("review", "show", "--case", "1", "--json").data
    assert [(each["happened_on"], each["how"], each["number"]) for each in shown["events"]] == [
        ("2026-11-19", "ems", "E9")
    ]


def test_a_return_makes_a_list_of_repairs_and_the_next_version_says_what_changed(
    verb: Verb, tmp_path: Path, case_file: Path
) -> None:
    verb("review", "submit", "--case", "1", "--how", "in_person")
    back = verb("review", "return", "--case", "1", "--reason", "mismatch", "--reason", "other", "--note", "少一页")
    assert "少一页" in back.out
    shown = verb("review", "show", "--case", "1", "--json").data
    assert [repair["key"] for repair in shown["repairs"]] == [
        "mismatch_names",
        "mismatch_numbers",
        "mismatch_terminals",
        "other",
    ]
    verb("items", "add", "--case", "1", "--kind", "deposit", "--amount", "299")
    verb("letter", "--case", "1", "--out", str(tmp_path / "again.pdf"))
    changed = verb("review", "show", "--case", "1", "--json").data
    assert changed["version"] == 2
    assert any("299.00" in line for change in changed["changed"] for line in change["after"])
    english = verb("review", "show", "--case", "1", "--json", "--language", "en").data
    assert any("eposit" in line for change in english["changed"] for line in change["after"])
    again = verb("review", "submit", "--case", "1", "--how", "email", "--json").data
    assert [event["version"] for event in again["events"]] == [1, 1, 2]


def test_what_cannot_follow_is_refused_in_one_sentence(verb: Verb) -> None:
    said = verb("review", "receipt", "--case", "1", "--json")
    assert (said.code, said.error["error"]) == (2, "review.not_now")
    assert verb("review", "return", "--case", "1").code == 2


def test_a_letter_that_was_never_issued_cannot_be_handed_in(verb: Verb, case_file: Path) -> None:
    verb("case", "new", str(case_file))
    said = verb("review", "submit", "--case", "2", "--how", "ems", "--json")
    assert (said.code, said.error["error"]) == (2, "review.version_missing")


def test_a_silence_is_answered_with_the_ladder(verb: Verb) -> None:
    verb("review", "submit", "--case", "1", "--how", "ems", "--on", "2026-11-02")
    assert "12363" in verb("review", "show", "--case", "1").out
    assert verb("review", "show", "--case", "1", "--json").data["overdue"] is True
