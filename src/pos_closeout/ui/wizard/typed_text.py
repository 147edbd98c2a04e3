"""Whether two states of a case differ by a text that is being typed: such steps are taken back as one."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

Place = tuple[str | int, ...]


def typed_place(before: object, after: object) -> Place | None:
    """Return where the one text lies that differs between two cases; ``None`` where more than that differs."""
    found = list(_differing(before, after, ()))
    return found[0][0] if len(found) == 1 and found[0][1] else None


def _differing(before: Any, after: Any, place: Place) -> Iterator[tuple[Place, bool]]:
    """Yield the places that differ, and whether what lies there is text."""
    if before == after:
        return
    if is_dataclass(before) and type(before) is type(after):
        for field in fields(before):
            yield from _differing(getattr(before, field.name), getattr(after, field.name), (*place, field.name))
    elif isinstance(before, tuple) and isinstance(after, tuple) and len(before) == len(after):
        for at, (one, other) in enumerate(zip(before, after, strict=True)):
            yield from _differing(one, other, (*place, at))
    else:
        yield place, type(before) is str and type(after) is str
