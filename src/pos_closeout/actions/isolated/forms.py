"""What was read of a form, and a filled form, as plain JSON in pieces; built again from it, checked value by value.

The trees of bytes that a value is spliced into stay in the process that reads: it reads the form again to fill it.
"""

import base64
import json
import math
from collections.abc import Callable, Iterable
from typing import Any

from pos_closeout.actions.isolated.frames import text_of, whole
from pos_closeout.domain.file_limits import MAX_FORM_BYTES, MAX_FORM_PAGES, MAX_PAGE_SIDE
from pos_closeout.domain.forms.form import Block, Cell, Form, FormKind, Grid, Line, Passage, passages
from pos_closeout.domain.forms.page_picture import PagePicture
from pos_closeout.forms.geometry import Laid, Rectangle, Sign
from pos_closeout.forms.pdf import PdfForm, Widget
from pos_closeout.forms.reading import Filled, FormContent

_PIECE = 3 << 20
_MOST = 1 << 21
"""Rows, columns and characters beyond which no form goes; a full sheet has 1,048,576 rows."""


class Pieces:
    """Collects bytes that were said in pieces, by name."""

    def __init__(self) -> None:
        self._pieces: dict[str, list[bytes]] = {}
        self._size = 0

    def add(self, name: object, told: object) -> None:
        """Take a piece.

        Raises:
            ValueError: it is not base64, or all pieces together are longer than ``MAX_FORM_BYTES``.
        """
        data = base64.b64decode(text_of(told), validate=True)
        self._size += len(data)
        if self._size > MAX_FORM_BYTES:
            raise ValueError(self._size)
        self._pieces.setdefault(text_of(name), []).append(data)

    def content(self) -> FormContent:
        """Return what was read of a form."""
        return _content_from(json.loads(self._whole("form")), self.pages())

    def filled(self) -> Filled:
        """Return a filled form."""
        return Filled(self._whole("filled"), self._whole("flat") if "flat" in self._pieces else None)

    def pages(self) -> tuple[PagePicture, ...]:
        """Return the pictures of pages that were said, each proved to have as many pixels as it says."""
        if "pages" not in self._pieces:
            return ()
        sizes = json.loads(self._whole("pages"))
        if len(sizes) > MAX_FORM_PAGES:
            raise ValueError(len(sizes))
        return tuple(_picture_from(told, self._whole(f"page {number}")) for number, told in enumerate(sizes))

    def _whole(self, name: str) -> bytes:
        return b"".join(self._pieces[name])


def say_content(content: FormContent, say: Callable[[object], None], got_on: Callable[[], None]) -> None:
    """Say what was read of a form."""
    _say_bytes("form", json.dumps(_content_to(content), separators=(",", ":")).encode(), say, got_on)


def say_pages(pages: Iterable[PagePicture], say: Callable[[object], None], got_on: Callable[[], None]) -> None:
    """Say how pages look: the pixels of each, and at last the sizes of all."""
    sizes = []
    for number, page in enumerate(pages):
        _say_bytes(f"page {number}", page.packed, say, got_on)
        sizes.append([page.width, page.height, page.columns, page.rows])
        got_on()
    _say_bytes("pages", json.dumps(sizes).encode(), say, got_on)


def say_filled(filled: Filled, say: Callable[[object], None], got_on: Callable[[], None]) -> None:
    """Say a filled form."""
    _say_bytes("filled", filled.data, say, got_on)
    if filled.flat is not None:
        _say_bytes("flat", filled.flat, say, got_on)


def _say_bytes(name: str, data: bytes, say: Callable[[object], None], got_on: Callable[[], None]) -> None:
    for start in range(0, max(len(data), 1), _PIECE):
        say([name, base64.b64encode(data[start : start + _PIECE]).decode("ascii")])
        got_on()


def _content_to(content: FormContent) -> Any:
    form, pdf = content.form, content.pdf
    geometry = None
    if pdf is not None:
        geometry = [
            [[*key, page, _laid_to(laid)] for key, (page, laid) in pdf.laid.items()],
            [[name, each.page, each.number, _box_to(each.box)] for name, each in pdf.widgets.items()],
            pdf.sizes,
            pdf.signed,
        ]
    return [form.kind.value, [_block_to(block) for block in form.blocks], geometry]


