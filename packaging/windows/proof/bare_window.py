"""The least that PySide6 can show: an empty window that says "ready" and closes. The yardstick for the first start."""

import sys

sys.path.insert(0, sys.argv[1])

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget


def main() -> int:
    """Shows the window and returns Qt's exit code."""
    app = QApplication([])
    window = QWidget()
    window.resize(1000, 700)
    window.show()

    def say_ready() -> None:
        window.repaint()
        print("ready", flush=True)
        window.close()

    QTimer.singleShot(0, say_ready)
    return app.exec()


sys.exit(main())
