"""The two ways in which a page calls a verb: whatever goes wrong reaches the owner in a sentence."""

import logging
from collections.abc import Generator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from pos_closeout.domain.errors import CloseoutError, DataFolderError, StoppedError, UnexpectedError
from pos_closeout.ui.context import Context, Job, Runner
from tests.ui.at_hand import dressed


@pytest.fixture
def context(qapp: QApplication, resources: Path) -> Generator[Context]:
    with dressed(qapp, resources, "en") as made:
        yield made


def refuse() -> int:
    raise DataFolderError("store.disk_full", path="D:")


def test_do_hands_on_what_the_verb_returns(context: Context) -> None:
    got: list[int] = []
    said: list[str] = []
    assert context.do(lambda: 7, said.append, then=got.append)
    assert (got, said) == ([7], [])


def test_do_tells_an_error_in_the_sentence_of_its_message_and_goes_no_further(context: Context) -> None:
    got: list[int] = []
    said: list[str] = []
    assert not context.do(refuse, said.append, then=got.append)
    assert not got
    assert "The disk is full" in said[0]


def test_do_over_a_widget_shows_a_box_whose_details_can_be_copied(
    context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    shown: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append(box.text()))
    monkeypatch.setattr(
        QMessageBox, "clickedButton", lambda box: next(each for each in box.buttons() if each.text() == "Copy details")
    )
    assert not context.do(refuse, over)
    assert "The disk is full" in shown[0]
    assert "store.disk_full" in QGuiApplication.clipboard().text()


def test_a_mistake_of_the_program_is_not_taken_for_an_error_of_the_owner(context: Context) -> None:
    with pytest.raises(ZeroDivisionError):
        context.do(lambda: 1 // 0, lambda _sentence: None)


def ignore(error: CloseoutError) -> None:
    """Take no notice."""


def test_work_beside_the_window_reports_and_is_done(qtbot: QtBot) -> None:
    runner = Runner(ignore)
    news: list[object] = []
    runner.progress.connect(news.append)

    def work(job: Job) -> str:
        job.report(1)
        job.report(2)
        return "kept"

    with qtbot.waitSignal(runner.done) as done:
        runner.run(work)
    assert done.args == ["kept"]
    assert news == [1, 2]
    assert not runner.running


def test_work_that_breaks_off_for_no_expected_reason_is_told_and_logged(
    context: Context, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    failed: list[CloseoutError] = []
    runner = Runner(failed.append)
    with caplog.at_level(logging.ERROR), qtbot.waitSignal(runner.failed):
        runner.run(lambda _job: tuple(range(0))[1])
    (error,) = failed
    assert isinstance(error, UnexpectedError)
    assert "IndexError" in str(error)
    assert "Something unexpected went wrong" in context.sentence(error)
    assert "IndexError" in caplog.text
    assert not runner.running


def test_stopped_work_says_how_it_ended(qtbot: QtBot) -> None:
    failed: list[CloseoutError] = []
    runner, begun = Runner(failed.append), Event()

    def work(job: Job) -> None:
        begun.set()
        while not job.stopped():
            pass
        job.report("too late to be heard")
        raise StoppedError("work.stopped")

    news: list[object] = []
    runner.progress.connect(news.append)
    runner.run(work)
    assert begun.wait(5)
    with qtbot.waitSignal(runner.failed):
        runner.stop()
    assert [error.message_id for error in failed] == ["work.stopped"]
    assert not news


def test_of_replaced_work_nothing_is_heard(qtbot: QtBot) -> None:
    failed: list[CloseoutError] = []
    done: list[object] = []
    runner, begun = Runner(failed.append), Event()
    runner.done.connect(done.append)

    def slow(job: Job) -> str:
        begun.set()
        while not job.stopped():
            pass
        return "old"

    runner.run(slow)
    assert begun.wait(5)
    runner.run(lambda _job: "waited in the queue")
    with qtbot.waitSignal(runner.done):
        runner.run(lambda _job: "new")
    runner.wait()
    assert (done, failed) == (["new"], [])
