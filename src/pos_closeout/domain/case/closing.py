"""When a case may be closed: nothing is open, or what is open is carried over with a reason."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from pos_closeout.domain.ledger.open_items import OpenItem


@dataclass(frozen=True, slots=True)
class CarriedItem:
    """An open item that was carried over when its case was closed, and why."""

    item_id: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Closing:
    """How a case ended.

    Attributes:
        closed_on: the day, ``None`` while it is open.
        archived_on: the day it was put away, ``None`` while it stands on home; only a closed case is put away.
    """

    closed_on: date | None = None
    archived_on: date | None = None


@dataclass(frozen=True, slots=True)
class OpenSummary:
    """What is open in a case: how much, and the most urgent of it."""

    count: int
    first: tuple[OpenItem, ...]


@dataclass(frozen=True, slots=True)
class ClosingObstacles:
    """What stands between a case and its closing, by ids.

    Attributes:
        standing: open items nobody has given a reason for, the most urgent first.
        carried: open items that are carried over with a reason, in the same order.
        astray: items for which a reason was given though they are not open.
    """

    standing: tuple[int, ...]
    carried: tuple[CarriedItem, ...]
    astray: tuple[int, ...]

    @property
    def passes(self) -> bool:
        """Whether the case may be closed."""
        return not self.standing and not self.astray


def closing_obstacles(waiting: Sequence[int], carried: Iterable[CarriedItem], rest: str = "") -> ClosingObstacles:
    """Return what stands between a case and its closing.

    Args:
        waiting: the ids of the open items of the case, the most urgent first.
        carried: which are to be carried over, each with a reason; an empty reason does not count.
        rest: the reason for all those that have none of their own.
    """
    reasons = {given.item_id: given.reason.strip() for given in carried}
    there, usual = set(waiting), rest.strip()
    kept = [(number, reasons.get(number) or usual) for number in waiting]
    return ClosingObstacles(
        standing=tuple(number for number, reason in kept if not reason),
        carried=tuple(CarriedItem(number, reason) for number, reason in kept if reason),
        astray=tuple(number for number in reasons if number not in there),
    )
