"""The verbs of safety copies, of everything in one file, and of deleting for good."""

from pathlib import Path

import pytest

from pos_closeout.domain.errors import DataFolderError
from pos_closeout.store.database import Access, Database
from tests.cli.conftest import Verb


def test_the_first_case_has_a_copy_at_once(verb: Verb, case_file: Path) -> None:
    verb("case", "new", str(case_file))
    (copy,) = verb("copies", "list", "--json").data
    assert (copy["number"], copy["good"], copy["second_place"]) == (1, True, False)
    assert [case["number"] for case in copy["cases"]] == ["TJ-2026-0001"]


def test_a_copy_is_made_listed_checked_and_restored(verb: Verb, case_file: Path, tmp_path: Path) -> None:
    verb("case", "new", str(case_file))
    made = verb("copies", "make", "--json").data
    assert Path(made["copy"]).exists()
    verb("case", "delete", "1")
    assert verb("case", "list", "--json").data == []
    assert verb("copies", "check", "2").code == 0
    restored = verb("copies", "restore", "2", "--json").data
    assert restored["restored"] == made["copy"]
    assert Path(restored["aside"]).parent == tmp_path / "data"
    assert [case["number"] for case in verb("case", "list", "--json").data] == ["TJ-2026-0001"]
    assert verb("copies", "restore", "99", "--json").error["error"] == "copy.not_found"


def test_a_damaged_copy_is_told_with_exit_code_one(verb: Verb, case_file: Path) -> None:
    verb("case", "new", str(case_file))
    copy = Path(verb("copies", "make", "--json").data["copy"])
    copy.write_bytes(copy.read_bytes()[:9000])
    assert verb("copies", "check", "2").code == 1
    assert "已损坏" in verb("copies", "list").out
    assert verb("copies", "restore", "2", "--json").error["error"] == "store.copy_damaged"


def test_the_list_works_when_the_data_cannot_be_opened(verb: Verb, case_file: Path, tmp_path: Path) -> None:
    verb("case", "new", str(case_file))
    (tmp_path / "data" / "closeout.db").unlink()
    lost = verb("case", "list", "--json")
    assert (lost.code, lost.error["error"]) == (2, "store.lost")
    assert len(verb("copies", "list", "--json").data) == 1
    assert verb("copies", "restore", "1", "--json").data["aside"] is None
    assert len(verb("case", "list", "--json").data) == 1


def test_a_second_place_on_the_same_disk_is_refused(verb: Verb, tmp_path: Path) -> None:
    assert verb("copies", "place", str(tmp_path), "--json").error["error"] == "copies.same_volume"
    assert verb("copies", "place", "--json").data == {"place": None, "state": ""}
    assert verb("copies", "place", "--none", "--json").data["place"] is None


def test_everything_goes_to_another_computer(verb: Verb, case_file: Path, tmp_path: Path) -> None:
    verb("case", "new", str(case_file))
    file = tmp_path / "everything.closeout"
    assert verb("everything", "write", str(file), "--json").data["file"] == str(file)
    taken = verb("everything", "take", str(file), "--json", data=tmp_path / "new").data
    assert [case["number"] for case in taken["cases"]] == ["TJ-2026-0001"]
    there = verb("case", "list", "--json", data=tmp_path / "new").data
    assert there == verb("case", "list", "--json").data
    refused = verb("everything", "take", str(file), "--json", data=tmp_path / "new")
    assert (refused.code, refused.error["error"]) == (2, "everything.has_data")
    assert verb("everything", "take", str(file), "--instead", "--json", data=tmp_path / "new").data["aside"]


def test_a_case_is_deleted_for_good_only_with_yes_after_the_law(verb: Verb, case_file: Path) -> None:
    verb("case", "new", str(case_file))
    verb("copies", "make")
    asked = verb("case", "delete", "1", "--for-good")
    assert asked.code == 2
    assert "法律要求保存到" in asked.err
    assert len(verb("case", "list", "--json").data) == 1
    erased = verb("case", "delete", "1", "--for-good", "--yes", "--json").data
    assert (erased["erased"], erased["complete"], len(erased["copies"])) == ("TJ-2026-0001", True, 2)
    assert all(copy["cases"] == [] for copy in verb("copies", "list", "--json").data)


def test_where_data_can_only_be_read_lists_and_letters_work(
    verb: Verb, case_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    verb("case", "new", str(case_file))

    def opened(path: Path, *, access: Access = Access.CREATE, why: str = "") -> Database:
        if access is not Access.COPY:
            raise DataFolderError("store.disk_full", path=str(path))
        return Database(path, access=access, why=why)

    monkeypatch.setattr("pos_closeout.store.opening.Database", opened)
    monkeypatch.setattr("pos_closeout.store.reading.Database", opened)
    assert len(verb("case", "list", "--json").data) == 1
    letter = verb("letter", "--case", "1", "--out", str(tmp_path / "letter.pdf"), "--json").data
    assert letter["kept"] is False
    assert (tmp_path / "letter.pdf").read_bytes().startswith(b"%PDF")
    refused = verb("case", "copy", "1", "--json")
    assert (refused.code, refused.error["error"]) == (2, "store.disk_full")
    assert "只能看" in refused.error["message"]
    assert "版本没有记下来" in verb("letter", "--case", "1", "--out", str(tmp_path / "letter.pdf")).out
