"""``remind``, ``snooze``, ``rhythm``, ``calendar``, ``items print``, ``items export``, ``items move``."""

from pathlib import Path

import pytest

from pos_closeout.app.self_check import pdf_text
from tests.cli.conftest import Verb


@pytest.fixture(autouse=True)
def opened(verb: Verb, case_file: Path) -> None:
    """Every test here begins with one case that has one overdue refund."""
    assert verb("case", "new", str(case_file)).code == 0


def test_what_has_been_told_is_not_told_again(verb: Verb) -> None:
    heard = verb("remind", "--now", "2026-11-22T09:00", "--json").data
    assert (heard["count"], heard["to_pay_fen"], heard["to_get_fen"], heard["overdue"]) == (1, 128_00, 0, 1)
    assert heard["items"][0]["id"] == 1
    assert verb("remind", "--now", "2026-11-22T09:00", "--json").data["items"] == []
    assert "没有" in verb("remind", "--now", "2026-11-22T10:00").out
    assert "128.00" in verb("remind", "--now", "2026-11-23T10:00").out


def test_one_and_all_reminders_are_put_off(verb: Verb) -> None:
    told = verb("snooze", "1", "--for", "hour", "--now", "2026-11-22T09:00", "--json").data
    assert told == {"until": "2026-11-22T10:00:00+00:00", "items": [1], "all": False}
    assert verb("remind", "--now", "2026-11-22T09:30", "--json").data["count"] == 0
    assert verb("remind", "--now", "2026-11-22T10:00", "--json").data["count"] == 1
    assert verb("snooze", "--all", "--until", "2026-11-22T15:00", "--now", "2026-11-22T11:00").code == 0
    assert verb("remind", "--now", "2026-11-22T14:00", "--json").data["count"] == 0
    assert verb("remind", "--now", "2026-11-22T15:00", "--json").data["count"] == 1


def test_an_entry_is_reminded_of_in_its_own_rhythm(verb: Verb) -> None:
    told = verb("rhythm", "1", "--before", "10", "--every", "0", "--json").data
    assert told == {"items": [{"id": 1, "days_before": 10, "every_days": 0, "usual": False}]}
    assert verb("rhythm", "1", "--every", "2", "--json").data["items"][0]["days_before"] == 10
    told = verb("rhythm", "1", "--usual", "--json").data
    assert told == {"items": [{"id": 1, "days_before": 3, "every_days": 1, "usual": True}]}
    assert verb("rhythm", "1", "--before", "0").code == 0


@pytest.mark.parametrize(
    ("given", "error"),
    [
        (["snooze", "1"], "usage"),
        (["snooze", "--for", "hour"], "usage"),
        (["snooze", "1", "--all", "--for", "hour"], "usage"),
        (["snooze", "1", "--until", "2020-01-01"], "reminder.not_later"),
        (["snooze", "9", "--for", "week"], "item.not_found"),
        (["rhythm", "1"], "usage"),
        (["rhythm", "1", "--usual", "--every", "2"], "usage"),
        (["rhythm", "9", "--every", "2"], "item.not_found"),
        (["remind", "--now", "soon"], "reminder.unreadable_time"),
        (["items", "move", "1", "--to", "2026-12-01", "--reason", " "], "reminder.no_reason"),
        (["items", "export", "--out", "list.txt"], "export.unknown_format"),
        (["calendar", "--out", "no/such/folder/a.ics"], "document.not_written"),
    ],
)
def test_bad_input_is_refused_in_one_sentence(verb: Verb, given: list[str], error: str) -> None:
    said = verb(*given, "--json")
    assert (said.code, said.error["error"]) == (2, error)


def test_the_list_goes_into_files(verb: Verb, tmp_path: Path) -> None:
    pdf, xlsx, csv, ics = (tmp_path / f"list.{suffix}" for suffix in ("pdf", "xlsx", "csv", "ics"))
    assert verb("items", "print", "--out", str(pdf), "--language", "en", "--json").data["items"] == 1
    assert "OutstandingItems" in pdf_text(pdf.read_bytes())
    assert verb("items", "export", "--out", str(xlsx)).code == 0
    assert xlsx.read_bytes()[:2] == b"PK"
    assert verb("items", "export", "--out", str(csv), "--all", "--case", "1").code == 0
    assert "陈女士" in csv.read_text(encoding="utf-8-sig")
    assert verb("calendar", "--out", str(ics), "--json").data["events"] == 1
    assert verb("items", "move", "1", "--to", "2026-12-01", "--reason", "机构要求").code == 0
    assert verb("items", "list", "--json").data[0]["due"] == "2026-12-01"
