"""Lines that two exports of one account show under different names, made one line when an import is complete.

A line is named after its account. A table that does not say whose it is names its lines after its columns, and so did
earlier versions with every table: only the movements show then that two exports are of one account.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from pos_closeout.domain.bills.same_account import Movement, same_movements
from pos_closeout.store.database import Database

_ACCOUNT, _TABLE = "account-", "table-"
"""Beginnings of names: see ``IdentityParts.family``."""

_FAMILY = "substr(l.identity, 1, instr(l.identity, ':') - 1)"
_MAPPED = (
    "((l.identity >= 'account-' AND l.identity < 'account.') OR (l.identity >= 'table-' AND l.identity < 'table.'))"
)
_COLUMNS = (
    "l.id, substr(l.at, 1, 10), substr(l.at, 12, 5), l.direction || l.currency, l.amount_fen, l.counterparty, l.summary"
)
_COUNTS = "l.damaged = 0 AND l.hidden = 0 AND l.state <> 'closed'"
_OF_SERIES = f"{_FAMILY} = ?3 AND {_COUNTS}"
_TOLD = (
    "max(l.merchant <> '' OR l.terminal <> '' OR l.merchant_order <> '' OR l.kind IN ('refund', 'order')) AS shop, "
    "min(substr(l.at, 1, 10)) AS first, max(substr(l.at, 1, 10)) AS last"
)
"""Whether lines are sales of a shop, and their first and last day."""


class _Series(NamedTuple):
    """Lines of one bill with one beginning of their names.

    ``shop`` says that they are sales of a shop, ``first`` and ``last`` are their days as ISO 8601.
    """

    bill: int
    family: str
    shop: bool
    first: str
    last: str


def merge_overlaps(database: Database, case_id: int, bill_ids: Sequence[int]) -> list[int]:
    """Make one line of what the bills of an import and the bills of the case before them show of one account.

    The line that is named after its account stays, or the one that was there first; the other becomes a further place
    where a bill shows it. In a transaction.

    Returns:
        The bills that show lines of others since, each once.
    """
    series = _series(database, case_id, bill_ids)
    fresh = [each for each in series if each.bill in bill_ids]
    changed: dict[int, None] = {}
    for new, old in product(fresh, series):
        if old.bill < new.bill and _may_be_one(new, old) and _merge(database, case_id, new, old):
            changed.update(dict.fromkeys((old.bill, new.bill)))
    return list(changed)


def _series(database: Database, case_id: int, bill_ids: Sequence[int]) -> list[_Series]:
    """Return the series of a case, none where the new bills hold no table without a layout."""
    places = ", ".join("?" * len(bill_ids))
    asked = f"SELECT 1 FROM bill_lines l WHERE {_MAPPED} AND l.case_id = ? AND l.bill_id IN ({places}) LIMIT 1"  # noqa: S608  # own clauses
    repeated = (
        "SELECT 1 FROM bill_repeats r JOIN bill_lines l ON l.id = r.line_id "  # noqa: S608
        f"WHERE {_MAPPED} AND r.bill_id IN ({places}) LIMIT 1"
    )
    if not database.rows(asked, (case_id, *bill_ids)) and not database.rows(repeated, tuple(bill_ids)):
        return []
    rows = database.rows(
        "SELECT bill, family, max(shop), min(first), max(last) FROM ("  # noqa: S608
        f"SELECT l.bill_id AS bill, {_FAMILY} AS family, {_TOLD} FROM bill_lines l "
        f"WHERE {_MAPPED} AND l.case_id = ?1 GROUP BY 1, 2 UNION ALL "
        f"SELECT r.bill_id, {_FAMILY}, {_TOLD} FROM bill_repeats r JOIN bill_lines l ON l.id = r.line_id "
        f"WHERE {_MAPPED} AND l.case_id = ?1 GROUP BY 1, 2) GROUP BY 1, 2 ORDER BY 1, 2",
        (case_id,),
    )
    return [
        _Series(int(bill or 0), str(family), bool(shop), str(first), str(last))
        for bill, family, shop, first, last in rows
    ]


def _may_be_one(one: _Series, other: _Series) -> bool:
    """Tell whether two series may be of one account and go by different names."""
    tables = one.family.startswith(_TABLE) or other.family.startswith(_TABLE)
    return tables and one.shop == other.shop and one.first <= other.last and other.first <= one.last


def _merge(database: Database, case_id: int, new: _Series, old: _Series) -> bool:
    mine, theirs = (_movements(database, case_id, each) for each in (new, old))
    common = {each.line for each in mine} & {each.line for each in theirs}
    if common and new.family == old.family:
        # Both are named by one rule: what differs is different.
        return False
    pairs = same_movements(
        [each for each in mine if each.line not in common], [each for each in theirs if each.line not in common]
    )
    # Names of this version are found again by the next export; of two tables without an account the first stays.
    keep_new = new.family.startswith(_ACCOUNT) or new.family == old.family
    merged = [(fresh, known) if keep_new else (known, fresh) for fresh, known in pairs]
    for kept, gone in merged:
        _make_one(database, case_id, kept, gone)
    database.run("UPDATE bills SET known = known + ? WHERE id = ?", (len(merged), new.bill))
    return bool(merged)


def _movements(database: Database, case_id: int, series: _Series) -> list[Movement]:
    own = f"SELECT {_COLUMNS} FROM bill_lines l WHERE l.bill_id = ?1 AND l.case_id = ?2 AND {_OF_SERIES}"  # noqa: S608
    shown = (
        f"SELECT {_COLUMNS} FROM bill_repeats r JOIN bill_lines l ON l.id = r.line_id "  # noqa: S608
        f"WHERE r.bill_id = ?1 AND l.case_id = ?2 AND {_OF_SERIES}"
    )
    rows = database.rows(f"{own} UNION {shown} ORDER BY 1", (series.bill, case_id, series.family))
    return list(_told(rows))


def _told(rows: Iterable[Sequence[object]]) -> Iterator[Movement]:
    for line, day, clock, side, fen, who, what in rows:
        told = "" if clock == "00:00" else str(clock)
        yield Movement(int(str(line)), str(day), told, str(side), int(str(fen)), str(who), str(what))


def _make_one(database: Database, case_id: int, kept: int, gone: int) -> None:
    """Let one line stand for two: every bill that shows the other shows this one from now on."""
    ((name, bill),) = database.rows("SELECT identity, bill_id FROM bill_lines WHERE id = ?", (kept,))
    ((other_name,),) = database.rows("SELECT identity FROM bill_lines WHERE id = ?", (gone,))
    database.run(
        "INSERT OR IGNORE INTO bill_repeats (line_id, bill_id, part, row, state, raw, refunded_fen) "
        "SELECT ?1, l.bill_id, l.part, l.row, l.state, ifnull((SELECT p.raw FROM proposals p WHERE p.case_id = ?3 "
        "AND p.identity = l.identity), ''), l.refunded_fen FROM bill_lines l WHERE l.id = ?2",
        (kept, gone, case_id),
    )
    database.run(
        "INSERT OR IGNORE INTO bill_repeats (line_id, bill_id, part, row, state, raw, refunded_fen) "
        "SELECT ?1, bill_id, part, row, state, raw, refunded_fen FROM bill_repeats "
        "WHERE line_id = ?2 AND bill_id <> ?3",
        (kept, gone, bill),
    )
    # Of two proposals the one that was decided on stays, else the one that was there first.
    rows = database.rows(
        "SELECT id FROM proposals WHERE case_id = ? AND identity IN (?, ?) ORDER BY state = 'waiting', id",
        (case_id, name, other_name),
    )
    for (number,) in rows[1:]:
        database.run("DELETE FROM proposals WHERE id = ?", (number,))
    if rows:
        database.run("UPDATE proposals SET identity = ? WHERE id = ?", (name, rows[0][0]))
    database.run("DELETE FROM bill_lines WHERE id = ?", (gone,))
