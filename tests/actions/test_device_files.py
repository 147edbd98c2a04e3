"""A photo or slip of a task is kept once, is read back unchanged, and nothing outside its folder is touched."""

from datetime import datetime
from pathlib import Path

import pytest

from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.device import attach_device_file, detach_device_file, device_file_path
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.device.tasks import DeviceFile, Task
from pos_closeout.domain.errors import DataFolderError

CASE = Case(number="TJ-2026-0007")


@pytest.fixture
def with_slip(store: Store, tmp_path: Path, now: datetime) -> Case:
    slip = tmp_path / "slip.jpg"
    slip.write_bytes(b"slip")
    return attach_device_file(store, CASE, 1, Task.SETTLE, slip, now=now)


def test_the_same_file_is_kept_once_and_another_beside_it(
    store: Store, with_slip: Case, tmp_path: Path, now: datetime
) -> None:
    assert attach_device_file(store, with_slip, 1, Task.SETTLE, tmp_path / "slip.jpg", now=now) == with_slip
    (tmp_path / "other.jpg").write_bytes(b"other")
    both = attach_device_file(store, with_slip, 1, Task.SETTLE, tmp_path / "other.jpg", now=now)
    assert [device_file_path(store, each).read_bytes() for each in both.device_files] == [b"slip", b"other"]


def test_a_file_taken_off_lies_in_the_bin_and_the_others_stay(
    store: Store, with_slip: Case, tmp_path: Path, now: datetime
) -> None:
    (tmp_path / "other.jpg").write_bytes(b"other")
    slip, other = attach_device_file(store, with_slip, 1, Task.SETTLE, tmp_path / "other.jpg", now=now).device_files
    case = Case(number=CASE.number, device_files=(slip, other))
    left = detach_device_file(store, case, slip, now)
    assert left.device_files == (other,)
    with pytest.raises(DataFolderError, match=r"proof\.missing"):
        device_file_path(store, slip)
    kept = [path.read_bytes() for path in (tmp_path / "data").rglob("20261122100000-1-settle-*")]
    assert kept == [b"slip"]


@pytest.mark.parametrize("place", ["/etc/hosts", "device/../../outside", "device\\outside", "C:outside"])
def test_a_place_outside_the_folder_is_neither_read_nor_moved(
    store: Store, tmp_path: Path, now: datetime, place: str
) -> None:
    outside = tmp_path / "data" / "outside"
    outside.write_bytes(b"mine")
    file = DeviceFile(1, Task.SETTLE, "slip.jpg", place, "0" * 64, 4, now.date())
    with pytest.raises(DataFolderError, match=r"proof\.missing") as read:
        device_file_path(store, file)
    with pytest.raises(DataFolderError, match=r"proof\.missing") as moved:
        detach_device_file(store, Case(device_files=(file,)), file, now)
    assert (read.value.facts["path"], moved.value.facts["path"]) == (place, place)
    assert outside.read_bytes() == b"mine"
