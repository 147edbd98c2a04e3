"""Papers sent to a real print queue, and their text read back from what the printer was given."""

import io
import os
import threading
import time
from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path
from subprocess import run
from tempfile import TemporaryDirectory

import pytest
from pypdf import PdfReader, PdfWriter

from pos_closeout.actions.papers.letter import draw_letter, open_documents
from pos_closeout.actions.papers.printing import job_has_ended, send_sheets, sheets_of
from pos_closeout.documents.print_layout import count_pages, ink_boxes
from pos_closeout.domain.case.case import LetterLanguage
from pos_closeout.domain.errors import PrintError, StoppedError
from pos_closeout.domain.papers.print_sheets import Box, PaperSize, PrintChoice
from pos_closeout.paths import find_paths
from tests.documents.sample_cases import CASE, TODAY, with_terminals
from tests.print_queue.queues import Spool, running_cups

A4 = PaperSize("A4", 595.276, 841.89, Box(12, 12, 583, 830))
LETTER = PaperSize("Letter", 612.0, 792.0, Box(18, 18, 594, 774))


@pytest.fixture(scope="module")
def spool() -> Generator[Spool]:
    # Where the user that CUPS gives its filters can read, whose home is none.
    cache = Path(f"/var/tmp/pos-closeout-print-test-{os.getuid()}")  # noqa: S108 - kept for the next run
    run([Path(__file__).parents[2] / "packaging/printing/cups.sh", cache], check=True)
    # A short path: CUPS may not write beside the tests.
    with TemporaryDirectory(prefix="cups-") as home, running_cups(cache / "root", Path(home)) as made:
        os.environ["CUPS_SERVER"] = made.server
        yield made
        del os.environ["CUPS_SERVER"]


@pytest.fixture(scope="module")
def letter() -> bytes:
    documents = open_documents(find_paths(None).resources)
    return draw_letter(documents, with_terminals(CASE, 3), (), LetterLanguage.CHINESE, TODAY)


def texts(pdf: bytes) -> list[str]:
    return ["".join(sorted("".join(page.extract_text().split()))) for page in PdfReader(io.BytesIO(pdf)).pages]


def print_it(spool: Spool, letter: bytes, choice: PrintChoice) -> tuple[bytes, str, str]:
    before = spool.jobs()
    sheets, _ = sheets_of(letter, choice, lambda _: None, lambda: False)
    send_sheets(sheets, "停机申请书 v1", choice, lambda: False)
    (number,) = spool.jobs() - before
    return (
        spool.printed(number),
        (spool.out / f"{number}.options").read_text("utf-8"),
        (spool.out / f"{number}.copies").read_text("utf-8"),
    )


@pytest.mark.parametrize("paper", [A4, LETTER])
def test_the_text_of_a_letter_comes_out_of_the_printer(spool: Spool, letter: bytes, paper: PaperSize) -> None:
    printed, options, _ = print_it(spool, letter, PrintChoice("good", paper))
    assert texts(printed) == texts(letter)
    assert f"media={paper.name}" in options
    box = PdfReader(io.BytesIO(printed)).pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx((paper.width, paper.height), abs=1)


def test_ranges_reverse_and_both_sides_are_as_chosen(spool: Spool, letter: bytes) -> None:
    whole = texts(letter)
    choice = PrintChoice("good", A4, ranges=((2, 3),), reverse=True)
    printed, _, _ = print_it(spool, letter, choice)
    assert texts(printed) == [whole[2], whole[1]]
    choice = PrintChoice("good", A4, ranges=((1, 3),), reverse=True, sides="two-sided-long-edge", grey=True)
    printed, options, _ = print_it(spool, letter, choice)
    assert texts(printed) == [whole[2], "", whole[0], whole[1]]
    assert "sides=two-sided-long-edge" in options
    assert "print-color-mode=monochrome" in options


