"""What the owner chose in Qt's dialog for printers, read from the printer it filled in, and remembered."""

import json

from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintEngine, QPrinter, QPrinterInfo

from pos_closeout.domain.papers.print_sheets import Box, PaperSize, PrintChoice

PRINT_SETTING = "print_choice"
"""The key under which printer and options are remembered."""

_CUPS_OPTIONS = QPrintEngine.PrintEnginePropertyKey(0xFE00)
"""Where Qt's dialog leaves the further options of a CUPS queue, as names and values in turn."""

_SIDES = {
    QPrinter.DuplexMode.DuplexNone: "one-sided",
    QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexAuto: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
}


def paper_of(printer: QPrinter) -> PaperSize:
    """Return the sheet in a printer, upright: how a page is turned is decided by what fits."""
    layout = printer.pageLayout()
    layout.setOrientation(QPageLayout.Orientation.Portrait)
    layout.setUnits(QPageLayout.Unit.Point)
    # In points Qt keeps whole ones only, which would be a shift of a page's own size: A4 is 595.276 wide.
    size = layout.pageSize().size(QPageSize.Unit.Millimeter)
    width, height = size.width() * 72 / 25.4, size.height() * 72 / 25.4
    margins = layout.minimumMargins()
    printable = Box(margins.left(), margins.bottom(), width - margins.right(), height - margins.top())
    return PaperSize(layout.pageSize().key(), width, height, printable)


def choice_of(printer: QPrinter) -> PrintChoice:
    """Return what was chosen for a printer."""
    return PrintChoice(
        printer=printer.printerName(),
        paper=paper_of(printer),
        ranges=_ranges(printer),
        copies=max(printer.copyCount(), 1),
        collate=printer.collateCopies(),
        reverse=printer.pageOrder() is QPrinter.PageOrder.LastPageFirst,
        sides=_SIDES[printer.duplex()],
        grey=printer.colorMode() is QPrinter.ColorMode.GrayScale,
        options=_further(printer),
    )


def _ranges(printer: QPrinter) -> tuple[tuple[int, int], ...]:
    if printer.printRange() is QPrinter.PrintRange.AllPages:
        return ()
    # As text, such as "1-3,5": PySide's stubs do not know what a range is made of.
    told = printer.pageRanges().toString()
    if told:
        ends = [each.partition("-") for each in told.split(",")]
        return tuple((int(first), int(last or first)) for first, _, last in ends)
    return ((printer.fromPage(), printer.toPage()),) if printer.fromPage() else ()


def _further(printer: QPrinter) -> tuple[tuple[str, str], ...]:
    told = printer.printEngine().property(_CUPS_OPTIONS)
    listed = [str(each) for each in told] if isinstance(told, list) else []
    return tuple(zip(listed[::2], listed[1::2], strict=False))


def remembered(printer: QPrinter) -> str:
    """Return printer, paper, sides and colour as text; copies and pages are chosen anew each time."""
    return json.dumps(
        {
            "printer": printer.printerName(),
            "paper": printer.pageLayout().pageSize().key(),
            "sides": printer.duplex().name,
            "colour": printer.colorMode().name,
            "reverse": printer.pageOrder() is QPrinter.PageOrder.LastPageFirst,
        }
    )


def recall(printer: QPrinter, text: str) -> None:
    """Set a printer as it was remembered; what no longer exists stays at its default."""
    try:
        told = json.loads(text or "{}")
    except ValueError:
        return
    if not isinstance(told, dict):
        return
    if told.get("printer") in QPrinterInfo.availablePrinterNames():
        printer.setPrinterName(told["printer"])
    size = next((each for each in _page_sizes() if each.key() == told.get("paper")), None)
    if size is not None:
        printer.setPageSize(size)
    if told.get("sides") in QPrinter.DuplexMode.__members__:
        printer.setDuplex(QPrinter.DuplexMode[told["sides"]])
    if told.get("colour") in QPrinter.ColorMode.__members__:
        printer.setColorMode(QPrinter.ColorMode[told["colour"]])
    if told.get("reverse") is True:
        printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)


def _page_sizes() -> list[QPageSize]:
    return [QPageSize(each) for each in QPageSize.PageSizeId if each != QPageSize.PageSizeId.Custom]
