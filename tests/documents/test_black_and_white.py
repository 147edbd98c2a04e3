"""Every paper stays legible on a printer without colours: greys only, and type nearly black."""

import ctypes
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw

from pos_closeout.actions.papers.letter import Documents, draw_open_items, open_documents
from pos_closeout.actions.papers.pages import draw_closing_report, draw_poster, draw_quick_guide, draw_text_page
from pos_closeout.actions.papers.papers import draw_paper
from pos_closeout.domain.case.case import LetterLanguage
from pos_closeout.domain.case.issued_papers import PaperKind
from pos_closeout.domain.phases import Step
from pos_closeout.paths import find_paths
from tests.documents.sample_cases import CASE, TODAY, ledger, with_terminals

SHOP, ITEMS = with_terminals(CASE, 2), ledger(5)
NAMES, FOLDER = dict.fromkeys(Step, "a"), Path("b")
LIGHTEST_TYPE = 0.45
"""The lightest grey for type, of 0 for black to 1 for paper: 7 : 1 on white at least."""

Draw = Callable[[Documents, LetterLanguage], bytes]
PAPERS: dict[str, Draw] = {
    "poster": lambda documents, language: draw_poster(documents, SHOP, ITEMS, language, TODAY),
    "report": lambda documents, language: draw_closing_report(documents, SHOP, ITEMS, language, TODAY),
    "list": lambda documents, language: draw_open_items(documents, ITEMS, [SHOP], language, TODAY),
    "guide": lambda documents, language: draw_quick_guide(documents, NAMES, FOLDER, language, TODAY),
    "text": lambda documents, language: draw_text_page(documents, SHOP, "a", "b", language=language, today=TODAY),
}


def _drawing(kind: PaperKind) -> Draw:
    return lambda documents, language: draw_paper(documents, kind, SHOP, ITEMS, language=language, today=TODAY)


# The acquirer's own form is printed as the acquirer made it.
PAPERS |= {kind.value: _drawing(kind) for kind in PaperKind if kind is not PaperKind.FORM}


def colours(pdf: bytes) -> Iterator[tuple[bool, tuple[float, float, float]]]:
    """Give the colour of everything drawn, and whether it is type."""
    document = pdfium.PdfDocument(pdf)
    for page in document:
        for each in page.get_objects():
            parts = [ctypes.c_uint() for _ in range(4)]
            is_type = each.type == raw.FPDF_PAGEOBJ_TEXT
            read = raw.FPDFPageObj_GetFillColor if is_type else raw.FPDFPageObj_GetStrokeColor
            if read(each.raw, *map(ctypes.byref, parts)):
                red, green, blue, _ = (part.value / 255 for part in parts)
                yield is_type, (red, green, blue)
        page.close()
    document.close()


@pytest.fixture(scope="module")
def documents() -> Documents:
    return open_documents(find_paths(None).resources)


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_is_black_and_grey(documents: Documents, name: str) -> None:
    for language in LetterLanguage:
        found = list(colours(PAPERS[name](documents, language)))
        assert any(is_type for is_type, _ in found)
        for is_type, (red, green, blue) in found:
            assert red == green == blue
            assert red <= LIGHTEST_TYPE or not is_type
