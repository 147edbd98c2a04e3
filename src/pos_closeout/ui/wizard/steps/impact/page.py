"""Step 5: what the stop means for the takings, what replaces the terminal, and what could go wrong."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from pos_closeout.actions.bills.bills import takings
from pos_closeout.domain.bills.bills import Takings
from pos_closeout.domain.phases import Step
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, label
from pos_closeout.ui.widgets.flow import FlowLayout
from pos_closeout.ui.wizard.situation import Situation
from pos_closeout.ui.wizard.steps.impact.replacements import ReplacementsCard
from pos_closeout.ui.wizard.steps.impact.risks import RisksCard
from pos_closeout.ui.wizard.steps.impact.takings import TakingsCard
from pos_closeout.ui.wizard.steps.page import StepPage


class ImpactPage(StepPage):
    """Puts takings, replacements and risks below each other; the bills are read when the page is shown."""

    bills_asked = Signal()
    print_asked = Signal()
    """The one-page assessment is to be printed."""
    save_asked = Signal()
    """It is to be saved as a PDF."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, Step.IMPACT)
        self._takings: tuple[Takings, ...] = ()
        self._money, self._replacements, self._risks = (
            TakingsCard(context),
            ReplacementsCard(context),
            RisksCard(context),
        )
        for each in (self._money, self._replacements, self._risks):
            each.changed.connect(self.edit)
        self._money.bills_asked.connect(self.bills_asked)
        self._missing = label("", "hint", tone=Tone.AMBER)
        held = QWidget()
        look = context.look
        held.setLayout(
            FlowLayout().add_all(
                button(look, self.tr("Print this on one page"), self.print_asked.emit, icon="printer"),
                button(look, self.tr("Save as PDF"), self.save_asked.emit, icon="file-down"),
            )
        )
        self.lay_out(self._money, self._replacements, self._risks, self._missing, held)

    @property
    def takings(self) -> tuple[Takings, ...]:
        """What the bills of the case hold."""
        return self._takings

    def print_paper(self) -> bool:
        """Print the assessment."""
        self.print_asked.emit()
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """Read the bills anew: some may have come in since."""
        super().showEvent(event)
        if self.now is not None:
            self._takings = takings(self.context.store, self.case.id)
            self.refresh(self.now)

    def refresh(self, now: Situation) -> None:
        """Show what stops, what replaces it and the risks."""
        self._money.tell(now, self._takings)
        self._replacements.tell(now)
        self._risks.tell(now)
        words = {
            "replacement": self.tr("Choose at least one way to be paid after the stop."),
            "ready_by": self.tr("Say until when each way is to be ready."),
            "risk": self.tr("Say of each risk what could go wrong."),
            "accepted": self.tr("Go through the risks and tick that you have."),
        }
        missing = now.statuses[Step.IMPACT].missing
        self._missing.setText("\n".join(words[name] for name in missing))
        self._missing.setVisible(bool(missing))
