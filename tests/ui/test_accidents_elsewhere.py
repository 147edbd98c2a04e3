"""Nothing changes by accident on home, list and bills either: wheel, double click, Esc, paste, change of language."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pos_closeout.actions.bills.sample_bill import sample_bill
from pos_closeout.actions.cases.cases import list_cases
from pos_closeout.actions.items.items import list_items
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.ui.ledger.item_editor import ItemEditor
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.widgets.money_field import MoneyField
from tests.screens.checks import settle
from tests.ui.conftest import OpenWindow, sample_in
from tests.ui.test_accidents import double_click, shown, turn_wheel

Show = Callable[[MainWindow], QWidget]


@pytest.fixture
def window(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """A window with the sample case, to which a bill with finds was imported."""
    made = open_window("en")
    sample_in(made)
    file = tmp_path / "bill.csv"
    file.write_bytes(sample_bill(made.context.today))
    made.show_bills([file])
    page = made.workspace.bills
    qtbot.waitUntil(lambda: not page.choose.inspecting)
    page.choose.import_ready()
    qtbot.waitUntil(lambda: not page.importing.running, timeout=20_000)
    settle()
    return made


def home(window: MainWindow) -> QWidget:
    window.show_home()
    return window.home


def the_list(window: MainWindow) -> QWidget:
    window.show_list()
    return window.workspace.list_page


def bills(at: int) -> Show:
    def show(window: MainWindow) -> QWidget:
        window.show_bills()
        window.workspace.bills.show_tab(at)
        return window.workspace.bills

    return show


PAGES: dict[str, Show] = {"home": home, "list": the_list} | {f"bills {at + 1}": bills(at) for at in range(5)}
each_page = pytest.mark.parametrize("show", PAGES.values(), ids=PAGES)


def kept(window: MainWindow) -> tuple[list[Case], list[OpenItem], int]:
    """Return all that an accident could change: cases, items, and finds that wait for the owner."""
    store = window.context.store
    return list(list_cases(store)), list(list_items(store)), window.workspace.bills.proposals.waiting


@each_page
def test_the_wheel_chooses_nothing(window: MainWindow, show: Show) -> None:
    before, page = kept(window), show(window)
    settle()
    for kind in (QComboBox, QAbstractSpinBox, QLineEdit):
        for each in shown(page, kind):
            value = each.currentIndex() if isinstance(each, QComboBox) else None
            each.setFocus()
            turn_wheel(each)
            assert value is None or (isinstance(each, QComboBox) and each.currentIndex() == value)
    assert kept(window) == before


@each_page
def test_a_key_pressed_on_arriving_changes_nothing(window: MainWindow, show: Show, qtbot: QtBot) -> None:
    before = kept(window)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace, Qt.Key.Key_Escape):
        show(window)
        settle()
        qtbot.keyClick(QApplication.focusWidget() or window, key)
        settle()
        assert window.isVisible()
        assert kept(window) == before


@each_page
def test_esc_throws_no_answer_away(window: MainWindow, show: Show, qtbot: QtBot) -> None:
    """Only the search box of the list is emptied by it, as the list of keys says."""
    before, page = kept(window), show(window)
    settle()
    for line in shown(page, QLineEdit):
        assert isinstance(line, QLineEdit)
        search = page is window.workspace.list_page
        if line.isReadOnly() or search or isinstance(line.parentWidget(), QComboBox | QAbstractSpinBox):
            continue
        line.setFocus()
        line.setText("12")
        qtbot.keyClick(line, Qt.Key.Key_Escape)
        assert line.text() == "12", line.accessibleName()
    assert kept(window) == before


@each_page
def test_a_change_of_language_selects_nothing(window: MainWindow, show: Show, qtbot: QtBot) -> None:
    before = kept(window)
    show(window)
    settle()
    window.settle(language="zh")
    settle()
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_X)
    settle()
    store = window.context.store
    assert (list(list_cases(store)), list(list_items(store))) == before[:2]


def test_esc_empties_the_search_and_leads_back_to_the_entries(window: MainWindow, qtbot: QtBot) -> None:
    page = the_list(window)
    before = kept(window)
    search = window.workspace.list_page._filter.search
    search.setFocus()
    qtbot.keyClicks(search, "zz")
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert page.isVisible()
    assert not search.hasFocus()
    assert kept(window) == before


def test_a_number_pasted_into_the_search_is_found_in_any_width(window: MainWindow, qtbot: QtBot) -> None:
    page = window.workspace.list_page
    the_list(window)
    found = []
    for text in ("258.50", "２５８．５０"):
        search = page._filter.search
        search.setFocus()
        search.selectAll()
        QGuiApplication.clipboard().setText(text)
        search.paste()
        page._settle()
        found.append([*page._table.result.places])
    assert found[0]
    assert found[0] == found[1]


def test_an_amount_is_pasted_into_a_new_entry_in_any_form(window: MainWindow) -> None:
    the_list(window)
    window.workspace.list_page.add()
    settle()
    editor = window.findChild(ItemEditor)
    assert editor is not None
    amount = next(each for each in editor.findChildren(MoneyField) if each.isVisible())
    amount.setFocus()
    for text in ("￥ １，２３４．５０ 元", "1,234.50", "¥1234.5", "１２３４．５０"):
        amount.selectAll()
        QGuiApplication.clipboard().setText(text)
        amount.paste()
        assert amount.value() == 1_234_50, text
    editor.done(ItemEditor.DialogCode.Rejected)


def test_a_double_click_takes_one_find(window: MainWindow) -> None:
    page = bills(1)(window)
    settle()
    waiting = window.workspace.bills.proposals.waiting
    assert waiting
    accept = next(
        each
        for each in shown(page, QPushButton)
        if isinstance(each, QPushButton) and each.text().replace("&", "").strip().startswith("Accept")
    )
    double_click(accept)
    settle()
    assert window.workspace.bills.proposals.waiting >= waiting - 1
