"""Step 6 with the keyboard: who the acquirer is, the guard, the script and the log."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pos_closeout.actions.papers.printing import pages_of
from pos_closeout.domain.case.contact import ContactEntry, NumberSource
from pos_closeout.domain.phases import Step, StepState
from pos_closeout.ui.papers.paper_dialog import PaperDialog
from pos_closeout.ui.papers.print_controller import PrintController
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.wizard.steps.contact.entry_editor import ContactEditor
from pos_closeout.ui.wizard.steps.contact.script import ScriptCard
from tests.ui.conftest import OpenWindow, sample_in


def _editor(parent: QWidget, name: str) -> QLineEdit:
    return next(each for each in parent.findChildren(QLineEdit) if each.accessibleName().startswith(name))


def _button(parent: QWidget, name: str) -> QPushButton:
    # The last one: a banner that was told something new has its old button until Qt comes round to it.
    return [each for each in parent.findChildren(QPushButton) if each.accessibleName().startswith(name)][-1]


def _press(qtbot: QtBot, button: QPushButton) -> None:
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    """A window with a new case on step 6."""
    opened = open_window("en")
    opened.new_case()
    opened.show_step(Step.CONTACT)
    return opened


@pytest.fixture
def page(window: MainWindow) -> QWidget:
    return window.workspace.wizard.page(Step.CONTACT)


def test_two_places_that_agree_are_taken_over_as_the_acquirer(window: MainWindow, page: QWidget, qtbot: QtBot) -> None:
    for place in ("In the agreement", "Payer of"):
        qtbot.keyClicks(_editor(page, place), "Lakala Payment Ltd")
    _press(qtbot, _button(page, "Use this name"))
    assert window.session.case.acquirer.name == "Lakala Payment Ltd"
    assert window.session.case.acquirer.confirmed


def test_an_alarming_answer_says_at_once_what_to_do(window: MainWindow, page: QWidget, qtbot: QtBot) -> None:
    _press(qtbot, _button(page, "Yes: Did anybody ask"))
    assert window.session.case.guard.secret_asked is True
    assert any("96110" in each.accessibleName() for each in page.findChildren(Banner) if not each.isHidden())
    _press(qtbot, _button(page, "No: Did anybody ask"))
    assert window.session.case.guard.secret_asked is False
    assert not any("96110" in each.accessibleName() for each in page.findChildren(Banner) if not each.isHidden())


def test_the_script_is_copied_and_printed_in_the_language_chosen(
    window: MainWindow, page: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[tuple[str, int]] = []

    def keep(_printing: PrintController, data: bytes, title: str, _accepted: object = None) -> None:
        printed.append((title, pages_of(data)))

    monkeypatch.setattr(PrintController, "print_pdf", keep)
    card = page.findChild(ScriptCard)
    assert card is not None
    _press(qtbot, _button(card, "中文"))
    _press(qtbot, _button(card, "Copy"))
    assert "押金退多少" in QApplication.clipboard().text()
    _press(qtbot, _button(card, "Print"))
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(PaperDialog)))
    (shown,) = [each for each in window.findChildren(PaperDialog) if each.isVisible()]
    _press(qtbot, _button(shown, "Print"))
    qtbot.waitUntil(lambda: bool(printed))
    assert printed == [(f"{window.session.case.number} 通话提纲", 1)]


def test_a_known_number_is_kept_with_its_source(window: MainWindow, page: QWidget, qtbot: QtBot) -> None:
    _press(qtbot, _button(page, "Add a number"))
    qtbot.keyClicks(_editor(page, "Number to call 1"), "95016")
    (known,) = window.session.case.numbers
    assert known.number == "95016"
    _press(qtbot, _button(page, "Take number 1"))
    assert window.session.case.numbers == ()


def test_an_entry_is_kept_only_with_a_source_and_a_bait_is_warned_about(window: MainWindow, qtbot: QtBot) -> None:
    today = window.context.today
    editor = ContactEditor(window.context, ContactEntry(spoken_on=today), window, new=True)
    qtbot.addWidget(editor)
    editor.accept()
    assert editor.result() != ContactEditor.DialogCode.Accepted
    editor.line("number").setText("400-000-0000")
    source = editor.choice("source")
    source.setCurrentIndex(source.findData(NumberSource.CALLED_ME))
    assert "Frauds" in source.accessibleDescription()
    editor.day("next_on").setText((today + timedelta(days=1)).isoformat())
    editor.accept()
    assert editor.result() != ContactEditor.DialogCode.Accepted
    editor.line("next_step").setText("call again")
    editor.accept()
    assert editor.result() == ContactEditor.DialogCode.Accepted
    assert editor.value().source is NumberSource.CALLED_ME


def test_the_sample_shows_the_step_done_with_a_warning_in_the_log(open_window: OpenWindow) -> None:
    window = open_window("en")
    sample_in(window)
    window.show_step(Step.CONTACT)
    assert window.workspace.situation().statuses[Step.CONTACT].state is StepState.DONE
