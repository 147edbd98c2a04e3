"""A line that says what has just happened and offers the way back; it stands in nobody's way."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame

from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, icon_label, label, row


class UndoBar(QFrame):
    """Hidden until something is told; stays until the next thing is told or the owner closes it."""

    undo_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("role", "card")
        look = context.look
        self._words = label("", "hint")
        icon = icon_label(look, "info", Tone.ACCENT)
        icon.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._undo = button(look, self.tr("Undo"), self.undo_asked.emit, icon="undo-2", kind="small")
        self._undo.setToolTip(self.tr("Undo (Ctrl+Z)"))
        close = button(look, "", self.hide, icon="x", kind="quiet", name=self.tr("Close this note"))
        self.setLayout(row(icon, self._words, self._undo, close, margins=(16, 6, 8, 6)))
        self.hide()

    def tell(self, sentence: str) -> None:
        """Say a sentence; screen readers say it too."""
        self._show(sentence, undo=False)

    def show_undoable(self, sentence: str) -> None:
        """Say what was done, with the way back beside it."""
        self._show(sentence, undo=True)

    def _show(self, sentence: str, *, undo: bool) -> None:
        self._words.setText(sentence)
        self._undo.setVisible(undo)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))
