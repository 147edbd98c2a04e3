"""Small tables as CSV that any spreadsheet opens and none takes for formulas."""

import csv
import io
from collections.abc import Iterable, Sequence

_BOM = b"\xef\xbb\xbf"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_bytes(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table in UTF-8 with a byte order mark, which spreadsheets need to read Chinese.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(head)
    # What a file system could not name in Unicode has half characters, which UTF-8 cannot hold.
    writer.writerows([_plain(cell).encode("utf-8", "replace").decode() for cell in row] for row in rows)
    return _BOM + text.getvalue().encode()


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
