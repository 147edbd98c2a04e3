"""The settings: a list of pages on the left, the chosen page beside it. Every answer is kept the moment it is given.

A new page is a :class:`SettingsPage` in a file ``ui/settings_….py`` and one line in :func:`_page_makers`.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from pos_closeout.domain.errors import CloseoutError
from pos_closeout.ui.desk import Desk
from pos_closeout.ui.kit import Kit
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.trouble import Trouble
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.basic import button, label, row, scrolled

PageMaker = Callable[[Kit, Desk], "SettingsPage"]


class SettingsPage(QWidget):
    """One page: cards in ``self.body``.

    Args:
        kit: look and texts.
        desk: the owner's verbs.
    """

    icon = "info"
    """A Lucide name, for the list of pages."""

    def __init__(self, kit: Kit, desk: Desk) -> None:
        super().__init__()
        self.kit, self.desk = kit, desk
        self.told: Callable[[CloseoutError], object] = lambda _error: None
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(24, 20, 24, 20)
        self.body.setSpacing(14)
        self.body.addWidget(label(self.name(), "title"))

    def name(self) -> str:
        """Return the title, which the list says too."""
        raise NotImplementedError

    def attempt(self, act: Callable[[], object]) -> None:
        """Keep an answer; when that does not work the dialog says why."""
        try:
            act()
        except CloseoutError as error:
            self.told(error)


def _page_makers() -> tuple[PageMaker, ...]:
    # Imported when the dialog opens: the way to the home screen does without.
    from pos_closeout.ui.settings_reminders import RemindersPage  # noqa: PLC0415

    return (RemindersPage,)


class SettingsDialog(QDialog):
    """Shows the pages; closing it loses nothing, because every answer is kept when it is given."""

    def __init__(self, kit: Kit, desk: Desk, trouble: Trouble, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trouble = trouble
        self.setWindowTitle(self.tr("Settings"))
        self.resize(kit.look.px(840), kit.look.px(690))
        self.pages = tuple(make(kit, desk) for make in _page_makers())
        self._names, self._stack, self._banner = QListWidget(), QStackedWidget(), Banner(kit)
        self._names.setAccessibleName(self.tr("Pages of the settings"))
        self._names.setFixedWidth(kit.look.px(200))
        self._names.setProperty("role", "pages")
        for page in self.pages:
            page.told = self._tell
            self._names.addItem(QListWidgetItem(kit.look.icon(page.icon, kit.look.tokens.ink), page.name()))
            self._stack.addWidget(scrolled(page))
        self._names.currentRowChanged.connect(self._stack.setCurrentIndex)
        self._names.setCurrentRow(0)
        close = button(kit.look, self.tr("&Close"), self.accept, kind="primary")
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

    def _tell(self, error: CloseoutError) -> None:
        self._banner.tell(Tone.SEAL, self._trouble.told(error))
