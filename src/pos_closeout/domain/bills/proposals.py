"""Money that a bill shows as still open, proposed as open items with proof, due date and reason.

A bill is a snapshot: a refund row of WeChat's merchant bill is written once and never updated, so PROCESSING may
long be done. Such an item says on which day to look again on the platform's own page.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from pos_closeout.domain.bills.transactions import (
    OPEN_STATES,
    SALES,
    BillChannel,
    Direction,
    Ids,
    Kind,
    RowSource,
    Transaction,
    TransactionState,
    twin_key,
)
from pos_closeout.domain.ledger.open_items import ItemKind, PaymentChannel

CARD_REFUND_DAYS = 3
"""Working days a refund to a card takes; a wallet takes about 20 minutes (WeChat's merchant documentation)."""

REFUND_WINDOW_DAYS = 365
"""Days after a payment in which WeChat takes a refund (pay.weixin.qq.com, refund interface)."""

AddWorkingDays = Callable[[date, int], date]
"""Returns the day that many working days later."""

_PAID_BY = {
    BillChannel.WECHAT: PaymentChannel.WECHAT,
    BillChannel.ALIPAY: PaymentChannel.ALIPAY,
    BillChannel.CARD: PaymentChannel.CARD,
    BillChannel.UNIONPAY: PaymentChannel.UNIONPAY_QR,
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """An open item as a bill suggests it.

    Attributes:
        identity: identity of the line, so that a second import proposes nothing twice.
        kind: what kind of open item it would be.
        reason: why, the state of the line (``refund_pending`` …) as a stable id.
        word: the platform's own word for it.
        amount_fen: what is open, without a part that already went back.
        due: the day by which to act.
        look_again: the day on which a frozen state is worth another look, None for lines that are not frozen.
        source: file, part and row that prove it.
        when: time of the line.
        channel: how it was paid.
        ids: numbers to ask the platform with.
        counterparty: who, with card numbers masked.
        order: where the order of a refund stands, None until it is found; its time and amount beside it.
        damaged: whether a spreadsheet destroyed the number of the line.
        twin: looser name for a line whose number is destroyed.
    """

    identity: str
    kind: ItemKind
    reason: TransactionState
    word: str
    amount_fen: int
    due: date
    look_again: date | None
    source: RowSource
    when: datetime
    channel: PaymentChannel
    ids: Ids
    counterparty: str
    order: RowSource | None = None
    order_when: datetime | None = None
    order_amount_fen: int | None = None
    damaged: bool = False
    twin: str = ""


def calendar_days(day: date, days: int) -> date:
    """Count every day: the fallback where no calendar of working days is handed in."""
    return day + timedelta(days=days)


def propose(
    transactions: Iterable[Transaction],
    today: date,
    *,
    known: Collection[str] = frozenset(),
    add_working_days: AddWorkingDays = calendar_days,
) -> Iterator[Proposal]:
    """Yield one proposal for every line that leaves money open and is not known yet.

    Args:
        transactions: lines in any order, from any number of files; only open ones are looked at, so it streams.
        today: the day proposals are made on.
        known: identities and twin keys (``twin_key``) of lines that were proposed or imported before.
        add_working_days: calendar of working days.
    """
    fresh: set[str] = set()
    whole: set[str] = set()
    for line in transactions:
        if line.state not in OPEN_STATES or line.kind is Kind.LEDGER or line.identity in known:
            continue
        twin = twin_key(line)
        if line.identity in fresh or (line.damaged and (twin in known or twin in whole)):
            continue
        fresh.add(line.identity)
        if not line.damaged:
            whole.add(twin)
        yield _proposal(line, twin, today, add_working_days)


def _proposal(line: Transaction, twin: str, today: date, add_working_days: AddWorkingDays) -> Proposal:
    look_again = None
    if line.state is TransactionState.REFUND_PENDING:
        look_again = max(today, add_working_days(line.when.date(), CARD_REFUND_DAYS))
    own_refund = line.kind is Kind.ORDER and _about_refund(line)
    return Proposal(
        identity=line.identity,
        kind=_kind(line),
        reason=line.state,
        word=(line.more_status or line.status)[:80],
        amount_fen=_open_fen(line),
        due=look_again or add_working_days(today, 1),
        look_again=look_again,
        source=line.source,
        when=line.when,
        channel=_PAID_BY.get(line.channel, PaymentChannel.OTHER),
        ids=line.ids,
        counterparty=line.counterparty,
        order=line.source if own_refund else None,
        order_when=line.when if own_refund else None,
        order_amount_fen=line.amount_fen if own_refund else None,
        damaged=line.damaged,
        twin=twin,
    )


_REFUND_STATES = frozenset({TransactionState.REFUND_PENDING, TransactionState.REFUND_ACTION})


def _about_refund(line: Transaction) -> bool:
    """Tell whether it is a refund that is open: a refund's own state, or a word about one that nobody knows."""
    unknown = line.kind is Kind.ORDER and line.state is TransactionState.UNKNOWN and bool(line.more_status)
    return line.state in _REFUND_STATES or unknown


def _open_fen(line: Transaction) -> int:
    """Return what is open of a line: of a refund that stands in the line of its order, the part that is to go back."""
    if line.kind is Kind.REFUND:
        return line.amount_fen
    if _about_refund(line):
        return line.refunded_fen or line.amount_fen
    return max(0, line.amount_fen - line.refunded_fen)


def _kind(line: Transaction) -> ItemKind:
    if line.kind is Kind.REFUND or _about_refund(line):
        return ItemKind.REFUND
    if line.kind is Kind.HOLD:
        return ItemKind.PREAUTH
    if line.state is TransactionState.WAITING and line.direction is Direction.IN:
        return ItemKind.SETTLEMENT
    return ItemKind.UNFINISHED


def find_orders(proposals: Iterable[Proposal], transactions: Iterable[Transaction]) -> list[Proposal]:
    """Return the proposals with the order of each refund filled in, wherever its line stands.

    A refund is due at the latest when the platform's refund window closes. WeChat's refund rows carry the number of
    their order; Alipay's own number of a refund is the order's with a suffix after ``_``.
    """
    listed = list(proposals)
    waiting: dict[str, list[int]] = {}
    for position, proposal in enumerate(listed):
        if proposal.kind is ItemKind.REFUND:
            for number in order_numbers(proposal.ids):
                waiting.setdefault(number, []).append(position)
    for line in transactions:
        if line.kind not in SALES:
            continue
        for number in (line.ids.order, line.ids.merchant_order):
            for position in waiting.get(number, ()) if number else ():
                listed[position] = _with_order(listed[position], line)
    return listed


def order_numbers(ids: Ids) -> tuple[str, ...]:
    """Return the numbers under which the order of a refund may be written, best first."""
    numbers = (ids.order, ids.order.partition("_")[0], ids.merchant_order)
    return tuple(dict.fromkeys(number for number in numbers if number))


def _with_order(proposal: Proposal, order: Transaction) -> Proposal:
    if proposal.order is not None or order.identity == proposal.identity or order.amount_fen < proposal.amount_fen:
        return proposal
    closes = order.when.date() + timedelta(days=REFUND_WINDOW_DAYS)
    return replace(
        proposal,
        due=min(proposal.due, closes) if proposal.reason is TransactionState.REFUND_ACTION else proposal.due,
        order=order.source,
        order_when=order.when,
        order_amount_fen=order.amount_fen,
    )