def test_a_turned_page_comes_out_whole(spool: Spool, letter: bytes) -> None:
    turned = landscape(letter)
    printed, _, _ = print_it(spool, turned, PrintChoice("good", A4))
    assert texts(printed) == texts(turned)
    box = PdfReader(io.BytesIO(printed)).pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx((A4.width, A4.height), abs=1)
    assert all(inside(each, A4.printable) for each in ink_of(printed))


def test_large_margins_cut_nothing_off(spool: Spool, letter: bytes) -> None:
    narrow = replace(A4, printable=Box(72, 108, 523, 770))
    printed, _, _ = print_it(spool, letter, PrintChoice("good", narrow))
    assert texts(printed) == texts(letter)
    assert all(inside(each, narrow.printable) for each in ink_of(printed))


def landscape(pdf: bytes) -> bytes:
    """Return a paper with its pages turned, as a wide table is."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    for page in writer.pages:
        page.rotate(90)
        page.transfer_rotation_to_content()
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def ink_of(pdf: bytes) -> list[Box]:
    return list(ink_boxes(pdf, range(count_pages(pdf)), lambda _: None).values())


def inside(ink: Box, printable: Box) -> bool:
    """Return whether everything lies where the printer prints, to the pixels of the look."""
    return (
        ink.left >= printable.left - 3
        and ink.bottom >= printable.bottom - 3
        and ink.right <= printable.right + 3
        and ink.top <= printable.top + 3
    )


def test_copies_come_out(spool: Spool, letter: bytes) -> None:
    printed, _, copies = print_it(spool, letter, PrintChoice("good", A4, ranges=((1, 1),), copies=2))
    assert len(texts(printed)) * int(copies) == 2


@pytest.mark.parametrize(
    ("queue", "message"),
    [
        ("deleted", "print.no_queue"),
        ("paused", "print.paused"),
        ("refusing", "print.refusing"),
        ("broken", "print.aborted"),
    ],
)
def test_a_queue_that_does_not_print_says_so(spool: Spool, letter: bytes, queue: str, message: str) -> None:
    before = spool.jobs()
    with pytest.raises(PrintError, match=message):
        send_sheets(letter, "letter", PrintChoice(queue, A4), lambda: False)
    assert spool.jobs() == before


def test_a_job_that_fails_after_it_was_let_go_is_found(spool: Spool, letter: bytes) -> None:
    # The backend sleeps longer than a job is watched at once, and then gives up.
    number = send_sheets(letter, "letter", PrintChoice("late", A4), lambda: False)
    assert number is not None
    assert not job_has_ended("late", number, "letter")
    with pytest.raises(PrintError, match=r"print.ended_early"):
        wait_for(lambda: job_has_ended("late", number, "letter"))


def test_a_job_that_comes_out_late_is_let_go(spool: Spool, letter: bytes) -> None:
    number = send_sheets(letter, "letter", PrintChoice("tardy", A4), lambda: False)
    assert number is not None
    assert not job_has_ended("tardy", number, "letter")
    wait_for(lambda: job_has_ended("tardy", number, "letter"))
    assert texts(spool.printed(number)) == texts(letter)


def wait_for(ended: Callable[[], bool], seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not ended():
        if time.monotonic() > end:
            raise TimeoutError("the job did not end")
        time.sleep(0.5)


def test_no_cups_answers(spool: Spool, letter: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    failed: list[str] = []

    def send() -> None:
        # CUPS keeps its connection for each thread.
        try:
            send_sheets(letter, "letter", PrintChoice("good", A4), lambda: False)
        except PrintError as error:
            failed.append(error.message_id)

    monkeypatch.setenv("CUPS_SERVER", "127.0.0.1:9")
    thread = threading.Thread(target=send)
    thread.start()
    thread.join()
    assert failed in (["print.no_queue"], ["print.not_accepted"])


def test_cancel_cancels_the_job(spool: Spool, letter: bytes) -> None:
    before = spool.jobs()
    asked = iter((False, False, True))
    with pytest.raises(StoppedError, match=r"print.cancelled"):
        send_sheets(letter, "letter", PrintChoice("slow", A4), lambda: next(asked))
    assert spool.jobs() == before
