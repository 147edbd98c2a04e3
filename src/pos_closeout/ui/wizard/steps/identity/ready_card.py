"""At the end of step 2: what the letter still needs, and the way to it once nothing is missing."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_closeout.domain.phases import Step
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, card, clear_layout, label, row, set_tone
from pos_closeout.ui.widgets.flow import FlowLayout
from pos_closeout.ui.wizard.situation import Situation


class ReadyCard(QWidget):
    """Says what the letter lacks; ``step_asked`` carries the step the owner wants to go to."""

    step_asked = Signal(object)
    field_asked = Signal(str)
    """The owner wants to give a missing answer; carries its id as in ``missing``."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._look = context.look
        self._told = label("", "strong")
        self._lacking: tuple[tuple[str, str], ...] = ()
        self._ways = FlowLayout()
        self._to_missing = QWidget()
        self._to_missing.setLayout(self._ways)
        self._more = label("", "hint")
        self.to_letter = button(
            context.look, self.tr("See the letter"), lambda: self.step_asked.emit(Step.APPLICATION), icon="file-text"
        )
        ways = row(self.to_letter)
        ways.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card(self._told, self._to_missing, self._more, ways, spacing=8))

    def tell(self, now: Situation, names: dict[str, str]) -> None:
        """Say what is missing, by the names of the fields."""
        lacking = {
            names.get(each, self.tr("the terminals")): each for each in reversed(now.statuses[Step.IDENTITY].missing)
        }
        first = bool(now.statuses[Step.PURPOSE].missing)
        if lacking or first:
            self._told.setText(self.tr("Still needed for the letter:"))
            self._more.setText(self.tr("You can look at it all the same: what is missing is left blank to write in."))
        else:
            self._told.setText(self.tr("The letter has everything it needs."))
            self._more.setText(
                self.tr("The questions of step 3 make it fuller: what you leave open is printed as “not known”.")
            )
        set_tone(self._told, "tone", (Tone.AMBER if lacking or first else Tone.OK).value)
        wanting = [(self.tr("answers of step 1"), "")] if first else []
        self._offer((*wanting, *reversed(lacking.items())))

    def _offer(self, lacking: tuple[tuple[str, str], ...]) -> None:
        """Show a button for each missing answer, made anew only where they differ: one may hold the keyboard."""
        if lacking != self._lacking:
            self._lacking = lacking
            clear_layout(self._ways)
            self._ways.add_all(
                *(button(self._look, name, partial(self._go, each), kind="small") for name, each in lacking)
            )
        self._to_missing.setVisible(bool(lacking))

    def _go(self, missing: str) -> None:
        if missing:
            self.field_asked.emit(missing)
        else:
            self.step_asked.emit(Step.PURPOSE)
