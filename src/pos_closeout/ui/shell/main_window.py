"""The window: home in front, the workspace behind it, over one session and one ledger."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from pos_closeout.actions.cases.cards import list_cards
from pos_closeout.actions.items.items import list_items
from pos_closeout.actions.items.overview import due_soon
from pos_closeout.actions.settings import read_setting, write_setting
from pos_closeout.domain.errors import CloseoutError
from pos_closeout.domain.ledger.outlook import Outlook
from pos_closeout.domain.phases import Step
from pos_closeout.ui.bills.file_drop import FileDrop
from pos_closeout.ui.context import Context
from pos_closeout.ui.home.controller import HomeController
from pos_closeout.ui.settings.screen_settings import ScreenSettings, stored_form
from pos_closeout.ui.shell.day_watch import DayWatch
from pos_closeout.ui.shell.menu_actions import MenuActions
from pos_closeout.ui.shell.menus import Menus
from pos_closeout.ui.shell.window_place import PLACE_SETTING, bring_back, place_of, put_place
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.phrases import item_line
from pos_closeout.ui.widgets.questions import says_yes

if TYPE_CHECKING:
    from pos_closeout.actions.data_folder import Store
    from pos_closeout.domain.case.case import Case
    from pos_closeout.ui.home.case_controller import CaseController
    from pos_closeout.ui.ledger.controller import LedgerController
    from pos_closeout.ui.safety.controller import SafetyController
    from pos_closeout.ui.shell.sample_folder import SampleFolder
    from pos_closeout.ui.shell.workspace import Workspace
    from pos_closeout.ui.wizard.case_session import CaseSession


_MAYBE_FORMS = {".docx", ".doc", ".xlsx", ".xls", ".pdf", ".jpg", ".jpeg", ".png", ".bmp", ".tif", ".tiff", ".webp"}
"""Endings of files that may be a form of the acquirer's."""


