"""One line of the table that ``make torture`` prints."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """What came of one kind of trouble.

    Attributes:
        subject: such as ``kill: restore``.
        tried: how often.
        failed: how often something was lost, silent, a traceback, an abort, too slow, too big, or on the disk.
        notes: figures, and the first failure to reproduce.
    """

    subject: str
    tried: int
    failed: int
    notes: str = ""
