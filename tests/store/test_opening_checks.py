"""What is looked through when a data folder opens, what waits, and what an interrupted writer left behind."""

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from pos_closeout.domain.case.case import Case, Merchant
from pos_closeout.domain.errors import DataFolderError
from pos_closeout.store import look_through, open_store
from pos_closeout.store.bills import BillRepository
from pos_closeout.store.database import Access, Database
from pos_closeout.store.safety import DATABASE_NAME, copies

pytestmark = pytest.mark.usefixtures("as_it_is")


@pytest.fixture
def folder(tmp_path: Path, now: datetime) -> Path:
    """A data folder with a case, and the copy of the day."""
    with open_store(tmp_path / "data", now=now) as store:
        store.cases.add(Case(merchant=Merchant(registered_name="好味道小吃店")), now)
    open_store(tmp_path / "data", now=now).close()
    return tmp_path / "data"


def _change_one_letter(folder: Path) -> None:
    path = folder / DATABASE_NAME
    content = path.read_bytes()
    assert "好味道".encode() in content
    path.write_bytes(content.replace("好味道".encode(), "好味到".encode()))


def _in_the_file(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as database, database:
        database.execute(statement)


def _refused(folder: Path, now: datetime, *, check_later: bool = False) -> DataFolderError:
    with pytest.raises(DataFolderError) as refused:
        open_store(folder, now=now, check_later=check_later)
    return refused.value


def test_the_first_opening_of_a_day_looks_before_it_copies(folder: Path, now: datetime) -> None:
    _change_one_letter(folder)
    before = copies(folder)
    assert _refused(folder, now + timedelta(days=1), check_later=True).message_id == "store.damaged"
    assert copies(folder) == before


def test_what_may_be_looked_through_later_opens_at_once_and_is_found_then(folder: Path, now: datetime) -> None:
    _change_one_letter(folder)
    with open_store(folder, now=now, check_later=True), pytest.raises(DataFolderError) as found:
        look_through(folder)
    assert (found.value.message_id, found.value.facts["copy"]) == ("store.damaged", str(copies(folder)[0]))


def test_who_does_not_promise_to_look_later_looks_at_every_opening(folder: Path, now: datetime) -> None:
    _change_one_letter(folder)
    assert _refused(folder, now).message_id == "store.damaged"


def test_tables_that_are_not_as_they_were_made_are_damage_even_when_the_rest_waits(folder: Path, now: datetime) -> None:
    _in_the_file(folder, "CREATE TABLE songs (name TEXT)")
    assert _refused(folder, now, check_later=True).message_id == "store.damaged"


def test_a_damaged_folder_that_cannot_be_written_is_not_shown_as_a_good_one(
    folder: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    _change_one_letter(folder)

    def opened(path: Path, *, access: Access = Access.CREATE, why: str = "store.read_only") -> Database:
        if access is Access.CREATE:
            raise DataFolderError("store.read_only", path=str(path))
        return Database(path, access=access, why=why)

    monkeypatch.setattr("pos_closeout.store.opening.Database", opened)
    assert _refused(folder, now).message_id == "store.damaged"


def test_an_import_that_was_cut_off_is_gone_at_the_next_opening(folder: Path, now: datetime) -> None:
    with open_store(folder, now=now) as store:
        (case,) = store.cases.all()
        begun = BillRepository(store.database).begin(case.id, "0" * 64, "账单.csv", now)
        assert begun is not None
    with open_store(folder, now=now) as store:
        assert store.database.rows("SELECT count(*) FROM bills")[0][0] == 0
