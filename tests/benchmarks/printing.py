"""A thousand open items on their way to a printer: the longest the window stands still, and time a page, both ways.

The sheets are laid out and, where a printer takes no PDF, drawn at 600 dpi on a thread of their own, as in the window.
"""

import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from pos_closeout.actions.papers.printing import pages_of, sheets_of
from pos_closeout.documents.open_items_list import open_items_pdf
from pos_closeout.documents.typesetting.fonts import load_fonts
from pos_closeout.documents.wording import load_wording
from pos_closeout.domain.case.case import LetterLanguage
from pos_closeout.ui.context import Job, Runner
from pos_closeout.ui.papers.print_choice import choice_of
from pos_closeout.ui.papers.print_drawing import draw_sheets, prepare
from tests.benchmarks.timing import Result, own_peak_mb
from tests.documents.sample_cases import CASE, TODAY, ledger

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
ITEMS, STILL_S = 1_000, 0.1


def printing_of_a_long_list() -> tuple[Result, ...]:
    """Print a list with the event loop running, once as a PDF and once in bands."""
    app = QApplication.instance() or QApplication([])
    fonts, wording = load_fonts(RESOURCES / "fonts"), load_wording(RESOURCES / "letters")
    pdf = open_items_pdf(
        ledger(ITEMS), {1: CASE}, language=LetterLanguage.CHINESE, today=TODAY, fonts=fonts, wording=wording
    )
    with tempfile.TemporaryDirectory() as folder:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setResolution(600)
        printer.setOutputFileName(str(Path(folder) / "out.pdf"))
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        choice = choice_of(printer)
        prepare(printer)

        def as_pdf(job: Job) -> None:
            sheets_of(pdf, choice, job.report, job.stopped)

        def in_bands(job: Job) -> None:
            sheets, _ = sheets_of(pdf, choice, job.report, job.stopped)
            draw_sheets(sheets, printer, job.report, job.stopped)

        results = tuple(
            _watched(f"print {ITEMS} items {name}", work, pages_of(pdf))
            for name, work in (("as a PDF", as_pdf), ("in bands at 600 dpi", in_bands))
        )
    del app
    return results


def _watched(name: str, work: Callable[[Job], object], pages: int) -> Result:
    loop, errors = QEventLoop(), list[object]()
    runner = Runner(errors.append)
    turns = [time.perf_counter()]
    timer = QTimer()
    timer.setInterval(5)
    timer.timeout.connect(lambda: turns.append(time.perf_counter()))
    runner.done.connect(loop.quit)
    runner.failed.connect(loop.quit)
    timer.start()
    before = time.perf_counter()
    runner.run(work)
    loop.exec()
    took = time.perf_counter() - before
    timer.stop()
    if errors:
        raise RuntimeError(f"printing failed: {errors[0]}")
    still = max(later - earlier for earlier, later in pairwise(turns))
    note = f"{pages} pages, {took / pages * 1000:.0f} ms a page, {own_peak_mb():.0f} MB at most"
    return Result(name, "the loop turns every 100 ms", still, STILL_S, 1.0, note)
