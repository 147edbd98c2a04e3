"""Parts F, G and H of the letter: undertakings, what comes with it, and the signature block."""

from collections.abc import Iterator

from pos_closeout.documents.content import Bullets, Prose, Section, Signature, SignatureLine
from pos_closeout.documents.letter_draft import Draft, groups
from pos_closeout.documents.letter_request import which
from pos_closeout.documents.papers_to_bring import paper_name
from pos_closeout.domain.case.case import EntityType
from pos_closeout.domain.case.profile import Applicant
from pos_closeout.domain.device.terminal import Action
from pos_closeout.domain.papers.answers import Basis, Known


def undertakings_section(draft: Draft) -> Section:
    """Return part F, one paragraph."""
    say = draft.say
    promises = say("letter.undertakings.gap").join(promise for promise in _undertakings(draft) if promise)
    paragraph = say("letter.undertakings.opening", us=draft.us, promises=promises)
    return Section(say("letter.section.undertakings"), (Prose(paragraph),))


def attachments_section(draft: Draft) -> Section:
    """Return part G: the documents to bring that the owner has not left out."""
    say = draft.say
    heading = say("letter.section.attachments")
    if not draft.papers:
        return Section(heading, (Prose(say("letter.attachments.none")),))
    names = tuple(paper_name(draft.told, paper, say) for paper in draft.papers)
    return Section(heading, (Bullets(names, draft.claim("letter.attachments.copies_note")),))


def signature(draft: Draft) -> Signature:
    """Return part H. The seal goes over the name and the day; without one a fingerprint stands beside the name."""
    say = draft.say
    applicant, signer = _signers(draft)
    lines = [SignatureLine(applicant, draft.applicant), SignatureLine(signer)]
    if draft.case.handler.name.strip():
        lines.append(SignatureLine(say("letter.signature.handler")))
    sealed = draft.known(Basis.SEAL) is not Known.NO
    return Signature(tuple(lines), say.day(draft.today, "letter.signature.date"), sealed)


def _signers(draft: Draft) -> tuple[str, str]:
    """Return the labels of who applies and of who signs."""
    say, told = draft.say, draft.case.profile
    entity = draft.case.merchant.entity_type
    by_hand = say("letter.signature.signer.by_hand")
    if told.applicant is Applicant.HEIRS:
        return say("letter.signature.applicant.heirs"), by_hand
    if told.applicant is Applicant.FORMER:
        whose = "company" if entity is EntityType.COMPANY else "sole_trader"
        return say(f"letter.signature.applicant.former_{whose}"), by_hand
    if entity is EntityType.MICRO:
        return say("letter.signature.applicant.micro"), by_hand
    return draft.claim(f"letter.signature.applicant_{entity}"), draft.claim(f"letter.signature.signer_{draft.form}")


def _undertakings(draft: Draft) -> Iterator[str]:
    terminals = draft.case.terminals
    chosen = groups(draft.case)
    everything = tuple(range(1, len(terminals) + 1))
    several = len(chosen) > 1 and draft.action_key != Action.CLOSE_MERCHANT
    key = "mixed" if several else draft.action_key
    yield draft.claim("letter.undertakings.true")
    if draft.title_key not in {"claim", "not_opened"}:
        yield draft.claim(f"letter.undertakings.no_use_{key}", which=which(draft, everything))
    if draft.title_key != "not_opened":
        yield draft.claim("letter.undertakings.untouched")
    if draft.title_key not in {"claim", "not_opened"}:
        yield draft.claim("letter.undertakings.return")
        yield draft.claim("letter.undertakings.lost")
        yield draft.claim("letter.undertakings.after", done=draft.done)
