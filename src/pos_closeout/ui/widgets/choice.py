"""Choices whose words wrap, where Qt's own button and check box would grow wider than the window."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from pos_closeout.ui.style.look import Look
from pos_closeout.ui.widgets.basic import label
from pos_closeout.ui.widgets.push_button import PushButton


class ChoiceButton(PushButton):
    """A checkable button with a name and a line of explanation below it."""

    def __init__(self, name: str, explanation: str, act: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("kind", "choice")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(name)
        self.setAccessibleDescription(explanation)
        self._words = layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 9, 14, 9)
        layout.setSpacing(2)
        for text, role in ((name, "strong"), (explanation, "hint")):
            words = label(text, role)
            words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda: act())

    def sizeHint(self) -> QSize:
        """Ask for what the words need."""
        return self._words.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as the longest word."""
        return self._words.minimumSize()

    def hasHeightForWidth(self) -> bool:
        """Say that a narrower button is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height the words need at a width, in pixels."""
        return self._words.heightForWidth(width)


class PictureChoice(ChoiceButton):
    """A checkable button with a drawing above its name, in the accent while it is chosen.

    Args:
        look: the look in force.
        drawing: the name of the drawing.
        name: what it shows.
        explanation: how to tell it from the others.
        act: what a press does.
    """

    WIDTH = 92
    """Pixels at normal text."""

    def __init__(self, look: Look, drawing: str, name: str, explanation: str, act: Callable[[], object]) -> None:
        super().__init__(name, explanation, act)
        self._look, self._drawing = look, drawing
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words.insertWidget(0, self._picture)
        # Beside a longer name the words of a shorter one stay below the drawing.
        self._words.addStretch()
        self.toggled.connect(self._draw)
        self._draw(checked=False)

    def _draw(self, checked: bool) -> None:
        tokens = self._look.tokens
        colour = tokens.accent if checked else tokens.mute
        self._picture.setPixmap(self._look.pixmap(self._drawing, colour, self.WIDTH))


class _Words(QLabel):
    """The words beside a box; a click on them counts as one on the box."""

    clicked = Signal()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a click."""
        super().mouseReleaseEvent(event)
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit()


class CheckLine(QWidget):
    """A check box whose words wrap."""

    toggled = Signal(bool)

    def __init__(self, text: str) -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.setAccessibleName(text)
        self.box.toggled.connect(self.toggled)
        words = _Words(text)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.clicked.connect(self.box.toggle)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setSpacing(8)
        layout.addWidget(self.box, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(words, 1)
        self.setFocusProxy(self.box)

    def set_checked(self, *, checked: bool) -> None:
        """Tick the box or take the tick away."""
        self.box.setChecked(checked)
