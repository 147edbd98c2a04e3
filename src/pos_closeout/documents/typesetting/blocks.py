"""The flow of a document: blocks that come apart into pieces, which pages are filled with."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from pos_closeout.documents.typesetting.fonts import Fonts
from pos_closeout.documents.typesetting.sheet import Sheet
from pos_closeout.documents.typesetting.text import BLACK, Colour

#: Draws something from its upper left corner: ``draw(sheet, x, top)``.
Draw = Callable[[Sheet, float, float], None]


@dataclass(frozen=True, slots=True)
class Piece:
    """What a page break cannot cut: a line, a row of a table, a rule.

    Args:
        height: points.
        draw: draws it.
        before: space above, dropped at the top of a page.
        after: space below, dropped at the foot of a page.
        keep_next: on one page with the next piece.
        keep_previous: on one page with the piece before.
        header: drawn first when this piece is the first of a page.
        closing: drawn below when this piece is the last of a page.
        bookmark: title in the reader's table of contents.
        new_page: starts a page.
    """

    height: float
    draw: Draw
    before: float = 0.0
    after: float = 0.0
    keep_next: bool = False
    keep_previous: bool = False
    header: "Piece | None" = None
    closing: Draw | None = None
    bookmark: str | None = None
    new_page: bool = False


class Block(Protocol):
    """Anything a story is made of."""

    def pieces(self, fonts: Fonts, width: float) -> Iterator[Piece]:
        """Yield the pieces from top to bottom, made for a column of this width in points."""
        ...


def draw_nothing(sheet: Sheet, x: float, top: float) -> None:
    """Draw nothing."""
    del sheet, x, top


@dataclass(frozen=True, slots=True)
class Remembered:
    """Blocks whose pieces are kept for the next drawing of the same paper.

    Args:
        key: says all that the blocks are made of.
        make: makes the blocks.
    """

    key: Hashable
    make: Callable[[], Iterable[Block]]

    def pieces(self, fonts: Fonts, width: float) -> Iterator[Piece]:
        """Yield the pieces of all blocks."""
        made = fonts.pieces.get(
            (self.key, width), lambda: tuple(piece for block in self.make() for piece in block.pieces(fonts, width))
        )
        yield from made


@dataclass(frozen=True, slots=True)
class Space:
    """Blank height in points; gone at the top and at the foot of a page."""

    height: float

    def pieces(self, fonts: Fonts, width: float) -> Iterator[Piece]:
        """Yield the blank."""
        del fonts, width
        yield Piece(0.0, draw_nothing, before=self.height, keep_previous=True)


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line over the column: thickness and the space around it in points."""

    thickness: float = 0.5
    colour: Colour = BLACK
    before: float = 4.0
    after: float = 4.0
    keep_next: bool = False

    def pieces(self, fonts: Fonts, width: float) -> Iterator[Piece]:
        """Yield the line."""
        del fonts

        def draw(sheet: Sheet, x: float, top: float) -> None:
            middle = top - self.thickness / 2
            sheet.across(x, middle, width, self.thickness, self.colour)

        yield Piece(self.thickness, draw, self.before, self.after, keep_next=self.keep_next)


@dataclass(frozen=True, slots=True)
class CutLine:
    """A dashed line over the column, above a part that is filled in by somebody else or cut off.

    Args:
        before: space above, points.
        after: space below, points.
        colour: of the dashes.
    """

    before: float = 10.0
    after: float = 6.0
    colour: Colour = BLACK

    def pieces(self, fonts: Fonts, width: float) -> Iterator[Piece]:
        """Yield the dashes."""
        del fonts

        def draw(sheet: Sheet, x: float, top: float) -> None:
            sheet.dashes(x, top - 0.5, width, 0.6, self.colour)

        yield Piece(1.0, draw, self.before, self.after, keep_next=True)


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block starts a page."""

    def pieces(self, fonts: Fonts, width: float) -> Iterator[Piece]:
        """Yield the mark."""
        del fonts, width
        yield Piece(0.0, draw_nothing, new_page=True, keep_next=True)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A title in the reader's table of contents that leads to the next block."""

    title: str

    def pieces(self, fonts: Fonts, width: float) -> Iterator[Piece]:
        """Yield the mark."""
        del fonts, width
        yield Piece(0.0, draw_nothing, bookmark=self.title, keep_next=True)


@dataclass(frozen=True, slots=True)
class KeepTogether:
    """Blocks that stand on one page, unless they are taller than a page.

    Args:
        blocks: in order.
        with_previous: also with the last lines before them, as a signature must.
    """

    blocks: Sequence[Block]
    with_previous: bool = False

    def pieces(self, fonts: Fonts, width: float) -> Iterator[Piece]:
        """Yield the pieces of all blocks, tied to each other."""
        pieces = [piece for block in self.blocks for piece in block.pieces(fonts, width)]
        for index, piece in enumerate(pieces):
            yield replace(
                piece,
                keep_next=piece.keep_next or index + 1 < len(pieces),
                keep_previous=piece.keep_previous or (index == 0 and self.with_previous),
            )
