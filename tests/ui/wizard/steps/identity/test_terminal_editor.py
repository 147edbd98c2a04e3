"""The fields of one terminal: kept by Enter, never lost by Esc, warned about and never refused."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from pos_closeout.domain.device.terminal import Action, Condition, Ownership, Terminal
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.phases import Step
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.widgets import editor_dialog
from pos_closeout.ui.wizard.steps.identity.page import IdentityPage
from pos_closeout.ui.wizard.steps.identity.terminal_editor import TerminalEditor
from pos_closeout.ui.wizard.steps.identity.terminal_table import TerminalTable
from tests.ui.conftest import OpenWindow, sample_in

TERMINAL = Terminal(
    number="10023457",
    place="仓库",
    ownership=Ownership.RENTED,
    condition=Condition.LOST,
    action=Action.REMOVE,
)


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    """A window on the sample case."""
    opened = open_window()
    sample_in(opened)
    return opened


@pytest.fixture
def editor(window: MainWindow, qtbot: QtBot) -> TerminalEditor:
    """The dialog on one terminal."""
    made = TerminalEditor(window.context, TERMINAL, window)
    # Closing it after the test must not ask about what the test typed.
    qtbot.addWidget(made, before_close_func=lambda _: setattr(made, "_first", made.value()))
    made.show()
    return made


def line(editor: TerminalEditor, name: str) -> QLineEdit:
    return next(each for each in editor.findChildren(QLineEdit) if each.accessibleName().startswith(name))


def test_what_is_not_touched_stays_and_what_is_typed_is_kept(editor: TerminalEditor, qtbot: QtBot) -> None:
    assert editor.value() == TERMINAL
    qtbot.keyClicks(line(editor, "Serial number"), "N7NL00123457")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.result() == QDialog.DialogCode.Accepted
    assert editor.value().serial_number == "N7NL00123457"


def test_a_number_of_another_length_is_pointed_out_and_taken(editor: TerminalEditor, qtbot: QtBot) -> None:
    number = line(editor, "Terminal number")
    number.selectAll()
    qtbot.keyClicks(number, "1002")
    assert "Usually 8" in number.accessibleDescription()
    assert editor.value().number == "1002"


def test_esc_asks_before_typing_is_lost(editor: TerminalEditor, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [False, True]
    monkeypatch.setattr(editor_dialog, "may_discard", lambda _parent: answers.pop(0))
    qtbot.keyClicks(line(editor, "Accessories"), "dock")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.isVisible()
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()


def test_the_table_adds_changes_and_takes_off(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window.show_step(Step.IDENTITY)
    page = window.workspace.wizard.page(Step.IDENTITY)
    assert isinstance(page, IdentityPage)
    table = page.findChild(TerminalTable)
    assert isinstance(table, TerminalTable)

    def keep(editor: TerminalEditor) -> int:
        editor.line("number").setText("10099999")
        return QDialog.DialogCode.Accepted.value

    monkeypatch.setattr(TerminalEditor, "exec", keep)
    table._added()
    table._edit(0)
    assert [each.number for each in window.session.case.terminals] == ["10099999", "10023457", "10099999"]

    def take_off(editor: TerminalEditor) -> int:
        editor.take_off()
        return QDialog.DialogCode.Rejected.value

    monkeypatch.setattr(TerminalEditor, "exec", take_off)
    table._edit(0)
    assert [each.number for each in window.session.case.terminals] == ["10023457", "10099999"]


def test_trouble_is_told_in_words_and_its_details_can_be_copied(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def read(box: QMessageBox) -> int:
        told.append(box.text())
        return 0

    monkeypatch.setattr(QMessageBox, "exec", read)
    monkeypatch.setattr(
        QMessageBox, "clickedButton", lambda box: next(each for each in box.buttons() if each.text() == "Copy details")
    )
    window.context.tell(window, BadInputError("amount.not_a_number", text="12a"))
    assert "12a" in told[0]
    assert "amount.not_a_number" in QGuiApplication.clipboard().text()
