"""Sheets of .xls, .xlsx and .ods files as rows of text, read with python-calamine."""

import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.file_limits import MAX_CELLS, MAX_SHEET_BYTES
from pos_closeout.statements.archive import ARCHIVE_ERRORS
from pos_closeout.statements.ole import has_sound_chains
from pos_closeout.statements.rows import Row
from pos_closeout.statements.sniff import OLE_MAGIC

# As calamine takes them: whatever stands around the reference, in either case, of a cell or of a row.
_REFERENCE = re.compile(rb"""\br\s*=\s*["']\s*([A-Za-z]{0,3})([0-9]{1,7})""")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_PIECE = 1 << 20


def open_workbook(source: Path | bytes, name: str) -> CalamineWorkbook:
    """Open a workbook from its file (.xlsx) or its bytes.

    Raises:
        BadInputError: ``statement.workbook_locked`` for a file with a password, ``statement.not_a_workbook``.
    """
    if isinstance(source, bytes) and source.startswith(OLE_MAGIC) and not has_sound_chains(source):
        raise BadInputError("statement.not_a_workbook", name=name)
    try:
        return CalamineWorkbook.from_object(BytesIO(source) if isinstance(source, bytes) else source)
    except PasswordError as error:
        raise BadInputError("statement.workbook_locked", name=name) from error
    except (CalamineError, OSError, ValueError) as error:
        raise BadInputError("statement.not_a_workbook", name=name) from error
    except BaseException as error:
        _raise_unless_panic(error)
        raise BadInputError("statement.not_a_workbook", name=name) from error


def load_sheet(workbook: CalamineWorkbook, sheet: str, name: str) -> CalamineSheet | None:
    """Parse a sheet of the workbook with this file name; None for a chart or an empty one.

    Raises:
        BadInputError: ``statement.not_a_workbook`` when the sheet is broken.
    """
    try:
        loaded = workbook.get_sheet_by_name(sheet)
    except (CalamineError, OSError, ValueError) as error:
        raise BadInputError("statement.not_a_workbook", name=name) from error
    except BaseException as error:
        _raise_unless_panic(error)
        raise BadInputError("statement.not_a_workbook", name=name) from error
    return loaded if loaded.start is not None else None


def sheet_rows(sheet: CalamineSheet) -> Iterator[Row]:
    """Yield the rows of a sheet with their number from 1; cells as the text a person sees."""
    lead = [""] * (sheet.start or (0, 0))[1]
    for number, cells in enumerate(sheet.iter_rows(), 1):
        yield Row(number, lead + [cell_text(cell) for cell in cells])


def _raise_unless_panic(error: BaseException) -> None:
    """Let all through but a panic of the Rust reader, which arrives as a BaseException without a public class."""
    if type(error).__name__ != "PanicException":
        raise error


def cell_text(value: str | float | bool | datetime | date | time | timedelta) -> str:
    """Write a cell as text: 28.16 and 6688 for numbers, ISO for dates; a formula's text stays a text."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.isoformat(" ", "seconds")
    return str(value)


def check_size(archive: zipfile.ZipFile, name: str) -> None:
    """Refuse a workbook whose sheets unpack to too much, before calamine allots memory for them.

    Raises:
        BadInputError: ``statement.sheet_too_big``.
    """
    sheets = [member for member in archive.infolist() if _SHEET.fullmatch(member.filename)]
    if sum(member.file_size for member in archive.infolist()) > MAX_SHEET_BYTES:
        raise BadInputError("statement.sheet_too_big", name=name)
    for member in sheets:
        try:
            rows, columns = _extent(archive, member)
        except (*ARCHIVE_ERRORS, RuntimeError) as error:
            raise BadInputError("statement.not_a_workbook", name=name) from error
        if rows * columns > MAX_CELLS:
            raise BadInputError("statement.sheet_too_big", name=name)


def _extent(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> tuple[int, int]:
    """Return the last row and column that any cell of a sheet names."""
    rows = columns = 0
    with archive.open(member) as stream:
        rest = b""
        while piece := stream.read(_PIECE):
            text = rest + piece
            for letters, number in _REFERENCE.findall(text):
                rows = max(rows, int(number))
                columns = max(columns, _column(letters))
            rest = text[-32:]
    return rows, columns


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
