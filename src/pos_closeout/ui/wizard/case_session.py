"""The case on the screen and its way to the disk: at most two seconds after a keystroke, at once when asked."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from pos_closeout.actions.cases.cases import save_case
from pos_closeout.actions.data_folder import Store
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.errors import CloseoutError

SAVE_AFTER_MS = 1_200
"""From the first unsaved keystroke to the save, in milliseconds; with the save itself it stays below two seconds."""


class CaseSession(QObject):
    """Holds the current case and saves what changed.

    Args:
        store: the open data folder.
        clock: gives the time, also that of "saved 18:32".
    """

    changed = Signal()
    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._store, self._clock = store, clock
        self._case = Case()
        self._stored = self._case
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._timer.timeout.connect(self.flush)

    @property
    def case(self) -> Case:
        """The case as it stands on the screen."""
        return self._case

    def open(self, case: Case) -> None:
        """Make a stored case the current one, after saving the one before."""
        self.flush()
        self._case = self._stored = case
        self.changed.emit()

    def forget(self) -> None:
        """Hold no case any more, after the current one was deleted."""
        self._timer.stop()
        self._case = self._stored = Case()

    def edit(self, case: Case) -> None:
        """Take the answer the owner just gave."""
        if case == self._case:
            return
        self._case = case
        # Not restarted by later keystrokes: whoever types without a pause is saved all the same.
        if not self._timer.isActive():
            self._timer.start()
        self.changed.emit()

    def flush(self) -> bool:
        """Save now what is not saved yet; return False when it could not be saved (it is kept and tried again)."""
        self._timer.stop()
        if self._case == self._stored:
            return True
        try:
            self._case = self._stored = save_case(self._store, self._case, self._clock(), self._stored)
        except CloseoutError as error:
            self._timer.start()
            self.failed.emit(error)
            return False
        self.saved.emit(self._clock())
        self.changed.emit()
        return True
