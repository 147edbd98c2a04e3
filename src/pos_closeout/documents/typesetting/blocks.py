"""The flow of a document: blocks that come apart into pieces, which pages are filled with.

reportlab's own flowables without text (``Spacer``, ``PageBreak``, ``HRFlowable``, ``Image`` …) are blocks too.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from reportlab.platypus import Flowable, PageBreak, Spacer

from pos_closeout.documents.typesetting.canvas import Canvas
from pos_closeout.documents.typesetting.fonts import Fonts

#: Draws something from its upper left corner: ``draw(canvas, x, top)``.
Draw = Callable[[Canvas, float, float], None]
_ENDLESS = 1e6


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
        level: of the bookmark, from 1.
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
    bookmark: str = ""
    level: int = 1
    new_page: bool = False


class FlowBlock(Protocol):
    """What a story is made of, beside flowables of reportlab's."""

    def pieces(self, fonts: Fonts, width: float) -> Iterator[Piece]:
        """Yield the pieces from top to bottom, made for a column of this width in points."""
        ...


Story = Iterable[FlowBlock | Flowable]


def pieces_of(story: Story, fonts: Fonts, width: float) -> Iterator[Piece]:
    """Yield the pieces of a story, made for a column of this width in points, as they are asked for."""
    for block in story:
        if isinstance(block, Flowable):
            yield _flowable(block, width)
        else:
            yield from block.pieces(fonts, width)


def _flowable(flowable: Flowable, width: float) -> Piece:
    """Return a flowable of reportlab's as one piece; blank of a ``Spacer`` is gone at the edges of a page."""
    if isinstance(flowable, PageBreak):
        return Piece(0.0, draw_nothing, new_page=True, keep_next=True)
    if isinstance(flowable, Spacer):
        return Piece(0.0, draw_nothing, before=flowable.height, keep_previous=True)
    _, height = flowable.wrap(width, _ENDLESS)

    def draw(canvas: Canvas, x: float, top: float) -> None:
        canvas.ornament(flowable, x, top - height)

    before, after = flowable.getSpaceBefore(), flowable.getSpaceAfter()
    return Piece(height, draw, before, after, keep_next=bool(flowable.getKeepWithNext()))


def draw_nothing(canvas: Canvas, x: float, top: float) -> None:
    """Draw nothing."""
    del canvas, x, top


@dataclass(frozen=True, slots=True)
class KeepTogether:
    """Blocks that stand on one page, unless they are taller than a page.

    Args:
        blocks: in order.
        with_previous: also with the last lines before them, as a signature must.
    """

    blocks: Sequence[FlowBlock | Flowable]
    with_previous: bool = False

    def pieces(self, fonts: Fonts, width: float) -> Iterator[Piece]:
        """Yield the pieces of all blocks, tied to each other."""
        pieces = list(pieces_of(self.blocks, fonts, width))
        for index, piece in enumerate(pieces):
            yield replace(
                piece,
                keep_next=piece.keep_next or index + 1 < len(pieces),
                keep_previous=piece.keep_previous or (index == 0 and self.with_previous),
            )
