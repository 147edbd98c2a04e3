"""Dates as owners type them."""

import re
import unicodedata
from datetime import date

from pos_closeout.domain.errors import BadInputError

_WRITTEN = re.compile(r"(\d{4})[-/.。年–—](\d{1,2})[-/.。月–—](\d{1,2})[日号]?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
EARLIEST = date(1990, 1, 1)
LATEST = date(2099, 12, 31)


def parse_date(text: str) -> date:
    """Read one date: ``2026-12-01``, ``2026/12/1``, ``2026.12.1``, ``2026年12月1日`` or ``20261201``.

    Figures may be full-width, with spaces between them.

    Raises:
        BadInputError: ``date.impossible`` for anything else, a day that does not exist, or a year outside 1990 to 2099.
    """
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    found = _WRITTEN.fullmatch(plain) or _COMPACT.fullmatch(plain)
    if found is None:
        raise BadInputError("date.impossible", text=text.strip()[:40])
    try:
        day = date(*(int(part) for part in found.groups()))
    except ValueError:
        raise BadInputError("date.impossible", text=text.strip()[:40]) from None
    if not EARLIEST <= day <= LATEST:
        raise BadInputError("date.impossible", text=text.strip()[:40])
    return day
