"""Back up a case: make a bag of its records, check it again, copy it elsewhere, make a masked copy for others.

Every function takes a case and returns it with what is now known of the bag; the caller stores it. ``watch`` is told
bytes done, bytes in all and the file at hand, and may raise to stop; nothing half done is left then.
"""

import csv
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from pos_closeout import __version__
from pos_closeout.actions.cases.case_json import export_case, export_item
from pos_closeout.actions.items.item_files import facts_of_items
from pos_closeout.actions.items.proofs import attachments
from pos_closeout.domain.case.backup import Backup, BackupSource, month_key
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.errors import BadInputError, EvidenceError
from pos_closeout.domain.ledger.item_facts import Facts
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.masking import mask_personal
from pos_closeout.evidence.bag import copy_bag, make_bag
from pos_closeout.evidence.checking import BagFault, Checked, Fault, Watch, verify_bag
from pos_closeout.evidence.files import OmissionReason, OmittedFile
from pos_closeout.evidence.gathering import Chosen
from pos_closeout.evidence.masked import Masked, masked_copy
from pos_closeout.evidence.places import on_other_volume
from pos_closeout.evidence.tables import csv_bytes
from pos_closeout.store import Store, TimelineEntry

__all__ = [
    "BackedUp",
    "BagFault",
    "Checked",
    "Fault",
    "Masked",
    "OmissionReason",
    "OmittedFile",
    "Records",
    "Watch",
    "check_any",
    "check_bag",
    "copy_elsewhere",
    "is_elsewhere",
    "left_out_of",
    "make_backup",
    "mask_for_others",
    "records_of",
]


