"""Characters of a PDF page put together: lines, the words on them, and the text of a cell."""

import re
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from pos_closeout.statements.pdf import Glyph

_BY_Y = attrgetter("y")
_BY_LEFT = attrgetter("left")
_SAME_LINE = 0.35
_WORD_GAP = 0.5
_BLANK_GAP = 0.25
_TWICE = 0.3
_DAY_END = re.compile(r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?$|(?<!\d)(?:19|20)\d{6}$")
_CLOCK = re.compile(r"\d{1,2}[:：时]\d{1,2}")


class Line(NamedTuple):
    """Characters on one level, from left to right; ``y`` is their middle, ``height`` that of their boxes, in points."""

    y: float
    height: float
    glyphs: list[Glyph]

    @property
    def text(self) -> str:
        """The line as text."""
        return text_of(self.glyphs)


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """Return the lines from top to bottom; a character drawn twice for boldness counts once."""
    groups: list[list[Glyph]] = []
    middle = 0.0
    for glyph in sorted(glyphs, key=_BY_Y):
        if groups and glyph.y - middle <= _SAME_LINE * min(glyph.height, groups[-1][0].height):
            groups[-1].append(glyph)
            middle += (glyph.y - middle) / len(groups[-1])
        else:
            groups.append([glyph])
            middle = glyph.y
    return [_line(group) for group in groups]


def _line(group: list[Glyph]) -> Line:
    ordered: list[Glyph] = []
    for glyph in sorted(group, key=_BY_LEFT):
        last = ordered[-1] if ordered else None
        if last and last.text == glyph.text and glyph.left - last.left < _TWICE * (last.right - last.left):
            continue
        ordered.append(glyph)
    middle = sum(each.y for each in ordered) / len(ordered)
    return Line(middle, ordered[len(ordered) // 2].height, ordered)


def text_of(glyphs: Sequence[Glyph]) -> str:
    """Return the characters of one line, with the blanks that are written or seen between words of Latin letters."""
    parts: list[str] = []
    last: Glyph | None = None
    for glyph in glyphs:
        if last is not None and (glyph.spaced or _apart(last, glyph)):
            parts.append(" ")
        parts.append(glyph.text)
        last = glyph
    return "".join(parts)


def _apart(last: Glyph, glyph: Glyph) -> bool:
    letters = last.text.isascii() and glyph.text.isascii() and (last.text.isalpha() or glyph.text.isalpha())
    return letters and glyph.left - last.right > _BLANK_GAP * glyph.height


def words_of(line: Line) -> list[list[Glyph]]:
    """Return the groups of characters of a line that stand clearly apart."""
    words: list[list[Glyph]] = []
    for glyph in line.glyphs:
        if words and glyph.left - words[-1][-1].right <= _WORD_GAP * line.height:
            words[-1].append(glyph)
        else:
            words.append([glyph])
    return words


def cell_text(glyphs: Iterable[Glyph]) -> str:
    """Return the text of a cell: its lines are one text that was broken; a blank stands between a day and a time."""
    text = ""
    for line in lines_of(glyphs):
        text = joined(text, line.text)
    return text


def joined(above: str, below: str) -> str:
    """Put a line of a cell behind the lines above it."""
    latin = above[-1:].isascii() and above[-1:].isalpha() and below[:1].isascii() and below[:1].isalpha()
    clock = _CLOCK.match(below) and _DAY_END.search(above)
    return f"{above} {below}" if clock or latin else above + below
