"""Step 9 in the window: handed in, sent back, mended, handed in again, approved, receipt."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pos_closeout.domain.case.issued_papers import Delivery, DeliveryChannel
from pos_closeout.domain.case.review import EventKind, IssuedText, ReturnReason, ReviewEvent
from pos_closeout.domain.ledger.open_items import ItemKind, is_open
from pos_closeout.domain.phases import Step, StepState
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.choice import CheckLine
from pos_closeout.ui.wizard.steps.review.event_editor import ReviewEditor
from pos_closeout.ui.wizard.steps.review.page import ReviewPage
from pos_closeout.ui.wizard.steps.review.repairs import ChangesCard, RepairCard
from tests.ui.conftest import OpenWindow, sample_in


def _button(parent: QWidget, name: str) -> QPushButton:
    # The last one: what was taken down before goes when Qt comes round to it.
    return [each for each in parent.findChildren(QPushButton) if each.accessibleName().startswith(name)][-1]


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    """A window with a case whose letter has been issued, on step 9."""
    opened = open_window("en")
    opened.new_case()
    case = opened.session.case
    opened.session.edit(replace(case, letter=replace(case.letter, issued_version=1)))
    opened.show_step(Step.REVIEW)
    return opened


@pytest.fixture
def page(window: MainWindow) -> ReviewPage:
    found = window.workspace.wizard.page(Step.REVIEW)
    assert isinstance(found, ReviewPage)
    return found


def _note(window: MainWindow, page: ReviewPage, kind: EventKind) -> None:
    """Note an event as the dialog gives it."""
    assert page.now is not None
    editor = ReviewEditor(window.context, kind, page.now, window)
    if kind is EventKind.RETURNED:
        editor.reasons[ReturnReason.SIGNATURE].box.setChecked(True)
    editor.accept()
    assert editor.result() == ReviewEditor.DialogCode.Accepted
    page.noted.emit(editor.value())
    editor.deleteLater()


def test_one_rejection_on_the_way_to_the_receipt(window: MainWindow, page: ReviewPage, qtbot: QtBot) -> None:
    _note(window, page, EventKind.SUBMITTED)
    assert window.session.case.reviews[0].how is DeliveryChannel.IN_PERSON
    assert any("To be expected" in each.accessibleName() for each in page.findChildren(Banner) if not each.isHidden())
    _note(window, page, EventKind.RETURNED)
    assert window.workspace.situation().statuses[Step.REVIEW].state is StepState.BLOCKED
    repairs = page.findChild(RepairCard)
    assert repairs is not None
    assert not repairs.isHidden()
    for line in repairs.findChildren(CheckLine):
        line.box.setFocus()
        qtbot.keyClick(line.box, Qt.Key.Key_Space)
    assert all(repair.done for repair in window.session.case.repairs)
    for kind in (EventKind.SUBMITTED, EventKind.ACCEPTED, EventKind.APPROVED, EventKind.RECEIVED):
        _note(window, page, kind)
    assert window.workspace.situation().statuses[Step.REVIEW].state is StepState.DONE
    (item,) = (item for item in window.ledger.items() if item.kind is ItemKind.RECEIPT)
    assert not is_open(item)
    _button(page, "Take the last one back").click()
    assert window.session.case.reviews[-1].kind is EventKind.APPROVED


def test_the_dialog_says_what_is_missing(window: MainWindow, page: ReviewPage, qtbot: QtBot) -> None:
    _note(window, page, EventKind.SUBMITTED)
    assert page.now is not None
    editor = ReviewEditor(window.context, EventKind.RETURNED, page.now, window)
    qtbot.addWidget(editor)
    editor.accept()
    assert "reason" in editor._problem.accessibleName()
    editor.reasons[ReturnReason.OTHER].box.setChecked(True)
    editor.accept()
    assert "what they said" in editor._problem.accessibleName()
    editor.line("note").setText("a page is missing")
    editor.accept()
    assert editor.result() == ReviewEditor.DialogCode.Accepted


def test_a_repair_leads_to_its_step(open_window: OpenWindow) -> None:
    window = open_window("en")
    sample_in(window)
    window.show_step(Step.REVIEW)
    repairs = window.workspace.wizard.page(Step.REVIEW).findChild(RepairCard)
    assert repairs is not None
    _button(repairs, "Shop and terminals").click()
    assert window.workspace.wizard.step is Step.IDENTITY


def test_another_number_of_days_moves_the_expected_day(window: MainWindow, page: ReviewPage, qtbot: QtBot) -> None:
    _note(window, page, EventKind.SUBMITTED)
    (before,) = window.ledger.items()
    state = page._cards[0]
    editor = state._days["answer_days"]
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, "15")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    (after,) = window.ledger.items()
    assert window.session.case.review.answer_days == 15
    assert before.due_on is not None
    assert after.due_on is not None
    assert after.due_on > before.due_on


def test_silence_past_the_expected_day_shows_the_ladder(window: MainWindow, page: ReviewPage) -> None:
    day = window.context.today.replace(day=2)
    page.noted.emit(ReviewEvent(EventKind.SUBMITTED, day, 1, DeliveryChannel.EMS))
    assert any("Nobody has answered" in each.accessibleName() for each in page.findChildren(Banner))
    assert not page._cards[0]._rungs.isHidden()


def test_the_next_version_says_what_it_changed(window: MainWindow, page: ReviewPage) -> None:
    case = window.session.case
    texts = (IssuedText(1, None, ("电话：1",), ("Phone: 1",)), IssuedText(2, None, ("电话：2",), ("Phone: 2",)))
    window.session.edit(replace(case, letter=replace(case.letter, issued_version=2), issued_texts=texts))
    card = page.findChild(ChangesCard)
    assert card is not None
    assert not card.isHidden()
    told: list[tuple[str, str]] = []
    page.print_asked.disconnect()
    page.print_asked.connect(lambda title, text, _: told.append((title, text)))
    _button(card, "Print this note").click()
    assert told == [("What version 2 changed", "Before: Phone: 1\nNow: Phone: 2\n")]


def test_the_delivery_log_fills_in_the_handing_in(window: MainWindow, page: ReviewPage, today: date) -> None:
    arrived = today - timedelta(days=2)
    sent = Delivery(
        version=1, channel=DeliveryChannel.EMS, number="E9", sent_on=today - timedelta(days=4), proof="签收"
    )
    window.session.edit(replace(window.session.case, deliveries=(replace(sent, arrived_on=arrived),)))
    assert page.now is not None
    editor = ReviewEditor(window.context, EventKind.SUBMITTED, page.now, window)
    noted = editor.value()
    assert (noted.happened_on, noted.how, noted.number) == (arrived, DeliveryChannel.EMS, "E9")
    editor.reject()
    assert editor.result() == ReviewEditor.DialogCode.Rejected
    editor.deleteLater()
