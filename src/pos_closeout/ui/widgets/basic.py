"""Labels, buttons, cards and tags in the program's few roles."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from pos_closeout.ui.plain_text import shown_plain
from pos_closeout.ui.style.look import Look
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.style.values import AT_THE_TOP, IN_THE_MIDDLE, NEVER_SCROLLS, NO_FOCUS, PLAIN_TEXT
from pos_closeout.ui.widgets.push_button import PushButton


def label(text: str, role: str = "body", *, wrap: bool = True, tone: Tone | None = None) -> QLabel:
    """Return a label in a role of the style sheet: title, subtitle, cardTitle, strong, hint, caption, figure, body."""
    made = QLabel(text)
    made.setProperty("textFormat", PLAIN_TEXT)
    made.setProperty("role", role)
    if tone is not None:
        made.setProperty("tone", tone.value)
    made.setWordWrap(wrap)
    if wrap:
        made.setMinimumWidth(0)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return made


def set_tone(made: QWidget, name: str, value: str) -> None:
    """Change a style sheet property of a shown widget and redraw it."""
    if made.property(name) != value:
        made.setProperty(name, value)
        made.style().unpolish(made)
        made.style().polish(made)


def button(
    look: Look, text: str, act: Callable[[], object], *, icon: str = "", kind: str = "", name: str = ""
) -> PushButton:
    """Return a push button.

    Args:
        look: the look in force.
        text: what it says, with ``&`` for the mnemonic.
        act: what it does.
        icon: a Lucide name.
        kind: "", primary, primarySmall, small, danger, quiet, link, chip or choice.
        name: what a screen reader says when the button shows an icon only.
    """
    # Qt sets icon and text close together; a space keeps them apart at every text size.
    made = PushButton(f" {text}" if icon and text else text)
    made.setProperty("kind", kind)
    if icon:
        on_accent = look.tokens.on_accent
        colours = {"primary": on_accent, "primarySmall": on_accent, "danger": look.tokens.seal}
        colour = colours.get(kind, look.tokens.ink)
        size = 16 if kind in {"small", "primarySmall"} else 18
        made.setIcon(look.icon(icon, colour, size))
        made.setIconSize(QSize(look.px(size), look.px(size)))
    made.setAutoDefault(False)
    made.setAccessibleName(name or text.replace("&", ""))
    if name and not text:
        made.setToolTip(shown_plain(name))
    made.clicked.connect(lambda: act())
    if kind == "chip" and text:
        set_chip_text(look, made, text)
    return made


def chip(look: Look, text: str, act: Callable[[], object], *, icon: str = "") -> QPushButton:
    """Return a chip that can be checked, wide enough for its words in the bolder type of a checked one."""
    made = button(look, text, act, icon=icon, kind="chip")
    made.setCheckable(True)
    return made


def set_chip_text(look: Look, made: QPushButton, text: str) -> None:
    """Change the words of a chip, with its width."""
    made.setText(f" {text}" if not made.icon().isNull() else text)
    made.setAccessibleName(text.replace("&", ""))
    font = QFont(made.font())
    font.setPixelSize(look.px(14))
    font.setWeight(QFont.Weight.DemiBold)
    words = QFontMetrics(font).horizontalAdvance(made.text().replace("&", ""))
    symbol = 0 if made.icon().isNull() else made.iconSize().width() + 6
    made.setMinimumWidth(words + symbol + 2 * 14 + 6)


def column(
    *parts: QWidget | QLayout, spacing: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QVBoxLayout:
    """Return a vertical layout of the parts."""
    layout = QVBoxLayout()
    _fill(layout, parts, spacing, margins)
    return layout


def row(*parts: QWidget | QLayout, spacing: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """Return a horizontal layout of the parts."""
    layout = QHBoxLayout()
    _fill(layout, parts, spacing, margins)
    return layout


def _fill(
    layout: QVBoxLayout | QHBoxLayout,
    parts: tuple[QWidget | QLayout, ...],
    spacing: int,
    margins: tuple[int, int, int, int],
) -> None:
    layout.setSpacing(spacing)
    layout.setContentsMargins(*margins)
    for part in parts:
        if isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)


def framed(layout: QLayout, role: str = "") -> QFrame:
    """Return a frame around a layout, in a role of the style sheet such as card or quote."""
    frame = QFrame()
    frame.setProperty("role", role)
    frame.setLayout(layout)
    return frame


def card(*parts: QWidget | QLayout, spacing: int = 8) -> QFrame:
    """Return a white card with its parts below each other."""
    return framed(column(*parts, spacing=spacing, margins=(20, 18, 20, 18)), "card")


def rule() -> QFrame:
    """Return a thin horizontal line."""
    line = QFrame()
    line.setProperty("role", "rule")
    return line


def icon_label(look: Look, name: str, tone: Tone, size: int = 18, *, top: bool = False) -> QLabel:
    """Return an icon that stands beside a text which says the same (so a screen reader passes it over).

    Args:
        look: the look in force.
        name: a Lucide name.
        tone: its colour.
        size: in pixels at normal text.
        top: stand beside the first line of a longer text instead of its middle.
    """
    made = QLabel()
    made.setPixmap(look.pixmap(name, look.tokens.foreground(tone), size))
    made.setFixedWidth(look.px(size) + 2)
    made.setProperty("alignment", AT_THE_TOP if top else IN_THE_MIDDLE)
    return made


def tag(look: Look, icon: str, text: str, tone: Tone) -> QFrame:
    """Return an icon and a word on the soft colour of a tone."""
    word = QLabel(text)
    word.setProperty("textFormat", PLAIN_TEXT)
    colour = look.tokens.foreground(tone)
    word.setStyleSheet(f"color: {colour}; font-size: {look.px(13)}px; background: transparent;")
    layout = row(icon_label(look, icon, tone, 14), word, spacing=4, margins=(8, 2, 8, 2))
    frame = framed(layout)
    frame.setStyleSheet(f"QFrame {{ background: {look.tokens.background(tone)}; border-radius: {look.px(11)}px; }}")
    frame.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    frame.setAccessibleName(text)
    return frame


def scrolled(inner: QWidget) -> QScrollArea:
    """Return a vertical scroll area around a widget; it never scrolls sideways."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setProperty("horizontalScrollBarPolicy", NEVER_SCROLLS)
    area.setProperty("focusPolicy", NO_FOCUS)
    area.setWidget(inner)
    return area


def needed_width(area: QScrollArea) -> int:
    """Return how wide an area of :func:`scrolled` must be, in pixels, for nothing in it to be cut."""
    return area.widget().minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width() + 2 * area.frameWidth()


def clear_layout(layout: QLayout) -> None:
    """Take everything out of a layout and delete it."""
    while layout.count():
        item = layout.takeAt(0)
        inner: QLayout | None = item.layout()
        widget: QWidget | None = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear_layout(inner)
