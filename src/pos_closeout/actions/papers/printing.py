"""A paper on its way to a printer: laid out on its sheets, and handed over as a PDF where the system takes one."""

from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from pos_closeout.documents.print_layout import count_pages, lay_out
from pos_closeout.documents.sheet_bands import SheetPictures
from pos_closeout.domain.errors import PrintError, StoppedError
from pos_closeout.domain.papers.print_sheets import PrintChoice, PrintOutcome
from pos_closeout.outbox.cups import open_cups

__all__ = ["SheetPictures", "job_has_ended", "pages_of", "send_sheets", "sheets_of", "takes_pdf"]

_WATCHED = 8.0
"""Seconds for which a job is watched and can be called off; what fails, mostly fails within the first ones."""


def pages_of(pdf: bytes) -> int:
    """Return how many pages a paper has."""
    return count_pages(pdf)


def sheets_of(
    pdf: bytes,
    choice: PrintChoice,
    report: Callable[[object], None],
    stopped: Callable[[], bool],
    starts: Sequence[int] = (),
) -> tuple[bytes, PrintOutcome]:
    """Return a paper as the sheets that come out of a printer, and what is to be told of them.

    Args:
        pdf: the paper.
        choice: printer, paper and pages.
        report: takes the number of the page in work and how many there are.
        stopped: whether the owner called it off.
        starts: pages, from 0, that begin a new sheet.

    Raises:
        PrintError: ``print.no_pages`` when none of the pages wanted exists.
        StoppedError: ``print.cancelled``.
    """
    pages = choice.pages(count_pages(pdf), starts)
    if not pages:
        raise PrintError("print.no_pages")

    def paused(done: int) -> None:
        if stopped():
            raise StoppedError("print.cancelled", printer=choice.printer)
        report((done, len(pages)))

    sheets, scale = lay_out(pdf, pages, choice.paper, paused)
    return sheets, PrintOutcome(choice.printer, sum(page is not None for page in pages), choice.copies, scale)


def takes_pdf() -> bool:
    """Whether the print queues of this machine take a PDF as it is."""
    return open_cups() is not None


def send_sheets(sheets: bytes, title: str, choice: PrintChoice, stopped: Callable[[], bool]) -> int | None:
    """Hand sheets to a queue of CUPS, and watch the job for a moment; return its number while it is not done.

    Raises:
        PrintError: the queue is gone, refuses, is paused, or gave the job up.
        StoppedError: ``print.cancelled``; the job is cancelled.
    """
    queues = open_cups()
    if queues is None:
        raise PrintError("print.no_queue", printer=choice.printer)
    with TemporaryDirectory(prefix="pos-closeout-", ignore_cleanup_errors=True) as folder:
        file = Path(folder) / "sheets.pdf"
        file.write_bytes(sheets)
        number = queues.send(file, title, choice)
    return None if queues.follow(choice.printer, number, _WATCHED, stopped) else number


def job_has_ended(printer: str, number: int, title: str) -> bool:
    """Look at a job that was handed over a while ago; return whether it has come to its end.

    Raises:
        PrintError: ``print.ended_early`` or ``print.waiting``.
    """
    queues = open_cups()
    return queues is None or queues.look(printer, number, title)
