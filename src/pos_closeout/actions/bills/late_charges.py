"""Look for charges of the acquirer in the statements after the stop, and for money that came back."""

from datetime import date, timedelta
from pathlib import Path

from pos_closeout.domain.bills.statement_lines import StatementLine, once_each
from pos_closeout.domain.bills.transactions import Direction
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.case.follow_up import LateCharge
from pos_closeout.domain.case.money_back import MoneyBack, money_back
from pos_closeout.domain.masking import mask_cards
from pos_closeout.domain.papers.late_fees import fee_words, is_charge, names_on_statements, new_charges
from pos_closeout.store import Store, open_beside
from pos_closeout.store.bills import BillRepository

_WHAT_LIMIT = 120


def charges_on_statements(store: Store, case: Case) -> tuple[LateCharge, ...]:
    """Return what left the account after the stop and looks like a charge, oldest first; nothing without a stop.

    Args:
        store: its bills are looked through; a million lines take a second.
        case: its stop, acquirer and agent count as they are given.
    """
    return tuple(LateCharge(line.day, line.fen, described(line)) for line in charge_lines(store, case))


def charge_lines(store: Store, case: Case) -> list[StatementLine]:
    """Return the lines of those charges; one charge that two exports show is one line."""
    if case.request.stop_on is None:
        return []
    names = names_on_statements(case)
    lines = BillRepository(store.database).moved_after(case.id, case.request.stop_on, Direction.OUT)
    return once_each((line for line in lines if is_charge(names, line.text, line.who)), fee_words)


def returns_on_statements(store: Store, case: Case) -> tuple[MoneyBack, ...]:
    """Return the money that came back since the stop, each offered for the item, charge or deposit it clears.

    Args:
        store: its bills and open items are looked through.
        case: its charges, deposit, acquirer and agent count as they are given.
    """
    since = (case.request.stop_on or date.min + timedelta(1)) - timedelta(1)
    names = names_on_statements(case)
    lines = BillRepository(store.database).moved_after(case.id, since, Direction.IN)
    return money_back(case, store.items.for_case(case.id), once_each(lines, fee_words), names)


def described(line: StatementLine) -> str:
    """Return what a line says in a few words: who and what for, and of its other texts what names a charge."""
    parts = [part for part in (line.who.strip(), line.what.strip()) if part]
    parts += [part for part in line.words.split() if part not in parts and is_charge(frozenset(), part)]
    return mask_cards(" ".join(parts or [line.words]))[:_WHAT_LIMIT]


def charges_beside(path: Path, case: Case) -> tuple[LateCharge, ...]:
    """Return the charges from the database of an open data folder, for a thread of its own.

    Raises:
        DataFolderError: the data cannot be read.
    """
    with open_beside(path) as store:
        return charges_on_statements(store, case)


def returns_beside(path: Path, case: Case) -> tuple[MoneyBack, ...]:
    """Return the money that came back, likewise.

    Raises:
        DataFolderError: the data cannot be read.
    """
    with open_beside(path) as store:
        return returns_on_statements(store, case)


def find_late_charges(store: Store, case_id: int) -> tuple[LateCharge, ...]:
    """Return what is on the statements of a case as stored.

    What was written down already, or looked at and left, is not returned again, also when its bill is imported anew.

    Raises:
        NotFoundError: ``case.not_found``.
    """
    case = store.cases.get(case_id)
    return new_charges(case, charges_on_statements(store, case))


def find_returns(store: Store, case_id: int) -> tuple[MoneyBack, ...]:
    """Return the money that came back and what it clears, of a case as stored.

    Raises:
        NotFoundError: ``case.not_found``.
    """
    return returns_on_statements(store, store.cases.get(case_id))
