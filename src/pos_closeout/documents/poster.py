"""The poster that tells customers of the stop: one A4 page in large type."""

from datetime import date
from typing import TYPE_CHECKING

from pos_closeout.documents.content import Poster
from pos_closeout.documents.drawings import draw_poster
from pos_closeout.documents.wording import Phrases, Wording
from pos_closeout.domain.case.case import Case, LetterLanguage, Reason, shop_name
from pos_closeout.domain.case.notices import pay_words
from pos_closeout.domain.case.stop_day import first_day_without, last_day
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.papers.answers import Basis, CaseFacts, Known, case_facts, known, stops_at_once

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pos_closeout.documents.typesetting import Fonts


def poster_of(case: Case, items: "Iterable[OpenItem]", say: Phrases, today: date) -> Poster:
    """Return what the poster of a case says; a shop that closes or moves announces that and how to be reached."""
    told = case_facts(case, tuple(items), today)
    plan, kind = case.notice_plan, _kind(case)
    until = "" if plan.refund_until is None else say("poster.text.until", day=say.day(plan.refund_until))
    if until:
        until = f"，{until}" if say.chinese else f", {until}"
    phone = case.merchant.phone.strip()
    call = say("poster.text.call", phone=phone) if phone else say("poster.text.call_blank") if kind else ""
    after = say(f"poster.text.after{kind}")
    ways = pay_words(plan, "zh" if say.chinese else "en") or _ready_ways(case, say)
    at_once = stops_at_once(told)
    closing = "_one_place" if known(Basis.GOES_ON_ELSEWHERE, told) is Known.YES else "_closing"
    card = closing if kind == "_closing" else "_at_once" if at_once else ""
    blocks = (
        (say("poster.text.pay_title"), _pay(told, say, ways)),
        (
            say("poster.text.refund_title"),
            "\n".join(part for part in (say.claim("poster.text.refund", told, until=until, after=after), call) if part),
        ),
        (say("poster.text.card_title"), say.claim(f"poster.text.card{card}", told)),
    )
    return Poster(
        title=say(f"poster.text.title{kind}"),
        head=_head(case, told, say, kind or ("_at_once" if at_once else "_left" if case.profile.acquirer_left else "")),
        blocks=tuple(block for block in blocks if block[1]),
        fraud=say("poster.text.fraud"),
        signature=(shop_name(case), say.day(today)),
        sample=say("terms.text.sample") if case.sample else "",
    )


def _pay(told: CaseFacts, say: Phrases, ways: str) -> str:
    """Word how to pay; what the owner wrote in the other language only leaves boxes to tick."""
    said = say.claim("poster.text.pay", told, ways=ways)
    return say("poster.text.pay.unknown") if known(Basis.PAY_WAYS, told) is Known.YES and not ways else said


def _kind(case: Case) -> str:
    """Return which poster it is: of closing, of moving, or only of the terminal."""
    reasons = case.request.reasons
    if Reason.CLOSING_DOWN in reasons:
        return "_closing"
    return "_moving" if Reason.RELOCATION in reasons else ""


def _head(case: Case, told: CaseFacts, say: Phrases, kind: str) -> str:
    first, last = first_day_without(case.request), last_day(case.request)
    return say.claim(
        f"poster.text.head{kind}",
        told,
        day="" if first is None else say.day(first),
        last="" if last is None else say.day(last),
    )


def _ready_ways(case: Case, say: Phrases) -> str:
    """Name the ways to pay that the owner said are ready."""
    return say.join(say(f"terms.replacement.{each.kind}") for each in case.replacements if each.ready)


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
