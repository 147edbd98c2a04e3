"""Work out what the stop means for the takings, and print it on one page."""

from collections.abc import Iterable
from datetime import date

from pos_closeout.actions.papers.letter import Documents
from pos_closeout.documents.impact_page import ImpactWords, WordedReplacement, WordedRisk, impact_page_pdf
from pos_closeout.domain.bills.bills import Takings
from pos_closeout.domain.case.case import Case, LetterLanguage
from pos_closeout.domain.case.impact import Impact, work_out
from pos_closeout.guidance.impact_texts import ImpactTexts, risk_text, risks_of


def impact_of(case: Case, takings: Iterable[Takings]) -> Impact:
    """Return what stops with the terminal, from the bills of a case or else from the owner's estimate."""
    return work_out(takings, case.estimates, case.impact)


def draw_impact(
    documents: Documents,
    case: Case,
    takings: Iterable[Takings],
    texts: ImpactTexts,
    *,
    language: LetterLanguage,
    today: date,
) -> bytes:
    """Return the impact of a stop on one page, as a PDF.

    Args:
        documents: fonts and words.
        case: the case.
        takings: from its bills.
        texts: what replacements and suggested risks are called.
        language: of the page.
        today: the day it is printed.
    """
    return impact_page_pdf(
        case,
        ImpactWords(
            impact_of(case, takings),
            tuple(
                WordedReplacement(
                    each,
                    texts.replacements[each.kind].name.of(language),
                    texts.replacements[each.kind].needs.of(language),
                )
                for each in case.replacements
            ),
            tuple(WordedRisk(risk, *risk_text(texts, risk, language)) for risk in risks_of(texts, case)),
        ),
        language=language,
        today=today,
        fonts=documents.fonts,
        wording=documents.wording,
    )
