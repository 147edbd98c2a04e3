"""Tab goes in reading order, also to a button that came later."""

from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pos_closeout.domain.phases import Step
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.wizard.steps.purpose.page import PurposePage
from tests.ui.conftest import OpenWindow


def stops(window: QWidget, first: QWidget) -> list[QWidget]:
    """Return what the focus chain goes through from a widget on."""
    found, at = [first], first.nextInFocusChain()
    while at is not None and at is not first:
        found.append(at)
        at = at.nextInFocusChain()
    return [each for each in found if each.window() is window]


def test_the_button_of_a_banner_comes_before_what_stands_below_it(open_window: OpenWindow, qtbot: QtBot) -> None:
    held = QWidget()
    qtbot.addWidget(held)
    above, banner, below = QLineEdit(), Banner(open_window().context), QLineEdit()
    layout = QVBoxLayout(held)
    for part in (above, banner, below):
        layout.addWidget(part)
    held.show()
    for _ in range(2):
        banner.tell(Tone.ACCENT, "told", "do it", held.update)
        way = banner.findChildren(QPushButton)[-1]
        chain = stops(held, above)
        assert chain.index(above) < chain.index(way) < chain.index(below)


def test_the_first_step_is_gone_through_as_it_is_read(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    window.new_case()
    page = window.workspace.wizard.page(Step.PURPOSE)
    assert isinstance(page, PurposePage)
    for choice in (*page.three.entities.values(), *page.three.kinds.values()):
        choice.click()
    page.three._reasons[next(iter(page.three._reasons))].click()
    page._rows._added()
    qtbot.waitUntil(lambda: page.day._chips.count() > 0)
    first, second = page._rows._lines
    take = next(each for each in page.action._advice.findChildren(QPushButton) if each.text())
    chip = page.day._chips.itemAt(0)
    assert chip is not None
    wanted = [
        *page.three.entities.values(),
        *page.three.kinds.values(),
        *page.three._reasons.values(),
        take,
        *page.action.choices.values(),
        first.number,
        first.place,
        first.kind,
        first.action,
        first.remove,
        second.number,
        second.remove,
        page._rows._add,
        chip.widget(),
        page.day.stop,
        page._profile._unfold,
        page._left_out.show_list,
    ]
    chain = stops(window, wanted[0])
    assert sorted(wanted, key=chain.index) == wanted
