"""How long a shop keeps which records after the terminal is gone, and until which day.

Where several periods meet the longest counts. Only periods marked ``Ground.LAW`` stand in a statute that was read word
for word; the others are what agreements usually ask for and may be changed by the owner.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pos_closeout.domain.bills.coverage import add_months
from pos_closeout.domain.case.case import Case, EntityType
from pos_closeout.domain.case.follow_up import CLAW_BACK_MONTHS
from pos_closeout.domain.case.stop_day import ended_on

USUAL_MONTHS = CLAW_BACK_MONTHS
"""For slips and agreement: as long as the acquirer may come back on a payment."""


class RecordKind(StrEnum):
    """What is kept."""

    SLIPS = "slips"
    AGREEMENT = "agreement"
    CLOSURE = "closure"
    TAX = "tax"
    INVOICES = "invoices"
    BOOKS = "books"
    STATEMENTS = "statements"
    PREPAID = "prepaid"
    CUSTOMERS = "customers"


class Ground(StrEnum):
    """Where a period comes from: a statute, what agreements usually say, or what the owner entered."""

    LAW = "law"
    USUAL = "usual"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class RetentionPeriod:
    """One line of the retention table.

    Attributes:
        record: what is kept.
        months: how long; 0 means no longer than it is needed.
        ground: where the period comes from.
        until: the last day, ``None`` where there is no period.
    """

    record: RecordKind
    months: int
    ground: Ground
    until: date | None


def retention(case: Case, today: date, *, prepaid: bool) -> tuple[RetentionPeriod, ...]:
    """Return how long to keep what, in the order of :class:`RecordKind`.

    Args:
        case: kind of business, last transaction, stop.
        today: counted from where the case names no day.
        prepaid: whether customers hold prepaid balances.
    """
    company = case.merchant.entity_type is EntityType.COMPANY
    own = max(case.backup.keep_months or 0, case.follow_up.claw_back_months or 0)
    slips = max(own, USUAL_MONTHS)
    ground = Ground.OWN if own > USUAL_MONTHS else Ground.USUAL
    periods = {
        RecordKind.SLIPS: (slips, ground),
        RecordKind.AGREEMENT: (slips, ground),
        RecordKind.CLOSURE: (slips, ground),
        RecordKind.TAX: (120, Ground.LAW),
        RecordKind.INVOICES: (60, Ground.LAW),
        RecordKind.BOOKS: (360, Ground.USUAL) if company else (120, Ground.LAW),
        RecordKind.STATEMENTS: (120, Ground.USUAL if company else Ground.LAW),
        **({RecordKind.PREPAID: (36, Ground.LAW)} if prepaid else {}),
        RecordKind.CUSTOMERS: (0, Ground.LAW),
    }
    start = counted_from(case, today)
    return tuple(_kept(record, *periods[record], start) for record in RecordKind if record in periods)


def counted_from(case: Case, today: date) -> date:
    """Return the day the periods begin: the later one of last transaction and end of the service, else today."""
    days = [day for day in (case.settlement.last_transaction_on, ended_on(case)) if day is not None]
    return max(days, default=today)


_BY_YEAR = frozenset({RecordKind.TAX, RecordKind.INVOICES, RecordKind.BOOKS, RecordKind.STATEMENTS})
"""Counted from the end of the year, which is on the safe side of every way to count."""


def _kept(record: RecordKind, months: int, ground: Ground, start: date) -> RetentionPeriod:
    if not months:
        return RetentionPeriod(record, 0, ground, None)
    begin = date(start.year, 12, 31) if record in _BY_YEAR else start
    # A mistyped year must not stop the table: there is no day after the last one.
    last = begin.year + months // 12 + 1 > date.max.year
    return RetentionPeriod(record, months, ground, date.max if last else add_months(begin, months))
