"""The rail: the name of every step can be read whole, whatever its state, the language and the text size."""

from itertools import product
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pos_closeout.domain.phases import Step, StepState
from pos_closeout.domain.steps.progress import StepStatus
from pos_closeout.guidance import load_guidance
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.look import LookMaker
from pos_closeout.ui.style.tokens import Scheme, TextSize
from pos_closeout.ui.wizard.rail import Rail, RailEntry


@pytest.mark.parametrize(("language", "size"), list(product(("zh", "en"), TextSize)))
def test_no_name_is_cut(qapp: QApplication, qtbot: QtBot, resources: Path, language: str, size: TextSize) -> None:
    look = LookMaker(resources / "icons").apply(qapp, Scheme.LIGHT, size, language)
    # As high as a small window: a scroll bar takes its part of the width.
    window = QWidget()
    rail = Rail(Context(look, load_guidance(resources / "guidance"), language))
    rail.setParent(window)
    qtbot.addWidget(window)
    window.resize(1024, 300)
    rail.setFixedHeight(300)
    window.show()
    for state in StepState:
        rail.tell(dict.fromkeys(Step, StepStatus(state)), Step.CONTACT)
        QApplication.processEvents()
        for entry in rail.findChildren(RailEntry):
            # Very large type leaves no room for the state, which the icon and the tool tip say as well.
            word = "" if size is TextSize.VERY_LARGE else entry.accessibleDescription()
            assert entry.needed_width(entry.text(), word) <= entry.width(), entry.text()
    qapp.setStyleSheet("")
