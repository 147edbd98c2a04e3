"""Filling pages: A4, margins, the footer, and where pages break."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pos_closeout.documents.typesetting.blocks import Draw, Piece, Story, pieces_of
from pos_closeout.documents.typesetting.canvas import Canvas, Meta
from pos_closeout.documents.typesetting.fonts import Fonts, Language
from pos_closeout.documents.typesetting.paragraph import draw_lines, set_lines
from pos_closeout.documents.typesetting.style import MM, Style, TextAlign
from pos_closeout.documents.typesetting.text import LIGHT_GREY, cleaned

A4 = (210 * MM, 297 * MM)
_ROUNDING = 0.01
#: With so many pages a reader opens the table of contents beside them.
_LONG = 3


@dataclass(frozen=True, slots=True)
class PageStyle:
    """Paper and what stands on every page. Lengths are points.

    Args:
        size: width and height.
        left: margin.
        right: margin.
        top: margin.
        bottom: margin below the text; the footer stands inside it.
        footer: left end of the footer, such as the case number and version, one line; ``None`` is no footer at all.
        language: of "第 1 页　共 2 页" or "Page 1 of 2".
        footer_size: of its letters.
        footer_height: of its baseline above the edge of the paper.
    """

    size: tuple[float, float] = A4
    left: float = 28 * MM
    right: float = 26 * MM
    top: float = 30 * MM
    bottom: float = 32 * MM
    footer: str | None = ""
    language: Language = "zh"
    footer_size: float = 9
    footer_height: float = 19 * MM

    @property
    def width(self) -> float:
        """Width of the column of text."""
        return self.size[0] - self.left - self.right

    @property
    def height(self) -> float:
        """Height of the column of text."""
        return self.size[1] - self.top - self.bottom


def render(story: Story, *, fonts: Fonts, meta: Meta, page: PageStyle) -> bytes:
    """Return a PDF file of the story.

    Blocks are asked for their pieces one at a time and pages are let go when full, so a story may be very long.

    Args:
        story: blocks in order.
        fonts: from ``load_fonts``.
        meta: title, author, date, language.
        page: paper, margins, footer.
    """
    with fonts.lock:
        canvas = Canvas(meta, page.size)
        filler = _Filler(canvas, page, fonts)
        for chain in _chains(pieces_of(story, fonts, page.width)):
            filler.place(chain)
        filler.close()
        return canvas.finished()


def pages_needed(story: Story, fonts: Fonts, meta: Meta, page: PageStyle) -> int:
    """Return how many pages a story takes, as :func:`render` fills them."""
    with fonts.lock:
        filler = _Filler(Canvas(meta, page.size), page, fonts)
        for chain in _chains(pieces_of(story, fonts, page.width)):
            filler.place(chain)
        return filler.number


def _chains(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Yield the pieces in groups that stand on one page."""
    chain: list[Piece] = []
    for piece in pieces:
        if chain and (piece.new_page or not (chain[-1].keep_next or piece.keep_previous)):
            yield chain
            chain = []
        chain.append(piece)
    if chain:
        yield chain


@dataclass(slots=True)
class _Filler:
    """The page being filled, on the canvas of those before it."""

    canvas: Canvas
    page: PageStyle
    fonts: Fonts
    number: int = 0
    bookmarks: int = 0
    level: int = 0
    open: bool = False
    top: float = 0.0
    gap: float = 0.0
    empty: bool = True
    closing: Draw | None = None

    def place(self, chain: Sequence[Piece]) -> None:
        """Put a group on this page or on the next; one that no page can hold is split where it must be."""
        if chain[0].new_page and not self.empty:
            self._turn()
        if not self._fits(chain) and not self.empty:
            self._turn()
        for piece in chain:
            if not self._fits([piece]) and not self.empty:
                self._turn()
            self._put(piece)

    def close(self) -> None:
        """Finish the last page and the number of pages."""
        if self.open or self.number == 0:
            self._turn(ahead=False)
        if self.bookmarks and self.number >= _LONG:
            self.canvas.showOutline()
        if self.page.footer is not None:
            for index in range(self.number):
                _footer(self.page, self.fonts, self.canvas, index + 1, self.number)
                self.canvas.add_to_page(index)

    def _fits(self, chain: Sequence[Piece]) -> bool:
        """Return whether the group fits below what the page has; blank at the end of the group may hang over."""
        left = self.top - self.page.bottom if self.open else self.page.height
        empty, gap, depth, needed = self.empty, self.gap, 0.0, 0.0
        for piece in chain:
            if not empty:
                depth += gap + piece.before
            elif piece.header:
                depth += piece.header.height
            depth += piece.height
            if piece.height:
                empty, needed = False, depth
            gap = piece.after
        return needed <= left + _ROUNDING

    def _put(self, piece: Piece) -> None:
        self._open()
        if self.empty and piece.header:
            piece.header.draw(self.canvas, self.page.left, self.top)
            self.top -= piece.header.height
        elif not self.empty:
            self.top -= self.gap + piece.before
        if piece.bookmark:
            self._mark(piece.bookmark, piece.level)
        piece.draw(self.canvas, self.page.left, self.top)
        self.top -= piece.height
        self.gap, self.closing = piece.after, piece.closing
        self.empty = self.empty and not piece.height

    def _mark(self, title: str, level: int) -> None:
        """Enter this place into the reader's table of contents, at most one level below the entry before."""
        self.bookmarks += 1
        self.level = min(level, self.level + 1)
        key = str(self.bookmarks)
        self.canvas.bookmarkPage(key, fit="XYZ", top=round(self.top + 6, 2))
        self.canvas.addOutlineEntry(cleaned(title), key, self.level - 1)

    def _open(self) -> None:
        """Start a page unless one is being filled."""
        if not self.open:
            self.number += 1
            self.top, self.gap, self.empty, self.open = self.page.size[1] - self.page.top, 0.0, True, True

    def _turn(self, *, ahead: bool = True) -> None:
        """Finish this page."""
        self._open()
        if self.closing and ahead:
            self.closing(self.canvas, self.page.left, self.top)
        self.canvas.showPage()
        self.closing, self.empty, self.gap, self.open = None, True, 0.0, False


def _footer(page: PageStyle, fonts: Fonts, canvas: Canvas, number: int, total: int) -> None:
    """Draw the rule and both ends of the footer."""
    top = page.footer_height + page.footer_size * 0.88
    canvas.ruled((page.left, top + 7), (page.left + page.width, top + 7), 0.5, LIGHT_GREY)
    numbers = f"第 {number} 页\u3000共 {total} 页" if page.language == "zh" else f"Page {number} of {total}"
    for text, align, part in ((page.footer or "", TextAlign.LEFT, 0.75), (numbers, TextAlign.RIGHT, 1)):
        style = Style(size=page.footer_size, leading=page.footer_size, align=align, language=page.language)
        draw_lines(set_lines(text, style, fonts, page.width * part)[:1], style, canvas, (page.left, top), None)
