"""Values written into a PDF: live fields keep their value, other places get it drawn; a flat copy for print."""

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pypdf
import pypdfium2
import pypdfium2.raw as pdfium
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.forms.drawing import Drawn, Sheet
from pos_closeout.domain.forms.form import TICK
from pos_closeout.forms.geometry import SMALLEST, Laid, Rectangle, Sign
from pos_closeout.forms.pdf import PdfForm, inherited, on_state, page_box, seen_from
from pos_closeout.forms.placing import Change, changes

_LARGEST = 10.5
_PADDING = 2.0
_DESCENT = 0.2


@dataclass(frozen=True, slots=True)
class Overlay:
    """What is to be drawn: one sheet for each page of the form, then one for each field with a text.

    Attributes:
        pages: values that are drawn on the pages.
        fields: for each field its name, its value and its look.
    """

    pages: tuple[Sheet, ...]
    fields: tuple[tuple[str, str, Sheet], ...]


def plan_overlay(read: PdfForm, values: Mapping[str, str]) -> Overlay:
    """Return what is drawn for values at places, by the keys of the places."""
    pages: list[list[Drawn]] = [[] for _ in read.sizes]
    fields = []
    for key, found in changes(values).items():
        number, laid = read.laid[key]
        for change in found:
            name = next((sign.name for sign in laid.signs[change.start : change.end] if sign.name), "")
            if name:
                box = read.widgets[name].box
                look = Sheet(box.right - box.left, box.top - box.bottom, (_in_field(box, change.value),))
                fields.append((name, change.value, look))
            else:
                pages[number].append(_on_page(laid, change))
    sheets = tuple(Sheet(*size, tuple(drawn)) for size, drawn in zip(read.sizes, pages, strict=True))
    return Overlay(sheets, tuple(fields))


def place_boxes(read: PdfForm, keys: Iterable[str]) -> dict[str, tuple[int, float, float, float, float]]:
    """Return where places are seen: page, left, top, width and height in points from the upper left corner."""
    found = {}
    for key in keys:
        for where, wanted in changes({key: "?"}).items():
            number, laid = read.laid[where]
            change = wanted[0]
            name = next((sign.name for sign in laid.signs[change.start : change.end] if sign.name), "")
            if name:
                box = read.widgets[name].box
            elif not laid.signs:
                box = laid.box
            else:
                is_box = change.end - change.start == 1 and laid.signs[change.start].text not in "_ "
                drawn = _on_page(laid, Change(change.start, change.end, TICK if is_box else change.value))
                low = drawn.bottom - (0 if is_box else _DESCENT * drawn.size)
                high = drawn.height if is_box else 1.1 * drawn.size
                box = Rectangle(drawn.left, low, drawn.left + drawn.width, low + high)
            found[key] = (number, box.left, read.sizes[number][1] - box.top, box.right - box.left, box.top - box.bottom)
    return found


def write_pdf(read: PdfForm, overlay: Overlay, drawn: bytes) -> bytes:
    """Return the file with values: fields stay live, and have the look that was drawn for them.

    Args:
        read: the form.
        overlay: from :func:`plan_overlay`.
        drawn: its ``pages`` and then its ``fields`` as a PDF.
    """
    source = pypdf.PdfReader(io.BytesIO(drawn))
    try:
        writer = pypdf.PdfWriter(clone_from=io.BytesIO(read.data))
        _lay_over(writer, source, [bool(sheet.drawn) for sheet in overlay.pages])
        looks = _looks(writer, source, overlay)
        for (name, value, _), look in zip(overlay.fields, looks, strict=True):
            page, number = map(int, name.split("."))
            annotations: Any = writer.pages[page]["/Annots"].get_object()
            annotation = annotations[number].get_object()
            _set_field(annotation, value, look)
        _keep_looks(writer)
        return _bytes(writer)
    except (PyPdfError, KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise BadInputError("form.damaged", reason=str(error)) from error


def flatten_pdf(filled: bytes) -> bytes:
    """Return a copy to look at and to print: what fields show is on the pages, and there are no fields any more.

    Raises:
        BadInputError: ``form.damaged``.
    """
    try:
        document = pypdfium2.PdfDocument(filled)
        for number in range(len(document)):
            page = document[number]
            pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_PRINT)
            page.close()
        written = io.BytesIO()
        document.save(written)
        document.close()
    except pypdfium2.PdfiumError as error:
        raise BadInputError("form.damaged", reason=str(error)) from error
    return written.getvalue()


def _in_field(box: Rectangle, value: str) -> Drawn:
    """Return a value in a field, from the corner of the field."""
    wide, high = box.right - box.left, box.top - box.bottom
    size = max(min(_LARGEST, high * 0.62), SMALLEST)
    base = (high - size) / 2 + _DESCENT * size if high < 3 * size else high - 1.3 * size
    return Drawn(_PADDING, base, max(wide - 2 * _PADDING, 1.0), high, size, value)


