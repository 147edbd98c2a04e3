"""Parts F, G and H of the letter: undertakings, what comes with it, and the signature block."""

from collections.abc import Iterator

from pos_closeout.documents.content import Bullets, Line, Prose, Section, Signature
from pos_closeout.documents.letter_draft import Draft, groups
from pos_closeout.documents.letter_request import which
from pos_closeout.documents.papers_to_bring import paper_name
from pos_closeout.domain.case.case import EntityType
from pos_closeout.domain.device.terminal import Action, Condition
from pos_closeout.domain.papers.attachments import goes_back


def undertakings_section(draft: Draft) -> Section:
    """Return part F, one paragraph."""
    say = draft.say
    promises = say("letter.undertakings.gap").join(_undertakings(draft))
    paragraph = say("letter.undertakings.opening", us=draft.us, promises=promises)
    return Section(say("letter.section.undertakings"), (Prose(paragraph),))


def attachments_section(draft: Draft) -> Section:
    """Return part G: the documents to bring that the owner has not left out."""
    say = draft.say
    heading = say("letter.section.attachments")
    if not draft.papers:
        return Section(heading, (Prose(say("letter.attachments.none")),))
    names = tuple(paper_name(draft.case, paper, say) for paper in draft.papers)
    return Section(heading, (Bullets(names, _notes(draft)),))


def _notes(draft: Draft) -> str:
    """Return the small print under the list: the mark on copies, and a sole trader's seal, which not everyone has."""
    say = draft.say
    notes = [say("letter.attachments.copies_note")]
    if draft.case.merchant.entity_type is EntityType.SOLE_TRADER:
        notes.append(say("letter.attachments.no_seal", you=draft.you))
    return ("" if say.chinese else " ").join(notes)


def signature(draft: Draft) -> Signature:
    """Return part H. The seal goes over the name and the day; a micro merchant signs only."""
    say, merchant = draft.say, draft.case.merchant
    entity = merchant.entity_type
    lines = [Line(say(f"letter.signature.applicant.{entity}"), merchant.registered_name.strip())]
    lines.append(Line(say(f"letter.signature.signer.{entity}")))
    if draft.case.handler.name.strip():
        lines.append(Line(say("letter.signature.handler")))
    return Signature(tuple(lines), say.day(draft.today, "letter.signature.date"))


def _undertakings(draft: Draft) -> Iterator[str]:
    say, terminals = draft.say, draft.case.terminals
    chosen = groups(draft.case)
    everything = tuple(range(1, len(terminals) + 1))
    several = len(chosen) > 1 and draft.action_key != Action.CLOSE_MERCHANT
    key = "mixed" if several else draft.action_key
    yield say("letter.undertakings.true")
    yield say(f"letter.undertakings.no_use.{key}", which=which(draft, everything))
    coming = any(goes_back(terminal) for terminal in terminals)
    yield say(f"letter.undertakings.untouched{'_return' if coming else ''}", us=draft.us)
    if any(terminal.condition is Condition.LOST for terminal in terminals):
        yield say("letter.undertakings.lost", you=draft.you)
    yield say("letter.undertakings.after", us=draft.us, done=draft.done)
