"""A Word or Excel form drawn as its tables and lines, with the values where they will stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from pos_closeout.domain.forms.form import TICK, Entry, Form, Grid, Outcome, PlaceKind
from pos_closeout.ui.style.tokens import Tokens

_PADDING = 6.0
_GAP = 10.0
_EMPTY = "      "


def colours(tokens: Tokens) -> dict[Outcome, tuple[str, str]]:
    """Return ground and ink of each outcome."""
    return {
        Outcome.WRITE: (tokens.ok_soft, tokens.ok),
        Outcome.PROPOSE: (tokens.amber_soft, tokens.amber),
        Outcome.LEAVE: (tokens.rail, tokens.mute),
    }


@dataclass(slots=True)
class LaidText:
    """A text on the picture with the places in it: from where to where each one reaches."""

    layout: QTextLayout
    origin: QPointF
    places: list[tuple[int, int, str]] = field(default_factory=list)

    def boxes(self) -> list[tuple[str, QRectF]]:
        """Return where the places stand."""
        found = []
        for start, end, key in self.places:
            line = self.layout.lineForTextPosition(start)
            if not line.isValid():
                continue
            last = min(end, line.textStart() + line.textLength())
            left, right = _x_of(line, start), _x_of(line, last)
            box = QRectF(left, line.y(), max(right - left, 8.0), line.height()).translated(self.origin)
            found.append((key, box))
        return found


def _x_of(line: QTextLine, at: int) -> float:
    """Return where a character begins; the call returns a pair, of which its stubs know nothing."""
    found: Any = line.cursorToX(at)
    return float(found[0])


@dataclass(slots=True)
class TableDrawing:
    """The whole picture: its texts, the frames of its cells, the places and its height."""

    texts: list[LaidText] = field(default_factory=list)
    frames: list[QRectF] = field(default_factory=list)
    boxes: dict[str, QRectF] = field(default_factory=dict)
    height: float = 0.0


def lay_out(form: Form, entries: Mapping[str, Entry], width: float, font: QFont, tokens: Tokens) -> TableDrawing:
    """Return a form laid out in a width, in pixels."""
    drawn = TableDrawing()
    by_cell: dict[tuple[int, int, int], list[Entry]] = {}
    for entry in entries.values():
        by_cell.setdefault((entry.place.block, entry.place.row, entry.place.column), []).append(entry)
    top = _GAP
    for number, block in enumerate(form.blocks):
        if isinstance(block, Grid):
            top = _lay_grid(drawn, number, block, by_cell, room=(top, width), font=font, tokens=tokens) + _GAP
            continue
        text = _text((number, -1, -1), block.passage.text, by_cell, width - 2 * _PADDING, font=font, tokens=tokens)
        if text is not None:
            text.origin = QPointF(_PADDING, top)
            drawn.texts.append(text)
            top += text.layout.boundingRect().height() + 2
    for text in drawn.texts:
        drawn.boxes.update(text.boxes())
    drawn.height = top + _GAP
    return drawn


def paint(drawn: TableDrawing, painter: QPainter, tokens: Tokens) -> None:
    """Draw a picture that was laid out."""
    painter.setPen(QPen(QColor(tokens.edge), 1))
    for frame in drawn.frames:
        painter.drawRect(frame)
    painter.setPen(QColor(tokens.ink))
    for text in drawn.texts:
        text.layout.draw(painter, text.origin)


def _lay_grid(
    drawn: TableDrawing, number: int, grid: Grid, by_cell: Mapping[tuple[int, int, int], list[Entry]], *,
    room: tuple[float, float], font: QFont, tokens: Tokens,
) -> float:  # fmt: skip
    top, width = room
    lefts = _lefts(grid, width)
    texts: dict[tuple[int, int], LaidText] = {}
    rows = max((cell.bottom for cell in grid.cells), default=0)
    smallest = font.pixelSize() + 2 * _PADDING + 4
    heights = [smallest] * rows
    for cell in grid.cells:
        wide = lefts[cell.end] - lefts[cell.column] - 2 * _PADDING
        text = _text((number, cell.row, cell.column), cell.passage.text, by_cell, wide, font=font, tokens=tokens)
        if text is not None:
            texts[cell.row, cell.column] = text
            needed = text.layout.boundingRect().height() + 2 * _PADDING
            if cell.rows == 1:
                heights[cell.row] = max(heights[cell.row], needed)
    tops = [top]
    for height in heights:
        tops.append(tops[-1] + height)
    for cell in grid.cells:
        frame = QRectF(
            lefts[cell.column], tops[cell.row], lefts[cell.end] - lefts[cell.column], tops[cell.bottom] - tops[cell.row]
        )
        if cell.drawn or cell.passage.text:
            drawn.frames.append(frame)
        text = texts.get((cell.row, cell.column))
        if text is not None:
            text.origin = QPointF(frame.left() + _PADDING, frame.top() + _PADDING)
            drawn.texts.append(text)
    return tops[-1]


def _lefts(grid: Grid, width: float) -> list[float]:
    """Return the edges of the columns; columns that hold more room are wider."""
    weights = [1.0] * grid.columns
    for cell in grid.cells:
        if cell.columns == 1 and cell.room is not None:
            weights[cell.column] = max(weights[cell.column], min(cell.room, 40.0))
        elif cell.columns == 1 and cell.room is None:
            weights[cell.column] = max(weights[cell.column], 6.0)
    scale = (width - 2) / max(sum(weights), 1.0)
    lefts = [1.0]
    for weight in weights:
        lefts.append(lefts[-1] + weight * scale)
    return lefts


def _text(
    cell: tuple[int, int, int], text: str, by_cell: Mapping[tuple[int, int, int], list[Entry]],
    width: float, *, font: QFont, tokens: Tokens,
) -> LaidText | None:  # fmt: skip
    entries = sorted(by_cell.get(cell, ()), key=lambda entry: entry.place.start)
    shown, places, formats = _composed(text, entries, tokens)
    if not shown:
        return None
    layout = QTextLayout(shown.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(formats)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 20.0))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return LaidText(layout, QPointF(), places)


def _composed(
    text: str, entries: Sequence[Entry], tokens: Tokens
) -> tuple[str, list[tuple[int, int, str]], list[QTextLayout.FormatRange]]:
    """Return a text with the values in it, and where they stand."""
    parts: list[str] = []
    places: list[tuple[int, int, str]] = []
    formats: list[QTextLayout.FormatRange] = []
    at = length = 0
    for entry in entries:
        before = text[at : entry.place.start]
        shown = _shown(text[entry.place.start : entry.place.end], entry)
        start = length + len(before)
        parts += [before, shown]
        length = start + len(shown)
        at = max(at, entry.place.end)
        places.append((start, length, entry.place.key))
        made: Any = QTextLayout.FormatRange()
        made.start, made.length = start, len(shown)
        ground, ink = colours(tokens)[entry.outcome]
        look = QTextCharFormat()
        look.setBackground(QColor(ground))
        look.setForeground(QColor(ink))
        made.format = look
        formats.append(made)
    parts.append(text[at:])
    shown = "".join(parts).replace("\ufffc", " ").replace("\ufffd", " ")
    return shown, places, formats


def _shown(old: str, entry: Entry) -> str:
    if entry.place.kind is PlaceKind.BOX:
        return "☑" if entry.value == TICK else (old or "□")
    if entry.value:
        return entry.value
    return old.replace("\n", " ") if old.strip() else _EMPTY
