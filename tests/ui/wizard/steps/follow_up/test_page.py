"""The follow-up keeps confirmation, deposit and charges, and says what is still missing."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pos_closeout.actions.bills.import_statement import import_statements
from pos_closeout.actions.bills.statement_words import load_words
from pos_closeout.actions.cases.cases import list_cases
from pos_closeout.actions.data_folder import Store
from pos_closeout.domain.case.case import LetterLanguage
from pos_closeout.domain.case.follow_up import LateCharge, LeftWhy
from pos_closeout.domain.case.issued_papers import PaperKind
from pos_closeout.domain.ledger.open_items import ItemKind, is_open
from pos_closeout.domain.phases import Step
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.wizard.steps.application.page import ApplicationPage
from pos_closeout.ui.wizard.steps.follow_up.deposit import DepositCard
from pos_closeout.ui.wizard.steps.follow_up.page import FollowUpPage
from pos_closeout.ui.wizard.steps.follow_up.watch import WatchCard
from tests.ui.conftest import Clock, OpenWindow, sample_in


def _page(window: MainWindow) -> FollowUpPage:
    sample_in(window)
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


def _bring(window: MainWindow, folder: Path, text: str) -> None:
    """Import a statement of the settlement account into the case on the screen."""
    path, context = folder / "back.csv", window.context
    path.write_text(f"卡号: 6214********5566\n记账日期,金额,余额,对方户名,摘要\n{text}\n", encoding="utf-8")
    window.session.flush()
    words = load_words(context.paths.resources)
    now = context.clock()
    import_statements(context.store, window.session.case.id, [path], vocabulary=words, today=context.today, now=now)


def _press_back(page: FollowUpPage, window: MainWindow, qtbot: QtBot, name: str) -> None:
    page.money_back.tell(window.workspace.situation())

    def there() -> list[QPushButton]:
        return [each for each in page.money_back.findChildren(QPushButton) if each.text().strip() == name]

    qtbot.waitUntil(lambda: bool(there()))
    qtbot.keyClick(there()[0], Qt.Key.Key_Space)


def test_money_that_came_back_settles_the_charge_it_belongs_to(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window("en")
    page = _page(window)
    charge = LateCharge(date(2027, 1, 20), 36_00, "流量费")
    window.session.edit(replace(window.session.case, late_charges=(charge,)))
    _bring(window, tmp_path, "2027-01-21,36.00,100.00,青禾支付,退费")
    _press_back(page, window, qtbot, "Yes, it came back")
    assert window.session.case.late_charges == (replace(charge, returned_on=date(2027, 1, 21)),)
    assert page.money_back.findChildren(QPushButton)


def test_a_deposit_that_came_back_is_cleared_in_the_list_or_entered(
    open_window: OpenWindow, qtbot: QtBot, store: Store, tmp_path: Path, clock: Clock
) -> None:
    window = open_window("en")
    page = _page(window)
    items = [each for each in window.workspace.situation().items if each.kind is ItemKind.DEPOSIT]
    (item,) = [each for each in items if is_open(each)]
    yuan = f"{(item.amount_fen or 0) / 100:.2f}"
    clock.now = datetime(2027, 1, 22, 12, tzinfo=UTC)
    _bring(window, tmp_path, f"2027-01-21,{yuan},1000.00,青禾支付,押金退还")
    _press_back(page, window, qtbot, "Clear it with this")
    kept = store.items.get(item.id)
    assert (kept.cleared_on, "back.csv, row 3" in kept.cleared_how) == (date(2027, 1, 21), True)


def test_tab_leaves_a_note(open_window: OpenWindow, qtbot: QtBot) -> None:
    note = _page(open_window("zh"))._notes["went_well"]
    note.setFocus()
    qtbot.keyClicks(note, "ok")
    qtbot.keyClick(note, Qt.Key.Key_Tab)
    assert note.toPlainText() == "ok"


def test_a_charge_opens_the_objection(open_window: OpenWindow) -> None:
    window = open_window("zh")
    page = _page(window)
    charge = LateCharge(date(2026, 11, 20), 36_00, "流量费")
    window.session.edit(replace(window.session.case, late_charges=(charge,)))
    page.watch.objection_asked.emit()
    shown = window.workspace.wizard.page(Step.APPLICATION)
    assert isinstance(shown, ApplicationPage)
    assert shown.papers.kind is PaperKind.FEES


def on_statements(monkeypatch: pytest.MonkeyPatch, found: tuple[LateCharge, ...]) -> None:
    """Let another import bring statements with charges on them."""
    there = "pos_closeout.ui.wizard.steps.follow_up.watch"
    monkeypatch.setattr(f"{there}.charges_beside", lambda _path, _case: found)
    monkeypatch.setattr(f"{there}.list_bills", lambda _store, _case_id: (SimpleNamespace(id=1),))


def test_a_found_charge_is_written_down_by_a_click(
    open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window("en")
    page = _page(window)
    found = (LateCharge(date(2026, 11, 20), 36_00, "流量费"),)
    on_statements(monkeypatch, found)
    page.watch.tell(window.workspace.situation())

    def keeping() -> list[QPushButton]:
        return [each for each in page.watch.findChildren(QPushButton) if "write it down" in each.text()]

    qtbot.waitUntil(lambda: bool(keeping()))
    keeping()[0].click()
    assert [each.what for each in window.session.case.late_charges] == ["流量费"]


@pytest.mark.parametrize(("wish", "why"), [("Not one of theirs", LeftWhy.NOT_THEIRS), ("Owed", LeftWhy.OWED)])
def test_what_is_no_charge_is_left_and_can_be_looked_at_again(
    open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, wish: str, why: LeftWhy
) -> None:
    def press(name: str) -> None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        found = next(each for each in page.watch.findChildren(QPushButton) if each.text().strip().startswith(name))
        found.setFocus()
        qtbot.keyClick(found, Qt.Key.Key_Space)

    window = open_window("en")
    page = _page(window)
    found = LateCharge(date(2026, 11, 20), 36_00, "流量费")
    on_statements(monkeypatch, (found,))
    page.watch.tell(window.workspace.situation())
    qtbot.waitUntil(lambda: any(each.text() == "Not one of theirs" for each in page.findChildren(QPushButton)))
    press(wish)
    assert window.session.case.late_charges == (replace(found, left_on=window.context.today, left_why=why),)
    assert "charges" not in window.workspace.situation().statuses[Step.FOLLOW_UP].missing
    press("Look at it again")
    assert window.session.case.late_charges == ()
    press("It is a charge")
    assert window.session.case.late_charges == (found,)


def test_the_bundle_is_made_told_and_checked_and_a_changed_one_is_rejected(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window("en")
    page = _page(window)
    office, made = window.workspace._bundles, tmp_path / "evidence.zip"
    assert office is not None
    with qtbot.waitSignal(office.made):
        office.make(made, LetterLanguage.ENGLISH)
    with qtbot.waitSignal(office.checked):
        office.verify(made)
    said = {each.accessibleName() for each in page.bundle.findChildren(QWidget)}
    assert "evidence.zip is whole: no byte has changed." in said
    data = bytearray(made.read_bytes())
    data[len(data) // 3] ^= 1
    made.write_bytes(data)
    with qtbot.waitSignal(office.checked):
        office.verify(made)
    assert any("was changed" in each.accessibleName() for each in page.bundle.findChildren(QWidget))
