"""The table of a PDF statement: its columns and rows, from ruled lines where there are some, from white space else.

Banks write a statement in three ways: as a grid, with lines below the rows only, or without any. Cells wrap in each of
them. What is decided about columns and rows is decided once for all pages, because one page alone misleads.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from pos_closeout.statements.pdf import PdfPage
from pos_closeout.statements.pdf_columns import unruled_edges
from pos_closeout.statements.pdf_grid import Body, bands_of, keep_inside, renamed, ruled_edges
from pos_closeout.statements.pdf_header import Header, best_header, likely_header, same_header
from pos_closeout.statements.pdf_lines import PdfLine, joined, text_of, words_of
from pos_closeout.statements.pdf_rows import (
    DAY,
    SHORT_DAY,
    PdfRow,
    end_of,
    has_day,
    is_centred,
    level_of,
    near_days,
    parted,
)

_BLANK = 0.7
_ENOUGH = 4
_ALONE = 0.8
_FEW_LINES = 4
_MONEY = re.compile(r"[+-]?[¥￥]?\s?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d{2}")
NO_HEADER_KEPT = 50
"""Lines above the header that are kept: as many as the search for a header looks at."""


class TableRow(NamedTuple):
    """One row: the page and the entry on it, both from 1 (entry 0 for text that is no entry), and its cells."""

    page: int
    entry: int
    cells: list[str]


@dataclass(slots=True)
class PdfTable:
    """What the pages hold.

    Attributes:
        rows: lines above the header, the header, the entries, and the lines below them.
        header_at: place of the header in ``rows``, None without one.
        empty_pages: pages with a table but without an entry, or whose content cannot be read.
        notes: every text outside the table.
    """

    rows: list[TableRow] = field(default_factory=list)
    header_at: int | None = None
    empty_pages: list[int] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read_table(pages: Sequence[PdfPage], known: Collection[str]) -> PdfTable:
    """Read the table that runs over the pages.

    Args:
        pages: all of them, in order.
        known: comparable names of columns; without any, the header is found by its look.
    """
    header = _header(pages, known)
    if header is None:
        words = [(page.number, words_of(line)) for page in pages for line in page.lines]
        rows = [TableRow(number, 0, list(map(text_of, each))) for number, each in words]
        return PdfTable(rows, notes=[" ".join(row.cells) for row in rows])
    return _TableReader(pages, *header).read()


def _header(pages: Sequence[PdfPage], known: Collection[str]) -> tuple[Header, int] | None:
    """Return the header with most known names and the place of its page; of two alike, the first."""
    best: tuple[Header, int] | None = None
    most = 0
    for at, page in enumerate(pages):
        found = best_header(page, known)
        if found is not None and found[1] > most:
            best, most = (found[0], at), found[1]
        if most >= _ENOUGH:
            break
    if best is not None:
        return best
    likely = ((likely_header(page), at) for at, page in enumerate(pages))
    return next(
        ((header, at) for header, at in likely if header is not None and _days_below(pages[at].lines, header)), None
    )


def _days_below(lines: Sequence[PdfLine], header: Header) -> bool:
    return any(has_day(line) for line in lines if line.y > header.bottom)


class _TableReader:
    """Reads the pages of one table; what holds for all of them is settled in the order of the methods."""

    def __init__(self, pages: Sequence[PdfPage], header: Header, first: int) -> None:
        self._pages, self._wanted, self._first = pages, header, first
        self._bodies = [self._body(page, at) for at, page in enumerate(pages) if at >= first]
        self._settle_columns()
        for body in self._bodies:
            body.levels = [level_of(line, body.edges) for line in body.lines]
        self._dates = self._date_column()
        self._anchors = [self._anchors_of(body) for body in self._bodies]
        self._bands = [bands_of(body, anchors) for body, anchors in zip(self._bodies, self._anchors, strict=True)]
        self._row_ruled = self._is_row_ruled()
        self._centred = any(
            is_centred(body.levels, anchors, headed=body.header is not None)
            for body, anchors in zip(self._bodies, self._anchors, strict=True)
        )

    def read(self) -> PdfTable:
        """Return the rows of all pages."""
        table = PdfTable()
        above = [(page, line) for page in self._pages[: self._first] for line in page.lines]
        first = self._pages[self._first]
        above += [(first, line) for line in first.lines if line.y < self._wanted.top]
        table.empty_pages = [page.number for page in self._pages[: self._first] if not page.lines]
        table.rows = [TableRow(page.number, 0, [line.text]) for page, line in above[-NO_HEADER_KEPT:]]
        table.notes = [line.text for _, line in above]
        table.header_at = len(table.rows)
        table.rows.append(TableRow(first.number, 0, [name.text for name in self._wanted.names]))
        for body, anchors, bands in zip(self._bodies, self._anchors, self._bands, strict=True):
            self._add_page(table, body, anchors, bands)
        return table

    def _body(self, page: PdfPage, at: int) -> Body:
        header = self._wanted if at == self._first else same_header(page, self._wanted)
        top = header.bottom if header else 0.0
        lines = [line for line in page.lines if line.y > top]
        end = end_of(lines)
        return Body(page, header, top, end, [line for line in lines if line.y < end])

    def _settle_columns(self) -> None:
        ruled: tuple[float, ...] = ()
        for body in self._bodies:
            ruled = ruled_edges(body, len(self._wanted.names), ruled)
            body.edges = ruled
            if ruled:
                keep_inside(body)
        if not ruled:
            # A line far above or below the entries is no text of a column.
            lines = [line for body in self._bodies for line in near_days(body.lines)]
            edges = unruled_edges(self._wanted.names, (span for line in lines for span in _spans(line)))
            for body in self._bodies:
                body.edges = edges
            return
        first = next(body.edges for body in self._bodies if body.edges)
        for body in self._bodies:
            body.edges = body.edges or first
        if len(ruled) - 1 != len(self._wanted.names):
            self._wanted = renamed(self._pages[self._first].lines, self._wanted, self._bodies[0].edges)

    def _date_column(self) -> int:
        counts = Counter(
            at
            for pattern in (DAY, SHORT_DAY)
            for body in self._bodies
            for level in body.levels
            for at, text in level.cells.items()
            if pattern.match(text)
        )
        return counts.most_common(1)[0][0] if counts else 0

    def _anchors_of(self, body: Body) -> list[float]:
        """Return the heights of the lines that begin an entry: those with a day in the column of days."""
        texts = [(level.y, level.cells.get(self._dates, "")) for level in body.levels]
        full = [y for y, text in texts if DAY.match(text)]
        return full or [y for y, text in texts if SHORT_DAY.match(text)]

    def _is_row_ruled(self) -> bool:
        """Tell whether horizontal rules part the entries: nearly every day stands alone between two of them."""
        days = sum(map(len, self._anchors))
        bands = zip(self._anchors, self._bands, strict=True)
        alone = sum(sum(top < y < end for y in ys) == 1 for ys, edges in bands for top, end in pairwise(edges))
        return bool(days) and alone >= _ALONE * days and any(len(edges) > 2 for edges in self._bands)

    def _add_page(self, table: PdfTable, body: Body, anchors: list[float], bands: list[float]) -> None:
        count = 0
        used = bands[-1] if self._row_ruled and bands else body.end
        table.notes += [line.text for line in body.page.lines if line.y >= used or line.y < body.top]
        for levels, dated in self._entries(body, anchors, bands):
            cells = _row(levels, len(body.edges) - 1)
            if not any(cells):
                continue
            if not dated and not count and table.rows[-1].entry and not any(map(_MONEY.search, cells)):
                # The rest of an entry that the end of the page has cut in two.
                before = table.rows[-1]
                table.rows[-1] = before._replace(cells=list(map(joined, before.cells, cells)))
                continue
            count += 1
            table.rows.append(TableRow(body.page.number, count, cells))
        if not count and self._should_have_entries(body):
            table.empty_pages.append(body.page.number)

    def _should_have_entries(self, body: Body) -> bool:
        """Tell a page whose entries are lost from a last one that is empty, or that only says something."""
        page = body.page
        if not page.lines:
            return page.broken or page.picture or bool(page.across or page.down) or page is not self._pages[-1]
        table = body.header is not None or len(page.down) >= len(body.edges)
        return (table and any(_MONEY.search(line.text) for line in body.lines)) or (
            page.picture and len(body.lines) < _FEW_LINES
        )

    def _entries(self, body: Body, anchors: list[float], bands: list[float]) -> Iterator[tuple[list[PdfRow], bool]]:
        """Yield the lines of each entry, and whether a day stands in it."""
        if not self._row_ruled:
            for levels in parted(body.levels, anchors, centred=self._centred):
                yield levels, True
            return
        for top, end in pairwise(bands):
            inside = [level for level in body.levels if top < level.y < end]
            days = [y for y in anchors if top < y < end]
            if len(days) < 2:
                yield inside, bool(days)
                continue
            for levels in parted(inside, days, centred=self._centred):
                yield levels, True


def _row(levels: Iterable[PdfRow], columns: int) -> list[str]:
    cells = [""] * columns
    for level in levels:
        for at, text in level.cells.items():
            cells[at] = joined(cells[at], text)
    return [cell.strip() for cell in cells]


def _spans(line: PdfLine) -> Iterator[tuple[float, float]]:
    """Yield the room of each character, with the blank that is written before it."""
    last: float | None = None
    for left, right, _, spaced in line.signs:
        near = last is not None and spaced and left - last <= _BLANK * line.height
        yield last if last is not None and near else left, right
        last = right
