"""Finds the header line of a table and the layout it belongs to, by the names of the columns alone."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import islice
from types import MappingProxyType

from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.file_limits import MAX_COLUMNS
from pos_closeout.statements.amounts import always_minus
from pos_closeout.statements.cells import column_name, plain, read_when
from pos_closeout.statements.days import gives_days_once
from pos_closeout.statements.guessing import guess
from pos_closeout.statements.mapping import ColumnMapping, header_key, layout_of
from pos_closeout.statements.parts import WORKBOOK_ENCODING, Part
from pos_closeout.statements.rows import Row
from pos_closeout.statements.table import StatementTable
from pos_closeout.statements.vocabulary import Layout, Vocabulary

Mappings = Mapping[str, ColumnMapping]
"""Confirmed meanings of columns by the key of their header."""

HEAD_ROWS = 60
"""Rows in which the header line is looked for; WeChat's stands in 18, and a few may have been added by hand."""

_SAMPLE_ROWS = 200
_DAY = r"(\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?|(?:19|20)\d{6})"
_DAYS = re.compile(rf"(?<!\d){_DAY}(?!\d)")
_PERIOD = re.compile(
    rf"(?:起始|开始|起止|区间|范围|周期|期间|查询时间|查询日期|账单日期|Period|range)[^\d]{{0,30}}{_DAY}(?!\d)"
    rf"(?:[^\d].*?)?[^\d]{_DAY}(?!\d)",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"(?:[账帐]\s*号|账\s*户|卡\s*号|一卡通|Account(?:\s*(?:Number|No\.?))?)[^\d\n]{0,16}([\d*xX ]{3,24}\d{4})(?!\d)",
    re.IGNORECASE,
)
_OWN_ACCOUNT = (
    "账号", "卡号", "本方账号", "我方账号", "查询账号", "查询账户", "借记卡号", "账户", "账号/卡号", "本方账户",
    "客户账号",
)  # fmt: skip
_FIRST_OF_A_CELL = re.compile(r"[^\W\d_]")
_COUNT = re.compile(r"共[:：]?\s*(\d+)\s*笔")
_YEAR = re.compile(r"(20\d\d)\s*年(?:\s*(\d{1,2})\s*月)?")


def find_table(part: Part, vocabulary: Vocabulary, mappings: Mappings = MappingProxyType({})) -> StatementTable | None:
    """Recognise the table of a part; None when no layout and no mapping fits.

    ``mappings`` leads from the key of a header to what its columns mean.

    Raises:
        BadInputError: ``statement.too_many_columns``; the sentence of ``layout.refuse`` for a file that is recognised
            and not wanted.
    """
    above = [Row(0, [part.above])] if part.above else []
    heads = {delimiter: [*above, *first_rows(part, delimiter, _SAMPLE_ROWS)] for delimiter in part.delimiters}
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


def _as_written(part: Part, table: StatementTable) -> StatementTable:
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


def _mapped(heads: dict[str, list[Row]], vocabulary: Vocabulary, mappings: Mappings) -> StatementTable | None:
    best: tuple[int, StatementTable] | None = None
    for delimiter, head in heads.items():
        for at in range(len(head[:HEAD_ROWS])):
            if len(head[at].cells) > MAX_COLUMNS:
                continue
            found = _header_at(head, at, vocabulary, mappings)
            if found is None:
                continue
            row, chosen, sample = found
            score = sum(column_name(cell) in vocabulary.known_names for cell in head[at].cells)
            if best is None or score > best[0]:
                table = _table(layout_of(chosen), row, head, delimiter)
                minus = always_minus(table, sample, vocabulary)
                best = (
                    score,
                    table._replace(
                        mapping=chosen,
                        minus=minus,
                        account=_account(table, head, sample),
                        days_once=gives_days_once(table, sample, vocabulary),
                    ),
                )
    return best[1] if best else None


def _header_at(
    head: Sequence[Row], at: int, vocabulary: Vocabulary, mappings: Mappings
) -> tuple[Row, ColumnMapping, Sequence[Sequence[str]]] | None:
    """Return the line of names at a place, its meaning and the rows below it; one that was confirmed goes first."""
    lines = [(head[at], head[at + 1 :])]
    if at + 1 < len(head) and continues(head[at], head[at + 1]):
        lines.insert(0, (joined(head[at], head[at + 1]), head[at + 2 :]))
    told = [(row, [column_name(cell) for cell in row.cells], [each.cells for each in below]) for row, below in lines]
    for row, names, sample in told:
        if chosen := mappings.get(header_key(names)):
            return row, chosen, sample
    for row, names, sample in told:
        if chosen := guess(names, _texts(head, row), vocabulary, sample):
            return row, chosen, sample
    return None


def continues(row: Row, after: Row) -> bool:
    """Tell whether a line goes on with the names above it: words without a figure, below words without a figure."""
    filled = [cell for cell in map(plain, after.cells) if cell]
    above = [cell for cell in map(plain, row.cells) if cell]
    words = all(_FIRST_OF_A_CELL.search(cell) and not any(sign.isdigit() for sign in cell) for cell in filled + above)
    return len(filled) > 1 and len(above) > 1 and words


def joined(row: Row, after: Row) -> Row:
    """Return two lines of names as one; a name that spans several columns stands above each of them."""
    cells, carried = [], ""
    for at in range(max(len(row.cells), len(after.cells))):
        upper = plain(row.cells[at]) if at < len(row.cells) else ""
        lower = plain(after.cells[at]) if at < len(after.cells) else ""
        carried = upper or (carried if lower else "")
        cells.append(f"{upper or carried} {lower}".strip() if lower and not upper else f"{upper} {lower}".strip())
    return Row(after.number, cells)


def _account(table: StatementTable, head: Sequence[Row], rows: Sequence[Sequence[str]]) -> str:
    """Return the last four digits of the account a statement is of, from the lines above or a column of its own."""
    above = "\n".join(cell for row in head if row.number < table.header_row for cell in row.cells if cell)
    above = re.sub(r"(?<=[\]:：])\s*\n", " ", above)
    if found := _ACCOUNT.search(above):
        return found[1][-4:]
    for name in _OWN_ACCOUNT:
        at = table.at.get(name)
        texts = {plain(row[at]) for row in rows if at is not None and at < len(row)} - {""}
        if len(texts) == 1 and (ends := re.search(r"\d{4}(?=\.0$|$)", texts.pop())):
            return ends[0]
    return ""


def _table(layout: Layout, row: Row, head: Sequence[Row], delimiter: str) -> StatementTable:
    names = [column_name(cell) for cell in row.cells]
    index: dict[str, int] = {}
    for position, name in enumerate(names):
        if name:
            index.setdefault(name, position)
    above = " ".join(_texts(head, row))
    title = _YEAR.search(above)
    days = [moment.date() for text in _DAYS.findall(above) if (moment := read_when(text))]
    # Without a month in the title the latest day above the table tells the year.
    month = (int(title[1]), int(title[2] or 12)) if title else (max(days).year, max(days).month) if days else None
    return StatementTable(
        layout=layout,
        header_row=row.number,
        header=tuple(cell.strip("\ufeff` \t") for cell in row.cells),
        at=index,
        delimiter=delimiter,
        quotes=layout.quotes,
        period=_period(above),
        announced_rows=int(found[1]) if (found := _COUNT.search(above)) else None,
        statement_month=month,
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
