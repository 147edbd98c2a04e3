"""What stands on the pages of a PDF: characters and ruled lines, turned so that the text runs from left to right.

Read with pdfium. It reads one document at a time: two threads must not be in it at once.
"""

import ctypes
import math
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.file_limits import MAX_GLYPHS, MAX_OBJECTS, MAX_PAGES, MAX_PDF_BYTES, MAX_RULES
from pos_closeout.statements.pdf_damage import is_damaged
from pos_closeout.statements.pdf_lines import PdfGlyph, PdfLine, lines_of

_THIN = 2.5
_SHORTEST = 3.0
_ERR_PASSWORD = 4
_FULL_TURN = 2 * math.pi
_STRAIGHT = 0.02
_COVERED = 0.5
_FORM_DEPTH = 4
_INVISIBLE = 3
_BLANKS = frozenset({0x20, 0xA0, 0x3000})
_LINE_END_HYPHEN = 2
_REPLACED = frozenset({0, 0xFFFE, 0xFFFD})

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


class Rule(NamedTuple):
    """A ruled line: where it stands across its direction, and from where to where it runs, in points."""

    at: float
    start: float
    end: float


class PdfPage(NamedTuple):
    """What a page shows.

    ``across`` are the horizontal rules, ``down`` the vertical ones, ``picture`` tells of a large image, and ``broken``
    of a page that could not be opened.
    """

    number: int
    lines: list[PdfLine]
    across: list[Rule]
    down: list[Rule]
    picture: bool
    broken: bool = False


class Pages(NamedTuple):
    """All pages of a document, and whether its content was damaged on the way."""

    pages: list[PdfPage]
    damaged: bool


def read_pages(source: Path | bytes, name: str, password: str | None, page_done: Callable[[float], None]) -> Pages:
    """Read all pages of a PDF.

    Args:
        source: the file or its bytes.
        name: what the file is called, for the refusals.
        password: opens it; used for this reading only.
        page_done: told the share that is done, from 0 to 1, after each page; may raise to stop.

    Raises:
        BadInputError: ``statement.password_needed``, ``statement.password_wrong``, ``statement.pdf_broken``,
            ``statement.pdf_too_long``, ``statement.too_big``, and for pages without any text ``statement.pdf_scan``
            (pictures) or ``statement.pdf_no_text``.
    """
    size = len(source) if isinstance(source, bytes) else source.stat().st_size
    if size > MAX_PDF_BYTES:
        raise BadInputError("statement.too_big", name=name, limit=MAX_PDF_BYTES)
    pages = []
    with _opened(source, name, password) as document:
        count = len(document)
        if count > MAX_PAGES:
            raise BadInputError("statement.pdf_too_long", name=name, limit=MAX_PAGES, pages=count)
        for index in range(count):
            try:
                pages.append(_page(document, index, name))
            except pypdfium2.PdfiumError:
                # A page that cannot be read is an empty one, which is said of it later.
                pages.append(PdfPage(index + 1, [], [], [], picture=False, broken=True))
            page_done((index + 1) / count)
        damaged = is_damaged(source, document)
    if not any(page.lines for page in pages):
        scan = any(page.picture for page in pages)
        raise BadInputError("statement.pdf_scan" if scan else "statement.pdf_no_text", name=name)
    return Pages(pages, damaged)


@contextmanager
def _opened(source: Path | bytes, name: str, password: str | None) -> Iterator[pypdfium2.PdfDocument]:
    try:
        document = pypdfium2.PdfDocument(source, password=password or None)
    except pypdfium2.PdfiumError as error:
        if error.err_code == _ERR_PASSWORD:
            told = "statement.password_wrong" if password else "statement.password_needed"
            raise BadInputError(told, name=name) from error
        raise BadInputError("statement.pdf_broken", name=name) from error
    except (OSError, ValueError) as error:
        raise BadInputError("statement.pdf_broken", name=name) from error
    try:
        yield document
    finally:
        document.close()


