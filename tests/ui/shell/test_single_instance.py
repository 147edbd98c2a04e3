"""A second start on the same data folder rings at the first."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from pos_closeout.app import window
from pos_closeout.paths import find_paths
from pos_closeout.ui.shell.single_instance import activate_running, instance_name, listen_for_starts


@pytest.fixture(autouse=True)
def own_runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ring at no program but the tests' own."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))


def test_the_first_program_comes_when_the_second_rings(tmp_path: Path, qtbot: QtBot) -> None:
    name, came, home = instance_name(tmp_path / "data"), list[int](), QObject()
    assert not activate_running(name)
    server = listen_for_starts(name, lambda: came.append(1), home)
    assert server.isListening()
    assert activate_running(name)
    assert activate_running(name)
    qtbot.waitUntil(lambda: len(came) == 2)
    assert not activate_running(instance_name(tmp_path / "another"))
    assert window.run_window(find_paths(tmp_path / "data")) == 0
    server.close()


def test_what_a_crashed_program_left_behind_is_in_nobodys_way(tmp_path: Path, qtbot: QtBot) -> None:
    name, home = instance_name(tmp_path), QObject()
    (tmp_path / name).touch()
    assert not activate_running(name)
    server = listen_for_starts(name, lambda: None, home)
    assert activate_running(name)
    server.close()


def test_a_folder_has_one_bell_however_it_is_written(tmp_path: Path) -> None:
    assert instance_name(tmp_path / "a" / ".." / "data") == instance_name(tmp_path / "data")
