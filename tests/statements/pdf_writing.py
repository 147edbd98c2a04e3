"""Writes statements as PDF in the many looks that banks give them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
EMBEDDED, PREDEFINED = "statement-embedded", "STSong-Light"


@dataclass(frozen=True, slots=True)
class Look:
    """How a statement is set.

    Attributes:
        rules: ``grid``, ``cells`` (a rectangle around every cell), ``bars`` (thin filled boxes), ``lines`` (below rows
            only) or ``none``.
        middle: cells are centred from top to bottom, otherwise aligned at the top.
        repeated: the header stands on every page.
        second: names in English below the Chinese ones.
        widths: of the columns in points; columns in ``right`` are aligned at the right.
        turned: quarter turns of the page (``/Rotate``), drawn so that it is upright on the screen.
        shift: where the lower left corner of the page lies.
        mark: a watermark across the page.
        font, size, leading, pad: in points.
    """

    widths: tuple[float, ...]
    rules: str = "grid"
    middle: bool = False
    repeated: bool = True
    second: bool = False
    right: frozenset[int] = frozenset()
    turned: int = 0
    shift: tuple[float, float] = (0.0, 0.0)
    mark: str = ""
    font: str = EMBEDDED
    size: float = 8.0
    leading: float = 10.0
    pad: float = 3.0
    gap: float = 8.0


ENGLISH = ("Date", "Currency", "Transaction", "Balance", "Type", "Counter Party", "Note", "Number", "Branch", "Channel")


def write_pdf(
    path: Path,
    names: Sequence[str],
    rows: Sequence[Sequence[str]],
    look: Look,
    *,
    above: Sequence[str] = ("某某银行交易流水",),
    below: Sequence[str] = ("温馨提示：", "1. 本清单仅供参考。"),
    page_number: Callable[[int, int], str] = "第 {} 页 共 {} 页".format,
    encrypt: str | None = None,
) -> list[int]:
    """Write a statement and return the page, from 1, on which each row stands."""
    if EMBEDDED not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(EMBEDDED, str(FONTS / "CloseoutSong-Regular.ttf")))
    if PREDEFINED not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(UnicodeCIDFont(PREDEFINED))
    wide = sum(look.widths) > A4[0] - 40
    width, height = landscape(A4) if wide else A4
    pages = _paginated(names, rows, look, height - 60, 14.0 * len(above) + 10)
    canvas = Canvas(str(path), encrypt=encrypt, pageCompression=1, invariant=1)
    for number, page in enumerate(pages, 1):
        _begin(canvas, look, width, height)
        y = height - 30
        if number == 1:
            for line in above:
                canvas.setFont(look.font, 11)
                canvas.drawString(30, y - 11, line)
                y -= 14
            y -= 10
        if look.mark:
            canvas.saveState()
            canvas.setFont(look.font, 30)
            canvas.translate(width / 2, height / 2)
            canvas.rotate(35)
            canvas.drawCentredString(0, 0, look.mark)
            canvas.restoreState()
        y = _draw_rows(canvas, page, look, y)
        canvas.setFont(look.font, look.size)
        if number == len(pages):
            for line in below:
                y -= look.leading + 4
                canvas.drawString(30, y, line)
        canvas.drawCentredString(width / 2, 14, page_number(number, len(pages)))
        canvas.showPage()
    canvas.save()
    return [number for number, page in enumerate(pages, 1) for kind, _ in page if kind == "row"]


_Piece = tuple[str, list[list[str]]]


def _paginated(
    names: Sequence[str], rows: Sequence[Sequence[str]], look: Look, height: float, first: float
) -> list[list[_Piece]]:
    head: _Piece = ("head", [_wrapped(name, width, look) for name, width in zip(names, look.widths, strict=True)])
    if look.second:
        head = ("head", [[*cell, english] for cell, english in zip(head[1], ENGLISH, strict=False)])
    pages: list[list[_Piece]] = [[head]]
    left = height - first - _height(head, look)
    for row in rows:
        piece: _Piece = ("row", [_wrapped(cell, width, look) for cell, width in zip(row, look.widths, strict=True)])
        need = _height(piece, look)
        if need > left - 40:
            pages.append([head] if look.repeated else [])
            left = height - (_height(head, look) if look.repeated else 0)
        pages[-1].append(piece)
        left -= need
    return pages


def _wrapped(text: str, width: float, look: Look) -> list[str]:
    room = width - look.gap
    lines = [""]
    for paragraph_at, paragraph in enumerate(text.split("\n")):
        if paragraph_at:
            lines.append("")
        for sign in paragraph:
            if pdfmetrics.stringWidth(lines[-1] + sign, look.font, look.size) > room and lines[-1]:
                lines.append("")
            lines[-1] += sign
    return lines


def _height(piece: _Piece, look: Look) -> float:
    return max(map(len, piece[1])) * look.leading + 2 * look.pad


def _begin(canvas: Canvas, look: Look, width: float, height: float) -> None:
    x, y = look.shift
    sideways = look.turned % 2
    w, h = (height, width) if sideways else (width, height)
    canvas.setPageRotation(look.turned * 90)
    # reportlab takes the size as it is seen, and turns it itself.
    canvas.setPageSize((h + y, w + x) if sideways else (w + x, h + y))
    if look.shift != (0.0, 0.0):
        canvas.setCropBox((x, y, x + w, y + h))
        canvas.translate(x, y)
    if look.turned == 1:
        canvas.translate(w, 0)
        canvas.rotate(90)
    elif look.turned == 2:
        canvas.translate(w, h)
        canvas.rotate(180)
    elif look.turned == 3:
        canvas.translate(0, h)
        canvas.rotate(-90)


def _draw_rows(canvas: Canvas, page: Sequence[_Piece], look: Look, y: float) -> float:
    edges = [28.0]
    for width in look.widths:
        edges.append(edges[-1] + width)
    for kind, cells in page:
        bottom = y - _height((kind, cells), look)
        deepest = max(map(len, cells))
        for at, lines in enumerate(cells):
            start = y - look.pad - (deepest - len(lines)) * look.leading / 2 * (look.middle and kind == "row")
            for order, line in enumerate(lines):
                level = start - (order + 1) * look.leading + (look.leading - look.size) / 2 + 1
                canvas.setFont(look.font, look.size)
                if at in look.right:
                    canvas.drawRightString(edges[at + 1] - look.gap / 2, level, line)
                else:
                    canvas.drawString(edges[at] + look.gap / 2, level, line)
        _draw_rules(canvas, edges, y, bottom, look.rules)
        y = bottom
    return y


def _draw_rules(canvas: Canvas, edges: Sequence[float], top: float, bottom: float, rules: str) -> None:
    if rules == "grid":
        canvas.grid(list(edges), [top, bottom])
    elif rules == "cells":
        for left, right in pairwise(edges):
            canvas.rect(left, bottom, right - left, top - bottom, stroke=1, fill=0)
    elif rules == "bars":
        for edge in edges:
            canvas.rect(edge - 0.3, bottom, 0.6, top - bottom, stroke=0, fill=1)
        canvas.rect(edges[0], bottom - 0.3, edges[-1] - edges[0], 0.6, stroke=0, fill=1)
    elif rules == "lines":
        canvas.line(edges[0], bottom, edges[-1], bottom)
