"""Write the notices about the stop from what the case knows; the owner sends them."""

from datetime import date

from pos_closeout.domain.case.case import Case, shop_name
from pos_closeout.domain.case.notices import Notice, pay_words
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.money import format_yuan
from pos_closeout.guidance.filling import Form, Written, spoken_day
from pos_closeout.guidance.notices import NoticeText
from pos_closeout.guidance.texts import KindText


def write_notice(
    text: NoticeText,
    case: Case,
    notice: Notice,
    item: OpenItem | None,
    kind: KindText | None,
    *,
    form: Form,
    language: str,
    today: date,
) -> Written:
    """Return a notice, ready to be copied.

    Args:
        text: the words of its audience.
        case: for shop, stop and phone.
        notice: who it goes to.
        item: the open item it is about, with ``kind`` naming it.
        kind: see ``item``.
        form: what it is written for.
        language: ``zh`` or ``en``, the language of the message.
        today: its date.
    """
    words = _words(case, notice, language) | _item_words(item, kind, language)
    return text.write(form, words | {"today": spoken_day(today, language, year=True)}, language)


def _words(case: Case, notice: Notice, language: str) -> dict[str, str]:
    zh = language.startswith("zh")
    plan = case.notice_plan
    return {
        "shop": shop_name(case) or ("本店" if zh else "our shop"),
        "stop": spoken_day(case.request.stop_on, language) or ("近期" if zh else "a day soon"),
        "until": spoken_day(plan.refund_until, language),
        "pay": pay_words(plan, language) or ("现金或扫码" if zh else "cash or QR code"),
        "phone": case.merchant.phone.strip(),
        "who": notice.name.strip(),
    }


def _item_words(item: OpenItem | None, kind: KindText | None, language: str) -> dict[str, str]:
    return {
        "kind": "" if kind is None else kind.name.of(language),
        "amount": "" if item is None or item.amount_fen is None else format_yuan(item.amount_fen),
        "original": "" if item is None else spoken_day(item.original_on, language),
    }
