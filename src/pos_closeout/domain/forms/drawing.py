"""What is drawn over the pages of a form: texts and ticks with their room. Points from the lower left corner."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Drawn:
    """One value on a page.

    Attributes:
        left: where the text begins; for a tick the edge of its box.
        bottom: the baseline of the text; for a tick the lower edge of its box.
        width: room of the text; it is set smaller where it is longer.
        height: of the room, or of the box.
        size: of the text, where it fits.
        text: what is written; ``✓`` draws a tick of strokes.
    """

    left: float
    bottom: float
    width: float
    height: float
    size: float
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page to draw on, of the size of the page below it."""

    width: float
    height: float
    drawn: tuple[Drawn, ...] = ()
