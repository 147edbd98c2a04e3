"""What tests of every room share. Rooms keep their own fixtures in their own folder."""

import atexit
import os
import shutil
import sys
from collections.abc import Generator
from datetime import date
from pathlib import Path
from tempfile import mkdtemp

import pytest
from PySide6.QtCore import QCoreApplication, QMessageLogContext, QtMsgType, qInstallMessageHandler
from pytestqt.qtbot import QtBot

from tests.left_behind import nothing_left_behind
from tests.long_waits import LongWaitBot
from tests.screen import pin_screen
from tests.work_done_once import WorkDoneOnce

pin_screen()
# Which folders held data is remembered for a user; tests must not remember for the one who runs them.
os.environ["XDG_CONFIG_HOME"] = mkdtemp(prefix="closeout-config-")
atexit.register(shutil.rmtree, os.environ["XDG_CONFIG_HOME"], ignore_errors=True)
# Tests and the processes they start find everything compiled, as an installed program does. Told to write nothing,
# Python compiles the tests in every run anew, and the program in each of some hundred processes.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def resources() -> Path:
    """The folder of guidance, letters, fonts, icons and samples."""
    return ROOT / "resources"


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The arguments the program itself gives its application."""
    return ["pos-closeout", "-style", "Fusion"]


@pytest.fixture
def qtbot(qapp: QCoreApplication, request: pytest.FixtureRequest) -> QtBot:
    """The owner's hands; waits as long as a busy machine takes."""
    return LongWaitBot(request)


@pytest.fixture(scope="session", autouse=True)
def work_done_once() -> Generator[WorkDoneOnce]:
    """Keep what comes to the same in every test."""
    work = WorkDoneOnce()
    work.start()
    yield work
    work.close()


@pytest.fixture
def as_it_is(work_done_once: WorkDoneOnce) -> Generator[None]:
    """Do all work as the program does it, for a test of that work itself."""
    work_done_once.stop()
    yield
    work_done_once.start()


@pytest.fixture(scope="session")
def today() -> date:
    """The day that every test lives on: a Sunday."""
    return date(2026, 11, 22)


@pytest.fixture(autouse=True)
def own_process() -> Generator[None]:
    """Let no test see what another one changed for the whole process."""
    with nothing_left_behind():
        yield


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Generator[None]:
    """Fail a test when Qt warns while its widgets are taken down; `qt_log_level_fail` sees only what came before."""
    late: list[str] = []

    def keep(kind: QtMsgType, _context: QMessageLogContext, text: str | None) -> None:
        if kind not in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg}:
            late.append(text or "")

    previous = qInstallMessageHandler(keep)
    try:
        yield
    finally:
        qInstallMessageHandler(previous)
    assert not [text for text in late if "propagateSizeHints" not in text], late
