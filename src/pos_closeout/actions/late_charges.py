"""Look for charges of the acquirer in the statements that were imported after the stop."""

from pos_closeout.domain.follow_up import LateCharge
from pos_closeout.domain.late_fees import looks_like_charge, new_charges
from pos_closeout.domain.masking import mask_cards
from pos_closeout.store import Store
from pos_closeout.store.bills import BillRepository

_WHAT_LIMIT = 120


def find_late_charges(store: Store, case_id: int) -> tuple[LateCharge, ...]:
    """Return what left the account after the stop and looks like a charge, oldest first; nothing without a stop.

    What was written down already, or looked at and left, is not returned again, also when its bill is imported anew.

    Raises:
        NotFoundError: ``case.not_found``.
    """
    case = store.cases.get(case_id)
    if case.request.stop_on is None:
        return ()
    found = (
        LateCharge(day, fen, mask_cards(" ".join(filter(None, (who.strip(), what.strip()))))[:_WHAT_LIMIT])
        for day, fen, who, what in BillRepository(store.database).paid_after(case_id, case.request.stop_on)
        if looks_like_charge(case, who, what)
    )
    return new_charges(case, found)
