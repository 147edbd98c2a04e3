"""Cases in the database: one row in ``cases``, one row for each part, one for each entry of a list."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any, cast

from pos_closeout.domain.case.backup import Backup, BackupSource
from pos_closeout.domain.case.case import (
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
from pos_closeout.domain.case.closing import CarriedItem, Closing
from pos_closeout.domain.case.contact import ContactEntry, ContactGuard, KnownNumber
from pos_closeout.domain.case.filled_forms import FilledForm
from pos_closeout.domain.case.follow_up import FollowUp, LateCharge, WatchedMonth
from pos_closeout.domain.case.impact import ImpactChoices, Replacement, Risk, TakingsEstimate
from pos_closeout.domain.case.issued_papers import Delivery, IssuedPaper, PaperAnswers
from pos_closeout.domain.case.merging import Overruled, merge_cases
from pos_closeout.domain.case.moving import Move
from pos_closeout.domain.case.notices import Notice, NoticePlan
from pos_closeout.domain.case.profile import Profile
from pos_closeout.domain.case.review import IssuedText, Repair, ReviewEvent, ReviewPlan
from pos_closeout.domain.device.tasks import DeviceFile, DeviceTask, LastPrint
from pos_closeout.domain.device.terminal import Terminal
from pos_closeout.domain.device.upkeep import UpkeepMark
from pos_closeout.domain.errors import DataFolderError, NotFoundError
from pos_closeout.domain.kept_text import kept
from pos_closeout.store.database import Database
from pos_closeout.store.mapping import Row, RowMapping, mapping_of
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
    "backup": ("backups", Backup),
    "paper_answers": ("paper_answers", PaperAnswers),
    "guard": ("contact_guards", ContactGuard),
    "closing": ("closings", Closing),
    "review": ("review_plans", ReviewPlan),
    "notice_plan": ("notice_plans", NoticePlan),
    "impact": ("impacts", ImpactChoices),
    "follow_up": ("follow_ups", FollowUp),
    "profile": ("profiles", Profile),
}
"""Field of a case, its table and its dataclass; one row for each case."""
_LISTS: dict[str, tuple[str, type[object], str]] = {
    "answers": ("answers", CheckAnswer, "check"),
    "backup_sources": ("backup_sources", BackupSource, ""),
    "moves": ("moves", Move, ""),
    "issued_papers": ("issued_papers", IssuedPaper, ""),
    "deliveries": ("deliveries", Delivery, ""),
    "numbers": ("contact_numbers", KnownNumber, ""),
    "contacts": ("contacts", ContactEntry, ""),
    "carried": ("carried_items", CarriedItem, "item_id"),
    "notices": ("notices", Notice, ""),
    "device_tasks": ("device_tasks", DeviceTask, ""),
    "last_prints": ("last_prints", LastPrint, ""),
    "device_files": ("device_files", DeviceFile, "stored_as"),
    "filled_forms": ("filled_forms", FilledForm, "stored_as"),
    "watched_months": ("watched_months", WatchedMonth, ""),
    "late_charges": ("late_charges", LateCharge, ""),
    "upkeep_marks": ("upkeep_marks", UpkeepMark, ""),
    "reviews": ("review_events", ReviewEvent, ""),
    "repairs": ("repairs", Repair, ""),
    "issued_texts": ("issued_texts", IssuedText, ""),
    "estimates": ("takings_estimates", TakingsEstimate, ""),
    "replacements": ("replacements", Replacement, ""),
    "risks": ("risks", Risk, ""),
}
"""Field of a case, its table (``case_id``, ``position``, then the fields), its dataclass and, where the entries are
known by one of their fields, that field: the history then names them by it instead of their place."""


class CaseRepository:
    """Reads and writes cases; every change stands in the history of the case.

    Attributes:
        overruled: answers that somebody else had changed meanwhile and the last save changed too.
    """

    def __init__(self, database: Database, timeline: TimelineRepository) -> None:
        self._database = database
        self._timeline = timeline
        self._given: dict[int, Case] = {}
        self.overruled: tuple[Overruled, ...] = ()
        self._own = mapping_of(Case, _OWN)
        self._parts: dict[str, tuple[str, RowMapping[Any]]] = {
            name: (table, mapping_of(kind)) for name, (table, kind) in _PARTS.items()
        }
        self._terminals = mapping_of(Terminal)
        self._lists: dict[str, tuple[str, RowMapping[Any]]] = {
            name: (table, mapping_of(kind)) for name, (table, kind, _) in _LISTS.items()
        }
        self._once = self._select_once()

    def add(self, case: Case, now: datetime) -> Case:
        """Store a new case and return it with its id, its number and the ids of its terminals.

        The number is the next one of the year of ``created_on`` (of ``now`` when that is empty); a number is never
        given twice, not even after a case was deleted.
        """
        case = kept(case)
        created = case.created_on or now.date()
        with self._database.writing():
            numbered = replace(case, created_on=created, number=self._next_number(created))
            names = ", ".join(_OWN)
            sql = f"INSERT INTO cases ({names}) VALUES (?, ?, ?, ?)"  # noqa: S608  # own column names
            stored = replace(numbered, id=self._database.run(sql, self._own.to_row(numbered)))
            for name, (table, mapping) in self._parts.items():
                self._insert_part(table, mapping, stored.id, getattr(stored, name))
            stored = self._write_terminals(stored)
            for name in _LISTS:
                self._write_list(name, stored)
            opened = ("case.opened", "", stored.number)
            found = changes(self._flat(Case(number=stored.number)), self._flat(stored))
            self._timeline.append(stored.id, [opened, *found], now)
        return stored

    def save(self, case: Case, now: datetime, base: Case | None = None) -> Case:
        """Store a changed case and return it with the ids of terminals that are new.

        Nothing is written when nothing changed. The number stays what it was. What somebody else stored meanwhile stays
        too: only what differs from ``base`` is written (see :func:`merge_cases` and :attr:`overruled`).

        Args:
            case: what is to be stored.
            now: for the history.
            base: the case the changes started from; the one that was read here last when left out.

        Raises:
            NotFoundError: ``case.not_found``.
        """
        with self._database.writing():
            started = base or self.read_last(case.id)
            stored = self.get(case.id)
            merged = merge_cases(started or stored, stored, kept(case))
            wanted = replace(merged.case, number=stored.number)
            if wanted != stored:
                wanted = self._write(stored, wanted)
                self._timeline.append(case.id, changes(self._flat(stored), self._flat(wanted)), now)
        self.overruled = merged.overruled
        self._given[case.id] = wanted
        return wanted

    def _write(self, stored: Case, wanted: Case) -> Case:
        """Write the parts and lists that differ; return the case with the ids of new terminals."""
        self._update_own(stored, wanted)
        for name, (table, mapping) in self._parts.items():
            if getattr(wanted, name) != getattr(stored, name):
                self._update_part(table, mapping, wanted.id, getattr(wanted, name))
        if wanted.terminals != stored.terminals:
            wanted = self._write_terminals(wanted)
        for name in _LISTS:
            if getattr(wanted, name) != getattr(stored, name):
                self._write_list(name, wanted)
        return wanted

    def get(self, case_id: int) -> Case:
        """Return a case.

        Raises:
            NotFoundError: ``case.not_found``.
        """
        found = self._load("= ?", case_id)
        if not found:
            raise NotFoundError("case.not_found", id=case_id)
        self._given[case_id] = found[0]
        return found[0]

    def read_last(self, case_id: int) -> Case | None:
        """Return a case as it was read or stored here last, without looking."""
        return self._given.get(case_id)

    def has_closed(self, case_id: int) -> bool:
        """Return whether a case has been closed, without reading the rest of it.

        Raises:
            NotFoundError: ``case.not_found``.
        """
        rows = self._database.rows("SELECT closed_on FROM closings WHERE case_id = ?", (case_id,))
        if not rows:
            raise NotFoundError("case.not_found", id=case_id)
        return rows[0][0] is not None

    def all(self) -> tuple[Case, ...]:
        """Return every case, oldest first."""
        found = self._load(">= ?", 0)
        self._given |= {case.id: case for case in found}
        return found

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

    def withdraw(self, case_id: int) -> None:
        """Take a case away to which nothing has happened since it was opened; its number is not given again."""
        with self._database.writing():
            self._database.run("DELETE FROM cases WHERE id = ?", (case_id,))
            self._database.run("DELETE FROM timeline WHERE case_id = ?", (case_id,))

    def _next_number(self, created: date) -> str:
        rows = self._database.rows(
            "INSERT INTO serials (year, last) VALUES (?, 1) "
            "ON CONFLICT (year) DO UPDATE SET last = last + 1 RETURNING last",
            (created.year,),
        )
        return case_number(created.year, int(rows[0][0] or 0))

    def _insert_part(self, table: str, mapping: RowMapping[Any], case_id: int, part: object) -> None:
        names, places = ", ".join(mapping.columns), ", ?" * len(mapping.columns)
        sql = f"INSERT INTO {table} (case_id, {names}) VALUES (?{places})"  # noqa: S608  # own names
        self._database.run(sql, (case_id, *mapping.to_row(part)))

    def _update_part(self, table: str, mapping: RowMapping[Any], case_id: int, part: object) -> None:
        names = ", ".join(f"{name} = ?" for name in mapping.columns)
        sql = f"UPDATE {table} SET {names} WHERE case_id = ?"  # noqa: S608  # own names
        self._database.run(sql, (*mapping.to_row(part), case_id))

    def _update_own(self, stored: Case, wanted: Case) -> None:
        if self._own.to_row(stored) != self._own.to_row(wanted):
            names = ", ".join(f"{name} = ?" for name in _OWN)
            sql = f"UPDATE cases SET {names} WHERE id = ?"  # noqa: S608  # own names
            self._database.run(sql, (*self._own.to_row(wanted), wanted.id))

    def _write_terminals(self, case: Case) -> Case:
        """Write the terminals anew and return the case with their ids."""
        self._database.run("DELETE FROM terminals WHERE case_id = ?", (case.id,))
        terminals = tuple(
            self._insert_terminal(case.id, position, terminal) for position, terminal in enumerate(case.terminals)
        )
        return replace(case, terminals=terminals)

    def _write_list(self, name: str, case: Case) -> None:
        """Write the entries of one list of a case anew."""
        table, mapping = self._lists[name]
        self._database.run(f"DELETE FROM {table} WHERE case_id = ?", (case.id,))  # noqa: S608  # own table names
        names = "".join(f', "{column}"' for column in mapping.columns)
        places = ", ?" * len(mapping.columns)
        self._database.run_many(
            f"INSERT INTO {table} (case_id, position{names}) VALUES (?, ?{places})",  # noqa: S608  # own names
            ((case.id, position, *mapping.to_row(entry)) for position, entry in enumerate(getattr(case, name))),
        )

    def _insert_terminal(self, case_id: int, position: int, terminal: Terminal) -> Terminal:
        """Insert a terminal under its own id, or under a new one when it has none or another terminal has it."""
        taken = self._database.rows("SELECT 1 FROM terminals WHERE id = ?", (terminal.id,))
        cells = (None if taken or not terminal.id else terminal.id, *self._terminals.to_row(terminal)[1:])
        names, places = ", ".join(self._terminals.columns), ", ?" * len(cells)
        sql = f"INSERT INTO terminals (case_id, position, {names}) VALUES (?, ?{places})"  # noqa: S608  # own names
        return replace(terminal, id=self._database.run(sql, (case_id, position, *cells)))

    def _load(self, condition: str, case_id: int) -> tuple[Case, ...]:
        """Return the cases whose id meets a condition: one query for what a case has once, and one for each list."""
        rows = self._database.rows(f"{self._once} WHERE own.id {condition} ORDER BY own.id", (case_id,))
        where = f"WHERE case_id {condition}"
        own = self._own_cases(rows)
        parts: dict[str, tuple[Any, ...]] = {}
        start = 1 + len(_OWN)
        for name, (table, mapping) in self._parts.items():
            end = start + 1 + len(mapping.columns)
            if any(row[start] is None for row in rows):
                # A case without one of its parts is damaged: it must not be taken for a case that is not there.
                raise DataFolderError("store.unreadable_value", what=mapping.kind.__name__, detail=f"{table}: missing")
            parts[name] = tuple(mapping.from_rows(row[start + 1 : end] for row in rows))
            start = end
        lists: dict[str, dict[int, Any]] = {
            name: self._entries(table, mapping, where, case_id) for name, (table, mapping) in self._lists.items()
        }
        lists["terminals"] = self._entries("terminals", self._terminals, where, case_id)
        return tuple(
            replace(
                case,
                id=key,
                **{name: found[place] for name, found in parts.items()},
                **cast("dict[str, Any]", {name: tuple(found.get(key, ())) for name, found in lists.items()}),
            )
            for place, (key, case) in enumerate(zip(_keys(rows), own, strict=True))
        )

    def _own_cases(self, rows: list[Row]) -> list[Case]:
        own = self._own.decoded(row[1 : 1 + len(_OWN)] for row in rows)
        return [Case(**dict(zip(_OWN, cells, strict=True))) for cells in own]

    def _select_once(self) -> str:
        """Return the query for what a case has once: its own columns, then those of each part."""
        columns, joined = ["own.id", *(f"own.{name}" for name in _OWN)], ["cases AS own"]
        for name, (table, mapping) in self._parts.items():
            columns += (f'{name}."{column}"' for column in ("case_id", *mapping.columns))
            joined.append(f"{table} AS {name} ON {name}.case_id = own.id")
        return f"SELECT {', '.join(columns)} FROM {' LEFT JOIN '.join(joined)}"  # noqa: S608  # own names

    def _entries(self, table: str, mapping: RowMapping[Any], where: str, case_id: int) -> dict[int, list[Any]]:
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
        for name, (_, mapping) in self._lists.items():
            told |= _flat_list(name, mapping, getattr(case, name), _LISTS[name][2])
        return told


def _flat_list(name: str, mapping: RowMapping[Any], entries: Iterable[object], key: str) -> dict[str, str]:
    """Describe the entries of a list by their key or their place; a single field beside the key needs no name."""
    told: dict[str, str] = {}
    for place, entry in enumerate(entries, 1):
        cells = dict(zip(mapping.columns, mapping.to_row(entry), strict=True))
        path = f"{name}.{cells.pop(key)}" if key else f"{name}.{place}"
        told |= flat("", [path], cells.values()) if key and len(cells) == 1 else flat(f"{path}.", cells, cells.values())
    return told


def _keys(rows: list[Row]) -> list[int]:
    return [int(row[0] or 0) for row in rows]
