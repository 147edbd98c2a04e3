"""A recognised table: its layout, where its columns stand, and what the lines above it promise."""

from datetime import date
from typing import NamedTuple

from pos_closeout.statements.mapping import ColumnMapping
from pos_closeout.statements.vocabulary import Layout


class StatementTable(NamedTuple):
    """A recognised table.

    ``at`` leads from a comparable column name to its position, ``header`` holds the names as they stand,
    ``announced_rows`` is the number of rows the lines above the header promise (None: none), ``period`` the first and
    last day they name, ``statement_month`` the year and month in a title, ``day_first`` how 03/04/2025 is to be read.
    ``minus`` names the money columns that write every amount with a minus (see ``amounts.always_minus``), ``account``
    holds the last four digits of the account that a statement is of, "" where it does not say. ``days_once`` says that
    a day is given once for the rows below it.
    """

    layout: Layout
    header_row: int
    header: tuple[str, ...]
    at: dict[str, int]
    delimiter: str
    quotes: bool
    mapping: ColumnMapping | None = None
    period: tuple[date, date] | None = None
    announced_rows: int | None = None
    statement_month: tuple[int, int] | None = None
    day_first: bool = True
    minus: frozenset[str] = frozenset()
    account: str = ""
    days_once: bool = False
