"""A table as a spreadsheet or as comma-separated text. No cell is ever a formula, whatever somebody typed into it."""

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

SheetCell = str | int | date | None
"""Text, an amount in fen, or a day."""

_WIDEST = 48
"""Columns are at most so many characters wide; longer text is read in the cell."""

_A4 = 9
"""Number of the paper in the file format."""

_LONGEST = 32_767
"""The most characters a cell of a spreadsheet takes."""

_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FORMULA = re.compile(r"^\s*[=+\-@＝＋－＠]|^[\t\r]")
"""What a spreadsheet takes for a formula when it reads text (OWASP, CSV Injection), also written full width."""


@dataclass(frozen=True, slots=True)
class SheetTable:
    """A title, heads, and rows whose cells stand under them.

    ``foot`` holds rows below an empty one, such as sums; it is asked for when all rows have been read.
    """

    title: str
    heads: Sequence[str]
    rows: Iterable[Sequence[SheetCell]]
    foot: Callable[[], Iterable[Sequence[SheetCell]]] = tuple


def xlsx_file(table: SheetTable, made: date) -> bytes:
    """Return a workbook with one sheet: head row fixed, amounts as numbers in yuan, days as days.

    It prints on A4 across, as wide as one page, with the head on every page and the number of the page below.

    Args:
        table: the rows may be a generator; they are read once.
        made: the day written into the file as its creation, so that the same table gives the same bytes.
    """
    # Imported here: it takes longer to load than all else that runs before a spreadsheet is wanted.
    from xlsxwriter import Workbook

    held = io.BytesIO()
    plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    workbook = Workbook(held, plain)
    workbook.set_properties({"title": table.title, "created": datetime.combine(made, time())})
    head = workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    looks = _Looks(workbook, bold=False), _Looks(workbook, bold=True)
    sheet = workbook.add_worksheet(table.title[:31])
    sheet.freeze_panes(1, 0)
    _set_page(sheet)
    widths = [_width(text) for text in table.heads]
    for column, text in enumerate(table.heads):
        sheet.write_string(0, column, text, head)
    count = 0
    for count, cells in enumerate(table.rows, 1):
        _write_row(sheet, count, cells, looks[0], widths)
    # An empty row keeps the foot out of what the filter and a sort by hand take for the list.
    for row, cells in enumerate(table.foot(), count + 2):
        _write_row(sheet, row, cells, looks[1], widths)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(width, _WIDEST) + 2)
    sheet.autofilter(0, 0, count, max(len(table.heads) - 1, 0))
    workbook.close()
    return held.getvalue()


class _Looks:
    """How amounts, days and texts of a row look."""

    def __init__(self, workbook: "Workbook", *, bold: bool) -> None:
        self.money = workbook.add_format({"num_format": "#,##0.00", "bold": bold})
        self.day = workbook.add_format({"num_format": "yyyy-mm-dd", "bold": bold})
        self.text = workbook.add_format({"bold": bold})


def _set_page(sheet: "Worksheet") -> None:
    """Have a sheet printed across, one page wide, with its head on every page."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&C&P / &N")


def _write_row(sheet: "Worksheet", row: int, cells: Sequence[SheetCell], look: _Looks, widths: list[int]) -> None:
    """Write a row, and note how wide its columns must be."""
    for column, cell in enumerate(cells):
        match cell:
            case date():
                sheet.write_datetime(row, column, datetime.combine(cell, time()), look.day)
            case int():
                # The only place where an amount is not whole fen: a spreadsheet knows no other numbers.
                sheet.write_number(row, column, cell / 100, look.money)
            case str() if cell:
                sheet.write_string(row, column, _UNSAFE.sub("", cell)[:_LONGEST], look.text)
        # A number too wide for its column shows as a row of hashes: its commas count.
        told = f"{cell / 100:,.2f}" if isinstance(cell, int) else shown(cell)
        widths[column] = max(widths[column], _width(told))


def csv_file(table: SheetTable) -> bytes:
    """Return the table as comma-separated text: UTF-8 with the mark that Excel needs, CRLF, text cells defused."""
    held = io.StringIO(newline="")
    writer = csv.writer(held, lineterminator="\r\n")
    writer.writerow(map(_defused, table.heads))
    for cells in chain(table.rows, _foot(table)):
        writer.writerow([_defused(cell) if isinstance(cell, str) else shown(cell) for cell in cells])
    return held.getvalue().encode("utf-8-sig")


def _foot(table: SheetTable) -> Iterator[Sequence[SheetCell]]:
    """Yield the foot below an empty row, once the rows have been read."""
    foot = tuple(table.foot())
    if foot:
        yield ()
    yield from foot


def shown(cell: SheetCell) -> str:
    """Return a cell as plain text: yuan with two decimals, days in ISO 8601."""
    match cell:
        case None:
            return ""
        case date():
            return cell.isoformat()
        case int():
            return f"{'-' if cell < 0 else ''}{abs(cell) // 100}.{abs(cell) % 100:02d}"
    return cell


def _defused(text: str) -> str:
    clean = _UNSAFE.sub("", text)
    return f"'{clean}" if _FORMULA.match(clean) else clean


def _width(text: str) -> int:
    """Return how many Latin characters wide a text is; a Chinese one counts as two."""
    longest = max(text.split("\n"), key=len)
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in longest[:_WIDEST])
