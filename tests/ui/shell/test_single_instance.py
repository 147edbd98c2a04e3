"""A second start on the same data folder rings at the first."""

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from pos_closeout.app import window
from pos_closeout.paths import find_paths
from pos_closeout.ui.shell.single_instance import Running, activate_running, instance_name, listen_for_starts


@pytest.fixture(autouse=True)
def own_runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ring at no program but the tests' own."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))


def _beside(qtbot: QtBot, ring: Callable[[], object]) -> object:
    """Ring on another thread, as another process does, while this one goes on."""
    answers: list[object] = []
    thread = threading.Thread(target=lambda: answers.append(ring()))
    thread.start()
    qtbot.waitUntil(lambda: bool(answers))
    thread.join()
    return answers[0]


def test_the_first_program_comes_when_the_second_rings(tmp_path: Path, qtbot: QtBot) -> None:
    name, came, home = instance_name(tmp_path / "data"), list[int](), QObject()
    assert activate_running(name) is Running.NOBODY
    server = listen_for_starts(name, lambda: came.append(1), home)
    assert server.isListening()
    assert _beside(qtbot, lambda: activate_running(name)) is Running.CAME
    assert _beside(qtbot, lambda: activate_running(name)) is Running.CAME
    qtbot.waitUntil(lambda: len(came) == 2)
    assert activate_running(instance_name(tmp_path / "another")) is Running.NOBODY
    assert _beside(qtbot, lambda: window.run_window(find_paths(tmp_path / "data"))) == 0
    server.close()


def test_what_a_crashed_program_left_behind_is_in_nobodys_way(tmp_path: Path, qtbot: QtBot) -> None:
    name, home = instance_name(tmp_path), QObject()
    (tmp_path / name).touch()
    assert activate_running(name) is Running.NOBODY
    server = listen_for_starts(name, lambda: None, home)
    assert _beside(qtbot, lambda: activate_running(name)) is Running.CAME
    server.close()


def test_a_folder_has_one_bell_however_it_is_written(tmp_path: Path) -> None:
    assert instance_name(tmp_path / "a" / ".." / "data") == instance_name(tmp_path / "data")


def test_a_first_program_that_does_not_answer_is_noticed(tmp_path: Path) -> None:
    name = instance_name(tmp_path / "data")
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as silent:
        silent.bind(str(tmp_path / name))
        silent.listen()
        assert activate_running(name, wait_s=0.1) is Running.SILENT


_FIRST = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QObject
from pos_closeout.ui.shell.single_instance import instance_name, listen_for_starts
app, home = QCoreApplication([]), QObject()
server = listen_for_starts(instance_name(Path(sys.argv[1])), lambda: None, home)
print("there", flush=True)
app.exec()
"""
_SECOND = """
import sys
from pos_closeout.app import main
from pos_closeout.app.window import Application
from pos_closeout.ui.shell import single_instance
single_instance.activate_running.__defaults__ = (0.3,)
Application.show_error = lambda self, error: None
sys.exit(main(["--data", sys.argv[1]]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="stops a process as only Unix can")
def test_a_second_start_says_that_the_first_one_hangs(tmp_path: Path) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    first = subprocess.Popen([sys.executable, "-c", _FIRST, str(tmp_path)], stdout=subprocess.PIPE, env=environment)
    with first:
        assert first.stdout is not None
        first.stdout.readline()
        first.send_signal(signal.SIGSTOP)
        second = subprocess.run(
            [sys.executable, "-c", _SECOND, str(tmp_path)], capture_output=True, text=True, env=environment, check=False
        )
        first.kill()
    assert second.returncode == window.NOT_ANSWERING
    assert "没有反应" in second.stderr or "does not answer" in second.stderr
    assert not list(tmp_path.glob("closeout*"))
