"""No window on a Linux machine: the owner is told in a sentence, in the terminal or, from the menu, in a dialog."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pos_closeout.app.self_check import platform_of_a_window
from pos_closeout.app.window_failure import TABLE, is_missing_library, missing_packages, window_error

ROOT = Path(__file__).resolve().parents[2]


def _without(*missing: str) -> object:
    def load(name: str) -> None:
        if name in missing:
            raise OSError(name)

    return load


def test_the_packages_of_the_libraries_that_do_not_load_are_named(resources: Path) -> None:
    load = _without("libxcb-cursor.so.0", "libglib-2.0.so.0")
    assert missing_packages(resources / TABLE, load) == ("libglib2.0-0", "libxcb-cursor0")  # type: ignore[arg-type]


def test_the_kinds_of_failure_are_told_apart(resources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":1")
    error = window_error(resources, "", _without("libxcb-cursor.so.0"))  # type: ignore[arg-type]
    assert (error.message_id, error.facts["packages"]) == ("window.libraries_missing", "libxcb-cursor0")
    assert window_error(resources, "", _without()).message_id == "window.not_shown"  # type: ignore[arg-type]
    monkeypatch.delenv("DISPLAY")
    assert window_error(resources, "", _without()).message_id == "window.no_screen"  # type: ignore[arg-type]


def test_a_missing_part_of_the_program_is_no_missing_library() -> None:
    assert is_missing_library(ImportError("libglib-2.0.so.0: cannot open shared object file"))
    assert not is_missing_library(ModuleNotFoundError("No module named 'x.so'"))
    assert not is_missing_library(ImportError("cannot import name 'x'"))


def _program(folder: Path, name: str, lines: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{lines}\n", "utf-8")
    (folder / name).chmod(0o755)


def _start(tmp_path: Path, *arguments: str, language: str = "zh_CN.UTF-8", **settings: str) -> tuple[int, str]:
    """Start the program as a menu does, without a terminal, and return exit code and what it said."""
    given = {"LANG": language, "LC_ALL": language, "PATH": str(tmp_path / "bin"), "PYTHONPATH": str(ROOT / "src")}
    kept = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    done = subprocess.run(
        [sys.executable, "-m", "pos_closeout", *arguments],
        env=kept | given | settings,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """What is written where nothing can be shown; there is an empty folder of programs."""
    (tmp_path / "bin").mkdir()
    return tmp_path / "data" / "logs" / "no-window.txt"


@pytest.mark.parametrize("dialog", ["zenity", "kdialog", "notify-send", "xmessage"])
def test_from_the_menu_a_dialog_without_qt_tells_why_there_is_no_window(tmp_path: Path, log: Path, dialog: str) -> None:
    _program(tmp_path / "bin", dialog, f'printf "%s\\n" "$@" > "{tmp_path / "shown"}"')
    settings = {"DISPLAY": ":77", "QT_QPA_PLATFORM": "no-such-platform"}
    code, said = _start(tmp_path, "--data", str(tmp_path / "data"), **settings)
    shown = (tmp_path / "shown").read_text("utf-8")
    assert code == 1
    assert "窗口打不开" in said or "cannot be opened" in said
    assert "Traceback" not in said
    assert "cannot be opened" in shown or "窗口打不开" in shown
    assert not log.exists()


def test_a_dialog_that_cannot_be_shown_leaves_the_sentence_in_the_log(tmp_path: Path, log: Path) -> None:
    _program(tmp_path / "bin", "zenity", "exit 1")
    settings = {"DISPLAY": ":77", "QT_QPA_PLATFORM": "no-such-platform"}
    assert _start(tmp_path, "--data", str(tmp_path / "data"), **settings)[0] == 1
    assert "no-such-platform" in log.read_text("utf-8")


@pytest.mark.parametrize("arguments", [[], ["--self-check"]])
def test_a_library_that_qt_cannot_load_is_no_traceback(tmp_path: Path, log: Path, arguments: list[str]) -> None:
    """A machine without libglib, played by a PySide6 that says what the system's loader says."""
    fake = tmp_path / "fake" / "PySide6"
    fake.mkdir(parents=True)
    said = "libglib-2.0.so.0: cannot open shared object file: No such file or directory"
    (fake / "__init__.py").write_text(f"raise ImportError({said!r})\n", "utf-8")
    way = os.pathsep.join((str(tmp_path / "fake"), str(ROOT / "src")))
    code, told = _start(
        tmp_path, *arguments, "--data", str(tmp_path / "data"), PYTHONPATH=way, XDG_DATA_HOME=str(tmp_path / "home")
    )
    assert code == 1
    assert "Traceback" not in told
    assert "窗口打不开" in told or "cannot be opened" in told


def test_the_self_check_tries_the_platform_of_a_window(tmp_path: Path, log: Path) -> None:
    settings = {"DISPLAY": ":77", "QT_QPA_PLATFORM": "offscreen", "PATH": os.environ["PATH"]}
    given = {"PYTHONPATH": str(ROOT / "src"), "LC_ALL": "en_GB.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-m", "pos_closeout", "--self-check", "--data", tmp_path / "data"],
        env=os.environ | settings | given,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    (line,) = [line for line in done.stdout.splitlines() if " window: " in line]
    assert line.startswith("FAIL")
    assert ":77" in line


def test_the_self_check_starts_the_program_as_its_launcher_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An installed program has a launcher in the place of Python, which takes no code to run."""
    (tmp_path / "POS Closeout").write_text(f'#!/bin/sh\nshift\nexec {sys.executable} -m pos_closeout "$@"\n', "utf-8")
    (tmp_path / "POS Closeout").chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "POS Closeout"))
    shown = platform_of_a_window(os.environ | {"QT_QPA_PLATFORM": "offscreen"})
    assert (shown.passed, shown.seen) == (True, "offscreen")
    assert not platform_of_a_window(os.environ | {"QT_QPA_PLATFORM": "no-such-platform"}).passed
