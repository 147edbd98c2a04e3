"""Look for charges of the acquirer in the statements that were imported after the stop."""

from pathlib import Path

from pos_closeout.domain.case.case import Case
from pos_closeout.domain.case.follow_up import LateCharge
from pos_closeout.domain.masking import mask_cards
from pos_closeout.domain.papers.late_fees import looks_like_charge, new_charges
from pos_closeout.store import Store, open_beside
from pos_closeout.store.bills import BillRepository

_WHAT_LIMIT = 120


def charges_on_statements(store: Store, case: Case) -> tuple[LateCharge, ...]:
    """Return what left the account after the stop and looks like a charge, oldest first; nothing without a stop.

    Args:
        store: its bills are looked through; a million lines take a second.
        case: its stop, acquirer and agent count as they are given.
    """
    if case.request.stop_on is None:
        return ()
    return tuple(
        LateCharge(day, fen, mask_cards(" ".join(filter(None, (who.strip(), what.strip()))))[:_WHAT_LIMIT])
        for day, fen, who, what in BillRepository(store.database).paid_after(case.id, case.request.stop_on)
        if looks_like_charge(case, who, what)
    )


def charges_beside(path: Path, case: Case) -> tuple[LateCharge, ...]:
    """Return the same from the database of an open data folder, for a thread of its own.

    Raises:
        DataFolderError: the data cannot be read.
    """
    with open_beside(path) as store:
        return charges_on_statements(store, case)


def find_late_charges(store: Store, case_id: int) -> tuple[LateCharge, ...]:
    """Return what is on the statements of a case as stored.

    What was written down already, or looked at and left, is not returned again, also when its bill is imported anew.

    Raises:
        NotFoundError: ``case.not_found``.
    """
    case = store.cases.get(case_id)
    return new_charges(case, charges_on_statements(store, case))
