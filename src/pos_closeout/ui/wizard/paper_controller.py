"""Documents on their way to the screen, the printer, a file or another program."""

import weakref
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QStandardPaths, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QFileDialog, QWidget

from pos_closeout.domain.bills.bills import Takings
from pos_closeout.domain.case.case import Case, LetterLanguage
from pos_closeout.domain.case.issued_papers import PaperKind
from pos_closeout.domain.case.notices import Notice
from pos_closeout.domain.errors import CloseoutError, DocumentError
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.papers.fitting_papers import to_the_acquirer
from pos_closeout.guidance.filling import Written
from pos_closeout.ui.context import Context
from pos_closeout.ui.desk import Desk
from pos_closeout.ui.paper_desk import PaperDesk
from pos_closeout.ui.papers.files import documents_folder, letter_name, paper_name, write_file
from pos_closeout.ui.papers.preview import print_pdf
from pos_closeout.ui.reporter import ErrorReporter
from pos_closeout.ui.wizard.case_session import CaseSession
from pos_closeout.ui.wizard.steps.application.page import ApplicationPage
from pos_closeout.ui.work import Worker


class PaperController(QObject):
    """Draws on a thread of its own; a letter that leaves the program is issued, which counts its version."""

    def __init__(self, context: Context, desk: Desk, window: QWidget, reporter: ErrorReporter, resources: Path) -> None:
        super().__init__(window)
        self._context, self._desk, self._window, self._reporter = context, desk, window, reporter
        self._press = PaperDesk(resources)
        self._letters, self._lists = Worker(), Worker()
        self._printed = self.tr("Outstanding list")
        self._lists.done.connect(self._print_drawn)
        self._lists.failed.connect(self._failed)
        self._letters.failed.connect(self._failed)
        self._folder = QTemporaryDir()
        # A letter must not stay behind there, and Python does not promise to take objects apart at its end.
        weakref.finalize(self, self._folder.remove)

    def serve(self, page: ApplicationPage, session: CaseSession, items: Callable[[], tuple[OpenItem, ...]]) -> None:
        """Connect the letter's page: draw it after edits, print, save and open it when asked."""
        screen = LetterLanguage(self._context.language)
        page.take_papers(lambda case, found: self._press.papers(case, found, screen))
        page.take_offered(lambda case, found: self._press.offered(case, found, screen))
        page.redraw_asked.connect(lambda: self._draw_letter(page.papers.kind, session.case, items()))
        page.print_asked.connect(lambda: self._attempt(lambda: self._print_letter(page, session, items())))
        page.save_asked.connect(lambda: self._attempt(lambda: self._save_letter(page.papers.kind, session, items())))
        page.open_asked.connect(lambda: self._attempt(lambda: self._open_letter(page.papers.kind, session, items())))
        page.mail_asked.connect(lambda: self._attempt(lambda: self._save_mail(session, items())))
        # A method of the page, not a lambda: Qt drops the connection when the page goes before its letter is drawn.
        self._letters.done.connect(page.show_drawn)

    def wait(self) -> None:
        """Wait for drawings under way, before the window goes."""
        self._letters.wait()
        self._lists.wait()

    def print_list(self, items: tuple[OpenItem, ...], cases: tuple[Case, ...]) -> None:
        """Draw the outstanding list, then ask for a printer."""
        language, today = LetterLanguage(self._context.language), self._desk.today
        self._printed = self.tr("Outstanding list")
        self._lists.run(lambda: self._press.draw_list(items, cases, language, today))

    def print_text(self, case: Case, title: str, text: str, language: LetterLanguage) -> None:
        """Draw lines of text about a case, then ask for a printer."""
        today, self._printed = self._desk.today, title
        self._lists.run(lambda: self._press.draw_text(case, title, text, language=language, today=today))

    def print_poster(self, case: Case, items: tuple[OpenItem, ...], language: LetterLanguage) -> None:
        """Draw the poster for the shop, then ask for a printer."""
        today, self._printed = self._desk.today, self.tr("Poster")
        self._lists.run(lambda: self._press.draw_poster(case, items, language, today))

    def draft_notice(
        self, case: Case, items: tuple[OpenItem, ...], notice: Notice, written: Written, language: str
    ) -> bytes:
        """Return a notice as an e-mail file."""
        return self._press.draft_notice(case, notice, items, written, language=language, today=self._desk.today)

    def print_impact(self, case: Case, takings: tuple[Takings, ...]) -> None:
        """Draw what the stop means on one page, then ask for a printer."""
        language, today, texts = LetterLanguage(self._context.language), self._desk.today, self._context.guidance.impact
        self._printed = self.tr("Impact of the stop")
        self._lists.run(lambda: self._press.draw_impact(case, takings, texts, language=language, today=today))

    def save_impact(self, case: Case, takings: tuple[Takings, ...]) -> None:
        """Ask for a file and save what the stop means on one page."""
        self._attempt(lambda: self._save_impact(case, takings))

    def _save_impact(self, case: Case, takings: tuple[Takings, ...]) -> None:
        title = self.tr("Impact of the stop")
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = str(Path(folder) / f"{case.number} {title}.pdf")
        name, _ = QFileDialog.getSaveFileName(self._window, title, proposed, "PDF (*.pdf)")
        if name:
            language, texts = LetterLanguage(self._context.language), self._context.guidance.impact
            data = self._press.draw_impact(case, takings, texts, language=language, today=self._desk.today)
            write_file(Path(name).with_suffix(".pdf"), data)

    def print_report(self, case: Case, items: tuple[OpenItem, ...], language: LetterLanguage) -> None:
        """Draw the closing report of a case, then ask for a printer."""
        today, self._printed = self._desk.today, self.tr("Closing report")
        self._lists.run(lambda: self._press.draw_report(case, items, language, today))

    def _draw_letter(self, kind: PaperKind, case: Case, items: tuple[OpenItem, ...]) -> None:
        today = self._desk.today
        self._letters.run(
            lambda: (self._press.draw_paper(kind, case, items, today), self._press.unprintable(case, items))
        )

    def _issue(self, kind: PaperKind, session: CaseSession, items: tuple[OpenItem, ...]) -> bytes:
        """Count the version, keep that, and return the paper."""
        case, data = self._press.issue_paper(kind, session.case, items, self._desk.today)
        session.edit(case)
        session.flush()
        return data

    def _print_letter(self, page: ApplicationPage, session: CaseSession, items: tuple[OpenItem, ...]) -> None:
        kind = page.papers.kind
        case, data = self._press.issue_paper(kind, session.case, items, self._desk.today)
        page.preview.set_pdf(data)
        if print_pdf(page.preview.document, paper_name(case, kind), self._window):
            session.edit(case)
            session.flush()

    def _save_letter(self, kind: PaperKind, session: CaseSession, items: tuple[OpenItem, ...]) -> None:
        case, _ = self._press.issue_paper(kind, session.case, items, self._desk.today)
        proposed = str(documents_folder() / f"{paper_name(case, kind)}.pdf")
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save the letter"), proposed, "PDF (*.pdf)")
        if name:
            write_file(Path(name).with_suffix(".pdf"), self._issue(kind, session, items))

    def _open_letter(self, kind: PaperKind, session: CaseSession, items: tuple[OpenItem, ...]) -> None:
        data = self._issue(kind, session, items)
        path = Path(self._folder.path()) / f"{paper_name(session.case, kind)}.pdf"
        write_file(path, data)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            raise DocumentError("document.no_viewer", path=str(path))

    def _save_mail(self, session: CaseSession, items: tuple[OpenItem, ...]) -> None:
        proposed = str(documents_folder() / f"{letter_name(session.case)}.eml")
        kinds = self.tr("E-mail (*.eml)")
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save as e-mail"), proposed, kinds)
        if name:
            sent = to_the_acquirer(session.case, items)
            case, data = self._press.write_message(sent, session.case, items, self._desk.today)
            write_file(Path(name).with_suffix(".eml"), data)
            session.edit(case)
            session.flush()

    def _print_drawn(self, data: bytes) -> None:
        document, buffer = QPdfDocument(self), QBuffer(self)
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document.load(buffer)
        print_pdf(document, self._printed, self._window)
        document.close()

    def _attempt(self, act: Callable[[], object]) -> None:
        try:
            act()
        except CloseoutError as error:
            self._failed(error)

    def _failed(self, error: CloseoutError) -> None:
        self._reporter.show(self._window, error)
