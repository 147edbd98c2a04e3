"""What the window can have set on paper. Nothing here touches the data, so all of it may run on another thread."""

from datetime import date
from pathlib import Path

from pos_closeout.actions.papers.impact import draw_impact
from pos_closeout.actions.papers.letter import (
    ListedPaper,
    draw_open_items,
    list_papers,
    open_documents,
    unprintable_answers,
)
from pos_closeout.actions.papers.pages import draw_closing_report, draw_poster, draw_text_page
from pos_closeout.actions.papers.papers import OfferedPaper, draw_paper, issue_paper, offered_papers
from pos_closeout.domain.bills.bills import Takings
from pos_closeout.domain.case.case import Case, LetterLanguage
from pos_closeout.domain.case.issued_papers import PaperKind
from pos_closeout.domain.case.notices import Notice
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.guidance.filling import Written
from pos_closeout.guidance.impact_texts import ImpactTexts


class PaperDesk:
    """Draws letters and lists; fonts and wording are read when the first paper is drawn.

    Args:
        resources: the folder with fonts and letters.
    """

    def __init__(self, resources: Path) -> None:
        self._documents = open_documents(resources)

    def draw_paper(self, kind: PaperKind, case: Case, items: tuple[OpenItem, ...], today: date) -> bytes:
        """Return a paper as it would be issued, in the language of the case's letter."""
        return draw_paper(self._documents, kind, case, items, language=case.letter.language, today=today)

    def offered(self, case: Case, items: tuple[OpenItem, ...], language: LetterLanguage) -> tuple[OfferedPaper, ...]:
        """Return the papers that fit a case, worded in the language of the screen."""
        return offered_papers(self._documents, case, items, language)

    def write_message(
        self, kinds: tuple[PaperKind, ...], case: Case, items: tuple[OpenItem, ...], today: date
    ) -> tuple[Case, bytes]:
        """Return the case with the versions issued, and an e-mail file with the papers attached."""
        from pos_closeout.actions.papers.deliveries import write_message  # noqa: PLC0415  (e-mail costs the start 20 ms)

        language = case.letter.language
        return write_message(self._documents, kinds, case, items, language=language, to="", today=today)

    def papers(self, case: Case, items: tuple[OpenItem, ...], language: LetterLanguage) -> tuple[ListedPaper, ...]:
        """Return the papers to bring with their names, in the language of the screen."""
        return list_papers(self._documents, case, items, language)

    def unprintable(self, case: Case, items: tuple[OpenItem, ...]) -> str:
        """Return the characters of a case that no font of the program has."""
        found = unprintable_answers(self._documents, case, items)
        return " ".join(dict.fromkeys("".join(each.characters for each in found)))

    def issue_paper(self, kind: PaperKind, case: Case, items: tuple[OpenItem, ...], today: date) -> tuple[Case, bytes]:
        """Return the case with the paper's version counted up if it differs from the last one, and the paper."""
        return issue_paper(self._documents, kind, case, items, language=case.letter.language, today=today)

    def draw_text(self, case: Case, title: str, text: str, *, language: LetterLanguage, today: date) -> bytes:
        """Return lines of text about a case, such as the call script, as PDF."""
        return draw_text_page(self._documents, case, title, text, language=language, today=today)

    def draw_poster(self, case: Case, items: tuple[OpenItem, ...], language: LetterLanguage, today: date) -> bytes:
        """Return the poster for the shop as PDF."""
        return draw_poster(self._documents, case, items, language, today)

    def draft_notice(
        self, case: Case, notice: Notice, items: tuple[OpenItem, ...], written: Written, *, language: str, today: date
    ) -> bytes:
        """Return the words of a notice as an e-mail file; the poster goes with it where it fits."""
        from pos_closeout.actions.notices.notice_list import draft_notice  # noqa: PLC0415  (e-mail costs the start 20 ms)

        spoken = LetterLanguage(language)
        return draft_notice(self._documents, case, notice, items, written, language=spoken, today=today)

    def draw_impact(
        self, case: Case, takings: tuple[Takings, ...], texts: ImpactTexts, *, language: LetterLanguage, today: date
    ) -> bytes:
        """Return what the stop means on one page as PDF."""
        return draw_impact(self._documents, case, takings, texts, language=language, today=today)

    def draw_report(self, case: Case, items: tuple[OpenItem, ...], language: LetterLanguage, today: date) -> bytes:
        """Return the closing report as PDF."""
        return draw_closing_report(self._documents, case, items, language, today)

    def draw_list(
        self, items: tuple[OpenItem, ...], cases: tuple[Case, ...], language: LetterLanguage, today: date
    ) -> bytes:
        """Return the outstanding list as PDF."""
        return draw_open_items(self._documents, items, cases, language, today)
