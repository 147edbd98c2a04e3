"""From the dialog to the printer: every outcome is told, and the window goes on while it prints."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QMessageBox, QProgressDialog, QPushButton
from pytestqt.qtbot import QtBot

from pos_closeout.domain.errors import PrintError, StoppedError
from pos_closeout.domain.papers.print_sheets import PrintChoice
from pos_closeout.domain.phases import Step
from pos_closeout.ui.papers import print_controller as printing
from pos_closeout.ui.papers.job_watch import MOST_LOOKS, JobWatch, WatchedJob
from pos_closeout.ui.papers.print_choice import choice_of, recall, remembered
from pos_closeout.ui.papers.print_drawing import draw_sheets, prepare
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.wizard.steps.application.page import ApplicationPage
from tests.ui.conftest import OpenWindow, sample_in

Sent = list[tuple[bytes, str, PrintChoice]]


@pytest.fixture
def at_letter(open_window: OpenWindow, qtbot: QtBot) -> tuple[MainWindow, ApplicationPage]:
    window = open_window()
    sample_in(window)
    window.show_step(Step.APPLICATION)
    page = window.workspace.wizard.page(Step.APPLICATION)
    assert isinstance(page, ApplicationPage)
    qtbot.waitUntil(lambda: page.preview.document.pageCount() > 0)
    return window, page


@pytest.fixture
def queue(monkeypatch: pytest.MonkeyPatch) -> Sent:
    """A machine with one printer that takes PDFs; what it got."""
    got: Sent = []
    monkeypatch.setattr(printing, "printer_names", lambda: ["Laser"])
    monkeypatch.setattr(printing, "ask_for_printer", lambda *_: True)
    monkeypatch.setattr(printing, "takes_pdf", lambda: True)
    monkeypatch.setattr(printing, "send_sheets", lambda data, title, choice, _: got.append((data, title, choice)))
    return got


def box(window: MainWindow, qtbot: QtBot) -> QMessageBox:
    """Return the box that tells the outcome."""
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(QMessageBox)))
    return next(each for each in window.findChildren(QMessageBox) if each.isVisible())


def test_a_job_that_was_accepted_is_told_and_counts_the_version(
    at_letter: tuple[MainWindow, ApplicationPage], queue: Sent, qtbot: QtBot
) -> None:
    window, page = at_letter
    before = window.session.case.letter.issued_version
    page.print_asked.emit()
    told = box(window, qtbot)
    count = page.preview.document.pageCount()
    assert f"{count} pages" in told.text()
    assert "1 copy" in told.text()
    assert window.session.case.letter.issued_version == before + 1
    assert queue[0][0].startswith(b"%PDF")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PrintError("print.no_queue", printer="Laser"), "not there"),
        (PrintError("print.refusing", printer="Laser"), "accepts nothing"),
        (PrintError("print.paused", printer="Laser"), "paused"),
        (PrintError("print.not_accepted", printer="Laser", reason="forbidden"), "forbidden"),
        (PrintError("print.aborted", printer="Laser"), "gave the job up"),
        (StoppedError("print.cancelled", printer="Laser"), "called off"),
    ],
)
def test_a_job_that_was_not_accepted_is_told_and_counts_nothing(
    at_letter: tuple[MainWindow, ApplicationPage],
    queue: Sent,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    *,
    error: PrintError,
    words: str,
) -> None:
    window, page = at_letter

    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(printing, "send_sheets", refuse)
    before = window.session.case
    page.print_asked.emit()
    assert words in box(window, qtbot).text()
    assert window.session.case == before


def test_without_a_printer_the_pdf_is_offered_for_a_copy_shop(
    at_letter: tuple[MainWindow, ApplicationPage], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window, page = at_letter
    before = window.session.case
    monkeypatch.setattr(printing, "printer_names", list)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "letter v1.2"), ""))
    page.print_asked.emit()
    told = box(window, qtbot)
    assert "copy shop" in told.text()
    next(each for each in told.findChildren(QPushButton) if "PDF" in each.text()).click()
    assert (tmp_path / "letter v1.2.pdf").read_bytes().startswith(b"%PDF")
    assert window.session.case == before


def test_cancel_stops_the_job_while_the_window_goes_on(
    at_letter: tuple[MainWindow, ApplicationPage], queue: Sent, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, page = at_letter

    def slow(_data: bytes, _title: str, _choice: PrintChoice, stopped: Callable[[], bool]) -> None:
        while not stopped():
            time.sleep(0.01)
        raise StoppedError("print.cancelled", printer="Laser")

    monkeypatch.setattr(printing, "send_sheets", slow)
    page.print_asked.emit()
    (progress,) = window.findChildren(QProgressDialog)
    (cancel,) = progress.findChildren(QPushButton)
    QTimer.singleShot(50, cancel.click)
    assert "called off" in box(window, qtbot).text()


def test_other_paper_is_said_before_anything_is_printed(
    at_letter: tuple[MainWindow, ApplicationPage], queue: Sent, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, page = at_letter

    def letter_size(printer: QPrinter, *_: object) -> bool:
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
        return True

    monkeypatch.setattr(printing, "ask_for_printer", letter_size)

    def back() -> None:
        told = next(each for each in window.findChildren(QMessageBox) if each.isVisible())
        assert "Letter" in told.text()
        assert queue == []
        told.buttons()[1].click()

    QTimer.singleShot(0, back)
    page.print_asked.emit()
    assert queue == []


class DuplexPrinter(QPrinter):
    """Prints on both sides, which Qt allows only where the machine has such a printer."""

    sides = QPrinter.DuplexMode.DuplexNone

    def duplex(self) -> QPrinter.DuplexMode:
        return self.sides

    def setDuplex(self, sides: QPrinter.DuplexMode) -> None:
        self.sides = sides


def test_what_was_chosen_is_read_and_remembered(qapp: object) -> None:
    printer = DuplexPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    printer.setCopyCount(2)
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("1-2,4"))
    chosen = choice_of(printer)
    assert (chosen.paper.name, chosen.ranges, chosen.copies) == ("A5", ((1, 2), (4, 4)), 2)
    assert chosen.paper.width < chosen.paper.height
    assert (chosen.sides, chosen.reverse, chosen.grey) == ("two-sided-long-edge", True, True)
    again = DuplexPrinter(QPrinter.PrinterMode.HighResolution)
    recall(again, remembered(printer))
    told = choice_of(again)
    assert (told.paper.name, told.sides, told.reverse, told.grey) == ("A5", "two-sided-long-edge", True, True)
    assert (told.copies, told.ranges) == (1, ())


@pytest.mark.parametrize("text", ["", "{", "[]", '{"sides": 7, "printer": "gone"}'])
def test_what_cannot_be_recalled_stays_at_its_default(qapp: object, text: str) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    recall(printer, text)
    assert choice_of(printer).sides == "one-sided"


class BrokenPrinter(QPrinter):
    """Takes the first page, and no other; or says in the end that something went wrong."""

    def __init__(self, file: Path, *, new_page: bool, state: QPrinter.PrinterState) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self.setResolution(72)
        self.setOutputFileName(str(file))
        self._new_page, self._state = new_page, state

    def newPage(self) -> bool:
        return self._new_page and super().newPage()

    def printerState(self) -> QPrinter.PrinterState:
        return self._state


@pytest.fixture
def letter(at_letter: tuple[MainWindow, ApplicationPage], queue: Sent, qtbot: QtBot) -> bytes:
    window, page = at_letter
    page.print_asked.emit()
    box(window, qtbot).close()
    return queue[0][0]


@pytest.mark.parametrize(
    ("new_page", "state", "message"),
    [
        (False, QPrinter.PrinterState.Idle, "print.broke_off"),
        (True, QPrinter.PrinterState.Error, "print.broke_off"),
        (True, QPrinter.PrinterState.Aborted, "print.broke_off"),
    ],
)
def test_a_printer_that_breaks_off_is_noticed(
    letter: bytes, tmp_path: Path, *, new_page: bool, state: QPrinter.PrinterState, message: str
) -> None:
    printer = BrokenPrinter(tmp_path / "out.pdf", new_page=new_page, state=state)
    with pytest.raises(PrintError, match=message):
        draw_sheets(letter, printer, lambda _: None, lambda: False)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_begin_is_noticed(letter: bytes, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "nowhere" / "out.pdf"))
    with pytest.raises(PrintError, match=r"print.not_begun"):
        draw_sheets(letter, printer, lambda _: None, lambda: False)


def test_a_job_that_fails_long_after_it_was_sent_is_told_once_with_the_paper_at_hand(
    at_letter: tuple[MainWindow, ApplicationPage],
    queue: Sent,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    window, page = at_letter
    monkeypatch.setattr(printing, "send_sheets", lambda *_: 7)
    states: list[bool | str] = [False, "print.waiting", "print.waiting", False, "print.ended_early"]
    asked: list[tuple[str, int]] = []

    def ended(printer: str, number: int, title: str) -> bool:
        asked.append((printer, number))
        state = states.pop(0)
        if isinstance(state, str):
            raise PrintError(state, printer=printer)
        return state

    watch = window.workspace.papers.printing.watch
    monkeypatch.setattr(watch, "_ended", ended)
    page.print_asked.emit()
    box(window, qtbot).close()
    assert [(job.number, job.looks) for job in watch.jobs] == [(7, 0)]
    told: list[str] = []
    watch.failed.connect(lambda _job, error: told.append(error.message_id))
    for looks in range(1, 6):
        watch.look()
        qtbot.waitUntil(lambda looks=looks: len(asked) == looks and not watch._runner.running)  # type: ignore[misc]
    assert told == ["print.waiting", "print.ended_early"]
    assert watch.jobs == ()
    last = [each for each in window.findChildren(QMessageBox) if each.isVisible()][-1]
    assert "did not come out whole" in last.text()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "late"), ""))
    next(each for each in last.findChildren(QPushButton) if "PDF" in each.text()).click()
    assert (tmp_path / "late.pdf").read_bytes().startswith(b"%PDF")


def test_a_job_is_watched_for_half_an_hour_and_no_longer(qtbot: QtBot) -> None:
    over = QObject()
    watch, told = JobWatch(over, lambda *_: False), list[str]()
    watch.failed.connect(lambda _job, error: told.append(error.message_id))
    watch.add(WatchedJob("Laser", 7, "letter", b"", looks=MOST_LOOKS - 2))
    for _ in range(3):
        watch.look()
        qtbot.waitUntil(lambda: not watch._runner.running)
    assert (watch.jobs, told) == ((), ["print.still_waiting"])


def test_a_printer_that_takes_no_pdf_gets_every_page(letter: bytes, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(100)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    prepare(printer)
    pages: list[object] = []
    draw_sheets(letter, printer, pages.append, lambda: False)
    drawn = (tmp_path / "out.pdf").read_bytes()
    assert ink_of(drawn) == pytest.approx(ink_of(letter), abs=6)
    assert pages[-1] == (len(pages) - 1, len(pages))


def ink_of(pdf: bytes) -> list[float]:
    from pos_closeout.documents.print_layout import count_pages, ink_boxes

    boxes = ink_boxes(pdf, range(count_pages(pdf)), lambda _: None)
    return [side for box in boxes.values() for side in (box.left, box.bottom, box.right, box.top)]
