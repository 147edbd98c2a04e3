"""When a case may be closed: nothing is open, or what is open is carried over with a reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pos_closeout.domain.open_items import OpenItem, is_open, urgency


@dataclass(frozen=True, slots=True)
class CarriedItem:
    """An open item that was carried over when its case was closed, and why."""

    item_id: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Closing:
    """How a case ended; ``closed_on`` is ``None`` while it is open."""

    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Gate:
    """What stands between a case and its closing.

    Attributes:
        standing: open items nobody has given a reason for, the most urgent first.
        carried: open items that are carried over with a reason, in the same order.
        astray: ids for which a reason was given though no such item is open.
    """

    standing: tuple[OpenItem, ...]
    carried: tuple[CarriedItem, ...]
    astray: tuple[int, ...]

    @property
    def passes(self) -> bool:
        """Whether the case may be closed."""
        return not self.standing and not self.astray


def closing_gate(items: Iterable[OpenItem], carried: Iterable[CarriedItem]) -> Gate:
    """Return what stands between a case and its closing.

    Args:
        items: all items of the case.
        carried: which are to be carried over, each with a reason; an empty reason does not count.
    """
    waiting = sorted((item for item in items if is_open(item)), key=urgency)
    reasons = {given.item_id: given.reason.strip() for given in carried}
    ids = {item.id for item in waiting}
    return Gate(
        standing=tuple(item for item in waiting if not reasons.get(item.id)),
        carried=tuple(CarriedItem(item.id, reasons[item.id]) for item in waiting if reasons.get(item.id)),
        astray=tuple(number for number in reasons if number not in ids),
    )
