"""Everything behind home: wizard, outstanding list and papers. Made when first wanted, so that home comes quickly."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMessageBox, QStackedWidget, QWidget

from pos_closeout.actions.cases.cases import list_cases
from pos_closeout.actions.forms.texts import open_texts
from pos_closeout.actions.items.overview import add_up
from pos_closeout.actions.papers.letter import open_documents
from pos_closeout.actions.settings import read_settings, write_setting
from pos_closeout.actions.work_calendar import work_calendar
from pos_closeout.domain.case.case import Case, LetterLanguage, shop_name
from pos_closeout.domain.case.issued_papers import PaperKind
from pos_closeout.domain.dates.working_days import WorkCalendar
from pos_closeout.domain.ledger.open_items import OpenItem, is_open
from pos_closeout.domain.phases import Step
from pos_closeout.domain.steps.progress import first_unfinished
from pos_closeout.guidance.work_calendar import load_work_calendar
from pos_closeout.ui.bills.page import BillsPage
from pos_closeout.ui.context import Context, Runner
from pos_closeout.ui.ledger.controller import LedgerController
from pos_closeout.ui.ledger.list_page import ListPage
from pos_closeout.ui.ledger.list_state import ListState, kept_query
from pos_closeout.ui.ledger.places import ItemPlaces
from pos_closeout.ui.papers.files import saved_words
from pos_closeout.ui.papers.list_files import ListExport
from pos_closeout.ui.settings.screen_settings import COLUMNS_SETTING, QUERY_SETTING
from pos_closeout.ui.shell.help_words import WORD_OF_STEP
from pos_closeout.ui.wizard.backup_controller import BackupController
from pos_closeout.ui.wizard.bundle_controller import BundleController
from pos_closeout.ui.wizard.case_session import CaseSession
from pos_closeout.ui.wizard.device_controller import DeviceController
from pos_closeout.ui.wizard.paper_controller import PaperController
from pos_closeout.ui.wizard.review_controller import ReviewController
from pos_closeout.ui.wizard.situation import Situation, situation
from pos_closeout.ui.wizard.steps.application.page import ApplicationPage
from pos_closeout.ui.wizard.steps.application.their_form import TheirFormCard
from pos_closeout.ui.wizard.steps.backup.page import BackupPage
from pos_closeout.ui.wizard.steps.contact.page import ContactPage
from pos_closeout.ui.wizard.steps.device.page import DevicePage
from pos_closeout.ui.wizard.steps.follow_up.page import FollowUpPage
from pos_closeout.ui.wizard.steps.impact.page import ImpactPage
from pos_closeout.ui.wizard.steps.notices.page import NoticesPage
from pos_closeout.ui.wizard.steps.open_items import OpenItemsPage
from pos_closeout.ui.wizard.steps.page import StepPage
from pos_closeout.ui.wizard.steps.review.page import ReviewPage
from pos_closeout.ui.wizard.wizard import Wizard

if TYPE_CHECKING:
    from pos_closeout.ui.forms.controller import FormController


class Workspace(QStackedWidget):
    """Shows the wizard on the session's case, the list over all cases, or the bills of a case.

    Args:
        context: look and texts.
        session: the case on the screen.
        ledger: the open items.
    """

    home_asked = Signal()
    list_asked = Signal()
    case_asked = Signal(int)
    close_asked = Signal(int)
    """The owner wants to close a case; carries its id."""
    item_asked = Signal(int)
    form_shown = Signal()
    """A form of the acquirer's stands on the page."""
    form_refused = Signal(object)
    """A file that was dropped is no form; carries its path."""
    told = Signal(str)
    """Something has been done, such as a paper saved; carries a sentence."""
    bills_asked = Signal()
    """The owner wants to import bills or decide about what was found in them."""

    def __init__(self, context: Context, session: CaseSession, ledger: LedgerController) -> None:
        super().__init__()
        self._context, self._session, self._ledger = context, session, ledger
        self._documents = open_documents(context.paths.resources)
        self._bills: BillsPage | None = None
        self._forms: FormController | None = None
        self._before_form: QWidget | None = None
        self._backup: BackupController | None = None
        self._bundles: BundleController | None = None
        self._before_bills: QWidget | None = None
        # The published holidays take a while to load; until then only weekends are known.
        self._published: WorkCalendar | None = None
        self._loading = Runner(lambda _error: None, self)
        self._loading.done.connect(self._calendar_loaded)
        self.papers = PaperController(context, self, self._documents)
        self.papers.saved.connect(lambda path: self.told.emit(saved_words(path)))
        self._devices = DeviceController(context, session)
        self._reviews = ReviewController(context, session, ledger)
        self.wizard = Wizard(context, self._prepare_page)
        self.wizard.changed.connect(session.answer)
        self.wizard.left.connect(session.flush)
        self.wizard.rail.home_asked.connect(self.home_asked)
        self.wizard.rail.list_asked.connect(self.list_asked)
        self.list_page = ListPage(context, ledger)
        self.list_page.columns.show_stored(read_settings(context.store).get(COLUMNS_SETTING))
        self.list_page.columns.chosen.connect(partial(write_setting, context.store, COLUMNS_SETTING))
        self.list_page.put_back(ListState(kept_query(read_settings(context.store).get(QUERY_SETTING, ""))))
        self.list_page.query_changed.connect(partial(write_setting, context.store, QUERY_SETTING))
        self.list_page.print_asked.connect(self.print_list)
        self.list_page.case_asked.connect(self.case_asked)
        self.list_page.home_asked.connect(self.home_asked)
        self.files = ListExport(context, self._cases, self, self._documents)
        self.files.message.connect(self.list_page.tell)
        self.list_page.copy_asked.connect(self.files.copy)
        self.list_page.file_asked.connect(self._save_list)
        self.list_page.bills_asked.connect(self.bills_asked)
        self.addWidget(self.wizard)
        self.addWidget(self.list_page)
        session.changed.connect(self.refresh)
        session.saved.connect(self._saved)
        session.failed.connect(self.wizard.tell_unsaved)
        ledger.changed.connect(self.refresh)

    def _cases(self) -> dict[int, Case]:
        """Return all cases by id; the one on the screen as it stands there, even where it could not be saved."""
        cases = {case.id: case for case in list_cases(self._context.store)}
        return cases | {self._session.case.id: self._session.case} if self._session.case.id else cases

    def _prepare_page(self, page: StepPage) -> None:
        if isinstance(page, OpenItemsPage):
            page.connect_ledger(self._ledger)
            page.bills_asked.connect(self.bills_asked)
            page.print_asked.connect(self._print_items)
        elif isinstance(page, ImpactPage):
            page.bills_asked.connect(self.bills_asked)
            page.print_asked.connect(lambda: self.papers.print_impact(self._session.case, page.takings))
            page.save_asked.connect(lambda: self.papers.save_impact(self._session.case, page.takings))
        elif isinstance(page, ContactPage | ReviewPage):
            page.print_asked.connect(
                lambda title, text, language: self.papers.print_text(self._session.case, title, text, language)
            )
            if isinstance(page, ReviewPage):
                self._reviews.serve(page)
                self._serve_form(page.their_form)
        elif isinstance(page, DevicePage):
            self._devices.serve(page)
        elif isinstance(page, NoticesPage):
            page.poster_asked.connect(self._print_poster)
            page.take_mail(self.papers.draft_notice)
        elif isinstance(page, BackupPage):
            self._serve_backup(page)
        elif isinstance(page, FollowUpPage):
            self._serve_follow_up(page)
        elif isinstance(page, ApplicationPage):
            self.papers.serve(page, self._session, lambda: tuple(self._ledger.items_of(self._session.case.id)))
            self._serve_form(page.their_form)

    def _serve_form(self, card: TheirFormCard) -> None:
        # Not connected to the controller itself: it is made, with all that reads forms, when first wanted.
        card.chosen.connect(lambda: self.forms.choose())
        card.open_asked.connect(lambda filled: self.forms.open_kept(filled))
        card.export_asked.connect(lambda: self.forms.export_layouts())
        card.take_in_asked.connect(lambda: self.forms.take_in_layouts())

    def _serve_follow_up(self, page: FollowUpPage) -> None:
        if self._bundles is None:
            self._bundles = BundleController(self._context, self._session, self, self._documents)
        self._bundles.serve(page.bundle)
        page.report_asked.connect(self._print_report)
        page.ending.close_asked.connect(lambda: self.close_asked.emit(self._session.case.id))
        page.deposit_link.clearing.connect(partial(self._clear_items, page))
        page.money_back.clearing.connect(partial(self._clear_items, page))
        page.watch.objection_asked.connect(lambda: self._show_paper(PaperKind.FEES))

    def _print_report(self, language: LetterLanguage) -> None:
        case = self._session.case
        self.papers.print_report(case, tuple(self._ledger.items_of(case.id)), language)

    def _clear_items(self, page: QWidget, items: Sequence[OpenItem], on: date, how: str) -> None:
        self._context.do(lambda: self._ledger.clear_many(items, on, how), page)

    def _print_poster(self, language: LetterLanguage) -> None:
        case = self._session.case
        self.papers.print_poster(case, tuple(self._ledger.items_of(case.id)), language)

    def _serve_backup(self, page: BackupPage) -> None:
        if self._backup is None:
            self._backup = BackupController(self._context, self._session, self)
        self._backup.serve(page)
        page.retention_asked.connect(lambda: self._show_paper(PaperKind.RETENTION))

    def _show_paper(self, kind: PaperKind) -> None:
        self.show_step(Step.APPLICATION)
        page = self.wizard.page(Step.APPLICATION)
        if isinstance(page, ApplicationPage):
            page.choose_paper(kind)

    @property
    def shows_wizard(self) -> bool:
        """Whether the wizard is on top, and not the list."""
        return self.currentWidget() is self.wizard

    def title(self) -> str:
        """Return what stands in the title bar beside the program's name."""
        if self.shows_wizard:
            return shop_name(self._session.case) or self.tr("New case")
        if self.currentWidget() is self.list_page:
            return self.tr("Outstanding list")
        return self.tr("Bills") if self.currentWidget() is self._bills else self.tr("Their form")

    def help_word(self) -> str:
        """Return the word of the glossary that explains what is on the screen."""
        if self.shows_wizard:
            return WORD_OF_STEP[self.wizard.step]
        if self.currentWidget() is self.list_page:
            return "open_item"
        return "platform_bill" if self.currentWidget() is self._bills else "their_form"

    def situation(self) -> Situation:
        """Return what follows from the case on the screen today."""
        case = self._session.case
        published = self._published
        calendar = None if published is None else work_calendar(self._context.store, published)
        return situation(case, self._ledger.items_of(case.id), self._context.today, calendar)

    def show_case(self) -> None:
        """Show the session's case at its first unfinished step."""
        self.show_step(first_unfinished(dict(self.situation().statuses)))

    def show_step(self, step: Step) -> None:
        """Show a step of the session's case."""
        if self._published is None and not self._loading.running:
            self._loading.run(lambda _job: load_work_calendar())
        self.setCurrentWidget(self.wizard)
        self.wizard.tell(self.situation())
        self.wizard.go(step)
        self._tell_overdue()

    def show_list(self) -> None:
        """Show the outstanding list over all cases."""
        self.list_page.set_cases(*self.places())
        self.setCurrentWidget(self.list_page)

    @property
    def bills(self) -> BillsPage:
        """The page about bills, made now if it was not wanted before."""
        if self._bills is None:
            made = BillsPage(self._context, self._ledger)
            made.back_asked.connect(self._leave_bills)
            made.item_asked.connect(self.item_asked)
            made.finds_changed.connect(self.refresh)
            self.addWidget(made)
            self._bills = made
        return self._bills

    @property
    def forms(self) -> "FormController":
        """What reads and fills the acquirer's own form, made now if it was not wanted before."""
        if self._forms is None:
            from pos_closeout.ui.forms.controller import FormController

            made = FormController(
                self._context, self, self._session, self._documents, open_texts(self._context.paths.resources)
            )
            made.shown.connect(self._show_form)
            made.refused.connect(lambda path: self.form_refused.emit(path))
            made.page.back_asked.connect(self._leave_form)
            self.addWidget(made.page)
            self._forms = made
        return self._forms

    def take_file(self, path: Path) -> None:
        """Look whether a file that was dropped is a form; one that is none is handed back."""
        asked = self.currentWidget() is self.forms.page or (
            self.shows_wizard and self.wizard.step in {Step.APPLICATION, Step.REVIEW}
        )
        self.forms.read(path, sure=asked or path.suffix.lower() in {".docx", ".doc"})

    def _show_form(self) -> None:
        page = self.forms.page
        if self.currentWidget() is not page:
            self._before_form = self.currentWidget()
        self.setCurrentWidget(page)
        page.places.setFocus()
        self.form_shown.emit()

    def _leave_form(self) -> None:
        if self._session.case.id and self._before_form is not self.list_page:
            came_from = self.wizard.step
            self.show_step(came_from if came_from is Step.REVIEW else Step.APPLICATION)
        else:
            self.list_asked.emit()

    @property
    def importing(self) -> bool:
        """Whether bills are being imported just now."""
        return self._bills is not None and self._bills.importing.running

    def show_bills(self, case_id: int, files: Sequence[Path] = ()) -> None:
        """Show the bills of a case, and look at files that came with the wish."""
        page = self.bills
        if self.currentWidget() is not page:
            self._before_bills = self.currentWidget()
        page.set_cases(ItemPlaces(*self.places()), (number for number, case in self._cases().items() if case.sample))
        page.show_case(case_id)
        self.setCurrentWidget(page)
        if files:
            page.take_files(files)
        else:
            page.open_first()

    def _leave_bills(self) -> None:
        if self._before_bills is self.list_page:
            self.list_asked.emit()
        elif self._session.case.id:
            self.show_step(Step.OPEN_ITEMS)
        else:
            self.home_asked.emit()

    def places(self) -> tuple[dict[int, str], dict[int, tuple[str, ...]]]:
        """Return the shops by case id and the terminal numbers of each."""
        cases = self._cases()
        shops = {number: self._named(case) for number, case in cases.items()}
        terminals = {number: tuple(t.number for t in case.terminals if t.number) for number, case in cases.items()}
        return shops, terminals

    def _named(self, case: Case) -> str:
        name = shop_name(case) or case.number
        return self.tr("%1 (sample)").replace("%1", name) if case.sample else name

    def close_down(self) -> None:
        """Stop what runs beside the window, before the screens go away."""
        self.papers.wait()
        self.files.wait()
        if self._forms is not None:
            self._forms.wait()
        if self._backup is not None:
            self._backup.wait()
        if self._bundles is not None:
            self._bundles.wait()
        if self._bills is not None:
            self._bills.close_down()
        self.wizard.let_pages_go()

    def let_data_go(self) -> None:
        """Hear no more of what still runs: the data it would be shown with is about to be closed."""
        self._loading.wait()
        self._loading.done.disconnect(self._calendar_loaded)

    def _calendar_loaded(self, published: WorkCalendar) -> None:
        self._published = published
        self.refresh()

    def refresh(self) -> None:
        """Follow a change of the case or of the open items."""
        if self.shows_wizard and self._session.case.id:
            self.wizard.tell(self.situation())
            self._tell_overdue()
        elif self._forms is not None and self.currentWidget() is self._forms.page:
            self._forms.follow_case()

    def renew(self) -> None:
        """Show what there is as of today, after midnight or a change of the clock."""
        self.refresh()
        self.list_page.renew()
        if self._bills is not None and self.currentWidget() is self._bills and not self.importing:
            self._bills.refresh()

    def _tell_overdue(self) -> None:
        self.wizard.rail.set_overdue(add_up(self._context.store, self._context.today).overdue_count)

    def _saved(self, at: datetime) -> None:
        self.wizard.tell_saved(at)

    def _save_list(self, suffix: str, items: list[OpenItem]) -> None:
        if suffix == ".ics":
            self.files.save_calendar()
        else:
            self.files.save(items, suffix)

    def print_list(self, items: list[OpenItem]) -> None:
        """Print the items given."""
        self.papers.print_list(tuple(items), tuple(self._cases().values()))

    def save_shown(self) -> None:
        """Save the paper of the page on the screen as a PDF; answers have been saved already."""
        page = self.wizard.page(self.wizard.step)
        if self.shows_wizard and isinstance(page, ApplicationPage | ImpactPage):
            page.save_asked.emit()

    def open_shown(self) -> None:
        """Open the paper on the screen in the program for PDF files."""
        page = self.wizard.page(self.wizard.step)
        if self.shows_wizard and isinstance(page, ApplicationPage):
            page.open_asked.emit()

    def _print_items(self) -> None:
        case = self._session.case.id
        found = self._ledger.items_of(case) if case else self._ledger.items()
        self.print_list(list(filter(is_open, found)))

    def print_shown(self) -> None:
        """Print the paper that belongs to the page on the screen; where there is none, offer those of the case."""
        if self.currentWidget() is self.list_page:
            self.list_page.print_list()
        elif self._forms is not None and self.currentWidget() is self._forms.page:
            self._forms.page.print_asked.emit()
        elif not (self.shows_wizard and self.wizard.page(self.wizard.step).print_paper()):
            self._offer_papers()

    def _offer_papers(self) -> None:
        """Say that this page has no paper of its own, and offer the two that are wanted most."""
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Print"))
        box.setText(self.tr("This page has no paper of its own. What would you like to print?"))
        letter = box.addButton(self.tr("The application &letter"), QMessageBox.ButtonRole.ActionRole)
        items = box.addButton(self.tr("The &outstanding list"), QMessageBox.ButtonRole.ActionRole)
        letter.clicked.connect(lambda: self.show_step(Step.APPLICATION))
        items.clicked.connect(self._print_items)
        box.setEscapeButton(box.addButton(self.tr("Nothing"), QMessageBox.ButtonRole.RejectRole))
        letter.setVisible(bool(self._session.case.id))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
