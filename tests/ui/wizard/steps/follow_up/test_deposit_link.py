"""The deposit is entered once: in the follow-up or in the outstanding list."""

from dataclasses import replace

from pos_closeout.domain.case.follow_up import DepositState
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem, is_open
from pos_closeout.domain.phases import Step
from pos_closeout.domain.steps.progress import deposit_of
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.wizard.steps.follow_up.deposit_link import DepositLink
from pos_closeout.ui.wizard.steps.follow_up.page import FollowUpPage
from tests.ui.conftest import OpenWindow, sample_in


def _link(window: MainWindow) -> DepositLink:
    sample_in(window)
    window.show_step(Step.FOLLOW_UP)
    page = window.workspace.wizard.page(Step.FOLLOW_UP)
    assert isinstance(page, FollowUpPage)
    return page.deposit_link


def _item(window: MainWindow) -> OpenItem:
    items = window.workspace.situation().items
    (item,) = (each for each in items if each.kind is ItemKind.DEPOSIT)
    return item


def test_a_deposit_settled_here_is_cleared_in_the_list(open_window: OpenWindow) -> None:
    window = open_window("zh")
    link, today = _link(window), window.context.today
    assert link.isHidden()
    case = window.session.case
    told = replace(case.follow_up, deposit_received_on=today, deposit_received_fen=case.settlement.deposit_fen)
    window.session.edit(replace(case, follow_up=told))
    assert not link.isHidden()
    link.act.click()
    assert not is_open(_item(window))
    assert _item(window).cleared_on == today
    assert "299.00" in _item(window).cleared_how
    assert link.isHidden()


def test_a_deposit_cleared_in_the_list_is_taken_over_here(open_window: OpenWindow) -> None:
    window = open_window("en")
    link, today = _link(window), window.context.today
    window.ledger.clear(_item(window), today, "bank")
    assert not link.isHidden()
    link.act.click()
    told = window.session.case.follow_up
    assert (told.deposit_received_on, told.deposit_received_fen) == (today, 299_00)
    assert deposit_of(window.session.case) is DepositState.HOME
    assert link.isHidden()
