"""Tables in the flow: ruled like a book's, or boxed like a form. Cells are paragraphs; rows stay whole."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pos_closeout.documents.typesetting.blocks import Piece
from pos_closeout.documents.typesetting.canvas import Canvas
from pos_closeout.documents.typesetting.fonts import Fonts
from pos_closeout.documents.typesetting.paragraph import SetLine, draw_lines, natural_width, set_lines
from pos_closeout.documents.typesetting.structure import Element
from pos_closeout.documents.typesetting.style import Style, TextAlign
from pos_closeout.documents.typesetting.text import BLACK, GREY, Colour, Text

THICK, MIDDLE, THIN = 1.2, 0.7, 0.35
CELL = Style(size=10.5, leading=16, align=TextAlign.LEFT)
#: A row of more lines than this comes apart, because it might be taller than a page.
MOST_LINES = 25


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a table.

    Args:
        heading: text of the header row.
        align: of its cells; amounts stand right.
        share: part of the table's width; ``None`` takes what its content needs.
        heading_align: of the heading; ``None`` is as the cells.
    """

    heading: Text | str = ""
    align: TextAlign = TextAlign.LEFT
    share: float | None = None
    heading_align: TextAlign | None = None


@dataclass(frozen=True, slots=True)
class SetCell:
    """Lines of text at a place in a row; x is points from the left edge of the row."""

    x: float
    style: Style
    lines: tuple[SetLine, ...]
    element: Element | None


