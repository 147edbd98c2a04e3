"""What the menu bar of the window can do, by name; the windows beside it are loaded when they are first wanted."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from pos_closeout.domain.phases import Step
from pos_closeout.ui.context import Context

if TYPE_CHECKING:
    from pos_closeout.ui.home.case_controller import CaseController
    from pos_closeout.ui.ledger.controller import LedgerController
    from pos_closeout.ui.safety.controller import SafetyController
    from pos_closeout.ui.shell.workspace import Workspace
    from pos_closeout.ui.wizard.case_session import CaseSession


class WindowActions(Protocol):
    """What the window can do, and what it holds."""

    context: Context

    @property
    def own_context(self) -> Context:
        """The same over the owner's own data, also while the sample is on the screen."""

    @property
    def session(self) -> "CaseSession":
        """The case on the screen."""

    @property
    def cases(self) -> "CaseController":
        """What the owner does with whole cases."""

    @property
    def ledger(self) -> "LedgerController":
        """The open items."""

    @property
    def workspace(self) -> "Workspace":
        """What lies behind home."""

    @property
    def at_home(self) -> bool:
        """Whether home is on the screen."""

    @property
    def safety(self) -> "SafetyController":
        """Copies, everything in one file, and deleting for good."""

    def flush(self) -> bool:
        """Save what is not saved yet."""

    def undo(self) -> None:
        """Take back what was done last."""

    def leave(self) -> None:
        """Close for good."""

    def new_case(self) -> None:
        """Open an empty case."""

    def open_sample(self) -> None:
        """Open the sample."""

    def open_case(self, case_id: int) -> None:
        """Open a case."""

    def leave_sample(self) -> None:
        """Go back to the owner's own data."""

    def show_home(self) -> None:
        """Show home."""

    def show_list(self) -> None:
        """Show the outstanding list."""

    def show_step(self, step: Step) -> None:
        """Show a step of the open case."""

    def show_item(self, item_id: int) -> None:
        """Show an open item in its list."""

    def show_bills(self) -> None:
        """Show the bills."""

    def show_history(self, case_id: int) -> None:
        """Show what happened in a case."""

    def print_list(self) -> None:
        """Print the outstanding list."""

    def newest(self) -> int:
        """Return the case that a wish without one means; 0 when there is none."""


class MenuActions:
    """Does what is chosen in the menu bar.

    Args:
        window: what dialogs stand over.
        verbs: the same window, as what it can do.
    """

    def __init__(
        self,
        window: QWidget,
        verbs: WindowActions,
    ) -> None:
        self._window, self._verbs = window, verbs

    def by_name(self) -> dict[str, Callable[[], object]]:
        """Return the verbs under the names that :class:`~pos_closeout.ui.shell.menus.Menus` asks for."""
        verbs = self._verbs
        return {
            "new": verbs.new_case,
            "sample": verbs.open_sample,
            "bills": verbs.show_bills,
            "save": self._save_shown,
            "open_pdf": self._open_shown,
            "print": self._print_shown,
            "export": self._export_list,
            "quit": verbs.leave,
            "undo": verbs.undo,
            "find": self._find,
            "search": self._search,
            "history": lambda: self._with_case(verbs.show_history),
            "archive": self._show_archive,
            "copy": lambda: self._with_case(lambda case_id: verbs.cases.copy(case_id)),
            "erase": lambda: self._with_case(self._erase),
            "copies": lambda: self._own_safety().show_copies(),
            "write_everything": self._write_everything,
            "take_everything": lambda: self._own_safety().take_everything(),
            "home": verbs.show_home,
            "list": verbs.show_list,
            "columns": self._choose_columns,
            "library": self._show_library,
            "guide": self._show_guide,
            "shortcuts": self._show_shortcuts,
            "settings": self._show_settings,
            "newer": self._show_newer_version,
            "about": self._show_about,
        }

    def _print_shown(self) -> None:
        self._verbs.flush()
        if self._verbs.at_home:
            self._verbs.print_list()
        else:
            self._verbs.workspace.print_shown()

    def _save_shown(self) -> None:
        self._verbs.flush()
        if not self._verbs.at_home:
            self._verbs.workspace.save_shown()

    def _open_shown(self) -> None:
        if not self._verbs.at_home:
            self._verbs.workspace.open_shown()

    def _export_list(self) -> None:
        self._verbs.flush()
        self._verbs.show_list()
        self._verbs.workspace.list_page.file_asked.emit(".xlsx", self._verbs.workspace.list_page.wanted())

    def _write_everything(self) -> None:
        self._verbs.flush()
        self._own_safety().write_everything()

    def _own_safety(self) -> "SafetyController":
        """Return what looks after the owner's own data; of the sample there is nothing to keep."""
        self._verbs.leave_sample()
        return self._verbs.safety

    def _erase(self, case_id: int) -> None:
        self._verbs.flush()
        self._verbs.safety.erase(case_id)

    def _find(self) -> None:
        self._verbs.show_list()
        self._verbs.workspace.list_page.search()

    def _choose_columns(self) -> None:
        self._verbs.show_list()
        self._verbs.workspace.list_page.columns.open_below_heads()

    def _with_case(self, act: Callable[[int], object]) -> None:
        """Do something with the case on the screen, else with the newest."""
        case = self._verbs.session.case.id or self._verbs.newest()
        if case:
            self._verbs.context.do(partial(act, case), self._window)

    def _search(self) -> None:
        from pos_closeout.ui.shell.navigation import show_search

        show_search(self._window, self._verbs)

    def _show_archive(self) -> None:
        from pos_closeout.ui.shell.navigation import show_archive

        show_archive(self._window, self._verbs).changed.connect(self._verbs.show_home)

    def _show_library(self) -> None:
        """Open the library at the entry of what is on the screen."""
        from pos_closeout.ui.library.window import show_word

        word = "first_page" if self._verbs.at_home else self._verbs.workspace.help_word()
        show_word(self._window, self._verbs.context, word)

    def _show_guide(self) -> None:
        self._verbs.flush()
        self._verbs.workspace.papers.print_guide(self._verbs.own_context.data_folder)

    def _show_shortcuts(self) -> None:
        from pos_closeout.ui.shell.shortcuts_dialog import show_shortcuts

        show_shortcuts(self._window, self._verbs.context)

    def _show_settings(self) -> None:
        """Open the settings; every answer in them is kept when it is given."""
        from pos_closeout.ui.settings.dialog import SettingsDialog

        dialog = SettingsDialog(self._verbs.own_context, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_newer_version(self) -> None:
        from pos_closeout.ui.shell.newer_version import show_newer_version

        show_newer_version(self._window, self._verbs.own_context)

    def _show_about(self) -> None:
        from pos_closeout.ui.shell.about import show_about

        show_about(self._window, self._verbs.own_context)
