"""Sheets as greys at a printer's own resolution, a band at a time, for printers that take no PDF."""

import ctypes
from collections.abc import Callable, Generator
from typing import Self

import pypdfium2 as pdfium
from pypdfium2 import raw

_WHITE = 0xFFFFFFFF


def band_height(width: int, most_bytes: int) -> int:
    """Return how many rows of one byte a pixel fit into the memory set aside, at least one."""
    return max(most_bytes // max(width, 1), 1)


class SheetPictures:
    """A PDF whose pages are drawn in bands; closed by ``with``.

    PDFium draws outside Python, which goes on meanwhile. It serves one thread at a time.

    Args:
        pdf: one page a side.
    """

    def __init__(self, pdf: bytes) -> None:
        self._document = pdfium.PdfDocument(pdf)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._document.close()

    def __len__(self) -> int:
        return len(self._document)

    def bands(
        self, number: int, size: tuple[int, int], most_bytes: int, paused: Callable[[], object]
    ) -> Generator[tuple[int, int, bytes]]:
        """Draw a page over a whole sheet, from its top to its foot.

        Args:
            number: the page, from 0.
            size: width and height of the sheet in pixels.
            most_bytes: the memory of one band.
            paused: called before each band; may raise to stop.

        Yields:
            The first row of a band, how many rows it has, and its pixels, one byte each, row after row.
        """
        width, height = size
        rows = band_height(width, most_bytes)
        pixels = (ctypes.c_ubyte * (width * rows))()
        bitmap = raw.FPDFBitmap_CreateEx(width, rows, raw.FPDFBitmap_Gray, pixels, width)
        page = self._document[number]
        flags = raw.FPDF_ANNOT | raw.FPDF_PRINTING | raw.FPDF_GRAYSCALE
        try:
            for top in range(0, height, rows):
                paused()
                # What a page leaves open is paper.
                raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, rows, _WHITE)
                raw.FPDF_RenderPageBitmap(bitmap, page.raw, 0, -top, width, height, 0, flags)
                here = min(rows, height - top)
                yield top, here, bytes(memoryview(pixels)[: width * here])
        finally:
            page.close()
            raw.FPDFBitmap_Destroy(bitmap)
