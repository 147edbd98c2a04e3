"""Documents on their way to the screen, the printer, a file or another program."""

import weakref
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QTemporaryDir, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from pos_closeout.actions.cases.cases import load_case, save_case
from pos_closeout.actions.files import write_file
from pos_closeout.actions.items.item_files import facts_of_items
from pos_closeout.actions.notices.notice_list import draft_notice
from pos_closeout.actions.papers.deliveries import write_message
from pos_closeout.actions.papers.envelope import Envelope, envelope_papers, issue_envelope
from pos_closeout.actions.papers.impact import draw_impact
from pos_closeout.actions.papers.letter import Documents, draw_open_items, list_papers, unprintable_answers
from pos_closeout.actions.papers.pages import draw_closing_report, draw_poster, draw_quick_guide, draw_text_page
from pos_closeout.actions.papers.papers import draw_paper, issue_paper, offered_papers
from pos_closeout.domain.bills.bills import Takings
from pos_closeout.domain.case.case import Case, LetterLanguage, shop_name
from pos_closeout.domain.case.issued_papers import PaperKind
from pos_closeout.domain.case.notices import Notice
from pos_closeout.domain.errors import CloseoutError, DocumentError
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.papers.fitting_papers import mark_issued, to_the_acquirer
from pos_closeout.guidance.filling import Written
from pos_closeout.ui.context import Context, Job, Runner
from pos_closeout.ui.papers.envelope_dialog import EnvelopeDialog
from pos_closeout.ui.papers.files import ask_place, paper_name
from pos_closeout.ui.papers.paper_dialog import PaperDialog
from pos_closeout.ui.papers.print_controller import PrintController
from pos_closeout.ui.wizard.case_session import CaseSession
from pos_closeout.ui.wizard.steps.application.page import ApplicationPage

T = TypeVar("T")


