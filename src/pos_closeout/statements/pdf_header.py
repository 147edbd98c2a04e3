"""Finds the line of a PDF page that names the columns of its table."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pos_closeout.statements.cells import column_name
from pos_closeout.statements.pdf import PdfPage, Rule
from pos_closeout.statements.pdf_lines import PdfLine, cells_of, text_of, words_of

NEAR = 1.5
"""Rules nearer to each other than this, in points, are one."""

MOST_BANDS = 1_000
"""Heights at which rules stand on a page; a page with more of them is a drawing and no table."""

_FEWEST = 3
_LONGEST_NAME = 24
_LONGEST_BLANKED = 5
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_LATIN = re.compile(r"[A-Za-z][A-Za-z ./&'-]*")
_MISSING = 0.7


class HeaderName(NamedTuple):
    """The name of a column and the room it takes from left to right."""

    text: str
    left: float
    right: float


class Header(NamedTuple):
    """The names of the columns, the height at which they begin and end, and the edges of their cells, if ruled."""

    names: tuple[HeaderName, ...]
    top: float
    bottom: float
    edges: tuple[float, ...]


def comparable(text: str) -> str:
    """Return a column name as it is compared: of two languages, the Chinese one counts."""
    folded = unicodedata.normalize("NFKC", text)
    return column_name(_LATIN.sub("", folded) if _CHINESE.search(folded) else folded)


def clusters(values: Sequence[float]) -> list[float]:
    """Return the places where values lie nearer to each other than ``NEAR``."""
    found: list[list[float]] = []
    for value in sorted(values):
        if found and value - found[-1][-1] <= NEAR:
            found[-1].append(value)
        else:
            found.append([value])
    return [sum(group) / len(group) for group in found]


def crossing(rules: Sequence[Rule], at: float) -> list[float]:
    """Return where rules of one direction cross a line of the other."""
    return clusters([rule.at for rule in rules if rule.start - NEAR <= at <= rule.end + NEAR])


def best_header(page: PdfPage, known: Collection[str]) -> tuple[Header, int] | None:
    """Return what is most likely the header of a page, and how many of its names are known; None for none."""
    found = [*_ruled(page), *_unruled(page.lines)]
    scored = [(_score(header, known), header) for header in (_respelled(each, known) for each in found)]
    fitting = [(score, header) for score, header in scored if score[0] >= _FEWEST and 2 * score[0] >= score[1]]
    if not fitting:
        return None
    (count, _), header = min(fitting, key=lambda each: (-each[0][0], each[0][1], each[1].top))
    return header, count


def likely_header(page: PdfPage) -> Header | None:
    """Return the first line that names columns as far as its look tells: several short words without a figure."""
    found = sorted([*_ruled(page), *_unruled(page.lines)], key=lambda each: each.top)
    return next((each for each in found if len(each.names) > _FEWEST and _plain(each)), None)


def same_header(page: PdfPage, wanted: Header) -> Header | None:
    """Find the header of another page again."""
    texts = [comparable(name.text) for name in wanted.names]
    for header in _ruled(page) if wanted.edges else _unruled(page.lines):
        names = [comparable(name.text) for name in header.names]
        if len(names) >= _FEWEST and sum(name in texts for name in names) >= _MISSING * len(texts):
            return header
    return None


def _respelled(header: Header, known: Collection[str]) -> Header:
    """Put a name together that was written with wide blanks between its signs."""
    names = list(header.names)
    at = 0
    while not header.edges and at < len(names):
        for end in range(min(len(names), at + _LONGEST_BLANKED), at + 1, -1):
            text = "".join(name.text for name in names[at:end])
            if comparable(text) in known and not any(comparable(name.text) in known for name in names[at:end]):
                names[at:end] = [HeaderName(text, names[at].left, names[end - 1].right)]
        at += 1
    return header._replace(names=tuple(names))


def _score(header: Header, known: Collection[str]) -> tuple[int, int]:
    names = [comparable(name.text) for name in header.names]
    return sum(name in known for name in names), len(names)


def _plain(header: Header) -> bool:
    return all(
        len(name.text) <= _LONGEST_NAME and not any(sign.isdigit() for sign in name.text) and name.text.strip("-—/*")
        for name in header.names
    )


def _unruled(lines: Sequence[PdfLine]) -> Iterator[Header]:
    for at, line in enumerate(lines):
        below = lines[at + 1] if at + 1 < len(lines) else None
        names = tuple(HeaderName(text_of(word), word[0].left, word[-1].right) for word in words_of(line))
        if len(names) < _FEWEST:
            continue
        bottom = line.y + line.height / 2
        if below is not None and _is_second(line, below):
            bottom = below.y + below.height / 2
        yield Header(names, line.y - line.height / 2, bottom, ())


def _is_second(line: PdfLine, below: PdfLine) -> bool:
    """Tell whether a line says the names above it in another language: near, no figures, no Chinese."""
    text = below.text
    near = below.y - line.y <= 2 * line.height
    return near and bool(_CHINESE.search(line.text)) and not re.search(r"\d|[\u4e00-\u9fff]", text)


def _ruled(page: PdfPage) -> Iterator[Header]:
    """Yield the bands between two horizontal rules that vertical ones cut into cells."""
    if len(page.down) < _FEWEST:
        return
    bands = clusters([rule.at for rule in page.across] + [end for rule in page.down for end in rule[1:]])
    if len(bands) > MOST_BANDS:
        return
    for top, bottom in pairwise(bands):
        inside = [line for line in page.lines if top < line.y < bottom]
        if not inside:
            continue
        edges = crossing(page.down, (top + bottom) / 2)
        if len(edges) <= _FEWEST:
            continue
        texts = map(_one_language, cells_of(inside, edges))
        names = tuple(HeaderName(text, left, right) for text, (left, right) in zip(texts, pairwise(edges), strict=True))
        if sum(bool(name.text) for name in names) >= _FEWEST:
            yield Header(names, top, bottom, tuple(edges))


def _one_language(text: str) -> str:
    """Leave out the English that stands below a Chinese name in one cell."""
    if not _CHINESE.search(text):
        return text
    return re.sub(r"(?<=[\u4e00-\u9fff)）])\s?[A-Za-z][A-Za-z ./&'-]{2,}$", "", text) or text
