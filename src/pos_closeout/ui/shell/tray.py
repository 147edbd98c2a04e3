"""The icon in the tray: says what is due, and keeps the program at hand while its window is closed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from pos_closeout.domain.reminders.reminders import Later
from pos_closeout.ui.plain_text import notification_text

NOTICE_MS = 10_000


class Tray(QObject):
    """An icon with a menu and notifications; it asks and does nothing itself.

    Args:
        icon: of the program.
        name: of the program.
        urgent: gives the most urgent items when the menu opens: id and a line each.
        parent: what it lives with.
    """

    list_asked = Signal()
    item_asked = Signal(int)
    later_asked = Signal(Later)
    """Every reminder is to be put off."""
    quit_asked = Signal()

    def __init__(
        self, icon: QIcon, name: str, urgent: Callable[[], Sequence[tuple[int, str]]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._name, self._urgent = name, urgent
        self._said = 0
        self._menu = QMenu()
        # Filled anew each time it opens: the items change, and so may the language.
        self._menu.aboutToShow.connect(self.fill)
        self._icon = QSystemTrayIcon(icon, self)
        self._icon.setToolTip(name)
        self._icon.setContextMenu(self._menu)
        self._icon.messageClicked.connect(self.open_said)
        self._icon.activated.connect(self._on_activated)
        self.fill()
        self._icon.show()

    @property
    def menu(self) -> QMenu:
        """What opens on the icon."""
        return self._menu

    def say(self, text: str, item_id: int) -> None:
        """Show a notification; a click on it opens the item, or the list for id 0."""
        self._said = item_id
        self._icon.setToolTip(notification_text(f"{self._name}\n{text}"))
        self._icon.showMessage(self._name, notification_text(text), self._icon.icon(), NOTICE_MS)

    def open_said(self) -> None:
        """Open what the last notification was about."""
        if self._said:
            self.item_asked.emit(self._said)
        else:
            self.list_asked.emit()

    def fill(self) -> None:
        """Put the most urgent items and the verbs into the menu."""
        menu = self._menu
        menu.clear()
        for item_id, line in self._urgent():
            # An ampersand in a name is a letter here, not a shortcut.
            menu.addAction(line.replace("&", "&&"), lambda _=False, found=item_id: self.item_asked.emit(found))
        menu.addSeparator()
        menu.addAction(self.tr("Open the outstanding list"), self.list_asked.emit)
        later = menu.addMenu(self.tr("Remind me later"))
        later.addAction(self.tr("In an hour"), lambda: self.later_asked.emit(Later.HOUR))
        later.addAction(self.tr("Tomorrow morning"), lambda: self.later_asked.emit(Later.TOMORROW))
        menu.addSeparator()
        menu.addAction(self.tr("Quit"), self.quit_asked.emit)

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in {QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick}:
            self.list_asked.emit()


def has_tray() -> bool:
    """Return whether the system shows tray icons."""
    return QSystemTrayIcon.isSystemTrayAvailable()