@dataclass(frozen=True, slots=True)
class RuleDrawing:
    """Draws a horizontal rule when called with a canvas and its left end."""

    width: float
    thickness: float
    colour: Colour = BLACK

    def __call__(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the rule."""
        canvas.ruled((x, top), (x + self.width, top), self.thickness, self.colour)


@dataclass(frozen=True, slots=True)
class RowDrawing:
    """Draws the cells of a row, with rules above and below, when called with a canvas and its upper left corner.

    Args:
        cells: what stands in it.
        padding: above and below the text, points.
        leading: of a line, points.
        above: rule at the top.
        below: rule at the bottom.
        goes_on: the next piece shows more lines of the same row.
    """

    cells: tuple[SetCell, ...]
    padding: float
    leading: float
    above: RuleDrawing | None = None
    below: RuleDrawing | None = None
    goes_on: bool = False

    @property
    def height(self) -> float:
        """Height of the row in points."""
        return max(len(cell.lines) for cell in self.cells) * self.leading + 2 * self.padding

    def ruled(self, above: RuleDrawing | None, below: RuleDrawing | None) -> "RowDrawing":
        """Return the same row with these rules."""
        return replace(self, above=above, below=below)

    def read_as(self, element: Element | None) -> "RowDrawing":
        """Return the same row with all its texts in one element, or not read aloud at all."""
        return replace(self, cells=tuple(replace(cell, element=element) for cell in self.cells))

    def piece(self) -> Piece:
        """Return the row as a piece of the flow."""
        return Piece(self.height, self)

    def __call__(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the row."""
        if self.above:
            self.above(canvas, x, top)
        if self.below:
            self.below(canvas, x, top - self.height)
        for cell in self.cells:
            draw_lines(cell.lines, cell.style, canvas, (x + cell.x, top - self.padding), cell.element)


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table with a thick rule above and below and a thinner one under the header, which every page repeats.

    Args:
        columns: left to right.
        rows: cells, one for each column.
        total: a last row in bold above the closing rule.
        style: of the cells; leading is that of lines inside a cell.
        padding: above and below a row's text, points.
        gutter: left and right of a cell's text, points.
        inner_rules: hairlines between the rows.
        before: space above, points.
        after: space below, points.
        keep_together: never split over pages, unless taller than one.
    """

    columns: Sequence[TableColumn]
    rows: Sequence[Sequence[Text | str]]
    total: Sequence[Text | str] | None = None
    style: Style = CELL
    padding: float = 3.5
    gutter: float = 4.0
    inner_rules: bool = True
    before: float = 6.0
    after: float = 8.0
    keep_together: bool = False

    def pieces(self, fonts: Fonts, width: float) -> Iterator[Piece]:
        """Yield the header and one piece a row (several for a row of very many lines)."""
        widths = column_widths(self, fonts, width)
        heading, *drawings = self.drawings(widths, fonts)
        closing = RuleDrawing(width, THICK)
        heading = heading.ruled(RuleDrawing(width, THICK), RuleDrawing(width, MIDDLE))
        header = heading.read_as(None).piece()
        after = 0.0 if drawings else self.after
        yield replace(heading.piece(), before=self.before, after=after, keep_next=bool(drawings))
        last = len(drawings) - 1
        for index, drawing in enumerate(drawings):
            below = closing if index == last else RuleDrawing(width, THIN, GREY) if self._ruled_below(drawing) else None
            yield replace(
                drawing.ruled(None, below).piece(),
                header=header,
                closing=closing if index < last else None,
                after=self.after if index == last else 0.0,
                keep_next=index < last and (self.keep_together or index in (0, last - 1)),
            )

    def drawings(self, widths: Sequence[float], fonts: Fonts) -> Iterator[RowDrawing]:
        """Yield the header and the rows in columns of these widths, without rules."""
        table = Element("Table")
        yield from self._row(
            [column.heading for column in self.columns], widths, fonts, Element("TR", table), heading=True
        )
        for cells in self.rows:
            yield from self._row(cells, widths, fonts, Element("TR", table))
        if self.total is not None:
            yield from self._row([Text.of(cell).bolded() for cell in self.total], widths, fonts, Element("TR", table))

    def _ruled_below(self, drawing: RowDrawing) -> bool:
        return self.inner_rules and not drawing.goes_on

    def _row(
        self, cells: Sequence[Text | str], widths: Sequence[float], fonts: Fonts, row: Element, *, heading: bool = False
    ) -> Iterator[RowDrawing]:
        """Yield the drawing of a row, in slices when it has very many lines."""
        placed: list[SetCell] = []
        x = 0.0
        for column, text, width in zip(self.columns, cells, widths, strict=True):
            align = (column.heading_align or column.align) if heading else column.align
            style = replace(self.style, align=align, bold=heading or self.style.bold)
            lines = set_lines(text, style, fonts, width - 2 * self.gutter)
            element = Element("TH", row, "Column") if heading else Element("TD", row)
            placed.append(SetCell(x + self.gutter, style, lines, element))
            x += width
        tallest = max(len(cell.lines) for cell in placed)
        for start in range(0, tallest, MOST_LINES):
            part = tuple(replace(cell, lines=cell.lines[start : start + MOST_LINES]) for cell in placed)
            yield RowDrawing(part, self.padding, self.style.leading, goes_on=start + MOST_LINES < tallest)


def column_widths(table: RuledTable, fonts: Fonts, width: float) -> list[float]:
    """Return the widths of the columns, which fill the width together.

    A column with a share gets it. The others get what their content needs on one line; when that is too much, the
    widest give way first, and when it is too little, the rest is spread over the left-aligned ones.
    """
    fixed = [None if column.share is None else column.share * width for column in table.columns]
    free = [index for index, share in enumerate(fixed) if share is None]
    if not free:
        return [(share or 0.0) * width / max(sum(part or 0.0 for part in fixed), 1.0) for share in fixed]
    needed = {index: _needed(table, index, fonts) for index in free}
    room = width - sum(share or 0.0 for share in fixed)
    fitted = _fitted(needed, room)
    roomy = [index for index in free if table.columns[index].align is TextAlign.LEFT] or free
    for index in roomy:
        fitted[index] += max(room - sum(needed.values()), 0.0) / len(roomy)
    return [fitted[index] if share is None else share for index, share in enumerate(fixed)]


def _needed(table: RuledTable, index: int, fonts: Fonts) -> float:
    """Return the width a column's widest cell needs on one line, gutters included."""
    heading = Text.of(table.columns[index].heading).bolded()
    total = [Text.of(table.total[index]).bolded()] if table.total is not None else []
    cells = [heading, *total, *(row[index] for row in table.rows)]
    return max(natural_width(cell, table.style, fonts) for cell in cells) + 2 * table.gutter + 0.5


def _fitted(needed: dict[int, float], room: float) -> dict[int, float]:
    """Return widths that are at most the needed ones and at most the room together: the widest are cut to one width."""
    left, fitted = room, dict(needed)
    for place, index in enumerate(sorted(needed, key=needed.__getitem__)):
        fitted[index] = min(needed[index], left / (len(needed) - place))
        left -= fitted[index]
    return fitted
