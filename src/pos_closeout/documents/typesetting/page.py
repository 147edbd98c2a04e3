"""Filling pages: A4, margins, the footer, and where pages break."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pos_closeout.documents.typesetting.blocks import Block, Draw, Piece
from pos_closeout.documents.typesetting.fonts import Fonts, Language
from pos_closeout.documents.typesetting.paragraph import draw_lines, set_lines
from pos_closeout.documents.typesetting.pdf import File, Meta
from pos_closeout.documents.typesetting.sheet import Sheet
from pos_closeout.documents.typesetting.style import MM, Align, Style
from pos_closeout.documents.typesetting.text import LIGHT_GREY

A4 = (210 * MM, 297 * MM)
_ROUNDING = 0.01


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


def render(story: Iterable[Block], *, fonts: Fonts, meta: Meta, page: PageStyle) -> bytes:
    """Return a PDF file of the story.

    Blocks are asked for their pieces one at a time and pages are let go when full, so a story may be very long.

    Args:
        story: blocks in order.
        fonts: from ``load_fonts``.
        meta: title, author, date, language.
        page: paper, margins, footer.
    """
    with fonts.lock:
        file = File(meta, fonts, *page.size)
        filler = _Filler(file, page, fonts)
        pieces = (piece for block in story for piece in block.pieces(fonts, page.width))
        for chain in _chains(pieces):
            filler.place(chain)
        filler.close()
        return file.finished()


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
    """The page being filled, and the file of those before it."""

    file: File
    page: PageStyle
    fonts: Fonts
    number: int = 0
    sheet: Sheet | None = None
    top: float = 0.0
    gap: float = 0.0
    empty: bool = True
    closing: Draw | None = None
    bookmarks: list[tuple[str, float]] = field(default_factory=list)

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
        if self.sheet is not None or self.number == 0:
            self._turn(ahead=False)
        if self.page.footer is not None:
            for index in range(self.number):
                sheet = Sheet()
                _footer(self.page, self.fonts, sheet, index + 1, self.number)
                self.file.add_to_page(index, sheet)

    def _fits(self, chain: Sequence[Piece]) -> bool:
        """Return whether the group fits below what the page has; blank at the end of the group may hang over."""
        left = self.top - self.page.bottom if self.sheet else self.page.height
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
        sheet = self.sheet or self._open()
        if self.empty and piece.header:
            piece.header.draw(sheet, self.page.left, self.top)
            self.top -= piece.header.height
        elif not self.empty:
            self.top -= self.gap + piece.before
        if piece.bookmark:
            self.bookmarks.append((piece.bookmark, self.top + 6))
        piece.draw(sheet, self.page.left, self.top)
        self.top -= piece.height
        self.gap, self.closing = piece.after, piece.closing
        self.empty = self.empty and not piece.height

    def _open(self) -> Sheet:
        self.number += 1
        self.sheet = Sheet()
        self.top, self.gap, self.empty = self.page.size[1] - self.page.top, 0.0, True
        return self.sheet

    def _turn(self, *, ahead: bool = True) -> None:
        """Finish this page."""
        sheet = self.sheet or self._open()
        if self.closing and ahead:
            self.closing(sheet, self.page.left, self.top)
        self.file.add_page(sheet, self.bookmarks)
        self.sheet, self.closing, self.bookmarks, self.empty, self.gap = None, None, [], True, 0.0


def _footer(page: PageStyle, fonts: Fonts, sheet: Sheet, number: int, total: int) -> None:
    """Draw the rule and both ends of the footer."""
    top = page.footer_height + page.footer_size * 0.88
    sheet.across(page.left, top + 7, page.width, 0.5, LIGHT_GREY)
    numbers = f"第 {number} 页\u3000共 {total} 页" if page.language == "zh" else f"Page {number} of {total}"
    for text, align, part in ((page.footer or "", Align.LEFT, 0.75), (numbers, Align.RIGHT, 1)):
        style = Style(size=page.footer_size, leading=page.footer_size, align=align, language=page.language)
        draw_lines(set_lines(text, style, fonts, page.width * part)[:1], style, sheet, page.left, top)
