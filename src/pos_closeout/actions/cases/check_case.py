"""Run the eligibility checks on a stored case."""

from datetime import date

from pos_closeout.actions.work_calendar import work_calendar
from pos_closeout.domain.eligibility.eligibility import Finding, evaluate
from pos_closeout.store import Store


def check_case(store: Store, case_id: int, today: date) -> tuple[Finding, ...]:
    """Return what all checks find for a case and its items on a day.

    Raises:
        NotFoundError: ``case.not_found``.
    """
    return evaluate(store.cases.get(case_id), store.items.for_case(case_id), today, work_calendar(store))
