"""Twelve short bars: how far a case has come. What they say is told by their shape as well as by their colour."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_closeout.domain.phases import Step, StepState
from pos_closeout.ui.context import Context
from pos_closeout.ui.plain_text import shown_plain
from pos_closeout.ui.widgets.step_words import listed_word, step_words

_GAP, _THIN = 4, 3


class StepBar(QWidget):
    """Draws one bar a step: a whole one is done, a parted one blocked, a thin one still to do.

    Args:
        context: the look and the texts.
        states: of the twelve steps, in their order.
        listed: items that are written down are still open: that step is not said to be done.
    """

    def __init__(self, context: Context, states: Sequence[StepState], *, listed: bool = False) -> None:
        super().__init__()
        tokens = context.look.tokens
        self._states = tuple(states)
        self._colours = {StepState.DONE: tokens.ok, StepState.BLOCKED: tokens.seal}
        self._thin = tokens.edge
        words = self._words(listed=listed)
        done = words.count(step_words()[StepState.DONE])
        told = self.tr("%1 of %2 steps done").replace("%1", str(done)).replace("%2", str(len(states)))
        self.setAccessibleName(told)
        self.setAccessibleDescription(self._named(context, words))
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
        width = (self.width() - _GAP * (len(self._states) - 1)) / len(self._states)
        for number, state in enumerate(self._states):
            place = QRectF(number * (width + _GAP), 0, width, self.height())
            painter.setBrush(QColor(self._colours.get(state, self._thin)))
            if state is StepState.BLOCKED:
                half = (width - _GAP) / 2
                painter.drawRoundedRect(QRectF(place.left(), 0, half, place.height()), 2, 2)
                painter.drawRoundedRect(QRectF(place.right() - half, 0, half, place.height()), 2, 2)
            elif state is StepState.DONE:
                painter.drawRoundedRect(place, 4, 4)
            else:
                painter.drawRect(QRectF(place.left(), place.height() - _THIN, width, _THIN))

    def _words(self, *, listed: bool) -> list[str]:
        """Return the word of each step, as the rail has it."""
        words = step_words()
        found = dict(zip(Step, self._states, strict=True))
        if listed and found[Step.OPEN_ITEMS] is StepState.DONE:
            return [listed_word() if step is Step.OPEN_ITEMS else words[state] for step, state in found.items()]
        return [words[state] for state in found.values()]

    def _named(self, context: Context, words: Sequence[str]) -> str:
        names = context.guidance.names.steps
        return "; ".join(f"{context.say(names[step])}: {word}" for step, word in zip(Step, words, strict=True))
