"""About: version, promise, where the data lies, and whose work is inside."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QTextEdit, QWidget

from pos_closeout import __version__
from pos_closeout.ui.context import Context
from pos_closeout.ui.plain_text import shown_plain

_PAGE = (720, 280)
"""Width and height of the page of licences, in pixels; it fits a screen of 1024 by 600."""


def show_about(parent: QWidget | None, context: Context) -> None:
    """Show the program's name, version and data folder, with the licences of what it contains as details.

    Args:
        parent: the window, if there is one.
        context: look, texts and places.
    """
    name = QCoreApplication.translate("About", "POS Closeout")
    promise = QCoreApplication.translate(
        "About", "Works on this computer only. No account, nothing is uploaded, nothing is sent."
    )
    place = QCoreApplication.translate("About", "Your data: %1").replace("%1", str(context.data_folder))
    parts = QCoreApplication.translate(
        "About",
        "Contains Qt and PySide6 (LGPL 3), reportlab (BSD), sqlite-utils (Apache 2.0), "
        "Noto Serif SC and Source Serif 4 (OFL), Lucide icons (ISC).",
    )
    box = QMessageBox(parent)
    box.setWindowTitle(QCoreApplication.translate("About", "About this program"))
    box.setIconPixmap(context.look.pixmap("printer", context.look.tokens.accent, 48))
    box.setText(f"{name} {__version__}")
    box.setInformativeText(shown_plain(f"{promise}\n\n{place}\n\n{parts}"))
    # An installer brings it along; a source checkout has none.
    licences = context.paths.resources / "licences.txt"
    if licences.is_file():
        box.setDetailedText(licences.read_text(encoding="utf-8-sig"))
        # Qt gives it five lines; the page has thousands.
        for page in box.findChildren(QTextEdit):
            page.setFixedSize(*_PAGE)
    box.exec()
