"""Boxed forms: labels and values in a grid of thin lines, as the office that receives a letter fills them in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from pos_closeout.documents.typesetting.blocks import Piece
from pos_closeout.documents.typesetting.canvas import Canvas
from pos_closeout.documents.typesetting.fonts import Fonts
from pos_closeout.documents.typesetting.paragraph import SetLine, draw_lines, set_lines
from pos_closeout.documents.typesetting.structure import Element
from pos_closeout.documents.typesetting.style import Style, TextAlign
from pos_closeout.documents.typesetting.table import MOST_LINES
from pos_closeout.documents.typesetting.text import Colour, Text

THIN = 0.5
CELL = Style(size=10.5, leading=16, align=TextAlign.LEFT)


@dataclass(frozen=True, slots=True)
class FormField:
    """One box.

    Args:
        text: what is printed in it; empty for a box to write in.
        share: part of the form's width; the shares of a row are made to fill it.
        label: printed in the middle on a grey ground.
        align: of the text; ``None`` is centred for a label and left otherwise.
    """

    text: Text | str = ""
    share: float = 1.0
    label: bool = False
    align: TextAlign | None = None


@dataclass(frozen=True, slots=True)
class Aside:
    """A box to the right of all rows of a form, for a seal.

    Args:
        text: printed at its top, in the middle.
        width: points.
        height: at least this much, points; the rows beside it are made higher where they are not enough.
    """

    text: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class FormGrid:
    """Rows of boxes with thin lines around them.

    Args:
        rows: boxes from left to right; rows may be divided differently.
        style: of the text.
        row_height: at least this much, points: room for handwriting.
        heights: of single rows by index, where one needs more room.
        padding: around the text, points.
        before: space above, points.
        after: space below, points.
        keep_together: never split over pages.
        shade: ground of labels; ``None`` leaves them white.
        aside: a box to the right of all rows; they are then never split.
    """

    rows: Sequence[Sequence[FormField]]
    style: Style = CELL
    row_height: float = 24.0
    heights: tuple[tuple[int, float], ...] = ()
    padding: float = 4.0
    before: float = 4.0
    after: float = 8.0
    keep_together: bool = True
    shade: Colour | None = (0.955, 0.955, 0.955)
    aside: Aside | None = None

    def pieces(self, fonts: Fonts, width: float) -> Iterator[Piece]:
        """Yield one piece a row (several for a row of very many lines)."""
        table = Element("Table")
        trs = [Element("TR", table) for _ in self.rows]
        column = width - (self.aside.width if self.aside else 0.0)
        rows = [
            piece
            for index, fields in enumerate(self.rows)
            for piece in self._row(index, tuple(self._boxes(fields, fonts, column, trs[index])))
        ]
        if self.aside:
            rows = list(self._beside(rows, self.aside, column, fonts, trs[0]))
        last = len(rows) - 1
        for index, row in enumerate(rows):
            yield replace(
                row,
                before=self.before if index == 0 else 0.0,
                after=self.after if index == last else 0.0,
                keep_next=(self.keep_together or self.aside is not None) and index < last,
            )

    def _beside(self, rows: Sequence[Piece], aside: Aside, x: float, fonts: Fonts, first: Element) -> Iterator[Piece]:
        """Yield the rows, made high enough together, each with its part of the box at their right."""
        more = max(0.0, aside.height - sum(row.height for row in rows)) / len(rows)
        style = replace(self.style, align=TextAlign.CENTRE)
        lines = set_lines(aside.text, style, fonts, aside.width - 2 * self.padding)
        element = Element("TH", first, "Column", rows=len(self.rows))
        box = _Box(x, aside.width, self.padding, style, lines, element, label=False)
        for index, row in enumerate(rows):
            drawn = row.draw
            if isinstance(drawn, _GridRow):
                higher = replace(drawn, height=drawn.height + more)
                side = _AsideRow(higher, box, first=index == 0, last=index == len(rows) - 1)
                yield replace(row, height=higher.height, draw=side)

    def _row(self, index: int, boxes: tuple["_Box", ...]) -> Iterator[Piece]:
        tallest = max(len(box.lines) for box in boxes)
        least = dict(self.heights).get(index, self.row_height)
        for start in range(0, tallest, MOST_LINES):
            part = tuple(replace(box, lines=box.lines[start : start + MOST_LINES]) for box in boxes)
            lines = min(tallest - start, MOST_LINES)
            height = max(lines * self.style.leading + 2 * self.padding, least if tallest <= MOST_LINES else 0.0)
            yield Piece(height, _GridRow(part, height, self.shade))

    def _boxes(self, fields: Sequence[FormField], fonts: Fonts, width: float, row: Element) -> Iterator["_Box"]:
        whole = sum(field.share for field in fields)
        ends = {end for other in self.rows for end in _ends(other)}
        x = 0.0
        for field, start, end in zip(fields, (0.0, *_ends(fields)), _ends(fields), strict=False):
            box_width = width * field.share / whole
            align = field.align or (TextAlign.CENTRE if field.label else TextAlign.LEFT)
            style = replace(self.style, align=align)
            lines = set_lines(field.text, style, fonts, box_width - 2 * self.padding)
            span = sum(start < place <= end for place in ends)
            element = Element("TH", row, "Row", span) if field.label else Element("TD", row, span=span)
            yield _Box(x, box_width, self.padding, style, lines, element, field.label)
            x += box_width


def _ends(fields: Sequence[FormField]) -> list[float]:
    """Return where the boxes of a row end, as parts of the width."""
    whole = sum(field.share for field in fields)
    return [round(end / whole, 4) for end in accumulate(field.share for field in fields)]


@dataclass(frozen=True, slots=True)
class _Box:
    """One box as set; lengths are points."""

    x: float
    width: float
    padding: float
    style: Style
    lines: tuple[SetLine, ...]
    element: Element
    label: bool


@dataclass(frozen=True, slots=True)
class _GridRow:
    """Draws a row of boxes with their text in the middle of the height."""

    boxes: tuple[_Box, ...]
    height: float
    shade: Colour | None

    def __call__(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the row from its upper left corner."""
        bottom = top - self.height
        for box in self.boxes:
            if box.label and self.shade:
                canvas.filled(x + box.x, bottom, box.width, self.height, self.shade)
        for box in self.boxes:
            left, right = x + box.x, x + box.x + box.width
            for edge in (left, right):
                canvas.ruled((edge, top + THIN / 2), (edge, bottom - THIN / 2), THIN)
            for level in (top, bottom):
                canvas.ruled((left, level), (right, level), THIN)
            room = self.height - len(box.lines) * box.style.leading
            draw_lines(box.lines, box.style, canvas, (left + box.padding, top - room / 2), box.element)


@dataclass(frozen=True, slots=True)
class _AsideRow:
    """Draws a row and its part of the box beside all rows: its text at the top, no line between."""

    row: _GridRow
    box: _Box
    first: bool
    last: bool

    def __call__(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the row from its upper left corner."""
        self.row(canvas, x, top)
        left, right, bottom = x + self.box.x, x + self.box.x + self.box.width, top - self.row.height
        canvas.ruled((right, top + THIN / 2), (right, bottom - THIN / 2), THIN)
        for level in (*((top,) if self.first else ()), *((bottom,) if self.last else ())):
            canvas.ruled((left, level), (right, level), THIN)
        if self.first:
            corner = (left + self.box.padding, top - self.box.padding)
            draw_lines(self.box.lines, self.box.style, canvas, corner, self.box.element)
