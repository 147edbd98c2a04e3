"""The keys of the program: those of the menu bar, read from its own entries, and those that single parts understand."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QMenu,
    QMenuBar,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from pos_closeout.ui.context import Context
from pos_closeout.ui.widgets.basic import button, label, row
from pos_closeout.ui.widgets.dialog_size import fit

_MNEMONIC = re.compile(r"\(&.\)|&")
"""What marks the letter that is pressed with Alt: after the word in Chinese, within it in English."""
_WHAT = 1
"""The column that takes the room left over."""


@dataclass(frozen=True, slots=True)
class ShortcutLine:
    """A key, or keys pressed together, in the words of the screen: the keys, what they do, and where."""

    keys: str
    what: str
    where: str


def menu_shortcuts(bar: QMenuBar) -> Iterator[ShortcutLine]:
    """Yield what the entries of a menu bar can be called with, in the order of the menus."""
    shown, of_menu = bar.actions(), QCoreApplication.translate("ShortcutsDialog", "Menu: %1")
    # Not by QAction.menu(): what PySide6 returns there takes the menu along. The bar keeps menus of before.
    for menu in bar.findChildren(QMenu):
        if menu.menuAction() in shown:
            for entry in menu.actions():
                keys = entry.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                if keys:
                    yield ShortcutLine(keys, _plain(entry.text()), of_menu.replace("%1", _plain(menu.title())))


def _native(key: QKeySequence.StandardKey) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _plain(text: str) -> str:
    """Return the text of an entry without the mark of its letter and the dots of a further question."""
    return _MNEMONIC.sub("", text).replace("…", "").strip()


class ShortcutsDialog(QDialog):
    """Lists the keys.

    Args:
        context: look and texts.
        of_menus: the keys of the menu bar, which come first.
        parent: the window it stands over.
    """

    def __init__(self, context: Context, of_menus: Iterable[ShortcutLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        lines = [*of_menus, *self._of_parts()]
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        fit(self, context.look, 760, 620)
        heads = (self.tr("Keys"), self.tr("What they do"), self.tr("Where"))
        self.table = QTableWidget(len(lines), len(heads))
        self.table.setHorizontalHeaderLabels(heads)
        self.table.setAccessibleName(self.windowTitle())
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        # What keys do may need more than one line.
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setSectionResizeMode(_WHAT, QHeaderView.ResizeMode.Stretch)
        for place, line in enumerate(lines):
            for column, text in enumerate((line.keys, line.what, line.where)):
                self.table.setItem(place, column, QTableWidgetItem(text))
        bottom = row()
        bottom.addStretch()
        bottom.addWidget(button(context.look, self.tr("&Close"), self.reject))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(label(self.tr("In the menus the keys stand beside the entries, too."), "body"))
        layout.addWidget(self.table, 1)
        layout.addLayout(bottom)

    def _of_parts(self) -> Iterator[ShortcutLine]:
        """Yield the keys that belong to a part of the screen and have no entry in the menu bar."""
        ledger, rail, everywhere = self.tr("Outstanding list"), self.tr("The steps on the left"), self.tr("Everywhere")
        yield ShortcutLine(_native(QKeySequence.StandardKey.New), self.tr("Add an entry"), ledger)
        yield ShortcutLine("Enter", self.tr("Open the chosen entry"), ledger)
        yield ShortcutLine("Del", self.tr("Delete the chosen entries; it can be undone"), ledger)
        yield ShortcutLine(_native(QKeySequence.StandardKey.Copy), self.tr("Copy the entries as text"), ledger)
        yield ShortcutLine("Esc", self.tr("Empty the search box, then go back to the entries"), ledger)
        yield ShortcutLine("Ctrl+Enter", self.tr("Accept the chosen rows"), self.tr("Bills, to review"))
        yield ShortcutLine("F4, Alt+↓", self.tr("Open the calendar"), self.tr("A date"))
        yield ShortcutLine("↑ ↓, Home, End", self.tr("Go from step to step; the space bar opens it"), rail)
        yield ShortcutLine("Tab, Shift+Tab", self.tr("To the next field, and back"), everywhere)
        letter = self.tr("Press the button or open the menu with that underlined letter")
        yield ShortcutLine(self.tr("Alt + letter"), letter, everywhere)


def show_shortcuts(window: QWidget, context: Context) -> ShortcutsDialog:
    """Open the list of keys over a window, those of its menu bar first."""
    bar = window.findChild(QMenuBar)
    dialog = ShortcutsDialog(context, () if bar is None else menu_shortcuts(bar), window)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    dialog.table.setFocus()
    return dialog
