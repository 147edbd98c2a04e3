"""Nothing changes by accident on any page: wheel, double click, Esc, Space on arriving, paste, change of language."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from pos_closeout import ui
from pos_closeout.domain.case.case import Answer, Case
from pos_closeout.domain.phases import Step
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.widgets.date_field import DateField
from pos_closeout.ui.widgets.money_field import MoneyField
from pos_closeout.ui.widgets.number_line import NumberValidator
from tests.screens.checks import settle
from tests.ui.conftest import OpenWindow

STEPS = list(Step)


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    made = open_window("en")
    made.open_sample()
    settle()
    return made


def turn_wheel(over: QWidget) -> None:
    """Turn the wheel by a notch over a widget, as the window system reports it."""
    at = QPointF(over.rect().center())
    for way in (120, -120):
        event = QWheelEvent(
            at,
            QPointF(over.mapToGlobal(at.toPoint())),
            QPoint(),
            QPoint(0, way),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003  # Qt's signature
        )
        QApplication.sendEvent(over, event)


def double_click(over: QWidget) -> None:
    """Press, release, press and release in a row, as the window system reports a double click."""
    left, none, keys = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    kinds = (
        (QEvent.Type.MouseButtonPress, left),
        (QEvent.Type.MouseButtonRelease, none),
        (QEvent.Type.MouseButtonDblClick, left),
        (QEvent.Type.MouseButtonRelease, none),
    )
    at = QPointF(over.rect().center())
    for kind, held in kinds:
        QApplication.sendEvent(over, QMouseEvent(kind, at, QPointF(over.mapToGlobal(at.toPoint())), left, held, keys))


def shown(page: QWidget, kind: type[QWidget]) -> Iterator[QWidget]:
    return (each for each in page.findChildren(kind) if each.isVisibleTo(page) and each.isEnabled())


def page_of(window: MainWindow, step: Step) -> QWidget:
    window.show_step(step)
    settle()
    return window.workspace.wizard.page(step)


def test_the_wheel_scrolls_and_never_chooses(window: MainWindow) -> None:
    before, met = window.session.case, 0
    for step in STEPS:
        page = page_of(window, step)
        for kind in (QComboBox, QAbstractSpinBox, QLineEdit):
            for each in shown(page, kind):
                turn_wheel(each)
                each.setFocus()
                turn_wheel(each)
                met += 1
        settle()
        assert window.session.case == before, step
    assert met > 40


def test_the_wheel_changes_nothing_in_the_filters_of_the_list(window: MainWindow) -> None:
    window.show_list()
    settle()
    page = window.workspace.list_page
    before = page.state()
    for box in shown(page, QComboBox):
        box.setFocus()
        turn_wheel(box)
    assert page.state().query == before.query


def test_boxes_and_buttons_are_those_that_take_no_accident_for_an_answer() -> None:
    """A filter over the whole window would do as well, at the price of a quarter of all that the window does."""
    made = {
        f"{path.name}: {call}"
        for path in Path(ui.__file__).parent.rglob("*.py")
        for call in re.findall(
            r"\bQ(?:ComboBox|\w*Spin\w*|(?:Date|Time)+Edit|PushButton)\(\)?", path.read_text("utf-8")
        )
    }
    assert made == set()


def test_a_key_pressed_on_arriving_changes_nothing(window: MainWindow, qtbot: QtBot) -> None:
    before = window.session.case
    for step in STEPS:
        page_of(window, step)
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            focus = QApplication.focusWidget()
            assert focus is not None, step
            qtbot.keyClick(focus, key)
            settle()
            assert (window.session.case, window.workspace.wizard.step) == (before, step)


def test_esc_keeps_what_is_typed(window: MainWindow, qtbot: QtBot) -> None:
    for step in STEPS:
        page = page_of(window, step)
        for line in shown(page, QLineEdit):
            assert isinstance(line, QLineEdit)
            # Some let go of the keyboard only once they have been tidied up.
            if line.isReadOnly() or isinstance(line.parentWidget(), QComboBox | QAbstractSpinBox):
                continue
            before = line.text()
            line.setFocus()
            qtbot.keyClick(line, Qt.Key.Key_Escape)
            assert line.text() == before, (step, line.accessibleName())


def test_a_change_of_language_selects_nothing(window: MainWindow, qtbot: QtBot) -> None:
    before = window.session.case
    for step, language in zip(STEPS, ["zh", "en"] * len(STEPS), strict=False):
        page = page_of(window, step)
        line = next(shown(page, QLineEdit), None)
        if line is not None:
            line.setFocus()
        window.settle(language=language)
        settle()
        focus = QApplication.focusWidget()
        assert focus is not None, step
        qtbot.keyClick(focus, Qt.Key.Key_Delete)
        qtbot.keyClick(focus, Qt.Key.Key_X)
        settle()
        assert window.session.case == before, step


def test_a_double_click_answers_one_question(window: MainWindow) -> None:
    page = page_of(window, Step.ELIGIBILITY)
    before = len(window.session.case.answers)
    words = {window.context.say(text.fine) for text in window.context.guidance.checks.values() if text.fine}
    choice = next(each for each in shown(page, QPushButton) if isinstance(each, QPushButton) and each.text() in words)
    double_click(choice)
    settle()
    assert len(window.session.case.answers) == before + 1
    assert not choice.hasFocus(), "the next question is not answered by the key that is pressed next"
    assert any(each.answer is Answer.FINE for each in window.session.case.answers)


def test_a_double_click_on_next_goes_one_step(window: MainWindow) -> None:
    page_of(window, Step.PURPOSE)
    following = next(each for each in window.findChildren(QPushButton) if each.accessibleName() == "Next")
    double_click(following)
    assert window.workspace.wizard.step is Step.IDENTITY


PASTED = {
    NumberValidator: ("　８２３ 3301\u200b 5411 ", "82333015411"),
    MoneyField: ("￥ １，２３４．５０ 元", "1,234.50"),
    DateField: ("２０２６年 12 月１日", "2026-12-01"),
}


def test_numbers_are_pasted_in_any_width(window: MainWindow, qtbot: QtBot) -> None:
    met = set()
    for step in STEPS:
        for line in shown(page_of(window, step), QLineEdit):
            assert isinstance(line, QLineEdit)
            kind = NumberValidator if isinstance(line.validator(), NumberValidator) else type(line)
            # Where several may stand in one line, spaces part them.
            if kind not in PASTED or line.isReadOnly() or getattr(line.validator(), "several", False):
                continue
            text, meant = PASTED[kind]
            line.setFocus()
            line.selectAll()
            QGuiApplication.clipboard().setText(text)
            line.paste()
            line.clearFocus()
            settle()
            # A line for a short number takes the beginning.
            assert line.text() == meant or (
                line.maxLength() < len(text) and line.text() and meant.startswith(line.text())
            ), (
                step,
                line.accessibleName(),
                line.text(),
            )
            met.add(kind)
    assert met == set(PASTED)


def test_chosen_words_take_no_more_room(window: MainWindow) -> None:
    page = page_of(window, Step.PURPOSE)
    chips = [each for each in page.findChildren(QPushButton) if each.property("kind") == "chip" and each.isVisible()]
    places = [each.geometry() for each in chips]
    for chip in chips:
        chip.click()
        settle()
        assert [each.geometry() for each in chips] == places


def test_an_answer_is_taken_back(window: MainWindow, qtbot: QtBot) -> None:
    case = window.session.case
    page = page_of(window, Step.IDENTITY)
    name = next(
        each
        for each in shown(page, QLineEdit)
        if isinstance(each, QLineEdit) and each.accessibleName().startswith("Registered name")
    )
    name.setFocus()
    name.selectAll()
    qtbot.keyClicks(name, "Another")
    page_of(window, Step.PURPOSE)
    chip = next(
        each
        for each in page_of(window, Step.PURPOSE).findChildren(QPushButton)
        if each.property("kind") == "chip" and not each.isChecked()
    )
    chip.click()
    assert window.session.case.request != case.request
    undo(window)
    assert window.session.case == renamed(case, "Another"), "one step back: the reason"
    undo(window)
    assert window.session.case == case, "the whole word goes at once"
    assert name.text() == case.merchant.registered_name or window.workspace.wizard.step is not Step.IDENTITY
    undo(window)
    assert window.session.case == case


def undo(window: MainWindow) -> None:
    window.undo()
    settle()


def renamed(case: Case, name: str) -> Case:
    from dataclasses import replace

    return replace(case, merchant=replace(case.merchant, registered_name=name))
