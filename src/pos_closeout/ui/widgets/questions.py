"""Plain questions to the owner; Qt's box for them is loaded with the first one, as home comes up without it."""

from PySide6.QtWidgets import QWidget


def says_yes(parent: QWidget, title: str, text: str, *, usual: bool = True) -> bool:
    """Ask a question with Yes and No; ``usual`` is the answer that Enter gives."""
    from PySide6.QtWidgets import QMessageBox

    yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
    return QMessageBox.question(parent, title, text, yes | no, yes if usual else no) == yes


def closes_anyway(parent: QWidget, title: str, text: str) -> bool:
    """Warn that closing loses something; to stay is the answer that Enter gives."""
    from PySide6.QtWidgets import QMessageBox

    close, stay = QMessageBox.StandardButton.Close, QMessageBox.StandardButton.Cancel
    return QMessageBox.warning(parent, title, text, close | stay, stay) == close
