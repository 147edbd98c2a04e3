"""PDF forms: the page as characters, strokes and fields, and from them lines and ruled cells."""

import ctypes
import io
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pypdf
import pypdfium2
import pypdfium2.raw as pdfium
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject

from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.file_limits import MAX_FORM_OBJECTS, MAX_FORM_PAGES, MAX_FORM_SIGNS
from pos_closeout.domain.forms.form import FIELD, OTHER, Block, Cell, Form, FormKind, Grid, Line
from pos_closeout.forms.geometry import Laid, Page, Rectangle, Sign, Stroke, lay_out, lines, rules, tables

_MAY_FILL = 0x100 | 0x8
_THIN = 2.0
_READ_ONLY, _RADIO, _BUTTON, _PASSWORD = 1, 1 << 15, 1 << 16, 1 << 13
_DEEPEST = 8
_ABOVE = 16.0


@dataclass(frozen=True, slots=True)
class Widget:
    """A field of the file: its page, number among the annotations, and its room as it is seen."""

    page: int
    number: int
    box: Rectangle


@dataclass(slots=True)
class PdfForm:
    """A PDF that was read.

    Attributes:
        form: its lines and tables.
        data: the file, without a lock; empty outside the process that read it.
        laid: where the characters of each passage stand, with the number of the page.
        widgets: the fields of the file by their names in the signs.
        sizes: width and height of the pages as they are seen, points.
        signed: whether it carries a signature, which a change would void.
    """

    form: Form
    data: bytes
    laid: Mapping[tuple[int, int, int], tuple[int, Laid]]
    widgets: Mapping[str, Widget] = field(default_factory=dict)
    sizes: tuple[tuple[float, float], ...] = ()
    signed: bool = False


def read_pdf(data: bytes) -> PdfForm:
    """Return what a PDF holds, as far as forms go; one without any text is a picture, and has no blocks.

    Raises:
        BadInputError: ``form.damaged``, ``form.locked``, ``form.no_filling``, ``form.xfa`` or ``form.too_long``.
    """
    data = _unlocked(data)
    widgets, fields, signed = _widgets(data)
    pages = _pages(data)
    for sign, widget in fields:
        pages[widget.page].signs.append(sign)
    blocks: list[Block] = []
    laid: dict[tuple[int, int, int], tuple[int, Laid]] = {}
    for number, page in enumerate(pages):
        _read_page(number, page, blocks, laid)
    kind = FormKind.PDF_FIELDS if widgets else FormKind.PDF
    if not any(page.signs for page in pages):
        kind = FormKind.PICTURE
        blocks, laid = [], {}
    return PdfForm(Form(kind, tuple(blocks)), data, laid, widgets, tuple((p.width, p.height) for p in pages), signed)


def _unlocked(data: bytes) -> bytes:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = str(error)
        raise BadInputError("form.locked" if "assword" in reason else "form.damaged", reason=reason) from error
    try:
        if len(document) > MAX_FORM_PAGES:
            raise BadInputError("form.too_long", limit=MAX_FORM_PAGES)
        if pdfium.FPDF_GetSecurityHandlerRevision(document.raw) == -1:
            return data
        if not pdfium.FPDF_GetDocPermissions(document.raw) & _MAY_FILL:
            raise BadInputError("form.no_filling")
        unlocked = io.BytesIO()
        document.save(unlocked, flags=pdfium.FPDF_REMOVE_SECURITY)
        return unlocked.getvalue()
    except pypdfium2.PdfiumError as error:
        raise BadInputError("form.damaged", reason=str(error)) from error
    finally:
        document.close()


def page_box(page: pypdf.PageObject) -> tuple[Rectangle, int]:
    """Return the visible part of a page in its own measure, and by how many degrees it is turned."""
    seen = page.cropbox
    box = Rectangle(float(seen.left), float(seen.bottom), float(seen.right), float(seen.top))
    return box, (page.rotation or 0) % 360


def seen_from(box: Rectangle, turned: int) -> tuple[float, float, float, float, float, float]:
    """Return the matrix from the measure of a page to how it is seen."""
    return {
        90: (0.0, -1.0, 1.0, 0.0, -box.bottom, box.right),
        180: (-1.0, 0.0, 0.0, -1.0, box.right, box.top),
        270: (0.0, 1.0, -1.0, 0.0, box.top, -box.left),
    }.get(turned, (1.0, 0.0, 0.0, 1.0, -box.left, -box.bottom))


