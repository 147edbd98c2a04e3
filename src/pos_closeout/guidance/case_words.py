"""What the parts of a case, their fields and what was chosen are called, for the history and for the search."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import UnionType
from typing import get_args, get_origin, get_type_hints

from pos_closeout.domain.case.case import Case
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.phases import Step
from pos_closeout.guidance.bilingual import Bilingual
from pos_closeout.guidance.reading import TextSection, read_sections

Words = Mapping[str, Bilingual]
OWN = "own"
"""The part that holds the fields of the case itself."""


@dataclass(frozen=True, slots=True)
class PartWords:
    """A part of a case.

    Attributes:
        step: where the owner fills it in.
        called: what it is called.
        named_by: the fields that tell one entry of a list from another.
        fields: what its fields are called; those that mean nothing to an owner are missing.
    """

    step: Step
    called: Bilingual
    named_by: tuple[str, ...]
    fields: Words


@dataclass(frozen=True, slots=True)
class CaseWords:
    """All words of ``history.toml``.

    Attributes:
        parts: by field of :class:`Case`; ``own`` for its own fields, ``items`` for an open item.
        values: the words for what was chosen, by the name of the enumeration.
        verbs: what happened, by the verb of the history; ``{old}``, ``{new}``, ``{item}``, ``{text}`` stand in them.
        phrases: the sentences around changed fields.
        types: of the fields of each part, without ``None``.
    """

    parts: Mapping[str, PartWords]
    values: Mapping[str, Words]
    verbs: Words
    phrases: Words
    types: Mapping[str, Mapping[str, object]]


def _types(part: str) -> Mapping[str, object]:
    """Return the types of the fields of a part, without ``None``."""
    if part in {OWN, "items"}:
        kind: object = Case if part == OWN else OpenItem
    else:
        hint = get_type_hints(Case).get(part)
        kind = get_args(hint)[0] if get_origin(hint) is tuple else hint
    return {} if kind is None else {name: _without_none(hint) for name, hint in get_type_hints(kind).items()}


def _without_none(hint: object) -> object:
    return next(part for part in get_args(hint) if part is not type(None)) if isinstance(hint, UnionType) else hint


def load_case_words(folder: Path) -> CaseWords:
    """Read ``history.toml``.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``.
    """
    found = read_sections(folder, "history.toml", ("parts", "values", "verbs", "phrases"))
    parts, values = found["parts"], found["values"]
    return CaseWords(
        parts={name: _part(parts.section(name)) for name in parts.values},
        values={name: _words(values.section(name)) for name in values.values},
        verbs=_words(found["verbs"]),
        phrases=_words(found["phrases"]),
        types={name: _types(name) for name in parts.values},
    )


def _part(section: TextSection) -> PartWords:
    section.only(("step", "called", "named_by", "fields"))
    step = section.string("step")
    if step not in set(Step):
        raise section.broken("step")
    called, named_by = section.text("called"), section.names("named_by")
    return PartWords(Step(step), called, named_by, _words(section.section("fields")))


def _words(section: TextSection) -> Words:
    return {name: section.text(name) for name in section.values}
