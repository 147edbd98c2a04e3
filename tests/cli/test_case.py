from pathlib import Path

import pytest

from tests.cli.conftest import Verb


def test_a_case_is_opened_from_a_file_shown_and_listed(verb: Verb, case_file: Path) -> None:
    opened = verb("case", "new", str(case_file), "--json").data
    assert (opened["id"], opened["number"]) == (1, "TJ-2026-0001")
    assert verb("case", "show", "1", "--json").data == opened
    (listed,) = verb("case", "list", "--json").data
    assert (listed["id"], listed["shop"], listed["terminals"], listed["open_items"]) == (1, "杭州和顺便利店", 1, 1)


def test_people_read_a_case_in_their_language(verb: Verb, case_file: Path) -> None:
    assert "TJ-2026-0001  杭州和顺便利店" in verb("case", "new", str(case_file)).out
    assert "已逾期  2026-11-20  ¥128.00" in verb("case", "show", "1").out
    assert "overdue  2026-11-20  ¥128.00" in verb("case", "show", "1", "--language", "en").out


def test_an_empty_folder_says_that_there_is_no_case(verb: Verb) -> None:
    assert verb("case", "list").out == "还没有申请。\n"
    assert verb("case", "list", "--json").data == []


def test_what_was_shown_can_be_opened_again(verb: Verb, case_file: Path, tmp_path: Path) -> None:
    verb("case", "new", str(case_file))
    (tmp_path / "shown.json").write_text(verb("case", "show", "1", "--json").out, encoding="utf-8")
    assert verb("case", "new", str(tmp_path / "shown.json"), "--json").data["number"] == "TJ-2026-0002"


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b'{"shop": "x"}', "json.unknown_key"),
        (b'{"items": [{"amount_fen": -1}]}', "json.amount_out_of_range"),
        (b"\xc4\xe3\xba\xc3", "file.not_text"),
        (b" " * (8 * 2**20 + 1), "file.too_big"),
    ],
)
def test_a_bad_file_is_refused_in_one_sentence_and_nothing_is_stored(
    verb: Verb, tmp_path: Path, content: bytes, error: str
) -> None:
    (tmp_path / "bad.json").write_bytes(content)
    said = verb("case", "new", str(tmp_path / "bad.json"), "--json")
    assert (said.code, said.error["error"], said.out) == (2, error, "")
    assert len(verb("case", "new", str(tmp_path / "bad.json")).err.splitlines()) == 1
    assert verb("case", "list", "--json").data == []


def test_a_file_that_is_not_there_or_no_file_is_told(verb: Verb, tmp_path: Path) -> None:
    assert verb("case", "new", str(tmp_path / "none.json"), "--json").error["error"] == "file.not_found"
    assert verb("case", "new", str(tmp_path), "--json").error["error"] == "file.unreadable"


def test_a_file_that_begins_with_a_mark_of_notepad_is_read(verb: Verb, tmp_path: Path) -> None:
    (tmp_path / "notepad.json").write_text("{}", encoding="utf-8-sig")
    assert verb("case", "new", str(tmp_path / "notepad.json")).code == 0


def test_the_history_of_a_case_is_told_in_sentences(verb: Verb, case_file: Path) -> None:
    assert verb("case", "new", str(case_file)).code == 0
    data = verb("case", "timeline", "1", "--json").data
    assert set(data[0]) == {"at", "step", "text"}
    assert any("陈女士" in each["text"] or "¥128.00" in each["text"] for each in data)
    assert "2026年11月22日" in verb("case", "timeline", "1").out
    assert verb("case", "timeline", "9").code == 2


def test_only_a_closed_case_can_be_put_into_the_archive(verb: Verb, case_file: Path) -> None:
    assert verb("case", "new", str(case_file)).code == 0
    refused = verb("case", "archive", "1", "--json")
    assert (refused.code, refused.error["error"]) == (2, "case.not_closed")
    assert verb("case", "close", "1", "--carry", "1=以后").code == 0
    assert verb("case", "archive", "1").code == 0
    assert verb("case", "list", "--json").data[0]["archived_on"] == "2026-11-22"
    assert "已归档" in verb("case", "list").out
    assert verb("case", "unarchive", "1").code == 0
    assert verb("case", "list", "--json").data[0]["archived_on"] is None