def _content_from(told: Any, pages: tuple[PagePicture, ...]) -> FormContent:
    kind, blocks, geometry = told
    form = Form(FormKind(kind), tuple(map(_block_from, blocks)))
    if form.kind in {FormKind.WORD, FormKind.SHEET}:
        return FormContent(form)
    pdf = _pdf_from(geometry, form)
    if pages and len(pages) != len(pdf.sizes):
        raise ValueError(len(pages))
    return FormContent(form, pdf, pages)


def _picture_from(told: Any, packed: bytes) -> PagePicture:
    width, height, columns, rows = told
    picture = PagePicture(_number(width), _number(height), _side(columns), _side(rows), packed)
    if min(picture.width, picture.height) <= 0:
        raise ValueError(width, height)
    picture.pixels()
    return picture


def _side(told: object) -> int:
    pixels = whole(told)
    if not 0 < pixels <= MAX_PAGE_SIDE + 1:
        raise ValueError(pixels)
    return pixels


def _block_to(block: Block) -> Any:
    if isinstance(block, Line):
        return ["line", _passage_to(block.passage)]
    cells = [
        [
            [cell.row, cell.column, cell.rows, cell.columns], _passage_to(cell.passage),
            cell.room, cell.drawn, cell.writable,
        ]
        for cell in block.cells
    ]  # fmt: skip
    return ["grid", cells]


def _block_from(told: Any) -> Block:
    kind, said = told
    return Line(_passage_from(said)) if kind == "line" else Grid(tuple(map(_cell_from, said)))


def _cell_from(told: Any) -> Cell:
    numbers, passage, room, drawn, writable = told
    row, column, rows, columns = map(_count, numbers)
    width = None if room is None else _number(room)
    return Cell(row, column, rows, columns, _passage_from(passage), width, drawn is True, writable is True)


def _passage_to(passage: Passage) -> Any:
    return [passage.text, passage.ruled, passage.edges, passage.right]


def _passage_from(told: Any) -> Passage:
    text, ruled, edges, right = told
    spans = tuple((_count(start), _count(end)) for start, end in ruled)
    return Passage(text_of(text), spans, tuple(map(_number, edges)), _number(right))


def _laid_to(laid: Laid) -> Any:
    signs = [[sign.text, sign.left, sign.bottom, sign.right, sign.top, sign.name] for sign in laid.signs]
    return [signs, _box_to(laid.box), laid.size]


def _pdf_from(told: Any, form: Form) -> PdfForm:
    places, fields, sizes, signed = told
    known = {(block, row, column): passage for block, row, column, passage in passages(form)}
    seen = tuple((_number(width), _number(height)) for width, height in sizes)
    widgets = {
        text_of(name): Widget(_page(page, len(seen)), _count(number), _box_from(box))
        for name, page, number, box in fields
    }
    laid = {
        (block, row, column): (_page(page, len(seen)), _laid_from(said, known[block, row, column]))
        for block, row, column, page, said in places
    }
    if laid.keys() != known.keys():
        raise ValueError(len(laid))
    return PdfForm(form, b"", laid, widgets, seen, signed is True)


def _laid_from(told: Any, passage: Passage) -> Laid:
    said, box, size = told
    signs = tuple(map(_sign_from, said))
    if "".join(sign.text for sign in signs) != passage.text:
        raise ValueError(len(signs))
    return Laid(passage, signs, _box_from(box), _number(size))


def _sign_from(told: Any) -> Sign:
    text, left, bottom, right, top, name = told
    return Sign(text_of(text), _number(left), _number(bottom), _number(right), _number(top), text_of(name))


def _box_to(box: Rectangle) -> Any:
    return [box.left, box.bottom, box.right, box.top]


def _box_from(told: Any) -> Rectangle:
    left, bottom, right, top = map(_number, told)
    return Rectangle(left, bottom, right, top)


def _page(value: object, pages: int) -> int:
    number = _count(value)
    if number >= pages:
        raise ValueError(number)
    return number


def _count(value: object) -> int:
    number = whole(value)
    if not 0 <= number <= _MOST:
        raise ValueError(number)
    return number


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(type(value).__name__)
    if not math.isfinite(value):
        raise ValueError(value)
    return float(value)
