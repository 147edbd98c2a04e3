"""Close a case, or open it again."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from pos_closeout.domain.case import Case, is_closed
from pos_closeout.domain.closing import CarriedItem, Closing, Gate, closing_gate
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.masking import mask_cards
from pos_closeout.domain.money import format_yuan
from pos_closeout.store import Store

_NAMED = 20


def gate_of(store: Store, case_id: int, carried: Iterable[CarriedItem] = ()) -> Gate:
    """Return what stands between a case and its closing.

    Raises:
        NotFoundError: ``case.not_found``.
    """
    store.cases.get(case_id)
    return closing_gate(store.items.for_case(case_id), carried)


def close_case(store: Store, case_id: int, carried: Iterable[CarriedItem], now: datetime) -> Case:
    """Close a case and return it; items carried over stay open and go on being reminded of.

    Raises:
        BadInputError: ``case.already_closed``, ``case.items_open`` with the open items nobody gave a reason for, or
            ``case.not_open_item`` for a reason about an item that is not open in this case.
        NotFoundError: ``case.not_found``.
    """
    case = store.cases.get(case_id)
    if is_closed(case):
        raise BadInputError("case.already_closed", id=case_id)
    gate = closing_gate(store.items.for_case(case_id), carried)
    if gate.astray:
        raise BadInputError("case.not_open_item", id=gate.astray[0])
    if gate.standing:
        raise BadInputError("case.items_open", count=len(gate.standing), items=_listed(gate))
    kept = tuple(replace(item, reason=mask_cards(item.reason)) for item in gate.carried)
    return store.cases.save(replace(case, closing=Closing(now.date()), carried=kept), now)


def reopen_case(store: Store, case_id: int, now: datetime) -> Case:
    """Open a closed case again and return it; an open one is returned as it is.

    Raises:
        NotFoundError: ``case.not_found``.
    """
    return store.cases.save(replace(store.cases.get(case_id), closing=Closing(), carried=()), now)


def _listed(gate: Gate) -> str:
    """Name the items that stand in the way: number, kind, amount and who."""
    named = []
    for item in gate.standing[:_NAMED]:
        amount = "" if item.amount_fen is None else f"¥{format_yuan(item.amount_fen)}"
        named.append(" ".join(part for part in (str(item.id), item.kind.value, amount, item.counterparty) if part))
    more = len(gate.standing) - len(named)
    return "; ".join(named) + (f" … +{more}" if more else "")
