"""Cases in the database: one row in ``cases``, one row for each part, lists for terminals and answers."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from pos_closeout.domain.case import (
    Acquirer,
    Agent,
    Case,
    CheckAnswer,
    Handler,
    LetterChoices,
    Merchant,
    Request,
    Settlement,
    case_number,
)
from pos_closeout.domain.errors import NotFoundError
from pos_closeout.domain.terminal import Terminal
from pos_closeout.store.database import Database
from pos_closeout.store.mapping import Mapping, Row, mapping_of
from pos_closeout.store.safety import make_copy
from pos_closeout.store.timeline import TimelineRepository, changes, flat

_OWN = ("number", "created_on", "sample", "nothing_open")
_PARTS: dict[str, tuple[str, type[object]]] = {
    "merchant": ("merchants", Merchant),
    "acquirer": ("acquirers", Acquirer),
    "agent": ("agents", Agent),
    "handler": ("handlers", Handler),
    "settlement": ("settlements", Settlement),
    "request": ("requests", Request),
    "letter": ("letters", LetterChoices),
}
"""Field of a case, its table and its dataclass."""


class CaseRepository:
    """Reads and writes cases; every change stands in the history of the case."""

    def __init__(self, database: Database, timeline: TimelineRepository) -> None:
        self._database = database
        self._timeline = timeline
        self._own = mapping_of(Case, _OWN)
        self._parts: dict[str, tuple[str, Mapping[Any]]] = {
            name: (table, mapping_of(kind)) for name, (table, kind) in _PARTS.items()
        }
        self._terminals = mapping_of(Terminal)
        self._answers = mapping_of(CheckAnswer)

    def add(self, case: Case, now: datetime) -> Case:
        """Store a new case and return it with its id, its number and the ids of its terminals.

        The number is the next one of the year of ``created_on`` (of ``now`` when that is empty); a number is never
        given twice, not even after a case was deleted.
        """
        created = case.created_on or now.date()
        with self._database.writing():
            numbered = replace(case, created_on=created, number=self._next_number(created))
            names = ", ".join(_OWN)
            sql = f"INSERT INTO cases ({names}) VALUES (?, ?, ?, ?)"  # noqa: S608  # own column names
            stored = replace(numbered, id=self._database.run(sql, self._own.to_row(numbered)))
            for name, (table, mapping) in self._parts.items():
                self._insert_part(table, mapping, stored.id, getattr(stored, name))
            stored = self._write_lists(stored)
            opened = ("case.opened", "", stored.number)
            found = changes(self._flat(Case(number=stored.number)), self._flat(stored))
            self._timeline.append(stored.id, [opened, *found], now)
        return stored

    def save(self, case: Case, now: datetime) -> Case:
        """Store a changed case and return it with the ids of terminals that are new.

        Nothing is written when nothing changed. The number stays what it was.

        Raises:
            NotFoundError: ``case.not_found``.
        """
        with self._database.writing():
            stored = self.get(case.id)
            wanted = replace(case, number=stored.number)
            if wanted == stored:
                return stored
            self._update_own(stored, wanted)
            for name, (table, mapping) in self._parts.items():
                if getattr(wanted, name) != getattr(stored, name):
                    self._update_part(table, mapping, case.id, getattr(wanted, name))
            if (wanted.terminals, wanted.answers) != (stored.terminals, stored.answers):
                wanted = self._write_lists(wanted)
            self._timeline.append(case.id, changes(self._flat(stored), self._flat(wanted)), now)
        return wanted

    def get(self, case_id: int) -> Case:
        """Return a case.

        Raises:
            NotFoundError: ``case.not_found``.
        """
        found = self._load("= ?", case_id)
        if not found:
            raise NotFoundError("case.not_found", id=case_id)
        return found[0]

    def all(self) -> tuple[Case, ...]:
        """Return every case, oldest first."""
        return self._load(">= ?", 0)

    def delete(self, case_id: int, now: datetime) -> None:
        """Delete a case with its items and its history, after a safety copy of the whole database has been made.

        Raises:
            NotFoundError: ``case.not_found``.
        """
        case = self.get(case_id)
        make_copy(self._database, now)
        with self._database.writing():
            self._database.run("DELETE FROM cases WHERE id = ?", (case_id,))
            self._database.run("DELETE FROM timeline WHERE case_id = ?", (case_id,))
            self._timeline.append(case_id, [("case.deleted", case.number, "")], now)

    def _next_number(self, created: date) -> str:
        rows = self._database.rows(
            "INSERT INTO serials (year, last) VALUES (?, 1) "
            "ON CONFLICT (year) DO UPDATE SET last = last + 1 RETURNING last",
            (created.year,),
        )
        return case_number(created.year, int(rows[0][0] or 0))

    def _insert_part(self, table: str, mapping: Mapping[Any], case_id: int, part: object) -> None:
        names, places = ", ".join(mapping.columns), ", ?" * len(mapping.columns)
        sql = f"INSERT INTO {table} (case_id, {names}) VALUES (?{places})"  # noqa: S608  # own names
        self._database.run(sql, (case_id, *mapping.to_row(part)))

    def _update_part(self, table: str, mapping: Mapping[Any], case_id: int, part: object) -> None:
        names = ", ".join(f"{name} = ?" for name in mapping.columns)
        sql = f"UPDATE {table} SET {names} WHERE case_id = ?"  # noqa: S608  # own names
        self._database.run(sql, (*mapping.to_row(part), case_id))

    def _update_own(self, stored: Case, wanted: Case) -> None:
        if self._own.to_row(stored) != self._own.to_row(wanted):
            names = ", ".join(f"{name} = ?" for name in _OWN)
            sql = f"UPDATE cases SET {names} WHERE id = ?"  # noqa: S608  # own names
            self._database.run(sql, (*self._own.to_row(wanted), wanted.id))

    def _write_lists(self, case: Case) -> Case:
        """Write terminals and answers anew and return the case with the ids of its terminals."""
        self._database.run("DELETE FROM terminals WHERE case_id = ?", (case.id,))
        self._database.run("DELETE FROM answers WHERE case_id = ?", (case.id,))
        terminals = tuple(
            self._insert_terminal(case.id, position, terminal) for position, terminal in enumerate(case.terminals)
        )
        self._database.run_many(
            'INSERT INTO answers (case_id, position, "check", answer) VALUES (?, ?, ?, ?)',
            ((case.id, position, *self._answers.to_row(answer)) for position, answer in enumerate(case.answers)),
        )
        return replace(case, terminals=terminals)

    def _insert_terminal(self, case_id: int, position: int, terminal: Terminal) -> Terminal:
        """Insert a terminal under its own id, or under a new one when it has none or another terminal has it."""
        taken = self._database.rows("SELECT 1 FROM terminals WHERE id = ?", (terminal.id,))
        cells = (None if taken or not terminal.id else terminal.id, *self._terminals.to_row(terminal)[1:])
        names, places = ", ".join(self._terminals.columns), ", ?" * len(cells)
        sql = f"INSERT INTO terminals (case_id, position, {names}) VALUES (?, ?{places})"  # noqa: S608  # own names
        return replace(terminal, id=self._database.run(sql, (case_id, position, *cells)))

    def _load(self, condition: str, case_id: int) -> tuple[Case, ...]:
        """Return the cases whose id meets a condition, with one query for each table."""
        own = self._rows("cases", "id", _OWN, f"WHERE id {condition} ORDER BY id", case_id)
        where = f"WHERE case_id {condition}"
        parts: dict[str, dict[int, Any]] = {}
        for name, (table, mapping) in self._parts.items():
            rows = self._rows(table, "case_id", mapping.columns, where, case_id)
            parts[name] = dict(zip(_keys(rows), mapping.from_rows(row[1:] for row in rows), strict=True))
        terminals = self._lists("terminals", self._terminals, where, case_id)
        answers = self._lists("answers", self._answers, where, case_id)
        ids = _keys(own)
        return tuple(
            replace(
                case,
                id=key,
                terminals=tuple(terminals.get(key, ())),
                answers=tuple(answers.get(key, ())),
                **{name: found[key] for name, found in parts.items()},
            )
            for key, case in zip(ids, self._own_cases(own), strict=True)
        )

    def _own_cases(self, rows: list[Row]) -> list[Case]:
        return [Case(**dict(zip(_OWN, cells, strict=True))) for cells in self._own.decoded(row[1:] for row in rows)]

    def _lists(self, table: str, mapping: Mapping[Any], where: str, case_id: int) -> dict[int, list[Any]]:
        rows = self._rows(table, "case_id", mapping.columns, f"{where} ORDER BY case_id, position", case_id)
        found: dict[int, list[Any]] = {}
        for key, value in zip(_keys(rows), mapping.from_rows(row[1:] for row in rows), strict=True):
            found.setdefault(key, []).append(value)
        return found

    def _rows(self, table: str, key: str, columns: tuple[str, ...], rest: str, case_id: int) -> list[Row]:
        names = ", ".join(f'"{name}"' for name in columns)
        sql = f"SELECT {key}, {names} FROM {table} {rest}"  # noqa: S608  # own names and clauses
        return self._database.rows(sql, (case_id,))

    def _flat(self, case: Case) -> dict[str, str]:
        """Describe a case as dotted paths and texts; terminals by id, so that moving one is one change."""
        told = flat("", _OWN, self._own.to_row(case))
        for name, (_, mapping) in self._parts.items():
            told |= flat(f"{name}.", mapping.columns, mapping.to_row(getattr(case, name)))
        told["terminals"] = ",".join(str(terminal.id) for terminal in case.terminals)
        for terminal in case.terminals:
            cells = self._terminals.to_row(terminal)[1:]
            told |= flat(f"terminals.{terminal.id}.", self._terminals.columns[1:], cells)
        return told | {f"answers.{given.check}": given.answer.value for given in case.answers}


def _keys(rows: list[Row]) -> list[int]:
    return [int(row[0] or 0) for row in rows]