def _page(document: pypdfium2.PdfDocument, index: int, name: str) -> PdfPage:
    page = document[index]
    try:
        strokes = _Strokes(page)
        text = page.get_textpage()
        try:
            if pdfium.FPDFText_CountChars(text.raw) > MAX_GLYPHS:
                raise BadInputError("statement.too_big", name=name, limit=MAX_GLYPHS)
            found = list(_characters(text.raw, hide=strokes.covered >= _COVERED))
        finally:
            text.close()
        crop = page.get_cropbox()
        angles = Counter(angle for _, angle, _, _ in found)
        turn = _turn(angles)
        place = _placer(crop, turn)
        straight = {angle for angle in angles if _straight(angle - turn * math.pi / 2)}
        left, bottom, right, top = crop
        seen = [
            PdfGlyph(*place(box), sign, spaced)
            for box, angle, sign, spaced in found
            if angle in straight and left <= (box[0] + box[2]) / 2 <= right and bottom <= (box[1] + box[3]) / 2 <= top
        ]
        across, down = _rules(strokes.segments, place)
        return PdfPage(index + 1, lines_of(seen), across, down, strokes.covered >= _COVERED)
    finally:
        page.close()


_Found = tuple[tuple[float, float, float, float], float, str, bool]


class _Signs(dict[int, str]):
    """The signs of codes: "" for a blank and for what is no sign; those that come again are looked up."""

    def __missing__(self, code: int) -> str:
        known = code < 0x110000 and not 0xD800 <= code < 0xE000 and code not in _REPLACED
        # pdfium marks a hyphen at the end of a line, as if the word went on without it; in a bill it is a sign.
        sign = "-" if code == _LINE_END_HYPHEN else sys.intern(chr(code)) if known else ""
        found = self[code] = "" if sign.isspace() else sign
        return found


def _characters(text: Any, *, hide: bool) -> Iterator[_Found]:  # pdfium's handles have no types
    """Yield box, angle, sign, and whether a blank stands before it, of every character that is seen.

    A scan may have text behind its picture, which a machine has guessed: such text is hidden, and is not read.
    """
    box = pdfium.FS_RECTF()
    pointer = ctypes.byref(box)
    spaced = False
    signs = _Signs()
    # Looked up once: a page has thousands of characters.
    code_of, box_of, angle_of = (
        pdfium.FPDFText_GetUnicode,
        pdfium.FPDFText_GetLooseCharBox,
        pdfium.FPDFText_GetCharAngle,
    )
    for at in range(pdfium.FPDFText_CountChars(text)):
        code = code_of(text, at)
        sign = signs[code]
        if not sign and (code in _REPLACED or (code < 0x110000 and chr(code).isspace())):
            spaced = spaced or (code in _BLANKS and pdfium.FPDFText_IsGenerated(text, at) != 1)
            continue
        if not box_of(text, at, pointer):
            continue
        if hide and pdfium.FPDFTextObj_GetTextRenderMode(pdfium.FPDFText_GetTextObject(text, at)) == _INVISIBLE:
            continue
        if sign:
            yield (box.left, box.bottom, box.right, box.top), angle_of(text, at), sign, spaced
        spaced = False


def _turn(angles: Counter[float]) -> int:
    """Return the quarter turns, clockwise, in which most of the text is written; ``angles`` are counted."""
    quarters: Counter[int] = Counter()
    for angle, count in angles.items():
        quarter = round(angle / (math.pi / 2))
        if _straight(angle - quarter * math.pi / 2):
            quarters[quarter % 4] += count
    return quarters.most_common(1)[0][0] if quarters else 0


def _straight(angle: float) -> bool:
    rest = angle % _FULL_TURN
    return rest < _STRAIGHT or rest > _FULL_TURN - _STRAIGHT


Box = tuple[float, float, float, float]


