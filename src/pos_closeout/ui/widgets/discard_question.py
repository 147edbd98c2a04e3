"""Esc never throws an answer away: the one question before a dialog with unsaved typing closes."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget


def may_discard(parent: QWidget) -> bool:
    """Ask whether what was typed may be thrown away; the safe answer is the default."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(QCoreApplication.translate("KeepAsking", "Not kept yet"))
    box.setText(QCoreApplication.translate("KeepAsking", "What you typed here has not been kept."))
    box.setInformativeText(QCoreApplication.translate("KeepAsking", "Go on writing, or throw it away?"))
    stay = box.addButton(QCoreApplication.translate("KeepAsking", "Go on writing"), QMessageBox.ButtonRole.RejectRole)
    leave = box.addButton(
        QCoreApplication.translate("KeepAsking", "Throw away"), QMessageBox.ButtonRole.DestructiveRole
    )
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    return box.clickedButton() is leave
