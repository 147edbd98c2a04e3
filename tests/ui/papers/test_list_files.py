"""The list leaves the window as a file or as text."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from pos_closeout.ui.shell.main_window import MainWindow
from tests.ui.conftest import OpenWindow, sample_in

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    made = open_window("zh")
    sample_in(made)
    made.show_list()
    return made


@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".ics"])
def test_a_file_is_written_where_the_owner_says(
    window: MainWindow, suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "清单"), ""))
    items = list(window.workspace.list_page._table.result.items())
    with qtbot.waitSignal(window.workspace.files.message) as told:
        window.workspace.list_page.file_asked.emit(suffix, items)
    file = tmp_path / f"清单{suffix}"
    assert file.name in told.args[0]
    starts = {".xlsx": b"PK", ".csv": b"\xef\xbb\xbf", ".ics": b"BEGIN:VCALENDAR"}
    assert file.read_bytes().startswith(starts[suffix])


def test_nothing_is_written_when_the_owner_thinks_better_of_it(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    window.workspace.list_page.file_asked.emit(".xlsx", [])
    window.workspace.list_page.file_asked.emit(".ics", [])
    window.workspace.files.wait()


def test_the_shown_entries_are_copied_as_text(window: MainWindow) -> None:
    window.workspace.list_page.copy()
    told = QGuiApplication.clipboard().text().split("\n")
    assert told[0].startswith("未结事项")
    assert told[-1].startswith("共 4 笔")