def moved(matrix: tuple[float, ...], x: float, y: float) -> tuple[float, float]:
    """Return a point under a matrix."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _seen_box(matrix: tuple[float, ...], left: float, bottom: float, right: float, top: float) -> Rectangle:
    one, two = moved(matrix, left, bottom), moved(matrix, right, top)
    return Rectangle(min(one[0], two[0]), min(one[1], two[1]), max(one[0], two[0]), max(one[1], two[1]))


def _widgets(data: bytes) -> tuple[dict[str, Widget], list[tuple[Sign, Widget]], bool]:
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        root: Any = reader.trailer["/Root"].get_object()
        form: Any = root["/AcroForm"].get_object() if "/AcroForm" in root else None
        if isinstance(form, DictionaryObject) and "/XFA" in form:
            raise BadInputError("form.xfa")
        found: dict[str, Widget] = {}
        signs: list[tuple[Sign, Widget]] = []
        signed = False
        for number, page in enumerate(reader.pages):
            matrix = seen_from(*page_box(page))
            for at, each in enumerate(page.get("/Annots") or ()):
                annotation = each.get_object()
                if annotation.get("/Subtype") != "/Widget":
                    continue
                left, bottom, right, top = (float(edge) for edge in annotation["/Rect"])
                box = _seen_box(matrix, left, bottom, right, top)
                widget = Widget(number, at, box)
                text = _text_of(annotation)
                signed = signed or (inherited(annotation, "/FT") == "/Sig" and "/V" in annotation)
                name = f"{number}.{at}"
                signs.append((Sign(text, box.left, box.bottom, box.right, box.top, name), widget))
                if text in {FIELD, "□"}:
                    found[name] = widget
    except (PyPdfError, KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError) as error:
        raise BadInputError("form.damaged", reason=str(error)) from error
    return found, signs, signed


def inherited(annotation: DictionaryObject, key: str) -> Any:
    """Return an entry of a field, which may stand in one of its parents."""
    node: Any = annotation
    for _ in range(_DEEPEST):
        if key in node:
            return node[key]
        if "/Parent" not in node:
            return None
        node = node["/Parent"].get_object()
    return None


def on_state(annotation: DictionaryObject) -> str:
    """Return what a box is called when it is ticked; empty when the file does not say."""
    looks = annotation.get("/AP")
    normal = looks.get_object().get("/N") if looks is not None else None
    states = normal.get_object() if normal is not None else {}
    return next((state for state in states if state != "/Off"), "") if isinstance(states, DictionaryObject) else ""


def _text_of(annotation: DictionaryObject) -> str:
    """Return the sign a field is in the text."""
    kind, flags = inherited(annotation, "/FT"), int(inherited(annotation, "/Ff") or 0)
    hidden = int(annotation.get("/F", 0)) & 0x22
    if flags & _READ_ONLY or hidden:
        return OTHER
    if kind == "/Tx" and not flags & _PASSWORD:
        return OTHER if str(inherited(annotation, "/V") or "").strip() else FIELD
    if kind == "/Btn" and not flags & _BUTTON and on_state(annotation):
        return "☑" if annotation.get("/AS", "/Off") != "/Off" else "□"
    return OTHER


def _pages(data: bytes) -> list[Page]:
    document = pypdfium2.PdfDocument(data)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        return [_page(document[number], *page_box(reader.pages[number])) for number in range(len(document))]
    except (pypdfium2.PdfiumError, PyPdfError) as error:
        raise BadInputError("form.damaged", reason=str(error)) from error
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage, box: Rectangle, turned: int) -> Page:
    matrix = seen_from(box, turned)
    width, height = box.right - box.left, box.top - box.bottom
    read = Page(*((height, width) if turned in {90, 270} else (width, height)))
    read.signs += _signs(page, matrix)
    for one, two in _segments(page):
        _add_stroke(read, moved(matrix, *one), moved(matrix, *two))
    page.close()
    return read


def _signs(page: pypdfium2.PdfPage, matrix: tuple[float, ...]) -> list[Sign]:
    text = page.get_textpage()
    count = min(pdfium.FPDFText_CountChars(text.raw), MAX_FORM_SIGNS)
    found = []
    edges = [ctypes.c_double() for _ in range(4)]
    loose = pdfium.FS_RECTF()
    for at in range(count):
        code = pdfium.FPDFText_GetUnicode(text.raw, at)
        if code < ord("!") or code in {0xA0, 0x3000, 0xFFFE, 0xFFFF} or code > 0x10FFFF or 0xD800 <= code < 0xE000:
            continue
        if not pdfium.FPDFText_GetLooseCharBox(text.raw, at, loose):
            continue
        if not pdfium.FPDFText_GetCharBox(text.raw, at, *edges):
            continue
        box = _seen_box(matrix, loose.left, loose.bottom, loose.right, loose.top)
        if box.right > box.left:
            found.append(Sign(chr(code), box.left, box.bottom, box.right, box.top))
    text.close()
    return found


def _segments(page: pypdfium2.PdfPage) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """Give every straight stroke of a page, and every rectangle so thin that it is one."""
    whole: tuple[float, ...] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    count = min(pdfium.FPDFPage_CountObjects(page.raw), MAX_FORM_OBJECTS)
    waiting: list[tuple[Any, tuple[float, ...], int]] = [
        (pdfium.FPDFPage_GetObject(page.raw, at), whole, 0) for at in range(count)
    ]
    for raw, outer, depth in waiting:
        if len(waiting) > MAX_FORM_OBJECTS:
            return
        kind = pdfium.FPDFPageObj_GetType(raw)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = _times(_matrix(raw), outer)
            waiting += [
                (pdfium.FPDFFormObj_GetObject(raw, at), inner, depth + 1)
                for at in range(min(pdfium.FPDFFormObj_CountObjects(raw), MAX_FORM_OBJECTS))
            ]
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield from _path(raw, _times(_matrix(raw), outer))


def _matrix(raw: Any) -> tuple[float, ...]:
    held = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(raw, held):
        return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    return (held.a, held.b, held.c, held.d, held.e, held.f)


def _times(one: tuple[float, ...], two: tuple[float, ...]) -> tuple[float, ...]:
    (a, b, c, d, e, f), (g, h, i, j, k, m) = one, two
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _path(raw: Any, matrix: tuple[float, ...]) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    fill, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(raw, fill, stroked)
    if not fill.value and not stroked.value:
        return
    points: list[list[tuple[float, float]]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    curved = False
    for at in range(min(pdfium.FPDFPath_CountSegments(raw), MAX_FORM_OBJECTS)):
        segment = pdfium.FPDFPath_GetPathSegment(raw, at)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        point = moved(matrix, x.value, y.value)
        if kind == pdfium.FPDF_SEGMENT_MOVETO or not points:
            points.append([point])
        else:
            points[-1].append(point)
            if pdfium.FPDFPathSegment_GetClose(segment):
                points[-1].append(points[-1][0])
    if curved:
        return
    for part in points:
        xs, ys = [point[0] for point in part], [point[1] for point in part]
        wide, high = max(xs) - min(xs), max(ys) - min(ys)
        if not stroked.value or (len(part) > 2 and min(wide, high) < _THIN):
            if min(wide, high) < _THIN < max(wide, high):
                middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
                yield ((min(xs), middle[1]), (max(xs), middle[1])) if wide > high else (
                    (middle[0], min(ys)), (middle[0], max(ys))
                )  # fmt: skip
            continue
        yield from pairwise(part)


def _add_stroke(page: Page, one: tuple[float, float], two: tuple[float, float]) -> None:
    if not all(map(math.isfinite, (*one, *two))):
        return
    wide, high = abs(one[0] - two[0]), abs(one[1] - two[1])
    if high <= 1 and wide > _THIN:
        page.across.append(Stroke((one[1] + two[1]) / 2, min(one[0], two[0]), max(one[0], two[0])))
    elif wide <= 1 and high > _THIN:
        page.down.append(Stroke((one[0] + two[0]) / 2, min(one[1], two[1]), max(one[1], two[1])))


def _read_page(
    number: int, page: Page, blocks: list[Block], laid: dict[tuple[int, int, int], tuple[int, Laid]]
) -> None:
    ruled = tables(page)
    free = [*page.signs, *rules(page, ruled)]
    parts: list[tuple[float, Block, dict[tuple[int, int], Laid]]] = []
    for cells in ruled:
        found: dict[tuple[int, int], Laid] = {}
        made = []
        for cell in cells:
            inside = [sign for sign in free if _is_in(sign, cell.box)]
            free = [sign for sign in free if not _is_in(sign, cell.box)]
            text = lay_out(inside, cell.box)
            found[cell.row, cell.column] = text
            made.append(Cell(cell.row, cell.column, cell.rows, cell.columns, text.passage, text.passage.right))
        parts.append((max(cell.box.top for cell in cells), Grid(tuple(made)), found))
    for line in lines(free):
        top = max(sign.top for sign in line)
        box = Rectangle(min(sign.left for sign in line), min(sign.bottom for sign in line), page.width - 36, top)
        text = lay_out(_labelled(line, free), box)
        parts.append((top, Line(text.passage), {(-1, -1): text}))
    for _, block, places in sorted(parts, key=lambda part: -part[0]):
        for key, text in places.items():
            laid[len(blocks), *key] = (number, text)
        blocks.append(block)


def _labelled(line: list[Sign], free: list[Sign]) -> list[Sign]:
    """Give fields that nothing stands to the left of the name that stands above them."""
    found: list[Sign] = []
    for at, sign in enumerate(line):
        bare = sign.text == FIELD and (at == 0 or line[at - 1].text == FIELD)
        name = _above(sign, free) if bare else ""
        found += [Sign(letter, sign.left, sign.bottom, sign.left, sign.top) for letter in name]
        found.append(sign)
    return found


def _above(field_sign: Sign, free: list[Sign]) -> str:
    signs = [
        sign
        for sign in free
        if not sign.name
        and 0 <= sign.bottom - field_sign.top + 3 <= _ABOVE
        and field_sign.left - 6 <= (sign.left + sign.right) / 2 <= field_sign.right
    ]
    nearest = lines(signs)[-1:]
    text = "".join(sign.text for line in nearest for sign in line)
    return f"{text}：" if text else ""


def _is_in(sign: Sign, box: Rectangle) -> bool:
    middle = (sign.left + sign.right) / 2
    return box.left <= middle <= box.right and box.bottom <= sign.middle <= box.top
