"""Which bills a case should have, from what the owner said of the ways customers pay."""

from collections.abc import Iterable
from types import MappingProxyType

from pos_closeout.domain.bills.coverage import Offer
from pos_closeout.domain.bills.transactions import BillChannel
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.case.impact import stopping_channels
from pos_closeout.domain.ledger.open_items import OpenItem, PaymentChannel

WECHAT = Offer(BillChannel.WECHAT, "wechat-merchant", 3)
"""WeChat gives a merchant bill out for three months (pay.weixin.qq.com, bill download)."""

ALIPAY = Offer(BillChannel.ALIPAY, "alipay-merchant", None)
_ACQUIRERS = MappingProxyType({"拉卡拉": "lakala", "lakala": "lakala", "银联商务": "ums", "chinaums": "ums"})
_USUAL = frozenset({PaymentChannel.CARD, PaymentChannel.WECHAT, PaymentChannel.ALIPAY})
_CODES = MappingProxyType(
    {
        "微信": PaymentChannel.WECHAT,
        "wechat": PaymentChannel.WECHAT,
        "支付宝": PaymentChannel.ALIPAY,
        "alipay": PaymentChannel.ALIPAY,
    }
)


def expected_bills(case: Case, items: Iterable[OpenItem]) -> tuple[Offer, ...]:
    """Return the bill of each way of paying that the case names.

    Named are the channels of the owner's estimate, the common ones while there is none, and in either case those that
    stop, those of open items, and the codes of terminals. Cards and UnionPay codes stand in the bill of the acquirer;
    how long an acquirer or Alipay gives bills out is not known here.
    """
    named = {each.channel for each in case.estimates if each.monthly_fen} or set(_USUAL)
    if case.impact.stopping_said:
        named |= stopping_channels(case.impact)
    named |= {each.channel for each in items} | _on_codes(case)
    found = []
    if named & {PaymentChannel.CARD, PaymentChannel.UNIONPAY_QR}:
        found.append(_acquirer(case.acquirer.name))
    return (
        *found,
        *(offer for paid, offer in ((PaymentChannel.WECHAT, WECHAT), (PaymentChannel.ALIPAY, ALIPAY)) if paid in named),
    )


def _on_codes(case: Case) -> set[PaymentChannel]:
    text = " ".join(each.qr_codes for each in case.terminals).lower()
    return {paid for word, paid in _CODES.items() if word in text}


def _acquirer(name: str) -> Offer:
    known = (source for word, source in _ACQUIRERS.items() if word in name.lower())
    return Offer(BillChannel.CARD, next(known, "acquirer"), None)
