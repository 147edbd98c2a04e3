"""The yearly notice is pasted, shown day by day, and counts only when the owner says so."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.work_calendar import own_days, work_calendar
from pos_closeout.domain.dates.working_days import is_working
from pos_closeout.ui.library.window import LibraryWindow
from pos_closeout.ui.settings.days_page import DaysPage
from pos_closeout.ui.settings.dialog import SettingsDialog
from tests.domain.dates.test_holiday_notice import NOTICES
from tests.ui.at_hand import day
from tests.ui.conftest import OpenWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def opened(open_window: OpenWindow, qtbot: QtBot, language: str = "en") -> DaysPage:
    window = open_window(language)
    window._menu.by_name()["settings"]()
    dialog = window.findChildren(SettingsDialog)[-1]
    page = next(each for each in dialog.pages if isinstance(each, DaysPage))
    dialog.show_page(page.name())
    qtbot.waitUntil(page.isVisible)
    qtbot.waitUntil(lambda: page._published is not None)
    return page


def test_days_are_shown_before_they_are_kept(open_window: OpenWindow, qtbot: QtBot, store: Store) -> None:
    page = opened(open_window, qtbot)
    card = page.notice
    assert not card.free.isVisible()
    assert not card.keep.isEnabled()
    card.text.setPlainText(NOTICES[2026])
    assert "Sun 15 Feb – Mon 23 Feb" in card.free.text()
    assert "Sat 14 Feb; Sat 28 Feb" in card.worked.text()
    assert own_days(store) == ()
    qtbot.mouseClick(card.drop, Qt.MouseButton.LeftButton)
    assert card.text.toPlainText() == ""
    assert own_days(store) == ()
    page.window().close()


def test_a_notice_that_does_not_fit_cannot_be_kept(open_window: OpenWindow, qtbot: QtBot) -> None:
    page = opened(open_window, qtbot, "zh")
    page.notice.text.setPlainText(NOTICES[2026].replace("共9天", "共8天"))
    assert not page.notice.keep.isEnabled()
    page.notice.text.setPlainText("今天吃什么")
    assert not page.notice.keep.isEnabled()
    page.window().close()


def test_a_year_that_is_kept_counts(open_window: OpenWindow, qtbot: QtBot, store: Store) -> None:
    text = "关于2027年部分节假日安排的通知\n一、元旦：1月1日（周五）至3日（周日）放假，共3天。1月9日（周六）上班。"
    page = opened(open_window, qtbot)
    page.notice.text.setPlainText(text)
    assert page.notice.keep.isEnabled()
    qtbot.mouseClick(page.notice.keep, Qt.MouseButton.LeftButton)
    counted = work_calendar(store)
    assert 2027 in counted.years
    worked = day(1, 9).replace(year=2027)
    assert is_working(worked, counted)
    assert worked in {own.day for own in own_days(store)}
    page.window().close()


def test_f1_explains_it(open_window: OpenWindow, qtbot: QtBot) -> None:
    page = opened(open_window, qtbot)
    page.notice._explain()
    library = page.window().findChildren(LibraryWindow)[-1]
    assert "State Council" in "".join(label.text() for label in library.findChildren(type(page.notice.free)))
    library.close()
    page.window().close()
