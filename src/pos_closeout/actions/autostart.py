"""Start with the computer: the Run entry of the Windows user, or an XDG autostart file elsewhere.

What is shown is what is there: nothing is remembered in the program's own settings.
"""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from subprocess import list2cmdline

from pos_closeout.domain.errors import CloseoutError
from pos_closeout.paths import Paths

RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
RUN_NAME = "POS Closeout"
"""The name of the entry; the installer writes the same one."""

_RESERVED = str.maketrans({"\\": "\\\\", '"': '\\"', "`": "\\`", "$": "\\$"})


@dataclass(frozen=True, slots=True)
class Autostart:
    """Whether the program starts hidden when the owner signs in.

    Attributes:
        file: the XDG autostart file (freedesktop.org, Desktop Application Autostart); not used on Windows.
        command: the program and its arguments.
    """

    file: Path
    command: tuple[str, ...]

    def is_on(self) -> bool:
        """Return whether an entry is there, whoever wrote it."""
        if sys.platform == "win32":
            return _run_entry() is not None
        return self.file.is_file()

    def switch(self, *, on: bool) -> None:
        """Write the entry or take it away.

        Raises:
            CloseoutError: ``autostart.not_changed``.
        """
        try:
            if sys.platform == "win32":
                _set_run_entry(windows_line(self.command) if on else None)
            elif on:
                self.file.parent.mkdir(parents=True, exist_ok=True)
                self.file.write_text(desktop_entry(self.command), encoding="utf-8")
            else:
                self.file.unlink(missing_ok=True)
        except OSError as error:
            raise CloseoutError("autostart.not_changed", reason=error.strerror or "") from error


def program_autostart(paths: Paths) -> Autostart:
    """Return the entry that starts this program, with this data folder, hidden in the tray."""
    # Run by a plain Python in a source checkout, by a program of its own once it is installed.
    plain = Path(sys.executable).stem.lower().startswith("python")
    folder = () if paths.usual else ("--data", str(paths.data))
    settings = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return Autostart(
        settings / "autostart" / "pos-closeout.desktop",
        (sys.executable, *(("-m", "pos_closeout") if plain else ()), "--tray", *folder),
    )


def windows_line(command: Sequence[str]) -> str:
    """Return the command as the Run key takes it; the program is always in quotes."""
    rest = list2cmdline(command[1:])
    return f'"{command[0]}"' + (f" {rest}" if rest else "")


def desktop_entry(command: Sequence[str]) -> str:
    """Return the autostart file (freedesktop.org, Desktop Entry Specification: quoting of Exec)."""
    # Quotes for the command line, then the backslashes once more for a string of the file, and % is a field code.
    quoted = " ".join(f'"{part.translate(_RESERVED)}"' for part in command)
    exec_line = quoted.replace("\\", "\\\\").replace("%", "%%")
    return (
        "[Desktop Entry]\nType=Application\nName=POS Closeout\nName[zh_CN]=POS停机助手\n"
        f"Exec={exec_line}\nIcon=pos-closeout\nTerminal=false\nX-GNOME-Autostart-enabled=true\n"
    )


if sys.platform == "win32":
    import winreg

    def _run_entry() -> str | None:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, RUN_KEY) as key:
                return str(winreg.QueryValueEx(key, RUN_NAME)[0])
        except OSError:
            return None

    def _set_run_entry(line: str | None) -> None:
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, RUN_KEY) as key:
            if line is not None:
                winreg.SetValueEx(key, RUN_NAME, 0, winreg.REG_SZ, line)
                return
            try:
                winreg.DeleteValue(key, RUN_NAME)
            except FileNotFoundError:
                return
