"""The table of a PDF statement: its columns and rows, from ruled lines where there are some, from white space else.

Banks write a statement in three ways: as a grid, with lines below the rows only, or without any. Cells wrap in each of
them. What is decided about columns and rows is decided once for all pages, because one page alone misleads.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from pos_closeout.statements.pdf import Glyph, Page, Rule
from pos_closeout.statements.pdf_columns import unruled_edges
from pos_closeout.statements.pdf_header import (
    NEAR,
    Header,
    Name,
    clusters,
    comparable,
    headers_of,
    likely_header,
    same_header,
)
from pos_closeout.statements.pdf_lines import Line, cell_text, joined, lines_of, text_of, words_of

_DAY = re.compile(
    r"\s*(?:19|20)\d\d(?:\s?[-/.年]\s?(?:1[0-2]|0?[1-9])\s?[-/.月]\s?(?:3[01]|[12]\d|0?[1-9])(?!\d)"
    r"|(?:1[0-2]|0[1-9])(?:3[01]|[12]\d|0[1-9])(?!\d))"
)
_SHORT_DAY = re.compile(r"\s*(?:1[0-2]|0?[1-9])[-/](?:3[01]|[12]\d|0?[1-9])(?!\d|[-/.])")
_END = re.compile(
    r"合并统计|温馨提示|重要提示|说明\s*[：:]|备注\s*[：:]|注\s*[：:]|打印(?:时间|日期)|生成时间|[_＿]{4,}|[—–]{4,}|-{24,}"
    r"|第\s*\d+\s*页|共\s*\d+\s*页|\d+\s*/\s*\d+$|Page\s*\d+|以下空白|\*{3,}"
    r"|(?:本页|本月|累计)?(?:合计|总计|小计)(?!\S*\d{4}-)",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"(?:本页|本月|累计)?(?:合计|总计|小计)|-{24,}|[—–_＿]{4,}|\*{3,}")
_ALONE = 0.8
_LONG = 0.3
_FEW_LINES = 4
_HALF = (0.45, 0.85)
_OUTSIDE = 1e6
_ACROSS = 0.6
_CHAIN = 1.9
_BLANK = 0.7
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


def read_table(pages: Sequence[Page], known: Collection[str]) -> PdfTable:
    """Read the table that runs over the pages.

    Args:
        pages: all of them, in order.
        known: comparable names of columns; without any, the header is found by its look.
    """
    header = _header(pages, known)
    if header is None:
        lines = [(page.number, words_of(line)) for page in pages for line in lines_of(page.glyphs)]
        rows = [TableRow(number, 0, list(map(text_of, words))) for number, words in lines]
        return PdfTable(rows, notes=[" ".join(row.cells) for row in rows])
    return _Table(pages, *header).read()


def _header(pages: Sequence[Page], known: Collection[str]) -> tuple[Header, int] | None:
    """Return the header with most known names and the place of its page; of two alike, the first."""
    best: tuple[Header, int] | None = None
    most = 0
    for at, page in enumerate(pages):
        for header in headers_of(page, known)[:1]:
            count = sum(comparable(name.text) in known for name in header.names)
            if count > most:
                best, most = (header, at), count
    if best is not None:
        return best
    found = ((likely_header(page), at) for at, page in enumerate(pages))
    return next(((header, at) for header, at in found if header is not None and _days_below(pages[at], header)), None)


def _days_below(page: Page, header: Header) -> bool:
    return any(_has_day(line) for line in lines_of(page.glyphs) if line.y > header.bottom)


def _has_day(line: Line) -> bool:
    return any(_DAY.match(text_of(word)) for word in words_of(line))


@dataclass(slots=True)
class _Body:
    """The part of a page below its header: its lines, where it ends, and the edges of its columns."""

    page: Page
    header: Header | None
    top: float
    end: float
    lines: list[Line]
    edges: tuple[float, ...] = ()


class _Table:
    """Reads the pages of one table; what holds for all of them is settled in the order of the methods."""

    def __init__(self, pages: Sequence[Page], header: Header, first: int) -> None:
        self._pages, self._wanted, self._first = pages, header, first
        self._bodies = [self._body(page, at) for at, page in enumerate(pages) if at >= first]
        self._settle_columns()
        self._dates = self._date_column()
        self._anchors = [self._anchors_of(body) for body in self._bodies]
        self._bands = [_bands(body, anchors) for body, anchors in zip(self._bodies, self._anchors, strict=True)]
        self._row_ruled = self._is_row_ruled()
        self._centred = any(map(_text_above, self._bodies, self._anchors))

    def read(self) -> PdfTable:
        """Return the rows of all pages."""
        table = PdfTable()
        above = [(page, line) for page in self._pages[: self._first] for line in lines_of(page.glyphs)]
        first = self._pages[self._first]
        above += [(first, line) for line in lines_of(first.glyphs) if line.y < self._wanted.top]
        table.rows = [TableRow(page.number, 0, [line.text]) for page, line in above[-NO_HEADER_KEPT:]]
        table.notes = [line.text for _, line in above]
        table.header_at = len(table.rows)
        table.rows.append(TableRow(first.number, 0, [name.text for name in self._wanted.names]))
        for body, anchors, bands in zip(self._bodies, self._anchors, self._bands, strict=True):
            self._add_page(table, body, anchors, bands)
        return table

    def _body(self, page: Page, at: int) -> _Body:
        header = self._wanted if at == self._first else same_header(page, self._wanted)
        top = header.bottom if header else 0.0
        lines = [line for line in lines_of(page.glyphs) if line.y > top]
        end = _end_of(lines)
        return _Body(page, header, top, end, [line for line in lines if line.y < end])

    def _settle_columns(self) -> None:
        ruled: tuple[float, ...] = ()
        for body in self._bodies:
            ruled = _ruled_edges(body, len(self._wanted.names), ruled)
            body.edges = ruled
            if ruled:
                _keep_inside(body)
        if not ruled:
            # A line far above or below the entries is no text of a column.
            lines = [line for body in self._bodies for line in _near_days(body.lines)]
            edges = unruled_edges(self._wanted.names, (span for line in lines for span in _spans(line)))
            for body in self._bodies:
                body.edges = edges
            return
        first = next(body.edges for body in self._bodies if body.edges)
        for body in self._bodies:
            body.edges = body.edges or first
        if len(ruled) - 1 != len(self._wanted.names):
            self._wanted = _renamed(self._pages[self._first], self._wanted, self._bodies[0].edges)

    def _date_column(self) -> int:
        counts = Counter(
            at
            for pattern in (_DAY, _SHORT_DAY)
            for body in self._bodies
            for line in body.lines
            for at, text in _cells(line, body.edges).items()
            if pattern.match(text)
        )
        return counts.most_common(1)[0][0] if counts else 0

    def _anchors_of(self, body: _Body) -> list[float]:
        """Return the heights of the lines that begin an entry: those with a day in the column of days."""
        texts = [(line.y, _cells(line, body.edges).get(self._dates, "")) for line in body.lines]
        full = [y for y, text in texts if _DAY.match(text)]
        return full or [y for y, text in texts if _SHORT_DAY.match(text)]

    def _is_row_ruled(self) -> bool:
        """Tell whether horizontal rules part the entries: nearly every day stands alone between two of them."""
        days = sum(map(len, self._anchors))
        bands = zip(self._anchors, self._bands, strict=True)
        alone = sum(sum(top < y < end for y in ys) == 1 for ys, edges in bands for top, end in pairwise(edges))
        return bool(days) and alone >= _ALONE * days and any(len(edges) > 2 for edges in self._bands)

    def _add_page(self, table: PdfTable, body: _Body, anchors: list[float], bands: list[float]) -> None:
        count = 0
        used = bands[-1] if self._row_ruled and bands else body.end
        table.notes += [line.text for line in lines_of(body.page.glyphs) if line.y >= used or line.y < body.top]
        for lines, has_day in self._entries(body, anchors, bands):
            cells = self._row(body, lines)
            if not any(cells):
                continue
            if not has_day and not count and table.rows[-1].entry and not any(map(_MONEY.search, cells)):
                # The rest of an entry that the end of the page has cut in two.
                before = table.rows[-1]
                table.rows[-1] = before._replace(cells=list(map(joined, before.cells, cells)))
                continue
            count += 1
            table.rows.append(TableRow(body.page.number, count, cells))
        if not count and self._should_have_entries(body):
            table.empty_pages.append(body.page.number)

    def _should_have_entries(self, body: _Body) -> bool:
        """Tell a page whose entries are lost from a last one that is empty, or that only says something."""
        page = body.page
        if not page.glyphs:
            return page.picture or bool(page.across or page.down) or page is not self._pages[-1]
        table = body.header is not None or len(page.down) >= len(body.edges)
        return (table and any(_MONEY.search(line.text) for line in body.lines)) or (
            page.picture and len(body.lines) < _FEW_LINES
        )

    def _entries(self, body: _Body, anchors: list[float], bands: list[float]) -> Iterator[tuple[list[Line], bool]]:
        """Yield the lines of each entry, and whether a day stands in it."""
        if not self._row_ruled:
            for lines in _parted(body.lines, anchors, centred=self._centred):
                yield lines, True
            return
        for top, end in pairwise(bands):
            inside = [line for line in body.lines if top < line.y < end]
            days = [y for y in anchors if top < y < end]
            if len(days) < 2:
                yield inside, bool(days)
                continue
            for lines in _parted(inside, days, centred=self._centred):
                yield lines, True

    def _row(self, body: _Body, lines: Sequence[Line]) -> list[str]:
        columns: list[list[Glyph]] = [[] for _ in body.edges[1:]]
        for line in lines:
            for glyph in line.glyphs:
                columns[_column(body.edges, glyph)].append(glyph)
        return [cell_text(column).strip() for column in columns]


def _column(edges: Sequence[float], glyph: Glyph) -> int:
    return min(max(bisect_right(edges, glyph.x) - 1, 0), len(edges) - 2)


def _cells(line: Line, edges: Sequence[float]) -> dict[int, str]:
    columns: dict[int, list[Glyph]] = {}
    for glyph in line.glyphs:
        columns.setdefault(_column(edges, glyph), []).append(glyph)
    return {at: text_of(glyphs) for at, glyphs in columns.items()}


def _spans(line: Line) -> Iterator[tuple[float, float]]:
    """Yield the room of each character, with the blank that is written before it."""
    last = None
    for glyph in line.glyphs:
        near = last is not None and glyph.spaced and glyph.left - last.right <= _BLANK * glyph.height
        yield last.right if last is not None and near else glyph.left, glyph.right
        last = glyph


def _end_of(lines: Sequence[Line]) -> float:
    """Return the height at which the entries of a page end: the first closing words below its first day."""
    days = [line.y for line in lines if _has_day(line)]
    if not days:
        return float("inf")
    closing = [line for line in lines if line.y > days[0] and _END.match(line.text) and not _has_day(line)]
    for line in closing:
        if _TOTAL.match(line.text) and line.y < days[-1]:
            continue
        return line.y - line.height / 2
    return float("inf")


def _near_days(lines: Sequence[Line]) -> list[Line]:
    """Return the lines that hold a day or hang together with one that does."""
    kept = [_has_day(line) for line in lines]
    for order in (range(1, len(lines)), range(len(lines) - 2, -1, -1)):
        step = order.step
        for at in order:
            other = at - step
            near = abs(lines[at].y - lines[other].y) <= _CHAIN * lines[at].height
            kept[at] = kept[at] or (kept[other] and near)
    return [line for line, keep in zip(lines, kept, strict=True) if keep]


def _ruled_edges(body: _Body, names: int, before: tuple[float, ...]) -> tuple[float, ...]:
    """Return the edges of the columns of a page that has vertical rules, or those of the page before."""
    if body.header and body.header.edges:
        return body.header.edges
    down = [rule for rule in body.page.down if rule.end > body.top]
    if not down:
        return before
    whole = max(rule.end for rule in down) - min(rule.start for rule in down)
    places = clusters([rule.at for rule in down])
    long = [
        at for at in places if sum(rule.end - rule.start for rule in down if abs(rule.at - at) <= NEAR) >= _LONG * whole
    ]
    wanted = len(before) or names + 1
    if len(long) == wanted or (not before and len(long) > wanted):
        return tuple(long)
    if not before and len(long) in (names - 1, names):
        return _opened(body, long, names)
    return before


def _opened(body: _Body, inner: list[float], names: int) -> tuple[float, ...]:
    """Add the outer edges of a grid that is open at its sides."""
    if len(inner) == names - 1:
        return (-_OUTSIDE, *inner, _OUTSIDE)
    left = min((glyph.left for line in body.lines for glyph in line.glyphs), default=0.0)
    return (-_OUTSIDE, *inner) if left < inner[0] - NEAR else (*inner, _OUTSIDE)


def _keep_inside(body: _Body) -> None:
    """Leave out what stands above or below the vertical rules of a page."""
    inside = [rule for rule in body.page.down if body.edges[0] - NEAR <= rule.at <= body.edges[-1] + NEAR]
    inside = [rule for rule in inside if rule.end > body.top + NEAR]
    if inside:
        body.top = max(body.top, min(rule.start for rule in inside))
        body.end = max(rule.end for rule in inside)
    body.lines = [line for line in lines_of(body.page.glyphs) if body.top < line.y < body.end]


def _renamed(page: Page, header: Header, edges: Sequence[float]) -> Header:
    """Read the names of the header by the cells of the grid."""
    inside = [glyph for glyph in page.glyphs if header.top < glyph.y < header.bottom]
    names = tuple(
        Name(cell_text(glyph for glyph in inside if left <= glyph.x < right), left, right)
        for left, right in pairwise(edges)
    )
    return header._replace(names=names)


def _bands(body: _Body, anchors: Sequence[float]) -> list[float]:
    """Return the heights of the rules that part the rows of a page, from its top to the end of its table."""
    left = max(body.edges[0], min((glyph.left for line in body.lines for glyph in line.glyphs), default=0.0))
    right = min(body.edges[-1], max((glyph.right for line in body.lines for glyph in line.glyphs), default=0.0))
    across = [rule for rule in body.page.across if rule.end > left and rule.start < right]
    wide = [
        at
        for at in clusters([rule.at for rule in across])
        if _covered([rule for rule in across if abs(rule.at - at) <= NEAR], left, right) >= _ACROSS
    ]
    inside = [rule for rule in body.page.down if body.edges[0] - NEAR <= rule.at <= body.edges[-1] + NEAR]
    ends = Counter(round(end) for rule in inside for end in rule[1:])
    wide += [at for at, count in ends.items() if count >= len(body.edges) - 1]
    if body.header:
        wide.append(body.top)
    found = [at for at in clusters(wide) if at >= body.top - NEAR]
    if found and anchors and anchors[0] < found[0]:
        # A page that goes on without its header may have no rule above its first entry.
        above = [line for line in body.lines if line.y < found[0]]
        first = _hanging(above[::-1], anchors[0])[-1]
        found.insert(0, first.y - first.height)
    return found


def _covered(rules: Sequence[Rule], left: float, right: float) -> float:
    """Return which share of a stretch rules cover together."""
    total, reached = 0.0, left
    for rule in sorted(rules, key=lambda each: each.start):
        start, end = max(rule.start, reached), min(rule.end, right)
        if end > start:
            total += end - start
            reached = end
    return total / max(right - left, 1.0)


def _text_above(body: _Body, anchors: Sequence[float]) -> bool:
    """Tell whether a line stands above the first day of a page and belongs to its entry."""
    if not anchors:
        return False
    above = [line for line in body.lines if line.y < anchors[0] - 0.5]
    if above and (body.header is not None or anchors[0] - above[-1].y < above[-1].height):
        return True
    # Below a day at the top of its cell, the widest gap is the one before the next day.
    for this, following in pairwise(anchors):
        levels = [line.y for line in body.lines if this <= line.y <= following]
        gaps = [lower - upper for upper, lower in pairwise(levels)]
        if gaps and max(gaps) > gaps[-1] + NEAR:
            return True
    # Two lines beside a day in the middle stand half a line away from it, which lines below each other never do.
    apart = (abs(line.y - y) / line.height for line in body.lines for y in _around(anchors, line))
    return any(_HALF[0] < share < _HALF[1] for share in apart)


def _around(anchors: Sequence[float], line: Line) -> Sequence[float]:
    at = bisect_right(anchors, line.y)
    return anchors[max(0, at - 1) : at + 1]


def _parted(lines: Sequence[Line], anchors: Sequence[float], *, centred: bool) -> Iterator[list[Line]]:
    """Yield the lines of each entry of a stretch without rules.

    Where cells are aligned at the top, all lines below a day are its own. Where they are centred, the widest gap
    between two days parts their entries; of several alike, the one that leaves as much below a day as above it.
    """
    if not anchors:
        return
    starts = [anchors[0]]
    reach = 0.0
    if centred:
        above = [line.y for line in lines if line.y < anchors[0]]
        starts = [min(above, default=anchors[0])]
        reach = anchors[0] - starts[0]
    for this, following in pairwise(anchors):
        if not centred:
            starts.append(following)
            continue
        levels = [line.y for line in lines if this <= line.y <= following]
        gaps = [(below - above, above, below) for above, below in pairwise(levels)]
        widest = max(gap for gap, _, _ in gaps)
        alike = [(above, below) for gap, above, below in gaps if gap >= widest - NEAR / 2]
        _, begin = min(alike, key=lambda each: abs(each[0] - this - reach))
        starts.append(begin)
        reach = following - begin
    for begin, end in zip(starts, [*starts[1:], float("inf")], strict=True):
        inside = [line for line in lines if begin <= line.y < end]
        yield inside if end < float("inf") else _hanging(inside, anchors[-1])


def _hanging(lines: Sequence[Line], anchor: float) -> list[Line]:
    """Return the lines of the last entry of a page: those that hang together with its day."""
    kept: list[Line] = []
    reached = False
    for line in lines:
        if reached and kept and abs(line.y - kept[-1].y) > _CHAIN * line.height:
            break
        reached = reached or abs(line.y - anchor) < NEAR
        kept.append(line)
    return kept
