"""The settings: a list of pages on the left, the chosen page beside it. Every answer is kept the moment it is given.

A new page is a :class:`SettingsPage` in a file of this folder and one entry in ``_PAGES``.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from pos_closeout.ui.context import Context
from pos_closeout.ui.settings.days_page import DaysPage
from pos_closeout.ui.settings.limits_page import LimitsPage
from pos_closeout.ui.settings.page import SettingsPage
from pos_closeout.ui.settings.reminders_page import RemindersPage
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.basic import button, row, scrolled
from pos_closeout.ui.widgets.dialog_size import fit

_PAGES: tuple[Callable[[Context], SettingsPage], ...] = (RemindersPage, DaysPage, LimitsPage)


class SettingsDialog(QDialog):
    """Shows the pages; closing it loses nothing, because every answer is kept when it is given."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        fit(self, context.look, 840, 690)
        self.pages = tuple(make(context) for make in _PAGES)
        self._names, self._stack, self._banner = QListWidget(), QStackedWidget(), Banner(context)
        self._names.setAccessibleName(self.tr("Pages of the settings"))
        self._names.setFixedWidth(context.look.px(200))
        self._names.setProperty("role", "pages")
        for page in self.pages:
            page.report = partial(self._banner.tell, Tone.SEAL)
            self._names.addItem(QListWidgetItem(context.look.icon(page.icon, context.look.tokens.ink), page.name()))
            self._stack.addWidget(scrolled(page))
        self._names.currentRowChanged.connect(self._stack.setCurrentIndex)
        self._names.setCurrentRow(0)
        close = button(context.look, self.tr("&Close"), self.accept, kind="primary")
        close.setDefault(True)
        bottom = row(margins=(24, 12, 24, 12))
        bottom.addStretch()
        bottom.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._banner)
        middle = row(self._names, spacing=0, margins=(12, 12, 0, 0))
        middle.addWidget(self._stack, 1)
        layout.addLayout(middle, 1)
        layout.addLayout(bottom)

    def show_page(self, name: str) -> None:
        """Open a page by its title."""
        for found in self._names.findItems(name, Qt.MatchFlag.MatchExactly):
            self._names.setCurrentItem(found)
