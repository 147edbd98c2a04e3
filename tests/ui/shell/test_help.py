"""Help opens the quick guide, which can be printed and saved, and a list of the keys that the program has."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from pos_closeout.ui.papers.paper_dialog import PaperDialog
from pos_closeout.ui.papers.print_controller import PrintController
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.shell.shortcuts_dialog import ShortcutsDialog
from pos_closeout.ui.style.tokens import Scheme
from tests.ui.conftest import OpenWindow


def help_entry(window: MainWindow, name: str) -> QAction:
    return next(each for each in menus(window)[-1].actions() if name in each.text())


def menus(window: MainWindow) -> list[QMenu]:
    """Return the menus of the bar from left to right, without those below them."""
    bar = window.menuBar()
    return [each for each in bar.findChildren(QMenu) if each.menuAction() in bar.actions()]


def second_page(dialog: PaperDialog) -> str:
    return unbroken(dialog.preview.document.getAllText(1).text())


def unbroken(text: str) -> str:
    """Return text as it can be compared: QtPdf takes the hyphen at the end of a line for one that parts a word."""
    return re.sub(r"[\s\ufffe-]", "", text)


def listed(window: MainWindow, name: str) -> list[tuple[str, ...]]:
    help_entry(window, name).trigger()
    dialog = window.findChild(ShortcutsDialog)
    assert dialog is not None
    table = dialog.table
    cells = [[table.item(row, column) for column in range(table.columnCount())] for row in range(table.rowCount())]
    return [tuple(cell.text() for cell in row if cell is not None) for row in cells]


@pytest.mark.parametrize(("language", "name"), [("zh", "快速上手"), ("en", "Quick guide")])
def test_the_quick_guide_is_shown_before_it_is_printed_and_names_the_owners_own_folder(
    open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, *, language: str, name: str
) -> None:
    printed: list[tuple[bytes, str]] = []
    monkeypatch.setattr(PrintController, "print_pdf", lambda _self, data, title, *_: printed.append((data, title)))
    window = open_window(language)
    own = str(window.context.data_folder)
    if language == "en":
        # Also while the sample is on the screen, which lies elsewhere.
        window.open_sample()
        assert str(window.context.data_folder) != own
    help_entry(window, name).trigger()
    qtbot.waitUntil(lambda: window.findChild(PaperDialog) is not None)
    dialog = window.findChild(PaperDialog)
    assert dialog is not None
    assert dialog.preview.document.pageCount() == 2
    assert unbroken(own) in second_page(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    ((data, title),) = printed
    assert data.startswith(b"%PDF")
    assert title == name


@pytest.mark.parametrize(("language", "name"), [("zh", "快捷键"), ("en", "shortcuts")])
def test_the_keys_listed_are_those_of_the_actions(open_window: OpenWindow, *, language: str, name: str) -> None:
    window = open_window(language)
    # The menus are made anew; those of before must not be listed as well.
    window.settle(scheme=Scheme.DARK)
    keys = [text for menu in menus(window) for each in menu.actions() if (text := each.shortcut().toString())]
    assert len(set(keys)) == len(keys)
    rows = listed(window, name)
    assert [row[0] for row in rows][: len(keys)] == keys
    assert len(rows) > len(keys)
    assert all(all(row) for row in rows)
    assert not [row for row in rows if "&" in "".join(row[1:])]