def _on_page(laid: Laid, change: Change) -> Drawn:
    """Return a value in the room of a place: over its rule, in its gap, before its unit, or in its empty cell."""
    signs, box = laid.signs, laid.box
    covered = signs[change.start : change.end]
    if change.value == TICK and covered:
        first, last = covered[0], covered[-1]
        return Drawn(first.left, first.bottom, last.right - first.left, first.top - first.bottom, first.top, TICK)
    size = min(max(laid.size, SMALLEST), _LARGEST)
    beside = covered or signs[max(change.start - 1, 0) : change.start + 1]
    if not beside:
        high = box.top - box.bottom
        base = (box.bottom + box.top - size) / 2 + _DESCENT * size if high < 3 * size else box.top - 1.4 * size
        return Drawn(box.left + _PADDING, base, box.right - box.left - 2 * _PADDING, high, size, change.value)
    left, right = _between(signs, change, box)
    base = _baseline(beside[0], size)
    return Drawn(left, base, max(right - left, 1.0), size, size, change.value)


def _between(signs: tuple[Sign, ...], change: Change, box: Rectangle) -> tuple[float, float]:
    before = signs[change.start - 1].right if change.start else box.left
    follows = change.end < len(signs) and signs[change.end].text != "\n"
    after = signs[change.end].left if follows else box.right
    return before + _PADDING, after - _PADDING


def _baseline(sign: Sign, size: float) -> float:
    if sign.text == "_":
        return sign.bottom + _DESCENT * size
    return (sign.bottom + sign.top - size) / 2 + _DESCENT * size


def _lay_over(writer: pypdf.PdfWriter, source: pypdf.PdfReader, wanted: list[bool]) -> None:
    for number, used in enumerate(wanted):
        if not used:
            continue
        page = writer.pages[number]
        matrix = seen_from(*page_box(page))
        page.merge_transformed_page(source.pages[number], pypdf.Transformation(_inverse(matrix)), over=True)


def _inverse(
    matrix: tuple[float, float, float, float, float, float],
) -> tuple[float, float, float, float, float, float]:
    a, b, c, d, e, f = matrix
    scale = a * d - b * c
    return (
        d / scale, -b / scale, -c / scale, a / scale, (c * f - d * e) / scale, (b * e - a * f) / scale,
    )  # fmt: skip


def _looks(writer: pypdf.PdfWriter, source: pypdf.PdfReader, overlay: Overlay) -> list[IndirectObject]:
    """Return the looks of the fields as form objects, which share their fonts."""
    fonts: dict[tuple[int, int], Any] = {}
    found = []
    for page in source.pages[len(overlay.pages) :]:
        look = StreamObject()
        contents = page.get_contents()
        look.set_data(contents.get_data() if contents is not None else b"")
        box = page.mediabox
        resources: Any = page["/Resources"].get_object()
        held = DictionaryObject()
        for name, font in _fonts_of(resources).items():
            reference = (font.idnum, font.generation)
            if reference not in fonts:
                fonts[reference] = font.clone(writer)
            made = fonts[reference]
            held[NameObject(name)] = getattr(made, "indirect_reference", None) or made
        look[NameObject("/Type")], look[NameObject("/Subtype")] = NameObject("/XObject"), NameObject("/Form")
        look[NameObject("/BBox")] = ArrayObject(FloatObject(edge) for edge in (0, 0, box.width, box.height))
        look[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): held})
        found.append(look.flate_encode())
    return [writer._add_object(look) for look in found]  # noqa: SLF001  # pypdf has no other way


def _fonts_of(resources: Any) -> Any:
    return resources["/Font"].get_object() if "/Font" in resources else {}


def _set_field(annotation: Any, value: str, look: IndirectObject) -> None:
    if value == TICK and inherited(annotation, "/FT") == "/Btn":
        state = NameObject(on_state(annotation))
        annotation[NameObject("/AS")] = state
        holder = annotation
        if "/FT" not in annotation and "/Parent" in annotation:
            holder = annotation["/Parent"].get_object()
        holder[NameObject("/V")] = state
        return
    holder = annotation if "/T" in annotation or "/Parent" not in annotation else annotation["/Parent"].get_object()
    holder[NameObject("/V")] = TextStringObject(value)
    annotation[NameObject("/AP")] = DictionaryObject({NameObject("/N"): look})


def _keep_looks(writer: pypdf.PdfWriter) -> None:
    """Say that fields have their looks already, so that no reader draws them anew in a font without Chinese."""
    form = writer.root_object.get("/AcroForm")
    if form is not None:
        form.get_object()[NameObject("/NeedAppearances")] = BooleanObject(value=False)


def _bytes(writer: pypdf.PdfWriter) -> bytes:
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()
