"""The card of the evidence bundle: make it, where it was saved, and check such a zip."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_closeout.domain.case.case import LetterLanguage
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, card, clear_layout, icon_label, label, row
from pos_closeout.ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from pos_closeout.actions.backup.bundle import CheckedBundle


class BundleCard(QWidget):
    """Asks for a bundle or a check, and tells what came of it."""

    make_asked = Signal(object)
    """A bundle is to be made; carries the :class:`LetterLanguage` of its papers."""
    verify_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        look = context.look
        self._ways = QWidget()
        self._ways.setLayout(
            FlowLayout().add_all(
                button(
                    look,
                    self.tr("Make the bundle…"),
                    lambda: self.make_asked.emit(LetterLanguage.CHINESE),
                    icon="save",
                    kind="small",
                ),
                button(
                    look,
                    self.tr("Make it in English…"),
                    lambda: self.make_asked.emit(LetterLanguage.ENGLISH),
                    icon="save",
                    kind="small",
                ),
                button(look, self.tr("Check a bundle…"), self.verify_asked.emit, icon="search", kind="small"),
            )
        )
        told = self.tr(
            "One zip with the letters as issued, the papers, the logs, the proofs and the history. Whoever gets it can "
            "check that no byte was changed."
        )
        self._told = QVBoxLayout()
        self._told.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        title = label(self.tr("Evidence bundle"), "cardTitle")
        layout.addWidget(card(title, label(told, "hint"), self._ways, self._told, spacing=10))

    def begin(self) -> None:
        """Say that work is going on; nothing else can be asked meanwhile."""
        self._ways.setEnabled(False)
        self._say("hourglass", Tone.NEUTRAL, self.tr("Working …"))

    def stop(self) -> None:
        """Say nothing more: it did not come off."""
        self._ways.setEnabled(True)
        clear_layout(self._told)

    def say_made(self, path: Path, checked: "CheckedBundle", left_out: int) -> None:
        """Say where a bundle was saved, what it is known by, and what is not in it."""
        self._ways.setEnabled(True)
        self._say("circle-check", Tone.OK, self.tr("Saved: %1").replace("%1", str(path)))
        self._add("file-text", Tone.NEUTRAL, self.tr("Its number, to compare later: %1").replace("%1", checked.id))
        if left_out:
            gone = self.tr("%n proof(s) could not be found and are left out.", "", left_out)
            self._add("triangle-alert", Tone.AMBER, gone)

    def say_checked(self, path: Path, checked: "CheckedBundle") -> None:
        """Say whether a bundle is as it was made."""
        self._ways.setEnabled(True)
        if checked.faults:
            bad = self.tr("%1 was changed after it was made: %2")
            names = ", ".join(dict.fromkeys(each.path for each in checked.faults[:5]))
            self._say("triangle-alert", Tone.SEAL, bad.replace("%1", path.name).replace("%2", names))
        else:
            good = self.tr("%1 is whole: no byte has changed.").replace("%1", path.name)
            self._say("circle-check", Tone.OK, good)
            self._add("file-text", Tone.NEUTRAL, self.tr("Its number: %1").replace("%1", checked.id))

    def _say(self, icon: str, tone: Tone, text: str) -> None:
        clear_layout(self._told)
        self._add(icon, tone, text)

    def _add(self, icon: str, tone: Tone, text: str) -> None:
        # A place to break at, or a long number would make the page wider than the window.
        breakable = "\u200b".join(text[at : at + 16] for at in range(0, len(text), 16))
        line = row(icon_label(self._context.look, icon, tone), label(breakable, "hint"), spacing=8)
        line.setStretch(1, 1)
        held = QWidget()
        held.setLayout(line)
        held.setAccessibleName(text)
        self._told.addWidget(held)
