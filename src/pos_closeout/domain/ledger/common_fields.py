"""The fields of open items that make sense for many of them at once, such as whom all of them are with."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from pos_closeout.domain.ledger.open_items import OpenItem


class CommonField(StrEnum):
    """Named as in :class:`OpenItem`. What an amount or a date rests on is each item's own."""

    WHO = "counterparty"
    CONTACT = "contact"
    TERMINAL = "terminal_number"
    NOTE = "note"


def shared(items: Sequence[OpenItem]) -> dict[CommonField, str]:
    """Return the fields in which all items say the same, with what they say."""
    told = {each: {getattr(item, each.value) for item in items} for each in CommonField}
    return {each: str(values.pop()) for each, values in told.items() if len(values) == 1}


def with_common(items: Iterable[OpenItem], changes: Mapping[CommonField, str]) -> list[OpenItem]:
    """Return items with some fields alike in all of them; what is not named stays as it is in each."""
    said = {each.value: text.strip() for each, text in changes.items()}
    return [replace(item, **said) for item in items]  # type: ignore[arg-type]  # fields by name
