"""A field whose answer is shown as dots until somebody asks for it: identity numbers and accounts."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit

from pos_closeout.ui.context import Context


def hide_until_asked(editor: QLineEdit, context: Context) -> None:
    """Show dots in a field; the eye at its end shows the answer, and what is written anew can be read meanwhile."""
    _Hider(editor, context)


class _Hider(QObject):
    def __init__(self, editor: QLineEdit, context: Context) -> None:
        super().__init__(editor)
        self._editor = editor
        self._asked = False
        look = context.look
        self._eye = editor.addAction(look.icon("eye", look.tokens.mute, 16), QLineEdit.ActionPosition.TrailingPosition)
        self._eye.setText(self.tr("Show or hide"))
        self._eye.triggered.connect(self._turn)
        editor.setEchoMode(QLineEdit.EchoMode.Password)
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let an empty field be written in plain sight, and hide the answer when it is left."""
        if isinstance(event, QFocusEvent) and not self._asked:
            self._show(shown=event.gotFocus() and not self._editor.text())
        return super().eventFilter(watched, event)

    def _turn(self) -> None:
        self._asked = not self._asked
        self._show(shown=self._asked)

    def _show(self, *, shown: bool) -> None:
        self._editor.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
