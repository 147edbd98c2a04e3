"""Brings together what two have written into the same case at once: the window and a verb, two computers on one folder.

Whoever saves says from which case he started. What only one of them changed stands; where both changed the same answer,
the one who saves last is right, and the other one's answer is named so that nobody loses it in silence.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from pos_closeout.domain.case.case import Case

T = TypeVar("T")

_KEYS: tuple[tuple[frozenset[str], tuple[str, ...]], ...] = (
    (frozenset({"id"}), ("id",)),
    (frozenset({"check"}), ("check",)),
    (frozenset({"item_id", "reason"}), ("item_id",)),
    (frozenset({"terminal", "stored_as"}), ("terminal", "stored_as")),
    (frozenset({"terminal", "task"}), ("terminal", "task")),
    (frozenset({"terminal", "upkeep"}), ("terminal", "upkeep")),
    (frozenset({"terminal", "batch"}), ("terminal",)),
    (frozenset({"month"}), ("month",)),
    (frozenset({"channel", "monthly_fen"}), ("channel",)),
    (frozenset({"version", "key"}), ("version", "key")),
    (frozenset({"key", "measure"}), ("key",)),
)
"""Which fields tell the entries of a list apart, for the first kind of entry that has the fields before them; others
are told apart by everything in them, so that two versions of one entry are both kept."""


@dataclass(frozen=True, slots=True)
class Overruled:
    """An answer that both changed.

    Attributes:
        path: of the answer, such as ``merchant.phone``.
        theirs: as it was stored by the other one; it goes on in the history.
        ours: as it stands now.
    """

    path: str
    theirs: str
    ours: str


@dataclass(frozen=True, slots=True)
class Merged:
    """A case with what both have written, and the answers in which one of them had to give way."""

    case: Case
    overruled: tuple[Overruled, ...]


def merge_cases(base: Case, theirs: Case, ours: Case) -> Merged:
    """Bring two changed versions of a case together.

    Args:
        base: what both started from.
        theirs: as it is stored by now.
        ours: as it is to be stored.
    """
    overruled: list[Overruled] = []
    merged = _merged("", base, theirs, ours, overruled)
    return Merged(replace(merged, id=ours.id, number=theirs.number), tuple(overruled))


def _merged(path: str, base: Any, theirs: Any, ours: Any, overruled: list[Overruled]) -> Any:
    if theirs in (base, ours):
        return ours
    if ours == base:
        return theirs
    if is_dataclass(ours) and type(ours) is type(theirs) is type(base):
        inner = f"{path}." if path else ""
        values = {}
        for name in (field.name for field in fields(ours)):
            was, there, here = (getattr(each, name) for each in (base, theirs, ours))
            values[name] = _merged(f"{inner}{name}", was, there, here, overruled)
        return replace(ours, **values)  # type: ignore[type-var]  # a dataclass, as asked above
    if isinstance(ours, tuple) and any(map(is_dataclass, (*ours, *theirs))):
        return _merged_entries(path, base, theirs, ours, overruled)
    overruled.append(Overruled(path, str(theirs), str(ours)))
    return ours


def _merged_entries(
    path: str, base: Sequence[T], theirs: Sequence[T], ours: Sequence[T], overruled: list[Overruled]
) -> tuple[T, ...]:
    """Bring lists together: what either added is there, what either took away is gone unless the other changed it."""
    was, there, here = _keyed(base), _keyed(theirs), _keyed(ours)
    merged: list[T] = []
    for key, entry in here.items():
        if key in there:
            merged.append(_merged(f"{path}.{_name(key)}", was.get(key), there[key], entry, overruled))
        elif key not in was or entry != was[key]:
            merged.append(entry)
    # What they have and we do not: added by them, or taken away here although they changed it meanwhile.
    merged += [entry for key, entry in there.items() if key not in here and (key not in was or entry != was[key])]
    return tuple(merged)


def _keyed(entries: Iterable[T]) -> dict[Hashable, T]:
    """Return entries by their key; one that comes again is told apart by counting."""
    counted: Counter[Hashable] = Counter()
    found: dict[Hashable, T] = {}
    for entry in entries:
        key = _key(entry)
        counted[key] += 1
        found[key if counted[key] == 1 else (key, counted[key])] = entry
    return found


def _key(entry: object) -> Hashable:
    names = {field.name for field in fields(entry)} if is_dataclass(entry) else set[str]()
    for signs, key in _KEYS:
        if names.issuperset(signs):
            values = tuple(getattr(entry, name) for name in key)
            # A terminal that was never stored has no number yet.
            return entry if values == (0,) else values
    return entry


def _name(key: Hashable) -> str:
    return "-".join(map(str, key)) if isinstance(key, tuple) else "entry"
