"""What the owner does with whole cases: open, close, open again, put away, copy, delete."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from pos_closeout.actions.cases.archive import archive_case
from pos_closeout.actions.cases.cards import list_cards
from pos_closeout.actions.cases.cases import copy_case, delete_case, load_case, open_case
from pos_closeout.actions.cases.closing import close_case, reopen_case, standing_of
from pos_closeout.domain.case.case import Case, is_closed, shop_name
from pos_closeout.domain.case.closing import CarriedItem
from pos_closeout.ui.context import Context
from pos_closeout.ui.home.close_case_dialog import SHOWN, CloseCaseDialog
from pos_closeout.ui.ledger.controller import LedgerController
from pos_closeout.ui.widgets.questions import says_yes
from pos_closeout.ui.wizard.case_session import CaseSession


class CaseController(QObject):
    """Asks where there is something to ask, does it, and says what is to be shown then.

    Args:
        window: what dialogs belong to.
        context: look, texts and data.
        session: the case on the screen.
        ledger: the open items.
    """

    case_opened = Signal(object)
    """A case is to be shown; carries it."""
    home_asked = Signal()
    """The case on the screen is closed or gone."""

    def __init__(self, window: QWidget, context: Context, session: CaseSession, ledger: LedgerController) -> None:
        super().__init__(window)
        self._window, self._context, self._session, self._ledger = window, context, session, ledger
        self._store = context.store

    def new(self) -> None:
        """Open an empty case."""
        self._attempt(self._new)

    def sample(self) -> None:
        """Open the sample case."""
        there = next((card for card in list_cards(self._store, self._context.today) if card.sample), None)
        if there is not None:
            self.open(there.case_id)

    def open(self, case_id: int) -> None:
        """Open a case; a closed one only after it may be opened again."""
        # What was typed last may belong to this case.
        self._session.flush()
        self._attempt(lambda: self._open(case_id))

    def close(self, case_id: int) -> None:
        """Ask what is to be carried over, and close a case."""

        def keep(carried: Sequence[CarriedItem], rest: str) -> None:
            close_case(self._store, case_id, carried, self._context.clock(), rest)
            self._session.forget()
            self.home_asked.emit()

        self._session.flush()
        standing = standing_of(self._store, case_id, SHOWN)
        dialog = CloseCaseDialog(self._context, self._name(case_id), standing, keep, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def reopen(self, case_id: int) -> None:
        """Ask, and open a closed case again."""
        asked = self.tr("This case is closed. Open it again?")
        told = self.tr("Its pages can then be read and changed; you can close it again at any time.")
        if says_yes(self._window, self.tr("Open again"), f"{asked}\n\n{told}"):
            self._attempt(lambda: self.case_opened.emit(reopen_case(self._store, case_id, self._context.clock())))

    def archive(self, case_id: int) -> None:
        """Put a closed case away."""
        self._attempt(lambda: archive_case(self._store, case_id, self._context.clock()))
        self.home_asked.emit()

    def copy(self, case_id: int) -> None:
        """Open a new case for the same shop."""
        self._session.flush()
        self._attempt(lambda: self._made(copy_case(self._store, case_id, self._context.today, self._context.clock())))

    def delete(self, case_id: int) -> None:
        """Delete a case after asking; a safety copy of everything is made first."""
        asked = self.tr("Delete “%1” with its list of open items?").replace("%1", self._name(case_id))
        told = self.tr("A safety copy of all data is made first and kept in the data folder.")
        if says_yes(self._window, self.tr("Delete this case"), f"{asked}\n\n{told}", usual=False):
            self._attempt(lambda: self._delete(case_id))

    def _new(self) -> None:
        self._made(open_case(self._store, self._context.today, self._context.clock()))
        self._session.mark_new()

    def _made(self, case: Case) -> None:
        self._ledger.reload()
        self.case_opened.emit(case)

    def _open(self, case_id: int) -> None:
        # The one on the screen as it stands there: it may hold what could not be saved.
        case = self._session.case if self._session.case.id == case_id else load_case(self._store, case_id)
        if is_closed(case):
            self.reopen(case_id)
        else:
            self.case_opened.emit(case)

    def _delete(self, case_id: int) -> None:
        self._session.flush()
        delete_case(self._store, case_id, self._context.clock())
        self._session.forget()
        self._ledger.reload()
        self.home_asked.emit()

    def _name(self, case_id: int) -> str:
        return shop_name(load_case(self._store, case_id)) or self.tr("New case")

    def _attempt(self, act: Callable[[], object]) -> None:
        self._context.do(act, self._window)
