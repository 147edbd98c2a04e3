"""On a high screen the room left over stays below the last card: nothing in a card is pulled apart."""

from PySide6.QtWidgets import QFrame, QWidget

from pos_closeout.domain.phases import Step
from pos_closeout.ui.shell.main_window import MainWindow
from tests.screens.checks import settle
from tests.ui.conftest import OpenWindow, sample_in

SCROLLED = [step for step in Step if step not in {Step.OPEN_ITEMS, Step.APPLICATION}]
"""The steps with cards below each other; list and letter fill the window as high as it is."""


def heights_of_cards(window: MainWindow, step: Step) -> list[int]:
    window.show_step(step)
    settle()
    page: QWidget = window.workspace.wizard.page(step)
    cards = (each for each in page.findChildren(QFrame) if each.property("role") == "card" and each.isVisible())
    return [each.height() for each in cards]


def test_cards_are_no_higher_on_a_high_screen(open_window: OpenWindow) -> None:
    window = open_window("zh", 1100, 700)
    sample_in(window)
    usual = {step: heights_of_cards(window, step) for step in SCROLLED}
    window.resize(1100, 2400)
    settle()
    assert {step: heights_of_cards(window, step) for step in SCROLLED} == usual
