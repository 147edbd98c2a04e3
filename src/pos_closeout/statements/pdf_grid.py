"""The ruled lines of a table in a PDF: where they part its columns and its rows."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pos_closeout.domain.file_limits import MAX_COLUMNS
from pos_closeout.statements.pdf import PdfPage, Rule
from pos_closeout.statements.pdf_header import MOST_BANDS, NEAR, Header, HeaderName, clusters
from pos_closeout.statements.pdf_lines import PdfLine, cells_of
from pos_closeout.statements.pdf_rows import PdfRow, hanging

_LONG = 0.3
_OUTSIDE = 1e6
_ACROSS = 0.6


@dataclass(slots=True)
class Body:
    """The part of a page below its header: its lines, where it ends, the edges of its columns, its lines cut there."""

    page: PdfPage
    header: Header | None
    top: float
    end: float
    lines: list[PdfLine]
    edges: tuple[float, ...] = ()
    levels: list[PdfRow] = field(default_factory=list)


def ruled_edges(body: Body, names: int, before: tuple[float, ...]) -> tuple[float, ...]:
    """Return the edges of the columns of a page that has vertical rules, or those of the page before."""
    if body.header and body.header.edges:
        return body.header.edges
    down = [rule for rule in body.page.down if rule.end > body.top]
    if not down:
        return before
    whole = max(rule.end for rule in down) - min(rule.start for rule in down)
    places = clusters([rule.at for rule in down])
    if len(places) > MAX_COLUMNS:
        return before
    long = [
        at for at in places if sum(rule.end - rule.start for rule in down if abs(rule.at - at) <= NEAR) >= _LONG * whole
    ]
    wanted = len(before) or names + 1
    if len(long) == wanted or (not before and len(long) > wanted):
        return tuple(long)
    if not before and len(long) in (names - 1, names):
        return _opened(body, long, names)
    return before


def _opened(body: Body, inner: list[float], names: int) -> tuple[float, ...]:
    """Add the outer edges of a grid that is open at its sides."""
    if len(inner) == names - 1:
        return (-_OUTSIDE, *inner, _OUTSIDE)
    left = min((line.signs[0].left for line in body.lines), default=0.0)
    return (-_OUTSIDE, *inner) if left < inner[0] - NEAR else (*inner, _OUTSIDE)


def keep_inside(body: Body) -> None:
    """Leave out what stands above or below the vertical rules of a page."""
    inside = [rule for rule in body.page.down if body.edges[0] - NEAR <= rule.at <= body.edges[-1] + NEAR]
    inside = [rule for rule in inside if rule.end > body.top + NEAR]
    if inside:
        body.top = max(body.top, min(rule.start for rule in inside))
        body.end = max(rule.end for rule in inside)
    body.lines = [line for line in body.page.lines if body.top < line.y < body.end]


def renamed(lines: Sequence[PdfLine], header: Header, edges: Sequence[float]) -> Header:
    """Read the names of the header by the cells of the grid."""
    inside = [line for line in lines if header.top < line.y < header.bottom]
    texts = zip(cells_of(inside, edges), pairwise(edges), strict=True)
    return header._replace(names=tuple(HeaderName(text, left, right) for text, (left, right) in texts))


def bands_of(body: Body, anchors: Sequence[float]) -> list[float]:
    """Return the heights of the rules that part the rows of a page, from its top to the end of its table."""
    left = max(body.edges[0], min((line.signs[0].left for line in body.lines), default=0.0))
    right = min(body.edges[-1], max((line.signs[-1].right for line in body.lines), default=0.0))
    across = [rule for rule in body.page.across if rule.end > left and rule.start < right]
    heights = clusters([rule.at for rule in across])
    wide = [
        at
        for at in (heights if len(heights) <= MOST_BANDS else ())
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
        above = [level for level in body.levels if level.y < found[0]]
        first = hanging(above[::-1], anchors[0])[-1]
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
