"""Says that work beside the window is going on, once it takes longer than a blink, and lets the owner stop it."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QProgressDialog, QWidget

from pos_closeout.ui.context import Runner

_SOON_MS = 600
"""Work that is done before is not worth a dialog, in milliseconds."""


class WaitingDialog:
    """At most one dialog over a window; whoever hears the end of the work calls :meth:`over` before anything else."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._dialog: QProgressDialog | None = None

    def begin(self, runner: Runner, title: str, told: str) -> None:
        """Wait for work that was just started; Cancel asks it to stop."""
        self.over()
        cancel = QCoreApplication.translate("Waiting", "Cancel")
        self._dialog = dialog = QProgressDialog(told, cancel, 0, 0, self._window)
        dialog.setWindowTitle(title)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.setMinimumDuration(_SOON_MS)
        dialog.setValue(0)
        dialog.canceled.connect(runner.stop)

    def over(self) -> None:
        """Take the dialog away."""
        if self._dialog is not None:
            # It takes being closed for being cancelled.
            self._dialog.canceled.disconnect()
            self._dialog.close()
            self._dialog.deleteLater()
            self._dialog = None
