from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pos_closeout.actions.cases.cases import list_cases, load_case
from pos_closeout.actions.cases.sample import add_sample_case
from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.items.due import own_limits
from pos_closeout.actions.work_calendar import work_calendar
from pos_closeout.domain.case.case import is_closed
from pos_closeout.domain.dates.working_days import is_working
from pos_closeout.domain.ledger.limits import DEFAULTS, Limit
from pos_closeout.domain.ledger.open_items import OpenItem, is_open
from pos_closeout.domain.phases import Step
from pos_closeout.ui.home.close_case_dialog import SHOWN, CloseCaseDialog
from pos_closeout.ui.ledger.refund_windows import RefundCard, RefundDialog
from pos_closeout.ui.settings.days_page import DaysPage
from pos_closeout.ui.settings.limits_page import LimitsPage
from pos_closeout.ui.shell.main_window import MainWindow
from tests.ui.at_hand import type_text
from tests.ui.conftest import sample_in

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

OpenWindow = Callable[..., MainWindow]


@pytest.fixture
def window(open_window: OpenWindow, store: Store, today: date) -> MainWindow:
    add_sample_case(store, today, datetime.combine(today, datetime.min.time(), UTC))
    return open_window()


def said(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def press(widget: QWidget, words: str) -> None:
    next(each for each in widget.findChildren(QPushButton) if words in each.text() and each.isVisible()).click()
    QApplication.processEvents()


def asked_to_close(window: MainWindow) -> CloseCaseDialog:
    (case_id,) = (case.id for case in list_cases(window.context.store))
    window.cases.close(case_id)
    QApplication.processEvents()
    return window.findChildren(CloseCaseDialog)[-1]


class TestClosing:
    def test_open_items_stand_in_the_way_and_are_listed(self, window: MainWindow, qtbot: QtBot) -> None:
        dialog = asked_to_close(window)
        dialog.accept()
        assert dialog.isVisible()
        assert "Still in the way: 4 open items" in said(dialog)
        assert "¥128.00" in said(dialog)
        assert not any(is_closed(case) for case in list_cases(window.context.store))
        dialog.done(0)

    def test_with_a_reason_for_each_it_closes_and_home_shows_it_apart(self, window: MainWindow, qtbot: QtBot) -> None:
        dialog = asked_to_close(window)
        type_text(dialog.same, "等银行答复")
        press(dialog, "Use for all")
        dialog.accept()
        assert not dialog.isVisible()
        (case,) = list_cases(window.context.store)
        assert [carried.reason for carried in case.carried] == ["等银行答复"] * 4
        assert all(is_open(item) for item in window.ledger.items())
        told = said(window.home)
        assert "Closed cases" in told
        assert "4 items left for later" in told

    def test_a_closed_case_is_opened_again_only_after_asking(self, window: MainWindow, qtbot: QtBot) -> None:
        dialog = asked_to_close(window)
        type_text(dialog.same, "等银行答复")
        press(dialog, "Use for all")
        dialog.accept()

        def answer() -> None:
            box = QApplication.activeModalWidget()
            assert isinstance(box, QMessageBox)
            box.button(QMessageBox.StandardButton.Yes).click()

        QTimer.singleShot(0, answer)
        (case_id,) = (case.id for case in list_cases(window.context.store))
        window.open_case(case_id)
        assert not is_closed(load_case(window.context.store, case_id))
        assert not window.at_home


class TestSettings:
    def test_a_day_is_added_counted_and_taken_out(self, window: MainWindow, qtbot: QtBot) -> None:
        page = DaysPage(window.context)
        qtbot.addWidget(page)
        page.show()
        qtbot.waitUntil(lambda: "up to 2026" in said(page))
        assert "For 2027 the fixed holidays are counted" in said(page)
        qtbot.keyClicks(page.day, "2026-11-24")
        type_text(page.note, "银行系统维护")
        press(page, "Add this day")
        assert not is_working(date(2026, 11, 24), work_calendar(window.context.store))
        assert "银行系统维护" in page.list.item(0).text()
        page.list.setCurrentRow(0)
        press(page, "Take out")
        assert is_working(date(2026, 11, 24), work_calendar(window.context.store))

    def test_no_day_is_no_answer(self, window: MainWindow, qtbot: QtBot) -> None:
        page = DaysPage(window.context)
        qtbot.addWidget(page)
        page.show()
        press(page, "Add this day")
        assert "Please choose a day" in said(page)

    def test_limits_are_changed_marked_and_put_back(self, window: MainWindow, qtbot: QtBot) -> None:
        page = LimitsPage(window.context)
        qtbot.addWidget(page)
        page.show()
        page.boxes[Limit.DEVICE].setValue(14)
        assert own_limits(window.context.store)[Limit.DEVICE] == 14
        assert "usually 7" in said(page)
        press(page, "Back to the usual numbers")
        assert own_limits(window.context.store) == dict(DEFAULTS)
        assert page.boxes[Limit.DEVICE].value() == 7


class TestRefundPlan:
    def test_step_four_says_by_when_refunds_must_be_sent_off(self, window: MainWindow, qtbot: QtBot) -> None:
        sample_in(window)
        window.show_step(Step.OPEN_ITEMS)
        card = window.findChildren(RefundCard)[-1]
        assert "2 refunds to be sent off by" in said(card)
        press(card, "get through in time")
        dialog = window.findChildren(RefundDialog)[-1]
        assert "must be done before the stop" in said(dialog)
        assert "its channel takes it until" in said(dialog)
        # The sample removes a terminal: its number lives on, so nothing is said of closing it.
        assert "quiet days" not in said(dialog)
        dialog.done(0)

    def test_the_list_leads_to_the_same_dialog(self, window: MainWindow, qtbot: QtBot) -> None:
        window.show_list()
        page = window.workspace.list_page
        (case_id,) = (case.id for case in list_cases(window.context.store))
        page._dialogs.show_refunds(case_id)
        dialog = page.findChildren(RefundDialog)[-1]
        assert "must be done before the stop" in said(dialog)
        dialog.done(0)


def test_a_long_list_names_the_first_and_takes_one_reason_for_the_others(
    window: MainWindow, store: Store, qtbot: QtBot
) -> None:
    (case_id,) = (case.id for case in list_cases(window.context.store))
    items = (OpenItem(case_id=case_id, amount_fen=100 + number) for number in range(SHOWN + 5))
    store.items.add_many(items, datetime.now(UTC))
    dialog = asked_to_close(window)
    assert len(dialog.reasons) == SHOWN
    assert "and 9 more" in said(dialog)
    for line, _ in dialog.reasons.values():
        type_text(line, "下周")
    dialog.accept()
    assert dialog.isVisible()
    type_text(dialog.same, "等银行答复")
    dialog.accept()
    assert not dialog.isVisible()
    carried = load_case(window.context.store, case_id).carried
    assert (len(carried), {each.reason for each in carried}) == (SHOWN + 9, {"下周", "等银行答复"})
