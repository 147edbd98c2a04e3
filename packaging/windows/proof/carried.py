"""What lies beside the window: the command line, and the zip that is carried on a stick."""

import shutil
import zipfile
from pathlib import Path

from proof.machine import PROGRAM, WindowsMachine, files_below, require
from proof.steps import PAYLOAD, SETUP, nothing_is_left

CONSOLE = "pos-closeout-cli.exe"
PORTABLE = Path("/portable.zip")
# What the program ends with when it was called wrongly; app/command_line.py says so.
_WRONG_INPUT = 2


def command_line_answers(pc: WindowsMachine) -> str:
    """The command line prints where it was typed, and says by its exit code what came of it."""
    pc.run(SETUP, "/S")
    said = pc.run(pc.installed / CONSOLE, "--help")
    require("holidays" in said, f"the verbs are not told:\n{said}")
    wrong = pc.run(pc.installed / CONSOLE, "no-such-verb", expected=_WRONG_INPUT)
    require("no-such-verb" in wrong, f"the wrong word is not told:\n{wrong}")
    pc.run(pc.installed / "uninstall.exe", "/S")
    nothing_is_left(pc)
    return f"{len(said.splitlines())} lines of help; a wrong verb ends with {_WRONG_INPUT}"


def portable_keeps_its_records_beside_it(pc: WindowsMachine) -> str:
    """The zip runs where it was unpacked and leaves nothing elsewhere, not even a log."""
    stick = pc.disk / "U盘 stick"
    before = pc.files()
    zipfile.ZipFile(PORTABLE).extractall(stick)
    folder = stick / "POS Closeout"
    pc.run(folder / CONSOLE, "--self-check")
    program = pc.start(folder / PROGRAM)
    pc.wait_for_window("POS")
    pc.pause(3)
    pc.photograph("portable")
    pc.run(PAYLOAD / "setup-helper.exe", "close", pc.windows_path(folder / PROGRAM))
    require(program.wait(timeout=60) == 0, "it did not close well")
    pc.settle()
    kept = files_below(folder / "data")
    require("closeout.db" in kept and "logs/start.log" in kept, f"not beside it: {sorted(kept)}")
    shutil.rmtree(stick)
    strayed = pc.files() - before
    require(not strayed, f"left elsewhere: {sorted(strayed)[:10]}")
    return f"{len(kept)} files of the owner beside it, none elsewhere"


CARRIED = (command_line_answers, portable_keeps_its_records_beside_it)
