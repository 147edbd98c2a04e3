"""Trouble in one plain sentence, what to do next, and details to copy."""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from pos_closeout.domain.errors import CloseoutError
from pos_closeout.ui.widgets.plain_text import shown_plain

if TYPE_CHECKING:
    from pos_closeout.guidance.messages import Messages


class ErrorReporter:
    """Tells the owner about errors in the language of the screen.

    Args:
        read_messages: reads the sentences by message id, when the first one is wanted.
        language: ``zh`` or ``en``; changed when the owner changes it.
    """

    def __init__(self, read_messages: "Callable[[], Messages]", language: str) -> None:
        self._messages = cache(read_messages)
        self.language = language

    def sentence_for(self, error: CloseoutError) -> str:
        """Return what happened and what to do next."""
        from pos_closeout.guidance.messages import sentence  # noqa: PLC0415  (wanted when something goes wrong)

        return sentence(self._messages(), error, self.language)

    def show(self, parent: QWidget | None, error: CloseoutError) -> None:
        """Show what happened and what to do next; the details can be copied."""
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415  (home comes up without it)

        from pos_closeout.actions.error_log import details  # noqa: PLC0415  (wanted when something goes wrong)

        box = QMessageBox(parent)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(QCoreApplication.translate("ErrorReporter", "That did not work"))
        box.setText(shown_plain(self.sentence_for(error)))
        copy = box.addButton(
            QCoreApplication.translate("ErrorReporter", "Copy details"), QMessageBox.ButtonRole.ActionRole
        )
        close = box.addButton(QCoreApplication.translate("ErrorReporter", "Close"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(close)
        box.setEscapeButton(close)
        box.exec()
        if box.clickedButton() is copy:
            QGuiApplication.clipboard().setText(details(error))
