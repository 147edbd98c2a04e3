"""Reads the command line: without a verb the window opens, with one the verb runs and Qt stays away."""

import gc
import sys
from collections import deque
from collections.abc import Sequence
from pathlib import Path

from pos_closeout.paths import Paths, find_paths


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code: 0 done, 1 failed, 2 wrong input, 72 and 73 no window, and told why."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == ["read-files"]:
        # The program itself, once more, reading a file from outside; loaded here as nothing else needs it.
        from pos_closeout.actions.isolated.worker import serve

        return serve()
    if given == ["name-platform"]:
        from pos_closeout.app.self_check import name_platform

        return name_platform()
    wanted = window_wanted(given)
    if wanted is not None:
        data, hidden = wanted
        # Nothing made on the way to the window is garbage; looking for some costs a tenth of the start.
        gc.disable()
        # Qt is loaded here and not above, so that a verb starts without it.
        paths = find_paths(Path(data) if data else None)
        try:
            from pos_closeout.app.window import run_window
        except ImportError as error:
            return _without_qt(paths, error)
        return run_window(paths, hidden=hidden)
    from pos_closeout.app.verbs import run_verb

    try:
        return run_verb(given)
    except ImportError as error:
        return _without_qt(find_paths(), error)


def _without_qt(paths: Paths, error: ImportError) -> int:
    """Say which library of the system Qt could not load; anything else that cannot be imported is a fault of ours."""
    from pos_closeout.app.window_failure import is_missing_library, report, window_error

    if not is_missing_library(error):
        raise error
    report(paths, window_error(paths.resources, str(error)))
    return 1


def window_wanted(given: Sequence[str]) -> tuple[str, bool] | None:
    """Return the data folder (empty for the usual one) and whether to start in the tray; ``None`` for a verb."""
    data, hidden, left = "", False, deque(given)
    while left:
        option = left.popleft()
        if option == "--tray":
            hidden = True
        elif option == "--data" and left:
            data = left.popleft()
        elif option.startswith("--data="):
            data = option.removeprefix("--data=")
        else:
            return None
    return data, hidden
