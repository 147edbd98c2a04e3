"""Keeps the mouse from changing an answer that nobody meant to change."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QPushButton, QWidget

REPEATS = "repeats"
"""Property of a button that is pressed many times in a row, such as one that magnifies."""


class AccidentGuard(QObject):
    """One filter for every window: the wheel scrolls and never chooses, and a double click presses a button once.

    Args:
        app: what is watched.
        parent: what the guard goes with.
    """

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take out what would change something by accident."""
        kind = event.type()
        if kind == QEvent.Type.Wheel and isinstance(watched, QWidget) and _chooses(watched):
            # Not taken: the page around it scrolls.
            event.ignore()
            return True
        return (
            kind == QEvent.Type.MouseButtonDblClick
            and isinstance(watched, QPushButton)
            and not watched.property(REPEATS)
        )


def _chooses(widget: QWidget) -> bool:
    """Return whether the wheel over a widget would change what it says."""
    around = widget.parentWidget()
    return any(isinstance(each, QComboBox | QAbstractSpinBox) for each in (widget, around))
