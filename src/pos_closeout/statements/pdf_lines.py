"""Characters of a PDF page put together: lines, the words on them, and the text of a cell."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

_BY_Y = itemgetter(0)
_SAME_LINE = 0.35
_WORD_GAP = 0.5
_BLANK_GAP = 0.25
_TWICE = 0.3
_DAY_END = re.compile(
    r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?$|(?<!\d)(?:19|20)\d{6}$"
    r"|(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d$"
)
_CLOCK = re.compile(r"\d{1,2}[:：时]\d{1,2}")


class PdfGlyph(NamedTuple):
    """One character: its box in points from the top left corner, and whether a blank is written before it."""

    left: float
    top: float
    right: float
    bottom: float
    text: str
    spaced: bool


class PdfSign(NamedTuple):
    """A character on a line: from where to where it reaches, and whether a blank is written or seen before it."""

    left: float
    right: float
    text: str
    spaced: bool


class PdfLine(NamedTuple):
    """Characters on one level, from left to right; ``y`` is their middle, ``height`` that of their boxes, in points."""

    y: float
    height: float
    signs: list[PdfSign]

    @property
    def text(self) -> str:
        """The line as text."""
        return text_of(self.signs)


def lines_of(glyphs: Iterable[PdfGlyph]) -> list[PdfLine]:
    """Return the lines from top to bottom; a character drawn twice for boldness counts once."""
    groups: list[list[PdfGlyph]] = []
    middle = height = 0.0
    for y, glyph in sorted((((glyph[1] + glyph[3]) / 2, glyph) for glyph in glyphs), key=_BY_Y):
        own = glyph[3] - glyph[1]
        if groups and y - middle <= _SAME_LINE * min(own, height):
            groups[-1].append(glyph)
            middle += (y - middle) / len(groups[-1])
        else:
            groups.append([glyph])
            middle, height = y, own
    return [_line(group) for group in groups]


def _line(group: list[PdfGlyph]) -> PdfLine:
    signs: list[PdfSign] = []
    height = group[len(group) // 2].bottom - group[len(group) // 2].top
    for left, _, right, _, text, spaced in sorted(group):
        last = signs[-1] if signs else None
        if last and last.text == text and left - last.left < _TWICE * (last.right - last.left):
            continue
        apart = spaced or (last is not None and left - last.right > _BLANK_GAP * height and _are_latin(last.text, text))
        signs.append(PdfSign(left, right, text, apart))
    return PdfLine(sum(each[1] + each[3] for each in group) / len(group) / 2, height, signs)


def _are_latin(last: str, text: str) -> bool:
    """Tell whether two signs are Latin letters or figures, which stand apart like two words where there is a gap."""
    return last.isascii() and text.isascii() and (last.isalpha() or text.isalpha())


def text_of(signs: Sequence[PdfSign]) -> str:
    """Return the characters of one line, or of a part of it, with the blanks between them."""
    text = "".join(f" {sign.text}" if sign.spaced else sign.text for sign in signs)
    return text.lstrip()


def words_of(line: PdfLine) -> list[list[PdfSign]]:
    """Return the groups of characters of a line that stand clearly apart."""
    words: list[list[PdfSign]] = []
    for sign in line.signs:
        if words and sign.left - words[-1][-1].right <= _WORD_GAP * line.height:
            words[-1].append(sign)
        else:
            words.append([sign])
    return words


def columns_of(line: PdfLine, edges: Sequence[float]) -> dict[int, str]:
    """Cut a line at the edges of columns and return the text in each by its place; what lies outside is left out."""
    columns: dict[int, list[PdfSign]] = {}
    for sign in line.signs:
        at = bisect_right(edges, (sign.left + sign.right) / 2) - 1
        columns.setdefault(at, []).append(sign)
    return {at: text_of(signs) for at, signs in columns.items() if 0 <= at < len(edges) - 1}


def cells_of(lines: Iterable[PdfLine], edges: Sequence[float]) -> list[str]:
    """Return the texts of the cells of a row, whose lines were broken."""
    cells = [""] * (len(edges) - 1)
    for line in lines:
        for at, text in columns_of(line, edges).items():
            cells[at] = joined(cells[at], text)
    return cells


def joined(above: str, below: str) -> str:
    """Put a line of a cell behind the lines above it."""
    latin = above[-1:].isascii() and above[-1:].isalpha() and below[:1].isascii() and below[:1].isalpha()
    clock = _CLOCK.match(below) and _DAY_END.search(above)
    return f"{above} {below}" if clock or latin else above + below
