"""The day of the stop, from one place: the last day with payments, the first without, and what is counted from it."""

from datetime import date, timedelta

from pos_closeout.domain.case.case import Case, Reason, Request
from pos_closeout.domain.case.notices import CLOSING_DAYS

CLOSING_NOTICE_DAYS = CLOSING_DAYS
"""Days before the closing or the move on which it is announced at the latest (消费者权益保护法实施条例第21条 [C])."""


def last_day(request: Request) -> date | None:
    """Return the last day on which payments are taken, ``None`` while no day was said."""
    stop = request.stop_on
    if stop is None or request.after_close_of_business:
        return stop
    return stop - timedelta(days=1) if stop > date.min else stop


def first_day_without(request: Request) -> date | None:
    """Return the first day on which no payment is taken: the day after, where the stop is at close of business."""
    stop = request.stop_on
    if stop is None or not request.after_close_of_business:
        return stop
    return stop + timedelta(days=1) if stop < date.max else stop


def asked_day(request: Request, today: date) -> date | None:
    """Return the day a paper may ask for: a day that has passed is none, it stays to be written in by hand."""
    stop = request.stop_on
    return None if stop is None or stop < today else stop


def billing_day(case: Case, today: date) -> date | None:
    """Return the day from which the letter asks for no more fees.

    The one the owner named, else the first without payments; ``None`` where that is not known or has passed.
    """
    asked = asked_day(case.request, today)
    return case.settlement.stop_billing_on or (None if asked is None else first_day_without(case.request))


def ended_on(case: Case) -> date | None:
    """Return the day from which periods after the end are counted, ``None`` while it is not known.

    The day of the stop; of an acquirer that has left nobody asks a stop, and the service ended when it left.
    """
    return case.profile.acquirer_left_on if case.profile.acquirer_left else case.request.stop_on


def days_ahead(case: Case) -> tuple[int, ...]:
    """Return how many days from now a stop may be proposed for, the soonest first.

    What acquirers usually want ([C2]: 15 to 30 days); where the shop itself closes or moves, not before its notice has
    hung for thirty.
    """
    return (CLOSING_NOTICE_DAYS, 45) if announces_closing(case) else (15, 30)


def announces_closing(case: Case) -> bool:
    """Return whether the shop itself closes or moves, and so has to announce it."""
    return bool({Reason.CLOSING_DOWN, Reason.RELOCATION} & set(case.request.reasons))


def notice_of_closing_by(case: Case) -> date | None:
    """Return the last day for the notice of closing or moving, ``None`` where none is due or no day was said."""
    stop = case.request.stop_on
    if stop is None or not announces_closing(case) or stop.toordinal() <= CLOSING_NOTICE_DAYS:
        return None
    return stop - timedelta(days=CLOSING_NOTICE_DAYS)
