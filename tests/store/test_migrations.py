import gzip
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from pos_closeout.domain.errors import DataFolderError
from pos_closeout.domain.ledger.open_items import ItemKind
from pos_closeout.store import look_through, migrations, newest_good_copy, open_store, steps
from pos_closeout.store.safety import DATABASE_NAME, copies

pytestmark = pytest.mark.usefixtures("as_it_is")

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "databases"


def _old(folder: Path, version: int) -> Path:
    """Put a database written by an old version into a folder and return the folder."""
    folder.mkdir()
    (folder / DATABASE_NAME).write_bytes(gzip.decompress((FIXTURES / f"schema-{version}.db.gz").read_bytes()))
    return folder


VERSIONS = sorted(int(file.name.split(".")[0].partition("-")[2]) for file in FIXTURES.glob("schema-*.db.gz"))
"""The number says how many steps it has. 1 and those from 8 on were written by the program of their time; 2 to 7 are
the first one with the steps up to there, as those versions were never in anybody's hands in the shape they have now."""


def test_there_is_a_database_of_every_version() -> None:
    assert list(range(1, len(migrations._STEPS) + 1)) == VERSIONS


@pytest.mark.parametrize("version", VERSIONS)
def test_a_database_of_every_version_ever_released_opens_with_all_it_holds(
    tmp_path: Path, now: datetime, version: int
) -> None:
    folder = _old(tmp_path / "data", version)
    with open_store(folder, now=now) as store:
        (case,) = store.cases.all()
        items = store.items.for_case(case.id)
        assert case.merchant.representative == "张䶮"
        assert [terminal.number for terminal in case.terminals] == ["10023456", "10023457"]
        assert [item.kind for item in items] == [
            ItemKind.REFUND,
            ItemKind.REFUND,
            ItemKind.UNFINISHED,
            ItemKind.DEPOSIT,
        ]
        assert store.timeline.for_case(case.id)[0].what == "case.opened"
        if version < 8:
            assert store.settings.get("language") == "zh"
    look_through(folder)
    assert [newest_good_copy(folder)] == copies(folder) or version == len(migrations._STEPS)


def test_a_step_that_fails_leaves_the_file_as_it_was_and_a_copy_beside_it(
    tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = _old(tmp_path / "data", 1)

    broken = ("ALTER TABLE merchants ADD COLUMN fax TEXT NOT NULL DEFAULT ''", "SELECT * FROM nowhere")
    known = _add_step(monkeypatch, "999_broken", broken)
    with pytest.raises(DataFolderError, match=r"store\.failed"):
        open_store(folder, now=now)
    assert len(copies(folder)) == 1
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (known,)
        columns = [row[1] for row in database.execute("PRAGMA table_info(merchants)")]
    assert "fax" not in columns


def test_a_later_step_is_applied_after_a_safety_copy(
    tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = _old(tmp_path / "data", 1)

    later = ("CREATE TABLE calls_made (id INTEGER PRIMARY KEY) STRICT",)
    known = _add_step(monkeypatch, "999_later", later)
    with open_store(folder, now=now) as store:
        assert store.database.rows("PRAGMA user_version") == [(known + 1,)]
        assert store.database.rows("SELECT count(*) FROM calls_made") == [(0,)]
    (copy,) = copies(folder)
    with closing(sqlite3.connect(copy)) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (1,)


def _add_step(monkeypatch: pytest.MonkeyPatch, name: str, statements: tuple[str, ...]) -> int:
    """Let the program know one step more; return how many it knew."""
    known = len(migrations._STEPS)
    monkeypatch.setattr(migrations, "_STEPS", (*migrations._STEPS, name))
    monkeypatch.setattr(steps, "STATEMENTS", (*steps.STATEMENTS, statements))
    return known
