"""Decide about several finds of bills in one go: all of them, or none."""

from collections.abc import Iterable
from datetime import datetime

from pos_closeout.actions.bills.bill_proposals import accept_proposal, reject_proposal, reopen_proposal
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.store import Store


def accept_proposals(store: Store, proposal_ids: Iterable[int], now: datetime, *, language: str) -> list[OpenItem]:
    """Store the open items of proposals as they are proposed, and return them.

    Raises:
        NotFoundError, BadInputError: as ``accept_proposal``; nothing is stored then.
    """
    with store.database.writing():
        return [accept_proposal(store, each, None, now, language=language) for each in proposal_ids]


def reject_proposals(store: Store, proposal_ids: Iterable[int], reason: str, now: datetime) -> None:
    """Note that proposals are no open items, and why.

    Raises:
        NotFoundError, BadInputError: as ``reject_proposal``; nothing is stored then.
    """
    with store.database.writing():
        for each in proposal_ids:
            reject_proposal(store, each, reason, now)


def reopen_proposals(store: Store, proposal_ids: Iterable[int], now: datetime) -> None:
    """Let proposals wait for the owner again; the open items they became are removed.

    Raises:
        NotFoundError: as ``reopen_proposal``; nothing is changed then.
    """
    with store.database.writing():
        for each in proposal_ids:
            reopen_proposal(store, each, now)
