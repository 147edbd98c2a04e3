"""Asks why a find is turned down: the reason stays beside the proof, for whoever asks later."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.basic import button, label, row
from pos_closeout.ui.widgets.field import Field, line_edit
from pos_closeout.ui.widgets.flow import FlowLayout
from pos_closeout.ui.widgets.questions import may_discard


class RejectDialog(QDialog):
    """Closes only when the find was turned down, or when nothing is lost by closing.

    Args:
        context: look and texts.
        what: the find in a few words.
        keep: stores the reason; the dialog stays open when that raises :class:`CloseoutError`.
        parent: the window it stands over.
    """

    def __init__(
        self,
        context: Context,
        what: str,
        keep: Callable[[str], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._context, self._keep = context, keep
        self.setWindowTitle(self.tr("Not an open item"))
        self.setMinimumWidth(context.look.px(500))
        self.why = line_edit(limit=200)
        self._field = Field(context, self.tr("&Why not"), self.why)
        self._error_banner = Banner(context)
        usual = (
            self.tr("Looked up: it is done"),
            self.tr("Already on the list"),
            self.tr("Private, not the shop's"),
            self.tr("Only a test"),
        )
        chips = [button(context.look, words, partial(self.why.setText, words), kind="chip") for words in usual]
        ok = button(context.look, self.tr("&Leave it out"), self.accept, kind="primary")
        ok.setDefault(True)
        buttons = row()
        buttons.addStretch()
        buttons.addWidget(button(context.look, self.tr("Cancel"), self.reject))
        buttons.addWidget(ok)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(label(self.tr("Leave this out?"), "cardTitle"))
        layout.addWidget(label(what, "subtitle"))
        layout.addWidget(self._field)
        layout.addLayout(FlowLayout().add_all(*chips))
        layout.addWidget(self._error_banner)
        layout.addStretch()
        layout.addLayout(buttons)
        self.why.textChanged.connect(lambda: self._field.set_verdict(None, ""))
        self.why.setFocus()

    def accept(self) -> None:
        """Turn the find down, or say what stands in the way."""
        why = self.why.text().strip()
        if not why:
            self._field.set_verdict(Tone.SEAL, self.tr("Please say why in a few words."))
            self.why.setFocus()
            return
        if self._context.do(lambda: self._keep(why), partial(self._error_banner.tell, Tone.SEAL)):
            super().accept()

    def reject(self) -> None:
        """Close without keeping, after asking when something was typed."""
        if not self.why.text().strip() or may_discard(self):
            super().reject()
