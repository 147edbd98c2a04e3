"""Ask for what no bill holds, payments without a result, and keep the answer until a newer bill comes."""

from datetime import datetime

from pos_closeout.domain.bills.bills import UnpaidAnswer
from pos_closeout.store import Store
from pos_closeout.store.unpaid import UnpaidRepository


def unpaid_answer(store: Store, case_id: int) -> UnpaidAnswer | None:
    """Return when the owner said that no payment is without a result, None when that was not said.

    Raises:
        NotFoundError: ``case.not_found``.
    """
    store.cases.get(case_id)
    found = UnpaidRepository(store.database).get(case_id)
    return None if found is None else UnpaidAnswer(datetime.fromisoformat(found[0]).date(), ask_again=found[1])


def say_none_unpaid(store: Store, case_id: int, now: datetime) -> None:
    """Keep that the owner said that no payment is without a result.

    Raises:
        NotFoundError: ``case.not_found``.
    """
    store.cases.get(case_id)
    with store.database.writing():
        UnpaidRepository(store.database).keep(case_id, now)
        store.timeline.append(case_id, [("unpaid.none", "", "")], now)


def ask_unpaid_again(store: Store, case_id: int, now: datetime) -> None:
    """Forget the answer: the question is open again.

    Raises:
        NotFoundError: ``case.not_found``.
    """
    store.cases.get(case_id)
    with store.database.writing():
        UnpaidRepository(store.database).forget(case_id)
        store.timeline.append(case_id, [("unpaid.asked", "", "")], now)
