"""The rail: the name of every step can be read whole, whatever its state, the language and the text size."""

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pos_closeout.domain.phases import Step, StepState
from pos_closeout.domain.steps.progress import StepStatus
from pos_closeout.ui.style.look import LookMaker
from pos_closeout.ui.style.tokens import Scheme, TextSize
from pos_closeout.ui.wizard.rail import Rail, RailEntry
from tests.ui.at_hand import dressed

FACES = {
    "Segoe UI": 99.0,
    "Microsoft YaHei": 101.0,
    "SimSun": 118.0,
    "DejaVu Sans": 118.0,
    "WenQuanYi Micro Hei": 108.0,
}
"""How wide the widest name of a step is in faces that the tests do not have, in percent of the one they have.

From the widths of the faces' Latin letters, DemiBold; Chinese characters are as wide as high in all of them.
"""


@pytest.mark.parametrize(("language", "size"), list(product(("zh", "en"), TextSize)))
def test_no_name_is_cut(qapp: QApplication, qtbot: QtBot, resources: Path, language: str, size: TextSize) -> None:
    with dressed(qapp, resources, language) as context:
        look = LookMaker(resources / "icons").apply(qapp, Scheme.LIGHT, size, language)
        _see_every_state(qtbot, Rail(replace(context, look=look)), size)


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("dress", list(product(("zh", "en"), TextSize)))
def test_no_name_is_cut_in_another_face(
    qapp: QApplication, qtbot: QtBot, resources: Path, dress: tuple[str, TextSize], face: str
) -> None:
    language, size = dress
    with dressed(qapp, resources, language) as context:
        look = LookMaker(resources / "icons").apply(qapp, Scheme.LIGHT, size, language)
        font = qapp.font()
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, FACES[face])
        qapp.setFont(font)
        rail = Rail(replace(context, look=look))
        assert rail.findChildren(RailEntry)[0].font().letterSpacing() == FACES[face]
        _see_every_state(qtbot, rail, size)


def _see_every_state(qtbot: QtBot, rail: Rail, size: TextSize) -> None:
    # As high as a small window: a scroll bar takes its part of the width.
    window = QWidget()
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
            silent = size is TextSize.VERY_LARGE or (size is TextSize.LARGE and entry.font().letterSpacing() > 105)
            word = "" if silent else entry.accessibleDescription()
            assert entry.needed_width(entry.text(), word) <= entry.width(), entry.text()
