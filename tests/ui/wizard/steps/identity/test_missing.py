"""Step 2 names what the letter lacks, and one click leads to each of it."""

from dataclasses import replace

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
