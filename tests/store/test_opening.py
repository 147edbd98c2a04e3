import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from pos_closeout.domain.case.case import Case, Merchant
from pos_closeout.domain.errors import DataFolderError, NewerDatabaseError
from pos_closeout.store import newest_good_copy, open_store, restore_copy
from pos_closeout.store.database import Database
from pos_closeout.store.marker import MARKER_NAME
from pos_closeout.store.safety import DATABASE_NAME, copies

pytestmark = pytest.mark.usefixtures("as_it_is")


def _damage(folder: Path) -> bytes:
    """Overwrite the middle of the database, as a dying disk does."""
    path = folder / DATABASE_NAME
    content = bytearray(path.read_bytes())
    content[4096 : len(content) - 4096] = b"\xa5" * (len(content) - 8192)
    path.write_bytes(content)
    return bytes(content)


def _refused(folder: Path, now: datetime) -> DataFolderError:
    with pytest.raises(DataFolderError) as refused:
        open_store(folder, now=now)
    return refused.value


def test_the_folder_and_the_database_are_made_at_the_first_opening(tmp_path: Path, now: datetime) -> None:
    with open_store(tmp_path / "data", now=now) as store:
        assert store.cases.all() == ()
    assert (tmp_path / "data" / DATABASE_NAME).exists()
    assert copies(tmp_path / "data") == []


def test_what_was_saved_is_there_when_opened_again(tmp_path: Path, now: datetime) -> None:
    with open_store(tmp_path, now=now) as store:
        opened = store.cases.add(Case(merchant=Merchant(registered_name="𬱖记")), now)
    with open_store(tmp_path, now=now) as store:
        assert store.cases.all() == (opened,)


def test_closing_leaves_one_plain_file(tmp_path: Path, now: datetime) -> None:
    with open_store(tmp_path / "data", now=now) as store:
        store.cases.add(Case(), now)
    assert {path.name for path in (tmp_path / "data").iterdir()} == {DATABASE_NAME, MARKER_NAME}


def test_a_missing_drive_is_noticed_instead_of_filled(tmp_path: Path, now: datetime) -> None:
    error = _refused(tmp_path / "stick" / "data", now)
    assert error.message_id == "store.missing_parent"
    assert error.facts["parent"] == str(tmp_path / "stick")
    assert not (tmp_path / "stick").exists()


def test_missing_folders_inside_the_home_folder_are_made(
    tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    with open_store(tmp_path / ".local" / "share" / "POS Closeout", now=now):
        pass


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, now: datetime) -> None:
    (tmp_path / "file").write_text("in the way")
    for folder in (tmp_path / "file", tmp_path / "file" / "data"):
        error = _refused(folder, now)
        assert (error.message_id, error.facts["path"]) == ("store.folder_unwritable", str(folder))


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a folder that even root cannot write to")
def test_a_folder_nobody_can_write_to_is_told(now: datetime) -> None:
    assert _refused(Path("/proc/self"), now).message_id == "store.folder_unwritable"


def test_a_read_only_file_is_told_at_once(tmp_path: Path, now: datetime) -> None:
    with open_store(tmp_path, now=now):
        pass
    # SQLite's own switch, because a mode of 0o444 does not hold root back.
    database = Database(tmp_path / DATABASE_NAME)
    with closing(database.connection):
        database.run("PRAGMA query_only = ON")
        with pytest.raises(DataFolderError) as refused, database.writing():
            database.run("DELETE FROM settings")
    assert refused.value.message_id == "store.read_only"


