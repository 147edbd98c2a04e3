"""The wizard ends in a card that sums up, names the next day and closes the case; no button leads nowhere."""

from PySide6.QtWidgets import QPushButton

from pos_closeout.domain.ledger.open_items import is_open
from pos_closeout.domain.phases import Step
from pos_closeout.ui.home.close_case_dialog import CloseCaseDialog
from pos_closeout.ui.wizard.steps.follow_up.page import FollowUpPage
from tests.ui.conftest import OpenWindow, sample_in


def test_the_last_step_sums_up_and_closes_the_case(open_window: OpenWindow) -> None:
    window = open_window("en")
    sample_in(window)
    window.show_step(Step.FOLLOW_UP)
    wizard = window.workspace.wizard
    page = wizard.page(Step.FOLLOW_UP)
    assert isinstance(page, FollowUpPage)
    now = window.workspace.situation()
    open_now = [item for item in now.items if is_open(item)]
    assert f"{len(open_now)} items still open" in page.ending._told.text()
    ahead = min(item.due_on for item in open_now if item.due_on is not None and item.due_on >= now.today)
    assert window.context.long_day(ahead) in page.ending._next.text()
    assert not wizard._next.isVisible()
    page.ending.close_button.click()
    dialog = window.findChild(CloseCaseDialog)
    assert dialog is not None
    dialog.reject()
    window.show_step(Step.DEVICE)
    assert wizard._next.isVisible()


def test_a_case_without_days_says_so(open_window: OpenWindow) -> None:
    window = open_window("en")
    window.new_case()
    window.show_step(Step.FOLLOW_UP)
    page = window.workspace.wizard.page(Step.FOLLOW_UP)
    assert isinstance(page, FollowUpPage)
    assert "would remind you" in page.ending._next.text()
    assert "not finished" in page.ending._told.text()
    assert page.ending.findChild(QPushButton) is page.ending.close_button
