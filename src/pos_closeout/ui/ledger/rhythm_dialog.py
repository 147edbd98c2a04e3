"""The dialog that asks how often to be reminded of some entries."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from pos_closeout.domain.reminders.reminders import Rhythm
from pos_closeout.ui.context import Context
from pos_closeout.ui.widgets.basic import label
from pos_closeout.ui.widgets.choice import CheckLine
from pos_closeout.ui.widgets.editor_dialog import DialogLook, EditorDialog
from pos_closeout.ui.widgets.rhythm_boxes import RhythmBoxes


class RhythmDialog(EditorDialog):
    """Asks for a rhythm of their own, or for that of the settings; two choices are soon made again.

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
        super().__init__(context, parent)
        self._keep = keep
        self.usual = CheckLine(self.tr("As the settings say for all entries"))
        self.boxes = RhythmBoxes(context)
        self.boxes.show_rhythm(own or usual)
        self.usual.set_checked(checked=own is None)
        self.boxes.setEnabled(own is not None)
        self.usual.toggled.connect(lambda on: self.boxes.setEnabled(not on))
        title, hint = self.tr("How often to be reminded"), self.tr("On the due date itself you are always reminded.")
        self.lay_out(DialogLook(title, title, about, size=(520, 0)), (self.usual, self.boxes, label(hint, "hint")))

    def keep(self) -> None:
        """Keep the answer."""
        self._keep(None if self.usual.box.isChecked() else self.boxes.rhythm())
