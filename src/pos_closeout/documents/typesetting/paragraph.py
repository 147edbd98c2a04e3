"""Paragraphs: text broken into lines, each line as runs of glyphs with their places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pos_closeout.documents.typesetting.blocks import Piece
from pos_closeout.documents.typesetting.canvas import Canvas, Run, shown_spaced
from pos_closeout.documents.typesetting.fonts import Fonts, Glyph
from pos_closeout.documents.typesetting.linebreak import BrokenLine, Measure, broken
from pos_closeout.documents.typesetting.measure import GlyphRow, natural_length, rows
from pos_closeout.documents.typesetting.structure import Element
from pos_closeout.documents.typesetting.style import Style, TextAlign
from pos_closeout.documents.typesetting.text import BLACK, Colour, Text

#: Part of the size that stands above the baseline when a line is centred in its leading.
_ASCENT = 0.88
#: Nobody sees a column narrower than this filled; it only keeps arithmetic sane.
_NARROWEST = 1.0


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line as set.

    Args:
        x: from the left edge of the column, points.
        width: of the ink and blanks, points.
        runs: what is drawn.
        text: its characters.
    """

    x: float
    width: float
    runs: tuple[Run, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in the flow. It splits between lines and leaves no single line behind.

    Args:
        text: what it says.
        style: how it looks, and whether it is a heading.
        element: what it is; ``None`` is a heading or a paragraph, as the style says.
        bookmark: of a heading, where it is not the text itself.
    """

    text: Text | str
    style: Style
    element: Element | None = None
    bookmark: str = ""

    def pieces(self, fonts: Fonts, width: float) -> Iterator[Piece]:
        """Yield one piece a line."""
        lines = set_lines(self.text, self.style, fonts, width)
        style, last = self.style, len(lines) - 1
        element = self.element or Element(f"H{style.heading}" if style.heading else "P")
        bookmark = (self.bookmark or Text.of(self.text).plain) if style.heading else ""
        for index, line in enumerate(lines):
            near_edge = index == 0 or index == last - 1 or style.keep_together
            yield Piece(
                height=style.leading,
                draw=_LineDrawing(line, style, element),
                before=style.space_before if index == 0 else 0.0,
                after=style.space_after if index == last else 0.0,
                keep_next=style.keep_with_next if index == last else near_edge,
                bookmark=bookmark if index == 0 else "",
                level=style.heading,
            )


@dataclass(frozen=True, slots=True)
class _LineDrawing:
    """Draws one line when called with a canvas and the upper left corner of its column."""

    line: SetLine
    style: Style
    element: Element

    def __call__(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the line."""
        canvas.runs(x + self.line.x, baseline(top, self.style), self.style.size, self.line.runs, self.element)


def baseline(top: float, style: Style) -> float:
    """Return the height of the baseline of a line whose leading starts at top."""
    return top - (style.leading - style.size) / 2 - _ASCENT * style.size


def draw_lines(
    lines: Sequence[SetLine], style: Style, canvas: Canvas, corner: tuple[float, float], element: Element | None
) -> None:
    """Draw all lines of a paragraph from its upper left corner; without an element they are not read aloud."""
    x, top = corner
    if element:
        canvas.structure.enter(element)
    for line in lines:
        canvas.runs(x + line.x, baseline(top, style), style.size, line.runs, element)
        top -= style.leading


def natural_width(text: Text | str, style: Style, fonts: Fonts) -> float:
    """Return the width of the text on one line, in points; with line ends in it, that of the widest line."""
    return max(natural_length(row) for row in rows(Text.of(text), style, fonts))


def set_lines(text: Text | str, style: Style, fonts: Fonts, width: float) -> tuple[SetLine, ...]:
    """Return the lines of a paragraph in a column of this width (points). Empty text has one empty line."""
    key = (text, style, round(width, 3))
    found: tuple[SetLine, ...] = fonts.layouts.get(key, lambda: _set_lines(text, style, fonts, width))
    return found


def _set_lines(text: Text | str, style: Style, fonts: Fonts, width: float) -> tuple[SetLine, ...]:
    em = style.size
    lines: list[SetLine] = []
    for number, row in enumerate(rows(Text.of(text), style, fonts)):
        first = (style.left_indent + (style.first_indent if number == 0 else style.hanging)) * em
        other = (style.left_indent + style.hanging) * em
        measure = Measure(max(width - first, _NARROWEST), max(width - other, _NARROWEST), style.align, em, first <= 0)
        for line in broken(row, measure):
            indent, column = (other, measure.other) if line.start else (first, measure.first)
            lines.append(_set_line(row, line, fonts, indent + _slack(line, column, style.align)))
        if not row.glyphs:
            lines.append(SetLine(first, 0.0, (), ""))
    return tuple(lines)


def _slack(line: BrokenLine, column: float, align: TextAlign) -> float:
    if align is TextAlign.CENTRE:
        return max(column - line.width, 0.0) / 2
    return max(column - line.width, 0.0) if align is TextAlign.RIGHT else 0.0


def _set_line(row: GlyphRow, line: BrokenLine, fonts: Fonts, x: float) -> SetLine:
    pen = _Pen(fonts, row.size)
    place = -line.cut
    for index in range(line.start, line.end):
        pen.put(row.glyphs[index], row.colours[index], place + row.shift[index])
        place += row.advance[index]
        if index + 1 < line.end:
            pen.blanks(row.space[index])
            place += row.gap[index] + (row.stretch if line.ratio > 0 else row.shrink)[index] * line.ratio
    return SetLine(x, line.width, pen.runs(), "".join(pen.text))


class _Pen:
    """Collects glyphs at given places into runs of one font and ink."""

    def __init__(self, fonts: Fonts, size: float) -> None:
        self.fonts = fonts
        self.size = size
        self.text: list[str] = []
        self._runs: list[Run] = []
        self._glyphs: list[Glyph] = []
        self._added: list[float] = []
        self._colour: Colour = BLACK
        self._start = 0.0
        self._at = 0.0

    def put(self, glyph: Glyph, colour: Colour, place: float) -> None:
        """Add a glyph whose cell starts at this place."""
        if self._glyphs and self._continues(glyph, colour):
            self._added[-1] += place - self._at
        else:
            self._close()
            self._colour, self._start = colour, place
        self._append(glyph, place)

    def blanks(self, blanks: str) -> None:
        """Add typed blanks, so that they can be copied; the next glyph's place sets their width."""
        for character in blanks:
            glyph = self.fonts.blank(self._glyphs[-1].face, character)
            if glyph:
                self._append(glyph, self._at)

    def runs(self) -> tuple[Run, ...]:
        """Return what was collected."""
        self._close()
        return tuple(self._runs)

    def _append(self, glyph: Glyph, place: float) -> None:
        self._glyphs.append(glyph)
        self._added.append(0.0)
        self.text.append(glyph.means)
        self._at = place + glyph.width * self.size

    def _continues(self, glyph: Glyph, colour: Colour) -> bool:
        first = self._glyphs[0]
        return first.face is glyph.face and first.thickened == glyph.thickened and self._colour == colour

    def _close(self) -> None:
        if self._glyphs:
            first = self._glyphs[0]
            shown = shown_spaced(self._glyphs, self._added, self.size)
            self._runs.append(Run(first.face, self._colour, first.thickened, self._start, self._glyphs, shown))
            self._glyphs, self._added = [], []
