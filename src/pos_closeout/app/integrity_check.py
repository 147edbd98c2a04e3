"""Looks through the data folder beside the window, which a large one would keep waiting."""

from collections.abc import Callable
from pathlib import Path

from pos_closeout.actions.data_folder import look_through
from pos_closeout.domain.errors import CloseoutError
from pos_closeout.ui.context import Runner
from pos_closeout.ui.shell.main_window import MainWindow


def look_through_beside(window: MainWindow, folder: Path, damaged: Callable[[], object]) -> Runner:
    """Read the whole database on another thread.

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
    runner.run(lambda _job: look_through(folder))
    return runner
