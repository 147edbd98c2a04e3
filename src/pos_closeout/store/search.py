"""Searching where there may be very many rows: open items with what belongs to them, history, imported bills.

Letters and digits are compared as :func:`pos_closeout.domain.search.fold` writes them, mostly without leaving SQLite.
"""

import json
import re
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from pos_closeout.domain.dates.asked_dates import AskedDate
from pos_closeout.domain.search import fold
from pos_closeout.store.database import Database, translated
from pos_closeout.store.mapping import Cell, Row

_STEPS_BETWEEN = 20_000
"""Steps of SQLite's machine between two questions whether to go on; some milliseconds."""
_LISTED = "(SELECT value FROM json_each(:"
_WIDE = "'*[０-９Ａ-Ｚａ-ｚ]*'"
"""Full-width digits and letters; only texts with one of them are folded, in Python, which is slow."""
_OF_ITEM = (
    "i.counterparty", "i.note", "i.contact", "i.cleared_how", "i.due_basis", "i.reference", "i.voucher",
    "i.masked_account", "i.terminal_number", "i.due_on", "i.original_on", "i.cleared_on",
)  # fmt: skip
_OF_LINE = (
    "i.counterparty", "i.summary", "i.order_number", "i.merchant_order", "i.refund_number", "i.merchant_refund",
    "i.terminal", "i.at",
)  # fmt: skip
_BESIDE = (
    ("item_notes", ("n.text",)),
    ("item_talks", ("n.result", "n.with_whom", "n.next_step", "n.at")),
    ("item_proofs", ("iif(n.removed, '', n.name)",)),
    ("item_facts", ("n.value",)),
)
"""Tables with what belongs to an item, and what of it is looked through."""
_DAYS = frozenset({*_OF_ITEM[-3:], "i.at", "n.at"})
"""Columns of days and moments."""
_FREE = frozenset(
    {*_OF_ITEM[:7], *_OF_LINE[:2], "n.text", "n.result", "n.with_whom", "n.next_step", "n.value", "i.old", "i.new"}
)
"""What people write, and may write in full width."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A word, folded, and what else is as good as finding it.

    Attributes:
        cases: ids of the cases whose name holds it; they count only beside another word.
        kinds: values of the kinds of open items whose name holds it.
        fen: the amount it means.
        date: the date it means; a date in words has no other ``word``.
    """

    word: str
    cases: tuple[int, ...] = ()
    kinds: tuple[str, ...] = ()
    fen: int | None = None
    date: AskedDate | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """The first rows that were found, whether there are more, and whether the search was broken off."""

    rows: list[Row] = field(default_factory=list[Row])
    more: bool = False
    broken_off: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """Where to look.

    Attributes:
        columns: to return.
        tables: ``i`` is the one whose rows are counted.
        own: the columns that must hold a word.
        wide: the columns that must hold all of them together.
        kind: the column of the kind, if any.
        fen: the column of the amount, if any.
        told: whether people write dates into texts here; statements have columns for them.
    """

    columns: str
    tables: str
    own: tuple[str, ...]
    wide: tuple[str, ...]
    kind: str = ""
    fen: str = ""
    told: bool = True


