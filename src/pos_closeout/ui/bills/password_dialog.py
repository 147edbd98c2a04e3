"""Asks for the password of a locked file. It lives in memory until the file has been read, and nowhere else."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.basic import button, label, row
from pos_closeout.ui.widgets.field import Field, line_edit

_LONGEST = 128


class PasswordDialog(QDialog):
    """One masked line; ``use`` is told what was typed.

    Args:
        context: look and texts.
        name: the file.
        wrong: whether a password was tried and did not fit.
        use: takes the password.
        parent: the window it stands over.
    """

    def __init__(
        self, context: Context, name: str, use: Callable[[str], object], parent: QWidget, *, wrong: bool
    ) -> None:
        super().__init__(parent)
        self._use = use
        self.setWindowTitle(self.tr("Password of the file"))
        self.setMinimumWidth(context.look.px(440))
        self.line = line_edit(limit=_LONGEST)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        show = QAction(context.look.icon("eye", context.look.tokens.mute), self.tr("Show what I type"), self.line)
        show.setCheckable(True)
        show.toggled.connect(self._show_typed)
        self.line.addAction(show, QLineEdit.ActionPosition.TrailingPosition)
        hint = self.tr("The platform or the bank sends it in a message of its own; WeChat sends it inside WeChat.")
        not_right = Banner(context)
        if wrong:
            told = self.tr("This password did not open the file. Please look at the message once more and try again.")
            not_right.tell(Tone.AMBER, told)
        ok = button(context.look, self.tr("&Open the file"), self.accept, kind="primary")
        ok.setDefault(True)
        buttons = row()
        buttons.addStretch()
        buttons.addWidget(button(context.look, self.tr("Not now"), self.reject))
        buttons.addWidget(ok)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(14)
        layout.addWidget(label(self.tr("“{name}” has a password").format(name=name), "cardTitle"))
        layout.addWidget(not_right)
        layout.addWidget(Field(context, self.tr("&Password"), self.line, hint=hint))
        layout.addWidget(label(self.tr("It is used once to read this file, and not kept."), "hint"))
        # What the wrapped words do not need after all stands above the buttons, not between the words.
        layout.addStretch(1)
        layout.addLayout(buttons)
        self.line.setFocus()

    def accept(self) -> None:
        """Hand over what was typed; an empty line is none."""
        typed = self.line.text()
        if not typed:
            self.line.setFocus()
            return
        super().accept()
        self._use(typed)

    def _show_typed(self, on: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)
