import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Verb


@pytest.fixture(autouse=True)
def opened(verb: Verb, tmp_path: Path) -> None:
    """Every test here begins with one case of one terminal to be removed, and a photo."""
    given = {"terminals": [{"number": "10023456", "action": "remove"}]}
    (tmp_path / "case.json").write_text(json.dumps(given), encoding="utf-8")
    assert verb("case", "new", str(tmp_path / "case.json")).code == 0
    (tmp_path / "铭牌.jpg").write_bytes(b"photo")


def on(verb: Verb, name: str, *arguments: str) -> dict[str, dict[str, object]]:
    said = verb("device", name, "--case", "1", *(() if name == "show" else ("--terminal", "1")), "--json", *arguments)
    assert said.code == 0, said.err
    return {each["task"]: each for each in said.data["terminals"][0]["tasks"]}


def refused(verb: Verb, *arguments: str) -> str:
    said = verb("device", *arguments, "--case", "1", "--json")
    assert said.code == 2
    return str(said.error["error"])


def test_what_destroys_nothing_may_be_done_before_the_backup_and_undone(verb: Verb) -> None:
    assert verb("device", "show", "--case", "1", "--json").data["locked"] is True
    told = on(verb, "done", "stop_sales", "--note", "林")
    assert (told["stop_sales"]["done"], told["stop_sales"]["note"]) == ("2026-11-22", "林")
    assert on(verb, "undo", "stop_sales")["stop_sales"]["done"] is None
    assert refused(verb, "done", "sign_off", "--terminal", "1") == "device.locked"
    assert refused(verb, "done", "store_safe", "--terminal", "1") == "device.no_task"
    assert refused(verb, "done", "stop_sales", "--terminal", "9") == "device.no_terminal"


def test_after_the_backup_the_order_counts(verb: Verb, tmp_path: Path) -> None:
    (tmp_path / "bags").mkdir()
    assert verb("bag", "make", "--case", "1", "--to", str(tmp_path / "bags")).code == 0
    assert refused(verb, "done", "settle", "--terminal", "1") == "device.waits"
    told = on(verb, "done", "reversals", "--not-needed", "没有")
    assert told["reversals"]["not_needed"] == "没有"


def test_a_photo_is_kept_with_its_task_and_goes_into_bag_and_bundle(verb: Verb, tmp_path: Path) -> None:
    photo = str(tmp_path / "铭牌.jpg")
    kept = on(verb, "attach", "photos", photo, photo)["photos"]["files"]
    assert isinstance(kept, list)
    assert [(each["name"], each["size"]) for each in kept] == [("铭牌.jpg", 5)]
    copies = list((tmp_path / "data/attachments/TJ-2026-0001/device/1/photos").iterdir())
    assert [copy.read_bytes() for copy in copies] == [b"photo"]
    (tmp_path / "bags").mkdir()
    made = verb("bag", "make", "--case", "1", "--to", str(tmp_path / "bags"), "--json").data
    assert [path.read_bytes() for path in Path(made["bag"]).glob("data/attachments/**/*.jpg")] == [b"photo"]
    out = tmp_path / "bundle.zip"
    assert verb("bundle", "make", "--case", "1", "--out", str(out)).code == 0
    assert f"device/1/photos/{kept[0]['sha256'][:12]}-铭牌.jpg" in zipfile.ZipFile(out).namelist()


def test_a_photo_taken_off_lies_in_the_bin(verb: Verb, tmp_path: Path) -> None:
    kept = on(verb, "attach", "photos", str(tmp_path / "铭牌.jpg"))["photos"]["files"]
    assert isinstance(kept, list)
    assert verb("device", "detach", "--case", "1", kept[0]["sha256"][:8]).code == 0
    assert on(verb, "show")["photos"]["files"] == []
    assert [path.read_bytes() for path in (tmp_path / "data/attachments/bin").iterdir()] == [b"photo"]
    assert refused(verb, "detach", "0000") == "proof.not_found"


def test_missing_and_huge_files_are_refused_in_one_sentence(verb: Verb, tmp_path: Path) -> None:
    with (tmp_path / "huge.mp4").open("wb") as huge:
        huge.truncate((200 << 20) + 1)
    assert refused(verb, "attach", "photos", str(tmp_path / "gone.jpg"), "--terminal", "1") == "file.not_found"
    assert refused(verb, "attach", "photos", str(tmp_path / "huge.mp4"), "--terminal", "1") == "file.too_big"


def test_the_facts_of_items_stand_in_the_case_of_the_bag(verb: Verb, tmp_path: Path) -> None:
    facts = [{"kind": "refund", "amount_fen": 100, "facts": {"refund_number": "A1"}}]
    (tmp_path / "facts.json").write_text(json.dumps({"items": facts}), encoding="utf-8")
    opened = verb("case", "new", str(tmp_path / "facts.json"), "--json")
    assert opened.code == 0, opened.err
    (tmp_path / "bags").mkdir()
    made = verb("bag", "make", "--case", str(opened.data["id"]), "--to", str(tmp_path / "bags"), "--json").data
    told = json.loads((Path(made["bag"]) / "data/program/case.json").read_text(encoding="utf-8"))
    assert told["items"][0]["facts"] == {"refund_number": "A1"}
