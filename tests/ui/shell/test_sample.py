"""The sample lives apart: in no total, marked wherever it shows, and gone without a trace."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pos_closeout.actions.cases.cases import list_cases, open_case
from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.items.items import list_items
from pos_closeout.actions.items.overview import add_up
from pos_closeout.domain.phases import Step
from pos_closeout.ui.shell.main_window import MainWindow
from tests.screens.checks import settle
from tests.ui.conftest import OpenWindow


def database_of(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table."""
    tables = [str(name) for (name,) in store.database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: sorted(store.database.rows(f'SELECT * FROM "{name}"'), key=repr) for name in tables}  # noqa: S608  # own tables


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where folders are made that are gone afterwards."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    return place


def test_the_sample_leaves_no_trace(open_window: OpenWindow, store: Store, folders: Path, qtbot: QtBot) -> None:
    window = open_window("en")
    window.session.open(open_case(store, window.context.today, window.context.clock()))
    window.show_home()
    before, files = database_of(store), sorted(store.database.folder.rglob("*.*"))
    window.open_sample()
    for step in Step:
        window.show_step(step)
        settle()
    window.show_list()
    assert len(list(folders.iterdir())) == 1
    window.leave_sample()
    settle()
    assert list(folders.iterdir()) == []
    assert database_of(store) == before
    assert sorted(store.database.folder.rglob("*.*")) == files


def test_no_money_of_the_sample_is_added_to_the_owners(
    open_window: OpenWindow, store: Store, folders: Path, qtbot: QtBot
) -> None:
    window = open_window("en")
    window.open_sample()
    assert window.ledger.items()
    assert list_items(store) == ()
    assert add_up(store, window.context.today).count == 0
    assert not window.outlook()
    window.close()
    assert list(folders.iterdir()) == []
    assert list_cases(store) == ()


def test_the_sample_says_so_on_every_page(open_window: OpenWindow, folders: Path, qtbot: QtBot) -> None:
    window = open_window("en")
    window.open_sample()
    for step in Step:
        window.show_step(step)
        settle()
        assert says_sample(window), step
    window.show_list()
    settle()
    assert says_sample(window)
    assert all(name.endswith("(sample)") for name in window.workspace.places()[0].values())
    window.settle(language="zh")
    assert "示例" in window.windowTitle()
    window.leave_sample()
    assert not window.in_sample
    assert "示例" not in window.windowTitle()


def says_sample(window: MainWindow) -> bool:
    from PySide6.QtWidgets import QLabel

    told = [each.text() for each in window.findChildren(QLabel) if each.isVisible()]
    return any(text.startswith("This is the sample") for text in told) and "Sample" in window.windowTitle()


def test_a_case_of_ones_own_is_never_opened_inside_the_sample(
    open_window: OpenWindow, store: Store, folders: Path, qtbot: QtBot
) -> None:
    window = open_window("en")
    window.open_sample()
    window.new_case()
    assert not window.in_sample
    window.flush()
    assert [case.sample for case in list_cases(store)] == [False]
    window.open_sample()
    window.come_with_list()
    assert not window.in_sample
