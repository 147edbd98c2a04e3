import os
import resource
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pos_closeout.domain.errors import EvidenceError, StoppedError
from pos_closeout.evidence.bag import Made, copy_bag
from pos_closeout.evidence.checking import verify_bag
from pos_closeout.evidence.files import OmissionReason, OmittedFile
from tests.evidence.conftest import MakeBag, silent
from tests.evidence.reader import read_bag


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """A folder as a shop has it: Chinese names, spaces, the same name twice, an empty file."""
    folder = tmp_path / "我的 账单"
    for place, data in {
        "微信 2025-01.csv": b"a,b\n1,2\n",
        "旧/微信 2025-01.csv": b"older",
        "旧/空.txt": b"",
        "照片/机身 1.jpg": bytes(range(256)) * 5_000,
    }.items():
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def tree(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_bag_is_valid_for_two_readers_that_know_nothing_of_each_other(make: MakeBag, records: Path) -> None:
    made = make(records)
    info = read_bag(made.path)
    assert info["Source-Organization"] == "杭州和顺便利店"
    for name in ("sha256", "sha512"):
        for kind in ("manifest", "tagmanifest"):
            run = subprocess.run(
                [f"{name}sum", "--strict", "-c", f"{kind}-{name}.txt"], cwd=made.path, capture_output=True, check=False
            )
            assert run.returncode == 0, run.stderr
    assert not made.left_out
    assert made.checked.files == 5
    assert tree(made.path / "data") == {
        "bills/我的 账单/微信 2025-01.csv",
        "bills/我的 账单/旧/微信 2025-01.csv",
        "bills/我的 账单/旧/空.txt",
        "bills/我的 账单/照片/机身 1.jpg",
        "program/case.json",
    }


def test_files_keep_every_byte_and_their_time(make: MakeBag, records: Path) -> None:
    original = records / "照片" / "机身 1.jpg"
    os.utime(original, ns=(10**18, 10**18))
    copied = make(records).path / "data" / "bills" / records.name / "照片" / "机身 1.jpg"
    assert copied.read_bytes() == original.read_bytes()
    assert copied.stat().st_mtime_ns == 10**18


def test_equal_names_from_different_folders_are_all_there(make: MakeBag, tmp_path: Path) -> None:
    paths = []
    for folder in ("甲", "乙", "丙"):
        path = tmp_path / folder / ("账单.csv" if folder != "丙" else "账单.CSV")
        path.parent.mkdir()
        path.write_text(folder)
        paths.append(path)
    made = make(*paths, paths[0])
    assert tree(made.path / "data" / "bills") == {"账单.csv", "账单 (2).csv", "账单 (3).CSV"}
    read_bag(made.path)


def test_a_second_bag_of_the_same_name_stands_beside_the_first(make: MakeBag, records: Path) -> None:
    first, second = make(records), make(records)
    assert (first.path.name, second.path.name) == ("TJ-2026-0007", "TJ-2026-0007-2")


def test_what_cannot_be_taken_is_named_and_the_rest_goes_on(make: MakeBag, records: Path, tmp_path: Path) -> None:
    gone = tmp_path / "没有了.pdf"
    os.mkfifo(records / "管道")
    (records / "捷径").symlink_to("/etc")
    made = make(gone, records)
    assert set(made.left_out) == {
        OmittedFile(str(gone), OmissionReason.GONE),
        OmittedFile(str(records / "管道"), OmissionReason.SPECIAL),
        OmittedFile(str(records / "捷径"), OmissionReason.LINK),
    }
    assert made.checked.files == 5
    left_out = (made.path / "left-out.csv").read_text(encoding="utf-8-sig")
    assert "没有了.pdf,gone" in left_out
    assert str(tmp_path) not in left_out


def test_a_file_that_may_not_be_read_is_named(make: MakeBag, records: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refused = records / "旧" / "空.txt"
    real = Path.open

    def guarded(self: Path, *args: object, **kwargs: object) -> object:
        if self == refused:
            raise PermissionError(13, "in use")
        return real(self, *args, **kwargs)  # type: ignore[call-overload]  # handed on as it came

    monkeypatch.setattr(Path, "open", guarded)
    made = make(records)
    assert made.left_out == (OmittedFile(str(refused), OmissionReason.UNREADABLE),)
    assert made.checked.files == 4


def test_a_file_that_vanishes_while_the_others_are_copied_is_named(make: MakeBag, records: Path) -> None:
    last = records / "照片" / "机身 1.jpg"

    def watch(done: int, total: int, name: str) -> None:
        silent(done, total, name)
        last.unlink(missing_ok=True)

    assert make(records, watch=watch).left_out == (OmittedFile(str(last), OmissionReason.GONE),)


def test_a_file_that_changes_once_is_copied_anew_and_one_that_never_rests_is_named(
    make: MakeBag, records: Path
) -> None:
    growing = records / "照片" / "机身 1.jpg"

    def grown(until: int) -> Made:
        seen: list[int] = []

        def watch(done: int, total: int, name: str) -> None:
            if name == growing.name and len(seen) < until:
                seen.append(done + total)
                with growing.open("ab") as file:
                    file.write(b"more")

        return make(records, watch=watch)

    assert not grown(2).left_out
    assert grown(10**6).left_out == (OmittedFile(str(growing), OmissionReason.CHANGING),)


def test_with_whole_a_missing_file_stops_everything(make: MakeBag, records: Path, tmp_path: Path) -> None:
    with pytest.raises(EvidenceError, match=r"backup\.left_out"):
        make(records, tmp_path / "gone", whole=True)
    assert not tree(tmp_path / "备份 盘")


@pytest.mark.parametrize("at", [0, 3, 8, 12])
def test_stopping_leaves_nothing_behind(make: MakeBag, records: Path, tmp_path: Path, at: int) -> None:
    calls = []

    def watch(done: int, total: int, name: str) -> None:
        calls.append((done, total, name))
        if len(calls) > at:
            raise StoppedError("work.stopped")

    with pytest.raises(StoppedError):
        make(records, watch=watch)
    assert not list((tmp_path / "备份 盘").iterdir())


def test_progress_goes_up_to_the_end(make: MakeBag, records: Path) -> None:
    told: list[tuple[int, int]] = []
    make(records, watch=lambda done, total, _: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]


def test_a_disk_without_room_is_said_before_anything_is_written(
    make: MakeBag, records: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=10))
    with pytest.raises(EvidenceError, match=r"bag\.disk_full"):
        make(records)
    assert not list((tmp_path / "备份 盘").iterdir())


@contextmanager
def files_up_to(size: int) -> Iterator[None]:
    """Have the system refuse to let a file grow beyond a size, as a full disk does."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)


def test_a_disk_that_fills_up_while_writing_leaves_nothing_behind(make: MakeBag, records: Path, tmp_path: Path) -> None:
    with files_up_to(100_000), pytest.raises(EvidenceError, match=r"bag\.disk_full"):
        make(records)
    assert not list((tmp_path / "备份 盘").iterdir())


def test_the_folder_of_the_bags_is_not_packed_into_them(make: MakeBag, records: Path, tmp_path: Path) -> None:
    make(records)
    made = make(tmp_path)
    assert not [path for path in tree(made.path) if "manifest" in path and path.startswith("data/")]


def test_nothing_chosen_makes_no_bag(make: MakeBag, tmp_path: Path) -> None:
    with pytest.raises(EvidenceError, match=r"bag\.empty"):
        make(written={})
    with pytest.raises(EvidenceError, match=r"folder\.not_found"):
        make(folder=tmp_path / "nowhere")


def test_a_line_break_in_a_name_makes_no_line_of_its_own(make: MakeBag, tmp_path: Path) -> None:
    path = tmp_path / "a\nb%0A.txt"
    path.write_text("x")
    made = make(path)
    assert tree(made.path / "data" / "bills") == {"a_b％0A.txt"}
    read_bag(made.path)


def test_the_second_copy_is_the_same_bag(make: MakeBag, records: Path, tmp_path: Path) -> None:
    made, folder = make(records), tmp_path / "usb"
    folder.mkdir()
    path, checked = copy_bag(made.path, folder, silent, made.checked.id)
    assert checked.id == made.checked.id
    assert tree(path) == tree(made.path)
    read_bag(path)


def test_a_damaged_bag_is_not_copied(make: MakeBag, records: Path, tmp_path: Path) -> None:
    made, folder = make(records), tmp_path / "usb"
    folder.mkdir()
    (made.path / "data" / "program" / "case.json").write_bytes(b"[]")
    with pytest.raises(EvidenceError, match=r"bag\.read_back_failed"):
        copy_bag(made.path, folder, silent, made.checked.id)
    assert not list(folder.iterdir())
    with pytest.raises(EvidenceError, match=r"bag\.not_found"):
        copy_bag(tmp_path / "nowhere", folder, silent, "")


def test_another_good_bag_in_the_place_of_ours_is_told_apart(make: MakeBag, records: Path) -> None:
    first = make(records)
    (records / "new.txt").write_text("new")
    second = make(records)
    assert not verify_bag(second.path, silent, second.checked.id).faults
    assert [found.fault for found in verify_bag(second.path, silent, first.checked.id).faults] == ["another"]
