"""The letter drawn again after one answer has changed, as the preview does it."""

import itertools
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import typst
from pypdf import PdfReader

from pos_closeout.documents.letter import letter_content, letter_pdf
from pos_closeout.documents.typesetting.fonts import load_fonts
from pos_closeout.documents.wording import load_wording
from pos_closeout.domain.case import Case, LetterLanguage
from tests.benchmarks.timing import RUNS, Result, medians
from tests.benchmarks.typst_letter import markup
from tests.documents.sample_cases import REMOVAL, TODAY

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
LIMIT = 0.5


def edited(number: int) -> Case:
    """Return the case with another floor in its address."""
    address = f"浙江省杭州市西湖区文三路88号{number}层"
    return replace(REMOVAL, merchant=replace(REMOVAL.merchant, registered_address=address))


def pages(pdf: object) -> int:
    """Return how many pages a letter has.

    Raises:
        TypeError: it is no PDF.
    """
    if not isinstance(pdf, bytes):
        raise TypeError("no PDF")
    return len(PdfReader(BytesIO(pdf)).pages)


def letter_after_an_edit() -> Result:
    """Compare our letter with Typst's of the same words. Typst's markup is written before the clock starts."""
    wording, fonts = load_wording(RESOURCES / "letters"), load_fonts(RESOURCES / "fonts")
    chinese = LetterLanguage.CHINESE
    edits = [edited(number) for number in range(RUNS + 2)]
    sources = [
        markup(letter_content(case, (), language=chinese, today=TODAY, version=1, wording=wording)) for case in edits
    ]
    compiler = typst.Compiler(font_paths=[RESOURCES / "fonts"], ignore_system_fonts=True)
    our_turn, their_turn = itertools.count(), itertools.count()

    def ours() -> bytes:
        case = edits[next(our_turn)]
        return letter_pdf(case, (), language=chinese, today=TODAY, version=1, fonts=fonts, wording=wording)

    def theirs() -> object:
        # Ours has no structure tree, so Typst need not write one.
        return compiler.compile(sources[next(their_turn)], format="pdf", pdf_tags=False)

    name = f"letter of {pages(ours())} pages after an edit, warm"
    yardstick = f"Typst, the same on {pages(theirs())} pages, warm"
    return Result(name, yardstick, *medians(ours, theirs), LIMIT)
