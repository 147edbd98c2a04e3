"""At the end of step 2: what the letter still needs, and the way to it once nothing is missing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_closeout.domain.phases import Step
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, card, label, row, set_tone
from pos_closeout.ui.wizard.situation import Situation


class ReadyCard(QWidget):
    """Says what the letter lacks; ``step_asked`` carries the step the owner wants to go to."""

    step_asked = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._told = label("", "strong")
        self._more = label("", "hint")
        self.to_letter = button(
            context.look, self.tr("See the letter"), lambda: self.step_asked.emit(Step.APPLICATION), icon="file-text"
        )
        ways = row(self.to_letter)
        ways.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card(self._told, self._more, ways, spacing=8))

    def tell(self, now: Situation, names: dict[str, str]) -> None:
        """Say what is missing, by the names of the fields."""
        lacking = [names.get(each, self.tr("the terminals")) for each in now.statuses[Step.IDENTITY].missing]
        first = bool(now.statuses[Step.PURPOSE].missing)
        if lacking or first:
            gap = self.tr(", ")
            wanting = [*([self.tr("answers of step 1")] if first else []), *dict.fromkeys(lacking)]
            self._told.setText(self.tr("Still needed for the letter: %1").replace("%1", gap.join(wanting)))
            self._more.setText(self.tr("You can look at it all the same: what is missing is left blank to write in."))
        else:
            self._told.setText(self.tr("The letter has everything it needs."))
            self._more.setText(
                self.tr("The questions of step 3 make it fuller: what you leave open is printed as “not known”.")
            )
        set_tone(self._told, "tone", (Tone.AMBER if lacking or first else Tone.OK).value)
