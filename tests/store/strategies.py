"""Any case and any open item that can be stored, made from the dataclasses so that a new field joins by itself."""

from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from functools import partial
from types import NoneType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from pos_closeout.domain.case.case import Case
from pos_closeout.domain.kept_text import kept, kept_text
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.money import MAX_FEN

T = TypeVar("T")

RARE = ("䶮", "𬱖", "𠅤", "👩‍👧", "محل", "חנות", "é", "\x00", "'; DROP TABLE cases; --", "名" * 200)

texts = st.one_of(st.text(max_size=20), st.sampled_from(RARE)).map(partial(kept_text, ""))


def any_of(kind: type[T], **fixed: Any) -> st.SearchStrategy[T]:
    """Return any value of a dataclass, with some fields fixed."""
    hints = get_type_hints(kind)
    free = {field.name: _by_hint(hints[field.name]) for field in fields(kind) if field.name not in fixed}  # type: ignore[arg-type]  # T is any dataclass
    return st.builds(kind, **free, **{name: st.just(value) for name, value in fixed.items()})


def _by_hint(hint: Any) -> st.SearchStrategy[Any]:
    if get_origin(hint) is tuple:
        return st.lists(_by_hint(get_args(hint)[0]), max_size=4).map(tuple)
    if NoneType in get_args(hint):
        return st.none() | _by_hint(get_args(hint)[0])
    if is_dataclass(hint):
        return any_of(hint)  # type: ignore[arg-type]  # a hint is a type
    if issubclass(hint, Enum):
        return st.sampled_from(hint)
    simple: dict[type, st.SearchStrategy[Any]] = {
        str: texts,
        bool: st.booleans(),
        int: st.integers(0, MAX_FEN),
        date: st.dates(),
    }
    return simple[hint]


def _as_new(case: Case) -> Case:
    return replace(case, terminals=tuple(replace(terminal, id=0) for terminal in case.terminals))


cases: st.SearchStrategy[Case] = any_of(Case, id=0, number="", created_on=date(2026, 3, 1)).map(_as_new).map(kept)
items: st.SearchStrategy[OpenItem] = any_of(OpenItem, id=0).map(kept)
