"""What nobody caught reaches the owner as a sentence and the log as a trace without the owner's words."""

import logging
import sys
import threading
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from pos_closeout.actions.error_log import FILE_NAME, details, keep_log, note_error, unforeseen
from pos_closeout.app.uncaught import UncaughtErrors
from pos_closeout.domain.errors import CloseoutError
from pos_closeout.ui.context import Runner

NUMBER = "6222021001000004"


class Shown:
    """Takes errors in the place of a box."""

    def __init__(self) -> None:
        self.shown: list[CloseoutError] = []
        self.meanwhile: Callable[[], object] = lambda: None

    def show(self, error: CloseoutError) -> None:
        self.shown.append(error)
        self.meanwhile()


@pytest.fixture
def reporter() -> Shown:
    return Shown()


@pytest.fixture(autouse=True)
def hooks() -> Generator[None]:
    before = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = before


def fail() -> None:
    raise ValueError(NUMBER)


def test_what_a_thread_and_a_slot_throw_is_told_and_written_down(qtbot: QtBot, tmp_path: Path, reporter: Shown) -> None:
    parent = QObject()
    UncaughtErrors(tmp_path / "logs", reporter.show, parent)
    with qtbot.captureExceptions() as caught:
        # pytest-qt takes over what slots throw; the hook is called as Python would.
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
        try:
            fail()
        except ValueError as error:
            hook = UncaughtErrors(tmp_path / "logs", reporter.show, parent)
            hook._on_error(type(error), error, error.__traceback__)
        qtbot.waitUntil(lambda: len(reporter.shown) >= 2)
    assert not caught
    assert {error.message_id for error in reporter.shown} == {"program.unexpected"}
    log = (tmp_path / "logs" / FILE_NAME).read_text("utf-8")
    assert "test_uncaught.py" in log
    assert "ValueError" in log
    assert NUMBER not in log
    assert "fail" in details(reporter.shown[0])
    assert NUMBER not in details(reporter.shown[0])


def test_whatever_work_beside_the_window_throws_fails_it(qtbot: QtBot) -> None:
    told: list[CloseoutError] = []
    runner = Runner(told.append)
    with qtbot.waitSignal(runner.failed):
        runner.run(lambda _job: fail())
    runner.wait()
    assert [(error.message_id, error.facts) for error in told] == [("program.unexpected", {"detail": "ValueError"})]


def test_the_log_turns_over_and_stays_small(tmp_path: Path) -> None:
    keep_log(tmp_path / "logs")
    assert not (tmp_path / "logs").exists(), "nothing has been noted"
    for _ in range(2_000):
        try:
            fail()
        except ValueError as error:
            note_error(error, "x" * 400)
    sizes = [path.stat().st_size for path in (tmp_path / "logs").iterdir()]
    assert len(sizes) == 4
    assert max(sizes) <= 256 << 10


def test_whoever_logs_an_exception_logs_no_words_of_the_owner(tmp_path: Path) -> None:
    keep_log(tmp_path / "logs")
    try:
        fail()
    except ValueError:
        logging.getLogger("pos_closeout.ui.anywhere").exception("it broke off")
    log = (tmp_path / "logs" / FILE_NAME).read_text("utf-8")
    assert "it broke off" in log
    assert "fail" in log
    assert NUMBER not in log


def test_a_log_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    keep_log(tmp_path / "file" / "logs")
    assert unforeseen(KeyError("x"), "test").message_id == "program.unexpected"


def test_a_known_error_stays_what_it_is() -> None:
    error = CloseoutError("case.closed", id=1)
    assert unforeseen(error, "test") is error
    assert details(error) == "case.closed (id=1)"


def test_an_endless_error_shows_one_box(qtbot: QtBot, tmp_path: Path, reporter: Shown) -> None:
    parent = QObject()
    hook = UncaughtErrors(tmp_path / "logs", reporter.show, parent)

    # A box during which more happens.
    def meanwhile() -> None:
        for _ in range(20):
            hook._on_error(ValueError, ValueError(), None)

    reporter.meanwhile = meanwhile
    QTimer.singleShot(0, lambda: hook._on_error(ValueError, ValueError(), None))
    qtbot.wait(50)
    assert len(reporter.shown) == 1
