"""Step 12, after the stop: confirmation, deposit, charges that should not come any more, and what may still come.

How long an acquirer may come back on a payment is a matter of the agreement (templates say 12 or 36 months, [C2]); what
a contract says about settling stays in force after its end (民法典 art. 567 [C]).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from pos_closeout.domain.bills.coverage import add_months
from pos_closeout.domain.errors import BadInputError

WATCHED_MONTHS = 3
"""Bank statements looked through after the stop: an unlisted fee shows up there (facts of practice, [C2])."""

CLAW_BACK_MONTHS = 36
"""Months after the stop in which the acquirer may still ask, unless the agreement says otherwise: the longer one of
the two that templates have ([C2]), so that nothing is thrown away too early."""

DISPUTE_DAYS = 180
"""Days after the last transaction in which a cardholder's dispute is to be expected ([C2])."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What came of it. Amounts in fen, ``None`` means not known yet.

    Attributes:
        confirmed_on: the day of the acquirer's written confirmation, with its number.
        slip_number: the slip for the device that was handed back.
        deposit_none: there was no deposit to get back.
        claw_back_months: months the agreement gives the acquirer; ``None`` is :data:`CLAW_BACK_MONTHS`.
        resumed_why: why the stop was taken back, empty while it was not.
    """

    confirmed_on: date | None = None
    confirmation_number: str = ""
    slip_number: str = ""
    deposit_none: bool = False
    deposit_asked_on: date | None = None
    deposit_received_on: date | None = None
    deposit_received_fen: int | None = None
    deposit_deducted_fen: int | None = None
    deposit_deducted_why: str = ""
    claw_back_months: int | None = None
    went_well: str = ""
    to_improve: str = ""
    resumed_why: str = ""


@dataclass(frozen=True, slots=True)
class WatchedMonth:
    """A bank statement that was looked through for charges: the first day of its month, and when it was done."""

    month: date | None = None
    checked_on: date | None = None


class LeftWhy(StrEnum):
    """Why something found on a statement is no charge to object to."""

    NOT_THEIRS = "not_theirs"
    OWED = "owed"


@dataclass(frozen=True, slots=True)
class LateCharge:
    """A charge of the acquirer after the stop, in fen.

    Attributes:
        returned_on: the day it came back.
        left_on: the day the owner looked at something found on a statement and said that it is none of these charges.
        left_why: why it is none.
    """

    charged_on: date | None = None
    amount_fen: int | None = None
    what: str = ""
    objected_on: date | None = None
    returned_on: date | None = None
    left_on: date | None = None
    left_why: LeftWhy | None = None


def stands(charge: LateCharge) -> bool:
    """Return whether a charge is one: what the owner looked at and left is not."""
    return charge.left_on is None


class WatchState(StrEnum):
    """How a month of the watch stands."""

    AHEAD = "ahead"
    DUE = "due"
    CHECKED = "checked"


class DepositState(StrEnum):
    """How the deposit stands."""

    NONE = "none"
    NOT_ASKED = "not_asked"
    WAITING = "waiting"
    SHORT = "short"
    HOME = "home"


def watch(stop_on: date | None, checked: Sequence[WatchedMonth], today: date) -> tuple[tuple[date, WatchState], ...]:
    """Return the months whose statements are looked through, with their state; nothing without a stop.

    The month of the stop counts, for the last fee is charged in it; a month can be checked once it is over.
    """
    if stop_on is None:
        return ()
    first = stop_on.replace(day=1)
    done = {entry.month for entry in checked if entry.checked_on is not None}
    months = [add_months(first, count) for count in range(WATCHED_MONTHS + 1)]
    return tuple((month, _state(month, done, today)) for month in months)


def _state(month: date, done: set[date | None], today: date) -> WatchState:
    if month in done:
        return WatchState.CHECKED
    return WatchState.DUE if add_months(month, 1) <= today else WatchState.AHEAD


def with_checked(checked: Sequence[WatchedMonth], month: date, on: date | None) -> tuple[WatchedMonth, ...]:
    """Return the watched months with one checked on a day, or open again with ``None``."""
    kept = [entry for entry in checked if entry.month != month]
    if on is not None:
        kept.append(WatchedMonth(month, on))
    return tuple(sorted(kept, key=lambda entry: entry.month or date.max))


def deposit_state(told: FollowUp, deposit_fen: int | None) -> DepositState:
    """Return how a deposit stands; what was deducted with a reason counts as settled."""
    if told.deposit_none or (deposit_fen == 0 and told.deposit_received_fen is None):
        return DepositState.NONE
    if told.deposit_received_fen is None and told.deposit_deducted_fen is None:
        return DepositState.NOT_ASKED if told.deposit_asked_on is None else DepositState.WAITING
    return DepositState.HOME if deposit_open(told, deposit_fen) <= 0 else DepositState.SHORT


def deposit_open(told: FollowUp, deposit_fen: int | None) -> int:
    """Return what is still to come of a deposit, in fen; a deduction counts only with its reason."""
    deducted = (told.deposit_deducted_fen or 0) if told.deposit_deducted_why.strip() else 0
    return max(0, (deposit_fen or 0) - (told.deposit_received_fen or 0) - deducted)


def still_to_come(told: FollowUp, stop_on: date | None, last_on: date | None) -> tuple[tuple[str, date], ...]:
    """Return until when something may still come, as pairs of ``claw_back`` or ``dispute`` and a day.

    Args:
        told: for the months the agreement gives.
        stop_on: the day of the stop; nothing is known without it.
        last_on: the last transaction, the stop when it is not known.
    """
    if stop_on is None:
        return ()
    months = CLAW_BACK_MONTHS if told.claw_back_months is None else told.claw_back_months
    # Payments may be taken until the stop, so what follows from them never ends before it.
    disputes = max((last_on or stop_on) + timedelta(days=DISPUTE_DAYS), stop_on)
    return (
        ("dispute", disputes),
        ("claw_back", add_months(max(stop_on, last_on or stop_on), months)),
    )


def follow_up_missing(
    told: FollowUp,
    *,
    watched: Sequence[tuple[date, WatchState]],
    charges: Sequence[LateCharge],
    deposit: DepositState,
    open_items: int,
) -> tuple[str, ...]:
    """Return what step 12 still lacks.

    ``confirmation``, ``deposit``, ``watch`` (a month not looked through), ``charges`` (one that has not come back) and
    ``items`` (something is open).
    """
    missing = []
    if told.confirmed_on is None:
        missing.append("confirmation")
    if deposit not in {DepositState.NONE, DepositState.HOME}:
        missing.append("deposit")
    if not watched or any(state is not WatchState.CHECKED for _, state in watched):
        missing.append("watch")
    if any(stands(charge) and charge.returned_on is None for charge in charges):
        missing.append("charges")
    if open_items:
        missing.append("items")
    return tuple(missing)


def check_charge(charge: LateCharge, today: date) -> LateCharge:
    """Return the charge when it can be kept.

    Raises:
        BadInputError: ``charge.incomplete`` without day or amount, ``charge.in_future``, ``charge.returned_before``.
    """
    if charge.charged_on is None or not charge.amount_fen:
        raise BadInputError("charge.incomplete")
    if charge.charged_on > today:
        raise BadInputError("charge.in_future")
    if charge.returned_on is not None and charge.returned_on < charge.charged_on:
        raise BadInputError("charge.returned_before")
    return charge
