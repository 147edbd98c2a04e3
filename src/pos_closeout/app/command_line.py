"""Reads the command line: without a verb the window opens, with one the verb runs and Qt stays away."""

import gc
import sys
from collections import deque
from collections.abc import Sequence
from pathlib import Path

from pos_closeout.paths import find_paths


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code: 0 done, 1 failed, 2 wrong input."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == ["read-files"]:
        # The program itself, once more, reading a file from outside; loaded here as nothing else needs it.
        from pos_closeout.actions.isolated.worker import serve  # noqa: PLC0415

        return serve()
    wanted = window_wanted(given)
    if wanted is not None:
        data, hidden = wanted
        # Nothing made on the way to the window is garbage; looking for some costs a tenth of the start.
        gc.disable()
        # Qt is loaded here and not above, so that a verb starts without it.
        from pos_closeout.app.window import run_window  # noqa: PLC0415

        return run_window(find_paths(Path(data) if data else None), hidden=hidden)
    from pos_closeout.app.verbs import run_verb  # noqa: PLC0415

    return run_verb(given)


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
