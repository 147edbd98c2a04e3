"""Draws the icons that the style sheet names, which takes them from files only and in one colour each.

Run it again when a token or an icon changes: ``python packaging/icons/draw.py`` (a test compares).
"""

import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from pos_closeout.ui.style.icons import Icons
from pos_closeout.ui.style.look import SHEET_ICONS, sheet_icon
from pos_closeout.ui.style.tokens import DARK, LIGHT

ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons"
SIZE = 16
"""Logical pixels; drawn twice as large, for sharp screens."""


def main() -> None:
    """Write ``resources/icons/sheet/*.png``."""
    app = QGuiApplication(sys.argv)
    icons = Icons(ICONS / "lucide")
    for tokens in (LIGHT, DARK):
        for name, colour in SHEET_ICONS.items():
            icons.icon_of_sheet(name, getattr(tokens, colour), SIZE).save(str(sheet_icon(ICONS, name, tokens)))
    app.quit()


if __name__ == "__main__":
    main()
