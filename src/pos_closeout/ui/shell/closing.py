"""Whether the window may close: nothing may be lost without a word, and the tray may keep the program."""

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from pos_closeout.ui.front_desk import FrontDesk
from pos_closeout.ui.settings.screen_settings import TRAY_SETTING
from pos_closeout.ui.widgets.questions import closes_anyway, says_yes


class CloseOutcome(Enum):
    """What becomes of a window that is to be closed."""

    STAY = auto()
    HIDE = auto()
    GO = auto()


class CloseQuestions(QObject):
    """Asks the owner where there is something to ask.

    Args:
        window: what the questions belong to.
        front: keeps whether the tray is wanted.
        attempt: does something and tells the owner if it does not work.
    """

    def __init__(self, window: QWidget, front: FrontDesk, attempt: Callable[[Callable[[], object]], None]) -> None:
        super().__init__(window)
        self._window, self._front, self._attempt = window, front, attempt

    def stops_import(self) -> bool:
        """Return whether an import that is running may be broken off."""
        text = self.tr("Bills are being imported. Stop that and close? Nothing of the import is kept then.")
        return closes_anyway(self._window, self.tr("Import is running"), text)

    def outcome(self, *, saved: bool, tray: bool) -> CloseOutcome:
        """Return what is to become of the window.

        Args:
            saved: nothing would be lost.
            tray: there is one that could keep the program.
        """
        if not (saved or self._loses_change()):
            return CloseOutcome.STAY
        return CloseOutcome.HIDE if tray and self._stays() else CloseOutcome.GO

    def _loses_change(self) -> bool:
        text = self.tr("The last change could not be saved. Close all the same and lose it?")
        return closes_anyway(self._window, self.tr("Not saved"), text)

    def _stays(self) -> bool:
        """Return whether to go on reminding in the tray; asked once, changed in the settings."""
        chosen = self._front.settings().get(TRAY_SETTING)
        if chosen is None:
            asked = self.tr("Keep reminding you in the tray after the window is closed?")
            told = self.tr("The icon beside the clock opens the window again. You can change this in the settings.")
            chosen = "1" if says_yes(self._window, self.tr("Closing the window"), f"{asked}\n\n{told}") else "0"
            self._attempt(lambda: self._front.set_setting(TRAY_SETTING, chosen))
        return chosen == "1"
