"""The acquirer's name is completed from the directory; what it knows is proposed, with source and date."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from pos_closeout.domain.phases import Step
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.wizard.steps.identity.acquirer_name import _WRITTEN
from pos_closeout.ui.wizard.steps.identity.page import IdentityPage
from tests.ui.conftest import OpenWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def opened(window: MainWindow, qtbot: QtBot) -> IdentityPage:
    window.new_case()
    window.show_step(Step.IDENTITY)
    page = window.workspace.wizard.page(Step.IDENTITY)
    assert isinstance(page, IdentityPage)
    qtbot.waitUntil(lambda: page._completer.ready)
    return page


def _button(page: IdentityPage, name: str) -> QPushButton:
    for each in page._known.findChildren(QPushButton):
        if each.accessibleName() == name:
            return each
    raise LookupError(name)


def told(page: IdentityPage) -> str:
    known = page._known
    return "\n".join(each.text() for each in known.findChildren(QLabel) if each.isVisibleTo(known))


@pytest.mark.parametrize("typed", ["lkl", "拉卡", "laka"])
def test_a_few_letters_are_enough_and_the_choice_is_the_owners(
    open_window: OpenWindow, qtbot: QtBot, typed: str
) -> None:
    window = open_window()
    page = opened(window, qtbot)
    line = page._line("acquirer.name")
    line.setFocus()
    if typed.isascii():
        qtbot.keyClicks(line, typed)
    else:
        line.setText(typed)
        line.textEdited.emit(typed)
    assert page._completer._names.item(0).text() == "拉卡拉 Lakala"
    # The list goes with its field only while that has the focus.
    assert page._completer.list.completionModel().index(0, 0).data(_WRITTEN) == "拉卡拉"
    assert window.session.case.acquirer.name == typed
    page._completer.list.activated.emit("拉卡拉")
    assert window.session.case.acquirer.name == "拉卡拉"
    assert line.text() == "拉卡拉"


def test_a_number_is_proposed_with_its_source_and_kept_only_when_asked(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    page = opened(window, qtbot)
    page._acquirer_chosen("拉卡拉")
    assert "95016" in told(page)
    assert "reported on trade pages" in told(page)
    assert "2026-11" in told(page)
    assert len(window.session.case.numbers) == 0
    keep = _button(page, "Save 95016")
    qtbot.mouseClick(keep, Qt.MouseButton.LeftButton)
    kept = window.session.case.numbers
    assert "95016" in str(kept)


def test_an_acquirer_that_left_is_a_question_and_no_fact_until_it_is_answered(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    page = opened(window, qtbot)
    page._acquirer_chosen("广东银结通")
    assert "has left the market (2024-12-09)" in told(page)
    assert window.session.case.profile.acquirer_left is None
    yes = _button(page, "Yes, that is mine")
    qtbot.mouseClick(yes, Qt.MouseButton.LeftButton)
    profile = window.session.case.profile
    assert (profile.acquirer_left, profile.acquirer_left_on) == (True, date(2024, 12, 9))


def test_what_the_letter_needs_is_marked_and_named_at_the_end(open_window: OpenWindow, qtbot: QtBot) -> None:
    page = opened(open_window(), qtbot)
    assert "needed" in page._line("merchant.phone").accessibleName()
    assert "needed" not in page._line("merchant.email").accessibleName()
    assert "Phone" in [name for name, _ in page._ready._lacking]
    page._edited("merchant.phone", "13800138000")
    assert "Phone" not in [name for name, _ in page._ready._lacking]
