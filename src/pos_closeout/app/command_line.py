"""Reads the command line: without a verb the window opens, with one the verb runs and Qt stays away."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from pos_closeout.paths import find_paths

_WINDOW_OPTIONS = ("--data",)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code: 0 done, 1 failed, 2 wrong input."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    data = _window_data(given)
    if data is not None:
        # Nothing made on the way to the window is garbage; looking for some costs a tenth of the start.
        gc.disable()
        # Qt is loaded here and not above, so that a verb starts without it.
        from pos_closeout.app.window import run_window  # noqa: PLC0415

        return run_window(find_paths(Path(data) if data else None))
    from pos_closeout.app.verbs import run_verb  # noqa: PLC0415

    return run_verb(given)


def _window_data(given: list[str]) -> str | None:
    """Return the data folder of a command line that asks for the window, empty for the usual one, else ``None``."""
    if not given:
        return ""
    if len(given) == 2 and given[0] in _WINDOW_OPTIONS:
        return given[1]
    if len(given) == 1 and given[0].startswith("--data="):
        return given[0].removeprefix("--data=")
    return None
