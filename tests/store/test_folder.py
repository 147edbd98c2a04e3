"""A data folder knows what it holds, whatever happens to it."""

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from pos_closeout.domain.case.case import Case, Merchant
from pos_closeout.domain.errors import DataFolderError
from pos_closeout.store import Store, look_through, newest_good_copy, open_store, restore_copy
from pos_closeout.store.database import Access, Database
from pos_closeout.store.marker import MARKER_NAME, Marker, read_marker
from pos_closeout.store.restoring import finish_restore
from pos_closeout.store.safety import DATABASE_NAME, copies, is_good

PHONES = ("1", "2")


@pytest.fixture
def folder(tmp_path: Path, now: datetime) -> Path:
    """A data folder whose safety copy has the phone number 1, and whose database has 2."""
    with open_store(tmp_path / "data", now=now) as store:
        case = store.cases.add(Case(merchant=Merchant(phone="1")), now)
        store.copy_once(now)
        store.cases.save(replace(case, merchant=Merchant(phone="2")), now)
    return tmp_path / "data"


def _refused(folder: Path, now: datetime) -> DataFolderError:
    with pytest.raises(DataFolderError) as refused:
        open_store(folder, now=now)
    return refused.value


def _phone(store: Store) -> str:
    return store.cases.all()[0].merchant.phone


def _remove_database(folder: Path) -> None:
    for path in folder.glob(f"{DATABASE_NAME}*"):
        path.unlink()


def test_a_missing_database_is_not_taken_for_a_new_one(folder: Path, now: datetime) -> None:
    _remove_database(folder)
    error = _refused(folder, now)
    assert (error.message_id, error.facts["copy"]) == ("store.lost", str(copies(folder)[0]))
    assert not (folder / DATABASE_NAME).exists()
    restore_copy(folder, copies(folder)[0], now=now)
    with open_store(folder, now=now) as store:
        assert _phone(store) == "1"


@pytest.mark.parametrize("left", [MARKER_NAME, "backups", "attachments"])
def test_whatever_is_left_of_it_says_that_there_was_data(folder: Path, now: datetime, left: str) -> None:
    (folder / "attachments" / "TJ-2026-0001").mkdir(parents=True)
    for path in folder.iterdir():
        if path.name != left:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert _refused(folder, now).message_id == ("store.lost" if left == "backups" else "store.lost_no_copy")


def test_an_unreadable_marker_is_a_marker(folder: Path, now: datetime) -> None:
    (folder / MARKER_NAME).write_bytes(b"\xff\x00")
    with open_store(folder, now=now) as store:
        assert _phone(store) == "2"
        store.copy_once(now)
    known = read_marker(folder)
    assert known is not None
    assert known.copies == 2


def test_numbers_of_copies_go_on_when_all_copies_are_gone(folder: Path, now: datetime) -> None:
    for copy in copies(folder):
        copy.unlink()
    with open_store(folder, now=now) as store:
        copy = store.copy_once(now) or copies(folder)[0]
    assert copy.name.startswith("closeout-000002-")


@pytest.mark.parametrize("how", ["removed", "moved", "replaced", "log removed", "database removed"])
def test_a_save_nobody_will_find_is_not_confirmed(tmp_path: Path, folder: Path, now: datetime, how: str) -> None:
    shutil.copytree(folder, tmp_path / "other")
    with open_store(folder, now=now) as store:
        case = store.cases.all()[0]
        if how == "removed":
            shutil.rmtree(folder)
        elif how == "log removed":
            (folder / f"{DATABASE_NAME}-wal").unlink()
        elif how == "database removed":
            (folder / DATABASE_NAME).unlink()
        else:
            folder.rename(tmp_path / "elsewhere")
            if how == "replaced":
                (tmp_path / "other").rename(folder)
        with pytest.raises(DataFolderError, match=r"store\.file_gone"):
            store.cases.save(replace(case, merchant=Merchant(phone="3")), now)
        assert store.cases.all()[0].number == case.number
        if how == "moved":
            (tmp_path / "elsewhere").rename(folder)
            store.cases.save(replace(case, merchant=Merchant(phone="4")), now)


class _Killed(BaseException):
    """Stands for the end of the process: nothing catches it."""


