"""What of a shop's records is kept when the terminal goes: what was chosen, the bag it went into, and what is missing.

A *bag* is a folder in the BagIt form (RFC 8493): the files with two check sums each, so that every byte can be checked
again years later.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import PurePath

from pos_closeout.domain.bills.coverage import add_months

MONTHS_WANTED = 36
"""How far back records are wanted: an acquirer may come back on a payment for so long by some agreements ([C2])."""

_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])", re.ASCII)


class Material(StrEnum):
    """What a chosen file or folder holds; the value names its folder in the bag."""

    BILLS = "bills"
    SLIPS = "slips"
    SETTLEMENTS = "settlements"
    AGREEMENT = "agreement"
    DEPOSIT = "deposit"
    PHOTOS = "photos"
    INVOICES = "invoices"
    CORRESPONDENCE = "correspondence"
    OTHER = "other"


class BackupProof(StrEnum):
    """What is known of the bag made last. Only ``GOOD`` opens the device step."""

    NONE = "none"
    UNCHECKED = "unchecked"
    GOOD = "good"
    BAD = "bad"


class MonthState(StrEnum):
    """Whether the bills of a month are at hand."""

    CHOSEN = "chosen"
    IMPORTED = "imported"
    NOTHING = "nothing"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class BackupSource:
    """A file or folder the owner chose, with the months it covers (the first days of the first and last one)."""

    path: str = ""
    material: Material = Material.OTHER
    first_month: date | None = None
    last_month: date | None = None


@dataclass(frozen=True, slots=True)
class Backup:
    """The bag of a case and what was found when it was checked.

    Attributes:
        folder: where bags are put.
        program_data: whether case, open items and history go in too.
        since: the first month wanted; ``None`` is :data:`MONTHS_WANTED` before the last one.
        nothing_in: months without any business, such as ``2025-02``.
        keep_months: how long the agreement wants slips kept, when it wants more than usual.
        bag: path of the bag made last.
        bag_id: its identity, a digest over all its digests.
        bag_files: files in it.
        bag_bytes: their size.
        bag_left_out: how many chosen files could not be copied.
        made_on: the day.
        checked_on: the day it was last read back whole.
        checked_id: the identity of the bag that was read back then.
        faults: what was wrong then, 0 when every byte was right.
        copy: path of the second copy.
        copy_id: its identity.
        copy_on: the day it was read back.
        copy_apart: whether it stands on another volume than the bag.
        masked: path of the copy for others, without card, telephone and identity numbers.
        masked_on: the day.
    """

    folder: str = ""
    program_data: bool = True
    since: date | None = None
    nothing_in: tuple[str, ...] = ()
    keep_months: int | None = None
    bag: str = ""
    bag_id: str = ""
    bag_files: int | None = None
    bag_bytes: int | None = None
    bag_left_out: int | None = None
    made_on: date | None = None
    checked_on: date | None = None
    checked_id: str = ""
    faults: int | None = None
    copy: str = ""
    copy_id: str = ""
    copy_on: date | None = None
    copy_apart: bool = False
    masked: str = ""
    masked_on: date | None = None


def proof(backup: Backup) -> BackupProof:
    """Return what is known of the bag made last: read back whole and found right, wrong, or not read back yet."""
    if not backup.bag or not backup.bag_id:
        return BackupProof.NONE
    if backup.faults:
        return BackupProof.BAD
    read = backup.faults == 0 and backup.checked_on is not None and backup.checked_id == backup.bag_id
    return BackupProof.GOOD if read else BackupProof.UNCHECKED


def copy_is_good(backup: Backup) -> bool:
    """Return whether the same bag lies on another volume too and was read back there."""
    same = bool(backup.bag_id) and backup.copy_id == backup.bag_id
    return same and backup.copy_on is not None and backup.copy_apart


def month_key(month: date) -> str:
    """Return how a month is kept in ``nothing_in``: ``2025-02``."""
    return f"{month:%Y-%m}"


def wanted_since(backup: Backup, last: date, signed_on: date | None) -> date:
    """Return the first month whose bills are wanted: what the owner said, else 36 months back or the agreement's."""
    if backup.since is not None:
        return backup.since.replace(day=1)
    usual = add_months(last.replace(day=1), 1 - MONTHS_WANTED)
    return max(usual, signed_on.replace(day=1)) if signed_on is not None and signed_on <= last else usual


def months(
    sources: Iterable[BackupSource], imported: Iterable[date], nothing_in: Sequence[str], since: date, last: date
) -> tuple[tuple[date, MonthState], ...]:
    """Return every month from ``since`` to ``last`` with whether its bills are at hand.

    Args:
        sources: what was chosen; only bills and settlements cover months.
        imported: first days of the months whose bills were imported whole.
        nothing_in: months without business.
        since: any day of the first month.
        last: any day of the last month.
    """
    whole = {day.replace(day=1) for day in imported}
    spans = tuple(_span(source) for source in sources if source.material in {Material.BILLS, Material.SETTLEMENTS})
    found, month = [], since.replace(day=1)
    while month <= last:
        if any(first <= month <= end for first, end in spans):
            state = MonthState.CHOSEN
        elif month in whole:
            state = MonthState.IMPORTED
        else:
            state = MonthState.NOTHING if month_key(month) in nothing_in else MonthState.MISSING
        found.append((month, state))
        month = add_months(month, 1)
    return tuple(found)


def guessed_months(name: str) -> tuple[date | None, date | None]:
    """Return the first and last month a file name speaks of, as ``账单2025-01至2025-03`` does, else two ``None``."""
    # Eight digits are a day, six a month; a longer number is an order or a terminal.
    found = re.findall(r"(?<!\d)(20\d\d)[-_.年]?(0[1-9]|1[0-2]|[1-9](?=月))(?:月?[-_.]?[0-3]\d日?)?(?!\d)", name)
    days = sorted(date(int(year), int(month), 1) for year, month in found)
    return (days[0], days[-1]) if days else (None, None)


def with_source(sources: Sequence[BackupSource], source: BackupSource) -> tuple[BackupSource, ...]:
    """Return the sources with one more, once; its months are guessed from its name where none are given."""
    if source.first_month is None and source.last_month is None:
        first, last = guessed_months(PurePath(source.path).name)
        source = replace(source, first_month=first, last_month=last)
    return (*(each for each in sources if each.path != source.path), source)


def _span(source: BackupSource) -> tuple[date, date]:
    first, last = source.first_month or source.last_month, source.last_month or source.first_month
    if first is None or last is None:
        return date.max, date.min
    return min(first, last).replace(day=1), max(first, last)


def is_month(text: str) -> bool:
    """Return whether a text is a month such as ``2025-02``."""
    return _MONTH.fullmatch(text) is not None
