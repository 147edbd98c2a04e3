"""A PDF statement as a part of a file: its rows, where each of them stands, and what the pages say about themselves."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from pos_closeout.statements.pdf import read_pages
from pos_closeout.statements.pdf_table import read_table
from pos_closeout.statements.rows import Row

PDF_ENCODING = "pdf"
"""What stands for the encoding of a PDF."""

_ALL_PAGES = re.compile(r"共\s*(\d{1,4})\s*页|^\s*\d{1,4}\s*/\s*(\d{1,4})\s*$")
_COUNT = re.compile(r"(?<!本页)共[计有]?[:：]?\s*(\d{1,6})\s*[笔条]")
_SIDE_COUNT = re.compile(r"(?<!本页)(?<!本月)(?:合计|总计|收入|支出|总)[^\d笔共,，.。]{0,6}(\d{1,6})\s*笔")


class Paged(NamedTuple):
    """What is known of a table that runs over pages.

    ``places`` holds page and entry of each row; ``empty_pages`` the pages with a table but without an entry;
    ``missing_pages`` how many pages the document itself counts and does not have; ``counts`` how many entries it
    announces, ``side_counts`` what it announces of all or of one direction; ``damaged`` that its content was changed.
    """

    places: tuple[tuple[int, int], ...]
    empty_pages: tuple[int, ...]
    missing_pages: int
    counts: frozenset[int]
    side_counts: frozenset[int]
    damaged: bool
    notes: tuple[str, ...]


def read_pdf(
    source: Path | bytes,
    name: str,
    password: str | None,
    page_done: Callable[[float], None],
    known: Collection[str],
) -> tuple[list[Row], Paged]:
    """Read a PDF into rows numbered from 1, and what goes with them; arguments and refusals as ``pdf.read_pages``."""
    pages, damaged = read_pages(source, name, password, page_done)
    table = read_table(pages, known)
    rows = [Row(number, row.cells) for number, row in enumerate(table.rows, 1)]
    counted = Counter(_numbers(_ALL_PAGES, table.notes))
    announced = counted.most_common(1)[0][0] if counted else 0
    paged = Paged(
        places=tuple((row.page, row.entry) for row in table.rows),
        empty_pages=tuple(table.empty_pages),
        missing_pages=max(0, announced - len(pages)),
        counts=frozenset(_numbers(_COUNT, table.notes)),
        side_counts=frozenset(_numbers(_SIDE_COUNT, table.notes)),
        damaged=damaged,
        notes=tuple(table.notes),
    )
    return rows, paged


def _numbers(pattern: re.Pattern[str], notes: Iterable[str]) -> Iterator[int]:
    for note in notes:
        for found in pattern.finditer(note):
            yield int(next(filter(None, found.groups())))
