"""Looks through the data folder beside the window and sees to its safety copies; a large one would keep it waiting."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer

from pos_closeout.actions.data_folder import look_through
from pos_closeout.actions.safety.copies import complete_copies
from pos_closeout.domain.errors import CloseoutError
from pos_closeout.ui.context import Runner
from pos_closeout.ui.shell.main_window import MainWindow

_AGAIN_MS = 3_600_000
"""How often copies are seen to while the window stays open, in milliseconds."""


def look_through_beside(window: MainWindow, folder: Path, damaged: Callable[[], object]) -> Runner:
    """Read the whole database on another thread, then see to the safety copies, and to those again every hour.

    Args:
        window: is told about everything but damage.
        folder: the open data folder.
        damaged: called when the database is damaged.
    """

    def failed(error: CloseoutError) -> None:
        if error.message_id.startswith("store.damaged"):
            damaged()
        else:
            window.tell_error(window.context.sentence(error))

    runner = Runner(failed, window)
    window.left.connect(runner.wait)
    runner.done.connect(lambda _: look_after_copies(window, folder))
    runner.run(lambda _job: look_through(folder))
    return runner


def look_after_copies(window: MainWindow, folder: Path) -> QTimer:
    """Make the copy of each day and bring copies to the second place, on another thread, now and every hour."""
    runner = Runner(lambda error: window.tell_error(window.context.sentence(error)), window)
    timer = QTimer(window, interval=_AGAIN_MS)
    window.left.connect(timer.stop)
    window.left.connect(runner.wait)

    def see() -> None:
        # The clock of the machine: a window that was open over a sleep or a change of zone sees the day it is.
        runner.run(lambda _job: complete_copies(folder / "closeout.db", datetime.now().astimezone()))

    timer.timeout.connect(see)
    timer.start()
    see()
    return timer
