"""The frame of every dialog that asks for something and keeps it: heading, parts, what stands in the way, buttons."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.basic import button, label, row, scrolled
from pos_closeout.ui.widgets.push_button import PushButton
from pos_closeout.ui.widgets.questions import may_discard


@dataclass(frozen=True, slots=True)
class DialogLook:
    """How the dialog is dressed.

    Attributes:
        title: in the title bar.
        heading: above the parts; empty for none.
        about: below the heading, what it is about; empty for nothing.
        keep: on the button that keeps the answer.
        take_off: on the button that takes the entry off its list; empty where that is not offered.
        size: width and height in pixels at normal text; a height of 0 takes what the parts need, others scroll.
    """

    title: str
    heading: str = ""
    about: str = ""
    keep: str = ""
    take_off: str = ""
    size: tuple[int, int] = (560, 0)


class EditorDialog(QDialog):
    """Closes only when the answer has been kept, or when nothing is lost by closing.

    ``removed`` tells, after a rejection, that the owner took the entry off its list.

    Args:
        context: look and texts.
        parent: the window it stands over.
    """

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.context, self.removed = context, False
        self.keep_button = PushButton()
        self._problem = Banner(context)

    # What an editor of its own says

    def ready(self) -> bool:
        """Return whether the answer can be kept; else say beside its field, or with :meth:`complain`, why not."""
        return True

    def keep(self) -> None:
        """Keep the answer; a :class:`CloseoutError` is told, and the dialog stays open with everything in it."""

    def touched(self) -> bool:
        """Return whether closing would lose anything."""
        return False

    # The dialog

    def complain(self, words: str) -> None:
        """Say above the buttons what stands in the way; empty words take it away."""
        self._problem.tell(Tone.SEAL, words)

    def accept(self) -> None:
        """Keep the answer and close, or say what stands in the way."""
        if self.ready() and self.context.do(self.keep, self.complain):
            super().accept()

    def reject(self) -> None:
        """Close without keeping, after asking when something would be lost."""
        if not self.touched() or may_discard(self):
            super().reject()

    def take_off(self) -> None:
        """Close, and say that the entry is to go."""
        self.removed = True
        super().reject()

    def lay_out(self, look: DialogLook, parts: Sequence[QWidget | QLayout]) -> None:
        """Put everything into the dialog, from top to bottom; called once by the editor."""
        self.setWindowTitle(look.title)
        width, height = look.size
        layout, side = QVBoxLayout(self), 24 if height else 0
        layout.setSpacing(12)
        layout.setContentsMargins(24 - side, 20, 24 - side, 20)
        for text, style in ((look.heading, "cardTitle"), (look.about, "subtitle")):
            if text:
                head = label(text, style)
                head.setContentsMargins(side, 0, side, 0)
                layout.addWidget(head)
        if height:
            layout.addWidget(scrolled(_held(parts)), 1)
        else:
            _add(layout, parts)
        layout.addWidget(self._problem)
        layout.addStretch()
        layout.addLayout(self._buttons(look, side))
        px = self.context.look.px
        if height:
            self.resize(px(width), min(px(height), self.screen().availableGeometry().height() - 80))
        else:
            self.setMinimumWidth(px(width))

    def _buttons(self, look: DialogLook, side: int) -> QHBoxLayout:
        made = self.context.look
        words = look.keep or QCoreApplication.translate("EditorDialog", "&Save")
        self.keep_button = button(made, words, self.accept, kind="primary")
        self.keep_button.setDefault(True)
        layout = row(margins=(side, 0, side, 0))
        if look.take_off:
            layout.addWidget(button(made, look.take_off, self.take_off, icon="trash-2", kind="danger"))
        layout.addStretch()
        layout.addWidget(button(made, QCoreApplication.translate("EditorDialog", "Cancel"), self.reject))
        layout.addWidget(self.keep_button)
        return layout


def _held(parts: Sequence[QWidget | QLayout]) -> QWidget:
    inner = QWidget()
    form = QVBoxLayout(inner)
    form.setContentsMargins(24, 4, 24, 4)
    form.setSpacing(10)
    _add(form, parts)
    form.addStretch()
    return inner


def _add(layout: QVBoxLayout, parts: Sequence[QWidget | QLayout]) -> None:
    for part in parts:
        if isinstance(part, QLayout):
            layout.addLayout(part)
        else:
            layout.addWidget(part)