def _placer(crop: Box, turn: int) -> Callable[[Box], Box]:
    """Return what leads from a box on the page (left, bottom, right, top, upwards) to one in reading order.

    The result counts from the top left corner downwards, as left, top, right, bottom. Quarter turns are those of the
    text, clockwise as pdfium counts them.
    """
    left, bottom, right, top = crop

    def upright(box: Box) -> Box:
        return box[0] - left, top - box[3], box[2] - left, top - box[1]

    def quarter(box: Box) -> Box:
        return top - box[3], right - box[2], top - box[1], right - box[0]

    def half(box: Box) -> Box:
        return right - box[2], box[1] - bottom, right - box[0], box[3] - bottom

    def three_quarters(box: Box) -> Box:
        return box[1] - bottom, box[0] - left, box[3] - bottom, box[2] - left

    return (upright, quarter, half, three_quarters)[turn]


class _Strokes:
    """The straight lines of a page as (x1, y1, x2, y2), and how much of it images cover, from 0 to 1."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.segments: list[Box] = []
        self.covered = 0.0
        left, bottom, right, top = page.get_cropbox()
        self._area = max(1.0, (right - left) * (top - bottom))
        self._objects = 0
        raw = page.raw
        for at in range(pdfium.FPDFPage_CountObjects(raw)):
            self._take(pdfium.FPDFPage_GetObject(raw, at), _IDENTITY, 0)

    def _take(self, item: Any, outer: Matrix, depth: int) -> None:
        self._objects += 1
        if self._objects > MAX_OBJECTS or len(self.segments) > MAX_RULES:
            return
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._path(item, _times(_matrix(item), outer))
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            a, b, c, d, _, _ = _times(_matrix(item), outer)
            self.covered = max(self.covered, min(1.0, abs(a * d - b * c) / self._area))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _FORM_DEPTH:
            inner = _times(_matrix(item), outer)
            for at in range(pdfium.FPDFFormObj_CountObjects(item)):
                self._take(pdfium.FPDFFormObj_GetObject(item, at), inner, depth + 1)

    def _path(self, item: Any, matrix: Matrix) -> None:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(item, ctypes.byref(fill), ctypes.byref(stroke))
        if not (fill.value or stroke.value):
            return
        lines = list(_path_lines(item, matrix))
        if not lines:
            return
        xs = [x for line in lines for x in line[::2]]
        ys = [y for line in lines for y in line[1::2]]
        wide, high = max(xs) - min(xs), max(ys) - min(ys)
        if min(wide, high) < _THIN:
            x, y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
            lines = [(min(xs), y, max(xs), y) if wide >= high else (x, min(ys), x, max(ys))]
        self.segments += lines


def _matrix(item: Any) -> Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, ctypes.byref(found)):
        return _IDENTITY
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    oa, ob, oc, od, oe, of = outer
    return (
        a * oa + b * oc, a * ob + b * od, c * oa + d * oc, c * ob + d * od, e * oa + f * oc + oe, e * ob + f * od + of,
    )  # fmt: skip


def _path_lines(item: Any, matrix: Matrix) -> Iterator[Box]:
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    start = last = None
    for at in range(min(pdfium.FPDFPath_CountSegments(item), MAX_RULES)):
        segment = pdfium.FPDFPath_GetPathSegment(item, at)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO and last is not None:
            yield (*last, *point)
        if pdfium.FPDFPathSegment_GetClose(segment) and start is not None and start != point:
            yield (*point, *start)
        last = point


def _rules(segments: list[Box], place: Callable[[Box], Box]) -> tuple[list[Rule], list[Rule]]:
    """Return horizontal and vertical rules in reading order; slanted lines are none."""
    across, down = [], []
    for x1, y1, x2, y2 in segments:
        left, top, right, bottom = place((min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)))
        if bottom - top < 1 and right - left >= _SHORTEST:
            across.append(Rule((top + bottom) / 2, left, right))
        elif right - left < 1 and bottom - top >= _SHORTEST:
            down.append(Rule((left + right) / 2, top, bottom))
    return across, down
