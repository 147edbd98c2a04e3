"""The search over everything: it answers while somebody types, works from the keyboard, and goes where it should."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pos_closeout.domain.phases import Step
from pos_closeout.ui.library.window import LibraryWindow
from pos_closeout.ui.search.search_dialog import SearchDialog
from pos_closeout.ui.shell.main_window import MainWindow
from tests.ui.conftest import OpenWindow, sample_in


def _search(window: MainWindow, qtbot: QtBot, asked: str) -> SearchDialog:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    # One that was closed before may wait to be deleted.
    dialog = next(each for each in window.findChildren(SearchDialog) if each.isVisible())
    before = dialog.status.text()
    dialog.search.setText(asked)
    qtbot.waitUntil(lambda: dialog.status.text() != before and "…" not in dialog.status.text())
    return dialog


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_contact_is_found_and_enter_goes_to_its_step(open_window: OpenWindow, qtbot: QtBot, language: str) -> None:
    window = open_window(language)
    sample_in(window)
    window.show_home()
    dialog = _search(window, qtbot, "王女士")
    assert dialog.list.isVisible()
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert window.workspace.shows_wizard
    assert window.workspace.wizard.step is Step.CONTACT


def test_the_arrows_choose_while_the_field_keeps_the_typing(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window("en")
    sample_in(window)
    dialog = _search(window, qtbot, "10023456")
    first = dialog.list.currentRow()
    qtbot.keyClick(dialog.search, Qt.Key.Key_Down)
    assert dialog.list.currentRow() != first
    dialog.reject()


def test_an_item_opens_in_its_list_and_a_word_in_the_library(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window("en")
    sample_in(window)
    dialog = _search(window, qtbot, "258.50")
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert not window.workspace.shows_wizard
    dialog = _search(window, qtbot, "combined qr")
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    library = window.findChild(LibraryWindow)
    assert library is not None
    assert library.list.currentItem().text(0) == "Combined QR code"
    library.close()


def test_nothing_found_says_what_to_do(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window("en")
    sample_in(window)
    dialog = _search(window, qtbot, "xyzzy")
    assert "Nothing found" in dialog.status.text()
    assert not dialog.list.isVisible()
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.reject()
