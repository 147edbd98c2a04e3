"""What the drawings of several papers share: what a file says about itself, the page, tables, lists and rules.

Printers leave some 5 mm of a sheet blank at the sides and up to 15 mm at the foot, so nothing stands lower than that.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from reportlab.lib.colors import black
from reportlab.platypus import HRFlowable

from pos_closeout.documents import content as said
from pos_closeout.documents.typesetting import (
    MM,
    Canvas,
    Element,
    Fonts,
    Meta,
    PageStyle,
    Paragraph,
    Piece,
    RuledTable,
    Style,
    TableColumn,
    TextAlign,
)
from pos_closeout.domain.case.case import LetterLanguage

ALIGN = {said.Align.LEFT: TextAlign.LEFT, said.Align.CENTRE: TextAlign.CENTRE, said.Align.RIGHT: TextAlign.RIGHT}

_GUTTER = 8.0


def meta(title: str, language: LetterLanguage, day: date, *, author: str = "", subject: str = "") -> Meta:
    """Return what the file of a paper says about itself; its creation date is the start of the day."""
    tag = "zh-CN" if language is LetterLanguage.CHINESE else "en-GB"
    return Meta(title=title, author=author, created=datetime.combine(day, time()), language=tag, subject=subject)


def dense_page(language: LetterLanguage, footer: str) -> PageStyle:
    """Return the page of lists and reports, with narrower margins than a letter's."""
    return PageStyle(
        left=20 * MM, right=20 * MM, top=15 * MM, bottom=25 * MM, footer=footer, language=language.value,
        footer_height=16 * MM,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Columns:
    """Short texts side by side in columns of one width, without rules; the left column is read first."""

    rows: Sequence[tuple[str, ...]]
    style: Style

    def pieces(self, fonts: Fonts, width: float) -> Iterator[Piece]:
        """Yield one piece a row."""
        listed = Element("L")
        for number, row in enumerate(self.rows):
            column = width / len(row)
            items = [Element("LI", listed, place=place * len(self.rows) + number) for place in range(len(row))]
            texts = [Paragraph(text, self.style, Element("LBody", item)) for text, item in zip(row, items, strict=True)]
            cells = [list(text.pieces(fonts, column - _GUTTER)) for text in texts]
            height = max(sum(line.height for line in cell) for cell in cells)

            def draw(
                canvas: Canvas, x: float, top: float, cells: list[list[Piece]] = cells, column: float = column
            ) -> None:
                for place, cell in enumerate(cells):
                    level = top
                    for line in cell:
                        line.draw(canvas, x + place * column, level)
                        level -= line.height

            yield Piece(height, draw)


def ruled(told: said.Table, style: Style) -> RuledTable:
    """Return a table with rules like a book's; its last row in bold when the content has one."""
    whole = sum(column.share for column in told.columns)
    columns = [
        TableColumn(column.head, ALIGN[column.align], column.share / whole if whole else None)
        for column in told.columns
    ]
    return RuledTable(columns, told.rows, told.foot or None, style=style, padding=2.5, gutter=3, before=2, after=4)


def rule(
    before: float, after: float, *, thickness: float = 0.5, dashed: bool = False, keep_next: bool = False
) -> HRFlowable:
    """Return a line over the column; lengths are points. Dashes stand above what is cut off or filled in by others."""
    line = HRFlowable("100%", thickness, "butt", black, before, after, dash=(4, 3) if dashed else None)
    line.keepWithNext = keep_next
    return line
