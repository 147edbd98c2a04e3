"""The yardstick of the start: a QWizard with one page and nothing else. Prints "ready" after its first paint."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWizard, QWizardPage


class Wizard(QWizard):
    """A wizard that says when it was painted, once the event loop has nothing else to do."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, self.say_ready)

    def say_ready(self) -> None:
        """Tell the process that waits, and go."""
        print("ready", flush=True)
        QApplication.quit()


def main() -> None:
    """Show the wizard."""
    application = QApplication(sys.argv)
    page = QWizardPage()
    page.setTitle("停机")
    QVBoxLayout(page).addWidget(QLabel("POS", page))
    wizard = Wizard()
    wizard.addPage(page)
    wizard.show()
    application.exec()


if __name__ == "__main__":
    main()
