"""What is due among the open items, and what comes next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from pos_closeout.domain.ledger.open_items import Due, OpenItem, due_group, is_open, urgency

WEEK = timedelta(days=7)
"""How far the outlook looks ahead."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is overdue and due today, and what comes first.

    Attributes:
        overdue, today: how many items.
        first: the most urgent, overdue ones among them, until a week from today.
        ahead: what is due from today until a week from today, the next first.
    """

    overdue: int
    today: int
    first: tuple[OpenItem, ...]
    ahead: tuple[OpenItem, ...] = ()

    def __bool__(self) -> bool:
        """Return whether anything is due now."""
        return bool(self.overdue or self.today)


def look_ahead(items: Iterable[OpenItem], today: date, most: int = 4) -> Outlook:
    """Return what is due among the items, with the first ``most`` of those that are named."""
    waiting = [item for item in items if is_open(item) and item.due_on is not None and item.due_on <= today + WEEK]
    groups = [due_group(item, today) for item in waiting]
    ordered = sorted(waiting, key=urgency)
    ahead = [item for item in ordered if item.due_on is not None and item.due_on >= today]
    return Outlook(groups.count(Due.OVERDUE), groups.count(Due.TODAY), tuple(ordered[:most]), tuple(ahead[:most]))
