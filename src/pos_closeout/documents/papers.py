"""The papers beside the application letter: what each says as a value, its digest, and its PDF."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from pos_closeout.documents.content import AcquirerPart, EntryGrid, Letter, Section, Signature, SignatureLine
from pos_closeout.documents.drawings import draw_letter
from pos_closeout.documents.letter_close import signature
from pos_closeout.documents.letter_draft import Draft, addressee, make_draft
from pos_closeout.documents.paper_claims import (
    deposit_opening,
    deposit_sections,
    fees_opening,
    fees_sections,
    loss_opening,
    loss_sections,
)
from pos_closeout.documents.paper_plan import plan_opening, plan_sections, plan_signature
from pos_closeout.documents.paper_tables import (
    migration_opening,
    migration_sections,
    retention_opening,
    retention_sections,
)
from pos_closeout.documents.power_of_attorney import attorney_sections, attorney_signature
from pos_closeout.documents.wording import Wording
from pos_closeout.domain.case.case import Case, LetterLanguage
from pos_closeout.domain.case.issued_papers import PaperKind
from pos_closeout.domain.device.terminal import Action
from pos_closeout.domain.ledger.item_facts import Facts
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.papers.fitting_papers import OWN_PAPERS

if TYPE_CHECKING:
    from pos_closeout.documents.typesetting import Fonts

_ANY_DAY = date(2000, 1, 1)
_NO_OFFICE = AcquirerPart("", EntryGrid(()), EntryGrid(()), "", "", "", EntryGrid(()))

_Opening = Callable[[Draft], str]
_Sections = Callable[[Draft], tuple[Section, ...]]

_PARTS: MappingProxyType[PaperKind, tuple[_Opening | None, _Sections]] = MappingProxyType(
    {
        PaperKind.PLAN: (plan_opening, plan_sections),
        PaperKind.ATTORNEY: (None, attorney_sections),
        PaperKind.LOSS: (loss_opening, loss_sections),
        PaperKind.DEPOSIT: (deposit_opening, deposit_sections),
        PaperKind.FEES: (fees_opening, fees_sections),
        PaperKind.RETENTION: (retention_opening, retention_sections),
        PaperKind.MIGRATION: (migration_opening, migration_sections),
    }
)


def paper_content(
    kind: PaperKind,
    case: Case,
    items: Sequence[OpenItem],
    *,
    language: LetterLanguage,
    today: date,
    version: int,
    wording: Wording,
    facts: Mapping[int, Facts] | None = None,
) -> Letter:
    """Return what a further paper says; an answer that is missing is a blank to write in.

    Args:
        kind: which, any but the application letter.
        case: the case.
        items: its open items; cleared ones are left aside.
        language: of the paper.
        today: its date.
        version: the number printed, from 1.
        wording: the words.
        facts: the extra fields of the items, by id.
    """
    draft = make_draft(case, items, wording.phrases(language), version, today, facts=facts)
    opening, sections = _PARTS[kind]
    say, name = draft.say, addressee(case)
    swaps = {each.action for each in case.terminals} == {Action.SWAP}
    key = f"papers.title.{kind}{'_swap' if kind is PaperKind.PLAN and swaps else ''}"
    title, chinese = say(key), wording.phrases(LetterLanguage.CHINESE)(key)
    to = say("letter.head.addressee", name=name) if name else say("letter.head.addressee_blank")
    return Letter(
        title=title,
        subtitle="" if title == chinese else chinese,
        number=_translated(kind, draft, _numbered(draft, "letter.head.number", "letter.head.version")),
        addressee=to if kind not in OWN_PAPERS else "",
        opening="" if opening is None else opening(draft),
        sections=sections(draft),
        signature=_signature(kind, draft),
        office=_NO_OFFICE,
        annex=None,
        footer=_numbered(draft, "letter.footer.left", "letter.footer.left_without_number"),
        subject=title,
        author=case.merchant.registered_name.strip(),
        sample=say("terms.text.sample") if case.sample else "",
    )


def paper_digest(
    kind: PaperKind,
    case: Case,
    items: Sequence[OpenItem],
    wording: Wording,
    facts: Mapping[int, Facts] | None = None,
) -> str:
    """Return the SHA-256 of what a paper says in Chinese, its version and date aside."""
    content = paper_content(
        kind, case, items, language=LetterLanguage.CHINESE, today=_ANY_DAY, version=0, wording=wording, facts=facts
    )
    return hashlib.sha256(repr(content).encode("utf-8", "surrogatepass")).hexdigest()


def paper_pdf(
    kind: PaperKind,
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
    """Return a further paper as a PDF; the same input gives the same bytes."""
    content = paper_content(
        kind, case, items, language=language, today=today, version=version, wording=wording, facts=facts
    )
    return draw_letter(content, language, today, fonts)


def _signature(kind: PaperKind, draft: Draft) -> Signature:
    signers = {PaperKind.ATTORNEY: attorney_signature, PaperKind.PLAN: plan_signature}
    if kind is PaperKind.RETENTION:
        return Signature((), "")
    if kind is PaperKind.MIGRATION:
        signed = SignatureLine(draft.say("papers.plan.responsible"))
        return Signature((signed,), draft.say.day(draft.today, "letter.signature.date"), sealed=False)
    return signers.get(kind, signature)(draft)


def _translated(kind: PaperKind, draft: Draft, number: str) -> str:
    """Say that a paper for the acquirer is a translation where it is not Chinese; the others are the owner's own."""
    if draft.say.chinese or kind in OWN_PAPERS:
        return number
    return f"{draft.say('letter.head.translation_paper')}\n{number}"


def _numbered(draft: Draft, key: str, without: str) -> str:
    number = draft.case.number.strip()
    return draft.say(key, number=number, version=draft.version) if number else draft.say(without, version=draft.version)
