"""A table that is on the screen as a file for spreadsheet programs."""

from collections.abc import Iterable, Sequence

from pos_closeout.outbox.sheet import SheetTable, csv_file


def table_as_csv(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table as CSV, formulas as text."""
    return csv_file(SheetTable("", heads, rows))
