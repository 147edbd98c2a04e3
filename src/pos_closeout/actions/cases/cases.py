"""Open, save, find and delete cases."""

from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar

from pos_closeout.actions.items.proofs import put_case_in_bin
from pos_closeout.domain.case.case import Case, EntityType, Merchant, Settlement
from pos_closeout.domain.case.merging import Overruled
from pos_closeout.domain.errors import BadInputError
from pos_closeout.store import Store

T = TypeVar("T")


def open_case(store: Store, today: date, now: datetime) -> Case:
    """Open an empty case and return it with its id and number."""
    nobody_yet = Merchant(entity_type=EntityType.UNSAID)
    return store.cases.add(Case(created_on=today, merchant=nobody_yet), now)


def save_case(store: Store, case: Case, now: datetime, base: Case | None = None) -> Case:
    """Store a case and write into its history what changed; writes nothing when nothing changed.

    Args:
        store: the open data folder.
        case: what is to be stored.
        now: for the history.
        base: the case the changes started from: what somebody else stored meanwhile stays then. The one that was read
            last when left out.

    Returns:
        The case to go on with: new terminals have their ids in it, and card numbers are masked.

    Raises:
        BadInputError: ``case.closed`` when the stored case has been closed: it must be opened again first.
        NotFoundError: ``case.not_found``.
        DataFolderError: the database cannot be written; nothing of the change is stored then.
    """
    with store.database.writing():
        started = base or store.cases.read_last(case.id)
        if store.cases.has_closed(case.id):
            raise BadInputError("case.closed", id=case.id)
        return store.cases.save(case, now, started)


def save_after_paper(store: Store, case: Case, now: datetime) -> bool:
    """Store what a paper that is written already changed in its case; return False where that can only be read.

    Raises:
        as :func:`save_case`.
    """
    if store.read_only:
        return False
    save_case(store, case, now)
    return True


def overruled_by(store: Store) -> tuple[Overruled, ...]:
    """Return the answers that somebody else had changed meanwhile and the last save changed too."""
    return store.cases.overruled


def load_case(store: Store, case_id: int) -> Case:
    """Return a case.

    Raises:
        NotFoundError: ``case.not_found``.
    """
    return store.cases.get(case_id)


def list_cases(store: Store) -> tuple[Case, ...]:
    """Return all cases, oldest first."""
    return store.cases.all()


def delete_case(store: Store, case_id: int, now: datetime) -> None:
    """Delete a case with its items and history, after a safety copy of the whole database has been made.

    Files kept as proof move to the bin of the attachments.

    Raises:
        NotFoundError: ``case.not_found``.
        DataFolderError: the safety copy cannot be made; the case is still there then.
    """
    number = store.cases.get(case_id).number
    store.cases.delete(case_id, now)
    put_case_in_bin(store, number)


def last_change(store: Store, case_id: int) -> int:
    """Return a mark that moves on with whatever happens to a case, its items and its bills."""
    return store.cards.last_line(case_id)


def withdraw_case(store: Store, case_id: int, opened: int) -> bool:
    """Take a case away that was opened and left as it was, and return whether it was one.

    Args:
        store: the open data folder.
        case_id: of the case.
        opened: :func:`last_change` just after it was opened.

    Raises:
        DataFolderError: the database cannot be written; the case is still there then.
    """
    with store.database.writing():
        untouched = store.cards.last_line(case_id) == opened
        if untouched:
            store.cases.withdraw(case_id)
    return untouched


def copy_case(store: Store, case_id: int, today: date, now: datetime) -> Case:
    """Open a new case with who and what another one is about, and nothing of how that one went; return it.

    Taken over are shop, acquirer, agent, handler, the settlement account and the terminals, for which nothing has been
    chosen yet.

    Raises:
        NotFoundError: ``case.not_found``.
    """
    case = store.cases.get(case_id)
    account = Settlement(
        account_name=case.settlement.account_name,
        account_last4=case.settlement.account_last4,
        bank=case.settlement.bank,
    )
    copied = Case(
        created_on=today,
        sample=case.sample,
        merchant=case.merchant,
        acquirer=case.acquirer,
        agent=case.agent,
        handler=case.handler,
        settlement=account,
        terminals=tuple(replace(terminal, id=0, action=None) for terminal in case.terminals),
    )
    return store.cases.add(copied, now)
