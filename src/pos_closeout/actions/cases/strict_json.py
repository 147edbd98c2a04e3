"""Reads JSON into frozen dataclasses and names the exact field of whatever does not fit."""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from types import NoneType
from typing import Any, NoReturn, TypeVar, get_args, get_origin, get_type_hints

from pos_closeout.actions.cleaning import clean_text
from pos_closeout.domain.dates.parsing import EARLIEST, LATEST
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.kept_text import kept_text
from pos_closeout.domain.money import MAX_FEN, format_yuan
from pos_closeout.domain.secrets import has_secret

T = TypeVar("T")

MAX_CHARACTERS = 2_000
"""Longest text of one field, in characters."""

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_LONGEST = {"account_last4": 4}
_WITH_LINES = frozenset(
    {"note", "reason_note", "contact_after", "stop_kinds", "qr_codes", "accessories", "went_well", "to_improve"}
)


def parse_json(text: str) -> object:
    """Return what a JSON text says.

    Raises:
        BadInputError: ``json.not_json`` with line and column, or ``json.duplicate_key``.
    """
    try:
        return json.loads(text, object_pairs_hook=_without_duplicates, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise BadInputError("json.not_json", line=error.lineno, column=error.colno) from error
    except (ValueError, RecursionError) as error:
        # Numbers of thousands of digits, NaN, and brackets nested without end.
        raise BadInputError("json.not_json", line=1, column=1) from error


def as_object(value: object, field: str) -> dict[str, object]:
    """Return a JSON object.

    Raises:
        BadInputError: ``json.needs_object``.
    """
    if not isinstance(value, dict):
        raise BadInputError("json.needs_object", field=field)
    return value


def as_list(value: object, field: str) -> list[object]:
    """Return a JSON array.

    Raises:
        BadInputError: ``json.needs_list``.
    """
    if not isinstance(value, list):
        raise BadInputError("json.needs_list", field=field)
    return value


def read_dataclass(kind: type[T], value: object, field: str) -> T:
    """Read an object into a dataclass; keys that are missing take the dataclass's default.

    Args:
        kind: the dataclass; its fields hold text, whole numbers, booleans, dates, enums, tuples and dataclasses.
        value: what the JSON says.
        field: where it stands, such as ``terminals[0]``; empty for the whole.

    Raises:
        BadInputError: ``json.needs_…`` for a wrong type, ``json.unknown_key``, ``json.missing_key``,
            ``json.impossible_date``, ``json.not_a_choice``, ``json.amount_out_of_range``, ``json.text_too_long`` or
            ``json.card_number``, each with the fact ``field``.
    """
    given = as_object(value, field or "$")
    hints = get_type_hints(kind)
    for key in given:
        if key not in hints:
            raise BadInputError("json.unknown_key", field=_below(field, clean_text(key)[:40]))
    _need(kind, given, field)
    return kind(**{key: _read(hints[key], found, _below(field, key), key) for key, found in given.items()})


def _need(kind: type[Any], given: dict[str, object], field: str) -> None:
    for wanted in fields(kind):
        needed = wanted.default is MISSING and wanted.default_factory is MISSING
        if needed and wanted.name not in given:
            raise BadInputError("json.missing_key", field=_below(field, wanted.name))


def _read(hint: Any, value: object, field: str, name: str) -> object:
    """Read one value by the annotation of its field."""
    choices = get_args(hint)
    if get_origin(hint) is tuple:
        return tuple(_read(choices[0], part, f"{field}[{n}]", name) for n, part in enumerate(as_list(value, field)))
    if NoneType in choices:
        return None if value is None else _read(choices[0], value, field, name)
    if is_dataclass(hint):
        return read_dataclass(hint, value, field)  # type: ignore[arg-type]  # is_dataclass does not narrow to a type
    if issubclass(hint, Enum):
        return _read_choice(hint, value, field)
    return _READERS[hint](value, field, name)


def _read_choice(kind: type[Enum], value: object, field: str) -> Enum:
    known = {member.value: member for member in kind}
    if not isinstance(value, str) or value not in known:
        raise BadInputError("json.not_a_choice", field=field, choices=", ".join(known))
    return known[value]


def _read_text(value: object, field: str, name: str) -> str:
    if not isinstance(value, str):
        raise BadInputError("json.needs_text", field=field)
    text = clean_text(value, keep_lines=name in _WITH_LINES)
    limit = _LONGEST.get(name, MAX_CHARACTERS)
    if kept_text(name, text) != text:
        raise BadInputError("json.secret" if has_secret(text) else "json.card_number", field=field)
    if len(text) > limit:
        raise BadInputError("json.text_too_long", field=field, limit=limit)
    return text


def _read_flag(value: object, field: str, _: str) -> bool:
    if not isinstance(value, bool):
        raise BadInputError("json.needs_flag", field=field)
    return value


def _read_whole(value: object, field: str, name: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise BadInputError("json.needs_number", field=field)
    # Nothing owed is an answer too; an open item of nothing is not an item.
    if name.endswith("_fen") and not int(name == "amount_fen") <= value <= MAX_FEN:
        raise BadInputError("json.amount_out_of_range", field=field, limit=format_yuan(MAX_FEN))
    if not 0 <= value <= MAX_FEN:
        raise BadInputError("json.needs_number", field=field)
    return value


def _read_date(value: object, field: str, _: str) -> date:
    if not isinstance(value, str):
        raise BadInputError("json.needs_date", field=field)
    try:
        # fromisoformat alone would take week dates and dates without hyphens too.
        found = date.fromisoformat(value) if _ISO_DATE.fullmatch(value) else None
    except ValueError:
        found = None
    if found is None or not EARLIEST <= found <= LATEST:
        raise BadInputError("json.impossible_date", field=field, text=clean_text(value)[:40])
    return found


_READERS: dict[type, Callable[[object, str, str], object]] = {
    str: _read_text,
    bool: _read_flag,
    int: _read_whole,
    date: _read_date,
}


def _below(field: str, key: str) -> str:
    return f"{field}.{key}" if field else key


def _without_duplicates(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise BadInputError("json.duplicate_key", field=clean_text(key)[:40])
        found[key] = value
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)
