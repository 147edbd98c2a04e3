"""Step 5 in the window: the share that stops, the replacements and the risks, each with the keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pos_closeout.actions.papers.printing import pages_of
from pos_closeout.domain.bills import transactions
from pos_closeout.domain.bills.bills import Takings
from pos_closeout.domain.case.impact import Grade, ReplacementKind, Risk
from pos_closeout.domain.ledger.open_items import PaymentChannel
from pos_closeout.domain.phases import Step, StepState
from pos_closeout.ui.papers.paper_dialog import PaperDialog
from pos_closeout.ui.papers.print_controller import PrintController
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.widgets.date_field import DateField
from pos_closeout.ui.widgets.takings_chart import TakingsChart
from pos_closeout.ui.wizard.steps.impact.page import ImpactPage
from pos_closeout.ui.wizard.steps.impact.risk_editor import RiskEditor
from tests.ui.conftest import OpenWindow, sample_in


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    """A window with a new case on step 5."""
    opened = open_window("en")
    opened.new_case()
    opened.show_step(Step.IMPACT)
    return opened


@pytest.fixture
def page(window: MainWindow) -> ImpactPage:
    found = window.workspace.wizard.page(Step.IMPACT)
    assert isinstance(found, ImpactPage)
    return found


def _tick(qtbot: QtBot, box: QWidget) -> None:
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)


def test_an_estimate_gives_the_share_that_stops(window: MainWindow, page: ImpactPage, qtbot: QtBot) -> None:
    money = page._money
    for channel, text in ((PaymentChannel.CARD, "30000"), (PaymentChannel.WECHAT, "10000")):
        qtbot.keyClicks(money._money[channel], text)
    assert [each.monthly_fen for each in window.session.case.estimates] == [30_000_00, 10_000_00]
    assert money._figure.text() == "75%"
    _tick(qtbot, money._chips[PaymentChannel.WECHAT])
    assert window.session.case.impact.stopping_said
    assert money._figure.text() == "100%"


def test_bills_are_drawn_by_month_with_their_numbers_beside(
    window: MainWindow, page: ImpactPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = tuple(
        Takings(date(2026, month, 1), channel, 100_00 * month, 0, 1)
        for month in (9, 10)
        for channel in (transactions.BillChannel.CARD, transactions.BillChannel.ALIPAY)
    )
    monkeypatch.setattr("pos_closeout.ui.wizard.steps.impact.page.takings", lambda _store, _case: rows)
    window.show_step(Step.CONTACT)
    window.show_step(Step.IMPACT)
    chart = page.findChild(TakingsChart)
    assert chart is not None
    assert chart.accessibleDescription() == "09 ¥1,800.00 50%; 10 ¥2,000.00 50%"
    assert page._money._estimate.isHidden()
    assert page._money._chips[PaymentChannel.CARD].text() == "Card ¥1,900.00"
    window.grab()


def test_a_replacement_is_ticked_with_the_day_it_is_ready(window: MainWindow, page: ImpactPage, qtbot: QtBot) -> None:
    line = page._replacements._lines[ReplacementKind.QR_CODE]
    _tick(qtbot, line.box.box)
    day = line.findChildren(DateField)[0]
    day.setFocus()
    qtbot.keyClicks(day, "2026-12-01")
    (chosen,) = window.session.case.replacements
    assert (chosen.kind, chosen.ready_by) == (ReplacementKind.QR_CODE, date(2026, 12, 1))
    _tick(qtbot, line.ready.box)
    assert window.session.case.replacements[0].ready


def test_the_step_is_done_once_a_way_is_ready_and_the_risks_were_seen(
    window: MainWindow, page: ImpactPage, qtbot: QtBot
) -> None:
    line = page._replacements._lines[ReplacementKind.CASH]
    _tick(qtbot, line.box.box)
    _tick(qtbot, line.ready.box)
    _tick(qtbot, page._risks._accepted.box)
    assert window.workspace.situation().statuses[Step.IMPACT].state is StepState.DONE


def test_a_suggested_risk_stays_suggested_until_its_words_are_changed(window: MainWindow, qtbot: QtBot) -> None:
    editor = RiskEditor(window.context, Risk("fraud"), window, new=False)
    qtbot.addWidget(editor)
    assert editor.value() == Risk("fraud")
    editor.line("measure").setText("I answer the phone myself")
    editor.choice("likelihood").setCurrentIndex(0)
    assert editor.value() == Risk("fraud", measure="I answer the phone myself", likelihood=Grade.LOW)
    editor.line("what").clear()
    editor.accept()
    assert editor.result() != RiskEditor.DialogCode.Accepted


def test_taking_every_risk_off_leaves_an_empty_list(window: MainWindow, page: ImpactPage) -> None:
    page._risks._emit(())
    assert window.session.case.impact.risks_said
    assert page._risks._risks == ()


@pytest.mark.parametrize("step", [Step.IMPACT, Step.CONTACT, Step.REVIEW])
def test_looking_at_a_step_answers_nothing(open_window: OpenWindow, step: Step) -> None:
    window = open_window("en")
    sample_in(window)
    before = window.session.case
    window.show_step(step)
    window.show_step(Step.PURPOSE)
    window.show_step(step)
    assert window.session.case == before


def test_the_page_is_printed(open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[tuple[str, int]] = []

    def keep(_printing: PrintController, data: bytes, title: str, _accepted: object = None) -> None:
        printed.append((title, pages_of(data)))

    monkeypatch.setattr(PrintController, "print_pdf", keep)
    window = open_window("en")
    sample_in(window)
    window.show_step(Step.IMPACT)
    page = window.workspace.wizard.page(Step.IMPACT)
    button = next(each for each in page.findChildren(QPushButton) if each.accessibleName().startswith("Print this on"))
    button.click()
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(PaperDialog)))
    (shown,) = [each for each in window.findChildren(PaperDialog) if each.isVisible()]
    next(each for each in shown.findChildren(QPushButton) if "Print" in each.text().replace("&", "")).click()
    qtbot.waitUntil(lambda: bool(printed))
    assert printed == [(f"{window.session.case.number} 和顺便利店 Impact of the stop", 1)]
