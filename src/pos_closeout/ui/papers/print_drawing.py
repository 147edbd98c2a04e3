"""Sheets drawn on a printer that takes no PDF: in greys, at its own resolution, a band at a time."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

from pos_closeout.actions.papers.printing import SheetPictures
from pos_closeout.domain.errors import PrintError, StoppedError

_BAND_BYTES = 512 * 1024
"""The memory of one band, a byte a pixel: Python stands still while Qt hands one to the printer."""

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
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintError("print.not_begun", printer=printer.printerName())
    try:
        with SheetPictures(sheets) as pictures:
            _draw_all(pictures, painter, printer, report, stopped)
    finally:
        ended = painter.end()
    if not ended or printer.printerState() in _BROKEN:
        raise PrintError("print.broke_off", printer=printer.printerName())


def _draw_all(
    pictures: SheetPictures,
    painter: QPainter,
    printer: QPrinter,
    report: Callable[[object], None],
    stopped: Callable[[], bool],
) -> None:
    def paused() -> None:
        if stopped():
            printer.abort()
            raise StoppedError("print.cancelled", printer=printer.printerName())

    pages = _repeated(len(pictures), printer)
    for done, number in enumerate(pages):
        report((done, len(pages)))
        if done and not printer.newPage():
            raise PrintError("print.broke_off", printer=printer.printerName())
        sheet: QRect = printer.paperRect(QPrinter.Unit.DevicePixel).toRect()
        for top, rows, pixels in pictures.bands(number, (sheet.width(), sheet.height()), _BAND_BYTES, paused):
            band = QImage(pixels, sheet.width(), rows, sheet.width(), QImage.Format.Format_Grayscale8)
            painter.drawImage(QPoint(0, top), band)
        if printer.printerState() in _BROKEN:
            raise PrintError("print.broke_off", printer=printer.printerName())


def _repeated(count: int, printer: QPrinter) -> list[int]:
    """Return the pages with their copies, where the printer does not make these itself."""
    copies = 1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1)
    if printer.collateCopies():
        return list(range(count)) * copies
    return [number for number in range(count) for _ in range(copies)]
