from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from pos_closeout.domain.errors import BadInputError, DataFolderError
from pos_closeout.store import Store
from pos_closeout.store.database import Database, uri_of


def test_a_transaction_inside_another_ends_with_it(store: Store) -> None:
    def both() -> None:
        with store.database.writing():
            store.settings.set("first", "1")
            with store.database.writing():
                store.settings.set("second", "2")
            raise BadInputError("test")

    with pytest.raises(BadInputError):
        both()
    assert store.settings.all() == {}
    store.settings.set("third", "3")
    assert store.settings.all() == {"third": "3"}


def test_an_error_of_the_database_never_comes_out_as_its_own(tmp_path: Path) -> None:
    database = Database(tmp_path / "test.db")
    for ask in (
        lambda: database.rows("SELECT * FROM nowhere"),
        lambda: database.run("nonsense"),
        lambda: database.run_many("INSERT INTO nowhere VALUES (?)", [(1,)]),
        lambda: database.run_bare(lambda connection: connection.executescript("nonsense")),
    ):
        with pytest.raises(DataFolderError, match=r"store\.(failed|damaged)"):
            ask()
    database.close()
    with pytest.raises(DataFolderError, match=r"store\.(failed|damaged)"):
        database.rows("SELECT 1")


def test_a_value_the_program_never_writes_is_told(store: Store) -> None:
    store.database.run(
        "INSERT INTO cases (number, created_on, sample, nothing_open) VALUES ('TJ-2026-0001', '2026-13-99', 0, 0)"
    )
    with pytest.raises(DataFolderError) as refused:
        store.cases.all()
    assert refused.value.message_id == "store.unreadable_value"
    assert refused.value.facts["what"] == "Case"


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PureWindowsPath(r"C:\小店 data\closeout.db"), "file:///C:/%E5%B0%8F%E5%BA%97%20data/closeout.db"),
        (PureWindowsPath(r"\\nas\shop\closeout.db"), "file:////nas/shop/closeout.db"),
        (PurePosixPath("/users/w?/a%b#c.db"), "file:///users/w%3F/a%25b%23c.db"),
    ],
)
def test_a_path_is_written_as_sqlite_takes_it(path: PurePath, uri: str) -> None:
    assert uri_of(path) == uri


def test_a_folder_with_odd_signs_in_its_name_works(tmp_path: Path) -> None:
    folder = tmp_path / "50% #1? 小店 &x=1"
    folder.mkdir()
    database = Database(folder / "test.db")
    database.run("CREATE TABLE t (id INTEGER)")
    database.close()
    assert (folder / "test.db").exists()
