"""Reads and replaces one answer of a frozen case by its place, such as ``merchant.phone``."""

from dataclasses import replace
from typing import Any

from pos_closeout.domain.case.case import Case


def read(case: Case, place: str) -> Any:
    """Return the answer at a place of the form ``part.field``."""
    part, name = place.split(".")
    return getattr(getattr(case, part), name)


def write(case: Case, place: str, value: object) -> Case:
    """Return the case with the answer at a place replaced."""
    part, name = place.split(".")
    changed: dict[str, Any] = {part: replace(getattr(case, part), **{name: value})}
    return replace(case, **changed)
