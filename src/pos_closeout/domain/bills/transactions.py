"""One line of a platform's bill, whatever the platform: what happened, to how much money, and where it is written.

Amounts are whole fen and never negative; ``direction`` says which way the money went, seen from the owner of the file.
Times are naive and mean China time (UTC+8), because every platform read here writes them so.
"""

import re
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class Direction(StrEnum):
    """Which way the money went, seen from the owner of the bill."""

    IN = "in"
    OUT = "out"
    NEUTRAL = "neutral"


class Kind(StrEnum):
    """What the line is about.

    An ``ORDER`` is a payment whose line carries its refund as well, a ``HOLD`` money that is only blocked on a card, a
    ``WITHDRAWAL`` the owner's own money on its way to a bank.
    ``LEDGER`` lines repeat money that a trade bill also shows (fund flow, 账务明细).
    """

    PAYMENT = "payment"
    ORDER = "order"
    REFUND = "refund"
    TRANSFER = "transfer"
    HOLD = "hold"
    WITHDRAWAL = "withdrawal"
    LEDGER = "ledger"


SALES = frozenset({Kind.PAYMENT, Kind.ORDER})
"""Kinds of line that a refund may belong to."""


class TransactionState(StrEnum):
    """How far the money got. ``UNKNOWN`` is a word no vocabulary has: it must never be read as done."""

    DONE = "done"
    UNFINISHED = "unfinished"
    WAITING = "waiting"
    REFUND_PENDING = "refund_pending"
    REFUND_ACTION = "refund_action"
    PART_REFUNDED = "part_refunded"
    REFUNDED = "refunded"
    CLOSED = "closed"
    UNKNOWN = "unknown"


OPEN_STATES = frozenset(
    {
        TransactionState.UNFINISHED,
        TransactionState.WAITING,
        TransactionState.REFUND_PENDING,
        TransactionState.REFUND_ACTION,
        TransactionState.UNKNOWN,
    },
)
"""States that leave money open; everything else is final."""


class BillChannel(StrEnum):
    """Where the money went through."""

    WECHAT = "wechat"
    ALIPAY = "alipay"
    CARD = "card"
    UNIONPAY = "unionpay_qr"
    JD = "jd"
    MEITUAN = "meituan"
    BANK = "bank"
    OTHER = "other"


class RowSource(NamedTuple):
    """Where a line stands.

    ``file_sha256`` is the hash of the chosen file in hex, ``part`` the sheet or the file inside an archive ("" for a
    plain file), ``row`` the line or sheet row, counted from 1. A part that ends in ``#page=2`` (RFC 8118) is a page of
    a PDF, and ``row`` the entry on that page.
    """

    file_sha256: str
    part: str
    row: int

    @property
    def page(self) -> int:
        """The page of a PDF on which the line stands, from 1; 0 for all other files."""
        _, mark, number = self.part.rpartition(_PAGE)
        return int(number) if mark and number.isdecimal() else 0

    @property
    def inner(self) -> str:
        """The sheet or the file inside an archive, without the page."""
        return self.part.rpartition(_PAGE)[0] if self.page else self.part


_PAGE = "#page="


def page_part(name: str, page: int) -> str:
    """Return the part of a source on a page, from 1, of the PDF called ``name`` ("" for a plain file)."""
    return f"{name}{_PAGE}{page}"


class Ids(NamedTuple):
    """Numbers a platform knows the line by, as exact text, "" where there is none."""

    order: str = ""
    merchant_order: str = ""
    refund: str = ""
    merchant_refund: str = ""
    merchant: str = ""
    terminal: str = ""


class Transaction(NamedTuple):
    """One line of a bill.

    ``refunded_fen`` is the part of a payment that went back; ``status`` the platform's own word, ``more_status`` a
    second one with the name of its column (``退款状态 PROCESSING``); ``raw`` the whole row with card numbers masked,
    for proof; ``identity`` names the line in every file that contains it; ``currency`` is an ISO code or the bill's
    own word, and amounts are hundredths of it; ``damaged`` says that a spreadsheet destroyed the number of the line;
    ``words`` are the texts of the line beside counterparty and summary, for statements of accounts only.
    """

    source: RowSource
    platform: str
    when: datetime
    kind: Kind
    direction: Direction
    amount_fen: int
    fee_fen: int
    refunded_fen: int
    state: TransactionState
    status: str
    more_status: str
    channel: BillChannel
    ids: Ids
    counterparty: str
    summary: str
    raw: tuple[str, ...]
    identity: str
    currency: str = "CNY"
    damaged: bool = False
    words: str = ""


