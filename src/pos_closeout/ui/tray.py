"""The notification at start, where the system has a tray."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon

NOTICE_MS = 10_000


class Tray(QObject):
    """An icon in the tray that can say something; clicking either brings the list up."""

    def __init__(self, icon: QIcon, name: str, show_list: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._name = name
        self._icon = QSystemTrayIcon(icon, self)
        self._icon.setToolTip(name)
        self._icon.messageClicked.connect(lambda: show_list())
        self._icon.activated.connect(lambda _reason: show_list())
        self._icon.show()

    def say(self, text: str) -> None:
        """Show a notification."""
        self._icon.showMessage(self._name, text, self._icon.icon(), NOTICE_MS)


def has_tray() -> bool:
    """Return whether the system shows tray icons."""
    return QSystemTrayIcon.isSystemTrayAvailable()
