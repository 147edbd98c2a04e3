"""What the owner does with whole cases: open, close, open again, put away, copy, delete."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from pos_closeout.domain.case.case import Case, is_closed, shop_name
from pos_closeout.domain.case.closing import CarriedItem
from pos_closeout.domain.errors import CloseoutError
from pos_closeout.ui.context import Context
from pos_closeout.ui.desk import Desk
from pos_closeout.ui.ledger.controller import LedgerController
from pos_closeout.ui.reporter import ErrorReporter
from pos_closeout.ui.widgets.questions import says_yes
from pos_closeout.ui.wizard.case_session import CaseSession


class CaseController(QObject):
    """Asks where there is something to ask, does it, and says what is to be shown then.

    Args:
        window: what dialogs belong to.
        desk: the owner's verbs.
        session: the case on the screen.
        ledger: the open items.
        reporter: tells the owner about errors.
    """

    case_opened = Signal(object)
    """A case is to be shown; carries it."""
    home_asked = Signal()
    """The case on the screen is closed or gone."""

    def __init__(
        self, window: QWidget, desk: Desk, session: CaseSession, ledger: LedgerController, reporter: ErrorReporter
    ) -> None:
        super().__init__(window)
        self._window, self._desk, self._session, self._ledger, self._reporter = window, desk, session, ledger, reporter

    def new(self) -> None:
        """Open an empty case."""
        self._attempt(lambda: self._made(self._desk.new_case()))

    def sample(self) -> None:
        """Open the sample case, made now unless it is there."""
        there = next((card for card in self._desk.front.cards() if card.sample), None)
        if there is not None:
            self.open(there.case_id)
            return
        self._attempt(lambda: self._made(self._desk.sample_case()))

    def open(self, case_id: int) -> None:
        """Open a case; a closed one only after it may be opened again."""
        # What was typed last may belong to this case.
        self._session.flush()
        self._attempt(lambda: self._open(case_id))

    def close(self, case_id: int, context: Context) -> None:
        """Ask what is to be carried over, and close a case."""
        from pos_closeout.ui.home.close_case_dialog import SHOWN, CloseCaseDialog  # noqa: PLC0415  (seldom wanted)

        def keep(carried: Sequence[CarriedItem], rest: str) -> None:
            self._desk.office.close_case(case_id, carried, rest)
            self._session.forget()
            self.home_asked.emit()

        self._session.flush()
        standing = self._desk.office.standing(case_id, SHOWN)
        dialog = CloseCaseDialog(context, self._name(case_id), standing, keep, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def reopen(self, case_id: int) -> None:
        """Ask, and open a closed case again."""
        asked = self.tr("This case is closed. Open it again?")
        told = self.tr("Its pages can then be read and changed; you can close it again at any time.")
        if says_yes(self._window, self.tr("Open again"), f"{asked}\n\n{told}"):
            self._attempt(lambda: self.case_opened.emit(self._desk.office.reopen_case(case_id)))

    def archive(self, case_id: int) -> None:
        """Put a closed case away."""
        self._attempt(lambda: self._desk.office.archive_case(case_id))
        self.home_asked.emit()

    def copy(self, case_id: int) -> None:
        """Open a new case for the same shop."""
        self._session.flush()
        self._attempt(lambda: self._made(self._desk.copy_case(case_id)))

    def delete(self, case_id: int) -> None:
        """Delete a case after asking; a safety copy of everything is made first."""
        asked = self.tr("Delete “%1” with its list of open items?").replace("%1", self._name(case_id))
        told = self.tr("A safety copy of all data is made first and kept in the data folder.")
        if says_yes(self._window, self.tr("Delete this case"), f"{asked}\n\n{told}", usual=False):
            self._attempt(lambda: self._delete(case_id))

    def _made(self, case: Case) -> None:
        self._ledger.reload()
        self.case_opened.emit(case)

    def _open(self, case_id: int) -> None:
        # The one on the screen as it stands there: it may hold what could not be saved.
        case = self._session.case if self._session.case.id == case_id else self._desk.case(case_id)
        if is_closed(case):
            self.reopen(case_id)
        else:
            self.case_opened.emit(case)

    def _delete(self, case_id: int) -> None:
        self._session.flush()
        self._desk.delete_case(case_id)
        self._session.forget()
        self._ledger.reload()
        self.home_asked.emit()

    def _name(self, case_id: int) -> str:
        return shop_name(self._desk.case(case_id)) or self.tr("New case")

    def _attempt(self, act: Callable[[], object]) -> None:
        """Do something and tell the owner if it does not work."""
        try:
            act()
        except CloseoutError as error:
            self._reporter.show(self._window, error)
