"""What the program has to say today: a pure function of the open items and the day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pos_closeout.domain.open_items import Due, OpenItem, due_group, is_open, urgency


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
    ordered = sorted((item for item in items if is_open(item)), key=urgency)
    grouped = {due: tuple(item for item in ordered if due_group(item, today) is due) for due in Due}
    return Reminder(grouped[Due.OVERDUE], grouped[Due.TODAY], grouped[Due.THIS_WEEK])
