"""What nobody caught: written to the log and told to the owner, whichever thread or slot it came from."""

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from pos_closeout.actions.error_log import keep_log, unforeseen
from pos_closeout.domain.errors import CloseoutError


class UncaughtErrors(QObject):
    """The one hook for errors that no work and no dialog has taken; made once in a process, on the window's thread.

    PySide6 hands what a slot throws to ``sys.excepthook``. While a box about one error is open the next are only
    written down, so that an error that comes with every stroke of a timer does not bury the window.
    """

    _met = Signal(object)

    def __init__(self, logs: Path, show: Callable[[CloseoutError], object], parent: QObject) -> None:
        super().__init__(parent)
        self._logs, self._show_box = logs, show
        self._told = self._open = False
        # Over to the window's thread, and out of whatever has just failed there.
        self._met.connect(self._show)
        sys.excepthook = self._on_error
        threading.excepthook = self._on_thread_error

    def _on_error(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not isinstance(error, Exception):
            # Ctrl+C and the like.
            sys.__excepthook__(kind, error, trace)
            return
        self._met.emit(self._noted(error))

    def _on_thread_error(self, told: threading.ExceptHookArgs) -> None:
        if isinstance(told.exc_value, Exception):
            self._met.emit(self._noted(told.exc_value))

    def _noted(self, error: Exception) -> CloseoutError:
        if not self._told:
            self._told = True
            keep_log(self._logs)
        return unforeseen(error, "not caught")

    def _show(self, error: CloseoutError) -> None:
        if self._open:
            return
        self._open = True
        try:
            self._show_box(error)
        finally:
            self._open = False
