"""What the owner chose for the screen, read from and written to the settings of the data folder."""

from dataclasses import dataclass

from PySide6.QtCore import QLocale

from pos_closeout.ui.style.tokens import Scheme, TextSize

LANGUAGES = ("zh", "en")

TRAY_SETTING = "tray.keep"
"""``1`` keep reminding in the tray when the window is closed, ``0`` quit, missing: ask."""

DETAILS_SETTING = "item.details"
"""``1`` while the owner wants all fields of an entry at once; missing: the few that matter."""

COLUMNS_SETTING = "list.columns"
QUERY_SETTING = "list.query"
"""The choosable columns of the outstanding list that are shown, with commas between; missing: the usual ones."""


@dataclass(frozen=True, slots=True)
class ScreenSettings:
    """Language of the screen (``zh`` or ``en``), text size, colour scheme, and whether the side panel is unfolded."""

    language: str
    size: TextSize = TextSize.NORMAL
    scheme: Scheme = Scheme.SYSTEM
    panel: bool = True


def read_screen_settings(stored: dict[str, str]) -> ScreenSettings:
    """Return the settings; what is missing or unknown takes its usual value, the language that of the system."""
    language = stored.get("language", "")
    return ScreenSettings(
        language=language if language in LANGUAGES else guessed_language(),
        size=_size(stored.get("text_size", "")),
        scheme=_scheme(stored.get("scheme", "")),
        panel=stored.get("panel", "1") != "0",
    )


def stored_form(settings: ScreenSettings) -> dict[str, str]:
    """Return the settings as they are stored."""
    return {
        "language": settings.language,
        "text_size": settings.size.value,
        "scheme": settings.scheme.value,
        "panel": "1" if settings.panel else "0",
    }


def guessed_language() -> str:
    """Return ``zh`` where the system's screen language is Chinese, else ``en``."""
    return "zh" if any(name.startswith("zh") for name in QLocale.system().uiLanguages()) else "en"


def _size(value: str) -> TextSize:
    return TextSize(value) if value in set(TextSize) else TextSize.NORMAL


def _scheme(value: str) -> Scheme:
    return Scheme(value) if value in set(Scheme) else Scheme.SYSTEM
