"""What stands on the page while no file has been chosen: where to drop bills, and how to choose them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, column, icon_label, label, row
from pos_closeout.ui.widgets.flow import FlowLayout


class DropCard(QFrame):
    """A card with two buttons, and a third where a made-up bill can be tried."""

    files_asked = Signal()
    folder_asked = Signal()
    sample_asked = Signal()
    layouts_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("role", "card")
        look = context.look
        files = button(look, self.tr("Choose &files…"), self.files_asked.emit, icon="file-plus", kind="primary")
        folder = button(look, self.tr("Choose a f&older…"), self.folder_asked.emit, icon="file-input")
        self._sample = button(look, self.tr("Try a &sample bill"), self.sample_asked.emit, icon="eye")
        ways = QWidget()
        known = button(look, self.tr("&Known tables…"), self.layouts_asked.emit, kind="quiet")
        ways.setLayout(FlowLayout(12).add_all(files, folder, self._sample, known))
        lead = row(
            icon_label(look, "download", Tone.ACCENT, 28),
            label(self.tr("Drop bills anywhere on this window, or choose them here."), "cardTitle"),
            spacing=12,
        )
        what = self.tr(
            "Bills of WeChat, Alipay, China UMS, Lakala, JD, Meituan and banks, as CSV, Excel, PDF, ZIP or e-mail, "
            "just as you got them. The program finds out by itself what each file is."
        )
        promise = self.tr("The files are only read and stay where they are. Nothing leaves this computer.")
        self.setLayout(column(lead, label(what), label(promise, "hint"), ways, spacing=12, margins=(24, 22, 24, 22)))

    def offer_sample(self, *, offered: bool) -> None:
        """Offer a made-up bill, for a case that is made up too."""
        self._sample.setVisible(offered)
