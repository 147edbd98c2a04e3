"""Layouts of tables that the owner has named: remembered by their header, renamed, handed on as a small file."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from pos_closeout.actions.files import write_file
from pos_closeout.domain.bills.transactions import BillChannel, Direction
from pos_closeout.domain.errors import BadInputError, DataFolderError, NotFoundError
from pos_closeout.domain.file_limits import MAX_LAYOUT_BYTES
from pos_closeout.statements.cells import column_name
from pos_closeout.statements.mapping import ROLES, UNITS, ColumnMapping
from pos_closeout.store import Store
from pos_closeout.store.bills import BillRepository

KIND = "pos-closeout-layout"
"""What a handed-on file says it is."""

_VERSION = 1
_NAME_LIMIT = 60
_KEY_LENGTH = 16


def remember_mapping(store: Store, mapping: ColumnMapping) -> None:
    """Keep what the owner said about the columns of a table; the next table with the same header is read with it.

    A name it had before is kept when the new one has none.
    """
    known = {each.key: each for each in known_mappings(store)}.get(mapping.key)
    kept = replace(mapping, name=known.name) if known is not None and not mapping.name else mapping
    BillRepository(store.database).remember_mapping(kept.key, json.dumps(_told(kept), ensure_ascii=False))


def known_mappings(store: Store) -> tuple[ColumnMapping, ...]:
    """Return every mapping that was remembered, by name, those without one last.

    Raises:
        DataFolderError: ``store.unreadable_value``.
    """
    kept = BillRepository(store.database).mappings()
    try:
        found = [_mapping(key, json.loads(text)) for key, text in kept.items()]
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise DataFolderError("store.unreadable_value", what="ColumnMapping", detail=str(error)) from error
    return tuple(sorted(found, key=lambda each: (not each.name, each.name, each.key)))


def rename_mapping(store: Store, key: str, name: str) -> ColumnMapping:
    """Give a remembered layout a name, or another one.

    Raises:
        NotFoundError: ``layout.not_found``.
    """
    renamed = replace(_get(store, key), name=_clean(name))
    BillRepository(store.database).remember_mapping(key, json.dumps(_told(renamed), ensure_ascii=False))
    return renamed


def forget_mapping(store: Store, key: str) -> ColumnMapping:
    """Forget a layout: the next table with its header is guessed and asked about again.

    Raises:
        NotFoundError: ``layout.not_found``.
    """
    gone = _get(store, key)
    BillRepository(store.database).forget_mapping(key)
    return gone


def export_mapping(store: Store, key: str, path: Path) -> ColumnMapping:
    """Write a layout to a small file that another computer can take in; it holds names of columns and no money.

    Raises:
        NotFoundError: ``layout.not_found``.
        DocumentError: as :func:`pos_closeout.actions.files.not_written`.
    """
    mapping = _get(store, key)
    told = {"kind": KIND, "version": _VERSION, "header": mapping.key, **_told(mapping)}
    write_file(path, (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode())
    return mapping


def take_in_mapping(store: Store, path: Path) -> ColumnMapping:
    """Remember the layout of a handed-on file, in the place of one for the same header.

    Raises:
        BadInputError: ``layout.not_a_layout`` for any other file.
    """
    try:
        if path.stat().st_size > MAX_LAYOUT_BYTES:
            raise BadInputError("layout.not_a_layout", name=path.name)
        told = json.loads(path.read_text(encoding="utf-8-sig"))
        mapping = _taken(told)
    except (OSError, AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise BadInputError("layout.not_a_layout", name=path.name) from error
    remember_mapping(store, mapping)
    return mapping


def _get(store: Store, key: str) -> ColumnMapping:
    found = next((each for each in known_mappings(store) if each.key == key), None)
    if found is None:
        raise NotFoundError("layout.not_found", key=key[:_KEY_LENGTH])
    return found


def _told(mapping: ColumnMapping) -> dict[str, Any]:
    return {
        "name": mapping.name,
        "columns": mapping.columns,
        "positive": mapping.positive.value,
        "unit": mapping.unit,
        "channel": mapping.channel.value,
    }


def _mapping(key: str, told: dict[str, Any]) -> ColumnMapping:
    columns = {str(role): str(name) for role, name in told["columns"].items() if role in ROLES}
    name = str(told.get("name", ""))
    return ColumnMapping(
        key, columns, Direction(told["positive"]), str(told["unit"]), BillChannel(told["channel"]), name
    )


def _taken(told: dict[str, Any]) -> ColumnMapping:
    """Return the mapping of a file from outside.

    Raises:
        KeyError, TypeError, ValueError: it is none.
    """
    key = told["header"]
    if (told["kind"], told["version"]) != (KIND, _VERSION):
        raise ValueError("kind")
    if not isinstance(key, str) or len(key) != _KEY_LENGTH or int(key, 16) < 0:
        raise ValueError("header")
    mapping = _mapping(key, told)
    names = list(mapping.columns.values())
    money = not mapping.columns.keys().isdisjoint(("amount", "income", "expense"))
    if "when" not in mapping.columns or not money or mapping.unit not in UNITS:
        raise ValueError("columns")
    if any(not name or column_name(name) != name or len(name) > MAX_LAYOUT_BYTES // 100 for name in names):
        raise ValueError("names")
    return replace(mapping, name=_clean(mapping.name))


def _clean(name: str) -> str:
    return " ".join(name.split())[:_NAME_LIMIT]
