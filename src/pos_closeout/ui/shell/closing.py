"""Whether the window may close: nothing may be lost without a word, and the tray may keep the program."""

from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from pos_closeout.actions.settings import read_settings, write_setting
from pos_closeout.ui.context import Context
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
        context: keeps whether the tray is wanted.
    """

    def __init__(self, window: QWidget, context: Context) -> None:
        super().__init__(window)
        self._window, self._context = window, context

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
        chosen = read_settings(self._context.store).get(TRAY_SETTING)
        if chosen is None:
            asked = self.tr("Keep reminding you in the tray after the window is closed?")
            told = self.tr("The icon beside the clock opens the window again. You can change this in the settings.")
            chosen = "1" if says_yes(self._window, self.tr("Closing the window"), f"{asked}\n\n{told}") else "0"
            self._context.do(partial(write_setting, self._context.store, TRAY_SETTING, chosen), self._window)
        return chosen == "1"
