"""What a spreadsheet program makes of a bill that is opened and saved in it: numbers destroyed, dates rewritten."""

import csv
import io
import re
from collections.abc import Iterator

from tests.statements.sheets import workbook

_TIME = re.compile(r"(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)")
_LONG = re.compile(r"\d{12,}")


def saved_as_csv(content: bytes, encoding: str) -> bytes:
    """Return a bill as the program saves it as CSV on a Chinese machine."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([_shown(cell) for cell in row] for row in _rows(content, encoding))
    return out.getvalue().encode("gb18030")


def saved_as_workbook(content: bytes, encoding: str) -> bytes:
    """Return a bill as the program saves it as .xlsx: long numbers are numbers there, and lose their end."""
    rows = [
        [float(cell) if _LONG.fullmatch(cell.strip()) else cell for cell in row] for row in _rows(content, encoding)
    ]
    return workbook({"Sheet1": rows})


def _rows(content: bytes, encoding: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(content.decode(encoding).replace("`", "")))


def _shown(cell: str) -> str:
    text = cell.strip()
    if found := _TIME.fullmatch(text):
        year, month, day, hour, minute, _ = found.groups()
        return f"{year}/{int(month)}/{int(day)} {int(hour)}:{minute}"
    return f"{float(text):.5E}" if _LONG.fullmatch(text) else cell.rstrip("\t")
