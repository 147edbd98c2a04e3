"""Looks through the data folder beside the window, which a large one would keep waiting."""

from collections.abc import Callable
from pathlib import Path

from pos_closeout.actions.data_folder import look_through
from pos_closeout.domain.errors import CloseoutError
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.work import Worker


def look_through_beside(window: MainWindow, folder: Path, damaged: Callable[[], object]) -> Worker:
    """Read the whole database on another thread.

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
    worker.run(lambda: look_through(folder))
    return worker
