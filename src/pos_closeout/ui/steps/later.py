"""A step of a later version: says what it will do for the owner, and never pretends to be done."""

from PySide6.QtWidgets import QWidget

from pos_closeout.domain.phases import Step
from pos_closeout.ui.kit import Kit
from pos_closeout.ui.situation import Situation
from pos_closeout.ui.steps.page import StepPage
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import card, icon_label, label, row, tag


class LaterPage(StepPage):
    """Shows the plan of a step that this version cannot do."""

    def __init__(self, kit: Kit, step: Step) -> None:
        super().__init__(kit, step)
        mark = row(tag(kit.look, "hourglass", self.tr("Not in this version yet"), Tone.AMBER))
        mark.addStretch()
        lines: list[QWidget] = [label(self.tr("What this step will do for you"), "cardTitle")]
        plans = [
            row(icon_label(kit.look, "circle", Tone.NEUTRAL, 14), label(kit.say(each)), spacing=8)
            for each in kit.guidance.steps[step].later
        ]
        hint = label(self.tr("Until then, use the papers and the list of this program and ask your acquirer."), "hint")
        self.lay_out(card(mark, *lines, *plans, hint, spacing=10))

    def refresh(self, now: Situation) -> None:
        """Show nothing of the case: there is nothing to answer yet."""
