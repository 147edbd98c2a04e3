"""Twelve short bars: how far a case has come."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_closeout.domain.phases import StepState
from pos_closeout.ui.context import Context
from pos_closeout.ui.plain_text import shown_plain

_GAP = 4


class StepBar(QWidget):
    """Draws one bar a step; the same is said in words below it and to screen readers."""

    def __init__(self, context: Context, states: Sequence[StepState]) -> None:
        super().__init__()
        tokens = context.look.tokens
        colours = {StepState.DONE: tokens.ok, StepState.BLOCKED: tokens.seal}
        self._colours = [colours.get(state, tokens.line) for state in states]
        done = states.count(StepState.DONE)
        told = self.tr("%1 of %2 steps done").replace("%1", str(done)).replace("%2", str(len(self._colours)))
        self.setAccessibleName(told)
        self.setToolTip(shown_plain(told))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a line's height."""
        return QSize(240, 8)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  (Qt's signature)
        """Draw the bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # A pen nobody sees: no pen at all would be a name of the namespace Qt.
        painter.setPen(QPen(QColor(0, 0, 0, 0)))
        width = (self.width() - _GAP * (len(self._colours) - 1)) / len(self._colours)
        for number, colour in enumerate(self._colours):
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(number * (width + _GAP), 0, width, self.height()), 4, 4)
