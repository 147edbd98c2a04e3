"""The screen that tests and benchmarks see: the same on every machine."""

import os
from pathlib import Path

FONTS = Path(__file__).resolve().parents[1] / "packaging" / "fonts" / "fontconfig.conf"
"""Shows one face alone; the Makefile hands it to the demo as well."""


def pin_screen() -> None:
    """Settle what widths and pictures depend on; called before anything makes an application."""
    # No test may need a display, or open a window on the one there is.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["FONTCONFIG_FILE"] = str(FONTS)
    for name in ("QT_FONT_DPI", "QT_SCALE_FACTOR", "QT_AUTO_SCREEN_SCALE_FACTOR", "QT_QPA_PLATFORMTHEME"):
        os.environ.pop(name, None)
