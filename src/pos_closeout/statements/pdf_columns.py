"""Where the columns of a table without vertical rules end: in the white rivers between their texts."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from pos_closeout.statements.pdf_header import HeaderName

_BINS = 2
"""Places that are looked at in one point."""

_RIVER = 4
"""Width of white between two columns, in places, that is more than the gap between two characters of a long number."""

_MARGIN = 1e6

Span = tuple[float, float]


def unruled_edges(names: Sequence[HeaderName], spans: Iterable[Span]) -> tuple[float, ...]:
    """Return one edge more than there are names, the outer ones open.

    Args:
        names: the names of the columns and their room.
        spans: from where to where every character of the entries of all pages reaches, in points.
    """
    counts = _counts(spans)
    blobs = [(start / _BINS, end / _BINS) for start, end in _blobs(counts)]
    extents = blobs if len(blobs) == len(names) else _assigned(names, blobs, counts)
    inner = [(left[1] + right[0]) / 2 for left, right in pairwise(extents)]
    return (-_MARGIN, *inner, _MARGIN)


def _counts(spans: Iterable[Span]) -> list[int]:
    counts: list[int] = []
    for left, right in spans:
        first, last = max(0, round(left * _BINS)), max(0, round(right * _BINS))
        if last >= len(counts):
            counts += [0] * (last + 1 - len(counts))
        for at in range(first, last):
            counts[at] += 1
    return counts


def _blobs(counts: Sequence[int]) -> list[tuple[int, int]]:
    """Return the stretches that hold text, at least a river apart."""
    found: list[tuple[int, int]] = []
    for at, count in enumerate(counts):
        if not count:
            continue
        if found and at - found[-1][1] < _RIVER:
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return found


def _assigned(names: Sequence[HeaderName], blobs: Iterable[Span], counts: Sequence[int]) -> list[Span]:
    """Return the room of each column: that of its name and of the texts that are nearest to it."""
    extents = [(name.left, name.right) for name in names]
    for blob in blobs:
        for part in _parts(blob, names, counts):
            at = min(range(len(names)), key=lambda each: _distance(part, names[each]))
            extents[at] = (min(extents[at][0], part[0]), max(extents[at][1], part[1]))
    return extents


def _parts(blob: Span, names: Sequence[HeaderName], counts: Sequence[int]) -> list[Span]:
    """Cut a stretch that lies below several names where the fewest characters stand."""
    below = [name for name in names if name.left < blob[1] and name.right > blob[0]]
    cuts = [blob[0]]
    for left, right in pairwise(below):
        first, last = round((left.left + left.right) / 2 * _BINS), round((right.left + right.right) / 2 * _BINS)
        places = range(max(0, first), min(last, len(counts)))
        if places:
            fewest = min(counts[at] for at in places)
            best = max(_runs([at for at in places if counts[at] == fewest]), key=len)
            cuts.append((best[0] + best[-1] + 1) / 2 / _BINS)
    return list(pairwise([*cuts, blob[1]]))


def _runs(places: Iterable[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for at in places:
        if runs and at == runs[-1][-1] + 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


def _distance(part: Span, name: HeaderName) -> float:
    """Return how far a text is from a name: nothing where one lies over the other, then by their middles."""
    apart = max(0.0, name.left - part[1], part[0] - name.right)
    return apart + abs(sum(part) - name.left - name.right) / 1000
