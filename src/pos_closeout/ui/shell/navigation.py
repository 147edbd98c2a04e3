"""Opens the search over a window, and goes to what was chosen in it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from pos_closeout.actions.cases.case_history import read_history_beside
from pos_closeout.actions.cases.cases import list_cases, load_case
from pos_closeout.actions.search import Searcher
from pos_closeout.domain.case.case import LetterLanguage, shop_name
from pos_closeout.domain.phases import Step
from pos_closeout.domain.search import HISTORY, Hit, Term, terms_of
from pos_closeout.ui.context import Context
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


def show_search(window: QWidget, navigator: Navigator) -> SearchDialog:
    """Open the search over a window."""
    navigator.session.flush()
    shops = {case.id: shop_name(case) or case.number for case in list_cases(navigator.context.store)}
    context = navigator.context
    searcher = Searcher(context.store.database.path, context.guidance, context.language)
    dialog = SearchDialog(context, searcher, shops, window)
    dialog.chosen.connect(lambda hit: go_to(window, navigator, hit, dialog.search.text()))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    dialog.search.setFocus()
    return dialog


def go_to(window: QWidget, navigator: Navigator, hit: Hit, asked: str) -> None:
    """Show what was found: the entry of the library or of a step, the item, the bill, or the line of the history."""
    if hit.entry:
        shelf, _, key = hit.entry.partition("/")
        show_library(window, navigator.context).show_entry(LibrarySection(shelf), key)
    elif hit.item_id:
        navigator.show_item(hit.item_id)
    elif hit.bill_id:
        _in_case(navigator, hit.case_id, lambda: _show_bill(navigator, hit))
    elif hit.group == HISTORY:
        show_history(window, navigator, hit.case_id, asked)
    elif hit.step is not None:
        _in_case(navigator, hit.case_id, partial(_show_step, navigator, hit.step, hit, terms_of(asked)))


def _show_bill(navigator: Navigator, hit: Hit) -> None:
    navigator.show_bills()
    navigator.workspace.bills.show_bill(hit.bill_id, " · ".join(part for part in (hit.where, hit.text) if part))


def _show_step(navigator: Navigator, step: Step, hit: Hit, terms: Sequence[Term]) -> None:
    navigator.show_step(step)
    show_entry(navigator.workspace.wizard.page(step), terms, f"{hit.where} {hit.text}")


def show_history(window: QWidget, navigator: Navigator, case_id: int, asked: str = "") -> HistoryDialog:
    """Open the history of a case over a window, with what was asked for on top."""
    navigator.session.flush()
    case, context = load_case(navigator.context.store, case_id), navigator.context
    path = context.store.database.path
    read = partial(read_history_beside, path, case_id, context.guidance, context.language)
    dialog = HistoryDialog(context, shop_name(case) or case.number, read, window)
    title, language = dialog.windowTitle(), LetterLanguage(context.language)
    dialog.ask(asked)
    dialog.print_asked.connect(lambda text: navigator.workspace.papers.print_text(case, title, text, language))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    dialog.search.setFocus()
    return dialog


def show_archive(window: QWidget, navigator: Navigator) -> ArchiveDialog:
    """Open the archive over a window."""
    navigator.session.flush()
    dialog = ArchiveDialog(navigator.context, window)
    dialog.history_asked.connect(lambda case_id: show_history(window, navigator, case_id))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    dialog.search.setFocus()
    return dialog


def _in_case(navigator: Navigator, case_id: int, show: Callable[[], object]) -> None:
    """Open a case and go on in it; a closed one may stay closed."""
    navigator.open_case(case_id)
    if navigator.session.case.id == case_id:
        show()
