"""A case as JSON and back: nested by part, the dataclasses' field names, enums by value, ISO dates, amounts in fen.

::

    {"id": 1, "number": "TJ-2026-0001", "merchant": {"registered_name": "...", ...}, "terminals": [{"number": "..."}],
     "answers": [{"check": "tax", "answer": "fine"}], ..., "items": [{"kind": "refund", "amount_fen": 12800, ...}]}
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from enum import Enum

from pos_closeout.actions.cases.strict_json import as_list, as_object, parse_json, read_dataclass
from pos_closeout.actions.cleaning import clean_text
from pos_closeout.actions.items.items import add_items
from pos_closeout.domain.case.backup import Backup
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.case.closing import Closing
from pos_closeout.domain.eligibility.eligibility import CHECKS
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.ledger.item_facts import Fact, Facts, check_facts
from pos_closeout.domain.ledger.item_file import described
from pos_closeout.domain.ledger.open_items import OpenItem, check_item
from pos_closeout.store import Store


def export_case(case: Case, items: Sequence[OpenItem], facts: Mapping[int, Facts] | None = None) -> dict[str, object]:
    """Return a case with its items, and their extra fields by id, as what :mod:`json` can write."""
    known = facts or {}
    told = [export_item(item) | ({"facts": described(known[item.id])} if item.id in known else {}) for item in items]
    return {**_object(case), "items": told}


def export_item(item: OpenItem) -> dict[str, object]:
    """Return an item as what :mod:`json` can write."""
    return _object(item)


def export_part(part: object) -> dict[str, object]:
    """Return one part of a case as what :mod:`json` can write."""
    return _object(part)


def import_case(store: Store, text: str, today: date, now: datetime) -> Case:
    """Open a new case from JSON text, with its items, and return it.

    Everything may be left out. Ids, number and issued letters in the text are not taken over: the case is a new one.
    Control characters and direction overrides are taken out of all text.

    Raises:
        BadInputError: ``json.…`` with the fact ``field``, such as ``terminals[0].action``, for anything that does not
            fit exactly; what :func:`check_item` raises, with ``field`` too. Nothing is stored then.
    """
    case, read = _read(text)
    with store.database.writing():
        stored = store.cases.add(replace(case, created_on=today), now)
        items = add_items(store, [replace(item, case_id=stored.id) for item, _ in read], now)
        for item, (_, facts) in zip(items, read, strict=True):
            if facts:
                store.item_files.keep_facts(item.id, facts, now)
    return stored


def read_case(text: str) -> tuple[Case, tuple[OpenItem, ...]]:
    """Read a case and its items from JSON text, as new ones without ids.

    Raises:
        BadInputError: as :func:`import_case`.
    """
    case, read = _read(text)
    return case, tuple(item for item, _ in read)


def _read(text: str) -> tuple[Case, list[tuple[OpenItem, dict[Fact, str]]]]:
    given = dict(as_object(parse_json(text), "$"))
    listed = as_list(given.pop("items", []), "items")
    case = _as_new(read_dataclass(Case, given, ""))
    return case, [_read_item(value, f"items[{place}]") for place, value in enumerate(listed)]


def _as_new(case: Case) -> Case:
    for place, given in enumerate(case.answers):
        if given.check not in CHECKS:
            raise BadInputError("json.not_a_choice", field=f"answers[{place}].check", choices=", ".join(CHECKS))
    return replace(
        case,
        id=0,
        number="",
        letter=replace(case.letter, issued_version=0, issued_digest=""),
        issued_papers=(),
        reviews=(),
        repairs=(),
        issued_texts=(),
        device_files=(),
        filled_forms=(),
        backup=_never_made(case.backup),
        closing=Closing(),
        carried=(),
        terminals=tuple(replace(terminal, id=0) for terminal in case.terminals),
    )


def _never_made(backup: Backup) -> Backup:
    """Return the choices without the bag: what was made for another case, or on another computer, proves nothing."""
    return Backup(
        program_data=backup.program_data,
        since=backup.since,
        nothing_in=backup.nothing_in,
        keep_months=backup.keep_months,
    )


def _read_item(value: object, field: str) -> tuple[OpenItem, dict[Fact, str]]:
    given = dict(as_object(value, field))
    facts = as_object(given.pop("facts", {}), f"{field}.facts")
    item = read_dataclass(OpenItem, given, field)
    try:
        checked = check_item(replace(item, id=0, case_id=0))
        return checked, check_facts(item.kind, {name: clean_text(str(fact)) for name, fact in facts.items()})
    except BadInputError as error:
        raise BadInputError(error.message_id, **(error.facts | {"field": field})) from error


def _object(value: object) -> dict[str, object]:
    return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}  # type: ignore[arg-type]  # a dataclass


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return _object(value) if is_dataclass(value) else value