class PaperController(QObject):
    """Draws on a thread of its own; a letter that leaves the program is issued, which counts its version."""

    saved = Signal(object)
    """A paper or a message was saved; carries its path."""

    def __init__(self, context: Context, window: QWidget, documents: Documents) -> None:
        super().__init__(window)
        self._context, self._window, self._documents = context, window, documents
        self._letters, self._lists = Runner(self._failed, self), Runner(self._failed, self)
        self.printing = PrintController(context, window)
        self.printing.saved.connect(self.saved)
        self._lists.done.connect(self._take_drawn)
        self._folder = QTemporaryDir()
        # A letter must not stay behind there, and Python does not promise to take objects apart at its end.
        weakref.finalize(self, self._folder.remove)

    def serve(self, page: ApplicationPage, session: CaseSession, items: Callable[[], tuple[OpenItem, ...]]) -> None:
        """Connect the letter's page: draw it after edits, print, save and open it when asked."""
        screen, documents = LetterLanguage(self._context.language), self._documents
        page.take_papers(lambda case, found: list_papers(documents, case, found, screen))
        page.take_offered(
            lambda case, found: offered_papers(
                documents, case, found, screen, facts_of_items(self._context.store, found)
            )
        )
        page.redraw_asked.connect(lambda: self._draw_letter(page.papers.kind, session.case, items()))
        page.print_asked.connect(lambda: self._attempt(lambda: self._print_letter(page, session, items())))
        page.envelope_asked.connect(lambda: self._attempt(lambda: self._ask_envelope(session, items())))
        page.save_asked.connect(lambda: self._attempt(lambda: self._save_letter(page.papers.kind, session, items())))
        page.open_asked.connect(lambda: self._attempt(lambda: self._open_letter(page.papers.kind, session, items())))
        page.mail_asked.connect(lambda: self._attempt(lambda: self._save_mail(session, items())))
        # A method of the page, not a lambda: Qt drops the connection when the page goes before its letter is drawn.
        self._letters.done.connect(page.show_drawn)

    def wait(self) -> None:
        """Wait for drawings under way, before the window goes."""
        self._letters.wait()
        self._lists.wait()
        self.printing.wait()

    def print_list(self, items: tuple[OpenItem, ...], cases: tuple[Case, ...]) -> None:
        """Draw the items given, open or cleared, as a list."""
        language, today = LetterLanguage(self._context.language), self._context.today
        title = self.tr("Outstanding list") + f" {today.isoformat()}"
        self._show_drawn(title, lambda: draw_open_items(self._documents, items, cases, language, today, cleared=True))

    def print_text(self, case: Case, title: str, text: str, language: LetterLanguage) -> None:
        """Draw lines of text about a case, and show it."""
        today, documents = self._context.today, self._documents
        self._show_drawn(
            _titled(case, title), lambda: draw_text_page(documents, case, title, text, language=language, today=today)
        )

    def print_poster(self, case: Case, items: tuple[OpenItem, ...], language: LetterLanguage) -> None:
        """Draw the poster for the shop, and show it."""
        today, title = self._context.today, _titled(case, self.tr("Poster"))
        self._show_drawn(title, lambda: draw_poster(self._documents, case, items, language, today))

    def draft_notice(
        self, case: Case, items: tuple[OpenItem, ...], notice: Notice, written: Written, language: str
    ) -> bytes:
        """Return a notice as an e-mail file."""
        spoken, today = LetterLanguage(language), self._context.today
        return draft_notice(self._documents, case, notice, items, written, language=spoken, today=today)

    def print_impact(self, case: Case, takings: tuple[Takings, ...]) -> None:
        """Draw what the stop means on one page, and show it."""
        self._show_drawn(self._impact_title(case), self._impact(case, takings))

    def save_impact(self, case: Case, takings: tuple[Takings, ...]) -> None:
        """Draw what the stop means on one page, then ask for a file."""
        title = self._impact_title(case)
        self._draw(self._impact(case, takings), lambda data: self.printing.save_pdf(data, title))

    def _impact_title(self, case: Case) -> str:
        return _titled(case, self.tr("Impact of the stop"))

    def _impact(self, case: Case, takings: tuple[Takings, ...]) -> Callable[[], bytes]:
        language, today = LetterLanguage(self._context.language), self._context.today
        texts, documents = self._context.guidance.impact, self._documents
        return lambda: draw_impact(documents, case, takings, texts, language=language, today=today)

    def print_report(self, case: Case, items: tuple[OpenItem, ...], language: LetterLanguage) -> None:
        """Draw the closing report of a case, and show it."""
        today, title = self._context.today, _titled(case, self.tr("Closing report"))
        self._show_drawn(title, lambda: draw_closing_report(self._documents, case, items, language, today))

    def print_guide(self, folder: Path) -> None:
        """Draw the quick guide, which names the folder of the owner's own data, and show it."""
        context, documents = self._context, self._documents
        language, today = LetterLanguage(context.language), context.today
        steps = {step: context.say(texts.name) for step, texts in context.guidance.steps.items()}
        self._show_drawn(self.tr("Quick guide"), lambda: draw_quick_guide(documents, steps, folder, language, today))

    def _draw_letter(self, kind: PaperKind, case: Case, items: tuple[OpenItem, ...]) -> None:
        documents, language, today = self._documents, case.letter.language, self._context.today
        facts = facts_of_items(self._context.store, items)

        def draw(_job: Job) -> tuple[bytes, str]:
            data = draw_paper(documents, kind, case, items, language=language, today=today, facts=facts)
            found = "".join(each.characters for each in unprintable_answers(documents, case, items))
            return data, " ".join(dict.fromkeys(found))

        self._letters.run(draw)

    def _issue(self, kind: PaperKind, session: CaseSession, items: tuple[OpenItem, ...]) -> bytes:
        """Count the version, keep that, and return the paper."""
        case, data = self._issued(kind, session.case, items)
        session.edit(case)
        session.flush()
        return data

    def _issued(self, kind: PaperKind, case: Case, items: tuple[OpenItem, ...]) -> tuple[Case, bytes]:
        language, today = case.letter.language, self._context.today
        facts = facts_of_items(self._context.store, items)
        return issue_paper(self._documents, kind, case, items, language=language, today=today, facts=facts)

    def _print_letter(self, page: ApplicationPage, session: CaseSession, items: tuple[OpenItem, ...]) -> None:
        kind = page.papers.kind
        case, data = self._issued(kind, session.case, items)
        page.preview.set_pdf(data)
        self.printing.print_pdf(data, paper_name(case, kind), lambda: self._keep_issued(session, case, kind))

    def _keep_issued(self, session: CaseSession, issued: Case, kind: PaperKind) -> None:
        """Note the version of a paper that a printer accepted; what was answered meanwhile stays."""
        if session.case.id == issued.id:
            session.edit(mark_issued(session.case, issued, kind))
            session.flush()
        else:
            store = self._context.store
            save_case(store, mark_issued(load_case(store, issued.id), issued, kind), self._context.clock())

    def _ask_envelope(self, session: CaseSession, items: tuple[OpenItem, ...]) -> None:
        """Ask which papers go to the acquirer together."""
        screen = LetterLanguage(self._context.language)
        facts = facts_of_items(self._context.store, items)
        papers = envelope_papers(self._documents, session.case, items, screen, facts)
        dialog = EnvelopeDialog(self._context, papers, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.print_asked.connect(lambda chosen: self._draw_envelope(session, items, chosen, printed=True))
        dialog.save_asked.connect(lambda chosen: self._draw_envelope(session, items, chosen, printed=False))
        dialog.open()

    def _draw_envelope(
        self,
        session: CaseSession,
        items: tuple[OpenItem, ...],
        chosen: Sequence[tuple[PaperKind, int]],
        *,
        printed: bool,
    ) -> None:
        """Draw the papers of an envelope beside the window, then print or save them."""
        case, documents = session.case, self._documents
        language, today = case.letter.language, self._context.today
        facts = facts_of_items(self._context.store, items)
        title = _titled(case, self.tr("Papers for the acquirer"))

        def keep(drawn: Envelope) -> None:
            for kind, _ in chosen:
                self._keep_issued(session, drawn.issued, kind)

        def leave(drawn: Envelope) -> None:
            if printed:
                self.printing.print_pdf(drawn.pdf, title, lambda: keep(drawn), drawn.starts)
            elif self.printing.save_pdf(drawn.pdf, title):
                keep(drawn)

        self._draw(
            lambda: issue_envelope(documents, case, items, chosen, language=language, today=today, facts=facts), leave
        )

    def _save_letter(self, kind: PaperKind, session: CaseSession, items: tuple[OpenItem, ...]) -> None:
        case, _ = self._issued(kind, session.case, items)
        name = f"{paper_name(case, kind)}.pdf"
        path = ask_place(self._window, self.tr("Save the letter"), name, ".pdf", "PDF (*.pdf)")
        if path is not None:
            write_file(path, self._issue(kind, session, items))
            self.saved.emit(path)

    def _open_letter(self, kind: PaperKind, session: CaseSession, items: tuple[OpenItem, ...]) -> None:
        data = self._issue(kind, session, items)
        path = Path(self._folder.path()) / f"{paper_name(session.case, kind)}.pdf"
        write_file(path, data)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            raise DocumentError("document.no_viewer", path=str(path))

    def _save_mail(self, session: CaseSession, items: tuple[OpenItem, ...]) -> None:
        name, kinds = f"{paper_name(session.case, PaperKind.LETTER)}.eml", self.tr("E-mail (*.eml)")
        path = ask_place(self._window, self.tr("Save as e-mail"), name, ".eml", kinds)
        if path is not None:
            language, today = session.case.letter.language, self._context.today
            facts = facts_of_items(self._context.store, items)
            sent = to_the_acquirer(session.case, items, facts)
            case, data = write_message(
                self._documents, sent, session.case, items, language=language, to="", today=today, facts=facts
            )
            write_file(path, data)
            session.edit(case)
            session.flush()
            self.saved.emit(path)

    def _draw(self, draw: Callable[[], T], then: Callable[[T], object]) -> None:
        """Draw beside the window; ``then`` takes what was drawn, in the window's thread."""
        self._lists.run(lambda _job: partial(then, draw()))

    def _take_drawn(self, then: Callable[[], object]) -> None:
        self._attempt(then)

    def _show_drawn(self, title: str, draw: Callable[[], bytes]) -> None:
        """Draw a paper beside the window, and show it with the buttons that print and save it."""
        self._draw(draw, lambda data: self._show_paper(title, data))

    def _show_paper(self, title: str, data: bytes) -> None:
        dialog = PaperDialog(
            self._context,
            title,
            data,
            self._window,
            print_pdf=lambda: self.printing.print_pdf(data, title),
            save_pdf=lambda: self.printing.save_pdf(data, title),
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _attempt(self, act: Callable[[], object]) -> None:
        self._context.do(act, self._window)

    def _failed(self, error: CloseoutError) -> None:
        self._context.tell(self._window, error)


def _titled(case: Case, name: str) -> str:
    """Return what a paper of a case is called in the queue of a printer, and as a file."""
    return " ".join(each for each in (case.number, shop_name(case), name) if each)
