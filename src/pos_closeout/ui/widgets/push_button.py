"""The program's push button."""

from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QPushButton


class PushButton(QPushButton):
    """Pressed once by a double click, whose second press would meet whatever has come into its place.

    ``repeats`` is for a button that is pressed many times in a row, such as one that magnifies.
    """

    repeats = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take a second press for one only where many are usual."""
        if self.repeats:
            super().mouseDoubleClickEvent(event)
