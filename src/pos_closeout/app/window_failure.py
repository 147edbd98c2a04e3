"""Says why no window can be shown: a library of the system is missing, or there is no screen. Works without Qt.

Qt itself writes for developers, and ends the process; an owner who started the program from the menu sees nothing.
"""

import ctypes
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from pos_closeout.cli.context import guessed_language
from pos_closeout.domain.errors import CloseoutError, WindowError
from pos_closeout.guidance.messages import load_messages, sentence
from pos_closeout.paths import Paths

TABLE = "system-packages.txt"
"""In the resources: the libraries of the system that Qt loads, and the packages of Debian that have them."""

_TITLE = "POS停机助手 · POS Closeout"
_SECONDS = 3600
"""How long a dialog may stay before the program gives up waiting for it to be closed."""


def missing_packages(table: Path, load: Callable[[str], object] = ctypes.CDLL) -> tuple[str, ...]:
    """Return the Debian packages of those libraries that this machine cannot load.

    Args:
        table: the file :data:`TABLE`.
        load: loads a library by its name, or raises ``OSError``.
    """
    missing = []
    for line in table.read_text("utf-8").splitlines():
        kind, name, *package = line.split()
        if kind != "library":
            continue
        try:
            load(name)
        except OSError:
            missing += package
    return tuple(missing)


def window_error(resources: Path, detail: str, load: Callable[[str], object] = ctypes.CDLL) -> WindowError:
    """Return what keeps the window from being shown; ``detail`` is what Qt or the system said last."""
    packages = missing_packages(resources / TABLE, load)
    if packages:
        return WindowError("window.libraries_missing", packages=" ".join(packages), detail=detail)
    if not has_screen():
        return WindowError("window.no_screen", detail=detail)
    return WindowError("window.not_shown", detail=detail)


def is_missing_library(error: ImportError) -> bool:
    """Tell a library of the system that is not there from a part of the program that is not there."""
    return sys.platform == "linux" and not isinstance(error, ModuleNotFoundError) and ".so" in str(error)


def report(paths: Paths, error: CloseoutError) -> None:
    """Tell the owner in a sentence: in the terminal, and where there is none in a dialog that needs no Qt.

    With neither it is written to ``no-window.txt`` in the folder of logs.
    """
    messages = load_messages(paths.resources / "guidance")
    text = sentence(messages, error, guessed_language())
    if sys.stderr is not None:
        sys.stderr.write(f"{text}\n")
        if sys.stderr.isatty():
            return
    commands = dialogs(text, sentence(messages, error, "en"))
    if not has_screen() or not any(_shown(command) for command in commands):
        paths.logs.mkdir(parents=True, exist_ok=True)
        (paths.logs / "no-window.txt").write_text(f"{text}\n\n{error}\n", encoding="utf-8")


def dialogs(text: str, english: str) -> tuple[tuple[str, ...], ...]:
    """Return the commands of the usual desktops that show a text, the best first; xmessage has no Chinese font."""
    return (
        ("zenity", "--error", "--no-markup", "--width=480", f"--title={_TITLE}", f"--text={text}"),
        ("kdialog", "--title", _TITLE, "--error", text),
        ("notify-send", "--urgency=critical", _TITLE, text),
        ("xmessage", "-center", english),
    )


def has_screen() -> bool:
    """Return whether there is a screen that Linux could show a window on."""
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _shown(command: tuple[str, ...]) -> bool:
    program = shutil.which(command[0])
    if program is None:
        return False
    start = time.monotonic()
    try:
        # The commands are those above, and the text is ours.
        done = subprocess.run([program, *command[1:]], check=False, capture_output=True, timeout=_SECONDS)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False
    # Closed by its cross, a dialog ends with 1 as one does that could not be shown; but it was there for a while.
    return done.returncode == 0 or time.monotonic() - start > 1
