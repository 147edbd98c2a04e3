"""``device upkeep``: what a suspended terminal needs."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Verb


@pytest.fixture(autouse=True)
def opened(verb: Verb, tmp_path: Path) -> None:
    given = {
        "terminals": [{"number": "10023456", "action": "suspend"}],
        "settlement": {"last_transaction_on": "2026-08-22"},
    }
    (tmp_path / "case.json").write_text(json.dumps(given), encoding="utf-8")
    assert verb("case", "new", str(tmp_path / "case.json")).code == 0


def test_what_is_due_is_listed_done_and_reminded_of(verb: Verb) -> None:
    listed = verb("device", "upkeep", "list", "--case", "1", "--json").data["upkeep"]
    assert [(each["what"], each["due"], each["state"]) for each in listed] == [
        ("updates", "2026-11-22", "due"),
        ("inspection", "2027-08-22", "later"),
        ("idle_check", "2026-11-22", "due"),
        ("idle_stop", "2027-08-22", "later"),
    ]
    reminded = verb("remind", "--now", "2026-11-22T12:00", "--json").data["tasks"]
    assert [each["key"] for each in reminded] == ["upkeep/1/idle_check", "upkeep/1/updates"]
    assert all("10023456" in each["what"] for each in reminded)
    told = ("--case", "1", "--terminal", "1", "updates", "--json")
    assert verb("device", "upkeep", "done", *told).data["upkeep"][0]["due"] == "2027-02-22"
    assert verb("device", "upkeep", "every", "--months", "6", *told).data["upkeep"][0]["due"] == "2027-05-22"
    assert verb("device", "upkeep", "undo", *told).data["upkeep"][0]["due"] == "2027-02-22"
    assert "10023456" in verb("device", "upkeep", "list", "--case", "1").out


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("--terminal", "9", "updates"), "upkeep.not_found"),
        (("--terminal", "1", "updates", "--on", "2026-12-01"), "upkeep.in_future"),
    ],
)
def test_what_cannot_be_done_is_refused(verb: Verb, arguments: tuple[str, ...], error: str) -> None:
    said = verb("device", "upkeep", "done", "--case", "1", "--json", *arguments)
    assert (said.code, said.error["error"]) == (2, error)
