"""Lists of ten thousand rows: rows of one height, drawn as they come, never all in memory."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from pos_closeout.documents.typesetting.blocks import Piece
from pos_closeout.documents.typesetting.fonts import Face, Fonts, Glyph
from pos_closeout.documents.typesetting.paragraph import SetLine, draw_lines, set_lines
from pos_closeout.documents.typesetting.sheet import Run, Sheet
from pos_closeout.documents.typesetting.style import Align, Style
from pos_closeout.documents.typesetting.table import THICK, THIN, Column, RuleDrawing, Table
from pos_closeout.documents.typesetting.text import LIGHT_GREY, cleaned

LIST = Style(size=9, leading=12, align=Align.LEFT)
_ELLIPSIS = "…"
#: Cells remembered while a list is drawn.
_KEPT_CELLS = 4_000


@dataclass(frozen=True, slots=True)
class LongTable:
    """A table for lists of any length. Text that does not fit its cell ends in an ellipsis.

    Args:
        columns: left to right, with shares of the width (equal ones by default; nothing is measured).
        rows: cells as plain strings; may be a generator, it is read once.
        style: of the cells.
        lines: a cell may have this many lines; every row is that high.
        padding: above and below a row's text, points.
        gutter: left and right of a cell's text, points.
        before: space above, points.
    """

    columns: Sequence[Column]
    rows: Iterable[Sequence[str]]
    style: Style = LIST
    lines: int = 1
    padding: float = 2.0
    gutter: float = 3.0
    before: float = 6.0

    def pieces(self, fonts: Fonts, width: float) -> Iterator[Piece]:
        """Yield the header, then one piece a row while the rows are read."""
        columns = [replace(column, share=column.share or 1.0) for column in self.columns]
        head = Table(columns, (), style=self.style, padding=self.padding + 1, gutter=self.gutter)
        header = replace(next(head.pieces(fonts, width)), before=self.before, after=0.0, keep_next=True)
        closing = RuleDrawing(width, THICK)
        setter = _RowSetter(self, fonts, width)
        height = self.lines * self.style.leading + 2 * self.padding
        yield header
        for cells in self.rows:
            yield Piece(height, setter.drawing(cells, height), header=header, closing=closing)
        yield Piece(0.0, closing, keep_previous=True, after=8.0)


class _RowSetter:
    """Sets rows of one list: places are worked out once, short text is measured without breaking lines."""

    def __init__(self, table: LongTable, fonts: Fonts, width: float) -> None:
        whole = sum(column.share or 1.0 for column in table.columns)
        self.table = table
        self.fonts = fonts
        self.rule = RuleDrawing(width, THIN, LIGHT_GREY)
        self.kept: dict[tuple[int, str], Sequence[SetLine]] = {}
        self.columns: list[tuple[float, float, Style]] = []
        x = 0.0
        for column in table.columns:
            share = width * (column.share or 1.0) / whole
            self.columns.append((x + table.gutter, share - 2 * table.gutter, replace(table.style, align=column.align)))
            x += share

    def drawing(self, cells: Sequence[str], height: float) -> Callable[[Sheet, float, float], None]:
        """Return what draws a row from its upper left corner."""
        table = self.table

        def draw(sheet: Sheet, x: float, top: float) -> None:
            for place, (text, (left, _, style)) in enumerate(zip(cells, self.columns, strict=True)):
                draw_lines(self._lines(place, text), style, sheet, x + left, top - table.padding)
            self.rule(sheet, x, top - height)

        return draw

    def _lines(self, place: int, text: str) -> Sequence[SetLine]:
        """Return the lines of a cell; words that come again and again are set once."""
        key = (place, text)
        lines = self.kept.get(key)
        if lines is None:
            if len(self.kept) >= _KEPT_CELLS:
                self.kept.clear()
            _, width, style = self.columns[place]
            plain = cleaned(text).replace("\n", " ").strip()
            lines = self.kept[key] = cell_lines(plain, style, self.fonts, width, self.table.lines)
        return lines


def cell_lines(text: str, style: Style, fonts: Fonts, width: float, most: int) -> Sequence[SetLine]:
    """Return the lines of a cell, at most so many, the last one with an ellipsis when something is left out.

    Args:
        text: cleaned, without line ends.
        style: of the cell.
        fonts: to set it in.
        width: of the cell without gutters, points.
        most: lines.
    """
    line = _quick_line(text, style, fonts, width)
    if line:
        return (line,)
    lines = set_lines(text, style, fonts, width) if most > 1 else ()
    if 0 < len(lines) <= most:
        return lines
    kept = lines[: most - 1]
    clipped = _quick_line(_clipped(_rest(text, kept), style, fonts, width), style, fonts, width)
    return (*kept, clipped) if clipped else kept


def _quick_line(text: str, style: Style, fonts: Fonts, width: float) -> SetLine | None:
    """Return text on one line without finer spacing, or None when it is wider than the column (points)."""
    glyphs = fonts.glyphs(text, bold=style.bold, chinese=style.language == "zh")
    length = sum([glyph.width for glyph in glyphs]) * style.size
    if length > width:
        return None
    free = width - length
    x = free if style.align is Align.RIGHT else free / 2 if style.align is Align.CENTRE else 0.0
    return SetLine(x, length, tuple(_quick_runs(glyphs, style)), text)


def _quick_runs(glyphs: Sequence[Glyph], style: Style) -> Iterator[Run]:
    place = 0.0
    for (face, thickened), group in groupby(glyphs, key=_look):
        together = list(group)
        yield Run(face, style.colour, thickened, place, together)
        place += sum([glyph.width for glyph in together]) * style.size


def _look(glyph: Glyph) -> tuple[Face, bool]:
    return glyph.face, glyph.thickened


def _rest(text: str, lines: Sequence[SetLine]) -> str:
    """Return what of a text comes after these lines; blanks at the ends of lines are not part of them."""
    left = sum(1 for line in lines for character in line.text if character not in " \u3000")
    for index, character in enumerate(text):
        if character not in " \u3000":
            if not left:
                return text[index:]
            left -= 1
    return ""


def _clipped(text: str, style: Style, fonts: Fonts, width: float) -> str:
    """Return the beginning of a text that fits the width (points) with an ellipsis."""
    chinese = style.language == "zh"
    room = width / style.size - fonts.glyph(_ELLIPSIS, bold=style.bold, chinese=chinese).width
    for index, glyph in enumerate(fonts.glyphs(text, bold=style.bold, chinese=chinese)):
        room -= glyph.width
        if room < 0:
            return text[:index] + _ELLIPSIS
    return text
