"""The delivery log of the application step: its dialog keeps, refuses and takes off."""

from collections.abc import Generator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QPushButton

from pos_closeout.domain.case.issued_papers import Delivery, DeliveryChannel, PaperKind
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.wizard.steps.application.deliveries import DeliveryEditor
from tests.ui.conftest import OpenWindow, sample_in


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    """A window with the sample case."""
    opened = open_window("en")
    sample_in(opened)
    return opened


@pytest.fixture
def editor(window: MainWindow, today: date) -> Generator[DeliveryEditor]:
    """The dialog on a letter that went by EMS."""
    sent = Delivery(paper=PaperKind.LETTER, version=1, channel=DeliveryChannel.EMS, number="E1", sent_on=today)
    made = DeliveryEditor(window.context, sent, window, new=False)
    yield made
    made.deleteLater()


def test_what_is_typed_is_the_delivery(editor: DeliveryEditor, today: date) -> None:
    before = editor.value()
    assert (before.number, before.channel, before.version) == ("E1", DeliveryChannel.EMS, 1)
    editor.line("proof").setText(" 签收截图 ")
    editor.day("arrived_on").set_value(today)
    editor.accept()
    assert editor.result() == DeliveryEditor.DialogCode.Accepted
    assert editor.value() == replace(before, proof="签收截图", arrived_on=today)


def test_it_cannot_arrive_before_it_left(editor: DeliveryEditor, today: date) -> None:
    editor.day("arrived_on").set_value(today - timedelta(days=1))
    editor.show()
    editor.accept()
    assert editor.isVisible()
    assert any(not banner.isHidden() for banner in editor.findChildren(Banner))
    editor.day("arrived_on").set_value(None)
    editor.reject()
    assert not editor.isVisible()
    assert not editor.removed


def test_it_can_be_taken_off_the_log(editor: DeliveryEditor) -> None:
    (off,) = (each for each in editor.findChildren(QPushButton) if each.text().strip() == "Take off the log")
    off.click()
    assert editor.removed
    assert editor.result() == DeliveryEditor.DialogCode.Rejected
