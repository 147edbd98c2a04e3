"""The gate that everything stored passes: every text in every statement that writes, by the column it goes to.

What a column may hold is said in ``domain.kept_text``. A statement whose columns cannot be told from its text passes
with nothing exempt.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from pos_closeout.domain.kept_text import LONG_NUMBERS, PLACES, kept_text
from pos_closeout.domain.masking import may_hold_card
from pos_closeout.store.mapping import Cell

_INSERT = re.compile(r'\s*INSERT\s+(?:OR\s+\w+\s+)?INTO\s+"?(\w+)"?\s*(?:\(([^)]*)\))?', re.IGNORECASE)
_UPDATE = re.compile(r"\s*UPDATE\s+\w+\s+SET\b", re.IGNORECASE)
_SET = re.compile(r'"?(\w+)"?\s*=\s*(?:\w+\(+)*\?(?!\d)')
_READS = re.compile(r"\s*(?:SELECT|DELETE|PRAGMA|BEGIN|COMMIT|CREATE|DROP|WITH|VACUUM|ROLLBACK)\b", re.IGNORECASE)
_UNKNOWN = ""
_OWN_NAME = "stored_as"
_OF_LINES = frozenset({"at", "kind", "direction", "state", "channel", "currency", "identity"})
"""Columns of the lines of bills that the program itself writes."""


class Gate:
    """Passes the cells of statements; remembers what each statement writes."""

    def __init__(self) -> None:
        self._columns: dict[str, tuple[str, ...] | None] = {}

    def row(self, sql: str, cells: Sequence[Cell]) -> Sequence[Cell]:
        """Return the cells of one statement as they may be stored."""
        columns = self._of(sql)
        return cells if columns is None else _passed(columns, cells)

    def rows(self, sql: str, rows: Iterable[Sequence[Cell]]) -> Iterable[Sequence[Cell]]:
        """Return the cells of one statement for many rows; those of bills column by column."""
        columns = self._of(sql)
        if columns is None:
            return rows
        many = list(rows)
        if "identity" in columns and not _any_to_mask(columns, many):
            # Lines of bills come by the million, and their readers have looked at them.
            return many
        return [_passed(columns, cells) for cells in many]

    def _of(self, sql: str) -> tuple[str, ...] | None:
        """Return the columns of the cells, "" where one is not known; None for a statement that writes no text."""
        if sql not in self._columns:
            self._columns[sql] = _columns(sql)
        return self._columns[sql]


def _columns(sql: str) -> tuple[str, ...] | None:
    if _READS.match(sql):
        return None
    if found := _INSERT.match(sql):
        names = tuple(name.strip(' "') for name in (found[2] or "").split(",") if name.strip())
        return ("wanted",) if found[1] == "wanted" else names
    return tuple(_SET.findall(sql)) if _UPDATE.match(sql) else ()


def _passed(columns: tuple[str, ...], cells: Sequence[Cell]) -> tuple[Cell, ...]:
    names = columns + (_UNKNOWN,) * (len(cells) - len(columns))
    if "what" in columns and "old" in columns:
        # A line of the history: the path in it says which field the texts are of.
        # The path itself is made of the program's own names.
        path = str(cells[columns.index("what")])
        as_told = {"what": _OWN_NAME, "old": path.rsplit(".", 1)[-1], "new": path.rsplit(".", 1)[-1]}
        names = tuple(as_told.get(name, name) for name in names)
    return tuple(
        kept_text(name, cell) if isinstance(cell, str) else cell for name, cell in zip(names, cells, strict=False)
    )


def _any_to_mask(columns: tuple[str, ...], rows: Sequence[Sequence[Any]]) -> bool:
    """Return whether a text that is not exempt may have to be changed."""
    for name, cells in zip(columns, zip(*rows, strict=True), strict=False):
        if name in LONG_NUMBERS or name in PLACES or name in _OF_LINES:
            continue
        # The columns of a line are all text or all numbers, and some cells of them empty.
        texts = {*cells} - {None}
        if (
            texts
            and isinstance(next(iter(texts)), str)
            and (may_hold_card(texts) or not all(map(str.isprintable, texts)))
        ):
            return True
    return False