class SearchRepository:
    """Looks through tables; every answer is bounded.

    Args:
        database: a connection of the thread that searches.
        stopped: asked every few milliseconds; the search then ends with what it has.
    """

    def __init__(self, database: Database, stopped: Callable[[], bool]) -> None:
        self._database, self._stopped = database, stopped
        database.connection.create_function("folded", 1, fold, deterministic=True)

    def items(self, wanted: Sequence[Wanted], case_id: int | None, most: int) -> Rows:
        """Return id, case, kind, fen, counterparty and the text of items, the newest first."""
        return self._find(
            _items("open_items i", _OF_ITEM, _OF_ITEM, kind="i.kind", fen="i.amount_fen"), wanted, case_id, most
        )

    def beside_items(self, wanted: Sequence[Wanted], case_id: int | None, most: int) -> Rows:
        """Return the same of items by their notes, talks, proof and extra fields, with the text of those."""
        found = Rows()
        for table, text in _BESIDE:
            tables = f"{table} n JOIN open_items i ON i.id = n.item_id"
            part = self._find(_items(tables, text, (*text, *_OF_ITEM)), wanted, case_id, most)
            found = Rows(found.rows + part.rows, found.more or part.more, found.broken_off or part.broken_off)
        return found

    def history(self, wanted: Sequence[Wanted], case_id: int | None, most: int) -> Rows:
        """Return case, time, what, old and new of lines of the history, the newest first; deleted cases left out."""
        text = ("i.old", "i.new", "i.at")
        tables = "timeline i JOIN cases c ON c.id = i.case_id"
        return self._find(_Place("i.case_id, i.at, i.what, i.old, i.new", tables, text, text), wanted, case_id, most)

    def bill_lines(self, wanted: Sequence[Wanted], case_id: int | None, most: int) -> Rows:
        """Return bill, case, time, fen, counterparty and the text of imported lines, the newest first."""
        columns = f"i.bill_id, i.case_id, i.at, i.amount_fen, i.counterparty, {_joined(_shown(_OF_LINE))}"
        return self._find(
            _Place(columns, "bill_lines i", _OF_LINE, _OF_LINE, fen="i.amount_fen", told=False),
            wanted,
            case_id,
            most,
        )

    def _find(self, place: _Place, wanted: Sequence[Wanted], case_id: int | None, most: int) -> Rows:
        cells: dict[str, Cell] = {"most": most + 1, "case": case_id}
        dates = [None if each.date is None else each.date.pattern for each in wanted]
        self._database.connection.create_function("dated", 2, partial(_has_date, dates), deterministic=True)
        every, one = [], []
        for at, each in enumerate(wanted):
            cells |= {f"w{at}": each.word, f"c{at}": json.dumps(each.cases), f"k{at}": json.dumps(each.kinds)}
            cells[f"f{at}"] = each.fen
            also = [f"{place.fen} = :f{at}"] if place.fen and each.fen is not None else []
            also += [f"{place.kind} IN {_LISTED}k{at}))"] if place.kind and each.kinds else []
            of_case = [f"i.case_id IN {_LISTED}c{at}))"] if each.cases else []
            if each.date is not None:
                cells |= {f"d{at}": each.date.stored, **{f"h{at}{n}": hint for n, hint in enumerate(each.date.hints)}}
            wide, own = (
                _held(columns, each.word, f"w{at}") + _dated(columns, each.date, at, told=place.told)
                for columns in (place.wide, place.own)
            )
            every.append(_any([*wide, *also, *of_case]))
            one.append(_any([*own, *also]))
        conditions = [_any(one), *every, *(["i.case_id = :case"] if case_id is not None else [])]
        told = ") AND (".join(conditions)
        sql = f"SELECT {place.columns} FROM {place.tables} WHERE ({told}) ORDER BY i.rowid DESC LIMIT :most"  # noqa: S608  # own words
        return self._read(sql, cells, most)

    def _read(self, sql: str, cells: Mapping[str, Cell], most: int) -> Rows:
        connection, rows = self._database.connection, list[Row]()
        connection.set_progress_handler(self._stopped, _STEPS_BETWEEN)
        try:
            # Row by row: what was found before the search was broken off counts.
            rows.extend(connection.execute(sql, cells))
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", 0) != sqlite3.SQLITE_INTERRUPT:
                raise translated(error, self._database.path) from error
            return Rows(rows[:most], broken_off=True)
        finally:
            connection.set_progress_handler(None, 0)
        return Rows(rows[:most], more=len(rows) > most)


def _items(
    tables: str,
    own: tuple[str, ...],
    wide: tuple[str, ...],
    *,
    kind: str = "",
    fen: str = "",
) -> _Place:
    columns = f"i.id, i.case_id, i.kind, i.amount_fen, i.counterparty, {_joined(_shown(own))}"
    return _Place(columns, tables, own, wide, kind, fen)


def _shown(columns: tuple[str, ...]) -> tuple[str, ...]:
    """Return the columns to show: the counterparty has one of its own."""
    return tuple(name for name in columns if name != "i.counterparty")


def _joined(columns: Sequence[str]) -> str:
    return " || ' ' || ".join(f"ifnull({name}, '')" for name in columns)


def _has_date(dates: Sequence[re.Pattern[str] | None], at: int, text: str) -> bool:
    """Say, for SQLite, whether a text holds the date that was asked for at a place of the question."""
    pattern = dates[at]
    return pattern is not None and pattern.search(fold(text)) is not None


def _any(conditions: Sequence[str]) -> str:
    return " OR ".join(conditions) or "0"


def _dated(columns: Sequence[str], date: AskedDate | None, at: int, *, told: bool) -> list[str]:
    """Return the conditions under which one of the columns is of a date, or holds it as somebody wrote it."""
    if date is None:
        return []
    days = [f"instr({name}, :d{at})" for name in columns if name in _DAYS]
    free = _joined([name for name in columns if name in _FREE])
    if not told or not free:
        return days
    hints = " OR ".join(f"instr(lower({free}), :h{at}{n})" for n in range(len(date.hints)))
    return [*days, f"(({hints}) AND dated({at}, {free}))"]


def _held(columns: Sequence[str], word: str, cell: str) -> list[str]:
    """Return the conditions under which one of the columns holds a word, however it is written; none for no word.

    Column by column, and without changing what has no letters to change: five times as fast as one long text.
    """
    if not word:
        return []
    plain = word == word.upper()
    held = [f"instr({name if plain else f'lower({name})'}, :{cell})" for name in columns]
    free = _joined([name for name in columns if name in _FREE])
    folded = [f"({free} GLOB {_WIDE} AND instr(folded({free}), :{cell}))"] if free else []
    return [*held, *folded]