_ATTACHMENTS = "attachments"
"""The folder of a bag for files kept with items and device tasks."""


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A case with its new bag, and what could not be taken into it."""

    case: Case
    left_out: tuple[OmittedFile, ...]


@dataclass(frozen=True, slots=True)
class Records:
    """What the program keeps about a case beside the case itself.

    Attributes:
        items: all its items, cleared ones too.
        facts: the extra fields of the items, by id.
        history: its history.
        attachments: the folder of files kept with items and device tasks; ``None`` while there is none.
    """

    items: tuple[OpenItem, ...] = ()
    facts: Mapping[int, Facts] = field(default_factory=dict[int, Facts])
    history: Sequence[TimelineEntry] = ()
    attachments: Path | None = None


def records_of(store: Store, case: Case) -> Records:
    """Read what belongs into the bag of a case from the data folder."""
    items = store.items.for_case(case.id)
    folder = attachments(store) / case.number
    kept = folder if case.number and folder.is_dir() else None
    return Records(tuple(items), facts_of_items(store, items), store.timeline.for_case(case.id), kept)


def make_backup(case: Case, records: Records, today: date, watch: Watch, *, whole: bool = False) -> BackedUp:
    """Make a bag of what was chosen in the folder the case names, and read it back.

    Args:
        case: says what was chosen and where the bag goes.
        records: what the program knows; goes in with the case unless the owner wants no program data.
        today: the date of the bag.
        watch: follows along.
        whole: make nothing when a file cannot be taken, instead of naming it and going on.

    Raises:
        BadInputError: ``backup.no_folder`` when the case names none.
        EvidenceError: as :func:`make_bag`; ``backup.left_out`` with ``whole``.
    """
    folder = _folder(case.backup.folder)
    chosen = tuple(_chosen(source) for source in case.backup_sources if source.path.strip())
    written = _program_data(case, records) if case.backup.program_data else {}
    if case.backup.program_data and records.attachments is not None:
        chosen = (*chosen, Chosen(records.attachments, _ATTACHMENTS))
    name = f"{case.number or 'TJ'} {today.isoformat()}"
    made = make_bag(chosen, written, _info(case, today), folder=folder, name=name, watch=watch, whole=whole)
    backup = replace(
        case.backup,
        bag=str(made.path),
        bag_id=made.checked.id,
        bag_files=made.checked.files,
        bag_bytes=made.checked.size,
        bag_left_out=len(made.left_out),
        made_on=today,
        checked_on=today,
        checked_id=made.checked.id,
        faults=0,
    )
    return BackedUp(replace(case, backup=backup), made.left_out)


def check_bag(case: Case, today: date, watch: Watch) -> tuple[Case, Checked]:
    """Read the bag of a case back; the case then says whether every byte was right.

    Raises:
        BadInputError: ``backup.no_bag`` when none has been made.
    """
    if not case.backup.bag:
        raise BadInputError("backup.no_bag")
    checked = verify_bag(Path(case.backup.bag), watch, case.backup.bag_id)
    return replace(case, backup=_checked(case.backup, checked, today)), checked


def check_any(path: Path, watch: Watch) -> Checked:
    """Read any bag of this program back, without a case.

    Raises:
        EvidenceError: ``bag.not_found``.
    """
    if not path.is_dir():
        raise EvidenceError("bag.not_found", path=str(path))
    return verify_bag(path, watch)


def left_out_of(bag: Path) -> int:
    """Return how many chosen files a bag says it lacks; 0 when it does not say."""
    try:
        with (bag / "left-out.csv").open(encoding="utf-8-sig", newline="") as file:
            return max(0, sum(1 for _ in csv.reader(file)) - 1)
    except (OSError, UnicodeDecodeError, csv.Error):
        # A damaged list is named by the check of the bag itself.
        return 0


def is_elsewhere(case: Case, folder: Path) -> bool:
    """Return whether a folder stands on another volume than the bag.

    Raises:
        EvidenceError: ``folder.not_found``.
    """
    return on_other_volume(Path(case.backup.bag), folder)


def copy_elsewhere(case: Case, folder: Path, today: date, watch: Watch) -> Case:
    """Copy the bag into another folder, read the copy back, and note whether it is on another volume.

    Raises:
        BadInputError: ``backup.no_bag``.
        EvidenceError: as :func:`copy_bag`.
    """
    if not case.backup.bag:
        raise BadInputError("backup.no_bag")
    path, checked = copy_bag(Path(case.backup.bag), _folder(str(folder)), watch, case.backup.bag_id)
    apart = is_elsewhere(case, path)
    backup = replace(case.backup, copy=str(path), copy_id=checked.id, copy_on=today, copy_apart=apart)
    return replace(case, backup=backup)


def mask_for_others(case: Case, folder: Path, today: date, watch: Watch) -> tuple[Case, Masked]:
    """Write a copy of the text files among what was chosen, with personal numbers masked, for handing to others.

    Raises:
        EvidenceError: as :func:`masked_copy`.
    """
    chosen = tuple(_chosen(source) for source in case.backup_sources if source.path.strip())
    name = f"{case.number or 'TJ'} {today.isoformat()} masked"
    masked = masked_copy(chosen, folder, name, mask=mask_personal, watch=watch)
    return replace(case, backup=replace(case.backup, masked=str(masked.path), masked_on=today)), masked


def _checked(backup: Backup, checked: Checked, today: date) -> Backup:
    return replace(backup, checked_on=today, checked_id=checked.id, faults=len(checked.faults))


def _folder(text: str) -> Path:
    if not text.strip():
        raise BadInputError("backup.no_folder")
    folder = Path(text)
    if not folder.is_dir():
        raise EvidenceError("folder.not_found", path=text)
    return folder


def _chosen(source: BackupSource) -> Chosen:
    ends = dict.fromkeys(month_key(day) for day in (source.first_month, source.last_month) if day is not None)
    return Chosen(Path(source.path), source.material.value, " – ".join(ends))


def _info(case: Case, today: date) -> dict[str, str]:
    """Return what the bag says about itself: the shop and its numbers, nobody's name, telephone or identity number."""
    terminals = ", ".join(terminal.number for terminal in case.terminals if terminal.number)
    return {
        "Source-Organization": case.merchant.registered_name,
        "External-Identifier": case.number,
        "External-Description": f"Merchant {case.merchant.merchant_number}; terminals {terminals}",
        "Bagging-Date": today.isoformat(),
        "Bag-Software-Agent": f"POS Closeout {__version__}",
    }


def _program_data(case: Case, records: Records) -> dict[str, bytes]:
    exported = [export_item(item) for item in records.items]
    told = json.dumps(export_case(case, records.items, records.facts), ensure_ascii=False, indent=2)
    heads = tuple(exported[0]) if exported else ("id",)
    return {
        "program/case.json": told.encode("utf-8", "replace"),
        "program/items.csv": csv_bytes(heads, ([_cell(item[head]) for head in heads] for item in exported)),
        "program/timeline.csv": csv_bytes(
            ("at", "what", "old", "new"), ((line.at, line.what, line.old, line.new) for line in records.history)
        ),
    }


def _cell(value: object) -> str:
    return "" if value is None else str(value)
