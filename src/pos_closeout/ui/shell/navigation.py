"""Opens the search over a window, and goes to what was chosen in it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from pos_closeout.domain.case.case import LetterLanguage, shop_name
from pos_closeout.domain.phases import Step
from pos_closeout.domain.search import HISTORY, Hit, Term, terms_of
from pos_closeout.ui.context import Context
from pos_closeout.ui.desk import Desk
from pos_closeout.ui.library.entries import LibrarySection
from pos_closeout.ui.library.window import show_library
from pos_closeout.ui.search.archive_dialog import ArchiveDialog
from pos_closeout.ui.search.history_dialog import HistoryDialog
from pos_closeout.ui.search.search_dialog import SearchDialog
from pos_closeout.ui.search.show_entry import show_entry
from pos_closeout.ui.wizard.case_session import CaseSession

if TYPE_CHECKING:
    from pos_closeout.ui.shell.workspace import Workspace


class Navigator(Protocol):
    """Where the window can go."""

    context: Context

    @property
    def session(self) -> CaseSession:
        """The case on the screen."""

    @property
    def desk(self) -> Desk:
        """The owner's verbs."""

    @property
    def workspace(self) -> "Workspace":
        """What prints."""

    def open_case(self, case_id: int) -> None:
        """Open a case."""

    def show_step(self, step: Step) -> None:
        """Show a step of the open case."""

    def show_item(self, item_id: int) -> None:
        """Show an open item in its list."""

    def show_bills(self) -> None:
        """Show the bills of the open case."""


def show_search(window: QWidget, ways: Navigator) -> SearchDialog:
    """Open the search over a window."""
    ways.session.flush()
    shops = {case.id: shop_name(case) or case.number for case in ways.desk.cases()}
    dialog = SearchDialog(ways.context, ways.desk.finder(ways.context), shops, window)
    dialog.chosen.connect(lambda hit: go_to(window, ways, hit, dialog.search.text()))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    dialog.search.setFocus()
    return dialog


def go_to(window: QWidget, ways: Navigator, hit: Hit, asked: str) -> None:
    """Show what was found: the entry of the library or of a step, the item, the bill, or the line of the history."""
    if hit.entry:
        shelf, _, key = hit.entry.partition("/")
        show_library(window, ways.context).show_entry(LibrarySection(shelf), key)
    elif hit.item_id:
        ways.show_item(hit.item_id)
    elif hit.bill_id:
        _in_case(ways, hit.case_id, lambda: _show_bill(ways, hit))
    elif hit.group == HISTORY:
        show_history(window, ways, hit.case_id, asked)
    elif hit.step is not None:
        _in_case(ways, hit.case_id, partial(_show_step, ways, hit.step, hit, terms_of(asked)))


def _show_bill(ways: Navigator, hit: Hit) -> None:
    ways.show_bills()
    ways.workspace.bills.show_bill(hit.bill_id, " · ".join(part for part in (hit.where, hit.text) if part))


def _show_step(ways: Navigator, step: Step, hit: Hit, terms: Sequence[Term]) -> None:
    ways.show_step(step)
    show_entry(ways.workspace.wizard.page(step), terms, f"{hit.where} {hit.text}")


def show_history(window: QWidget, ways: Navigator, case_id: int, asked: str = "") -> HistoryDialog:
    """Open the history of a case over a window, with what was asked for on top."""
    ways.session.flush()
    case, context = ways.desk.case(case_id), ways.context
    dialog = HistoryDialog(context, shop_name(case) or case.number, ways.desk.history_teller(case_id, context), window)
    title, language = dialog.windowTitle(), LetterLanguage(context.language)
    dialog.ask(asked)
    dialog.print_asked.connect(lambda text: ways.workspace.papers.print_text(case, title, text, language))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    dialog.search.setFocus()
    return dialog


def show_archive(window: QWidget, ways: Navigator) -> ArchiveDialog:
    """Open the archive over a window."""
    ways.session.flush()
    dialog = ArchiveDialog(ways.context, ways.desk, window)
    dialog.history_asked.connect(lambda case_id: show_history(window, ways, case_id))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    dialog.search.setFocus()
    return dialog


def _in_case(ways: Navigator, case_id: int, show: Callable[[], object]) -> None:
    """Open a case and go on in it; a closed one may stay closed."""
    ways.open_case(case_id)
    if ways.session.case.id == case_id:
        show()
