"""How far refunds reach: until when each channel still takes them, measured against the planned stop.

After a merchant number is closed nothing can go back the way it came, so whatever is still to be refunded must be done
before the stop, and the number stays open for a quiet time in which customers may still come.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pos_closeout.domain.due_dates import Terms, count_limit
from pos_closeout.domain.due_rules import Unit
from pos_closeout.domain.limits import Limit
from pos_closeout.domain.open_items import Channel, ItemKind, OpenItem, is_open
from pos_closeout.domain.working_days import WorkingSpan, working_day_after

_WINDOWS = {
    Channel.WECHAT: (Limit.WECHAT_REFUND, Unit.DAYS),
    Channel.ALIPAY: (Limit.ALIPAY_REFUND, Unit.MONTHS),
    Channel.CARD: (Limit.CARD_REFUND, Unit.DAYS),
    Channel.UNIONPAY_QR: (Limit.CARD_REFUND, Unit.DAYS),
}
_BY_HAND = frozenset({Channel.CARD, Channel.UNIONPAY_QR})
"""Channels whose acquirer refunds by hand once the window on the terminal has passed ([C2])."""

HOLDING = frozenset({ItemKind.REFUND, ItemKind.UNFINISHED, ItemKind.SETTLEMENT, ItemKind.PREAUTH, ItemKind.CHARGEBACK})
"""Kinds that need the merchant number open until they are cleared."""


@dataclass(frozen=True, slots=True)
class RefundReach:
    """How far one refund reaches.

    Attributes:
        item: the refund.
        window_on: last day on which its channel takes it, ``None`` when the channel or the payment day is not known.
        last_on: the day by which to send it off: the window's end or the lead before the stop, whichever is first.
        passed: the window has closed.
        by_hand: the acquirer can still be asked for a refund by hand.
        before_stop: it would still be possible after the stop by its window, but not once the number is closed.
    """

    item: OpenItem
    window_on: date | None
    last_on: date | None
    passed: bool
    by_hand: bool
    before_stop: bool


@dataclass(frozen=True, slots=True)
class ReachPlan:
    """All open refunds of a case against its planned stop.

    Attributes:
        stop_on: the planned stop, ``None`` when it is not known.
        lead: the last day to send refunds off before the stop.
        refunds: every open refund, the most urgent first.
        quiet_from: the day from which the quiet time counts: the stop, the last payment, or the last date of what still
            needs the number.
        quiet_days: how long it is.
        close_on: the earliest working day on which the merchant number may be closed, ``None`` without a stop.
        holding: how many open items of other kinds need the number open.
        uncertain: a schedule of working days that counts here has not been published yet.
    """

    stop_on: date | None
    lead: date | None
    refunds: tuple[RefundReach, ...]
    quiet_from: date | None
    quiet_days: int
    close_on: date | None
    holding: int
    uncertain: bool


def plan_reach(
    items: Iterable[OpenItem], stop_on: date | None, last_payment_on: date | None, terms: Terms, today: date
) -> ReachPlan:
    """Return how far the open refunds among the items of one case reach.

    Args:
        items: all items of the case.
        stop_on: its planned stop.
        last_payment_on: the last day with a payment, when known.
        terms: working days and limits.
        today: refunds whose window ended before it are lost to the channel.
    """
    waiting = [item for item in items if is_open(item)]
    lead = None if stop_on is None else _lead(stop_on, terms)
    refunds = [_reach(item, lead, terms, today) for item in waiting if item.kind is ItemKind.REFUND]
    refunds.sort(key=lambda reach: (reach.last_on or date.max, -(reach.item.amount_fen or 0), reach.item.id))
    holding = [item for item in waiting if item.kind in HOLDING]
    quiet_from = None if stop_on is None else _quiet_from(holding, stop_on, last_payment_on, today)
    close = None if quiet_from is None else _close(quiet_from, terms)
    return ReachPlan(
        stop_on=stop_on,
        lead=None if lead is None else lead.end,
        refunds=tuple(refunds),
        quiet_from=quiet_from,
        quiet_days=terms.limits[Limit.QUIET],
        close_on=None if close is None else close.end,
        holding=sum(item.kind is not ItemKind.REFUND for item in holding),
        uncertain=any(span is not None and span.uncertain for span in (lead, close)),
    )


def window_end(item: OpenItem, terms: Terms) -> date | None:
    """Return the last day on which the channel of a payment takes a refund, ``None`` when that is not known."""
    if item.original_on is None or item.channel not in _WINDOWS:
        return None
    limit, unit = _WINDOWS[item.channel]
    return count_limit(item.original_on, limit, unit, terms).end


def _reach(item: OpenItem, lead: WorkingSpan | None, terms: Terms, today: date) -> RefundReach:
    window = window_end(item, terms)
    known = [day for day in (window, None if lead is None else lead.end) if day is not None]
    passed = window is not None and window < today
    return RefundReach(
        item=item,
        window_on=window,
        last_on=min(known, default=None),
        passed=passed,
        by_hand=passed and item.channel in _BY_HAND,
        before_stop=lead is not None and not passed,
    )


def _lead(stop_on: date, terms: Terms) -> WorkingSpan:
    return count_limit(stop_on, Limit.REFUND_BEFORE_STOP, Unit.WORKING_DAYS, terms, back=True)


def _quiet_from(holding: Iterable[OpenItem], stop_on: date, last_payment_on: date | None, today: date) -> date:
    """What is overdue can be cleared today at the earliest."""
    held = (max(item.due_on or today, today) for item in holding)
    return max([stop_on, last_payment_on or stop_on, *held])


def _close(quiet_from: date, terms: Terms) -> WorkingSpan:
    return working_day_after(count_limit(quiet_from, Limit.QUIET, Unit.DAYS, terms).end, terms.calendar)