class MainWindow(QMainWindow):
    """Everything on the screen is built anew when language, text size or colours change; the answers stay.

    Args:
        dress: puts settings into force on the application and returns the context to build with.
        settings: the settings to begin with.
    """

    left = Signal()
    """The window was closed for good."""
    replace_asked = Signal(object)
    """Something else is to take the place of the data; carries what does that once nothing is open, a callable."""

    def __init__(
        self,
        dress: Callable[[ScreenSettings], Context],
        settings: ScreenSettings,
    ) -> None:
        super().__init__()
        self._has_tray = self._leaving = self._due_told = False
        self._dress, self._settings = dress, settings
        self._sample: SampleFolder | None = None
        self._session: CaseSession | None = None
        self._safety: SafetyController | None = None
        self._ledger: LedgerController | None = None
        self._cases: CaseController | None = None
        self._home = HomeController(self, self)
        self._home.title_changed.connect(self._tell_title)
        self._menu = MenuActions(self, self)
        self.context = dress(settings)
        self._own_store = self.context.store
        self._day_watch = DayWatch(lambda: self.context.clock(), self)
        self._day_watch.changed.connect(self.renew)
        FileDrop(self).dropped.connect(self.take_files)
        put_place(self, read_setting(self.context.store, PLACE_SETTING))
        self._build()
        self.show_home()

    def _build(self) -> None:
        self._banner = Banner(self.context, closable=True)
        self._mark = mark = Banner(self.context)
        self.home = self._home.build(self.context)
        self._workspace: Workspace | None = None
        self._safety = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.home)
        held = QWidget()
        layout = QVBoxLayout(held)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(mark)
        layout.addWidget(self._banner)
        layout.addWidget(self._stack, 1)
        self.setCentralWidget(held)
        if self._sample is not None:
            told = self.tr("This is the sample: an invented shop. Nothing here counts, and nothing here is kept.")
            mark.tell(Tone.AMBER, told, self.tr("Leave the sample"), self.leave_sample)
        Menus(self, self._menu.by_name(), self.settle, self._settings)

    @property
    def own_context(self) -> Context:
        """The context over the owner's own data, also while the sample is on the screen."""
        return replace(self.context, store=self._own_store)

    @property
    def in_sample(self) -> bool:
        """Whether the sample is on the screen, with a data folder of its own."""
        return self._sample is not None

    @property
    def session(self) -> "CaseSession":
        """The case on the screen, made now: home does without what is known about cases."""
        if self._session is None:
            from pos_closeout.ui.wizard.case_session import CaseSession

            self._session = CaseSession(self.context.store, self.context.clock)
            self._session.failed.connect(self._not_saved)
            self._session.saved.connect(self._tell_overruled)
        return self._session

    @property
    def ledger(self) -> "LedgerController":
        """The open items with the way back, made now as the session is."""
        if self._ledger is None:
            from pos_closeout.ui.ledger.controller import LedgerController

            self._ledger = LedgerController(self.context.store, self.context.clock)
            self._ledger.changed.connect(self._items_changed)
        return self._ledger

    @property
    def cases(self) -> "CaseController":
        """What the owner does with whole cases, made now as the session is."""
        if self._cases is None:
            from pos_closeout.ui.home.case_controller import CaseController

            self._cases = CaseController(self, self.context, self.session, self.ledger)
            self._cases.case_opened.connect(self._show_case)
            self._cases.home_asked.connect(self.show_home)
        return self._cases

    @property
    def safety(self) -> "SafetyController":
        """Safety copies, everything in one file and deleting for good, made now as the session is."""
        if self._safety is None:
            from pos_closeout.ui.safety.controller import SafetyController

            self._safety = SafetyController(self, self.context)
            self._safety.replace_asked.connect(self._replace)
            self._safety.told.connect(self.tell_done)
            self._safety.case_erased.connect(self._case_erased)
        return self._safety

    def _replace(self, work: Callable[[], object]) -> None:
        """Leave the data to something else, once what is on the screen is saved."""
        self.flush()
        self.replace_asked.emit(work)

    def _case_erased(self) -> None:
        self.session.forget()
        self.ledger.reload()
        self.show_home()

    def flush(self) -> bool:
        """Save what is not saved yet; return False when it could not be saved."""
        return self._session is None or self._session.flush()

    def _leave_case(self) -> None:
        """Save what is not saved yet; a case that was opened and got no answer goes again."""
        if self.flush() and self._session is not None:
            self._session.withdraw()

    @property
    def workspace(self) -> "Workspace":
        """Wizard, list and papers, made now if they were not wanted before."""
        if self._workspace is None:
            from pos_closeout.ui.shell.workspace import Workspace

            made = Workspace(self.context, self.session, self.ledger)
            made.home_asked.connect(self.show_home)
            made.list_asked.connect(self.show_list)
            made.case_asked.connect(self.open_case)
            made.item_asked.connect(self.show_item)
            made.bills_asked.connect(self.show_bills)
            made.close_asked.connect(lambda case_id: self.cases.close(case_id))
            made.told.connect(self.tell_done)
            made.form_shown.connect(self._show_workspace)
            made.form_refused.connect(lambda path: self.show_bills([path]))
            made.wizard.step_shown.connect(self._put_due_away)
            made.wizard.set_panel(wanted=self._settings.panel)
            self._stack.addWidget(made)
            self._workspace = made
        return self._workspace

    @property
    def at_home(self) -> bool:
        """Whether home is on the screen."""
        return self._stack.currentWidget() is self.home

    # What is shown

    def show_home(self) -> None:
        """Show the cases, the totals and what comes next."""
        self._leave_case()
        self._stack.setCurrentWidget(self.home)
        self._home.refresh()
        self.home.arrive()

    def _show_workspace(self) -> None:
        self._stack.setCurrentWidget(self.workspace)
        self._tell_title()

    def show_list(self) -> None:
        """Show the outstanding list."""
        self.flush()
        self._banner.hide()
        self.workspace.show_list()
        self._show_workspace()

    def show_item(self, item_id: int) -> None:
        """Show the outstanding list with one item selected."""
        self.show_list()
        self.workspace.list_page.show_item(item_id)

    def show_step(self, step: Step) -> None:
        """Show a step of the open case."""
        self._show_workspace()
        self.workspace.show_step(step)
        self._tell_title()

    def show_bills(self, files: Sequence[Path] = ()) -> None:
        """Show the bills of the open case, else of the newest; files that were dropped are looked at."""
        self.flush()
        case = self.session.case.id or self.newest() or self._wants_case()
        if not case:
            return
        self._banner.hide()
        self.workspace.show_bills(case, files)
        self._show_workspace()

    def take_files(self, files: Sequence[Path]) -> None:
        """Take files that were dropped: one that is a form of the acquirer's is shown as one, all others are bills."""
        case = self.session.case.id or self.newest()
        if len(files) != 1 or files[0].suffix.lower() not in _MAYBE_FORMS or not case:
            self.show_bills(files)
            return
        self.flush()
        if not self.session.case.id:
            from pos_closeout.actions.cases.cases import load_case

            self.session.open(load_case(self.context.store, case))
        self.workspace.take_file(files[0])

    def newest(self) -> int:
        """Return the case that a wish without one means: the newest open one; 0 when there is none."""
        cards = list_cards(self.context.store, self.context.today)
        best = min(cards, key=lambda card: (card.closed_on is not None, card.sample, -card.case_id), default=None)
        return 0 if best is None else best.case_id

    def decide(self, case_id: int) -> None:
        """Show what was found in the bills of a case."""
        from pos_closeout.actions.cases.cases import load_case

        self.session.open(load_case(self.context.store, case_id))
        self.show_bills()

    def _wants_case(self) -> int:
        """Offer to open a case, which every bill belongs to, and return its id; 0 when that is not wanted."""
        text = self.tr("Bills belong to a case, and there is none yet. Open a case for them now?")
        if says_yes(self, self.tr("Import bills"), text):
            self.new_case()
        return self.session.case.id

    def _tell_title(self) -> None:
        name = self.tr("POS Closeout")
        if self.in_sample:
            name = self.tr("%1 · Sample").replace("%1", name)
        self.setWindowTitle(name if self.at_home else f"{name} — {self.workspace.title()}")

    def outlook(self) -> Outlook:
        """Return what is due now, of the owner's own, also while the sample is on the screen."""
        return due_soon(self.own_context.store, self.context.today)

    def tell_due(self, tasks: Sequence[str] = ()) -> None:
        """Say at the top of the window what is due or overdue; ``tasks`` are things to be done beside the items."""
        due = self.outlook()
        self._due_told = True
        told = " · ".join(part for part in (self._due_line(due), *tasks) if part)
        if due:
            tone = Tone.SEAL if due.overdue else Tone.AMBER
            self._banner.tell(tone, told, self.tr("Show the list"), self._show_own_list)
        elif told:
            self._banner.tell(Tone.AMBER, told)

    def _put_due_away(self) -> None:
        """Take what is due off the top once the owner has gone on: it was told, and the rail says how much it is."""
        if self._due_told:
            self._banner.hide()

    def due_line(self) -> str:
        """Return in one line how much is overdue and due today, with the most urgent item; empty when nothing is."""
        return self._due_line(self.outlook())

    def _due_line(self, due: Outlook) -> str:
        parts = []
        if due.overdue:
            parts.append(self.tr("%n item(s) overdue", "", due.overdue))
        if due.today:
            parts.append(self.tr("%n item(s) due today", "", due.today))
        return " · ".join([*parts, *(item_line(self.context, item) for item in due.first[:1])])

    # What the owner does

    def new_case(self) -> None:
        """Open an empty case at its first step."""
        self.leave_sample()
        self.cases.new()

    def open_sample(self) -> None:
        """Open the sample, in a data folder of its own; one that an older version put beside the rest stays there."""
        there = any(card.sample for card in list_cards(self.context.store, self.context.today))
        if there or self._enter_sample():
            self.cases.sample()

    def _enter_sample(self) -> bool:
        from pos_closeout.ui.shell.sample_folder import SampleFolder

        def take(made: SampleFolder) -> None:
            self._sample = made
            self._exchange_data(made.store)

        return self.flush() and self.context.do(lambda: SampleFolder(self.context.clock()), self, then=take)

    def leave_sample(self) -> None:
        """Go back to the owner's own data; nothing of the sample is left."""
        if self._sample is None:
            return
        sample, self._sample = self._sample, None
        self._exchange_data(self.own_context.store)
        sample.close()
        self.show_home()

    def _exchange_data(self, store: "Store") -> None:
        """Show other data: everything that holds some of the old is made anew."""
        if self._workspace is not None:
            self._workspace.close_down()
            self._workspace.let_data_go()
        self._leave_case()
        # What is not seen draws nothing, and reads nothing of what is about to be closed.
        self._stack.hide()
        for held in (self._session, self._ledger, self._cases, self._safety):
            if held is not None:
                held.deleteLater()
        self._session = self._ledger = self._cases = self._safety = None
        self.context = replace(self.context, store=store)
        self._build()

    def _show_own_list(self) -> None:
        self.leave_sample()
        self.show_list()

    def open_case(self, case_id: int) -> None:
        """Open a case at its first unfinished step; a closed one only after it may be opened again."""
        self.cases.open(case_id)

    def open_at(self, case_id: int, step: Step) -> None:
        """Open a case at a step."""
        self.open_case(case_id)
        # A closed case may have been left closed.
        if self.session.case.id == case_id and not self.at_home:
            self.show_step(step)

    def _show_case(self, case: "Case") -> None:
        self.session.open(case)
        self._show_workspace()
        self.workspace.show_case()
        self._tell_title()

    def undo(self) -> None:
        """Take back what was done last: an answer on a page, or an action on the list."""
        answered = self._session is not None and self._workspace is not None and self._workspace.shows_wizard
        if answered and self.session.answered_at > self.ledger.acted_at:
            # A line that has the keyboard is not changed under the owner's hands.
            self.workspace.wizard.page(self.workspace.wizard.step).arrive()
            self.session.undo()
            self._banner.tell(Tone.ACCENT, self.tr("Your last answer has been taken back."))
        else:
            self.context.do(self.ledger.undo, self)

    def print_list(self) -> None:
        """Print what is open in all cases."""
        self.workspace.print_list(list(list_items(self.context.store)))

    def show_history(self, case_id: int) -> None:
        """Show what happened in a case."""
        from pos_closeout.ui.shell.navigation import show_history

        show_history(self, self, case_id)

    def settle(self, **changes: object) -> None:
        """Put changed settings into force and build the screen anew at the same place."""
        self.flush()
        if self._workspace is not None and self._workspace.importing:
            # The screen that runs the import would go away with everything else.
            self._banner.tell(Tone.ACCENT, self.tr("Bills are being imported. Please change this once that is done."))
            Menus(self, self._menu.by_name(), self.settle, self._settings)
            return
        self._settings = replace(self._settings, **changes)  # type: ignore[arg-type]  # fields by name
        for key, value in stored_form(self._settings).items():
            self.context.do(partial(write_setting, self.own_context.store, key, value), self)
        if changes.keys() == {"panel"}:
            if self._workspace is not None:
                self._workspace.wizard.set_panel(wanted=self._settings.panel)
            return
        before, at_home = self._workspace, self.at_home
        if before is not None:
            before.close_down()
        if self._cases is not None:
            self._cases.deleteLater()
            self._cases = None
        self.context = replace(self._dress(self._settings), store=self.context.store)
        self._build()
        if before is not None:
            self.workspace.list_page.set_cases(*before.places())
            self.workspace.list_page.put_back(before.list_page.state())
        if at_home or before is None:
            self.show_home()
        elif before.shows_wizard:
            self.show_step(before.wizard.step)
        else:
            self.show_list()

    # What happens

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab follow the order of reading: Qt would follow that in which the parts were made."""
        from pos_closeout.ui.widgets.reading_order import focus_next

        return focus_next(self, forward=forward)

    def changeEvent(self, event: QEvent) -> None:
        """Look at the clock when the owner comes to the window: the computer may have slept."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._day_watch.look()

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the clock when the window comes back from the tray."""
        super().showEvent(event)
        self._day_watch.look()

    def renew(self) -> None:
        """Show every date, count and colour as of today; what is being typed stays."""
        if self.at_home:
            self._home.refresh()
        if self._workspace is not None:
            self._workspace.renew()
        if self._banner.isVisible() and self._due_told:
            self.tell_due()

    def _items_changed(self) -> None:
        if self.at_home:
            self._home.refresh()

    def tell_error(self, sentence: str) -> None:
        """Say at the top of the window what did not work."""
        self._due_told = False
        self._banner.tell(Tone.SEAL, sentence)

    def tell_done(self, sentence: str) -> None:
        """Say at the top of the window what has been done."""
        self._due_told = False
        self._banner.tell(Tone.OK, sentence)

    def _tell_overruled(self) -> None:
        """Say which answers were changed elsewhere meanwhile: what is on the screen stands, the other is not lost."""
        from pos_closeout.actions.cases.cases import overruled_by

        overruled = overruled_by(self.context.store)
        if overruled:
            told = self.tr(
                "Changed elsewhere at the same time: %1. What you entered here stands; the history has both."
            )
            self._banner.tell(Tone.AMBER, told.replace("%1", "; ".join(each.theirs[:40] for each in overruled[:3])))

    def _not_saved(self, error: CloseoutError) -> None:
        self.tell_error(self.context.sentence(error))

    def _keep_place(self) -> None:
        # Not worth a word: a window that opens in its usual place is no loss.
        self.context.do(partial(write_setting, self.own_context.store, PLACE_SETTING, place_of(self)), lambda _: None)

    # Coming and going

    def set_tray(self, *, there: bool) -> None:
        """Say whether the program can stay in the tray when the window is closed."""
        self._has_tray = there

    def come(self) -> None:
        """Come to the front."""
        # Named here: home comes up without the namespace.
        from PySide6.QtCore import Qt

        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        bring_back(self)
        self.show()
        self.raise_()
        self.activateWindow()

    def come_with_list(self) -> None:
        """Come to the front with the outstanding list."""
        self.leave_sample()
        self.come()
        self.show_list()

    def come_with_item(self, item_id: int) -> None:
        """Come to the front with an item chosen in the list."""
        self.leave_sample()
        self.come()
        self.show_item(item_id)

    def come_with_items(self, item_ids: Sequence[int]) -> None:
        """Come to the front with the list of these items, and nothing else in it."""
        self.leave_sample()
        self.come()
        self.show_list()
        self.workspace.list_page.show_only(item_ids)

    def leave(self) -> None:
        """Close for good, also when the tray would keep the program."""
        self._leaving = True
        self.close()
        self._leaving = False

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save first; when that is not possible, let the owner choose. Then go, or stay in the tray if wanted."""
        from pos_closeout.ui.shell.closing import CloseOutcome, CloseQuestions

        leaving, workspace = CloseQuestions(self, self.context), self._workspace
        if workspace is not None and workspace.importing and not leaving.stops_import():
            event.ignore()
            return
        way = leaving.outcome(saved=self.flush(), tray=self._has_tray and not self._leaving and self.isVisible())
        event.setAccepted(way is CloseOutcome.GO)
        if way is not CloseOutcome.STAY and self.isVisible():
            self._keep_place()
        if way is not CloseOutcome.STAY:
            self.leave_sample()
        if way is CloseOutcome.HIDE:
            self.hide()
        elif way is CloseOutcome.GO:
            self._leave_case()
            # Not before: a window that stays, or comes back from the tray, needs its pages.
            if workspace is not None:
                workspace.close_down()
            self.left.emit()
