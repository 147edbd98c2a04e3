"""Tells the window when it is another day: at midnight, after sleep, and when clock or zone were changed."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

_LOOK_MS = 20_000
"""How often the clock is looked at: a timer that waits for midnight stands still while the computer sleeps."""


class DayWatch(QObject):
    """Looks at the clock now and then, and whenever it is asked to.

    Args:
        clock: the time with its zone.
        parent: what it lives with.
    """

    changed = Signal()
    """It is another day, or another zone, than when this was last looked at."""

    def __init__(self, clock: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._seen = self._day()
        timer = QTimer(self)
        timer.setInterval(_LOOK_MS)
        timer.timeout.connect(self.look)
        timer.start()

    def look(self) -> None:
        """Look at the clock now."""
        day = self._day()
        if day != self._seen:
            self._seen = day
            self.changed.emit()

    def _day(self) -> tuple[date, timedelta | None]:
        now = self._clock()
        return now.date(), now.utcoffset()
