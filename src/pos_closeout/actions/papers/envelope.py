"""All papers that go to the acquirer together, in their order and number of copies, as one PDF."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pos_closeout.actions.papers.letter import Documents
from pos_closeout.actions.papers.papers import issue_paper, offered_papers
from pos_closeout.documents.print_layout import count_pages, merge
from pos_closeout.domain.case.case import Case, EntityType, LetterLanguage
from pos_closeout.domain.case.issued_papers import PaperKind
from pos_closeout.domain.ledger.item_facts import Facts
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.papers.fitting_papers import to_the_acquirer


@dataclass(frozen=True, slots=True)
class EnvelopePaper:
    """A paper of a submission.

    Attributes:
        kind: which.
        name: its short name in the language of the screen.
        copies: how many are usual: the letter twice, one of them to be stamped as received.
        missing: what it lacks; it is printed with blanks there.
        sealed: whether the shop's seal goes on it; a micro merchant only signs.
    """

    kind: PaperKind
    name: str
    copies: int
    missing: tuple[str, ...]
    sealed: bool


@dataclass(frozen=True, slots=True)
class Envelope:
    """What is printed: the case with every version counted, one PDF, and the pages (from 0) papers begin on."""

    issued: Case
    pdf: bytes
    starts: tuple[int, ...]


def envelope_papers(
    documents: Documents,
    case: Case,
    items: Sequence[OpenItem],
    language: LetterLanguage,
    facts: Mapping[int, Facts] | None = None,
) -> tuple[EnvelopePaper, ...]:
    """Return the papers that are meant for the acquirer, the letter first, worded in the language of the screen."""
    sent = to_the_acquirer(case, items, facts)
    return tuple(
        EnvelopePaper(
            each.kind,
            each.name,
            2 if each.kind is PaperKind.LETTER else 1,
            each.missing,
            case.merchant.entity_type is not EntityType.MICRO,
        )
        for each in offered_papers(documents, case, items, language, facts)
        if each.kind in sent
    )


def issue_envelope(
    documents: Documents,
    case: Case,
    items: Sequence[OpenItem],
    chosen: Sequence[tuple[PaperKind, int]],
    *,
    language: LetterLanguage,
    today: date,
    facts: Mapping[int, Facts] | None = None,
) -> Envelope:
    """Return papers as one PDF, each as often as wanted, and the case with the versions they have been issued in."""
    drawn: list[bytes] = []
    for kind, copies in chosen:
        case, pdf = issue_paper(documents, kind, case, items, language=language, today=today, facts=facts)
        drawn += [pdf] * copies
    starts, at = [], 0
    for each in drawn:
        starts.append(at)
        at += count_pages(each)
    return Envelope(case, merge(drawn), tuple(starts))
