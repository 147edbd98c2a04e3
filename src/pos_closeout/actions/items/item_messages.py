"""Write a message about one item from what its case knows; the owner sends it."""

from datetime import date

from pos_closeout.domain.case.case import Case, shop_name
from pos_closeout.domain.case.stop_day import announces_closing
from pos_closeout.domain.ledger.item_facts import ACCEPTED, Fact, Facts
from pos_closeout.domain.ledger.open_items import OpenItem, PaymentChannel
from pos_closeout.domain.money import format_yuan
from pos_closeout.guidance.filling import MessageForm, Written, spoken_day, stop_words
from pos_closeout.guidance.item_messages import ItemMessages, Party, load_item_messages
from pos_closeout.guidance.texts import KindText

__all__ = ["ItemMessages", "MessageForm", "Party", "Written", "load_item_messages", "write_message"]

_CHANNELS = {
    PaymentChannel.CARD: ("刷卡", "card"),
    PaymentChannel.WECHAT: ("微信付款", "WeChat"),
    PaymentChannel.ALIPAY: ("支付宝付款", "Alipay"),
    PaymentChannel.UNIONPAY_QR: ("云闪付付款", "UnionPay QR"),
    PaymentChannel.CASH: ("付现金", "cash"),
    PaymentChannel.OTHER: ("", ""),
}


def write_message(
    texts: ItemMessages,
    kind: KindText,
    case: Case,
    item: OpenItem,
    facts: Facts,
    *,
    party: Party,
    form: MessageForm,
    language: str,
    today: date,
) -> Written:
    """Return a message about an item, ready to be copied.

    Args:
        texts: what :func:`load_item_messages` read.
        kind: what its kind is called.
        case: the case it belongs to, for shop, acquirer, phone and stop.
        item: the item.
        facts: its extra fields.
        party: who the message goes to.
        form: what it is written for.
        language: ``zh`` or ``en``, the language of the message.
        today: its date.
    """
    words = _words(kind, case, item, language, today) | _fact_words(facts) | _known_words(case, facts, language)
    return texts.write(party, form, item.kind, words, language)


def _words(kind: KindText, case: Case, item: OpenItem, language: str, today: date) -> dict[str, str]:
    zh = language.startswith("zh")
    return {
        "shop": shop_name(case) or ("本店" if zh else "our shop"),
        "who": item.counterparty,
        "kind": kind.name.of(language),
        "amount": "" if item.amount_fen is None else format_yuan(item.amount_fen),
        "original": spoken_day(item.original_on, language),
        "channel": _CHANNELS[item.channel][0 if zh else 1],
        "tail": item.masked_account[-4:] if item.masked_account[-4:].isdigit() else "",
        "reference": item.reference,
        "voucher": item.voucher,
        "terminal": item.terminal_number,
        "due": spoken_day(item.due_on, language),
        "merchant": case.merchant.merchant_number,
        "acquirer": case.acquirer.name,
        "phone": case.merchant.phone,
        **stop_words(case.request, language),
        "today": spoken_day(today, language, year=True),
    }


def _known_words(case: Case, facts: Facts, language: str) -> dict[str, str]:
    """Return what may only be said where it is so: that a refund was accepted, that a balance can still be spent."""
    zh = language.startswith("zh")
    accepted = facts.get(Fact.PROGRESS) == ACCEPTED
    return {
        "accepted": ("已提交" if zh else "was handed in") if accepted else "",
        "spend": "" if announces_closing(case) else "可以继续消费" if zh else "spend it",
    }


def _fact_words(facts: Facts) -> dict[str, str]:
    names = {
        "auth": Fact.AUTH_CODE,
        "code": Fact.REASON_CODE,
        "receipt": Fact.RECEIPT_NUMBER,
        "fee": Fact.FEE_NAME,
        "agreement": Fact.AGREEMENT_NUMBER,
        "serial": Fact.SERIAL_NUMBER,
        "ticket": Fact.TICKET_NUMBER,
    }
    return {name: facts.get(fact, "") for name, fact in names.items()}
