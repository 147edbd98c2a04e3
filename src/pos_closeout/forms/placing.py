"""What every writer needs: values sorted by their passage, and a value laid over the empty room it takes."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from pos_closeout.domain.forms.form import TICK
from pos_closeout.domain.forms.marks import width

_KEY = re.compile(r"^(\d+)\.(-?\d+)\.(-?\d+):(\d+)-(\d+)$")


@dataclass(frozen=True, slots=True)
class Change:
    """A value that takes the place of some characters of a passage."""

    start: int
    end: int
    value: str


def changes(values: Mapping[str, str]) -> dict[tuple[int, int, int], list[Change]]:
    """Return what changes, by block, row and column, in the order of the text.

    Args:
        values: by the keys of the places (:attr:`Place.key`).

    Raises:
        ValueError: a key is none, or two values want the same room.
    """
    found: dict[tuple[int, int, int], list[Change]] = defaultdict(list)
    for key, value in values.items():
        parts = _KEY.match(key)
        if parts is None:
            raise ValueError(key)
        block, row, column, start, end = map(int, parts.groups())
        if value:
            found[block, row, column].append(Change(start, end, value))
    for each in found.values():
        each.sort(key=lambda change: (change.start, change.end))
        for one, two in pairwise(each):
            if two.start < one.end or one.start == two.start:
                raise ValueError("two values in one place")
    return found


def pieces(old: str, value: str) -> str:
    """Return a value with what is left of the room it takes, so that what follows stays where it is.

    A tick takes the place of a box; the rest of a rule or of a gap stays behind the value.
    """
    if value == TICK and old.strip():
        return _ticked(old)
    if not old:
        return value
    rule = old.strip()[:1]
    if rule and rule not in "_＿.…\u3000":
        return value
    filler = rule or old[0]
    room = sum(2 if sign in "＿\u3000…" else 1 for sign in old) - width(value)
    if not rule and old.strip(" \t\u3000\u00a0") == "":
        filler = " "
    each = 2 if filler in "＿\u3000…" else 1
    return value + filler * max(0, room // each)


def _ticked(old: str) -> str:
    if len(old) == 1:
        return "●" if old in "○◯" else "☑"
    return f"{old[0]}√{old[-1]}"
