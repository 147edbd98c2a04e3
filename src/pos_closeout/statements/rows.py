"""Lines of text as rows of cells, whatever somebody did to the quotation marks."""

import csv
import re
from collections.abc import Iterable, Iterator
from itertools import count, repeat
from operator import methodcaller
from typing import NamedTuple, cast

from pos_closeout.domain.file_limits import MAX_CELL_LINES, MAX_QUOTED_CHARACTERS

_ROW_START = re.compile(r'[`"\s]*(?:19|20)\d\d(?:[-/年.]?\d|\d{4})')


class Row(NamedTuple):
    """One row: its line or sheet row from 1, and its cells as they stand."""

    number: int
    cells: list[str]


def split_rows(lines: Iterable[str], delimiter: str = ",", *, quotes: bool = True) -> Iterator[Row]:
    """Return the rows of a text.

    A quotation mark that is opened and never closed would swallow the lines after it. So a cell may run over several
    lines only as long as none of them looks like the start of a row; otherwise the lines are split one by one.
    """
    if quotes:
        return _split_quoted(lines, delimiter)
    # Without a frame of Python for each line: this is the way of a million rows.
    bare = map(methodcaller("rstrip", "\r\n"), lines)
    cells = zip(count(1), map(methodcaller("split", delimiter), bare))  # count has no end
    return cast("Iterator[Row]", map(tuple.__new__, repeat(Row), cells))


def _split_quoted(lines: Iterable[str], delimiter: str) -> Iterator[Row]:
    pending: list[str] = []
    reader = csv.reader(_remembered(lines, pending), delimiter=delimiter)
    number = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            cells = None
        if cells is not None and (len(pending) == 1 or not _ran_away(pending)):
            yield Row(number, cells)
        else:
            for offset, line in enumerate(pending):
                yield Row(number + offset, _plain_cells(line, delimiter))
        number += len(pending)
        pending.clear()


def _remembered(lines: Iterable[str], pending: list[str]) -> Iterator[str]:
    for line in lines:
        pending.append(line)
        yield line


def _ran_away(lines: list[str]) -> bool:
    return len(lines) > MAX_CELL_LINES or any(_ROW_START.match(line) for line in lines[1:])


def _plain_cells(line: str, delimiter: str) -> list[str]:
    if line.count('"') % 2 == 0 and len(line) < MAX_QUOTED_CHARACTERS:
        return next(csv.reader([line], delimiter=delimiter), [])
    return [cell.strip('"') for cell in line.rstrip("\r\n").split(delimiter)]
