"""The dialog that asks how often to be reminded of some entries."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from pos_closeout.domain.errors import CloseoutError
from pos_closeout.domain.reminders.reminders import Rhythm
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.basic import button, label, row
from pos_closeout.ui.widgets.choice import CheckLine
from pos_closeout.ui.widgets.rhythm_boxes import RhythmBoxes


class RhythmDialog(QDialog):
    """Closes only when the answer has been kept, or when the owner lets it be.

    Args:
        context: look and texts.
        about: which entries it is about.
        parent: the window it stands over.
        own: what they have of their own, ``None`` when they are reminded of as the settings say.
        usual: what the settings say.
        keep: keeps the answer, ``None`` for that of the settings.
    """

    def __init__(
        self,
        context: Context,
        about: str,
        parent: QWidget,
        *,
        own: Rhythm | None,
        usual: Rhythm,
        keep: Callable[[Rhythm | None], object],
    ) -> None:
        super().__init__(parent)
        self._context, self._keep = context, keep
        title = self.tr("How often to be reminded")
        self.setWindowTitle(title)
        self.setMinimumWidth(context.look.px(520))
        self.usual = CheckLine(self.tr("As the settings say for all entries"))
        self.boxes = RhythmBoxes(context)
        self.boxes.show_rhythm(own or usual)
        self.usual.set_checked(checked=own is None)
        self.boxes.setEnabled(own is not None)
        self.usual.toggled.connect(lambda on: self.boxes.setEnabled(not on))
        self._error_banner = Banner(context)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(label(title, "cardTitle"))
        layout.addWidget(label(about, "subtitle"))
        layout.addWidget(self.usual)
        layout.addWidget(self.boxes)
        layout.addWidget(label(self.tr("On the due date itself you are always reminded."), "hint"))
        layout.addWidget(self._error_banner)
        layout.addStretch(1)
        ok = button(context.look, self.tr("&Keep"), self.accept, kind="primary")
        ok.setDefault(True)
        buttons = row()
        buttons.addStretch()
        buttons.addWidget(button(context.look, self.tr("Cancel"), self.reject))
        buttons.addWidget(ok)
        layout.addLayout(buttons)

    def accept(self) -> None:
        """Keep the answer and close, or say why it could not be kept."""
        try:
            self._keep(None if self.usual.box.isChecked() else self.boxes.rhythm())
        except CloseoutError as error:
            self._error_banner.tell(Tone.SEAL, self._context.sentence(error))
            return
        super().accept()