@pytest.fixture
def killed_after(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """End a restore after so many of its renames and removals."""
    left = [99]
    for name in ("replace", "unlink"):
        done = getattr(Path, name)

        def counted(path: Path, *args: object, done: object = done, **kwargs: object) -> object:
            if left[0] == 0:
                raise _Killed
            left[0] -= 1
            return done(path, *args, **kwargs)  # type: ignore[operator]  # the real method

        monkeypatch.setattr(Path, name, counted)
    return left


@pytest.mark.parametrize("steps", range(9))
def test_a_restore_that_is_cut_off_anywhere_is_done_or_not(
    folder: Path, now: datetime, killed_after: list[int], steps: int
) -> None:
    copy = copies(folder)[0]
    killed_after[0] = steps
    try:
        restore_copy(folder, copy, now=now)
        done = True
    except _Killed:
        done = False
    killed_after[0] = 99
    with open_store(folder, now=now) as store:
        assert _phone(store) == "1" if done else _phone(store) in PHONES
    assert not list(folder.glob("closeout-restoring*"))
    assert not list(folder.glob("closeout.restored*"))
    if done:
        (aside,) = folder.glob("closeout-damaged-*.db")
        (folder / DATABASE_NAME).unlink()
        shutil.copy(aside, folder / DATABASE_NAME)
        with open_store(folder, now=now) as store:
            assert _phone(store) == "2"


def test_a_restore_whose_note_stands_is_finished(folder: Path, now: datetime) -> None:
    shutil.copy(copies(folder)[0], folder / "closeout.restored")
    (folder / "closeout-restoring.json").write_text(json.dumps({"aside": "../../outside.db"}))
    with open_store(folder, now=now) as store:
        assert _phone(store) == "1"
    assert (folder / "closeout-damaged-unknown.db").exists()
    assert not finish_restore(folder)


def test_a_database_in_use_is_not_replaced(folder: Path, now: datetime) -> None:
    with open_store(folder, now=now), pytest.raises(DataFolderError, match=r"store\.in_use"):
        restore_copy(folder, copies(folder)[0], now=now)


def test_a_copy_is_made_once_as_long_as_nothing_changes(folder: Path, now: datetime) -> None:
    with open_store(folder, now=now) as store:
        assert store.copy_once(now + timedelta(minutes=1)) is not None
        assert store.copy_once(now + timedelta(minutes=2)) is None
    assert newest_good_copy(folder) == copies(folder)[0]


def test_markers_know_together_what_each_of_them_knows() -> None:
    one, other = Marker("a", 3, ("x",)), Marker("b", 7, ("y", "x"), "/stick")
    assert one.joined(other) == Marker("a", 7, ("x", "y"), "/stick")


_WRITE_AND_DIE = """
import os, sys
from datetime import datetime, UTC
from pathlib import Path
from pos_closeout.domain.case.case import Case, Merchant
from pos_closeout.store import open_store
store = open_store(Path(sys.argv[1]), now=datetime(2026, 11, 22, tzinfo=UTC))
store.cases.add(Case(merchant=Merchant(phone="7")), datetime(2026, 11, 22, tzinfo=UTC))
os._exit(0)
"""


def _cannot_write(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no database be opened for writing, as on a stick whose switch is on; root may write anywhere."""

    def opened(path: Path, *, access: Access = Access.CREATE, why: str = "store.read_only") -> Database:
        if access is not Access.COPY:
            raise DataFolderError("store.read_only", path=str(path))
        return Database(path, access=access, why=why)

    monkeypatch.setattr("pos_closeout.store.opening.Database", opened)


def test_a_folder_that_cannot_be_written_can_be_read(
    folder: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sorted(folder.iterdir())
    _cannot_write(monkeypatch)
    with open_store(folder, now=now + timedelta(days=1)) as store:
        assert store.read_only
        assert _phone(store) == "2"
        with pytest.raises(DataFolderError, match=r"store\.read_only"):
            store.cases.add(Case(), now)
        with pytest.raises(DataFolderError, match=r"store\.read_only"):
            store.database.run("DELETE FROM settings")
    assert sorted(folder.iterdir()) == before


def test_saves_that_are_only_in_the_log_can_be_read_too(
    folder: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    subprocess.run([sys.executable, "-c", _WRITE_AND_DIE, str(folder)], check=True)
    assert (folder / f"{DATABASE_NAME}-wal").stat().st_size
    _cannot_write(monkeypatch)
    with open_store(folder, now=now) as store:
        assert [case.merchant.phone for case in store.cases.all()] == ["2", "7"]
        assert store.database.folder == folder
    assert (folder / f"{DATABASE_NAME}-wal").stat().st_size


def test_a_new_folder_that_cannot_be_written_is_told(
    tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    _cannot_write(monkeypatch)
    assert _refused(tmp_path, now).message_id == "store.read_only"


def test_looking_through_a_folder_makes_no_database_in_it(tmp_path: Path) -> None:
    with pytest.raises(DataFolderError, match=r"store\.file_gone"):
        look_through(tmp_path)
    assert not is_good(tmp_path / DATABASE_NAME)
    assert list(tmp_path.iterdir()) == []
