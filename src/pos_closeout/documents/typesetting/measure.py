"""From text to a row of measured glyphs: widths, gaps, and what a break after each one costs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from pos_closeout.documents.typesetting import rules
from pos_closeout.documents.typesetting.fonts import Fonts, Glyph
from pos_closeout.documents.typesetting.style import Style
from pos_closeout.documents.typesetting.text import Colour, Text, cleaned

#: In ems: the gap between ideograph and Latin, the half of a mark that can go, and how far gaps give.
GAP = 0.2
HALF = 0.5
STRETCH_HAN, STRETCH_MARK, STRETCH_GAP, STRETCH_SPACE = 0.01, 0.02, 0.02, 0.04
SHRINK_MARK, SHRINK_GAP, SHRINK_SPACE = 0.25, 0.1, 0.07


@dataclass(slots=True)
class GlyphRow:
    """A stretch of text without line ends, as parallel lists with one entry a glyph. Lengths are points.

    ``gap``, ``stretch`` and ``shrink`` stand after the glyph and vanish at the end of a line; ``space`` is the text of
    the gap. ``shift`` moves the ink (marks that lost their left half). ``end_cut`` and ``start_cut`` are what a mark
    loses at the edge of a line. ``cost`` is that of a break after the glyph.
    """

    size: float
    glyphs: list[Glyph] = field(default_factory=list)
    colours: list[Colour] = field(default_factory=list)
    advance: list[float] = field(default_factory=list)
    shift: list[float] = field(default_factory=list)
    gap: list[float] = field(default_factory=list)
    space: list[str] = field(default_factory=list)
    stretch: list[float] = field(default_factory=list)
    shrink: list[float] = field(default_factory=list)
    end_cut: list[float] = field(default_factory=list)
    start_cut: list[float] = field(default_factory=list)
    cost: list[float] = field(default_factory=list)


@dataclass(slots=True)
class _Character:
    """One character on its way: what is drawn, in which ink, and the blanks typed after it."""

    text: str
    glyph: Glyph
    colour: Colour
    space: str = ""


def rows(text: Text, style: Style, fonts: Fonts) -> list[GlyphRow]:
    """Return one row for each line of the text as typed (split at newlines)."""
    return [_row(characters, style) for characters in _typed_lines(text, style, fonts)]


def natural_length(row: GlyphRow) -> float:
    """Return the width of a row on one line, without the blank half of a mark at its end."""
    return sum(row.advance) + sum(row.gap) - (row.end_cut[-1] if row.end_cut else 0.0)


def _typed_lines(text: Text, style: Style, fonts: Fonts) -> Iterator[list[_Character]]:
    typed = [
        (character, span.bold or style.bold, span.colour or style.colour)
        for span in text.parts
        for character in cleaned(span.text)
    ]
    line: list[_Character] = []
    for index, (character, bold, colour) in enumerate(typed):
        if character == "\n":
            yield line
            line = []
        elif character in " \u3000":
            if line:
                line[-1].space += character
        else:
            chinese = style.language == "zh" and not (character == "’" and _in_a_word(typed, index))
            line.append(_Character(character, fonts.glyph(character, bold=bold, chinese=chinese), colour))
    yield line


def _in_a_word(typed: Sequence[tuple[str, bool, Colour]], index: int) -> bool:
    """Return whether the character stands between two Latin letters, as the apostrophe of "don't" does."""
    if not 0 < index < len(typed) - 1:
        return False
    return all("A" <= typed[beside][0] < "\u0250" for beside in (index - 1, index + 1))


def _row(characters: list[_Character], style: Style) -> GlyphRow:
    row = GlyphRow(style.size)
    if not characters:
        return row
    costs = _costs(characters)
    following: list[_Character | None] = [*characters[1:], None]
    previous: _Character | None = None
    for character, after, cost in zip(characters, following, costs, strict=True):
        _append(row, previous, character, after, style)
        row.cost.append(cost)
        previous = character
    return row


def _append(row: GlyphRow, before: _Character | None, here: _Character, after: _Character | None, style: Style) -> None:
    """Add one glyph with the gap after it."""
    em = style.size
    wide = here.glyph.width == 1
    closing, opening = wide and here.text in rules.CLOSING, wide and here.text in rules.OPENING
    tight_end = closing and after is not None and not here.space and _is_wide_mark(after)
    tight_start = opening and before is not None and not before.space and _is_wide(before, rules.OPENING)
    row.glyphs.append(here.glyph)
    row.colours.append(here.colour)
    row.advance.append((here.glyph.width - HALF * (tight_end or tight_start)) * em)
    row.shift.append(-HALF * em if tight_start else 0.0)
    row.end_cut.append(HALF * em if closing and not tight_end else 0.0)
    row.start_cut.append(HALF * em if opening and not tight_start else 0.0)
    gap, stretch, shrink = _gap(here, after)
    if closing and not tight_end:
        stretch, shrink = STRETCH_MARK, shrink + SHRINK_MARK
    row.gap.append((gap + style.tracking) * em if after else 0.0)
    row.space.append(here.space if after else "")
    row.stretch.append(stretch * em if after else 0.0)
    row.shrink.append(shrink * em if after else 0.0)


def _is_wide(character: _Character, marks: frozenset[str]) -> bool:
    return character.text in marks and character.glyph.width == 1


def _is_wide_mark(character: _Character) -> bool:
    return _is_wide(character, rules.CLOSING) or _is_wide(character, rules.OPENING)


def _gap(here: _Character, after: _Character | None) -> tuple[float, float, float]:
    """Return (gap, stretch, shrink) in ems between two characters."""
    if after is None:
        return 0.0, 0.0, 0.0
    mixed = _mixed(here.text, after.text)
    if mixed and here.space in ("", " "):
        return GAP, STRETCH_GAP, SHRINK_GAP
    if here.space:
        blank = here.glyph.face.widths.get(32, 237.0) / 1000
        return sum(1.0 if character == "\u3000" else blank for character in here.space), STRETCH_SPACE, SHRINK_SPACE
    latin = here.text < rules.FIRST_HAN and after.text < rules.FIRST_HAN and here.glyph.width != 1
    if latin or (here.text == after.text and here.text in rules.DOUBLED):
        return 0.0, 0.0, 0.0
    return 0.0, STRETCH_HAN, 0.0


def _mixed(left: str, right: str) -> bool:
    """Return whether an ideograph and a Latin letter or figure meet."""
    return (rules.is_han(left) and rules.takes_gap(right)) or (rules.takes_gap(left) and rules.is_han(right))


def _costs(characters: list[_Character]) -> list[float]:
    """Return the cost of a break after each character; the last entry stands for the end of the row."""
    costs = [_cost_between(left, right) for left, right in pairwise(characters)]
    for start, end in _blanks(characters):
        for before in range(start + 1, end):
            short = min(before - start, end - before) < rules.SHORTEST_BLANK
            costs[before - 1] = rules.WHOLE_BREAK if short else rules.UNIT_BREAK
    for start, end in _tokens(characters):
        token = "".join(character.text for character in characters[start:end])
        for before, cost in rules.token_breaks(token):
            costs[start + before - 1] = max(cost, costs[start + before - 1])
    return [*costs, rules.FREE]


def _cost_between(left: _Character, right: _Character) -> float:
    if right.text in rules.NO_START or left.text in rules.NO_END:
        return rules.FORBIDDEN
    if left.text == rules.BLANK and right.text in rules.UNITS:
        return rules.WHOLE_BREAK
    if (left.text.isdigit() and right.text in rules.UNITS) or (left.text == "第" and right.text.isdigit()):
        return rules.UNIT_BREAK
    return rules.FREE


def _blanks(characters: list[_Character]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of characters that are one blank to write on."""
    start = 0
    for blank, run in groupby(characters, lambda character: character.text == rules.BLANK):
        end = start + len(list(run))
        if blank:
            yield start, end
        start = end


def _tokens(characters: list[_Character]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of Latin characters that stand together without a blank."""
    start = 0
    for index, character in enumerate(characters):
        latin = character.text < rules.FIRST_HAN and character.glyph.width != 1
        if not latin:
            start = index + 1
        elif character.space or index + 1 == len(characters) or not _continues(characters[index + 1]):
            if index > start:
                yield start, index + 1
            start = index + 1


def _continues(character: _Character) -> bool:
    return character.text < rules.FIRST_HAN and character.glyph.width != 1
