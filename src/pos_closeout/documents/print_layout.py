"""A paper laid out on the sheets of a printer: what is sent to the printer is this PDF, page for sheet."""

from collections.abc import Callable, Sequence
from io import BytesIO

import pypdfium2 as pdfium
from pypdf import PdfReader, PdfWriter
from pypdfium2 import raw

from pos_closeout.domain.papers.print_sheets import Box, PaperSize, Placement, place

_LOOK = 0.5
"""Pixels a point at which a page is looked over for ink: hairlines are still seen, in a few milliseconds a page."""


def count_pages(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    # Not by PDFium, which serves one thread at a time: another paper may be on its way to the printer.
    return len(PdfReader(BytesIO(pdf)).pages)


def lay_out(
    pdf: bytes, pages: Sequence[int | None], paper: PaperSize, paused: Callable[[int], object]
) -> tuple[bytes, float]:
    """Return a PDF with one page a side, each as large as the sheet, and the smallest scale that was needed.

    Text stays text. Every page of a paper is scaled alike, so that its type has one size.

    Args:
        pdf: the paper.
        pages: which pages, from 0, in the order of printing; ``None`` is an empty side.
        paper: the sheet.
        paused: called with the number of pages done, before each; may raise to stop.
    """
    boxes = ink_boxes(pdf, sorted({page for page in pages if page is not None}), paused)
    source, sheets = pdfium.PdfDocument(pdf), pdfium.PdfDocument.new()
    smallest, out = 1.0, BytesIO()
    try:
        # In one go: what pages share, such as fonts, comes along once.
        sheets.import_pages(source, [number for number in pages if number is not None])
        for done, number in enumerate(pages):
            paused(done)
            if number is None:
                sheets.new_page(paper.width, paper.height, done).close()
                continue
            page = sheets[done]
            placement = place(page.get_size(), boxes[number], paper)
            smallest = min(smallest, placement.scale)
            _put(page, placement, paper)
            page.close()
        sheets.save(out)
    finally:
        sheets.close()
        source.close()
    return out.getvalue(), smallest


def merge(papers: Sequence[bytes]) -> bytes:
    """Return several PDFs as one, in their order."""
    writer = PdfWriter()
    for each in papers:
        writer.append(BytesIO(each))
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def ink_boxes(pdf: bytes, pages: Sequence[int], paused: Callable[[int], object]) -> dict[int, Box]:
    """Return where something is printed on each page, in points; one box for all pages of one size.

    Args:
        pdf: the paper.
        pages: numbers from 0.
        paused: called before each page; may raise to stop.
    """
    found: dict[int, tuple[tuple[float, float], Box]] = {}
    document = pdfium.PdfDocument(pdf)
    try:
        for number in pages:
            paused(0)
            page = document[number]
            size = page.get_size()
            found[number] = (tuple(round(each) for each in size), _ink(page, size))
            page.close()
    finally:
        document.close()
    shared: dict[tuple[float, float], Box] = {}
    for size, box in found.values():
        shared[size] = _around(shared[size], box) if size in shared else box
    return {number: shared[size] for number, (size, _) in found.items()}


def _ink(page: pdfium.PdfPage, size: tuple[float, float]) -> Box:
    image = page.render(scale=_LOOK, grayscale=True).to_pil()
    box = image.point(lambda value: 255 if value < 254 else 0).getbbox()
    if box is None:
        return Box(0.0, 0.0, 1.0, 1.0)
    left, upper, right, lower = box
    return Box(
        max(left / _LOOK, 0.0),
        max(size[1] - lower / _LOOK, 0.0),
        min(right / _LOOK, size[0]),
        min(size[1] - upper / _LOOK, size[1]),
    )


def _around(one: Box, other: Box) -> Box:
    return Box(
        min(one.left, other.left),
        min(one.bottom, other.bottom),
        max(one.right, other.right),
        max(one.top, other.top),
    )


def _put(page: pdfium.PdfPage, placement: Placement, paper: PaperSize) -> None:
    """Move what a page shows, by a matrix before its streams, which stay as they are."""
    matrix = raw.FS_MATRIX(*placement.matrix)
    sheet = raw.FS_RECTF(0.0, paper.height, paper.width, 0.0)
    page.set_mediabox(0.0, 0.0, paper.width, paper.height)
    page.set_cropbox(0.0, 0.0, paper.width, paper.height)
    raw.FPDFPage_TransFormWithClip(page.raw, matrix, sheet)
