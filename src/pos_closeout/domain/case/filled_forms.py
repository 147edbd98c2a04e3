"""The acquirer's own forms that were filled for a case: which file they came from, and where the filled copy lies."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class FilledForm:
    """One filled form.

    Attributes:
        name: what the acquirer's file was called.
        source_sha256: digest of that file, in hexadecimal; it was not changed.
        layout: what tells forms of the same making, in hexadecimal.
        version: 1 for the first filling of this file, and one more for each later one.
        stored_as: where the filled copy lies below the folder of attachments, with ``/`` between the parts.
        sha256: digest of the filled copy, in hexadecimal.
        size: of the filled copy, in bytes.
        filled_on: the day.
        places: how many places were filled.
    """

    name: str = ""
    source_sha256: str = ""
    layout: str = ""
    version: int = 0
    stored_as: str = ""
    sha256: str = ""
    size: int = 0
    filled_on: date | None = None
    places: int = 0


def next_version(forms: Sequence[FilledForm], layout: str) -> int:
    """Return the version that the next filling of a form gets."""
    return max((each.version for each in forms if each.layout == layout), default=0) + 1


def latest_forms(forms: Sequence[FilledForm]) -> tuple[FilledForm, ...]:
    """Return the last version of every form, in the order they were first filled."""
    last: dict[str, FilledForm] = {}
    for each in forms:
        last[each.layout] = (
            each if each.layout not in last or each.version >= last[each.layout].version else last[each.layout]
        )
    return tuple(last.values())
