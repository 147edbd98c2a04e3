"""The poster that tells customers of the stop: one A4 page in large type."""

from datetime import date
from typing import TYPE_CHECKING

from pos_closeout.documents.content import Poster
from pos_closeout.documents.drawings import draw_poster
from pos_closeout.documents.wording import Phrases, Wording
from pos_closeout.domain.case.case import Case, LetterLanguage, shop_name
from pos_closeout.domain.case.notices import pay_words
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pos_closeout.documents.typesetting import Fonts


def poster_of(case: Case, items: "Iterable[OpenItem]", say: Phrases, today: date) -> Poster:
    """Return what the poster of a case says; stored value is named where the case has some."""
    stop, plan = case.request.stop_on, case.notice_plan
    ways = pay_words(plan, "zh" if say.chinese else "en") or say("poster.text.pay_usual")
    until = plan.refund_until
    refund = say("poster.text.refund") if until is None else say("poster.text.refund_until", day=say.day(until))
    call = say("poster.text.call", phone=case.merchant.phone.strip()) if case.merchant.phone.strip() else ""
    blocks = [
        (say("poster.text.pay_title"), say("poster.text.pay", ways=ways)),
        (say("poster.text.refund_title"), "\n".join(part for part in (refund, call) if part)),
    ]
    if any(item.kind is ItemKind.PREPAID for item in items):
        blocks.append((say("poster.text.card_title"), say("poster.text.card")))
    return Poster(
        title=say("poster.text.title"),
        head=say("poster.text.head_open") if stop is None else say("poster.text.head", day=say.day(stop)),
        blocks=tuple(blocks),
        fraud=say("poster.text.fraud"),
        signature=(shop_name(case), say.day(today)),
        sample=say("terms.text.sample") if case.sample else "",
    )


def poster_pdf(
    case: Case,
    items: "Iterable[OpenItem]",
    *,
    language: LetterLanguage,
    today: date,
    fonts: "Fonts",
    wording: Wording,
) -> bytes:
    """Return the poster as a PDF of one page; the same input gives the same bytes.

    Raises:
        DocumentError: ``wording.missing``.
    """
    return draw_poster(poster_of(case, items, wording.phrases(language), today), language, today, fonts)
