"""What tells forms of the same making, and what is remembered of them: which field stands where, never a value."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from pos_closeout.domain.forms.form import Entry, Form, FormKind, Grid, Outcome, PlaceKind, Why, passages
from pos_closeout.domain.forms.marks import width
from pos_closeout.domain.forms.names import ACCOUNT, plain
from pos_closeout.domain.forms.values import Values

EMPTY = "empty"
"""Answer of a place that is to stay empty."""
_STEPS = 64
_NEVER = {Why.SIGNATURE, Why.ACCOUNT, Why.ID_NUMBER, Why.DECLARATION}


@dataclass(frozen=True, slots=True)
class Remembered:
    """What is remembered of one place of a layout.

    Attributes:
        answer: id of a field, followed by ``@`` and the number of the terminal where it is one of a terminal's; or
            :data:`EMPTY`.
        own: whether the owner gave it; answers taken in from somebody else are only proposed.
    """

    answer: str
    own: bool = True


def layout_key(form: Form) -> str:
    """Return what forms of the same making share, in hexadecimal: their names in order, for pictures their cells."""
    told = _cells_of(form) if form.kind is FormKind.PICTURE else [plain(text.text) for *_, text in passages(form)]
    return hashlib.sha256("\n".join([form.kind.value, *told]).encode()).hexdigest()


def _cells_of(form: Form) -> list[str]:
    return [
        f"{number} {cell.row} {cell.column} {cell.rows} {cell.columns} {round((cell.room or 0) / _STEPS)}"
        for number, block in enumerate(form.blocks)
        if isinstance(block, Grid)
        for cell in block.cells
    ]


def answer_of(field: str, terminal: int) -> str:
    """Return how a field is remembered."""
    return f"{field}@{terminal}" if terminal >= 0 else field


def value_of(answer: str, values: Values) -> tuple[str, int, str]:
    """Return field, terminal and value of a remembered answer."""
    field, _, number = answer.partition("@")
    terminal = int(number) if number.isascii() and number.isdigit() else -1
    if terminal >= 0:
        known = values.terminals[terminal].get(field, "") if terminal < len(values.terminals) else ""
        return field, terminal, known
    if field.startswith("terminal."):
        told = dict.fromkeys(each.get(field, "") for each in values.terminals)
        return field, -1, "、".join(value for value in told if value)
    return field, -1, values.single.get(field, "")


def with_remembered(
    entries: Mapping[str, Entry], remembered: Mapping[str, Remembered], values: Values
) -> dict[str, Entry]:
    """Return entries with what is remembered of their places; signatures and the like stay the owner's."""
    return {key: _recalled(entry, remembered.get(key), values) for key, entry in entries.items()}


def _recalled(entry: Entry, answer: Remembered | None, values: Values) -> Entry:
    if answer is None or entry.why in _NEVER or entry.place.kind is PlaceKind.BOX:
        return entry
    if answer.answer == EMPTY:
        return replace(entry, outcome=Outcome.LEAVE, why=Why.EMPTIED, value="")
    field, terminal, value = value_of(answer.answer, values)
    if field in {ACCOUNT, "handler.id_number"}:
        return entry
    value = day_part(value, entry.place.kind)
    if not value:
        return replace(entry, outcome=Outcome.LEAVE, why=Why.NOT_KNOWN, field=field, terminal=terminal, value="")
    room = entry.place.room
    outcome, why = (Outcome.WRITE, Why.REMEMBERED) if answer.own else (Outcome.PROPOSE, Why.REMEMBERED)
    if room is not None and width(value) > room:
        outcome, why = Outcome.PROPOSE, Why.NO_ROOM
    return replace(entry, outcome=outcome, why=why, field=field, terminal=terminal, value=value)


def day_part(value: str, kind: PlaceKind) -> str:
    """Return the year, month or day of a day for places that take one; any other value as it is."""
    if kind not in {PlaceKind.YEAR, PlaceKind.MONTH, PlaceKind.DAY}:
        return value
    parts = value.split("-")
    kinds = (PlaceKind.YEAR, PlaceKind.MONTH, PlaceKind.DAY)
    return str(int(parts[kinds.index(kind)])) if len(parts) == len(kinds) and all(map(str.isdigit, parts)) else ""
