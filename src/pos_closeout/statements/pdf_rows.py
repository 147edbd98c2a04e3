"""The entries of a stretch without ruled lines: which lines belong to which day, and where the last entry ends."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pos_closeout.statements.pdf_header import NEAR
from pos_closeout.statements.pdf_lines import PdfLine, columns_of, text_of, words_of

DAY = re.compile(
    r"\s*(?:19|20)\d\d(?:\s?[-/.年]\s?(?:1[0-2]|0?[1-9])\s?[-/.月]\s?(?:3[01]|[12]\d|0?[1-9])(?!\d)"
    r"|(?:1[0-2]|0[1-9])(?:3[01]|[12]\d|0[1-9])(?!\d))"
    r"|\s*(?:3[01]|[12]\d|0?[1-9])([-/.])(?:3[01]|[12]\d|0?[1-9])\1(?:19|20)\d\d(?!\d)"
)
"""A day with its year, before or behind it, at the beginning of a text."""

SHORT_DAY = re.compile(r"\s*(?:1[0-2]|0?[1-9])(?:[-/]|\s?月\s?)(?:3[01]|[12]\d|0?[1-9])(?!\d|[-/.])")
"""A month and a day."""

_END = re.compile(
    r"合并统计|温馨提示|重要提示|说明\s*[：:]|备注\s*[：:]|注\s*[：:]|打印(?:时间|日期)|生成时间|[_＿]{4,}|[—–]{4,}|-{24,}"
    r"|第\s*\d+\s*页|共\s*\d+\s*页|\d+\s*/\s*\d+$|Page\s*\d+|以下空白|\*{3,}"
    r"|(?:本页|本月|累计)?(?:合计|总计|小计)(?!\S*\d{4}-)",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"(?:本页|本月|累计)?(?:合计|总计|小计)|-{24,}|[—–_＿]{4,}|\*{3,}")
_OUTSIDE = 1e6
_HALF = (0.45, 0.85)
_CHAIN = 1.9


class PdfRow(NamedTuple):
    """A line cut into the columns of its table: the text in each by its place."""

    y: float
    height: float
    cells: dict[int, str]


def level_of(line: PdfLine, edges: Sequence[float]) -> PdfRow:
    """Cut a line at the edges of the columns; what stands outside of them belongs to the outer ones."""
    return PdfRow(line.y, line.height, columns_of(line, (-_OUTSIDE, *edges[1:-1], _OUTSIDE)))


def has_day(line: PdfLine) -> bool:
    """Tell whether a word of a line begins with a day."""
    return any(DAY.match(text_of(word)) for word in words_of(line))


def end_of(lines: Sequence[PdfLine]) -> float:
    """Return the height at which the entries of a page end: the first closing words below its first day."""
    days = [line.y for line in lines if has_day(line)]
    if not days:
        return float("inf")
    closing = [line for line in lines if line.y > days[0] and _END.match(line.text) and not has_day(line)]
    for line in closing:
        if _TOTAL.match(line.text) and line.y < days[-1]:
            continue
        return line.y - line.height / 2
    return float("inf")


def near_days(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """Return the lines that hold a day or hang together with one that does."""
    kept = [has_day(line) for line in lines]
    for order in (range(1, len(lines)), range(len(lines) - 2, -1, -1)):
        step = order.step
        for at in order:
            other = at - step
            near = abs(lines[at].y - lines[other].y) <= _CHAIN * lines[at].height
            kept[at] = kept[at] or (kept[other] and near)
    return [line for line, keep in zip(lines, kept, strict=True) if keep]


def is_centred(levels: Sequence[PdfRow], anchors: Sequence[float], *, headed: bool) -> bool:
    """Tell whether the cells of a page are centred from top to bottom, by the lines around its days.

    ``headed`` says that the header stands above the levels, so that nothing else does.
    """
    if not anchors:
        return False
    above = [level for level in levels if level.y < anchors[0] - 0.5]
    if above and (headed or anchors[0] - above[-1].y < above[-1].height):
        return True
    # Below a day at the top of its cell, the widest gap is the one before the next day.
    for this, following in pairwise(anchors):
        heights = [level.y for level in levels if this <= level.y <= following]
        gaps = [lower - upper for upper, lower in pairwise(heights)]
        if gaps and max(gaps) > gaps[-1] + NEAR:
            return True
    # Two lines beside a day in the middle stand half a line away from it, which lines below each other never do.
    apart = (abs(level.y - y) / level.height for level in levels for y in _around(anchors, level))
    return any(_HALF[0] < share < _HALF[1] for share in apart)


def _around(anchors: Sequence[float], level: PdfRow) -> Sequence[float]:
    at = bisect_right(anchors, level.y)
    return anchors[max(0, at - 1) : at + 1]


def parted(levels: Sequence[PdfRow], anchors: Sequence[float], *, centred: bool) -> Iterator[list[PdfRow]]:
    """Yield the lines of each entry of a stretch without rules.

    Where cells are aligned at the top, all lines below a day are its own. Where they are centred, the widest gap
    between two days parts their entries; of several alike, the one that leaves as much below a day as above it.
    """
    if not anchors:
        return
    starts = [anchors[0]]
    reach = 0.0
    if centred:
        above = [level.y for level in levels if level.y < anchors[0]]
        starts = [min(above, default=anchors[0])]
        reach = anchors[0] - starts[0]
    for this, following in pairwise(anchors):
        if not centred:
            starts.append(following)
            continue
        heights = [level.y for level in levels if this <= level.y <= following]
        gaps = [(lower - upper, upper, lower) for upper, lower in pairwise(heights)]
        widest = max(gap for gap, _, _ in gaps)
        alike = [(above, below) for gap, above, below in gaps if gap >= widest - NEAR / 2]
        _, begin = min(alike, key=lambda each: abs(each[0] - this - reach))
        starts.append(begin)
        reach = following - begin
    for begin, end in zip(starts, [*starts[1:], float("inf")], strict=True):
        inside = [level for level in levels if begin <= level.y < end]
        yield inside if end < float("inf") else hanging(inside, anchors[-1])


def hanging(levels: Sequence[PdfRow], anchor: float) -> list[PdfRow]:
    """Return the lines of the last entry of a page: those that hang together with its day."""
    kept: list[PdfRow] = []
    reached = False
    for level in levels:
        if reached and kept and abs(level.y - kept[-1].y) > _CHAIN * level.height:
            break
        reached = reached or abs(level.y - anchor) < NEAR
        kept.append(level)
    return kept
