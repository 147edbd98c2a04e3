"""The program reminds while it runs, stays in the tray when asked to, and comes when it is wanted."""

from collections.abc import Generator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QStyle
from pytestqt.qtbot import QtBot

from pos_closeout.actions.cases.cases import open_case
from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.items.items import add_item
from pos_closeout.actions.reminders.reminders import read_reminder_settings, remind_now
from pos_closeout.actions.settings import read_setting, write_setting
from pos_closeout.app.background import start_background
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.reminders.reminders import Later
from pos_closeout.ui.settings.screen_settings import TRAY_SETTING
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.shell.reminder_timer import ReminderTimer
from pos_closeout.ui.shell.tray import Tray
from tests.ui.conftest import OpenWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "systemTrayWindowChanged")


class Clock:
    """A clock that the tests set."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


class Heard:
    """A tray that writes down what it says."""

    def __init__(self) -> None:
        self.said: list[tuple[str, int]] = []

    def say(self, text: str, item_id: int) -> None:
        self.said.append((text, item_id))


@pytest.fixture
def clock(today: date) -> Clock:
    return Clock(datetime.combine(today, time(9), UTC))


@pytest.fixture
def window(open_window: OpenWindow, store: Store, today: date, clock: Clock) -> MainWindow:
    open_case(store, today, clock())
    for away, who in ((-1, "王女士"), (2, "A&B 公司"), (30, "李先生")):
        add_item(
            store, OpenItem(case_id=1, amount_fen=128_50, counterparty=who, due_on=today + timedelta(away)), clock()
        )
    made = open_window()
    made.context = replace(made.context, clock=clock)
    return made


@pytest.fixture
def tray(window: MainWindow, qtbot: QtBot) -> Generator[Tray]:
    reminding = ReminderTimer(window, None)
    icon = QApplication.style().standardIcon(QStyle.StandardPixmap.SP_ComputerIcon)
    made = Tray(icon, "POS Closeout", reminding.urgent, window)
    made.item_asked.connect(window.come_with_item)
    made.list_asked.connect(window.come_with_list)
    made.later_asked.connect(reminding.put_off)
    reminding.use(made)
    reminding.remind()
    yield made
    made.menu.deleteLater()


def test_a_week_with_the_program_off_for_three_days(window: MainWindow, clock: Clock) -> None:
    heard, counts, start = Heard(), list[int](), clock.now.date()
    reminding = ReminderTimer(window, heard)
    for day in (0, 1, 2, 6, 7):
        clock.now = datetime.combine(start + timedelta(days=day), time(7), UTC)
        before = len(heard.said)
        for _ in range(15 * 60):
            clock.now += timedelta(minutes=1)
            reminding.look()
        counts.append(len(heard.said) - before)
    # Once a day, also after three days off; never in the quiet hours before eight.
    assert counts == [1, 1, 1, 1, 1]
    assert heard.said[0][0].startswith("2 thing")
    assert "王女士" in heard.said[0][0]


def test_one_item_is_opened_by_a_click_on_its_notification(
    window: MainWindow, tray: Tray, clock: Clock, qtbot: QtBot
) -> None:
    clock.now += timedelta(days=1)
    window.hide()
    tray.say("x", 2)
    tray.open_said()
    assert window.isVisible()
    shown = window.workspace.list_page._table.item()
    assert shown is not None
    assert shown.id == 2


def test_the_menu_names_the_most_urgent_and_puts_all_off(window: MainWindow, tray: Tray, clock: Clock) -> None:
    tray.fill()
    texts = [action.text() for action in tray.menu.actions()]
    assert "王女士" in texts[0]
    assert "A&&B" in texts[1]
    assert {"Open the outstanding list", "Quit"} <= set(texts)
    tray.later_asked.emit(Later.HOUR)
    assert read_reminder_settings(window.context.store).paused_until == clock() + timedelta(hours=1)
    assert not remind_now(window.context.store, clock())
    clock.now += timedelta(hours=1)
    assert remind_now(window.context.store, clock())


def test_closing_asks_once_and_then_stays_in_the_tray(
    window: MainWindow, store: Store, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked: list[str] = []

    def yes(*arguments: object, **_: object) -> QMessageBox.StandardButton:
        asked.append(str(arguments[2]))
        return QMessageBox.StandardButton.Yes

    monkeypatch.setattr(QMessageBox, "question", yes)
    window.set_tray(there=True)
    for _ in range(2):
        assert not window.close()
        assert not window.isVisible()
        window.come()
        assert window.isVisible()
    assert len(asked) == 1
    assert read_setting(store, TRAY_SETTING) == "1"
    with qtbot.waitSignal(window.left):
        window.leave()
    assert not window.isVisible()


def test_a_hidden_window_that_is_told_to_close_ends_the_program(window: MainWindow, qtbot: QtBot) -> None:
    write_setting(window.context.store, TRAY_SETTING, "1")
    window.set_tray(there=True)
    window.close()
    with qtbot.waitSignal(window.left):
        window.close()


def test_without_a_tray_closing_leaves(window: MainWindow, qtbot: QtBot) -> None:
    write_setting(window.context.store, TRAY_SETTING, "1")
    with qtbot.waitSignal(window.left):
        assert window.close()


def test_where_there_is_no_tray_the_window_says_it(
    window: MainWindow, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("run")))
    monkeypatch.setattr("pos_closeout.app.background.has_tray", lambda: False)
    reminding = start_background(qapp, window, "bell")
    assert window._banner.isVisible()
    assert "overdue" in window._banner.accessibleName()
    reminding.deleteLater()
