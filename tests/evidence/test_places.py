from pathlib import Path

import pytest

from pos_closeout.domain.errors import EvidenceError
from pos_closeout.evidence.places import free_bytes, on_other_volume


def test_two_folders_of_one_disk_are_on_one_volume(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    assert not on_other_volume(tmp_path, tmp_path / "a")


def test_a_disk_in_memory_is_another_volume(tmp_path: Path) -> None:
    assert on_other_volume(tmp_path, Path("/dev"))


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(EvidenceError, match=r"folder\.not_found"):
        on_other_volume(tmp_path, tmp_path / "gone")
    with pytest.raises(EvidenceError, match=r"folder\.not_found"):
        free_bytes(tmp_path / "gone")
