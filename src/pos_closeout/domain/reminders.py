"""What the program has to say today: a pure function of the open items and the day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from pos_closeout.domain.open_items import Due, OpenItem, due_group, is_open, urgency

WEEK = timedelta(days=7)
"""How far a reminder looks ahead."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """Something to be told: what is overdue or due today, and what comes within the week, most urgent first."""

    overdue: tuple[OpenItem, ...]
    today: tuple[OpenItem, ...]
    soon: tuple[OpenItem, ...]

    def __bool__(self) -> bool:
        """Return whether anything is due now."""
        return bool(self.overdue or self.today)


def remind(items: Iterable[OpenItem], today: date) -> Reminder:
    """Return what is overdue, due today and due within seven days among the open items."""
    grouped: dict[Due, list[OpenItem]] = {due: [] for due in Due}
    for item in items:
        if is_open(item):
            grouped[due_group(item, today)].append(item)
    overdue, due_now, soon = (
        tuple(sorted(grouped[due], key=urgency)) for due in (Due.OVERDUE, Due.TODAY, Due.THIS_WEEK)
    )
    return Reminder(overdue, due_now, soon)
