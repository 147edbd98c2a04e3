"""How far refunds reach: until when each channel still takes them, measured against the planned stop.

After a merchant number is closed nothing can go back the way it came, so whatever is still to be refunded must be done
before the stop, and the number stays open for a quiet time in which customers may still come.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import nsmallest
from typing import NamedTuple

from pos_closeout.domain.dates.working_days import WorkingSpan, working_day_after
from pos_closeout.domain.ledger.due_dates import Terms, count_limit
from pos_closeout.domain.ledger.due_rules import Unit
from pos_closeout.domain.ledger.limits import Limit
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem, PaymentChannel, is_open

_WINDOWS = {
    PaymentChannel.WECHAT: (Limit.WECHAT_REFUND, Unit.DAYS),
    PaymentChannel.ALIPAY: (Limit.ALIPAY_REFUND, Unit.MONTHS),
    PaymentChannel.CARD: (Limit.CARD_REFUND, Unit.DAYS),
    PaymentChannel.UNIONPAY_QR: (Limit.CARD_REFUND, Unit.DAYS),
}
_BY_HAND = frozenset({PaymentChannel.CARD, PaymentChannel.UNIONPAY_QR})
"""Channels whose acquirer refunds by hand once the window on the terminal has passed ([C2])."""

HOLDING = frozenset({ItemKind.REFUND, ItemKind.UNFINISHED, ItemKind.SETTLEMENT, ItemKind.PREAUTH, ItemKind.CHARGEBACK})
"""Kinds that need the merchant number open until they are cleared."""


class Refund(NamedTuple):
    """What of a refund decides how far it reaches. Amount in fen, 0 without one."""

    id: int
    channel: PaymentChannel
    original_on: date | None
    fen: int


@dataclass(frozen=True, slots=True)
class PendingRefunds:
    """What a case waits for, as far as it concerns its merchant number.

    Attributes:
        refunds: its open refunds.
        holding: how many open items of other kinds need the number.
        due_on: the last day on which anything that needs the number is due, ``None`` without one.
    """

    refunds: Sequence[Refund]
    holding: int
    due_on: date | None


@dataclass(frozen=True, slots=True)
class RefundWindow:
    """How far all refunds of one channel and payment day reach; as in :class:`RefundDeadline`."""

    window_on: date | None
    last_on: date | None
    passed: bool
    by_hand: bool
    before_stop: bool


@dataclass(frozen=True, slots=True)
class RefundDeadline:
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
class RefundPlan:
    """All open refunds of a case against its planned stop.

    Attributes:
        stop_on: the planned stop, ``None`` when it is not known.
        lead: the last day to send refunds off before the stop.
        refunds: the open refunds, the most urgent first: all of them, or as many as were asked for.
        count: how many there are.
        before: how many of them must be done before the stop.
        passed: how many are too late for their channel.
        quiet_from: the day from which the quiet time counts: the stop, the last payment, or the last date of what still
            needs the number.
        quiet_days: how long it is.
        close_on: the earliest working day on which the merchant number may be closed, ``None`` without a stop.
        holding: how many open items of other kinds need the number open.
        uncertain: a schedule of working days that counts here has not been published yet.
    """

    stop_on: date | None
    lead: date | None
    refunds: tuple[RefundDeadline, ...]
    count: int
    before: int
    passed: int
    quiet_from: date | None
    quiet_days: int
    close_on: date | None
    holding: int
    uncertain: bool


def plan_open_refunds(
    items: Iterable[OpenItem],
    stop_on: date | None,
    last_payment_on: date | None,
    terms: Terms,
    today: date,
    *,
    number_closes: bool = True,
) -> RefundPlan:
    """Return how far the open refunds among the items of one case reach.

    Args:
        items: all items of the case.
        stop_on: its planned stop.
        last_payment_on: the last day with a payment, when known.
        terms: working days and limits.
        today: refunds whose window ended before it are lost to the channel.
        number_closes: the merchant number is to be closed.
    """
    held = {item.id: item for item in items if item.kind in HOLDING and is_open(item)}
    refunds = [
        Refund(item.id, item.channel, item.original_on, item.amount_fen or 0)
        for item in held.values()
        if item.kind is ItemKind.REFUND
    ]
    due = max((item.due_on for item in held.values() if item.due_on is not None), default=None)
    waiting = PendingRefunds(refunds, len(held) - len(refunds), due)
    return plan_refunds(
        waiting,
        stop_on,
        last_payment_on,
        terms,
        today,
        look_at=lambda ids: [held[number] for number in ids],
        number_closes=number_closes,
    )


def plan_refunds(
    waiting: PendingRefunds,
    stop_on: date | None,
    last_payment_on: date | None,
    terms: Terms,
    today: date,
    *,
    look_at: Callable[[Sequence[int]], Sequence[OpenItem]],
    most: int | None = None,
    number_closes: bool = True,
) -> RefundPlan:
    """Return how far the open refunds of one case reach, making items only of those that are named.

    Args:
        waiting: what the case waits for.
        stop_on: its planned stop.
        last_payment_on: the last day with a payment, when known.
        terms: working days and limits.
        today: refunds whose window ended before it are lost to the channel.
        look_at: gives items in the order of their ids.
        most: how many refunds are named; ``None`` for all.
        number_closes: the merchant number is to be closed; where it lives on nothing waits for a quiet time.
    """
    lead = None if stop_on is None else _lead(stop_on, terms)
    lead_on = None if lead is None else lead.end
    # Worked out once for a channel and a payment day: a hundred thousand refunds share a few hundred of them.
    counts = Counter((refund.channel, refund.original_on) for refund in waiting.refunds)
    windows = {key: _window(*key, lead_on, terms, today) for key in counts}

    def urgent(refund: Refund) -> tuple[date, int, int]:
        return (windows[refund.channel, refund.original_on].last_on or date.max, -refund.fen, refund.id)

    ordered = sorted(waiting.refunds, key=urgent) if most is None else nsmallest(most, waiting.refunds, key=urgent)
    named = zip(ordered, look_at([refund.id for refund in ordered]), strict=True)
    quiet_from = _quiet_from(waiting, stop_on, last_payment_on, today) if stop_on and number_closes else None
    close = None if quiet_from is None else _close(quiet_from, terms)
    return RefundPlan(
        stop_on=stop_on,
        lead=lead_on,
        refunds=tuple(_reach(item, windows[refund.channel, refund.original_on]) for refund, item in named),
        count=len(waiting.refunds),
        before=sum(count for key, count in counts.items() if windows[key].before_stop),
        passed=sum(count for key, count in counts.items() if windows[key].passed),
        quiet_from=quiet_from,
        quiet_days=terms.limits[Limit.QUIET],
        close_on=None if close is None else close.end,
        holding=waiting.holding,
        uncertain=any(span is not None and span.uncertain for span in (lead, close)),
    )


def window_end(item: OpenItem, terms: Terms) -> date | None:
    """Return the last day on which the channel of a payment takes a refund, ``None`` when that is not known."""
    return _end(item.channel, item.original_on, terms)


def _end(channel: PaymentChannel, original_on: date | None, terms: Terms) -> date | None:
    if original_on is None or channel not in _WINDOWS:
        return None
    limit, unit = _WINDOWS[channel]
    return count_limit(original_on, limit, unit, terms).end


def _window(
    channel: PaymentChannel, original_on: date | None, lead: date | None, terms: Terms, today: date
) -> RefundWindow:
    end = _end(channel, original_on, terms)
    passed = end is not None and end < today
    return RefundWindow(
        window_on=end,
        last_on=min((day for day in (end, lead) if day is not None), default=None),
        passed=passed,
        by_hand=passed and channel in _BY_HAND,
        before_stop=lead is not None and not passed,
    )


def _reach(item: OpenItem, window: RefundWindow) -> RefundDeadline:
    return RefundDeadline(item, window.window_on, window.last_on, window.passed, window.by_hand, window.before_stop)


def _lead(stop_on: date, terms: Terms) -> WorkingSpan:
    return count_limit(stop_on, Limit.REFUND_BEFORE_STOP, Unit.WORKING_DAYS, terms, back=True)


def _quiet_from(waiting: PendingRefunds, stop_on: date, last_payment_on: date | None, today: date) -> date:
    """What is overdue can be cleared today at the earliest."""
    held = [max(waiting.due_on or today, today)] if waiting.holding or waiting.refunds else []
    return max([stop_on, last_payment_on or stop_on, *held])


def _close(quiet_from: date, terms: Terms) -> WorkingSpan:
    return working_day_after(count_limit(quiet_from, Limit.QUIET, Unit.DAYS, terms).end, terms.calendar)
