"""The look in force: tokens, scale and icons, put on at start and again whenever a setting changes."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QColor, QFont, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from pos_closeout.ui.style.icons import Icons
from pos_closeout.ui.style.sheet import CHINESE_FAMILIES, LATIN_FAMILIES, sheet
from pos_closeout.ui.style.tokens import DARK, LIGHT, SCALES, Scheme, TextSize, Tokens

SHEET_ICONS = {"chevron-down": "mute", "check": "accent"}
"""The icons that the style sheet names, and the colour of each: a field of :class:`Tokens`."""


def sheet_icon(folder: Path, name: str, tokens: Tokens) -> Path:
    """Return the drawn icon of a scheme: style sheets take images from files only, and do not colour them."""
    return folder / "sheet" / f"{name}-{'dark' if tokens.dark else 'light'}.png"


@dataclass(frozen=True, slots=True)
class Look:
    """What a widget needs to draw itself."""

    tokens: Tokens
    scale: float
    icons: Icons

    def px(self, size: int) -> int:
        """Return a size given for normal text at the text size in force."""
        return round(size * self.scale)

    def pixmap(self, name: str, colour: str, size: int = 18) -> QPixmap:
        """Return an icon in a colour at the text size in force."""
        return self.icons.pixmap(name, colour, self.px(size))

    def icon(self, name: str, colour: str = "", size: int = 18) -> QIcon:
        """Return an icon for a button; without a colour in ink."""
        return QIcon(self.pixmap(name, colour or self.tokens.ink, size))


class LookMaker:
    """Makes a look of the settings and dresses the application in it.

    Args:
        icons: the folder that holds the Lucide icons, the drawings of devices and the icons of the style sheet.
    """

    def __init__(self, icons: Path) -> None:
        self._folder, self._icons = icons, Icons(icons / "lucide", icons / "device")
        self._dressed = False

    def apply(self, app: QApplication, scheme: Scheme, size: TextSize, language: str = "zh") -> Look:
        """Dress the application and return the look; ``language`` of the screen decides which fonts come first."""
        look = Look(self._tokens(app, scheme), SCALES[size], self._icons)
        app.setPalette(_palette(look.tokens))
        self._dressed = True
        font = QFont()
        font.setFamilies([*(LATIN_FAMILIES if language == "en" else ()), *CHINESE_FAMILIES])
        font.setPixelSize(look.px(15))
        app.setFont(font)
        images = {name: sheet_icon(self._folder, name, look.tokens).as_posix() for name in SHEET_ICONS}
        app.setStyleSheet(sheet(look.tokens, look.scale, images["chevron-down"], images["check"]))
        return look

    def _tokens(self, app: QApplication, scheme: Scheme) -> Tokens:
        dark = _system_is_dark(app, dressed=self._dressed) if scheme is Scheme.SYSTEM else scheme is Scheme.DARK
        return DARK if dark else LIGHT


def _system_is_dark(app: QApplication, *, dressed: bool) -> bool:
    if not dressed:
        # The system's own palette is still in force and says the same, without loading the namespace Qt.
        return app.palette().window().color().lightness() < 128
    from PySide6.QtCore import Qt

    return app.styleHints().colorScheme() is Qt.ColorScheme.Dark


def _palette(tokens: Tokens) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: tokens.bg,
        QPalette.ColorRole.WindowText: tokens.ink,
        QPalette.ColorRole.Base: tokens.field,
        QPalette.ColorRole.AlternateBase: tokens.rail,
        QPalette.ColorRole.Text: tokens.ink,
        QPalette.ColorRole.Button: tokens.card,
        QPalette.ColorRole.ButtonText: tokens.ink,
        QPalette.ColorRole.ToolTipBase: tokens.card,
        QPalette.ColorRole.ToolTipText: tokens.ink,
        QPalette.ColorRole.Highlight: tokens.accent,
        QPalette.ColorRole.HighlightedText: tokens.on_accent,
        QPalette.ColorRole.PlaceholderText: tokens.mute,
        QPalette.ColorRole.Link: tokens.accent,
        QPalette.ColorRole.Mid: tokens.edge,
        QPalette.ColorRole.Dark: tokens.edge,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.mute))
    return palette
