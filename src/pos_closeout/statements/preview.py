"""The first lines of a file as they stand, for the owner to say which column means what."""

from collections.abc import Collection
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.file_limits import MAX_COLUMNS
from pos_closeout.domain.masking import mask_cards
from pos_closeout.statements.cells import column_name, plain
from pos_closeout.statements.detect import HEAD_ROWS, first_rows
from pos_closeout.statements.parts import Part, Step, open_parts
from pos_closeout.statements.rows import Row

SAMPLE_ROWS = 30
"""Rows kept below the last line that can be a header."""


class HeadRow(NamedTuple):
    """One line: its number in the file from 1, and its cells without wrapping, card numbers masked."""

    number: int
    cells: tuple[str, ...]


class Head(NamedTuple):
    """The beginning of the table of a file; ``likely_header`` is the number of the line with the most names."""

    rows: tuple[HeadRow, ...]
    likely_header: int


def comparable_names(cells: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of a header line in the form a mapping uses."""
    return tuple(column_name(cell) for cell in cells)


def read_head(path: Path, password: str | None = None, names: Collection[str] = (), step: Step | None = None) -> Head:
    """Return the first lines of the part and with the separator that give the widest table.

    ``names`` are comparable names of columns, by which the table of a PDF is found; ``step`` is
    told of the bytes that have been looked at.

    Raises:
        BadInputError: the refusals of ``reading.read``; ``statement.not_recognised`` when no line has three cells.
    """
    with ExitStack() as stack:
        opened = open_parts(path, password, step or (lambda _bytes: None), stack, names)
        heads = [_rows(part, delimiter) for part in opened.parts for delimiter in part.delimiters]
    best = max(heads, key=lambda rows: max((_names(row) for row in rows[:HEAD_ROWS]), default=0), default=[])
    header = max(best[:HEAD_ROWS], key=_names, default=None)
    if header is None or _names(header) < 3 or len(header.cells) > MAX_COLUMNS:
        raise BadInputError("statement.not_recognised", name=path.name)
    return Head(tuple(best), header.number)


def _rows(part: Part, delimiter: str) -> list[HeadRow]:
    return [_tidy(row) for row in first_rows(part, delimiter, HEAD_ROWS + SAMPLE_ROWS)]


def _tidy(row: Row) -> HeadRow:
    return HeadRow(row.number, tuple(mask_cards(plain(cell)) for cell in row.cells[: MAX_COLUMNS + 1]))


def _names(row: HeadRow) -> int:
    """Count the cells that can be names of columns: different texts without digits."""
    return len({cell for cell in row.cells if cell and not any(sign.isdigit() for sign in cell)})
