"""Lists of ten thousand rows: rows of one height, drawn as they come, never all in memory."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pos_closeout.documents.typesetting.blocks import Piece
from pos_closeout.documents.typesetting.fonts import Fonts, Glyph
from pos_closeout.documents.typesetting.paragraph import SetLine, baseline, set_lines
from pos_closeout.documents.typesetting.sheet import Run, Sheet
from pos_closeout.documents.typesetting.style import Align, Style
from pos_closeout.documents.typesetting.table import THICK, THIN, Column, RuleDrawing, Table
from pos_closeout.documents.typesetting.text import LIGHT_GREY, cleaned

LIST = Style(size=9, leading=12, align=Align.LEFT)
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class LongTable:
    """A table for lists of any length. Text that does not fit its cell ends in an ellipsis.

    Args:
        columns: left to right; each needs a share of the width.
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
        head = Table(self.columns, (), style=self.style, padding=self.padding + 1, gutter=self.gutter)
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
            for (left, width, style), text in zip(self.columns, cells, strict=True):
                level = baseline(top - table.padding, style)
                for line in self._lines(text, style, width):
                    sheet.runs(x + left + line.x, level, style.size, line.runs)
                    level -= style.leading
            self.rule(sheet, x, top - height)

        return draw

    def _lines(self, text: str, style: Style, width: float) -> Sequence[SetLine]:
        text = cleaned(text).replace("\n", " ").strip()
        line = quick_line(text, style, self.fonts, width)
        if line:
            return (line,)
        lines = set_lines(text, replace(style, align=Align.LEFT), self.fonts, width) if self.table.lines > 1 else ()
        if 0 < len(lines) <= self.table.lines:
            return lines
        kept = lines[: self.table.lines - 1]
        rest = text[sum(len(line.text) for line in kept) :].lstrip() if kept else text
        clipped = quick_line(_clipped(rest, style, self.fonts, width), style, self.fonts, width)
        return (*kept, clipped) if clipped else kept


def quick_line(text: str, style: Style, fonts: Fonts, width: float) -> SetLine | None:
    """Return text on one line without finer spacing, or None when it is wider than the column (points)."""
    glyphs = [fonts.glyph(character, bold=style.bold) for character in text]
    length = sum([glyph.width for glyph in glyphs]) * style.size
    if length > width:
        return None
    free = width - length
    x = free if style.align is Align.RIGHT else free / 2 if style.align is Align.CENTRE else 0.0
    return SetLine(x, length, tuple(_quick_runs(glyphs, style)), text)


def _quick_runs(glyphs: Sequence[Glyph], style: Style) -> Iterator[Run]:
    start = place = 0.0
    collected: list[tuple[Glyph, float]] = []
    for glyph in glyphs:
        if collected and (glyph.face is not collected[0][0].face or glyph.thickened != collected[0][0].thickened):
            yield Run(collected[0][0].face, style.colour, collected[0][0].thickened, start, tuple(collected))
            collected, start = [], place
        collected.append((glyph, 0.0))
        place += glyph.width * style.size
    if collected:
        yield Run(collected[0][0].face, style.colour, collected[0][0].thickened, start, tuple(collected))


def _clipped(text: str, style: Style, fonts: Fonts, width: float) -> str:
    """Return the beginning of a text that fits the width (points) with an ellipsis."""
    room = width / style.size - fonts.glyph(_ELLIPSIS, bold=style.bold).width
    for index, character in enumerate(text):
        room -= fonts.glyph(character, bold=style.bold).width
        if room < 0:
            return text[:index] + _ELLIPSIS
    return text
