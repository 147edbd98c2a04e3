"""What is kept about single items beside their line: extra fields, notes, talks, proof, and their own history."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from pos_closeout.domain.errors import DataFolderError, NotFoundError
from pos_closeout.domain.ledger.item_facts import Fact
from pos_closeout.domain.ledger.item_file import Event, Note, Proof, Talk
from pos_closeout.store.database import Database
from pos_closeout.store.mapping import RowMapping, mapping_of
from pos_closeout.store.timeline import TimelineRepository, changes

_TABLES: dict[type[object], str] = {Note: "item_notes", Talk: "item_talks", Proof: "item_proofs"}
_IDS_AT_ONCE = 500


class ItemFileRepository:
    """Reads and writes what belongs to one item; every change stands in the history of its case."""

    def __init__(self, database: Database, timeline: TimelineRepository) -> None:
        self._database, self._timeline = database, timeline
        self._mappings: dict[type[object], RowMapping[Any]] = {kind: mapping_of(kind) for kind in _TABLES}

    def facts(self, item_id: int) -> dict[Fact, str]:
        """Return the extra fields of an item."""
        return self.facts_of([item_id]).get(item_id, {})

    def facts_of(self, item_ids: Iterable[int]) -> dict[int, dict[Fact, str]]:
        """Return the extra fields of several items by item; items without any are missing."""
        wanted, found = list(item_ids), dict[int, dict[Fact, str]]()
        for at in range(0, len(wanted), _IDS_AT_ONCE):
            some = wanted[at : at + _IDS_AT_ONCE]
            places = ", ".join("?" * len(some))
            sql = f"SELECT item_id, fact, value FROM item_facts WHERE item_id IN ({places})"  # noqa: S608  # places only
            for item_id, fact, value in self._database.rows(sql, tuple(some)):
                found.setdefault(int(item_id or 0), {})[_fact(fact)] = str(value)
        return found

    def keep_facts(self, item_id: int, facts: Mapping[Fact, str], now: datetime) -> dict[Fact, str]:
        """Put facts in place of the ones an item had and return those.

        Raises:
            NotFoundError: ``item.not_found``.
        """
        with self._database.writing():
            case_id, before = self._case_of(item_id), self.facts(item_id)
            found = changes(_flat(item_id, before), _flat(item_id, facts))
            if found:
                self._database.run("DELETE FROM item_facts WHERE item_id = ?", (item_id,))
                self._database.run_many(
                    "INSERT INTO item_facts (item_id, fact, value, case_id) VALUES (?, ?, ?, ?)",
                    ((item_id, fact.value, value, case_id) for fact, value in facts.items()),
                )
                self._timeline.append(case_id, found, now)
        return before

    def notes(self, item_id: int) -> tuple[Note, ...]:
        """Return the notes of an item, oldest first."""
        return self._read(Note, item_id)

    def talks(self, item_id: int) -> tuple[Talk, ...]:
        """Return the communication log of an item, oldest first."""
        return self._read(Talk, item_id, "at, id")

    def proofs(self, item_id: int) -> tuple[Proof, ...]:
        """Return the files kept with an item, removed ones left out, oldest first."""
        return tuple(proof for proof in self._read(Proof, item_id) if not proof.removed)

    def note(self, item_id: int, note: Note, now: datetime) -> None:
        """Add a note.

        Raises:
            NotFoundError: ``item.not_found``.
        """
        self._add(item_id, note, ("item.noted", "", note.text), now)

    def talk(self, item_id: int, talk: Talk, now: datetime) -> None:
        """Add a line to the communication log.

        Raises:
            NotFoundError: ``item.not_found``.
        """
        told = " · ".join(part for part in (talk.way.value, talk.with_whom, talk.result) if part)
        self._add(item_id, talk, ("item.talked", "", told), now)

    def attach(self, item_id: int, proof: Proof, now: datetime) -> None:
        """Enter a file that has been copied into the folder of attachments.

        Raises:
            NotFoundError: ``item.not_found``.
        """
        self._add(item_id, proof, ("item.attached", "", f"{proof.name} sha256={proof.sha256}"), now)

    def detach(self, item_id: int, proof: Proof, moved_to: str, now: datetime) -> None:
        """Enter that a file has been moved to the bin.

        Raises:
            NotFoundError: ``item.not_found``.
        """
        with self._database.writing():
            case_id = self._case_of(item_id)
            self._database.run("UPDATE item_proofs SET removed = 1, stored_as = ? WHERE id = ?", (moved_to, proof.id))
            self._timeline.append(case_id, [("item.detached", f"{item_id} {proof.name}", "")], now)

    def events(self, item_id: int) -> tuple[Event, ...]:
        """Return what happened to an item, oldest first."""
        case_id = self._case_of(item_id)
        field, named = f"items.{item_id}.", f"{item_id} "
        sql = (
            "SELECT at, what, old, new FROM timeline WHERE case_id = ?1 AND (substr(what, 1, ?2) = ?3 OR (what LIKE "
            "'item.%' AND (substr(new || ' ', 1, ?4) = ?5 OR substr(old || ' ', 1, ?4) = ?5))) ORDER BY id"
        )
        cells = (case_id, len(field), field, len(named), named)
        return tuple(
            Event(
                str(at),
                str(what).removeprefix(field).removeprefix("item."),
                *(_unnamed(text, named, str(what)) for text in (old, new)),
            )
            for at, what, old, new in self._database.rows(sql, cells)
        )

    def _add(self, item_id: int, entry: Note | Talk | Proof, told: tuple[str, str, str], now: datetime) -> None:
        mapping, table = self._mappings[type(entry)], _TABLES[type(entry)]
        columns = mapping.columns[1:]
        with self._database.writing():
            case_id = self._case_of(item_id)
            names, places = ", ".join(columns), ", ?" * len(columns)
            sql = f"INSERT INTO {table} (item_id, case_id, {names}) VALUES (?, ?{places})"  # noqa: S608  # own names
            self._database.run(sql, (item_id, case_id, *mapping.to_row(entry)[1:]))
            what, old, new = told
            self._timeline.append(case_id, [(what, old, f"{item_id} {new}")], now)

    def _read(self, kind: type[Any], item_id: int, order: str = "id") -> tuple[Any, ...]:
        mapping = self._mappings[kind]
        sql = f"SELECT {', '.join(mapping.columns)} FROM {_TABLES[kind]} WHERE item_id = ? ORDER BY {order}"  # noqa: S608  # own names
        return tuple(mapping.from_rows(self._database.rows(sql, (item_id,))))

    def _case_of(self, item_id: int) -> int:
        rows = self._database.rows("SELECT case_id FROM open_items WHERE id = ?", (item_id,))
        if not rows:
            raise NotFoundError("item.not_found", id=item_id)
        return int(rows[0][0] or 0)


def _fact(cell: object) -> Fact:
    try:
        return Fact(str(cell))
    except ValueError as error:
        raise DataFolderError("store.unreadable_value", what="item_facts", detail=str(error)) from error


def _flat(item_id: int, facts: Mapping[Fact, str]) -> dict[str, str]:
    return {f"items.{item_id}.facts.{fact.value}": value for fact, value in facts.items()}


def _unnamed(text: object, named: str, what: str) -> str:
    """Return the text of a verb's line without the number of the item in front."""
    return str(text).removeprefix(named) if what.startswith("item.") else str(text)
