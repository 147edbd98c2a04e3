"""Open items (未结事项): money or duties between the merchant and somebody else that are not settled yet."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum

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
class ItemTotals:
    """What a list adds up to. Amounts in fen; items without an amount count but add nothing."""

    count: int
    fen: int
    overdue_count: int
    overdue_fen: int


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


def clear(item: OpenItem, on: date, how: str) -> OpenItem:
    """Return the item as cleared on a day in a way.

    Raises:
        BadInputError: as :func:`check_item`, and ``item.refund_only_accepted`` for a refund that is only on its way.
    """
    if item.kind is ItemKind.REFUND and only_on_its_way(how):
        raise BadInputError("item.refund_only_accepted")
    return check_item(replace(item, state=ItemState.CLEARED, cleared_on=on, cleared_how=how.strip()))


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
    """Add up the open ones among the items."""
    count = fen = overdue_count = overdue_fen = 0
    for item in items:
        if not is_open(item):
            continue
        amount = item.amount_fen or 0
        count, fen = count + 1, fen + amount
        if due_group(item, today) is Due.OVERDUE:
            overdue_count, overdue_fen = overdue_count + 1, overdue_fen + amount
    return ItemTotals(count, fen, overdue_count, overdue_fen)


def merge_items(base: OpenItem, theirs: OpenItem, ours: OpenItem) -> OpenItem:
    """Return an item with what two have changed at once; where both changed a field, ours stands.

    Args:
        base: what both started from.
        theirs: as it is stored by now.
        ours: as it is to be stored.
    """
    unchanged = (each.name for each in fields(OpenItem) if getattr(ours, each.name) == getattr(base, each.name))
    return replace(ours, **{name: getattr(theirs, name) for name in unchanged})
