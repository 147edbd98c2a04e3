"""The main job as its owner does it: with the keyboard, from an empty program to a letter, and back the next day."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pos_closeout.actions.cases.cases import list_cases
from pos_closeout.actions.data_folder import Store
from pos_closeout.domain.case.case import Answer, EntityType, Reason
from pos_closeout.domain.device.terminal import Action
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem
from pos_closeout.domain.phases import Step, StepState
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.widgets.date_field import DateField
from pos_closeout.ui.wizard.steps.application.page import ApplicationPage
from tests.ui.conftest import OpenWindow, sample_in


def editor(parent: QWidget, name: str) -> QLineEdit:
    """Return the line with an accessible name that begins like this."""
    return next(each for each in parent.findChildren(QLineEdit) if each.accessibleName().startswith(name))


def choice(parent: QWidget, text: str) -> QPushButton:
    """Return the button whose name begins like this."""
    return next(each for each in parent.findChildren(QPushButton) if each.accessibleName().startswith(text))


def press(qtbot: QtBot, button: QPushButton) -> None:
    """Press a button with the space bar."""
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


def write(qtbot: QtBot, line: QLineEdit, text: str) -> None:
    """Type into a line as it is."""
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)


def fill_purpose(qtbot: QtBot, window: MainWindow, words: dict[str, str]) -> None:
    page = window.workspace.wizard.page(Step.PURPOSE)
    press(qtbot, choice(page, words["trader"]))
    press(qtbot, choice(page, words["remove"]))
    press(qtbot, choice(page, words["add"]))
    for position, number in ((1, "10023456"), (2, "10023457")):
        write(qtbot, editor(page, f"{words['number']} {position}"), number)
        write(qtbot, editor(page, f"{words['place']} {position}"), "till")
    press(qtbot, choice(page, words["closing"]))
    dates = page.findChildren(DateField)
    write(qtbot, dates[0], "2026-12-20")


def fill_identity(qtbot: QtBot, window: MainWindow, words: dict[str, str]) -> None:
    page = window.workspace.wizard.page(Step.IDENTITY)
    answers = {
        words["registered"]: "Heshun",
        words["code"]: "92310115MA1K3TE79M",
        words["merchant"]: "822331054110001",
        words["person"]: "Zhang",
        words["phone"]: "13800138000",
        words["acquirer"]: "Lakala Payment",
        words["account"]: "Heshun",
    }
    for name, text in answers.items():
        write(qtbot, editor(page, name), text)


WORDS = {
    "en": {
        "trader": "Sole trader",
        "remove": "Remove",
        "add": "Add a terminal",
        "number": "Terminal number",
        "place": "Where it stands",
        "closing": "Closing down",
        "registered": "Registered name",
        "code": "Credit code",
        "merchant": "Merchant number",
        "person": "Person in charge",
        "phone": "Phone",
        "acquirer": "Full name of the acquirer",
        "account": "Settlement account",
    },
    "zh": {
        "trader": "个体工商户",
        "remove": "撤机",
        "add": "添加终端",
        "number": "终端号",
        "place": "放在哪里",
        "closing": "停业",
        "registered": "商户注册名称",
        "code": "统一社会信用代码",
        "merchant": "商户号",
        "person": "法定代表人",
        "phone": "联系电话",
        "acquirer": "收单机构全称",
        "account": "结算账户户名",
    },
}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_owner_gets_from_nothing_to_a_letter_and_finds_everything_again(
    language: str, open_window: OpenWindow, qtbot: QtBot, store: Store, today: date
) -> None:
    words = WORDS[language]
    window = open_window(language)
    window.new_case()
    wizard = window.workspace.wizard
    assert wizard.step is Step.PURPOSE
    fill_purpose(qtbot, window, words)
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: wizard.step is Step.IDENTITY)
    fill_identity(qtbot, window, words)
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: wizard.step is Step.ELIGIBILITY)
    case = window.session.case
    for amount, kind in ((12850, ItemKind.REFUND), (25800, ItemKind.REFUND), (6600, ItemKind.UNFINISHED)):
        window.ledger.add(OpenItem(case_id=case.id, kind=kind, amount_fen=amount, due_on=today))
    now = window.workspace.situation()
    assert now.statuses[Step.PURPOSE].state is StepState.DONE
    assert now.statuses[Step.IDENTITY].state is StepState.DONE
    assert now.statuses[Step.ELIGIBILITY].state is StepState.BLOCKED
    window.show_step(Step.APPLICATION)
    page = wizard.page(Step.APPLICATION)
    assert isinstance(page, ApplicationPage)
    qtbot.waitUntil(lambda: page.preview.document.pageCount() >= 3)
    text = "".join(page.preview.document.getAllText(number).text() for number in range(3))
    for part in ("822331054110001", "92310115MA1K3TE79M", "10023456", "10023457", "Heshun"):
        assert part in text
    window.close()

    again = open_window(language)
    (kept,) = list_cases(store)
    assert kept == case
    assert [terminal.action for terminal in kept.terminals] == [Action.REMOVE, Action.REMOVE]
    assert kept.request.reasons == (Reason.CLOSING_DOWN,)
    assert kept.request.stop_on == date(2026, 12, 20)
    assert again.outlook().today == 3
    again.tell_due()
    assert again.due_line()
    again.open_case(kept.id)
    assert again.workspace.wizard.step is Step.ELIGIBILITY


def test_questions_are_asked_one_by_one_and_can_be_answered_again(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    sample_in(window)
    window.show_step(Step.ELIGIBILITY)
    page = window.workspace.wizard.page(Step.ELIGIBILITY)
    waiting = [found.check for found in window.workspace.situation().findings if found.unanswered]
    press(qtbot, choice(page, "Answer later"))
    first = choice(page, "")
    assert first is not None
    for _ in waiting:
        open_now = next(found.check for found in window.workspace.situation().findings if found.unanswered)
        texts = window.context.guidance.checks[open_now]
        assert texts.fine is not None
        shown = [b for b in page.findChildren(QPushButton) if b.isVisible() and b.property("kind") == "small"]
        qtbot.mouseClick(shown[0], Qt.MouseButton.LeftButton)
    assert not any(found.unanswered for found in window.workspace.situation().findings)
    assert {given.answer for given in window.session.case.answers} == {Answer.FINE}


def test_a_whole_card_number_is_refused_and_never_kept(open_window: OpenWindow, qtbot: QtBot, store: Store) -> None:
    window = open_window()
    window.new_case()
    window.show_step(Step.IDENTITY)
    page = window.workspace.wizard.page(Step.IDENTITY)
    write(qtbot, editor(page, "Bank and branch"), "6222021001000004")
    window.session.flush()
    assert "6222021001000004" not in str(list_cases(store))
    assert "whole card number" in editor(page, "Bank and branch").accessibleDescription()


def test_a_new_kind_of_business_changes_what_the_number_is_checked_for(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    window.new_case()
    window.show_step(Step.IDENTITY)
    page = window.workspace.wizard.page(Step.IDENTITY)
    number = editor(page, "Credit code")
    combo = next(each for each in page.findChildren(QComboBox) if each.accessibleName().startswith("Kind of business"))
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Home)
    combo.activated.emit(combo.currentIndex())
    write(qtbot, number, "310101199001011234")
    assert "wrong" in number.accessibleDescription() or "character" in number.accessibleDescription()
    combo.setCurrentIndex(combo.findData(EntityType.MICRO))
    combo.activated.emit(combo.currentIndex())
    assert "Checked" in number.accessibleDescription()
