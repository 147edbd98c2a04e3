"""A Windows to prove things on: a Wine prefix, a virtual screen, a keyboard and a camera."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

PROGRAM = "POS Closeout.exe"
CHINESE, ENGLISH = "zh_CN.UTF-8", "en_GB.UTF-8"
# The user of this Windows: a Chinese name with a space in it, on purpose.
USER = "张三 丰"
_SCREEN = ":7"
_PATIENCE = 300.0
_FONTS = ("Microsoft YaHei", "Microsoft YaHei UI", "SimSun", "Segoe UI", "MS Shell Dlg", "MS Shell Dlg 2", "Tahoma")


class ProofError(Exception):
    """Something is not as it must be."""


class TooSlowError(ProofError):
    """Everything is there, only too late: the proof has failed, and what comes after can be proved all the same."""


def require(truth: object, what: str) -> None:
    """Raises ProofError unless the first is true."""
    if not truth:
        raise ProofError(what)


def files_below(folder: Path) -> set[str]:
    """Returns the relative names of all files below a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@dataclass(slots=True)
class WindowsMachine:
    """One Windows with its screen.

    Attributes:
        work: folder for the Wine prefix and everything that is kept of the proof.
        photos: folder for pictures of the screen, numbered in the order they were taken.
        version: of the program that is to be installed.
        language: what this Windows speaks.
        taken: how many pictures there are.
        at_first: the files that lay on the disk before anything was installed.
    """

    work: Path
    photos: Path
    version: str
    language: str = CHINESE
    taken: int = field(default=0)
    at_first: set[str] = field(default_factory=set)

    @property
    def disk(self) -> Path:
        """The folder that Windows calls C."""
        return self.work / "prefix" / "drive_c"

    @property
    def home(self) -> Path:
        """The user's folder."""
        return self.disk / "users" / USER

    @property
    def local(self) -> Path:
        """%LOCALAPPDATA%."""
        return self.home / "AppData" / "Local"

    @property
    def installed(self) -> Path:
        """Where the program lies unless another folder was asked for."""
        return self.local / "Programs" / "POS Closeout"

    @property
    def data(self) -> Path:
        """Where the owner's records lie."""
        return self.local / "POS Closeout"

    def files(self) -> set[str]:
        """Returns every file on the disk but those that Windows keeps for itself."""
        return {name for name in files_below(self.disk) if not name.startswith("windows/")}

    def settings(self) -> dict[str, str]:
        """Returns the environment of a Windows program."""
        return os.environ | {
            "WINEPREFIX": str(self.work / "prefix"),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree=;mshtml=;winemenubuilder.exe=d",
            "LANG": self.language,
            "LC_ALL": self.language,
            "USER": USER,
            "LOGNAME": USER,
            "DISPLAY": _SCREEN,
        }

    def start(self, *command: str | Path, said: int = subprocess.DEVNULL) -> "subprocess.Popen[bytes]":
        """Starts a Windows program; by default nobody reads what it prints, as after a double-click."""
        line = ["wine", *map(str, command)]
        return subprocess.Popen(
            line, env=self.settings(), stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT
        )

    def run(self, *command: str | Path, expected: int = 0) -> str:
        """Runs a Windows program to its end and returns what it printed.

        Raises:
            ProofError: another exit code than expected, or no end.
        """
        process = self.start(*command, said=subprocess.PIPE)
        try:
            said = _text(process.communicate(timeout=_PATIENCE)[0])
        except subprocess.TimeoutExpired as late:
            self.photograph("too-late")
            process.kill()
            raise ProofError(f"{command[0]} does not end") from late
        if process.returncode != expected:
            raise ProofError(f"{Path(command[0]).name} ended with {process.returncode}, expected {expected}:\n{said}")
        return said

    def windows_path(self, path: Path) -> str:
        """Returns what this Windows calls a file."""
        said = subprocess.run(["winepath", "-w", path], env=self.settings(), capture_output=True, text=True, check=True)
        return said.stdout.strip()

    def settle(self) -> None:
        """Waits until every Windows process has ended; an uninstaller goes on after its first process has ended."""
        subprocess.run(["wineserver", "-w"], env=self.settings(), check=True, timeout=_PATIENCE)

    def pause(self, seconds: float) -> None:
        """Waits for something that cannot be seen."""
        time.sleep(seconds)

    def speak(self, language: str) -> None:
        """Changes the language of this Windows, as signing out and in again does."""
        self.settle()
        self.language = language

    def photograph(self, name: str) -> Path:
        """Takes a picture of the whole screen."""
        self.taken += 1
        picture = self.photos / f"{self.taken:02d}-{name}.png"
        subprocess.run(["import", "-window", "root", picture], env=self.settings(), check=True)
        return picture

    def find_window(self, title: str) -> str | None:
        """Returns the number of a visible window whose title contains the text (a regular expression)."""
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", title],
            env=self.settings(),
            capture_output=True,
            text=True,
            check=False,
        )
        return found.stdout.split()[-1] if found.stdout.split() else None

    def wait_for_window(self, title: str) -> str:
        """Waits for a window and returns its number.

        Raises:
            ProofError: it does not come; a picture shows what is there instead.
        """
        return str(self.wait(lambda: self.find_window(title), f"a window {title!r}"))

    def wait(self, look: Callable[[], object], what: str) -> object:
        """Looks again and again until there is something to see, and returns it.

        Raises:
            ProofError: there never is; a picture shows the screen.
        """
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            seen = look()
            if seen:
                return seen
            time.sleep(0.05)
        self.photograph("missing")
        raise ProofError(f"waited in vain for {what}")

    def press(self, window: str, *keys: str) -> None:
        """Presses keys in a window, as a person would with the window in front."""
        subprocess.run(["xdotool", "windowfocus", "--sync", window], env=self.settings(), check=False, timeout=10)
        for key in keys:
            subprocess.run(["xdotool", "key", "--clearmodifiers", key], env=self.settings(), check=True)
            time.sleep(0.3)


def _text(said: bytes) -> str:
    # Our program speaks UTF-8, Wine's own tools the code page of a Chinese Windows.
    try:
        return said.decode("utf-8")
    except UnicodeDecodeError:
        return said.decode("gb18030", errors="replace")


@contextmanager
def new_machine(work: Path, photos: Path, version: str) -> Iterator[WindowsMachine]:
    """Gives a new Windows 10 with the look of Chinese fonts, and takes it away again."""
    pc = WindowsMachine(work, photos, version)
    screen = subprocess.Popen(["Xvfb", _SCREEN, "-screen", "0", "1280x900x24", "-nolisten", "tcp"])
    try:
        pc.wait(lambda: Path(f"/tmp/.X11-unix/X{_SCREEN[1:]}").exists(), "the screen")  # noqa: S108 - X's own place
        pc.run("wineboot", "-i")
        _replace_fonts(pc)
        pc.settle()
        pc.at_first = pc.files()
        yield pc
    finally:
        subprocess.run(["wineserver", "-k"], env=pc.settings(), check=False)
        screen.terminate()
        screen.wait()


def _replace_fonts(pc: WindowsMachine) -> None:
    # Wine has no Chinese font of its own; without this the pictures would show boxes.
    lines = [f'"{font}"="WenQuanYi Micro Hei"' for font in _FONTS]
    key = r"[HKEY_CURRENT_USER\Software\Wine\Fonts\Replacements]"
    file = pc.work / "fonts.reg"
    file.write_text("\r\n".join(["Windows Registry Editor Version 5.00", "", key, *lines, ""]), "utf-16")
    pc.run("regedit", "/S", pc.windows_path(file))
