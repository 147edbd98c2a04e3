"""Due dates with everything they rest on: working days, the owner's limits, the planned stop of the case."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from pos_closeout.actions.work_calendar import work_calendar
from pos_closeout.domain.case.case import number_closes
from pos_closeout.domain.ledger.due_dates import DueDate, Terms, due_date
from pos_closeout.domain.ledger.item_facts import Fact, Facts, GivenFacts, check_facts
from pos_closeout.domain.ledger.limits import DEFAULTS, Limit, check_limit, limits_from
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.ledger.refund_windows import HOLDING, PendingRefunds, RefundPlan, plan_refunds
from pos_closeout.store import Store

__all__ = [
    "DueDate",
    "Terms",
    "due_calculator",
    "due_of",
    "keep_limits",
    "own_limits",
    "refund_plan",
    "terms",
    "with_usual_due",
]


def terms(store: Store) -> Terms:
    """Return the working days and limits in force.

    Raises:
        DataFolderError: the database cannot be read.
    """
    return Terms(work_calendar(store), limits_from(store.own_limits.all()))


def own_limits(store: Store) -> dict[Limit, int]:
    """Return every limit as it is in force."""
    return limits_from(store.own_limits.all())


def keep_limits(store: Store, limits: Mapping[Limit, int]) -> None:
    """Store limits; those left out and those at their usual number follow the program again.

    Raises:
        BadInputError: ``limit.out_of_range``.
        DataFolderError: the database cannot be written.
    """
    changed = {limit.value: check_limit(limit, number) for limit, number in limits.items()}
    store.own_limits.keep({name: number for name, number in changed.items() if number != DEFAULTS[Limit(name)]})


def due_of(store: Store, item: OpenItem, facts: Facts | None = None) -> DueDate:
    """Return when an item is due by the rules of its kind, with the reasons; whatever date it has now.

    Args:
        store: the open data folder.
        item: the item, stored or not.
        facts: its extra fields; those stored are taken when left out.

    Raises:
        NotFoundError: ``case.not_found``.
    """
    known = store.item_files.facts(item.id) if facts is None else facts
    return due_date(item, known, store.cases.get(item.case_id).request.stop_on, terms(store))


def due_calculator(store: Store) -> Callable[[OpenItem, Facts], DueDate]:
    """Return what works out due dates as fast as somebody types: the terms are read now, the stop of each case once.

    What it returns raises NotFoundError (``case.not_found``) for an item of a case that is not there.
    """
    stops: dict[int, date | None] = {}
    in_force = terms(store)

    def calculate(item: OpenItem, facts: Facts) -> DueDate:
        if item.case_id not in stops:
            stops[item.case_id] = store.cases.get(item.case_id).request.stop_on
        return due_date(item, facts, stops[item.case_id], in_force)

    return calculate


def with_usual_due(store: Store, item: OpenItem, facts: GivenFacts) -> OpenItem:
    """Return the item with the date its rules come to, unless it has one already.

    Raises:
        BadInputError: as :func:`pos_closeout.domain.ledger.item_facts.check_facts`.
        NotFoundError: ``case.not_found``.
    """
    if item.due_on is not None:
        return item
    checked: dict[Fact, str] = check_facts(item.kind, facts)
    return replace(item, due_on=due_of(store, item, checked).on)


def refund_plan(store: Store, case_id: int, today: date, most: int | None = None) -> RefundPlan:
    """Return how far the open refunds of a case reach against its planned stop.

    Args:
        store: the data folder.
        case_id: the case.
        today: the day it is.
        most: how many refunds are named, the most urgent first; ``None`` for all.

    Raises:
        NotFoundError: ``case.not_found``.
    """
    case = store.cases.get(case_id)
    others, due_on = store.lines.held(case_id, HOLDING)
    refunds = store.lines.refunds(case_id)
    return plan_refunds(
        PendingRefunds(refunds, others - len(refunds), due_on),
        case.request.stop_on,
        case.settlement.last_transaction_on,
        terms(store),
        today,
        look_at=store.lines.items,
        most=most,
        number_closes=number_closes(case),
    )
