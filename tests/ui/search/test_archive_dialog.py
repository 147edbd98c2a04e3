"""The archive lists what was put away, finds it, and gives it back to home."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from pos_closeout.actions.cases.archive import archive_case
from pos_closeout.actions.cases.closing import close_case
from pos_closeout.actions.items.overview import items_of
from pos_closeout.domain.case.closing import CarriedItem
from pos_closeout.ui.search.archive_dialog import ArchiveDialog
from pos_closeout.ui.search.history_dialog import HistoryDialog
from pos_closeout.ui.shell.main_window import MainWindow
from tests.ui.conftest import OpenWindow, sample_in


def _open(window: MainWindow) -> ArchiveDialog:
    window._menu.by_name()["archive"]()
    return next(each for each in window.findChildren(ArchiveDialog) if each.isVisible())


def _told_at_home(window: MainWindow) -> str:
    return "\n".join(each.text() for each in window.home.findChildren(QLabel) if each.isVisible())


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_closed_case_goes_away_is_found_and_comes_back(open_window: OpenWindow, qtbot: QtBot, language: str) -> None:
    window = open_window(language)
    sample_in(window)
    case = window.session.case
    items = items_of(window.context.store, case.id)
    close_case(
        window.context.store, case.id, [CarriedItem(item.id, "以后办") for item in items], window.context.clock()
    )
    window.session.forget()
    window.show_home()
    qtbot.waitUntil(lambda: case.number in _told_at_home(window))
    window.home.archive_asked.emit(case.id)
    assert case.number not in _told_at_home(window)
    dialog = _open(window)
    assert dialog.list.count() == 1
    dialog.search.setText("nothing like it")
    qtbot.waitUntil(lambda: dialog.list.count() == 0)
    assert not dialog.take_out.isEnabled()
    dialog.search.setText("和顺 10023457")
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    dialog.take_out.click()
    assert dialog.list.count() == 0
    qtbot.waitUntil(lambda: case.number in _told_at_home(window))
    dialog.reject()


def test_the_history_of_a_case_can_be_read_without_taking_it_out(open_window: OpenWindow) -> None:
    window = open_window("en")
    window.new_case()
    case = window.session.case
    close_case(window.context.store, case.id, (), window.context.clock())
    window.session.forget()
    archive_case(window.context.store, case.id, window.context.clock())
    _open(window)._history.click()
    assert next(each for each in window.findChildren(HistoryDialog) if each.isVisible())
