"""One line of the table that ``make torture`` prints."""

from typing import NamedTuple


class Row(NamedTuple):
    """What was tried and what came of it; ``faults`` is wanted to be 0, ``note`` is for people."""

    what: str
    tried: int
    faults: int
    note: str = ""
