"""Opens the window on a data folder with the outstanding list, says "ready" once it is painted, and goes.

With ``type`` as second argument it waits until all can be searched, types, and prints the seconds of each keystroke
until the window has been painted again.
"""

import gc
import statistics
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from pos_closeout.actions.data_folder import open_data_folder
from pos_closeout.app.window import Application, local_now, make_application
from pos_closeout.paths import find_paths
from pos_closeout.ui.shell.main_window import MainWindow

TYPED = ("2", "20", "202", "2026", "3", "31", "王", "王女", "x", "")
ROUNDS = 5


def painted() -> None:
    """Let the window work until nothing waits, the repainting among it."""
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1_000)


def type_letters(window: MainWindow) -> float:
    """Return the median seconds of the slowest of some keystrokes."""
    page = window.workspace.list_page
    while not page._rows.ready:
        painted()
    box, taken = page._filter.search, dict[str, list[float]]()
    for _ in range(ROUNDS):
        for text in TYPED:
            start = time.perf_counter()
            box.setText(text)
            page.repaint()
            taken.setdefault(text, []).append(time.perf_counter() - start)
            painted()
    return max(statistics.median(times) for times in taken.values())


def main() -> None:
    """Open the list, as the program does it: what is made on the way to the window is no garbage."""
    gc.disable()
    paths = find_paths(Path(sys.argv[1]))
    application = make_application(paths, [])
    with open_data_folder(paths.data, local_now(), check_later=True) as store:
        window = Application(application, paths).window(store)
        window.show()
        window.show_list()
        painted()
        window.repaint()
        print("ready", flush=True)
        gc.enable()
        if sys.argv[2:] == ["type"]:
            print(type_letters(window), flush=True)


if __name__ == "__main__":
    main()
