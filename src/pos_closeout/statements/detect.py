"""Finds the header line of a table and the layout it belongs to, by the names of the columns alone."""

import re
from collections.abc import Iterable, Sequence
from collections.abc import Mapping as MappingType
from datetime import date
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.file_limits import MAX_COLUMNS
from pos_closeout.statements.cells import column_name, read_when
from pos_closeout.statements.mapping import Mapping, guess, header_key, layout_of
from pos_closeout.statements.parts import WORKBOOK_ENCODING, Part
from pos_closeout.statements.rows import Row
from pos_closeout.statements.vocabulary import Layout, Vocabulary

Mappings = MappingType[str, Mapping]
"""Confirmed meanings of columns by the key of their header."""

HEAD_ROWS = 60
"""Rows in which the header line is looked for; WeChat's stands in 18, and a few may have been added by hand."""

_SAMPLE_ROWS = 200
_PERIOD = re.compile(
    r"(?:起始|开始|日期区间|账单周期)[^\d]{0,12}(\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2})[^\d]?.*?[^\d](\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2})",
)
_COUNT = re.compile(r"共[:：]?\s*(\d+)\s*笔")
_YEAR = re.compile(r"(20\d\d)\s*年(?:\s*(\d{1,2})\s*月)?")


class Table(NamedTuple):
    """A recognised table.

    ``at`` leads from a comparable column name to its position, ``header`` holds the names as they stand,
    ``announced_rows`` is the number of rows the lines above the header promise (None: none), ``period`` the first and
    last day they name, ``statement_month`` the year and month in a title, ``day_first`` how 03/04/2025 is to be read.
    """

    layout: Layout
    header_row: int
    header: tuple[str, ...]
    at: dict[str, int]
    delimiter: str
    quotes: bool
    mapping: Mapping | None = None
    period: tuple[date, date] | None = None
    announced_rows: int | None = None
    statement_month: tuple[int, int] | None = None
    day_first: bool = True


def find_table(part: Part, vocabulary: Vocabulary, mappings: Mappings = MappingProxyType({})) -> Table | None:
    """Recognise the table of a part; None when no layout and no mapping fits.

    ``mappings`` leads from the key of a header to what its columns mean.

    Raises:
        BadInputError: ``statement.too_many_columns``; the sentence of ``layout.refuse`` for a file that is recognised
            and not wanted.
    """
    heads = {delimiter: first_rows(part, delimiter, _SAMPLE_ROWS) for delimiter in part.delimiters}
    for delimiter, head in heads.items():
        found = _known(head[:HEAD_ROWS], delimiter, vocabulary)
        if found:
            row, layout = found
            if layout.refuse:
                raise BadInputError(layout.refuse, name=part.name)
            return _as_written(part, _table(layout, row, head, delimiter))
    if any(len(row.cells) > MAX_COLUMNS for head in heads.values() for row in head):
        raise BadInputError("statement.too_many_columns", name=part.name, limit=MAX_COLUMNS)
    return _mapped(heads, vocabulary, mappings)


def first_rows(part: Part, delimiter: str, count: int) -> list[Row]:
    """Return the first rows of a part, fewer where they have more cells than any bill."""
    rows: list[Row] = []
    room = count * MAX_COLUMNS
    for row in islice(part.rows(delimiter, quotes=True), count):
        rows.append(row)
        room -= len(row.cells)
        if room < 0:
            break
    return rows


def _known(head: Sequence[Row], delimiter: str, vocabulary: Vocabulary) -> tuple[Row, Layout] | None:
    for row in head:
        if len(row.cells) > MAX_COLUMNS:
            continue
        names = frozenset(column_name(cell) for cell in row.cells)
        fitting = [
            layout
            for layout in vocabulary.layouts
            if layout.fits(names) and (layout.delimiter == delimiter or layout.delimiter == "," != delimiter != "|")
        ]
        if fitting:
            return row, max(fitting, key=lambda layout: len(layout.requires))
    return None


def _as_written(part: Part, table: Table) -> Table:
    """Settle quotation marks and backticks by the header line and the row below it.

    Where every value of a merchant bill begins with a backtick, comma and backtick together are the separator: a comma
    inside a value tears nothing apart then.
    """
    rows = islice(part.rows(table.delimiter, quotes=False), table.header_row - 1, table.header_row + 1)
    firsts = [row.cells[0].lstrip("\ufeff") for row in rows]
    if table.quotes or any(first.startswith('"') for first in firsts):
        return table._replace(quotes=True)
    if table.layout.footer == "wechat_trade" and part.encoding != WORKBOOK_ENCODING and firsts[-1].startswith("`"):
        return table._replace(delimiter=f"{table.delimiter}`")
    return table


def _mapped(heads: dict[str, list[Row]], vocabulary: Vocabulary, mappings: Mappings) -> Table | None:
    best: tuple[int, Table] | None = None
    for delimiter, head in heads.items():
        for row in head[:HEAD_ROWS]:
            if len(row.cells) > MAX_COLUMNS:
                continue
            names = [column_name(cell) for cell in row.cells]
            chosen = mappings.get(header_key(names)) or guess(names, _texts(head, row), vocabulary)
            if chosen is None:
                continue
            score = sum(name in vocabulary.known_names for name in names)
            if best is None or score > best[0]:
                best = score, _table(layout_of(chosen), row, head, delimiter)._replace(mapping=chosen)
    return best[1] if best else None


def _table(layout: Layout, row: Row, head: Sequence[Row], delimiter: str) -> Table:
    names = [column_name(cell) for cell in row.cells]
    index: dict[str, int] = {}
    for position, name in enumerate(names):
        if name:
            index.setdefault(name, position)
    above = " ".join(_texts(head, row))
    title = _YEAR.search(above)
    return Table(
        layout=layout,
        header_row=row.number,
        header=tuple(cell.strip("\ufeff` \t") for cell in row.cells),
        at=index,
        delimiter=delimiter,
        quotes=layout.quotes,
        period=_period(above),
        announced_rows=int(found[1]) if (found := _COUNT.search(above)) else None,
        statement_month=(int(title[1]), int(title[2] or 12)) if title else None,
        day_first=_day_first(head),
    )


def _texts(head: Iterable[Row], header: Row) -> list[str]:
    return [cell for row in head if row.number < header.number for cell in row.cells if cell]


def _period(text: str) -> tuple[date, date] | None:
    found = _PERIOD.search(text)
    if found is None:
        return None
    first, last = read_when(found[1]), read_when(found[2])
    return (first.date(), last.date()) if first and last and first <= last else None


def _day_first(head: Iterable[Row]) -> bool:
    """Tell dd/mm/yyyy from mm/dd/yyyy by a number that can be no month; Hong Kong's order where nothing tells."""
    pairs = [
        (int(found[1]), int(found[2]))
        for row in head
        for cell in row.cells
        if (found := re.match(r"\s*(\d{1,2})/(\d{1,2})/\d{2,4}", cell))
    ]
    return not any(second > 12 for _, second in pairs) or any(first > 12 for first, _ in pairs)
