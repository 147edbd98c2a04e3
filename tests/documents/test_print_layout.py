"""Papers laid out for a printer: real letters on real sheets, whole, with their text."""

import io

import pytest
from pypdf import PdfReader

from pos_closeout.actions.papers.letter import draw_letter, draw_open_items, open_documents
from pos_closeout.documents.print_layout import ink_boxes, lay_out, merge
from pos_closeout.domain.case.case import LetterLanguage
from pos_closeout.domain.papers.print_sheets import Box, PaperSize
from pos_closeout.paths import find_paths
from tests.documents.sample_cases import CASE, TODAY, with_terminals


@pytest.fixture(scope="module")
def letter() -> bytes:
    documents = open_documents(find_paths(None).resources)
    return draw_letter(documents, with_terminals(CASE, 3), (), LetterLanguage.CHINESE, TODAY)


def paper(name: str, width: float, height: float, margin: float) -> PaperSize:
    return PaperSize(name, width, height, Box(margin, margin, width - margin, height - margin))


def texts(pdf: bytes) -> list[str]:
    return ["".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


def nothing(_done: int) -> None:
    return None


@pytest.mark.parametrize(
    ("sheet", "smaller"),
    [
        (paper("A4", 595.276, 841.89, 14.2), False),
        (paper("A4", 595.276, 841.89, 85.0), True),
        (paper("Letter", 612.0, 792.0, 18.0), False),
        (paper("Landscape", 841.89, 595.276, 14.2), False),
        (paper("A5", 419.53, 595.276, 12.0), True),
    ],
)
def test_a_letter_comes_out_whole_as_text_on_any_paper(letter: bytes, sheet: PaperSize, *, smaller: bool) -> None:
    pages = range(len(texts(letter)))
    sheets, scale = lay_out(letter, tuple(pages), sheet, nothing)
    assert (scale < 1) is smaller
    assert [sorted(each) for each in texts(sheets)] == [sorted(each) for each in texts(letter)]
    for page in PdfReader(io.BytesIO(sheets)).pages:
        assert float(page.mediabox.width) == pytest.approx(sheet.width, abs=0.01)
        assert float(page.mediabox.height) == pytest.approx(sheet.height, abs=0.01)
    for box in ink_boxes(sheets, list(pages), nothing).values():
        # Two points are a pixel of the look that is taken.
        assert box.left >= sheet.printable.left - 2
        assert box.right <= sheet.printable.right + 2
        assert box.bottom >= sheet.printable.bottom - 2
        assert box.top <= sheet.printable.top + 2


def test_pages_come_in_the_order_wanted_with_empty_sides(letter: bytes) -> None:
    whole = texts(letter)
    sheets, _ = lay_out(letter, (1, None, 0), paper("A4", 595.276, 841.89, 14.2), nothing)
    assert texts(sheets) == [whole[1], "", whole[0]]


def test_a_layout_carries_each_font_once(letter: bytes) -> None:
    sheets, _ = lay_out(letter, tuple(range(len(texts(letter)))), paper("Letter", 612.0, 792.0, 18.0), nothing)
    assert len(sheets) < 1.3 * len(letter)


def test_papers_become_one_file_in_their_order(letter: bytes) -> None:
    documents = open_documents(find_paths(None).resources)
    listed = draw_open_items(documents, (), (), LetterLanguage.CHINESE, TODAY)
    assert texts(merge([letter, listed, letter])) == texts(letter) + texts(listed) + texts(letter)
