"""The help key opens the entry of the page, and an identifier leads to where it stands on the slip."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from pos_closeout.domain.phases import Step
from pos_closeout.ui.library.paper_pictures import LicencePicture
from pos_closeout.ui.library.slip_picture import SlipPicture
from pos_closeout.ui.library.window import LibraryWindow
from pos_closeout.ui.shell.help_words import WORD_OF_STEP
from pos_closeout.ui.shell.main_window import MainWindow
from tests.ui.conftest import OpenWindow, sample_in


def _shown(window: MainWindow) -> str:
    library = window.findChild(LibraryWindow)
    assert library is not None
    return str(library.list.currentItem().data(0, Qt.ItemDataRole.UserRole).key)


def test_the_help_key_opens_the_entry_of_each_step(open_window: OpenWindow) -> None:
    window = open_window("en")
    sample_in(window)
    help_entry = window._menu.by_name()["library"]
    for step in Step:
        window.show_step(step)
        help_entry()
        assert _shown(window) == WORD_OF_STEP[step]


@pytest.mark.parametrize("word", ["merchant_number", "credit_code", "acquirer", "batch"])
def test_an_identifier_leads_to_its_place_on_the_slip(open_window: OpenWindow, qtbot: QtBot, word: str) -> None:
    window = open_window("en")
    sample_in(window)
    window.show_step(Step.IDENTITY)
    page = window.workspace.wizard.page(Step.IDENTITY)
    name = {
        "merchant_number": "Merchant number",
        "credit_code": "Credit code",
        "acquirer": "Full name",
        "batch": "Last batch number",
    }[word]
    ways = [each for each in page.findChildren(QPushButton) if each.text() == "Where do I find this?"]
    next(each for each in ways if each.accessibleName().startswith(name)).click()
    library = window.findChild(LibraryWindow)
    assert library is not None
    assert _shown(window) == word
    drawn = LicencePicture if word == "credit_code" else SlipPicture
    qtbot.waitUntil(lambda: library.findChild(drawn) is not None)


def test_the_help_key_opens_the_entry_of_every_other_page(open_window: OpenWindow) -> None:
    window = open_window("en")
    sample_in(window)
    help_entry = window._menu.by_name()["library"]
    pages = {"first_page": window.show_home, "open_item": window.show_list, "platform_bill": window.show_bills}
    for word, show in pages.items():
        show()
        help_entry()
        assert _shown(window) == word
