"""Write the notices about the stop from what the case knows; the owner sends them."""

from datetime import date

from pos_closeout.domain.case.case import Case, shop_name
from pos_closeout.domain.case.notices import Notice, pay_words
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.money import format_yuan
from pos_closeout.domain.papers.answers import Basis, CaseFacts, Known, case_facts, known
from pos_closeout.guidance.filling import MessageForm, Written, spoken_day, stop_words
from pos_closeout.guidance.notices import NoticeText
from pos_closeout.guidance.texts import KindText


def write_notice(
    text: NoticeText,
    case: Case,
    notice: Notice,
    item: OpenItem | None,
    kind: KindText | None,
    *,
    form: MessageForm,
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
    told = case_facts(case, () if item is None else (item,), today)
    words = _words(case, notice, language) | _known_words(told, language) | _item_words(item, kind, language)
    return text.write(form, words | {"today": spoken_day(today, language, year=True)}, language)


def _words(case: Case, notice: Notice, language: str) -> dict[str, str]:
    zh = language.startswith("zh")
    plan = case.notice_plan
    soon = "近期" if zh else "soon"
    return {
        **{name: said or soon for name, said in stop_words(case.request, language).items()},
        "shop": shop_name(case) or ("本店" if zh else "our shop"),
        "until": spoken_day(plan.refund_until, language),
        "pay": pay_words(plan, language),
        "phone": case.merchant.phone.strip(),
        "who": notice.name.strip(),
    }


def _known_words(told: CaseFacts, language: str) -> dict[str, str]:
    """Return what may only be said where the owner's answers bear it; empty words take their bracket along."""
    zh = language.startswith("zh")
    closes = known(Basis.SHOP_CLOSES, told) is Known.YES
    fetched = known(Basis.DEVICES_BACK, told) is Known.YES
    paid = known(Basis.DEPOSIT_BACK, told) is Known.YES
    return {
        "spend": "" if closes else "可以继续消费" if zh else "use it",
        "fetch": ("由收单机构取机" if zh else "the acquirer will fetch it") if fetched else "",
        "deposit": ("押金" if zh else "the deposit") if paid else "",
    }


def _item_words(item: OpenItem | None, kind: KindText | None, language: str) -> dict[str, str]:
    return {
        "kind": "" if kind is None else kind.name.of(language),
        "amount": "" if item is None or item.amount_fen is None else format_yuan(item.amount_fen),
        "original": "" if item is None else spoken_day(item.original_on, language),
    }
