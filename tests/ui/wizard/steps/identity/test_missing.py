"""Step 2 names what the letter lacks, and one click leads to each of it."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QPushButton, QWidget

from pos_closeout.domain.device.terminal import Terminal
from pos_closeout.domain.phases import Step
from pos_closeout.ui.wizard.steps.identity.page import IdentityPage
from tests.ui.conftest import OpenWindow, sample_in


def _way(page: IdentityPage, name: str) -> QPushButton:
    return next(each for each in page._ready.findChildren(QPushButton) if each.isVisible() and each.text() == name)


def _inside(page: IdentityPage, part: QWidget) -> bool:
    return page.rect().contains(part.mapTo(page, part.rect().center()))


def test_one_click_leads_to_what_is_missing(open_window: OpenWindow) -> None:
    window = open_window("en")
    sample_in(window)
    case = window.session.case
    emptied = replace(case.merchant, merchant_number="", identity_number="")
    terminals = (replace(case.terminals[0], number="", serial_number=""), *case.terminals[1:])
    window.session.answer(replace(case, merchant=emptied, terminals=terminals))
    window.show_step(Step.IDENTITY)
    page = window.workspace.wizard.page(Step.IDENTITY)
    assert isinstance(page, IdentityPage)
    wanted = {
        "Merchant number": page._line("merchant.merchant_number"),
        "Credit code, registration or ID number": page._identity,
        "the terminals": page._terminals.way_to(1),
    }
    for name, part in wanted.items():
        _way(page, name).click()
        assert window.focusWidget() is part
        assert _inside(page, part)


def test_step_1_is_one_of_them(open_window: OpenWindow) -> None:
    window = open_window("en")
    sample_in(window)
    window.session.answer(replace(window.session.case, terminals=(Terminal(),)))
    window.show_step(Step.IDENTITY)
    page = window.workspace.wizard.page(Step.IDENTITY)
    assert isinstance(page, IdentityPage)
    _way(page, "answers of step 1").click()
    assert window.workspace.wizard.step is Step.PURPOSE


def test_the_day_fees_end_follows_the_stop_until_the_owner_names_one(open_window: OpenWindow) -> None:
    window = open_window("en")
    sample_in(window)
    case = window.session.case
    stop = window.context.today + timedelta(days=20)
    request = replace(case.request, stop_on=stop, after_close_of_business=True)
    window.session.answer(replace(case, request=request, settlement=replace(case.settlement, stop_billing_on=None)))
    window.show_step(Step.IDENTITY)
    page = window.workspace.wizard.page(Step.IDENTITY)
    assert isinstance(page, IdentityPage)
    line = page._line("settlement.stop_billing_on")
    assert line.placeholderText() == (stop + timedelta(days=1)).isoformat(), "the first day without payments"
    assert "letter" in line.accessibleDescription()
    assert window.session.case.settlement.stop_billing_on is None, "proposed, not answered"
    window.session.answer(replace(window.session.case, request=replace(request, stop_on=None)))
    assert line.placeholderText() == "such as 2026-12-01"
    assert line.accessibleDescription() == ""
