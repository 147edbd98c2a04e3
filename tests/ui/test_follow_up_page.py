"""The follow-up keeps confirmation, deposit and charges, and says what is still missing."""

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pos_closeout.actions.cases import list_cases
from pos_closeout.actions.data_folder import Store
from pos_closeout.domain.phases import Step
from pos_closeout.ui.main_window import MainWindow
from pos_closeout.ui.steps.follow_up import FollowUpPage
from pos_closeout.ui.steps.follow_up_money import DepositCard, WatchCard
from tests.ui.conftest import OpenWindow


def _page(window: MainWindow) -> FollowUpPage:
    window.open_sample()
    window.show_step(Step.FOLLOW_UP)
    page = window.workspace.wizard.page(Step.FOLLOW_UP)
    assert isinstance(page, FollowUpPage)
    return page


def test_a_confirmation_is_typed_and_kept(open_window: OpenWindow, qtbot: QtBot, store: Store) -> None:
    window = open_window("en")
    page = _page(window)
    page._confirmed.setFocus()
    qtbot.keyClicks(page._confirmed, "2026-11-20")
    qtbot.keyClicks(page._lines["confirmation_number"], "HZ-88")
    window.session.flush()
    told = list_cases(store)[-1].follow_up
    assert (told.confirmed_on, told.confirmation_number) == (date(2026, 11, 20), "HZ-88")
    assert "confirmation" not in window.workspace.situation().statuses[Step.FOLLOW_UP].missing


def test_a_deposit_that_came_back_short_is_named(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window("en")
    card = _page(window).findChild(DepositCard)
    assert card is not None
    field = card._money["deposit_received_fen"]
    field.setFocus()
    qtbot.keyClicks(field, "1")
    assert window.session.case.follow_up.deposit_received_fen == 100
    assert "deposit" in window.workspace.situation().statuses[Step.FOLLOW_UP].missing


def test_a_charge_needs_day_and_amount_and_is_then_listed(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window("en")
    card = _page(window).findChild(WatchCard)
    assert card is not None
    card.add()
    assert "day and the amount" in card._problem.text()
    qtbot.keyClicks(card._day, "2026-11-20")
    qtbot.keyClicks(card._amount, "36")
    qtbot.keyClicks(card._what, "data fee")
    card.add()
    (charge,) = window.session.case.late_charges
    assert (charge.amount_fen, charge.what) == (36_00, "data fee")
    assert card._amount.text() == ""


def test_tab_leaves_a_note(open_window: OpenWindow, qtbot: QtBot) -> None:
    note = _page(open_window("zh"))._notes["went_well"]
    note.setFocus()
    qtbot.keyClicks(note, "ok")
    qtbot.keyClick(note, Qt.Key.Key_Tab)
    assert note.toPlainText() == "ok"
