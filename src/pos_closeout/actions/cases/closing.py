"""Close a case, or open it again."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from pos_closeout.domain.case.case import Case, is_closed
from pos_closeout.domain.case.closing import CarriedItem, Closing, ClosingObstacles, OpenSummary, closing_obstacles
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.masking import mask_cards
from pos_closeout.domain.money import format_yuan
from pos_closeout.store import Store

_NAMED = 20


def standing_of(store: Store, case_id: int, most: int) -> OpenSummary:
    """Return how many items of a case are open, with the ``most`` most urgent of them.

    Raises:
        NotFoundError: ``case.not_found``.
    """
    store.cases.get(case_id)
    waiting = store.lines.waiting(case_id)
    return OpenSummary(len(waiting), tuple(store.lines.items(waiting[:most])))


def close_case(store: Store, case_id: int, carried: Iterable[CarriedItem], now: datetime, rest: str = "") -> Case:
    """Close a case and return it; items carried over stay open and go on being reminded of.

    Args:
        store: the data folder.
        case_id: the case.
        carried: which open items are left for later, each with a reason.
        now: when.
        rest: the reason for all other open items; empty when each needs one of its own.

    Raises:
        BadInputError: ``case.already_closed``, ``case.items_open`` with the open items nobody gave a reason for, or
            ``case.not_open_item`` for a reason about an item that is not open in this case.
        NotFoundError: ``case.not_found``.
    """
    case = store.cases.get(case_id)
    if is_closed(case):
        raise BadInputError("case.already_closed", id=case_id)
    masked = [replace(item, reason=mask_cards(item.reason)) for item in carried]
    gate = closing_obstacles(store.lines.waiting(case_id), masked, mask_cards(rest))
    if gate.astray:
        raise BadInputError("case.not_open_item", id=gate.astray[0])
    if gate.standing:
        raise BadInputError("case.items_open", count=len(gate.standing), items=_listed(store, gate))
    return store.cases.save(replace(case, closing=Closing(now.date()), carried=gate.carried), now)


def reopen_case(store: Store, case_id: int, now: datetime) -> Case:
    """Open a closed case again and return it; an open one is returned as it is.

    Raises:
        NotFoundError: ``case.not_found``.
    """
    return store.cases.save(replace(store.cases.get(case_id), closing=Closing(), carried=()), now)


def _listed(store: Store, gate: ClosingObstacles) -> str:
    """Name the items that stand in the way: number, kind, amount and who."""
    named = []
    for item in store.lines.items(gate.standing[:_NAMED]):
        amount = "" if item.amount_fen is None else f"¥{format_yuan(item.amount_fen)}"
        named.append(" ".join(part for part in (str(item.id), item.kind.value, amount, item.counterparty) if part))
    more = len(gate.standing) - len(named)
    return "; ".join(named) + (f" … +{more}" if more else "")
