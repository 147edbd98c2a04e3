"""The screen that tests and benchmarks see: the same on every machine."""

import os
from pathlib import Path

FONTS = Path(__file__).resolve().parents[1] / "packaging" / "fonts" / "fontconfig.conf"
"""Shows one face alone; the Makefile hands it to the demo as well."""

SCREEN = Path(__file__).with_name("screen.json")
"""One screen of 1920 by 1080."""


def pin_screen() -> None:
    """Settle what widths and pictures depend on; called before anything makes an application."""
    # No test may need a display, or open a window on the one there is. By itself the platform has a square one of 800.
    if os.environ.setdefault("QT_QPA_PLATFORM", "offscreen") == "offscreen":
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={SCREEN}"
    os.environ["FONTCONFIG_FILE"] = str(FONTS)
    for name in ("QT_FONT_DPI", "QT_SCALE_FACTOR", "QT_AUTO_SCREEN_SCALE_FACTOR", "QT_QPA_PLATFORMTHEME"):
        os.environ.pop(name, None)
