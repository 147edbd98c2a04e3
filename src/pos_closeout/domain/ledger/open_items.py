"""Open items (未结事项): money or duties between the merchant and somebody else that are not settled yet."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.money import check_fen


class ItemKind(StrEnum):
    """The fifteen kinds an owner may have to settle."""

    REFUND = "refund"
    UNFINISHED = "unfinished"
    SETTLEMENT = "settlement"
    PREAUTH = "preauth"
    RETRIEVAL = "retrieval"
    CHARGEBACK = "chargeback"
    COMPLAINT = "complaint"
    DEPOSIT = "deposit"
    FEE = "fee"
    PREPAID = "prepaid"
    INSTALMENT = "instalment"
    RECURRING = "recurring"
    DEVICE = "device"
    INVOICE = "invoice"
    RECEIPT = "receipt"


class PaymentChannel(StrEnum):
    """How the original payment came in."""

    CARD = "card"
    WECHAT = "wechat"
    ALIPAY = "alipay"
    UNIONPAY_QR = "unionpay_qr"
    CASH = "cash"
    OTHER = "other"


class ItemState(StrEnum):
    """Open until somebody says how it was cleared. A platform having *accepted* a refund does not clear it."""

    OPEN = "open"
    CLEARED = "cleared"


class Due(StrEnum):
    """The groups of the outstanding list, in its order."""

    OVERDUE = "overdue"
    TODAY = "today"
    THIS_WEEK = "this_week"
    LATER = "later"
    NO_DATE = "no_date"


# Kinds that are a paper or a thing to hand over: an amount is welcome, not needed.
WITHOUT_AMOUNT = frozenset(
    {ItemKind.DEVICE, ItemKind.INVOICE, ItemKind.RECEIPT, ItemKind.COMPLAINT, ItemKind.RECURRING, ItemKind.INSTALMENT}
)


class ItemDirection(StrEnum):
    """Which way the money of an item goes, seen from the shop: what it owes and what it is owed are never one sum.

    ``NEITHER`` is what nobody owes yet or at all: an amount held on a card, an agreement, a thing, a paper, a claim.
    """

    TO_PAY = "to_pay"
    TO_GET = "to_get"
    NEITHER = "neither"


DIRECTIONS: Mapping[ItemKind, ItemDirection] = MappingProxyType(
    {
        ItemKind.REFUND: ItemDirection.TO_PAY,
        # The acquirer holds what a customer was charged until it says whose it is.
        ItemKind.UNFINISHED: ItemDirection.TO_GET,
        ItemKind.SETTLEMENT: ItemDirection.TO_GET,
        ItemKind.PREAUTH: ItemDirection.NEITHER,
        ItemKind.RETRIEVAL: ItemDirection.TO_GET,
        ItemKind.CHARGEBACK: ItemDirection.TO_GET,
        ItemKind.COMPLAINT: ItemDirection.NEITHER,
        ItemKind.DEPOSIT: ItemDirection.TO_GET,
        ItemKind.FEE: ItemDirection.TO_PAY,
        ItemKind.PREPAID: ItemDirection.TO_PAY,
        ItemKind.INSTALMENT: ItemDirection.NEITHER,
        ItemKind.RECURRING: ItemDirection.NEITHER,
        ItemKind.DEVICE: ItemDirection.NEITHER,
        ItemKind.INVOICE: ItemDirection.NEITHER,
        ItemKind.RECEIPT: ItemDirection.NEITHER,
    }
)
"""Which way the money of each kind goes."""

_ON_ITS_WAY = re.compile(r"受理|处理中|已提交|已申请|审核中|等待|accepted|processing|pending|submitted", re.IGNORECASE)
_ARRIVED = re.compile(r"成功|到账|退成|收到|succe|arrived|received", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OpenItem:
    """One line of the ledger.

    Attributes:
        id: row number in the store, 0 while it has not been stored.
        case_id: the case it belongs to.
        amount_fen: fen, or ``None`` for kinds in ``WITHOUT_AMOUNT`` that carry none.
        masked_account: first six and last four digits at most.
        due_basis: how the due date was found, in the owner's words.
        cleared_on: the day it was cleared, with ``cleared_how`` saying how; ``None`` while open.
    """

    id: int = 0
    case_id: int = 0
    kind: ItemKind = ItemKind.REFUND
    amount_fen: int | None = None
    original_on: date | None = None
    channel: PaymentChannel = PaymentChannel.CARD
    terminal_number: str = ""
    masked_account: str = ""
    reference: str = ""
    voucher: str = ""
    counterparty: str = ""
    contact: str = ""
    due_on: date | None = None
    due_basis: str = ""
    note: str = ""
    state: ItemState = ItemState.OPEN
    cleared_on: date | None = None
    cleared_how: str = ""


@dataclass(frozen=True, slots=True)
class ItemSum:
    """How many items, what they add up to, and the overdue ones among them. Amounts in fen.

    Items without an amount count but add nothing.
    """

    count: int = 0
    fen: int = 0
    overdue_count: int = 0
    overdue_fen: int = 0

    def __add__(self, other: "ItemSum") -> "ItemSum":
        return ItemSum(
            self.count + other.count,
            self.fen + other.fen,
            self.overdue_count + other.overdue_count,
            self.overdue_fen + other.overdue_fen,
        )


@dataclass(frozen=True, slots=True)
class ItemTotals:
    """What a list adds up to: one sum a direction. There is no sum over all, which would mean nothing."""

    to_pay: ItemSum = ItemSum()
    to_get: ItemSum = ItemSum()
    neither: ItemSum = ItemSum()

    @property
    def count(self) -> int:
        """How many items there are."""
        return self.to_pay.count + self.to_get.count + self.neither.count

    @property
    def overdue_count(self) -> int:
        """How many of them are overdue."""
        return self.to_pay.overdue_count + self.to_get.overdue_count + self.neither.overdue_count

    @property
    def owed(self) -> tuple[tuple[ItemDirection, ItemSum], ...]:
        """What the shop owes and what it is owed, each only where there is something."""
        both = ((ItemDirection.TO_PAY, self.to_pay), (ItemDirection.TO_GET, self.to_get))
        return tuple((direction, added) for direction, added in both if added.count)

    def __add__(self, other: "ItemTotals") -> "ItemTotals":
        return ItemTotals(self.to_pay + other.to_pay, self.to_get + other.to_get, self.neither + other.neither)


def totals_of(sums: Iterable[tuple[ItemKind, ItemSum]]) -> ItemTotals:
    """Return sums by kind as sums by direction."""
    added = dict.fromkeys(ItemDirection, ItemSum())
    for kind, one in sums:
        added[DIRECTIONS[kind]] += one
    return ItemTotals(added[ItemDirection.TO_PAY], added[ItemDirection.TO_GET], added[ItemDirection.NEITHER])


def with_kind(item: OpenItem, kind: ItemKind) -> OpenItem:
    """Return the item as one of another kind; the due date and its reason belonged to the old one and go with it."""
    return item if item.kind is kind else replace(item, kind=kind, due_on=None, due_basis="")


def check_item(item: OpenItem) -> OpenItem:
    """Return the item when it can be kept.

    Raises:
        BadInputError: ``item.amount_missing``, ``amount.out_of_range``, ``item.cleared_without_date``,
            ``item.cleared_without_way``, or ``item.cleared_before_original``.
    """
    if item.amount_fen is not None:
        check_fen(item.amount_fen)
    elif item.kind not in WITHOUT_AMOUNT:
        raise BadInputError("item.amount_missing")
    if item.state is ItemState.CLEARED:
        _check_clearing(item)
    return item


def _check_clearing(item: OpenItem) -> None:
    if item.cleared_on is None:
        raise BadInputError("item.cleared_without_date")
    if not item.cleared_how.strip():
        raise BadInputError("item.cleared_without_way")
    if item.original_on is not None and item.cleared_on < item.original_on:
        raise BadInputError("item.cleared_before_original", date=item.original_on.isoformat())


def only_on_its_way(how: str) -> bool:
    """Return whether words say that a refund was accepted but not that it arrived ([C])."""
    return _ON_ITS_WAY.search(how) is not None and _ARRIVED.search(how) is None


def clear(item: OpenItem, on: date, how: str, today: date) -> OpenItem:
    """Return an open item as cleared on a day in a way.

    Raises:
        BadInputError: as :func:`check_item`; ``item.cleared_already``; ``item.cleared_in_future`` for a day after
            ``today``; ``item.refund_only_accepted`` for a refund that is only on its way.
    """
    check_open(item)
    _check_cleared_day(on, today)
    if item.kind is ItemKind.REFUND and only_on_its_way(how):
        raise BadInputError("item.refund_only_accepted")
    return check_item(replace(item, state=ItemState.CLEARED, cleared_on=on, cleared_how=how.strip()))


def check_change(before: OpenItem | None, after: OpenItem, today: date) -> OpenItem:
    """Return an item as it is to be kept in place of what it was (``None`` for a new one), if that may be.

    What a cleared item was about stands as it was cleared; to correct it, it is opened again first. Texts, and when and
    how it was cleared, may be put right.

    Raises:
        BadInputError: as :func:`check_item`; ``item.cleared_is_kept`` for a cleared item whose kind, amount, payment or
            due date would change; ``item.cleared_in_future``.
    """
    check_item(after)
    if is_open(after):
        return after
    if before is not None and not is_open(before) and _matter(before) != _matter(after):
        raise BadInputError("item.cleared_is_kept", id=after.id)
    if after.cleared_on is not None and (before is None or after.cleared_on != before.cleared_on):
        _check_cleared_day(after.cleared_on, today)
    return after


def check_open(item: OpenItem) -> OpenItem:
    """Return an item that may still be put off, moved or cleared.

    Raises:
        BadInputError: ``item.cleared_already``.
    """
    if not is_open(item):
        day = "" if item.cleared_on is None else item.cleared_on.isoformat()
        raise BadInputError("item.cleared_already", id=item.id, date=day)
    return item


def _matter(item: OpenItem) -> tuple[object, ...]:
    """Return what a cleared item was about."""
    return (item.kind, item.amount_fen, item.original_on, item.channel, item.due_on)


def _check_cleared_day(on: date, today: date) -> None:
    if on > today:
        raise BadInputError("item.cleared_in_future", date=on.isoformat(), today=today.isoformat())


def reopen(item: OpenItem) -> OpenItem:
    """Return the item as open again."""
    return replace(item, state=ItemState.OPEN, cleared_on=None, cleared_how="")


def due_group(item: OpenItem, today: date) -> Due:
    """Return the group of the outstanding list an open item belongs to; "this week" is the next seven days."""
    if item.due_on is None:
        return Due.NO_DATE
    days = (item.due_on - today).days
    if days < 0:
        return Due.OVERDUE
    if days == 0:
        return Due.TODAY
    return Due.THIS_WEEK if days <= 7 else Due.LATER


def is_open(item: OpenItem) -> bool:
    """Return whether the item still waits for somebody."""
    return item.state is ItemState.OPEN


def urgency(item: OpenItem) -> tuple[date, int, int]:
    """Return the sort key of the outstanding list: earliest due first, no date last, then larger amounts first."""
    return (item.due_on or date.max, -(item.amount_fen or 0), item.id)


def totals(items: Iterable[OpenItem], today: date) -> ItemTotals:
    """Add up the open ones among the items, each direction for itself."""
    return totals_of(
        (item.kind, item_sum(item.amount_fen or 0, overdue=due_group(item, today) is Due.OVERDUE))
        for item in items
        if is_open(item)
    )


def item_sum(fen: int, *, overdue: bool) -> ItemSum:
    """Return what one item adds to a sum."""
    return ItemSum(1, fen, 1, fen) if overdue else ItemSum(1, fen)


def merge_items(base: OpenItem, theirs: OpenItem, ours: OpenItem) -> OpenItem:
    """Return an item with what two have changed at once; where both changed a field, ours stands.

    Args:
        base: what both started from.
        theirs: as it is stored by now.
        ours: as it is to be stored.
    """
    unchanged = (each.name for each in fields(OpenItem) if getattr(ours, each.name) == getattr(base, each.name))
    return replace(ours, **{name: getattr(theirs, name) for name in unchanged})


def changed_by_both(base: Mapping[Any, object], theirs: Mapping[Any, object], ours: Mapping[Any, object]) -> list[str]:
    """Return the fields, by name, to which two gave another value each: one of them has to give way."""
    return [
        name
        for name in dict.fromkeys((*theirs, *base))
        if len({base.get(name) or None, theirs.get(name) or None, ours.get(name) or None}) == 3
    ]
