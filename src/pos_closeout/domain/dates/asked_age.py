"""How long something has been overdue, as people ask for it in the list: 逾期18天, 18 days late, 今天到期."""

import re
from dataclasses import dataclass

_LATE = r"(?<![a-z])(?:late|overdue)(?![a-z])"

ASKED_AGE = re.compile(
    rf"(?:逾期\s*|{_LATE}\s+)?(?<![\d.,-])(?P<days>\d{{1,4}})\s*(?:天|days?(?![a-z]))(?:\s*{_LATE})?"
    rf"|(?P<now>今天(?:到期)?|(?:due\s+)?(?<![a-z])today(?![a-z]))|逾期|{_LATE}"
)
"""Finds an age in a folded question; :func:`age_in` says which."""


@dataclass(frozen=True, slots=True)
class AskedAge:
    """How many days overdue something is to be, 0 for due today; ``None`` for any number from one on."""

    days: int | None


def age_in(found: re.Match[str]) -> AskedAge:
    """Return the age in a match of :data:`ASKED_AGE`."""
    if found["now"]:
        return AskedAge(0)
    return AskedAge(int(found["days"]) if found["days"] else None)
