"""Delete a case for good: out of the database, the attachments, the log, and every safety copy within reach."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import date, datetime
from pathlib import Path
from shutil import rmtree

from pos_closeout.actions.items.proofs import BIN, attachments
from pos_closeout.actions.safety.copies import bring_to_place, second_place, within_reach
from pos_closeout.domain.case.case import Agent, Case, EntityType, Handler, Merchant, Settlement
from pos_closeout.domain.case.retention import Ground, RetentionPeriod, retention
from pos_closeout.domain.device.terminal import Action, Condition, Ownership, Terminal
from pos_closeout.domain.ledger.open_items import ItemKind
from pos_closeout.store import Store
from pos_closeout.store.erasing import (
    Cleaned,
    clean_copies,
    erase,
    erased_key,
    files_of_case,
    remove_damaged,
    traces,
)
from pos_closeout.store.marker import add_erased
from pos_closeout.store.safety import COPIES_FOLDER, folder_id


@dataclass(frozen=True, slots=True)
class Before:
    """What the owner should know before a case is deleted for good.

    Attributes:
        case: the case.
        kept: what the law wants kept, and until when; only periods that have not ended.
        bag: where the records of the case lie, which stay there; empty without a bag.
        place: the second place of safety copies that is out of reach now, ``None`` when there is none such.
    """

    case: Case
    kept: tuple[RetentionPeriod, ...]
    bag: str
    place: Path | None


@dataclass(frozen=True, slots=True)
class Erased:
    """What was done.

    Attributes:
        number: of the case.
        cleaned: safety copies and files put aside that had the case, each proved again.
        traces: texts of the case that are still in the database file; empty when it is clean.
        files: how many attachments went.
        left: files that could not be removed.
        out_of_reach: the second place, to be done when it comes back; ``None`` when it is done or there is none.
    """

    number: str
    cleaned: tuple[Cleaned, ...]
    traces: tuple[str, ...]
    files: int
    left: tuple[str, ...]
    out_of_reach: Path | None

    @property
    def complete(self) -> bool:
        """Whether nothing of the case is left within reach."""
        return not (self.traces or self.left) and all(each.done for each in self.cleaned)


def before_erasing(store: Store, case_id: int, today: date) -> Before:
    """Return what the owner should know first.

    Raises:
        NotFoundError: ``case.not_found``.
    """
    case = store.cases.get(case_id)
    prepaid = any(item.kind is ItemKind.PREPAID for item in store.items.for_case(case_id))
    lines = retention(case, today, prepaid=prepaid)
    kept = tuple(line for line in lines if line.ground is Ground.LAW and line.until is not None and line.until >= today)
    place = second_place(store)
    away = place if place is not None and not within_reach(store.database.folder, place) else None
    return Before(case, kept, case.backup.bag, away)


def erase_case(store: Store, case_id: int, now: datetime, logs: Path | None = None) -> Erased:
    """Delete a case for good. What is cut off half-way is finished by doing it again.

    The first thing kept is that the case is to go: from then on no safety copy brings it back.

    Args:
        store: nobody else may be reading or writing meanwhile.
        case_id: the case.
        now: for what follows in the second place.
        logs: the folder of the log, which is emptied.

    Raises:
        NotFoundError: ``case.not_found``.
        DataFolderError: ``store.locked`` and the like; what is left then is done by the next try.
    """
    case, folder = store.cases.get(case_id), store.database.folder
    key, texts = erased_key(store.database, case_id), _texts(case)
    own = folder_id(store.database)
    paths = _files(store, case)
    for each in (folder, folder / COPIES_FOLDER):
        if each.is_dir():
            add_erased(each, key)
    cleaned = clean_copies(folder / COPIES_FOLDER, [key], own, texts)
    cleaned += remove_damaged(folder, [key], texts)
    files, left = _remove_files(folder, paths)
    _empty_logs(logs)
    place = second_place(store)
    if place is not None and within_reach(folder, place):
        cleaned += clean_copies(place, [key], own, texts)
        add_erased(place, key)
        place = None
    erase(store.database, [key])
    bring_to_place(store, now)
    return Erased(case.number, tuple(cleaned), tuple(traces(store.database.path, texts)), files, tuple(left), place)


def _texts(case: Case) -> list[str]:
    """Return the texts that nobody else's case has: names, numbers, addresses."""
    found: list[str] = []
    parts: tuple[Merchant | Handler | Settlement | Agent | Terminal, ...] = (
        case.merchant, case.handler, case.settlement, case.agent, *case.terminals
    )  # fmt: skip
    for part in parts:
        found += [value for field in fields(part) if isinstance(value := getattr(part, field.name), str) and value]
    own = {each.strip() for each in found}
    return sorted(own - _words())


def _words() -> set[str]:
    """Return texts that stand in any database: values of enums."""
    return {member.value for kind in (EntityType, Action, Condition, Ownership) for member in kind}


def _files(store: Store, case: Case) -> tuple[str, ...]:
    folder = attachments(store) / BIN
    names = [path.name for path in folder.iterdir()] if folder.is_dir() else []
    items = [item.id for item in store.items.for_case(case.id)]
    return files_of_case(case.number, items, [terminal.id for terminal in case.terminals], names)


def _remove_files(folder: Path, paths: Sequence[str]) -> tuple[int, list[str]]:
    """Remove files and folders below the data folder; return how many files went, and what could not."""
    gone, left = 0, list[str]()
    for each in paths:
        path = folder / each
        files = [found for found in path.rglob("*") if found.is_file()] if path.is_dir() else [path][: path.is_file()]
        if path.is_dir():
            rmtree(path, ignore_errors=True)
        else:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        left += [str(found) for found in files if found.exists()]
        gone += sum(not found.exists() for found in files)
    return gone, left


def _empty_logs(folder: Path | None) -> None:
    """Empty the log: it holds no personal data, but nobody need take that on trust."""
    if folder is None or not folder.is_dir():
        return
    for path in folder.iterdir():
        with suppress(OSError):
            path.write_bytes(b"")
