"""The one rule for every text that is stored: no card number, no password or code, nothing unseen that could mislead.

Some fields may hold numbers that look like cards, each for a reason; they are named here, and nowhere else. Where such
a number has a shape of its own, only that shape passes: a card number pasted into the field is masked all the same.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from pos_closeout.domain.masking import mask_cards
from pos_closeout.domain.secrets import mask_secrets

T = TypeVar("T")

# C0 and C1 controls, direction marks and overrides (Unicode TR 9), the byte order mark and half characters. The joiner
# U+200D stays: emoji and some scripts need it. Right-to-left letters need no marks to be shown in their own order.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_HALF = re.compile("[\ud800-\udfff]")
_HASH = re.compile("[0-9a-f]{32,128}")

LONG_NUMBERS: Mapping[str, tuple[str, str]] = {
    "merchant_number": (r"\d{15}", "15 digits, as American Express cards have (merchant numbers of the acquirers)"),
    "other_numbers": (r"(?:\D*(?<!\d)\d{15}(?!\d))+\D*", "merchant numbers of 15 digits"),
    "identity_number": (r"[0-9A-Z]{15}|[0-9A-Z]{18}", "a credit code or licence number, shown on the letter"),
    "id_number": (r"\d{6}(?:18|19|20)\d{2}[01]\d[0-3]\d\d{3}[\dXx]", "an identity card, shown on the letter"),
    "sim": (r"89\d{17,18}", "ICCID of a SIM card: 19 or 20 digits that always pass the Luhn test"),
    "serial_number": (r"[0-9A-Za-z]+", "serial numbers of devices have up to 20 digits"),
    "order_number": (r".*", "numbers of a bill, by which its lines are told apart: the proof"),
    "merchant_order": (r".*", "as order_number"),
    "refund_number": (r".*", "as order_number"),
    "merchant_refund": (r".*", "as order_number"),
    "merchant": (r".*", "as order_number"),
    "terminal": (r".*", "as order_number"),
    "identity": (r".*", "the name of a line of a bill, made of its number"),
    "twin": (r".*", "as identity"),
    "raw": (r".*", "a row of a bill, masked cell by cell where the meaning of its columns is known"),
    "mapping": (r".*", "names of columns"),
    "zh": (r".*", "a letter as it was printed, made of fields that were looked at here"),
    "en": (r".*", "as zh"),
}
"""Field or column to the shape that passes and why."""

PLACES = frozenset({"path", "folder", "bag", "copy", "masked", "stored_as"})
"""Where a file lies: changed by a sign, it would not be found again."""


def seen_text(text: str) -> str:
    """Return a text without control characters and direction overrides; tabs and line feeds stay."""
    return text if text.isprintable() else _UNSEEN.sub("", text)


def kept_text(field: str, text: str) -> str:
    """Return a text as it may be stored in a field or column."""
    whole = _HALF.sub("\ufffd", text)
    if field in PLACES or _HASH.fullmatch(whole):
        return whole
    seen = seen_text(whole)
    if field in LONG_NUMBERS and re.fullmatch(LONG_NUMBERS[field][0], seen, re.DOTALL):
        return seen
    return _kept_list(field, seen) if seen.startswith('["') else _masked(seen)


def _kept_list(field: str, text: str) -> str:
    """Look at the texts of a JSON array one by one, so that it stays one."""
    try:
        cells = json.loads(text)
    except (ValueError, RecursionError):
        return _masked(text)
    if not all(isinstance(cell, str) for cell in cells):
        return _masked(text)
    kept = [kept_text(field, cell) for cell in cells]
    return text if kept == cells else json.dumps(kept, ensure_ascii=False)


def _masked(text: str) -> str:
    return mask_secrets(mask_cards(text))


def kept(value: T) -> T:
    """Return a dataclass with every text in it, at any depth, as it may be stored."""
    changed: dict[str, Any] = {}
    for field in fields(cast("Any", value)):
        old = getattr(value, field.name)
        new = _kept_value(field.name, old)
        if new is not old:
            changed[field.name] = new
    return cast("T", replace(cast("Any", value), **changed)) if changed else value


def _kept_value(name: str, value: Any) -> Any:
    if type(value) is str:
        new = kept_text(name, value)
        return value if new == value else new
    if type(value) is tuple:
        parts = tuple(_kept_value(name, part) for part in value)
        return parts if any(new is not old for new, old in zip(parts, value, strict=True)) else value
    return kept(value) if is_dataclass(value) and not isinstance(value, type) else value
