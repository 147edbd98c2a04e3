"""What is looked for in the list and chosen in it: kept from one start to the next, and while the screen is rebuilt."""

import json
from dataclasses import dataclass, replace

from pos_closeout.domain.ledger.open_items import Due, ItemKind, ItemState
from pos_closeout.ui.ledger.query import Order, Query


@dataclass(frozen=True, slots=True)
class ListState:
    """What is looked for, what is chosen by id, and the item in use (0 without one)."""

    query: Query
    chosen: tuple[int, ...] = ()
    current: int = 0


def kept_form(query: Query) -> str:
    """Return filter and order as they are stored. What was typed and what was reminded of belong to the day."""
    return json.dumps(
        {
            "kind": query.kind,
            "case": query.case_id,
            "state": query.state,
            "due": query.due,
            "order": query.order,
            "down": query.down,
            "grouped": query.grouped,
        }
    )


def kept_query(stored: str) -> Query:
    """Return filter and order as they were stored; what cannot be read is as usual."""
    try:
        read = json.loads(stored)
        return replace(
            Query(),
            kind=None if read["kind"] is None else ItemKind(read["kind"]),
            case_id=None if read["case"] is None else int(read["case"]),
            state=None if read["state"] is None else ItemState(read["state"]),
            due=None if read["due"] is None else Due(read["due"]),
            order=Order(read["order"]),
            down=bool(read["down"]),
            grouped=bool(read["grouped"]),
        )
    except (ValueError, TypeError, KeyError):
        return Query()
