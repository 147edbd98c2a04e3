"""Asks why a find is turned down: the reason stays beside the proof, for whoever asks later."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from pos_closeout.ui.context import Context
from pos_closeout.ui.widgets.editor_dialog import DialogLook
from pos_closeout.ui.widgets.form_dialog import DialogField, FormDialog


@dataclass(frozen=True, slots=True)
class Rejection:
    """Why a find is no open item."""

    why: str = ""


class RejectDialog(FormDialog[Rejection]):
    """Asks for the reason.

    Args:
        context: look and texts.
        what: the find in a few words.
        keep: stores the reason.
        parent: the window it stands over.
    """

    def __init__(self, context: Context, what: str, keep: Callable[[str], object], parent: QWidget) -> None:
        super().__init__(context, Rejection(), parent)
        self._keep = keep
        usual = (
            self.tr("Looked up: it is done"),
            self.tr("Already on the list"),
            self.tr("Private, not the shop's"),
            self.tr("Only a test"),
        )
        look = DialogLook(
            self.tr("Not an open item"), self.tr("Leave this out?"), what, self.tr("&Leave it out"), size=(500, 0)
        )
        self.build(look, [[DialogField("why", self.tr("&Why not"), offers=usual)]])
        self.line("why").setFocus()

    def faults(self, value: Rejection) -> dict[str, str]:
        """Return that the reason is missing."""
        return {} if value.why else {"why": self.tr("Please say why in a few words.")}

    def keep_value(self, value: Rejection) -> None:
        """Turn the find down."""
        self._keep(value.why)
