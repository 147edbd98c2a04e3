"""Whether a table gives a day once for several rows: in a merged cell, or in a line of its own above them."""

from collections.abc import Sequence
from itertools import groupby

from pos_closeout.statements.amounts import positions
from pos_closeout.statements.cells import amounts_in, plain, read_clock, read_micro, read_when
from pos_closeout.statements.table import StatementTable
from pos_closeout.statements.vocabulary import Vocabulary

_YEAR = 2000
"""Stands in for the year of days that have none; a leap year."""


def gives_days_once(table: StatementTable, rows: Sequence[Sequence[str]], vocabulary: Vocabulary) -> bool:
    """Tell it by rows of the table: amounts without a day, between rows with one.

    Rows without a day that sum up, and those at the end, tell nothing.
    """
    days, moneys = (
        [place for role in roles for place in positions(table, table.layout.columns.get(role, ()))]
        for roles in (("when", "date"), ("amount", "income", "expense"))
    )
    kinds = [_kind([plain(cell) for cell in row], days, moneys, vocabulary) for row in rows]
    runs = [kind for kind, _ in groupby(kind for kind in kinds if kind)]
    return any(run == "undated" for run in runs[1:-1])


def _kind(cells: Sequence[str], days: Sequence[int], moneys: Sequence[int], vocabulary: Vocabulary) -> str:
    """Return ``dated``, ``undated`` for an amount without a day, or "" for a row that tells nothing."""
    told = [cells[at] for at in days if at < len(cells) and cells[at]]
    if any(read_when(text, year=_YEAR) for text in told):
        return "dated"
    filled = [cell for cell in cells if cell]
    if any(vocabulary.is_total(cell) for cell in filled) or not all(map(read_clock, told)):
        return ""
    money = [cells[at] for at in moneys if at < len(cells) and cells[at]]
    amounts = any(read_micro(amounts_in(text)[-1]) for text in money)
    return "undated" if amounts and len(filled) > len(money) else ""
