"""Write a table that is on the screen to a file."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from pos_closeout.outbox.sheet import SheetTable, csv_file


def write_csv(path: Path, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a table as CSV, formulas as text.

    Raises:
        OSError: the file cannot be written.
    """
    path.write_bytes(csv_file(SheetTable("", heads, rows)))
