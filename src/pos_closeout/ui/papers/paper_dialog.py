"""A paper as it will come out, before it is printed or saved."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from pos_closeout.ui.context import Context
from pos_closeout.ui.papers.files import saved_words
from pos_closeout.ui.papers.preview import Preview
from pos_closeout.ui.widgets.basic import button, label, row


class PaperDialog(QDialog):
    """Shows a PDF; Enter prints it.

    Args:
        context: look and texts.
        title: what the paper is called.
        pdf: the paper.
        parent: the window it stands over.
        print_pdf: prints the paper, once the dialog is out of the way.
        save_pdf: asks for a place and saves the paper; returns where, ``None`` when it was not saved.
    """

    def __init__(
        self,
        context: Context,
        title: str,
        pdf: bytes,
        parent: QWidget,
        *,
        print_pdf: Callable[[], object],
        save_pdf: Callable[[], Path | None],
    ) -> None:
        super().__init__(parent)
        self._print_pdf, self._save_pdf = print_pdf, save_pdf
        self.setWindowTitle(title)
        look = context.look
        self.preview = Preview(context)
        self.preview.set_pdf(pdf)
        self._told = label("", "hint")
        close = button(look, self.tr("Close"), self.reject)
        save = button(look, self.tr("&Save as PDF …"), self._save, icon="file-down")
        self._print = button(look, self.tr("&Print …"), self._on_print, icon="printer", kind="primary")
        self._print.setDefault(True)
        buttons = row(self._told, spacing=12, margins=(24, 12, 24, 16))
        buttons.setStretch(0, 1)
        for each in (close, save, self._print):
            buttons.addWidget(each)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.preview, 1)
        layout.addLayout(buttons)
        self._take_room(parent.window().height())
        self._print.setFocus()

    def _take_room(self, behind: int) -> None:
        """Be as high as the window behind, in pixels, and as wide as a page then needs."""
        room = self.screen().availableGeometry().size()
        height = min(behind, room.height() - 60)
        self.resize(min(max(int(height * 0.8), 640), room.width() - 40), height)

    def _on_print(self) -> None:
        self.accept()
        self._print_pdf()

    def _save(self) -> None:
        path = self._save_pdf()
        if path is not None:
            told = saved_words(path)
            self._told.setText(told)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))