def test_a_file_held_by_another_program_is_told(tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pos_closeout.store.database.BUSY_MS", 0)
    with open_store(tmp_path, now=now):
        pass
    with closing(sqlite3.connect(tmp_path / DATABASE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert _refused(tmp_path, now).message_id == "store.locked"


def test_a_full_disk_leaves_what_was_saved_before(tmp_path: Path, now: datetime) -> None:
    with open_store(tmp_path, now=now) as store:
        opened = store.cases.add(Case(), now)
        pages = store.database.rows("PRAGMA page_count")[0][0]
        store.database.run(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(DataFolderError) as refused:
            store.cases.add(Case(merchant=Merchant(registered_name="名" * 100_000)), now)
        assert refused.value.message_id == "store.disk_full"
        assert store.cases.all() == (opened,)


def test_a_database_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path, now: datetime) -> None:
    with open_store(tmp_path, now=now) as store:
        known = store.database.rows("PRAGMA user_version")[0][0]
    path = tmp_path / DATABASE_NAME
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('pos_closeout', '900_later', '')"
        )
        database.execute(f"PRAGMA user_version = {int(known or 0) + 1}")
        database.execute("DELETE FROM row_sums")
    before = path.read_bytes()
    with pytest.raises(NewerDatabaseError, match=r"store\.newer_version"):
        open_store(tmp_path, now=now)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "damage",
    [
        "PRAGMA user_version = 99",
        "UPDATE _sqlite_migrations SET name = '019_sumz' WHERE name = '019_sums'",
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('pos_closeout', '900_later', '')",
    ],
)
def test_one_byte_that_changed_is_not_taken_for_a_newer_version(tmp_path: Path, now: datetime, damage: str) -> None:
    with open_store(tmp_path, now=now):
        pass
    with closing(sqlite3.connect(tmp_path / DATABASE_NAME)) as database, database:
        database.execute(damage)
    assert _refused(tmp_path, now).message_id == "store.damaged_no_copy"


def test_a_database_of_another_program_is_refused(tmp_path: Path, now: datetime) -> None:
    with closing(sqlite3.connect(tmp_path / DATABASE_NAME)) as database:
        database.execute("CREATE TABLE songs (name TEXT)")
    assert _refused(tmp_path, now).message_id == "store.not_ours"


@pytest.mark.parametrize("content", [b"not a database at all" * 400, b""])
def test_a_damaged_file_is_answered_with_the_newest_good_copy(tmp_path: Path, now: datetime, content: bytes) -> None:
    with open_store(tmp_path, now=now) as store:
        opened = store.cases.add(Case(), now)
    later = now + timedelta(days=1)
    with open_store(tmp_path, now=later):
        pass
    (tmp_path / DATABASE_NAME).write_bytes(content)
    error = _refused(tmp_path, later)
    copy = newest_good_copy(tmp_path)
    assert copy is not None
    assert (error.message_id, error.facts["copy"]) == ("store.damaged" if content else "store.lost", str(copy))
    aside = restore_copy(tmp_path, copy, now=later)
    assert aside.read_bytes() == content
    with open_store(tmp_path, now=later) as store:
        assert store.cases.all() == (opened,)


def test_damage_inside_the_file_is_found(tmp_path: Path, now: datetime) -> None:
    with open_store(tmp_path, now=now) as store:
        store.cases.add(Case(), now)
    _damage(tmp_path)
    assert _refused(tmp_path, now).message_id == "store.damaged_no_copy"


def test_a_damaged_copy_is_passed_over(tmp_path: Path, now: datetime) -> None:
    with open_store(tmp_path, now=now) as store:
        store.cases.add(Case(), now)
    for day in (1, 2):
        with open_store(tmp_path, now=now + timedelta(days=day)):
            pass
    newest, older = copies(tmp_path)
    newest.write_bytes(newest.read_bytes()[:5000])
    assert newest_good_copy(tmp_path) == older
    with pytest.raises(DataFolderError, match=r"store\.copy_damaged"):
        restore_copy(tmp_path, newest, now=now)


def test_one_copy_a_day_is_made_and_they_are_numbered(tmp_path: Path, now: datetime) -> None:
    with open_store(tmp_path, now=now):
        pass
    for day in range(3):
        for hour in (1, 2):
            with open_store(tmp_path, now=now + timedelta(days=day, hours=hour)):
                pass
    assert [copy.name for copy in copies(tmp_path)] == [
        f"closeout-{number:06d}-{now + timedelta(days=number - 1, hours=1):%Y%m%d-%H%M%S}.db" for number in (3, 2, 1)
    ]


def test_with_the_clock_set_back_new_copies_are_the_newest(tmp_path: Path, now: datetime) -> None:
    for day in (0, 1, 2, -400, -399):
        with open_store(tmp_path, now=now + timedelta(days=day)):
            pass
    assert [copy.name[:15] for copy in copies(tmp_path)] == [f"closeout-{number:06d}" for number in (4, 3, 2, 1)]
    assert newest_good_copy(tmp_path) == copies(tmp_path)[0]
    assert f"{now + timedelta(days=-399):%Y%m%d}" in copies(tmp_path)[0].name


def test_an_ordinary_start_does_not_load_the_migration_library(tmp_path: Path, now: datetime) -> None:
    with open_store(tmp_path, now=now):
        pass
    program = (
        "import sys; from datetime import *; from pathlib import Path; from pos_closeout.store import open_store\n"
        "open_store(Path(sys.argv[1]), now=datetime.now(UTC)).close(); print('sqlite_utils' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_copy_can_be_carried_to_another_computer(tmp_path: Path, now: datetime) -> None:
    with open_store(tmp_path / "here", now=now) as store:
        opened = store.cases.add(Case(), now)
    with open_store(tmp_path / "here", now=now):
        pass
    (tmp_path / "there").mkdir()
    shutil.copy(copies(tmp_path / "here")[0], tmp_path / "there" / DATABASE_NAME)
    with open_store(tmp_path / "there", now=now) as store:
        assert store.cases.all() == (opened,)
