"""A line that says what is being done, how far it is, how long it still takes, and offers to stop it."""

from PySide6.QtCore import QElapsedTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QProgressBar

from pos_closeout.actions.bills.import_report import ImportProgress
from pos_closeout.actions.bills.inspect_file import Progress
from pos_closeout.ui.bills.words import count_shown, time_left
from pos_closeout.ui.context import Context
from pos_closeout.ui.widgets.basic import button, column, label, row

_STEPS = 1000
_SURE_AFTER_MS = 1_000
"""Time after which a guess at the time left is worth something."""


class WorkBar(QFrame):
    """Hidden while nothing is going on.

    Args:
        context: look and texts.
        stoppable: whether there is a way to stop; what is done in one step has none.
    """

    stop_asked = Signal()

    def __init__(self, context: Context, *, stoppable: bool = True) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._clock = QElapsedTimer()
        self._what = label("", "strong")
        self._how_far = label("", "hint")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(context.look.px(10))
        self._stop = button(context.look, self.tr("Stop"), self._on_stop, icon="x", kind="small")
        words = column(self._what, self._bar, self._how_far, spacing=6)
        layout = row(spacing=16, margins=(16, 12, 16, 12))
        layout.addLayout(words, 1)
        layout.addWidget(self._stop)
        if not stoppable:
            self._stop.hide()
        self.setLayout(layout)
        self.hide()

    def begin(self, what: str) -> None:
        """Start anew; until the first news the bar only shows that something is going on."""
        if self.isHidden():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, what))
        self._clock.start()
        self._what.setText(what)
        self._how_far.setText("")
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(what)
        self._stop.setEnabled(True)
        self.show()

    def tell(self, progress: object) -> None:
        """Show how far it is."""
        if not isinstance(progress, (Progress, ImportProgress)) or not progress.total:
            return
        self._bar.setRange(0, _STEPS)
        self._bar.setValue(progress.done * _STEPS // progress.total)
        parts = [self.tr("%n row(s)", "", progress.rows).replace(str(progress.rows), count_shown(progress.rows))]
        gone = self._clock.elapsed()
        if gone > _SURE_AFTER_MS and progress.done:
            parts.append(time_left(gone / 1000 * (progress.total - progress.done) / progress.done))
        self._how_far.setText(" · ".join(parts))

    def finish(self) -> None:
        """Put the line away."""
        self.hide()

    def focus_stop(self) -> None:
        """Give the keyboard to the way out."""
        self._stop.setFocus()

    def _on_stop(self) -> None:
        self._stop.setEnabled(False)
        self._how_far.setText(self.tr("Stopping …"))
        self.stop_asked.emit()
