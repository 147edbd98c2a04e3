"""Draw, issue and print the papers: the application letter and the list of open items.

Importing this module stays cheap: fonts, words and the typesetting library are loaded when the first paper is drawn.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pos_closeout.documents.drawings import load_fonts
from pos_closeout.documents.glyphs import Unprintable, unprintable
from pos_closeout.documents.letter import content_digest, letter_pdf
from pos_closeout.documents.letter_text import letter_lines
from pos_closeout.documents.open_items_list import open_items_pdf
from pos_closeout.documents.papers_to_bring import ListedPaper, papers_to_bring
from pos_closeout.documents.wording import Wording, load_wording
from pos_closeout.domain.case.case import Case, LetterLanguage
from pos_closeout.domain.case.issued_papers import PaperKind
from pos_closeout.domain.case.review import IssuedText, with_issued
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.ledger.item_facts import Facts
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.papers.fitting_papers import fitting

__all__ = [
    "Documents",
    "ListedPaper",
    "Unprintable",
    "draw_letter",
    "draw_open_items",
    "issue_letter",
    "list_papers",
    "next_version",
    "open_documents",
    "unprintable_answers",
]

if TYPE_CHECKING:
    from pos_closeout.documents.typesetting import Fonts


@dataclass(frozen=True)
class Documents:
    """What papers are made with, loaded once when first needed.

    Attributes:
        resources: the folder with ``fonts`` and ``letters``.
    """

    resources: Path

    @cached_property
    def fonts(self) -> "Fonts":
        """The fonts.

        Raises:
            DocumentError: ``document.fonts_missing``.
        """
        return load_fonts(self.resources / "fonts")

    @cached_property
    def wording(self) -> Wording:
        """The words.

        Raises:
            DocumentError: ``wording.unreadable`` or ``wording.incomplete``.
        """
        return load_wording(self.resources / "letters")


def open_documents(resources: Path) -> Documents:
    """Return what papers are made with; nothing is read yet."""
    return Documents(resources)


def draw_letter(
    documents: Documents,
    case: Case,
    items: Sequence[OpenItem],
    language: LetterLanguage,
    today: date,
    *,
    facts: Mapping[int, Facts] | None = None,
) -> bytes:
    """Return the letter as it would be issued now, as a PDF; for the preview, so it never refuses a case.

    Args:
        documents: fonts and words.
        case: the case as it stands on the screen.
        items: its open items.
        language: of the letter.
        today: the date of the letter.
        facts: the extra fields of the items, by id.
    """
    return letter_pdf(
        case,
        items,
        language=language,
        today=today,
        version=next_version(documents, case, items, facts),
        fonts=documents.fonts,
        wording=documents.wording,
        facts=facts,
    )


def issue_letter(
    documents: Documents,
    case: Case,
    items: Sequence[OpenItem],
    language: LetterLanguage,
    today: date,
    *,
    facts: Mapping[int, Facts] | None = None,
) -> tuple[Case, bytes]:
    """Return the case with the version it now has been issued in, and the letter as a PDF.

    The version goes up only when the letter says something else than the last one issued; the same letter printed
    again, on another day or in the other language, keeps its number.

    A character that no font has is drawn as 〓, so that the owner can print and write it in by hand; callers say so
    before, with :func:`unprintable_answers`.

    Raises:
        BadInputError: ``paper.held_back.…`` where nothing may go to the addressee yet.
    """
    refuse_held_back(PaperKind.LETTER, case, items)
    pdf = draw_letter(documents, case, items, language, today, facts=facts)
    version = next_version(documents, case, items, facts)
    choices = replace(
        case.letter,
        issued_version=version,
        issued_digest=content_digest(case, items, documents.wording, facts),
    )
    said = [
        letter_lines(case, items, language=each, today=today, wording=documents.wording, facts=facts)
        for each in LetterLanguage
    ]
    issued = with_issued(case.issued_texts, IssuedText(version, today, *said))
    return replace(case, letter=choices, issued_texts=issued), pdf


def refuse_held_back(kind: PaperKind, case: Case, items: Sequence[OpenItem]) -> None:
    """Do nothing where a paper may be issued.

    Raises:
        BadInputError: ``paper.held_back.`` with the check it waits for.
    """
    why = next((each.held_back for each in fitting(case, items) if each.kind is kind), "")
    if why:
        raise BadInputError(f"paper.held_back.{why}", kind=kind.value)


def next_version(
    documents: Documents, case: Case, items: Sequence[OpenItem], facts: Mapping[int, Facts] | None = None
) -> int:
    """Return the version the letter would be issued in: the last one while it says the same, else the one after."""
    same = case.letter.issued_digest == content_digest(case, items, documents.wording, facts)
    return case.letter.issued_version + (0 if same and case.letter.issued_version else 1)


def unprintable_answers(documents: Documents, case: Case, items: Sequence[OpenItem]) -> tuple[Unprintable, ...]:
    """Return the answers that hold characters no font has, for a warning before anything is printed."""
    return unprintable(case, items, documents.fonts)


def list_papers(
    documents: Documents, case: Case, items: Sequence[OpenItem], language: LetterLanguage
) -> tuple[ListedPaper, ...]:
    """Return the documents to bring with their names and reasons; what the owner left out is there, not ticked."""
    return papers_to_bring(case, items, documents.wording.phrases(language))


def draw_open_items(
    documents: Documents,
    items: Iterable[OpenItem],
    cases: Iterable[Case],
    language: LetterLanguage,
    today: date,
    *,
    cleared: bool = False,
) -> bytes:
    """Return the printed list of open items over one case or several, as a PDF; with the cleared ones if wanted."""
    return open_items_pdf(
        items,
        {case.id: case for case in cases},
        language=language,
        today=today,
        fonts=documents.fonts,
        wording=documents.wording,
        cleared=cleared,
    )
