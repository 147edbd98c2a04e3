"""The icons that the style sheet takes from files are those the program would draw."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from pos_closeout.ui.style.icons import Icons
from pos_closeout.ui.style.look import SHEET_ICONS, sheet_icon
from pos_closeout.ui.style.tokens import DARK, LIGHT, Tokens

MOST = 16


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
@pytest.mark.parametrize("name", SHEET_ICONS)
def test_a_drawn_icon_is_as_the_icons_and_tokens_are_now(
    name: str, tokens: Tokens, resources: Path, qtbot: QtBot
) -> None:
    drawn = Icons(resources / "icons" / "lucide").icon_of_sheet(name, getattr(tokens, SHEET_ICONS[name]), 16).toImage()
    kept = QImage(str(sheet_icon(resources / "icons", name, tokens))).convertToFormat(drawn.format())
    assert kept.size() == drawn.size()
    places = [(x, y) for x in range(drawn.width()) for y in range(drawn.height())]
    assert all(alike(kept.pixelColor(*place), drawn.pixelColor(*place)) for place in places)


def alike(one: QColor, other: QColor) -> bool:
    """Return whether two colours look the same; of what is nearly transparent only that it is."""
    if abs(one.alpha() - other.alpha()) > MOST:
        return False
    parts = zip((one.red(), one.green(), one.blue()), (other.red(), other.green(), other.blue()), strict=True)
    return other.alpha() < 2 * MOST or all(abs(a - b) <= MOST for a, b in parts)
