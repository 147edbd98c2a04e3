"""Two boxes that ask how often to be reminded."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from pos_closeout.domain.reminders.reminders import Rhythm
from pos_closeout.ui.context import Context
from pos_closeout.ui.widgets.combo_box import ComboBox
from pos_closeout.ui.widgets.field import Field, grid

_BEFORE = (0, 1, 2, 3, 5, 7, 14, 30)
_EVERY = (1, 2, 3, 5, 7, 14, 0)


class RhythmBoxes(QWidget):
    """So many days before the due date, and every so many days after it."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.before, self.every = ComboBox(), ComboBox()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(
            grid(
                [
                    [
                        Field(context, self.tr("Before the due date"), self.before),
                        Field(context, self.tr("After it, until it is cleared"), self.every),
                    ]
                ]
            )
        )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.before.currentIndexChanged.connect(self.changed)
        self.every.currentIndexChanged.connect(self.changed)

    def show_rhythm(self, rhythm: Rhythm) -> None:
        """Choose what is in force; a number that is not usually offered is offered then."""
        _offer(self.before, sorted({*_BEFORE, rhythm.days_before}), self._before_words, rhythm.days_before)
        _offer(self.every, dict.fromkeys((*_EVERY, rhythm.every_days)), self._every_words, rhythm.every_days)

    def rhythm(self) -> Rhythm:
        """Return what is chosen."""
        return Rhythm(int(self.before.currentData()), int(self.every.currentData()))

    def _before_words(self, days: int) -> str:
        return self.tr("%n day(s) before", "", days) if days else self.tr("not before")

    def _every_words(self, days: int) -> str:
        if not days:
            return self.tr("not again")
        return self.tr("every day") if days == 1 else self.tr("every %n day(s)", "", days)


def _offer(box: QComboBox, days: Iterable[int], words: Callable[[int], str], chosen: int) -> None:
    with QSignalBlocker(box):
        box.clear()
        for value in days:
            box.addItem(words(value), value)
        box.setCurrentIndex(box.findData(chosen))
