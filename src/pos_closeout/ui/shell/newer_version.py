"""Help → Is there a newer version? Says which one this is and how old its knowledge; the owner's browser looks."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from pos_closeout import __version__
from pos_closeout.guidance.edition import Knowledge, load_knowledge, publisher_address
from pos_closeout.ui.context import Context
from pos_closeout.ui.plain_text import shown_plain


def show_newer_version(parent: QWidget | None, context: Context) -> None:
    """Show version and dates, with a button for the publisher's page where the build was given one.

    Nothing is fetched by the program: the page opens in the owner's browser, and only when asked.

    Args:
        parent: the window, if there is one.
        context: look, texts and places.
    """
    box = QMessageBox(parent)
    box.setWindowTitle(QCoreApplication.translate("NewerVersion", "Is there a newer version?"))
    box.setText(QCoreApplication.translate("NewerVersion", "This is POS Closeout %1.").replace("%1", __version__))
    folder = context.paths.resources / "guidance"
    found: list[tuple[Knowledge, str]] = []
    if not context.do(
        lambda: (load_knowledge(context.guidance, folder), publisher_address(folder)), parent or box, found.append
    ):
        return
    knowledge, address = found[0]
    box.setInformativeText(shown_plain(_said(knowledge, context.today, address)))
    box.addButton(QMessageBox.StandardButton.Close)
    if address:
        look = QCoreApplication.translate("NewerVersion", "Look in the browser")
        button = box.addButton(look, QMessageBox.ButtonRole.ActionRole)
        button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(address)))
    box.exec()


def _said(knowledge: Knowledge, today: date, address: str) -> str:
    lines = [
        QCoreApplication.translate("NewerVersion", "Laws and rules: compared in %1").replace("%1", knowledge.laws),
        QCoreApplication.translate("NewerVersion", "Acquirers: numbers and apps read in %1").replace(
            "%1", knowledge.acquirers
        ),
        QCoreApplication.translate("NewerVersion", "Layouts of bills: compared in %1").replace("%1", knowledge.layouts),
        QCoreApplication.translate("NewerVersion", "Holidays and make-up working days: published until %1").replace(
            "%1", str(knowledge.holidays)
        ),
    ]
    if knowledge.is_old(today):
        old = QCoreApplication.translate(
            "NewerVersion",
            "Some of this is old. Rules and numbers may have changed: ask before you rely on them, "
            "and get a newer version if there is one.",
        )
        lines += ["", old]
    if address:
        where = QCoreApplication.translate(
            "NewerVersion", "Newer versions are shown on %1. This program itself never goes online."
        ).replace("%1", address)
    else:
        where = QCoreApplication.translate(
            "NewerVersion", "This copy does not know where newer versions are shown: ask whoever gave it to you."
        )
    return "\n".join([*lines, "", where])
