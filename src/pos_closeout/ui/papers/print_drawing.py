"""Sheets drawn on a printer that takes no PDF: in greys, at its own resolution, a band at a time."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrinter

from pos_closeout.domain.errors import PrintError, StoppedError

_BAND_BYTES = 2 * 1024 * 1024
"""The memory of one band, in the four bytes a pixel that PDFium draws in.

Python stands still while one is drawn, and again while it is packed for the printer, each for a hundredth of a second; a
turn of the window's event loop asks for Python several times. Bands of twice the size draw a page an eighth sooner.
"""

_BROKEN = {QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error}


def prepare(printer: QPrinter) -> None:
    """Let a printer take whole sheets, upright, as they are laid out."""
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)


def draw_sheets(
    sheets: bytes, printer: QPrinter, report: Callable[[object], None], stopped: Callable[[], bool]
) -> None:
    """Draw sheets on a printer, each as large as its paper; may run beside the window.

    Args:
        sheets: one page a side, in the order of printing; an empty page is a side left empty.
        printer: after :func:`prepare`.
        report: takes the number of the page in work and how many there are.
        stopped: whether the owner called it off.

    Raises:
        PrintError: ``print.not_begun`` or ``print.broke_off``.
        StoppedError: ``print.cancelled``; the job is taken back.
    """
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(sheets))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    painter = QPainter()
    if not painter.begin(printer):
        document.close()
        raise PrintError("print.not_begun", printer=printer.printerName())
    try:
        _draw_all(document, painter, printer, report, stopped)
    finally:
        ended = painter.end()
        document.close()
    if not ended or printer.printerState() in _BROKEN:
        raise PrintError("print.broke_off", printer=printer.printerName())


def _draw_all(
    document: QPdfDocument,
    painter: QPainter,
    printer: QPrinter,
    report: Callable[[object], None],
    stopped: Callable[[], bool],
) -> None:
    pages = _repeated(document.pageCount(), printer)
    for done, number in enumerate(pages):
        report((done, len(pages)))
        if done and not printer.newPage():
            raise PrintError("print.broke_off", printer=printer.printerName())
        sheet: QRect = printer.paperRect(QPrinter.Unit.DevicePixel).toRect()
        for band in bands(sheet.size()):
            if stopped():
                printer.abort()
                raise StoppedError("print.cancelled", printer=printer.printerName())
            painter.drawImage(QPoint(0, band.y()), _band(document, number, sheet.size(), band))
        if printer.printerState() in _BROKEN:
            raise PrintError("print.broke_off", printer=printer.printerName())


def _repeated(count: int, printer: QPrinter) -> list[int]:
    """Return the pages with their copies, where the printer does not make these itself."""
    copies = 1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1)
    if printer.collateCopies():
        return list(range(count)) * copies
    return [number for number in range(count) for _ in range(copies)]


def bands(sheet: QSize) -> list[QRect]:
    """Return a sheet cut into bands over its whole width that each fit into the memory set aside."""
    height = max(_BAND_BYTES // (4 * max(sheet.width(), 1)), 1)
    return [QRect(0, top, sheet.width(), min(height, sheet.height() - top)) for top in range(0, sheet.height(), height)]


def _band(document: QPdfDocument, number: int, sheet: QSize, band: QRect) -> QImage:
    options = QPdfDocumentRenderOptions()
    options.setScaledSize(sheet)
    options.setScaledClipRect(band)
    drawn = document.render(number, band.size(), options)
    # What a page leaves open is transparent, which would come out black.
    paper = QImage(drawn.size(), QImage.Format.Format_RGB32)
    paper.fill(0xFFFFFFFF)
    painter = QPainter(paper)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return paper.convertToFormat(QImage.Format.Format_Grayscale8)
