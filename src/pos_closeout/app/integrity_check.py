"""Looks through the data folder beside the window and sees to its safety copies; a large one would keep it waiting."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer

from pos_closeout.actions.data_folder import look_through
from pos_closeout.actions.safety.copies import complete_copies
from pos_closeout.domain.errors import CloseoutError
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.work import Worker

_AGAIN_MS = 3_600_000
"""How often copies are seen to while the window stays open, in milliseconds."""


def look_through_beside(window: MainWindow, folder: Path, damaged: Callable[[], object]) -> Worker:
    """Read the whole database on another thread, then see to the safety copies, and to those again every hour.

    Args:
        window: is told about everything but damage.
        folder: the open data folder.
        damaged: called when the database is damaged.
    """
    worker = Worker()
    worker.setParent(window)

    def failed(error: CloseoutError) -> None:
        if error.message_id.startswith("store.damaged"):
            damaged()
        else:
            window.tell_trouble(error)

    worker.failed.connect(failed)
    window.left.connect(worker.wait)
    worker.done.connect(lambda _: look_after_copies(window, folder))
    worker.run(lambda: look_through(folder))
    return worker


def look_after_copies(window: MainWindow, folder: Path) -> QTimer:
    """Make the copy of each day and bring copies to the second place, on another thread, now and every hour."""
    worker, timer = Worker(), QTimer(window, interval=_AGAIN_MS)
    worker.setParent(window)
    worker.failed.connect(window.tell_trouble)
    window.left.connect(timer.stop)
    window.left.connect(worker.wait)

    def see() -> None:
        # The clock of the machine: a window that was open over a sleep or a change of zone sees the day it is.
        worker.run(lambda: complete_copies(folder / "closeout.db", datetime.now().astimezone()))

    timer.timeout.connect(see)
    timer.start()
    see()
    return timer
