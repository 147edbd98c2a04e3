from pathlib import Path

import pytest

from tests.cli.conftest import Verb
from tests.evidence.reader import read_bag


@pytest.fixture(autouse=True)
def opened(verb: Verb, case_file: Path, tmp_path: Path) -> None:
    """Every test here begins with one case, a bill and a folder for bags."""
    assert verb("case", "new", str(case_file)).code == 0
    (tmp_path / "账单2025-01.csv").write_text("a,b\n=1+1,2\n", encoding="utf-8")
    (tmp_path / "bags").mkdir()


def made(verb: Verb, tmp_path: Path, *more: str) -> dict[str, object]:
    bill = str(tmp_path / "账单2025-01.csv")
    said = verb("bag", "make", bill, "--kind", "bills", "--case", "1", "--to", str(tmp_path / "bags"), "--json", *more)
    assert said.code == 0, said.err
    told: dict[str, object] = said.data
    return told


def test_a_bag_is_made_shown_and_verified(verb: Verb, tmp_path: Path) -> None:
    told = made(verb, tmp_path)
    bag = Path(str(told["bag"]))
    info = read_bag(bag)
    assert info["External-Identifier"] == "TJ-2026-0001"
    assert told["state"] == "good"
    assert told["sources"][0]["first"] == "2025-01-01"  # type: ignore[index]  # the source just chosen
    assert "13800" not in (bag / "bag-info.txt").read_text(encoding="utf-8")
    assert (bag / "data/program/timeline.csv").is_file()
    assert verb("bag", "show", "--case", "1", "--json").data["id"] == told["id"]
    checked = verb("bag", "verify", "--case", "1", "--json")
    assert (checked.code, checked.data["good"]) == (0, True)
    assert "核对无误" in verb("bag", "verify", str(bag)).out


def test_a_changed_byte_is_found_and_kept_in_mind(verb: Verb, tmp_path: Path) -> None:
    bag = Path(str(made(verb, tmp_path)["bag"]))
    bill = bag / "data/bills/账单2025-01.csv"
    bill.write_bytes(bill.read_bytes().replace(b"2", b"3"))
    checked = verb("bag", "verify", "--case", "1", "--json")
    assert checked.code == 1
    assert checked.data["faults"] == [{"fault": "changed", "path": "data/bills/账单2025-01.csv"}]
    assert verb("bag", "show", "--case", "1", "--json").data["state"] == "bad"


def test_files_that_are_gone_are_named_or_stop_it_all(verb: Verb, tmp_path: Path) -> None:
    assert made(verb, tmp_path, str(tmp_path / "gone.pdf"))["left_out"] == [
        {"path": str(tmp_path / "gone.pdf"), "why": "gone"}
    ]
    refused = verb("bag", "make", "--case", "1", "--strict", "--json")
    assert (refused.code, refused.error["error"]) == (2, "backup.left_out")


def test_a_second_copy_on_the_same_disk_is_made_and_said_to_be_there(verb: Verb, tmp_path: Path) -> None:
    (tmp_path / "second").mkdir()
    told = made(verb, tmp_path, "--copy-to", str(tmp_path / "second"))
    assert told["copy_on_other_volume"] is False
    read_bag(Path(str(told["copy"])))


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("bag", "make", "--case", "1"), "backup.no_folder"),
        (("bag", "make", "--case", "1", "--to", "nowhere at all"), "folder.not_found"),
        (("bag", "verify"), "usage"),
        (("bag", "verify", "--case", "1"), "backup.no_bag"),
        (("bag", "verify", "nowhere at all"), "bag.not_found"),
        (("bag", "make", "x", "--case", "1", "--first", "2025-13"), "backup.not_a_month"),
    ],
)
def test_bad_input_is_refused_in_one_sentence(verb: Verb, arguments: tuple[str, ...], error: str) -> None:
    refused = verb(*arguments, "--json")
    assert (refused.code, refused.error["error"]) == (2, error)


def test_a_bag_that_lacks_a_chosen_file_is_never_called_whole(verb: Verb, tmp_path: Path) -> None:
    assert made(verb, tmp_path)["whole"] is True
    assert made(verb, tmp_path, str(tmp_path / "gone.pdf"))["whole"] is False
    for name in ("show", "verify"):
        assert "备份不完整：有 1 个选定的文件" in verb("bag", name, "--case", "1").out
    bag = verb("bag", "show", "--case", "1", "--json").data["bag"]
    assert "备份不完整：有 1 个选定的文件" in verb("bag", "verify", bag).out
