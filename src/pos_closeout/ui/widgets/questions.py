"""Plain questions to the owner; Qt's box for them is loaded with the first one, as home comes up without it."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from pos_closeout.ui.plain_text import shown_plain


def says_yes(parent: QWidget, title: str, text: str, *, usual: bool = True) -> bool:
    """Ask a question with Yes and No; ``usual`` is the answer that Enter gives."""
    from PySide6.QtWidgets import QMessageBox

    yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
    return QMessageBox.question(parent, title, shown_plain(text), yes | no, yes if usual else no) == yes


def closes_anyway(parent: QWidget, title: str, text: str) -> bool:
    """Warn that closing loses something; to stay is the answer that Enter gives."""
    from PySide6.QtWidgets import QMessageBox

    close, stay = QMessageBox.StandardButton.Close, QMessageBox.StandardButton.Cancel
    return QMessageBox.warning(parent, title, shown_plain(text), close | stay, stay) == close


def may_discard(parent: QWidget) -> bool:
    """Ask, before a dialog closes, whether what was typed in it may be thrown away; the safe answer is the default."""
    from PySide6.QtWidgets import QMessageBox

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
