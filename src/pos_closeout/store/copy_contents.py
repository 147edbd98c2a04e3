"""What is in a safety copy, for the owner to choose by."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from pos_closeout.store.safety import read_only
from pos_closeout.store.sums import UNREADABLE, verify


@dataclass(frozen=True, slots=True)
class CaseInside:
    """One case in a copy: its number, its shop and how many of its items were open."""

    number: str
    shop: str
    open_items: int


@dataclass(frozen=True, slots=True)
class Contents:
    """What a copy holds.

    Attributes:
        good: whether everything in it is as it was written.
        last_entry: the last line of its history, ``2026-11-22 18:32``; empty when it has none.
        schema: how many steps of the database it has.
    """

    good: bool
    cases: tuple[CaseInside, ...] = ()
    last_entry: str = ""
    schema: int = 0


def contents_of(copy: Path) -> Contents:
    """Read a copy through; one that cannot be read is not good and seems to hold nothing."""
    try:
        with closing(read_only(copy)) as connection:
            good = not verify(connection)
            return _contents(connection, good=good)
    except UNREADABLE:
        return Contents(good=False)


def numbers_in(copy: Path) -> frozenset[str]:
    """Return the numbers of the cases in a copy that have rows or a history there; none when it cannot be read."""
    try:
        with closing(read_only(copy)) as connection:
            return frozenset(str(row[0]) for row in connection.execute("SELECT number FROM cases"))
    except UNREADABLE:
        return frozenset()


def id_in(copy: Path) -> str:
    """Return the id of the data folder a copy was made of; empty when it does not say."""
    try:
        with closing(read_only(copy)) as connection:
            row = connection.execute("SELECT value FROM data_folder WHERE key = 'id'").fetchone()
            return "" if row is None else str(row[0])
    except UNREADABLE:
        return ""


def _contents(connection: sqlite3.Connection, *, good: bool) -> Contents:
    rows = connection.execute(
        "SELECT number, iif(trading_name = '', registered_name, trading_name), (SELECT count(*) FROM open_items "
        "WHERE open_items.case_id = cases.id AND state = 'open') FROM cases JOIN merchants ON case_id = cases.id "
        "ORDER BY cases.id"
    ).fetchall()
    last = connection.execute("SELECT at FROM timeline ORDER BY id DESC LIMIT 1").fetchone()
    return Contents(
        good,
        tuple(CaseInside(str(number), str(shop), int(items)) for number, shop, items in rows),
        "" if last is None else str(last[0])[:16].replace("T", " "),
        int(connection.execute("PRAGMA user_version").fetchone()[0]),
    )
