"""The power of attorney (授权委托书): who may do what for the merchant, what not, and until when."""

from pos_closeout.documents.content import Block, EntryGrid, GridEntry, Points, Prose, Section, Signature, SignatureLine
from pos_closeout.documents.letter_close import signature
from pos_closeout.documents.letter_draft import Draft, addressee
from pos_closeout.documents.paper_words import day_or_blank, letter_title, merchant, terminals, text_or_blank
from pos_closeout.domain.case.case import EntityType
from pos_closeout.domain.case.profile import Applicant


def attorney_sections(draft: Draft) -> tuple[Section, ...]:
    """Return the parties, what is authorised, what is not, and the term."""
    say = draft.say
    return (
        Section(say("papers.attorney.parties"), (_parties(draft),)),
        Section(say("papers.attorney.scope_heading"), (Prose(_scope(draft)), Points(_powers(draft)))),
        Section(say("papers.attorney.limits_heading"), (Prose(draft.claim("papers.attorney.limits")),)),
        Section(say("papers.attorney.term_heading"), (Prose(_term(draft)),)),
    )


def attorney_signature(draft: Draft) -> Signature:
    """Return the principal's signature with the attorney's below it; an authority of the deceased has ended."""
    say, entity = draft.say, draft.case.merchant.entity_type
    signed, heirs = signature(draft), _heirs(draft)
    if heirs:
        # Every heir signs: one line is never enough.
        principal = SignatureLine(say("papers.attorney.sign_principal.heirs"))
        return Signature(
            (principal, SignatureLine(""), SignatureLine(say("papers.attorney.sign_attorney"))),
            signed.day,
            signed.sealed,
        )
    if entity is EntityType.MICRO:
        label = say("papers.attorney.sign_principal.micro")
    else:
        label = draft.claim(f"papers.attorney.sign_{entity}")
    principal = SignatureLine(label, draft.applicant)
    return Signature(
        (principal, signed.lines[1], SignatureLine(say("papers.attorney.sign_attorney"))), signed.day, signed.sealed
    )


def _heirs(draft: Draft) -> bool:
    return draft.case.profile.applicant is Applicant.HEIRS


def _principal(draft: Draft) -> str:
    """Name the principal: the merchant with its number, or who was its proprietor."""
    shop = draft.case.merchant.registered_name.strip()
    if draft.case.profile.applicant is not Applicant.FORMER or not draft.applicant or not shop:
        return merchant(draft)
    return draft.say("letter.signature.former_of", person=draft.applicant, merchant=merchant(draft))


def _parties(draft: Draft) -> Block:
    say, handler, shop = draft.say, draft.case.handler, draft.case.merchant
    if _heirs(draft):
        principal: tuple[tuple[GridEntry, ...], ...] = (
            *((GridEntry(say("papers.attorney.principal.heirs"), say("papers.attorney.heirs_blank"), wide=True),),) * 2,
        )
    else:
        principal = (
            (GridEntry(say(f"papers.attorney.principal.{shop.entity_type}"), _principal(draft), wide=True),),
            (
                GridEntry(say(f"letter.merchant.representative.{draft.form}"), shop.representative.strip()),
                GridEntry(say("papers.attorney.phone"), shop.phone.strip()),
            ),
        )
    return EntryGrid(
        (
            *principal,
            (
                GridEntry(say("papers.attorney.attorney"), handler.name.strip()),
                GridEntry(say("papers.attorney.phone"), handler.phone.strip()),
            ),
            (GridEntry(say("papers.attorney.id"), handler.id_number.strip(), wide=True),),
        )
    )


def _scope(draft: Draft) -> str:
    heirs, say, shop = _heirs(draft), draft.say, draft.case.merchant
    us = say("terms.self.heirs") if heirs else draft.us
    whose = merchant(draft)
    if heirs:
        whose = say("papers.attorney.for_estate", name=text_or_blank(draft, shop.representative), merchant=whose)
    return draft.claim(
        "papers.attorney.scope",
        principal=us if say.chinese or heirs else text_or_blank(draft, shop.registered_name),
        attorney=text_or_blank(draft, draft.case.handler.name),
        merchant=whose,
        terminals=terminals(draft, draft.case.terminals),
        name=addressee(draft.case) or draft.you,
    )


def _powers(draft: Draft) -> tuple[str, ...]:
    end = "。" if draft.say.chinese else "."
    powers = (
        draft.claim(f"papers.attorney.power.{name}", letter=letter_title(draft))
        for name in ("apply", "device", "receipt")
    )
    return tuple(power + end for power in powers if power)


def _term(draft: Draft) -> str:
    until = day_or_blank(draft, draft.case.paper_answers.attorney_until)
    return draft.say("papers.attorney.term", until=until, **{"from": draft.say.day(draft.today)})
