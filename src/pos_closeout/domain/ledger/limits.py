"""The usual time limits: numbers that differ by acquirer, platform or place, so the owner may change each of them."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from pos_closeout.domain.errors import BadInputError

HIGHEST = 999


class Limit(StrEnum):
    """What each number limits; its words stand in ``limits.toml``."""

    REFUND_BEFORE_STOP = "refund_before_stop"
    WECHAT_REFUND = "wechat_refund"
    ALIPAY_REFUND = "alipay_refund"
    CARD_REFUND = "card_refund"
    UNFINISHED = "unfinished"
    UNFINISHED_LATE = "unfinished_late"
    SETTLEMENT = "settlement"
    SETTLEMENT_LATE = "settlement_late"
    PREAUTH = "preauth"
    PREAUTH_BEFORE_STOP = "preauth_before_stop"
    RETRIEVAL = "retrieval"
    CHARGEBACK = "chargeback"
    COMPLAINT = "complaint"
    DEPOSIT = "deposit"
    DEPOSIT_LATE = "deposit_late"
    PREPAID = "prepaid"
    PREPAID_UNUSED = "prepaid_unused"
    INSTALMENT = "instalment"
    RECURRING = "recurring"
    DEVICE = "device"
    INVOICE = "invoice"
    RECEIPT = "receipt"
    LOOK_AGAIN = "look_again"
    QUIET = "quiet"


Limits = Mapping[Limit, int]
"""A number for every limit."""

DEFAULTS: Limits = MappingProxyType(
    {
        Limit.REFUND_BEFORE_STOP: 3,
        Limit.WECHAT_REFUND: 365,
        Limit.ALIPAY_REFUND: 12,
        Limit.CARD_REFUND: 30,
        Limit.UNFINISHED: 1,
        Limit.UNFINISHED_LATE: 3,
        Limit.SETTLEMENT: 1,
        Limit.SETTLEMENT_LATE: 3,
        Limit.PREAUTH: 30,
        Limit.PREAUTH_BEFORE_STOP: 1,
        Limit.RETRIEVAL: 3,
        Limit.CHARGEBACK: 20,
        Limit.COMPLAINT: 3,
        Limit.DEPOSIT: 15,
        Limit.DEPOSIT_LATE: 30,
        Limit.PREPAID: 15,
        Limit.PREPAID_UNUSED: 5,
        Limit.INSTALMENT: 1,
        Limit.RECURRING: 5,
        Limit.DEVICE: 7,
        Limit.INVOICE: 15,
        Limit.RECEIPT: 5,
        Limit.LOOK_AGAIN: 3,
        Limit.QUIET: 30,
    }
)
"""What the program counts with until the owner says otherwise."""

_DAYS_OF_A_MONTH = 28


def check_limit(limit: Limit, number: int) -> int:
    """Return a number that can be a limit.

    Raises:
        BadInputError: ``limit.out_of_range`` unless it lies between 0 and 999, or 1 and 28 for a day of the month.
    """
    lowest, highest = (1, _DAYS_OF_A_MONTH) if limit is Limit.INVOICE else (0, HIGHEST)
    if not lowest <= number <= highest:
        raise BadInputError("limit.out_of_range", lowest=lowest, highest=highest)
    return number


def limits_from(stored: Mapping[str, int]) -> dict[Limit, int]:
    """Return every limit, with the owner's numbers in place of the usual ones."""
    return {limit: stored.get(limit.value, usual) for limit, usual in DEFAULTS.items()}
