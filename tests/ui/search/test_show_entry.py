"""A hit of the search leads to the very entry: in sight, with the keyboard on it or beside it."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from pos_closeout.actions.cases.cases import list_cases
from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.search import Searcher
from pos_closeout.domain.case.follow_up import LateCharge
from pos_closeout.domain.device.tasks import DeviceTask, Task
from pos_closeout.domain.phases import Step
from pos_closeout.domain.search import BILLS, HISTORY, Hit
from pos_closeout.ui.bills.rows_table import LinesTable
from pos_closeout.ui.search.history_dialog import HistoryDialog
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.shell.navigation import go_to
from tests.store.bill_rows import add_line
from tests.ui.conftest import OpenWindow, sample_in


@pytest.fixture(params=["zh", "en"])
def window(request: pytest.FixtureRequest, open_window: OpenWindow) -> MainWindow:
    made = open_window(request.param)
    made.resize(1024, 600)
    sample_in(made)
    case = made.session.case
    told = replace(
        case,
        device_tasks=(DeviceTask(case.terminals[1].id, Task.SETTLE, note="批次核对过"),),
        late_charges=(LateCharge(date(2026, 11, 20), 36_00, "年费"), LateCharge(date(2026, 11, 21), 36_00, "流量费")),
    )
    made.session.edit(told)
    made.session.flush()
    made.show_home()
    made.activateWindow()
    return made


def found(window: MainWindow, asked: str, group: str, place: int = 0) -> Hit:
    """Return one of the hits of a group."""
    return [
        hit
        for hit in Searcher(window.context.store.database.path, window.context.guidance, window.context.language)
        .find(asked)
        .hits
        if hit.group == group
    ][place]


def go(window: MainWindow, asked: str, group: str, place: int = 0) -> QWidget | None:
    """Go to a hit and return what has the keyboard then."""
    go_to(window, window, found(window, asked, group, place), asked)
    for _ in range(6):
        QApplication.processEvents()
    return QApplication.focusWidget()


def in_sight(page: QWidget, text: str) -> bool:
    """Return whether a text can be read on a page without scrolling."""
    area = page.findChildren(QScrollArea)[0].viewport()
    held: list[QLabel | QLineEdit] = [*page.findChildren(QLabel), *page.findChildren(QLineEdit)]
    shown = [each for each in held if text in each.text() and each.isVisibleTo(page)]
    return any(area.rect().contains(each.mapTo(area, each.rect().center())) for each in shown)


@pytest.mark.parametrize(
    ("asked", "step"),
    [
        ("10023457", Step.IDENTITY),
        ("王女士", Step.CONTACT),
        ("移动硬盘", Step.BACKUP),
        ("顾客陈女士", Step.NOTICES),
        ("批次核对过", Step.DEVICE),
        ("流量费", Step.FOLLOW_UP),
    ],
)
def test_an_entry_of_a_step_is_in_sight(window: MainWindow, asked: str, step: Step) -> None:
    reached = go(window, asked, step.value)
    assert window.workspace.wizard.step is step
    page = window.workspace.wizard.page(step)
    assert in_sight(page, asked)
    assert reached is not None
    assert page.isAncestorOf(reached)


def test_of_two_alike_the_one_that_was_found_is_meant(window: MainWindow) -> None:
    """Both charges are of 36 yuan."""
    page = window.workspace.wizard.page(Step.FOLLOW_UP)
    window.resize(1024, 420)
    for place, name in enumerate(("年费", "流量费")):
        go(window, "36.00", Step.FOLLOW_UP.value, place)
        assert in_sight(page, name)


def test_a_date_in_words_leads_to_the_field_that_holds_it(window: MainWindow) -> None:
    stop = window.session.case.request.stop_on
    assert stop is not None
    reached = go(window, f"{stop.month}月{stop.day}日", Step.PURPOSE.value)
    assert isinstance(reached, QLineEdit)
    assert reached.text() == stop.isoformat()


def test_the_history_opens_at_its_line(window: MainWindow, qtbot: QtBot) -> None:
    go(window, "流量费", HISTORY)
    dialog = window.findChildren(HistoryDialog)[-1]
    qtbot.waitUntil(lambda: dialog.search.text() == "流量费")
    qtbot.waitUntil(lambda: "流量费" in dialog.page.toPlainText())
    dialog.reject()


def test_a_line_of_a_bill_shows_its_bill_and_is_told(window: MainWindow, store: Store) -> None:
    (case,) = list_cases(store)
    add_line(store, case.id, bills=2)
    go(window, "4200001234567", BILLS)
    bills = window.workspace.bills
    assert window.workspace.currentWidget() is bills
    assert bills.kept.isVisible()
    table = bills.kept.findChildren(LinesTable)[0]
    assert table.lines()[table.row()].cells[0] == "账单1.csv"
    assert any("4200001234567" in each.text() for each in bills.findChildren(QLabel) if each.isVisible())
