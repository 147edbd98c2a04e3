"""Lists of ten thousand rows: rows of one height, drawn as they come, never all in memory."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from pos_closeout.documents.typesetting.blocks import Draw, Piece
from pos_closeout.documents.typesetting.canvas import Canvas, Run, shown, text_look
from pos_closeout.documents.typesetting.fonts import Fonts, Glyph
from pos_closeout.documents.typesetting.paragraph import SetLine, baseline
from pos_closeout.documents.typesetting.rules import FIRST_HAN, NO_END, NO_START, SEAMS
from pos_closeout.documents.typesetting.structure import Element
from pos_closeout.documents.typesetting.style import Style, TextAlign
from pos_closeout.documents.typesetting.table import (
    MIDDLE,
    THICK,
    THIN,
    RuleDrawing,
    RuledTable,
    TableColumn,
    column_widths,
)
from pos_closeout.documents.typesetting.text import LIGHT_GREY, cleaned

LIST = Style(size=9, leading=12, align=TextAlign.LEFT)
_ELLIPSIS = "…"
_BLANKS = " \u3000"
_ROUNDING = 1e-6
#: Cells remembered while a list is drawn.
_KEPT_CELLS = 4_000


@dataclass(frozen=True, slots=True)
class LongTable:
    """A table for lists of any length. Text that does not fit its cell ends in an ellipsis.

    In the structure of the paper every row is a paragraph: cells of ten thousand rows would make the file five times as
    large.

    Args:
        columns: left to right, with shares of the width (equal ones by default; nothing is measured).
        rows: cells as plain strings; may be a generator, it is read once.
        style: of the cells.
        lines: a cell may have this many lines; every row is that high.
        padding: above and below a row's text, points.
        gutter: left and right of a cell's text, points.
        before: space above, points.
    """

    columns: Sequence[TableColumn]
    rows: Iterable[Sequence[str]]
    style: Style = LIST
    lines: int = 1
    padding: float = 2.0
    gutter: float = 3.0
    before: float = 6.0

    def pieces(self, fonts: Fonts, width: float) -> Iterator[Piece]:
        """Yield the header, then one piece a row while the rows are read."""
        columns = [replace(column, share=column.share or 1.0) for column in self.columns]
        head = RuledTable(columns, (), style=self.style, padding=self.padding + 1, gutter=self.gutter)
        heading = next(head.drawings(column_widths(head, fonts, width), fonts))
        heading = heading.ruled(RuleDrawing(width, THICK), RuleDrawing(width, MIDDLE))
        header = heading.read_as(None).piece()
        closing = RuleDrawing(width, THICK)
        setter = _RowSetter(self, fonts, width)
        height = self.lines * self.style.leading + 2 * self.padding
        yield replace(heading.read_as(Element("P")).piece(), before=self.before, keep_next=True)
        for cells in self.rows:
            yield Piece(height, setter.drawing(cells, height), header=header, closing=closing)
        yield Piece(0.0, closing, keep_previous=True, after=8.0)


@dataclass(slots=True)
class _Set:
    """A line of a cell as it is written into the stream of a page: font, start in points, and what shows it."""

    parts: list[tuple[str, float, str]]


class _Letters(dict[str, float]):
    """The widths of characters in ems, with their codes and fonts beside them; found when first asked for."""

    def __init__(self, fonts: Fonts, style: Style) -> None:
        super().__init__()
        self._fonts, self._style = fonts, style
        self.codes: dict[str, str] = {}
        self.names: dict[str, str] = {}
        #: Those found since they were last taken.
        self.fresh: list[Glyph] = []

    def __missing__(self, character: str) -> float:
        style = self._style
        glyph = self._fonts.glyph(character, bold=style.bold, chinese=style.language == "zh")
        self.codes[character], self.names[character] = glyph.code, glyph.face.name
        self.fresh.append(glyph)
        self[character] = glyph.width
        return glyph.width

    def length(self, text: str) -> float:
        """Return the width of a text in ems."""
        return sum(map(self.__getitem__, text))


class _RowSetter:
    """Sets rows of one list: places are worked out once, and a line that fits is written without being set first."""

    def __init__(self, table: LongTable, fonts: Fonts, width: float) -> None:
        whole = sum(column.share or 1.0 for column in table.columns)
        self.table = table
        self.fonts = fonts
        self.rule = RuleDrawing(width, THIN, LIGHT_GREY)
        self.kept: dict[tuple[int, str], Sequence[_Set]] = {}
        self.columns: list[tuple[float, float, Style]] = []
        self.letters = _Letters(fonts, table.style)
        self.looks: dict[str, str] = {}
        x = 0.0
        for column in table.columns:
            share = width * (column.share or 1.0) / whole
            self.columns.append((x + table.gutter, share - 2 * table.gutter, replace(table.style, align=column.align)))
            x += share

    def drawing(self, cells: Sequence[str], height: float) -> Draw:
        """Return what draws a row from its upper left corner."""

        def draw(canvas: Canvas, x: float, top: float) -> None:
            style = self.table.style
            first = baseline(top - self.table.padding, style)
            name, drawn = "", ["BT"]
            for place, text in enumerate(cells):
                if not text:
                    continue
                at = first
                for line in self._lines(place, text):
                    for font, start, told in line.parts:
                        if font != name:
                            name = font
                            drawn.append(self._look(font))
                        drawn.append(f"1 0 0 1 {x + start:.2f} {at:.2f} Tm {told}")
                    at -= style.leading
            drawn.append("ET")
            # Each glyph once a document: a page passes on all that were drawn before.
            canvas.written_text("\n".join(drawn), self.letters.fresh, Element("P"))
            self.letters.fresh.clear()
            self.rule(canvas, x, top - height)

        return draw

    def _look(self, font: str) -> str:
        """Return what chooses a font, put together once for each."""
        if font not in self.looks:
            self.looks[font] = text_look(font, self.table.style.size, self.table.style.colour)
        return self.looks[font]

    def _lines(self, place: int, text: str) -> Sequence[_Set]:
        """Return the lines of a cell; words that come again and again are set once."""
        key = (place, text)
        lines = self.kept.get(key)
        if lines is None:
            if len(self.kept) >= _KEPT_CELLS:
                self.kept.clear()
            lines = self.kept[key] = self._set(place, cleaned(text))
        return lines

    def _set(self, place: int, text: str) -> Sequence[_Set]:
        left, width, style = self.columns[place]
        typed = [part.strip(_BLANKS) for part in text.split("\n")]
        room = width / style.size + _ROUNDING
        lengths = list(map(self.letters.length, typed))
        if len(typed) <= self.table.lines and max(lengths) <= room:
            return [
                self._line(part, left + slack(length * style.size, style, width))
                for part, length in zip(typed, lengths, strict=True)
            ]
        found = cell_lines(text, style, self.fonts, width, self.table.lines)
        return [
            self._line(line.text, left + slack(self.letters.length(line.text) * style.size, style, width))
            for line in found
        ]

    def _line(self, text: str, x: float) -> _Set:
        """Return a line that starts at x."""
        letters, size, parts = self.letters, self.table.style.size, []
        faces = set(map(letters.names.__getitem__, text))
        if len(faces) == 1:
            # Most lines are in one face: they need no look at each letter's.
            return _Set([(faces.pop(), x, f"<{''.join(map(letters.codes.__getitem__, text))}> Tj")])
        for name, group in groupby(text, key=letters.names.__getitem__):
            part = list(group)
            parts.append((name, x, f"<{''.join(map(letters.codes.__getitem__, part))}> Tj"))
            x += letters.length("".join(part)) * size
        return _Set(parts)


def cell_lines(text: str, style: Style, fonts: Fonts, width: float, most: int) -> Sequence[SetLine]:
    """Return the lines of a cell, at most so many, the last one with an ellipsis when something is left out.

    Lines are filled one after the other, without the weighing and finer spacing of a paragraph: this is for lists.

    Args:
        text: cleaned.
        style: of the cell.
        fonts: to set it in.
        width: of the cell without gutters, points.
        most: lines.
    """
    lines: list[SetLine] = []
    typed = deque(text.split("\n"))
    while typed and len(lines) < most:
        part = typed.popleft().strip(_BLANKS)
        if len(lines) == most - 1:
            part = " ".join((part, *typed)).strip(_BLANKS)
        glyphs = fonts.glyphs(part, bold=style.bold, chinese=style.language == "zh")
        room = _fitting(glyphs, width / style.size)
        if room < len(glyphs) and len(lines) == most - 1:
            ellipsis = fonts.glyph(_ELLIPSIS, bold=style.bold, chinese=style.language == "zh")
            room = _fitting(glyphs, width / style.size - ellipsis.width)
            lines.append(_line([*glyphs[:room], ellipsis], style, width))
        elif room < len(glyphs):
            end = _break_before(part, room)
            lines.append(_line(glyphs[:end], style, width))
            typed.appendleft(part[end:])
        else:
            lines.append(_line(glyphs, style, width))
    return lines


def _fitting(glyphs: Sequence[Glyph], ems: float) -> int:
    """Return how many glyphs fit a width."""
    room = ems + _ROUNDING
    for index, glyph in enumerate(glyphs):
        room -= glyph.width
        if room < 0:
            return index
    return len(glyphs)


def _break_before(text: str, room: int) -> int:
    """Return where to break a text of which so many characters fit: at least one character, and not inside a word."""
    for end in range(room, 0, -1):
        left, right = text[end - 1], text[end]
        if right in _BLANKS or left in _BLANKS:
            return end
        inside = left < FIRST_HAN and right < FIRST_HAN and left not in SEAMS
        if not inside and left not in NO_END and right not in NO_START:
            return end
    return max(room, 1)


def _line(glyphs: Sequence[Glyph], style: Style, width: float) -> SetLine:
    length = sum([glyph.width for glyph in glyphs]) * style.size
    return SetLine(
        slack(length, style, width),
        length,
        tuple(_quick_runs(glyphs, style)),
        "".join([glyph.means for glyph in glyphs]),
    )


def slack(length: float, style: Style, width: float) -> float:
    """Return where a line of a length starts in a cell of a width, in points."""
    free = max(width - length, 0.0)
    return free if style.align is TextAlign.RIGHT else free / 2 if style.align is TextAlign.CENTRE else 0.0


def _quick_runs(glyphs: Sequence[Glyph], style: Style) -> Iterator[Run]:
    place = 0.0
    for (face, thickened), group in groupby(glyphs, key=attrgetter("face", "thickened")):
        together = list(group)
        yield Run(face, style.colour, thickened, place, together, shown(together))
        place += sum([glyph.width for glyph in together]) * style.size
