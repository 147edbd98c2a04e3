"""The power of attorney (授权委托书): who may do what for the merchant, what not, and until when."""

from pos_closeout.documents.content import Block, Entry, Grid, Line, Points, Prose, Section, Signature
from pos_closeout.documents.letter_close import signature
from pos_closeout.documents.letter_draft import Draft, addressee
from pos_closeout.documents.paper_words import day_or_blank, letter_title, merchant, terminals, text_or_blank
from pos_closeout.domain.papers.attachments import goes_back


def attorney_sections(draft: Draft) -> tuple[Section, ...]:
    """Return the parties, what is authorised, what is not, and the term."""
    say = draft.say
    return (
        Section(say("papers.attorney.parties"), (_parties(draft),)),
        Section(say("papers.attorney.scope_heading"), (Prose(_scope(draft)), Points(_powers(draft)))),
        Section(say("papers.attorney.limits_heading"), (Prose(say("papers.attorney.limits")),)),
        Section(say("papers.attorney.term_heading"), (Prose(_term(draft)),)),
    )


def attorney_signature(draft: Draft) -> Signature:
    """Return the principal's signature with the attorney's below it."""
    signed = signature(draft)
    entity = draft.case.merchant.entity_type
    principal = Line(draft.say(f"papers.attorney.sign_principal.{entity}"), draft.case.merchant.registered_name.strip())
    return Signature((principal, signed.lines[1], Line(draft.say("papers.attorney.sign_attorney"))), signed.day)


def _parties(draft: Draft) -> Block:
    say, handler, shop = draft.say, draft.case.handler, draft.case.merchant
    return Grid(
        (
            (Entry(say(f"papers.attorney.principal.{shop.entity_type}"), merchant(draft), wide=True),),
            (
                Entry(say(f"letter.merchant.representative.{shop.entity_type}"), shop.representative.strip()),
                Entry(say("papers.attorney.phone"), shop.phone.strip()),
            ),
            (
                Entry(say("papers.attorney.attorney"), handler.name.strip()),
                Entry(say("papers.attorney.phone"), handler.phone.strip()),
            ),
            (Entry(say("papers.attorney.id"), handler.id_number.strip(), wide=True),),
        )
    )


def _scope(draft: Draft) -> str:
    return draft.say(
        "papers.attorney.scope",
        principal=draft.us if draft.say.chinese else text_or_blank(draft, draft.case.merchant.registered_name),
        attorney=text_or_blank(draft, draft.case.handler.name),
        merchant=merchant(draft),
        terminals=terminals(draft, draft.case.terminals),
        you=addressee(draft.case) or draft.you,
    )


def _powers(draft: Draft) -> tuple[str, ...]:
    say = draft.say
    device = ("device",) if any(map(goes_back, draft.case.terminals)) else ()
    end = "。" if say.chinese else "."
    return tuple(
        say(f"papers.attorney.power.{name}", letter=letter_title(draft)) + end for name in ("apply", *device, "receipt")
    )


def _term(draft: Draft) -> str:
    until = day_or_blank(draft, draft.case.paper_answers.attorney_until)
    return draft.say("papers.attorney.term", until=until, **{"from": draft.say.day(draft.today)})
