"""Numbers of people are dots on the screen until somebody asks, and secrets are told while they are typed."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from pos_closeout.domain.phases import Step
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.shell.secret_hint import SecretHint
from tests.ui.conftest import OpenWindow, sample_in

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|propagateSizeHints)")
HIDDEN, SHOWN = QLineEdit.EchoMode.Password, QLineEdit.EchoMode.Normal


def named(window: MainWindow, name: str) -> QLineEdit:
    found = [each for each in window.findChildren(QLineEdit) if each.accessibleName().startswith(name)]
    assert found, name
    return found[0]


def test_an_identity_number_is_hidden_until_asked(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window("en")
    sample_in(window)
    window.show_step(Step.IDENTITY)
    number = named(window, "ID number")
    number.setText("330106199001011234")
    assert number.echoMode() is HIDDEN
    number.setFocus()
    assert number.echoMode() is HIDDEN, "looking at it is no asking"
    (eye,) = number.actions()
    eye.trigger()
    assert number.echoMode() is SHOWN
    eye.trigger()
    assert number.echoMode() is HIDDEN


def test_an_empty_one_can_be_read_while_it_is_written(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window("en")
    window.new_case()
    window.show_step(Step.IDENTITY)
    number = named(window, "ID number")
    number.setFocus()
    qtbot.waitUntil(number.hasFocus)
    qtbot.keyClicks(number, "3301")
    assert number.echoMode() is SHOWN
    named(window, "Phone").setFocus()
    assert number.echoMode() is HIDDEN
    assert number.text() == "3301"


def test_a_secret_is_told_while_it_is_typed(qapp: QApplication, qtbot: QtBot) -> None:
    hint = SecretHint(qapp)
    line, page = QLineEdit(), QPlainTextEdit()
    for widget in (line, page):
        qtbot.addWidget(widget)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()
        widget.setFocus()
        qtbot.waitUntil(widget.hasFocus)
        qtbot.keyClicks(widget, "pin 12")
        assert hint.told == ""
        qtbot.keyClicks(widget, "34")
        assert "password" in hint.told
        widget.clear()
        assert hint.told == ""
        qtbot.keyClicks(widget, "6222 0210 0100 0004")
        assert "card number" in hint.told
        widget.clear()
    hint.deleteLater()


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_a_field_may_go_while_somebody_types_into_it(
    kind: type[QLineEdit | QPlainTextEdit], qapp: QApplication, qtbot: QtBot
) -> None:
    hint = SecretHint(qapp)
    page = QWidget()
    qtbot.addWidget(page)
    field = kind(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    with qtbot.captureExceptions() as raised:
        delete(field)  # the last word of a widget is that it lost the focus: by then it is no field any more
    assert not raised
    hint.deleteLater()
