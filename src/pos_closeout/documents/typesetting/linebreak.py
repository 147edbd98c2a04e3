"""Where lines end: the cheapest set of breaks over the whole paragraph, as a shortest path."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from pos_closeout.documents.typesetting import rules
from pos_closeout.documents.typesetting.measure import GlyphRow
from pos_closeout.documents.typesetting.style import TextAlign

#: Each line costs a little, so that fewer lines win among equals; a last line of one or two characters costs more.
LINE_COST = 5.0
LONELY_COST = 40.0
#: Shrinking is seen sooner than stretching.
SHRINK_COST = 20.0
#: A line emptier than this is not tried when a fuller one was found; the last line may be as short as it likes.
EMPTIEST, EMPTIEST_RAGGED = 0.75, 0.4
#: A line that needs more than this many times the normal stretch is left ragged: a hole is better than a grille.
MOST_STRETCH = 20.0
_ROUNDING = 1e-6
_INFINITE = float("inf")


@dataclass(frozen=True, slots=True)
class Measure:
    """The column to fill.

    Args:
        first: width of the first line, points.
        other: width of the others, points.
        align: JUSTIFY weighs stretch, the others weigh what stays empty.
        size: of the letters, points.
        flush: an opening mark at the very start loses its blank half, as it does at the start of other lines; not so
            after an indent.
    """

    first: float
    other: float
    align: TextAlign
    size: float
    flush: bool = True


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """Glyphs of a row on one line.

    Args:
        start: the first glyph.
        end: the glyph after the last one.
        width: with blanks, points.
        ratio: of each gap's stretch that is added, or of its shrink if negative.
        cut: blank that the first mark loses, points.
    """

    start: int
    end: int
    width: float
    ratio: float
    cut: float


@dataclass(frozen=True, slots=True)
class _Work:
    """A row and its column, with running totals so that any line is measured in constant time."""

    row: GlyphRow
    measure: Measure
    width: list[float]
    stretch: list[float]
    shrink: list[float]

    def column(self, start: int) -> float:
        """Return the width of the column for a line that starts here."""
        return self.measure.other if start else self.measure.first

    def natural(self, start: int, end: int) -> float:
        """Return the width of a line before stretching; marks lose their blank half at its edges."""
        row = self.row
        width = self.width[end] - self.width[start] - row.gap[end - 1] - row.end_cut[end - 1]
        return width - self.start_cut(start)

    def start_cut(self, start: int) -> float:
        """Return what the first mark of a line loses."""
        return self.row.start_cut[start] if start or self.measure.flush else 0.0

    def outgrown(self, start: int, end: int) -> bool:
        """Return whether no line from this start can reach this end or a later one."""
        least = self.width[end] - self.width[start] - self.shrink[end] + self.shrink[start]
        return least > self.column(start) + 2 * self.measure.size

    def too_empty(self, start: int, end: int) -> bool:
        """Return whether a line that is not the last fills so little of its column that it need not be tried."""
        part = EMPTIEST if self.measure.align is TextAlign.JUSTIFY else EMPTIEST_RAGGED
        return end < len(self.row.glyphs) and self.width[end] - self.width[start] < part * self.column(start)


def broken(row: GlyphRow, measure: Measure) -> list[BrokenLine]:
    """Return the lines of a row. No line is wider than its column, unless a single glyph is.

    A break that the rules forbid is taken only where no permitted one fits.
    """
    widths = accumulate(map(sum, zip(row.advance, row.gap, strict=True)), initial=0.0)
    totals = (list(widths), list(accumulate(row.stretch, initial=0.0)), list(accumulate(row.shrink, initial=0.0)))
    work = _Work(row, measure, *totals)
    for limit in (rules.LAST_RESORT, _INFINITE):
        ends = _cheapest(work, limit)
        if ends:
            return [_line(work, start, end) for start, end in zip([0, *ends], ends, strict=False)]
    return []


def _cheapest(work: _Work, limit: float) -> list[int]:
    """Return the ends of the cheapest lines with breaks that cost less than the limit; empty when nothing fits."""
    cost = work.row.cost
    best: dict[int, tuple[float, int]] = {0: (0.0, 0)}
    starts = deque([0])
    for end in range(1, len(cost) + 1):
        if cost[end - 1] >= limit:
            continue
        while starts and work.outgrown(starts[0], end) and end > starts[0] + 1:
            starts.popleft()
        chosen = _best_start(work, starts, best, end)
        if chosen:
            best[end] = (chosen[0] + cost[end - 1] + LINE_COST, chosen[1])
            starts.append(end)
    return _path(best, len(cost))


def _best_start(
    work: _Work, starts: Iterable[int], best: dict[int, tuple[float, int]], end: int
) -> tuple[float, int] | None:
    """Return (cost so far, start) of the best line to this end."""
    chosen: tuple[float, int] | None = None
    for start in starts:
        if chosen and work.too_empty(start, end):
            break
        cost = best[start][0] + _line_cost(work, start, end)
        if cost < (chosen[0] if chosen else _INFINITE):
            chosen = (cost, start)
    return chosen


def _path(best: dict[int, tuple[float, int]], end: int) -> list[int]:
    """Return the ends of lines on the cheapest way to an end, in order; empty when there is no way."""
    path: list[int] = []
    while end and end in best:
        path.append(end)
        end = best[end][1]
    return path[::-1]


def _line_cost(work: _Work, start: int, end: int) -> float:
    align, size = work.measure.align, work.measure.size
    slack = work.column(start) - work.natural(start, end)
    last = end == len(work.row.glyphs)
    lonely = LONELY_COST if last and start and end - start <= 2 else 0.0
    if slack < -_ROUNDING:
        shrink = work.shrink[end - 1] - work.shrink[start]
        if align is TextAlign.JUSTIFY and -slack <= shrink:
            return lonely + SHRINK_COST * (slack / shrink) ** 2
        return lonely if end == start + 1 else _INFINITE
    if align is TextAlign.JUSTIFY and not last:
        stretch = work.stretch[end - 1] - work.stretch[start]
        return (slack / max(stretch, 0.02 * size)) ** 2
    return lonely if last and align is not TextAlign.CENTRE else lonely + (slack / size) ** 2


def _line(work: _Work, start: int, end: int) -> BrokenLine:
    """Return a line with the stretch or shrink that makes it flush, as far as that looks well."""
    natural, column = work.natural(start, end), work.column(start)
    slack = column - natural
    stretch = work.stretch[end - 1] - work.stretch[start]
    shrink = work.shrink[end - 1] - work.shrink[start]
    ratio = 0.0
    if work.measure.align is TextAlign.JUSTIFY and slack < -_ROUNDING and shrink >= -slack:
        ratio = slack / shrink
    elif work.measure.align is TextAlign.JUSTIFY and slack > _ROUNDING and end < len(work.row.glyphs) and stretch > 0:
        ratio = slack / stretch if slack / stretch <= MOST_STRETCH else 0.0
    return BrokenLine(start, end, column if ratio else natural, ratio, work.start_cut(start))
