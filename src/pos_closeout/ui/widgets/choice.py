"""Choices whose words wrap, where Qt's own button and check box would grow wider than the window."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from pos_closeout.ui.widgets.basic import label
from pos_closeout.ui.widgets.spoken import make_one_of_several


class ChoiceButton(QPushButton):
    """A checkable button with a name and a line of explanation below it."""

    def __init__(self, name: str, explanation: str, act: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("kind", "choice")
        make_one_of_several(self)
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
