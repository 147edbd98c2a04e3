from datetime import datetime, timedelta
from pathlib import Path

import pytest

from pos_closeout.domain.case.case import Case
from pos_closeout.store import open_store
from pos_closeout.store.volumes import on_network, synced_by

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
//nas/share /mnt/shop\\040data cifs rw 0 0
server:/export /mnt/nfs nfs4 rw 0 0
/dev/sdb1 /mnt/nfs/stick vfat rw 0 0
broken
"""


@pytest.mark.parametrize(
    ("folder", "there"),
    [
        ("/users/wang/data", False),
        ("/mnt/shop data/pos", True),
        ("/mnt/nfs/pos", True),
        ("/mnt/nfs/stick/pos", False),
        ("/mnt/nfsx", False),
    ],
)
def test_a_folder_on_another_computer_is_known_by_its_mount(folder: str, *, there: bool) -> None:
    assert on_network(Path(folder), MOUNTS) is there


@pytest.mark.parametrize(
    ("folder", "program"),
    [
        ("/users/wang/OneDrive - 小店/POS", "OneDrive"),
        ("/users/wang/我的坚果云/POS", "坚果云"),
        ("/users/wang/Dropbox/POS", "Dropbox"),
        ("/data/cloud/POS", "OneDrive"),
        ("/users/wang/.local/share/POS Closeout", ""),
    ],
)
def test_a_folder_that_a_program_syncs_is_known_by_its_path(folder: str, program: str) -> None:
    assert synced_by(Path(folder), {"OneDrive": "/data/cloud"}) == program


def test_the_owner_is_told_about_folder_and_clock(tmp_path: Path, now: datetime) -> None:
    with open_store(tmp_path / "data", now=now) as store:
        assert store.warning(now, {}) is None
        store.cases.add(Case(), now)
        assert store.warning(now - timedelta(hours=20), {}) is None
        behind = store.warning(now - timedelta(days=400), {})
        synced = store.warning(now, {"OneDrive": str(tmp_path)})
    assert behind is not None
    assert behind.message_id == "store.clock_behind"
    assert synced is not None
    assert (synced.message_id, synced.facts["program"]) == ("store.synced_folder", "OneDrive")


def test_on_the_network_nothing_is_kept_in_a_log(
    tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(tmp_path, now=now) as store:
        store.cases.add(Case(), now)
    monkeypatch.setattr("pos_closeout.store.volumes._read_mounts", lambda: f"//nas/shop {tmp_path} cifs rw 0 0")
    with open_store(tmp_path, now=now) as store:
        assert store.database.rows("PRAGMA journal_mode") == [("delete",)]
        store.cases.add(Case(), now)
        assert not (tmp_path / "closeout.db-wal").exists()
        warning = store.warning(now, {})
        assert len(store.cases.all()) == 2
    assert warning is not None
    assert warning.message_id == "store.network_folder"
