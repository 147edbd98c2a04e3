"""A case as records that can be searched and told: every part and every entry of a list with its filled-in fields."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from enum import Enum

from pos_closeout.domain.case.case import Case
from pos_closeout.domain.phases import Step
from pos_closeout.guidance.case_values import field_name, is_tick, shown
from pos_closeout.guidance.case_words import OWN
from pos_closeout.guidance.guidance import Guidance


@dataclass(frozen=True, slots=True)
class CaseRecord:
    """A part of a case, or one entry of one of its lists.

    Attributes:
        called: what it is called, entries with their place and their terminal: ``Notice 3``.
        cells: name and value of the fields that are filled in, both as a person would write them; ticks that are not
            set and numbers of other rows are left out.
    """

    step: Step
    called: str
    cells: tuple[tuple[str, str], ...]


def case_records(case: Case, guidance: Guidance, language: str) -> Iterator[CaseRecord]:
    """Return what an owner has written down in a case, in the order of the parts."""
    words = guidance.case_words
    for part, told in words.parts.items():
        if part == "items":
            continue
        value = case if part == OWN else getattr(case, part)
        entries = value if isinstance(value, tuple) else (value,)
        for place, entry in enumerate(entries, 1):
            called = told.called.of(language) + (f" {place}" if isinstance(value, tuple) else "")
            if hasattr(entry, "terminal"):
                called += f" · {terminal_named(case, str(entry.terminal))}"
            cells = tuple(_cells(case, part, entry, guidance, language))
            if cells:
                yield CaseRecord(told.step, called, cells)


def _cells(case: Case, part: str, entry: object, guidance: Guidance, language: str) -> Iterator[tuple[str, str]]:
    if part == "answers":
        name = field_name(guidance, part, entry.check)  # type: ignore[attr-defined]  # an answer
        if name is not None:
            yield name.of(language), shown(guidance, part, "answer", entry.answer.value, language)  # type: ignore[attr-defined]
        return
    for field in fields(entry):  # type: ignore[arg-type]  # a dataclass
        name = field_name(guidance, part, field.name)
        stored = _stored(getattr(entry, field.name))
        if name is None or not stored or (stored == "0" and is_tick(guidance, part, field.name)):
            continue
        told = shown(guidance, part, field.name, stored, language)
        yield name.of(language), terminal_named(case, stored) if field.name == "terminal" else told


def terminal_named(case: Case, stored: str) -> str:
    """Return the number of a terminal by its id; an unknown one keeps its id."""
    return next((each.number for each in case.terminals if str(each.id) == stored and each.number), stored)


def _stored(value: object) -> str:
    """Write a value as the history does."""
    if value is None or value == ():
        return ""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, tuple):
        return json.dumps([_stored(each) for each in value], ensure_ascii=False)
    if isinstance(value, Enum):
        return str(value.value)
    return value.isoformat() if isinstance(value, date) else str(value)
