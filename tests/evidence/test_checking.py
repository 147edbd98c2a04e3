import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pos_closeout.domain.errors import StoppedError
from pos_closeout.evidence.bag import make_bag
from pos_closeout.evidence.checking import BagFault, Fault, verify_bag
from pos_closeout.evidence.gathering import Chosen
from tests.evidence.conftest import silent


@pytest.fixture(scope="module")
def bag(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small bag that the tests damage and mend again."""
    folder = tmp_path_factory.mktemp("bags")
    source = folder / "账单 一.csv"
    source.write_bytes("日期,金额\n2025-01-02,128.00\n".encode())
    made = make_bag(
        [Chosen(source, "bills")],
        {"program/case.json": b"{}", "program/empty.csv": b""},
        {"Source-Organization": "和顺"},
        folder=folder,
        name="bag",
        watch=silent,
    )
    return made.path


def files(bag: Path) -> list[Path]:
    return sorted(path for path in bag.rglob("*") if path.is_file())


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_no_bit_of_any_file_can_be_turned_without_being_noticed(bag: Path, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from([each for each in files(bag) if each.stat().st_size]))
    good = path.read_bytes()
    place, bit = data.draw(st.integers(0, len(good) - 1)), data.draw(st.integers(0, 7))
    try:
        path.write_bytes(good[:place] + bytes([good[place] ^ 1 << bit]) + good[place + 1 :])
        assert verify_bag(bag, silent).faults
    finally:
        path.write_bytes(good)
    assert not verify_bag(bag, silent).faults


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_shorter_or_longer_file_is_noticed(bag: Path, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(files(bag)))
    good = path.read_bytes()
    changed = data.draw(st.sampled_from([good[:-1], good + b"\n", b"", good + good]))
    if changed == good:
        return
    try:
        path.write_bytes(changed)
        assert verify_bag(bag, silent).faults
    finally:
        path.write_bytes(good)


@pytest.mark.parametrize("name", ["data/bills/账单 一.csv", "bag-info.txt", "manifest-sha512.txt", "bagit.txt"])
def test_a_file_that_is_missing_is_named(bag: Path, tmp_path: Path, name: str) -> None:
    copy = Path(shutil.copytree(bag, tmp_path / "copy"))
    (copy / name).unlink()
    assert name in {found.path for found in verify_bag(copy, silent).faults}


@pytest.mark.parametrize("name", ["data/bills/new.csv", "data/x", "notes.txt", "manifest-md5.txt"])
def test_a_file_that_was_added_is_named(bag: Path, tmp_path: Path, name: str) -> None:
    copy = Path(shutil.copytree(bag, tmp_path / "copy"))
    (copy / name).write_text("x")
    assert verify_bag(copy, silent).faults == (BagFault(Fault.ADDED, name),)


def test_a_file_under_another_name_is_missing_here_and_added_there(bag: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(bag, tmp_path / "copy"))
    (copy / "data/program/case.json").rename(copy / "data/program/case2.json")
    assert set(verify_bag(copy, silent).faults) == {
        BagFault(Fault.MISSING, "data/program/case.json"),
        BagFault(Fault.ADDED, "data/program/case2.json"),
    }


def test_links_are_not_followed(bag: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(bag, tmp_path / "copy"))
    (copy / "data/program/case.json").rename(tmp_path / "case.json")
    (copy / "data/program/case.json").symlink_to(tmp_path / "case.json")
    assert BagFault(Fault.MISSING, "data/program/case.json") in verify_bag(copy, silent).faults


def test_a_manifest_cannot_lead_out_of_the_bag(bag: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(bag, tmp_path / "copy"))
    manifest = copy / "manifest-sha256.txt"
    manifest.write_text(f"{'0' * 64}  data/../../../etc/passwd\n" + manifest.read_text(encoding="utf-8"))
    assert BagFault(Fault.NOT_A_BAG, manifest.name) in verify_bag(copy, silent).faults


def test_a_folder_that_is_no_bag_and_one_that_is_not_there(tmp_path: Path) -> None:
    assert BagFault(Fault.NOT_A_BAG) in verify_bag(tmp_path, silent).faults
    assert BagFault(Fault.NOT_A_BAG) in verify_bag(tmp_path / "nowhere", silent).faults


def test_the_check_can_be_stopped(bag: Path) -> None:
    def stop(done: int, total: int, name: str) -> None:
        raise StoppedError("work.stopped", done=done, total=total, name=name)

    with pytest.raises(StoppedError):
        verify_bag(bag, stop)
