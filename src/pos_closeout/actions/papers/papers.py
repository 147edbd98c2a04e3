"""Draw and issue any paper of the application step; the letter itself is drawn in :mod:`.letter`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pos_closeout.actions.papers.letter import Documents, draw_letter, issue_letter, next_version, refuse_held_back
from pos_closeout.documents.papers import paper_digest, paper_pdf
from pos_closeout.domain.case.case import Case, LetterLanguage
from pos_closeout.domain.case.issued_papers import IssuedPaper, PaperKind
from pos_closeout.domain.ledger.item_facts import Facts
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.papers.fitting_papers import fitting, issued_version


@dataclass(frozen=True, slots=True)
class OfferedPaper:
    """A paper that fits the case, in words.

    Attributes:
        kind: which.
        name: its short name.
        why: why it is offered.
        missing: what it lacks; it is printed with blanks there.
        version: the one issued last, 0 when none was.
        held_back: the check for which it is not issued, empty where it may be.
    """

    kind: PaperKind
    name: str
    why: str
    missing: tuple[str, ...]
    version: int
    held_back: str = ""


def offered_papers(
    documents: Documents,
    case: Case,
    items: Sequence[OpenItem],
    language: LetterLanguage,
    facts: Mapping[int, Facts] | None = None,
) -> tuple[OfferedPaper, ...]:
    """Return the papers that fit a case, worded in a language, the letter first."""
    say = documents.wording.phrases(language)
    return tuple(
        OfferedPaper(
            each.kind,
            say(f"papers.short.{each.kind}"),
            say(f"papers.why.{each.kind}"),
            tuple(say(f"papers.missing.{path}") for path in each.missing),
            issued_version(case, each.kind),
            each.held_back,
        )
        for each in fitting(case, items, facts)
    )


def draw_paper(
    documents: Documents,
    kind: PaperKind,
    case: Case,
    items: Sequence[OpenItem],
    *,
    language: LetterLanguage,
    today: date,
    facts: Mapping[int, Facts] | None = None,
) -> bytes:
    """Return a paper as it would be issued now, as a PDF.

    Args:
        documents: fonts and words.
        kind: which.
        case: the case.
        items: its ledger.
        language: of the paper.
        today: its date.
        facts: the extra fields of the items, by id; they name the fees.
    """
    if kind is PaperKind.LETTER:
        return draw_letter(documents, case, items, language, today, facts=facts)
    return paper_pdf(
        kind,
        case,
        items,
        language=language,
        today=today,
        version=paper_version(documents, kind, case, items, facts),
        fonts=documents.fonts,
        wording=documents.wording,
        facts=facts,
    )


def issue_paper(
    documents: Documents,
    kind: PaperKind,
    case: Case,
    items: Sequence[OpenItem],
    *,
    language: LetterLanguage,
    today: date,
    facts: Mapping[int, Facts] | None = None,
) -> tuple[Case, bytes]:
    """Return the case with the version the paper now has been issued in, and the paper as a PDF.

    Each paper counts its own versions; a version goes up only when the paper says something else than before.

    Raises:
        BadInputError: ``paper.held_back.…`` where nothing may go to the addressee yet.
    """
    if kind is PaperKind.LETTER:
        return issue_letter(documents, case, items, language, today, facts=facts)
    refuse_held_back(kind, case, items)
    pdf = draw_paper(documents, kind, case, items, language=language, today=today, facts=facts)
    version = paper_version(documents, kind, case, items, facts)
    issued = IssuedPaper(kind, version, paper_digest(kind, case, items, documents.wording, facts))
    others = tuple(each for each in case.issued_papers if each.kind is not kind)
    return replace(case, issued_papers=(*others, issued)), pdf


def paper_version(
    documents: Documents,
    kind: PaperKind,
    case: Case,
    items: Sequence[OpenItem],
    facts: Mapping[int, Facts] | None = None,
) -> int:
    """Return the version a paper would be issued in: the last one while it says the same, else the one after."""
    if kind is PaperKind.LETTER:
        return next_version(documents, case, items, facts)
    last = next((each for each in case.issued_papers if each.kind is kind), IssuedPaper(kind))
    same = last.version and last.digest == paper_digest(kind, case, items, documents.wording, facts)
    return last.version if same else last.version + 1