class Problem(NamedTuple):
    """Something in a row that could not be used.

    Where it stands, which column, a stable reason id, the text of the cell, and the whole row with card numbers masked.
    """

    source: RowSource
    column: str
    reason: str
    text: str = ""
    raw: tuple[str, ...] = ()


DESTROYED = "number.damaged"
"""Reason of a problem: a spreadsheet program wrote ``4.2E+27`` in the place of an order number."""


class IdentityParts(NamedTuple):
    """What a line is told apart by.

    ``family`` groups the layouts that show the same lines (Alipay app and web); ``detail`` is further text of a line
    (its type, counterparty) that all layouts of a family write alike. ``shared`` is a number that other lines may have
    as well: refunds of one order, told apart by their time and counted.
    """

    family: str
    number: str
    refund: bool
    amount_fen: int
    when: datetime
    detail: str
    shared: bool = False


_REFERENCE_DIGITS = 12
REFERENCE = "reference-"
"""Begins the number of a line that is named by the reference of a card payment."""

_STRONG = re.compile(r"(?=(?:\D*\d){12})[0-9A-Za-z_-]{16,}")


def is_strong(number: str) -> bool:
    """Tell whether a number names one line in the world: 16 or more signs with 12 digits, nothing blanked out."""
    if len(number) >= 16 and number.isdecimal() and number.isascii():
        return True
    return _STRONG.fullmatch(number) is not None and "xxx" not in number


def reference_number(number: str) -> str:
    """Return the reference of a card payment as a number that names one line, any other number as it is.

    It is in every layout of its acquirer; the day is not the same in all.
    """
    long_enough = number.isdecimal() and len(number.lstrip("0")) >= _REFERENCE_DIGITS
    return f"{REFERENCE}{number}" if long_enough else number


def strong_identity(family: str, number: str, amount_fen: int, *, refund: bool) -> str:
    """Return the identity of a line whose number ``is_strong``: the number, with the amount and the side.

    The side is part of it because a refund may carry the number of its order.
    """
    return f"{family}:{'r' if refund else 'p'}:{number}:{amount_fen}"


def identity(parts: IdentityParts, ordinal: int = 0) -> str:
    """Return the name of a line, the same in every file, period and layout that contains it.

    A platform's own long number is enough. Otherwise minute, short number and detail stand in for it, and ``ordinal``
    counts equal lines of one file from 0: two buns at the same price in one minute are two sales. Seconds are left out
    because Excel drops them on saving.
    """
    if is_strong(parts.number):
        number = f"{parts.number}-{_moment(parts.when)}" if parts.shared else parts.number
        name = strong_identity(parts.family, number, parts.amount_fen, refund=parts.refund)
        return f"{name}:{ordinal}" if ordinal and parts.shared else name
    # Loaded here: the window comes up without it.
    import hashlib

    weak = f"{parts.number}|{parts.when:%Y%m%d%H%M}|{parts.detail}"
    digest = hashlib.blake2b(weak.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()
    name = strong_identity(parts.family, f"~{digest}", parts.amount_fen, refund=parts.refund)
    return f"{name}:{ordinal}" if ordinal else name


def _moment(when: datetime) -> str:
    """Return what tells lines of one number apart: the minute of the day, or the day of a bill without a clock.

    The layouts of an acquirer give the same minute, beside the day of the payment or the day on which it was cleared.
    """
    return f"{when:%H%M}" if when.hour or when.minute else f"{when:%Y%m%d}"


def twin_key(transaction: Transaction) -> str:
    """Return a looser name that survives a destroyed number: platform family, minute, side and amount.

    The merchant joins them where its number is short enough to survive as well (a spreadsheet shows eleven digits).
    """
    family, side = transaction.identity.split(":")[:2]
    merchant = transaction.ids.merchant
    whole = merchant.isdecimal() and merchant.isascii() and len(merchant) < 12
    name = f"{family}:{side}:{transaction.when:%Y%m%d%H%M}:{transaction.amount_fen}"
    return f"{name}:{merchant}" if whole else name
