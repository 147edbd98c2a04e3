"""A table as CSV that spreadsheet programs open as it is: nothing in it is taken for a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_UTF8_MARK = "\ufeff"
"""Excel takes a file without it for the system's own encoding."""


def table_csv(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table as CSV in UTF-8 with a byte order mark and CRLF.

    A text that a spreadsheet program would calculate gets an apostrophe in front (owasp.org, CSV injection).
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(titles)
    writer.writerows([_kept_text(cell) for cell in row] for row in rows)
    return (_UTF8_MARK + text.getvalue()).encode("utf-8", "replace")


def _kept_text(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA_SIGNS) else cell
