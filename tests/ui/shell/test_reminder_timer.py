"""The program reminds while it runs, stays in the tray when asked to, and comes when it is wanted."""

from collections.abc import Generator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QStyle
from pytestqt.qtbot import QtBot

from pos_closeout.actions.cases.cases import open_case
from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.items.items import add_item
from pos_closeout.actions.reminders.reminders import read_reminder_settings, remind_now
from pos_closeout.actions.settings import read_setting, write_setting
from pos_closeout.app.background import start_background
from pos_closeout.domain.ledger.open_items import Due, ItemKind, OpenItem
from pos_closeout.domain.reminders.reminders import Later
from pos_closeout.ui.ledger.list_page import ListPage
from pos_closeout.ui.ledger.model import ItemColumn
from pos_closeout.ui.settings.screen_settings import TRAY_SETTING
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.shell.reminder_timer import ReminderTimer
from pos_closeout.ui.shell.tray import Tray
from tests.ui.conftest import Clock, OpenWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "systemTrayWindowChanged")


class Heard:
    """A tray that writes down what it says."""

    def __init__(self) -> None:
        self.said: list[tuple[str, tuple[int, ...]]] = []

    def say(self, text: str, item_ids: Sequence[int]) -> None:
        self.said.append((text, tuple(item_ids)))


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
    return open_window()


@pytest.fixture
def tray(window: MainWindow, qtbot: QtBot) -> Generator[Tray]:
    reminding = ReminderTimer(window, None)
    icon = QApplication.style().standardIcon(QStyle.StandardPixmap.SP_ComputerIcon)
    made = Tray(icon, reminding.urgent, window)
    made.item_asked.connect(window.come_with_item)
    made.items_asked.connect(window.come_with_items)
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
    tray.say("x", [2])
    tray.open_said()
    assert window.isVisible()
    shown = window.workspace.list_page._table.item()
    assert shown is not None
    assert shown.id == 2


def test_a_click_shows_the_very_items_and_one_click_more_the_whole_list(window: MainWindow, tray: Tray) -> None:
    window.hide()
    tray.say("x", [1, 3])
    tray.open_said()
    page = window.workspace.list_page
    assert window.isVisible()
    assert page._table.result.ids() == [1, 3]
    page._filter._lift_only()
    assert page._filter.query().only is None


def test_what_is_for_today_and_new_is_told_before_the_oldest(window: MainWindow, clock: Clock) -> None:
    heard, store, today = Heard(), window.context.store, clock.now.date()
    reminding = ReminderTimer(window, heard)
    for late in (40, 41, 42, 43):
        add_item(store, OpenItem(case_id=1, amount_fen=1_00, due_on=today - timedelta(late)), clock())
    reminding.remind()
    clock.now += timedelta(days=1)
    tomorrow = clock.now.date()
    add_item(
        store,
        OpenItem(case_id=1, kind=ItemKind.DEPOSIT, amount_fen=200_00, counterparty="银联商务", due_on=tomorrow),
        clock(),
    )
    case = store.cases.get(1)
    store.cases.save(replace(case, merchant=replace(case.merchant, trading_name="和顺便利店")), clock())
    reminding.remind()
    text, ids = heard.said[-1]
    lines = text.split("\n")
    assert len(lines) <= 4
    assert "To pay ¥132.50" in lines[0]
    assert "To get ¥200.00" in lines[0]
    assert lines[1].startswith("today")
    assert "银联商务" in lines[1]
    assert lines[1].endswith("和顺便利店")
    assert "44 day" in lines[2]
    assert len(ids) == 6


def test_a_reminder_is_in_the_language_of_the_screen(window: MainWindow, tray: Tray, clock: Clock) -> None:
    window.settle(language="zh")
    assert tray._name() == "POS停机助手"
    heard = Heard()
    reminding = ReminderTimer(window, heard)
    clock.now += timedelta(days=1)
    reminding.remind()
    ((text, _),) = heard.said
    assert "应付" in text
    assert "逾期" in text
    assert "To pay" not in text


def test_nothing_is_told_while_nobody_would_hear_it(window: MainWindow, clock: Clock) -> None:
    window.hide()
    reminding, heard = ReminderTimer(window, None), Heard()
    reminding.start()
    assert not heard.said
    reminding.use(heard)
    assert len(heard.said) == 1


def test_a_tray_that_comes_up_later_is_found(
    window: MainWindow, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("run")))
    there = False
    monkeypatch.setattr("pos_closeout.app.background.has_tray", lambda: there)
    icon = QApplication.style().standardIcon(QStyle.StandardPixmap.SP_ComputerIcon)
    monkeypatch.setattr(qapp, "windowIcon", lambda: icon)
    reminding = start_background(qapp, window, "bell")
    assert not window._has_tray
    there = True
    looking = next(each for each in reminding.findChildren(QTimer) if each.interval() == 3_000)
    looking.timeout.emit()
    assert window._has_tray
    assert not looking.isActive()
    for tray in window.findChildren(Tray):
        tray.menu.deleteLater()
    reminding.deleteLater()
    window.set_tray(there=False)


def test_esc_calls_closing_off_and_is_asked_again(window: MainWindow, store: Store, qtbot: QtBot) -> None:
    window.set_tray(there=True)

    def answer(key: Qt.Key) -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        QTest.keyClick(box, key)

    for _ in range(2):
        QTimer.singleShot(0, lambda: answer(Qt.Key.Key_Escape))
        assert not window.close()
        assert window.isVisible()
        assert read_setting(store, TRAY_SETTING) == ""
    window.set_tray(there=False)


def test_a_fortnight_in_the_tray_with_a_clock_that_moves(window: MainWindow, clock: Clock) -> None:
    heard, store, start = Heard(), window.context.store, clock.now.date()
    reminding = ReminderTimer(window, heard)
    window.show_list()
    page = window.workspace.list_page
    write_setting(store, TRAY_SETTING, "1")
    window.set_tray(there=True)
    assert not window.close()
    assert not window.isVisible()
    for _ in range(14 * 24 * 4):
        clock.now += timedelta(minutes=15)
        reminding.look()
        window._day_watch.look()
    assert 1 <= len(heard.said) <= 15
    told = [text for text, _ in heard.said]
    assert all(len(text.split("\n")) <= 4 for text in told)
    assert any("today" in text.split("\n")[1] for text in told)
    window.come()
    late = (clock.now.date() - start).days
    assert f"{late + 1} days late" in page._table.model().index(1, ItemColumn.DUE).data()
    assert found_counts(page) == {Due.OVERDUE: 2, Due.LATER: 1}
    add_item(store, OpenItem(case_id=1, amount_fen=1_00, due_on=clock.now.date()), clock())
    window.ledger.reload()
    assert found_counts(page)[Due.TODAY] == 1
    # What the list offers for clearing is today, and today is taken.
    item = page._table.item()
    assert item is not None
    assert window.ledger.clear(item, clock.now.date(), "cash").cleared_on == clock.now.date()
    clock.now = datetime.combine(start, time(12), UTC)
    window._day_watch.look()
    assert found_counts(page) == {Due.THIS_WEEK: 1, Due.LATER: 2}
    window.set_tray(there=False)


def found_counts(page: ListPage) -> dict[Due | None, int]:
    return {group.due: group.count for group in page._table.result.groups}


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
