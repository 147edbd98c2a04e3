"""How a paragraph looks."""

from dataclasses import dataclass
from enum import Enum

from pos_closeout.documents.typesetting.fonts import Language
from pos_closeout.documents.typesetting.text import BLACK, Colour

#: Points in a millimetre.
MM = 72 / 25.4


class TextAlign(Enum):
    """Where lines stand in their column."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFY = "justify"


@dataclass(frozen=True, slots=True)
class Style:
    """The look of a paragraph. Lengths are points unless an argument says ems (of the size).

    Args:
        size: of the letters.
        leading: from baseline to baseline.
        align: JUSTIFY sets both edges flush except in the last line.
        language: "zh" keeps the rules of Chinese lines and makes quotes and dashes wide; "en" breaks at spaces.
        first_indent: of the first line, in ems.
        left_indent: of all lines, in ems.
        hanging: of all lines but the first, in ems (for "1. …").
        space_before: above; dropped at the top of a page.
        space_after: below; dropped at the foot of a page.
        bold: all of it.
        colour: of the ink.
        heading: 1 for a title, 2 for what stands below one …: its place in the structure of the paper and among the
            bookmarks; 0 is no heading.
        tracking: added between characters, in ems (for a spaced title).
        keep_with_next: never the last on a page when something follows.
        keep_together: never split over two pages.
    """

    size: float = 14
    leading: float = 26
    align: TextAlign = TextAlign.JUSTIFY
    language: Language = "zh"
    first_indent: float = 0
    left_indent: float = 0
    hanging: float = 0
    space_before: float = 0
    space_after: float = 0
    bold: bool = False
    colour: Colour = BLACK
    heading: int = 0
    tracking: float = 0
    keep_with_next: bool = False
    keep_together: bool = False
