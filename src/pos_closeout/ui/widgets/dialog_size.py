"""Sizes for dialogs that never ask for more than the screen has."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

from pos_closeout.ui.style.look import Look

_MARGIN = QSize(40, 60)


def fit(dialog: QDialog, look: Look, width: int, height: int) -> None:
    """Make a dialog so wide and high in pixels at normal text, or as the screen allows."""
    room = dialog.screen().availableGeometry().size() - _MARGIN
    dialog.resize(min(look.px(width), room.width()), min(look.px(height), room.height()))
