"""The application letter: what it says as a value, its digest, and its PDF."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from pos_closeout.documents.annex import annex
from pos_closeout.documents.content import Letter, Section
from pos_closeout.documents.drawings import draw_letter
from pos_closeout.documents.letter_acquirer_part import acquirer_part
from pos_closeout.documents.letter_close import attachments_section, signature, undertakings_section
from pos_closeout.documents.letter_draft import Draft, addressee, make_draft
from pos_closeout.documents.letter_money import money_section, open_items_section
from pos_closeout.documents.letter_opening import merchant_section, opening, terminals_section
from pos_closeout.documents.letter_request import request_section
from pos_closeout.documents.wording import Wording
from pos_closeout.domain.case.case import Case, LetterLanguage
from pos_closeout.domain.ledger.item_facts import Facts
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.papers.fitting_papers import held_back

if TYPE_CHECKING:
    from pos_closeout.documents.typesetting import Fonts

_ANY_DAY = date(2000, 1, 1)


def letter_content(
    case: Case,
    items: Sequence[OpenItem],
    *,
    language: LetterLanguage,
    today: date,
    version: int,
    wording: Wording,
    facts: Mapping[int, Facts] | None = None,
) -> Letter:
    """Return what the letter says, all parts A to I.

    Args:
        case: the case; an answer that is missing is left out, or left blank where a clerk needs it.
        items: its open items; cleared ones are left aside.
        language: of the letter, apart from the screen's.
        today: the date of the letter.
        version: the number printed, from 1.
        wording: the words.
        facts: the extra fields of the items, by id.
    """
    draft = make_draft(case, items, wording.phrases(language), version, today, facts=facts)
    say = draft.say
    title = say(f"letter.title.{draft.title_key}")
    chinese = wording.phrases(LetterLanguage.CHINESE)(f"letter.title.{draft.title_key}")
    unverified = held_back(case, items) == "addressee"
    name = "" if unverified else addressee(case)
    blank = say("letter.head.addressee_blank") + (say("letter.head.unverified") if unverified else "")
    return Letter(
        title=title,
        subtitle="" if chinese == title else chinese,
        number=_translated(draft, _numbered(draft, "letter.head.number", "letter.head.version")),
        addressee=say("letter.head.addressee", name=name) if name else blank,
        opening=opening(draft),
        sections=tuple(_counted(draft)),
        signature=signature(draft),
        office=acquirer_part(draft, title),
        annex=annex(draft),
        footer=_numbered(draft, "letter.footer.left", "letter.footer.left_without_number"),
        subject=say("letter.head.subject"),
        author=case.merchant.registered_name.strip(),
        sample=say("terms.text.sample") if case.sample else "",
    )


def content_digest(
    case: Case, items: Sequence[OpenItem], wording: Wording, facts: Mapping[int, Facts] | None = None
) -> str:
    """Return the SHA-256 of what the letter says, its version and date aside.

    It is taken from the Chinese letter whatever the language: the same letter in two languages is one version.
    """
    content = letter_content(
        case, items, language=LetterLanguage.CHINESE, today=_ANY_DAY, version=0, wording=wording, facts=facts
    )
    return hashlib.sha256(repr(content).encode("utf-8", "surrogatepass")).hexdigest()


def letter_pdf(
    case: Case,
    items: Sequence[OpenItem],
    *,
    language: LetterLanguage,
    today: date,
    version: int,
    fonts: "Fonts",
    wording: Wording,
    facts: Mapping[int, Facts] | None = None,
) -> bytes:
    """Return the letter as a PDF; the same input gives the same bytes.

    A character no font has is drawn as 〓, so that a preview never fails; :func:`.glyphs.unprintable` reports it.
    """
    content = letter_content(case, items, language=language, today=today, version=version, wording=wording, facts=facts)
    return draw_letter(content, language, today, fonts)


def _counted(draft: Draft) -> Iterator[Section]:
    """Yield the sections with their numbers; who never opened the merchant says nothing of its money or terminals."""
    stranger = draft.title_key == "not_opened"
    first = merchant_section(draft)
    sections = (
        replace(first, heading=draft.say("letter.section.applicant")) if stranger else first,
        None if stranger and not draft.case.terminals else terminals_section(draft),
        request_section(draft),
        None if stranger else money_section(draft),
        None if stranger else open_items_section(draft),
        undertakings_section(draft),
        attachments_section(draft),
    )
    there = [each for each in sections if each is not None]
    for numeral, section in zip(draft.say("letter.section.numerals").split(), there, strict=False):
        yield replace(section, heading=draft.say("letter.section.numbered", numeral=numeral, heading=section.heading))


def _translated(draft: Draft, number: str) -> str:
    """Say beside the number that what is not Chinese is a translation: the acquirer is handed the Chinese letter."""
    return number if draft.say.chinese else f"{draft.say('letter.head.translation')}\n{number}"


def _numbered(draft: Draft, key: str, without: str) -> str:
    number = draft.case.number.strip()
    return draft.say(key, number=number, version=draft.version) if number else draft.say(without, version=draft.version)
