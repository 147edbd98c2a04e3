"""Where a page goes on a sheet of paper, and which page on which sheet; lengths are points (1/72 inch)."""

from collections.abc import Sequence
from dataclasses import dataclass

_SAME = 1e-3
"""Scales closer than this are one scale: a page is not turned for less."""

_NEAR = 6.0
"""Points that two papers of the same name may differ in."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle from the lower left corner of a page."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class PaperSize:
    """A sheet of paper as a printer takes it, upright.

    Attributes:
        name: as the owner knows it, such as ``A4``.
        width: in points.
        height: in points.
        printable: where the printer can print at all.
    """

    name: str
    width: float
    height: float
    printable: Box


A4_SIZE = (595.276, 841.89)


def is_a4(paper: PaperSize) -> bool:
    """Whether a sheet has the size the papers are made for."""
    return abs(paper.width - A4_SIZE[0]) < _NEAR and abs(paper.height - A4_SIZE[1]) < _NEAR


@dataclass(frozen=True, slots=True)
class PrintChoice:
    """What the owner chose in the dialog of the printer.

    Attributes:
        printer: the name of its queue.
        paper: the sheet in it.
        ranges: first and last pages, from 1; all pages when empty.
        copies: how many of each.
        collate: whole copies one after the other, not each page several times.
        reverse: last sheet first.
        sides: ``one-sided``, ``two-sided-long-edge`` or ``two-sided-short-edge`` (RFC 8011, 5.2.8).
        grey: without colours.
        options: further options of the queue by name, as its own dialog sets them.
    """

    printer: str
    paper: PaperSize
    ranges: tuple[tuple[int, int], ...] = ()
    copies: int = 1
    collate: bool = True
    reverse: bool = False
    sides: str = "one-sided"
    grey: bool = False
    options: tuple[tuple[str, str], ...] = ()

    def pages(self, count: int, starts: Sequence[int] = ()) -> tuple[int | None, ...]:
        """Return the pages of ``count`` in the order in which they are printed; ``starts`` begin a new sheet."""
        duplex = self.sides != "one-sided"
        return page_order(count, self.ranges, starts=starts, reverse=self.reverse, duplex=duplex)


@dataclass(frozen=True, slots=True)
class PrintOutcome:
    """What a printer has accepted: pages of one copy, and how many copies; ``scale`` is below 1 where it shrank."""

    printer: str
    pages: int
    copies: int
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Placement:
    """How a page comes onto a sheet: scaled, then turned a quarter to the left, then moved by x and y (points)."""

    scale: float
    turned: bool
    x: float
    y: float

    @property
    def matrix(self) -> tuple[float, float, float, float, float, float]:
        """The same as the six numbers of a PDF matrix."""
        s = self.scale
        return (0.0, s, -s, 0.0, self.x, self.y) if self.turned else (s, 0.0, 0.0, s, self.x, self.y)


def place(size: tuple[float, float], ink: Box, paper: PaperSize) -> Placement:
    """Return the placement that keeps all that is printed on a page within the printable area.

    A page is never enlarged, and turned only where it comes out larger that way. It stands in the middle of the sheet,
    moved no further than its ink needs.

    Args:
        size: width and height of the page in points.
        ink: what is printed on it.
        paper: the sheet.
    """
    room = paper.printable
    upright = min(1.0, room.width / max(ink.width, 1.0), room.height / max(ink.height, 1.0))
    sideways = min(1.0, room.width / max(ink.height, 1.0), room.height / max(ink.width, 1.0))
    turned = sideways > upright + _SAME
    scale = sideways if turned else upright
    if turned:
        middle_x, middle_y = (paper.width + size[1] * scale) / 2, (paper.height - size[0] * scale) / 2
        x = _moved(middle_x, -ink.top * scale, -ink.bottom * scale, room.left, room.right)
        y = _moved(middle_y, ink.left * scale, ink.right * scale, room.bottom, room.top)
    else:
        middle_x, middle_y = (paper.width - size[0] * scale) / 2, (paper.height - size[1] * scale) / 2
        x = _moved(middle_x, ink.left * scale, ink.right * scale, room.left, room.right)
        y = _moved(middle_y, ink.bottom * scale, ink.top * scale, room.bottom, room.top)
    return Placement(scale, turned, x, y)


def _moved(offset: float, low: float, high: float, least: float, most: float) -> float:
    """Return the offset nearest to the wanted one at which ``low`` and ``high`` lie between ``least`` and ``most``."""
    return min(max(offset, least - low), most - high)


def page_order(
    count: int,
    ranges: Sequence[tuple[int, int]] = (),
    *,
    starts: Sequence[int] = (),
    reverse: bool = False,
    duplex: bool = False,
) -> tuple[int | None, ...]:
    """Return the pages in the order in which they are printed, from 0; ``None`` is an empty side.

    Args:
        count: how many pages there are.
        ranges: first and last pages wanted, from 1; all of them when empty. What does not exist is left out.
        starts: pages, from 0, that begin a new sheet, as the first page of each of several papers does.
        reverse: last sheet first.
        duplex: two pages share a sheet, so that whole sheets change their order and not their sides.
    """
    wanted = ranges or ((1, count),)
    pages: list[int | None] = []
    seen: set[int] = set()
    for first, last in wanted:
        for number in range(max(first - 1, 0), min(last, count)):
            if number in seen:
                continue
            if duplex and number in starts and len(pages) % 2:
                pages.append(None)
            seen.add(number)
            pages.append(number)
    if not reverse:
        return tuple(pages)
    if not duplex:
        return tuple(reversed(pages))
    if len(pages) % 2:
        pages.append(None)
    return tuple(page for at in range(len(pages) - 2, -1, -2) for page in pages[at : at + 2])
