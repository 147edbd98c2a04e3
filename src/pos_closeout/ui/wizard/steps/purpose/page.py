"""Step 1: who, which device and why; then what is to happen to which terminal, and from when."""

from dataclasses import replace

from PySide6.QtWidgets import QFrame

from pos_closeout.domain.case.case import Case, never_opened
from pos_closeout.domain.device.terminal import Terminal
from pos_closeout.domain.phases import Step
from pos_closeout.domain.steps.progress import purpose_missing
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import card, label
from pos_closeout.ui.wizard.left_out import LeftOutLine
from pos_closeout.ui.wizard.situation import Situation
from pos_closeout.ui.wizard.steps.page import StepPage
from pos_closeout.ui.wizard.steps.purpose.action_card import ActionCard
from pos_closeout.ui.wizard.steps.purpose.day_card import DayCard
from pos_closeout.ui.wizard.steps.purpose.profile_card import ProfileCard
from pos_closeout.ui.wizard.steps.purpose.terminal_rows import TerminalRows
from pos_closeout.ui.wizard.steps.purpose.three_questions import ThreeQuestions


class PurposePage(StepPage):
    """Asks the three questions, the action per terminal, and the day."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, Step.PURPOSE)
        self.three, self.action, self.day = ThreeQuestions(context), ActionCard(context), DayCard(context)
        self._rows, self._profile = TerminalRows(context), ProfileCard(context)
        self._left_out = LeftOutLine(context)
        for asking in (self.three, self.action, self.day, self._left_out):
            asking.changed.connect(self._told)
        self.action.step_asked.connect(self.step_asked)
        self._rows.changed.connect(self._terminals_edited)
        self._profile.changed.connect(lambda profile: self.edit(replace(self.case, profile=profile)))
        self._terminals = self._terminal_card()
        self._missing = label("", "hint", tone=Tone.AMBER)
        self.lay_out(self.three, self.action, self._terminals, self.day, self._profile, self._left_out, self._missing)

    def _terminal_card(self) -> QFrame:
        hint = label(
            self.tr("The terminal number (8 characters) stands on every slip. Each terminal can have its own choice."),
            "hint",
        )
        return card(label(self.tr("Which terminals?"), "cardTitle"), hint, self._rows, spacing=10)

    def refresh(self, now: Situation) -> None:
        """Show the answers of step 1."""
        case = now.case
        self.three.tell(case)
        self.action.tell(now)
        self._rows.tell(case.terminals)
        self.day.tell(now)
        self._profile.show_case(case)
        self._left_out.tell(now)
        unknown = never_opened(case)
        self._terminals.setVisible(not unknown)
        self.day.setVisible(not unknown and case.profile.acquirer_left is not True)
        missing = purpose_missing(case)
        self._missing.setText("\n".join(self._missing_names()[name] for name in missing))
        self._missing.setVisible(bool(missing))

    def _missing_names(self) -> dict[str, str]:
        return {
            "entity": self.tr("Say who you are."),
            "terminals": self.tr("Add at least one terminal."),
            "action": self.tr("Choose what is to happen for every terminal."),
            "reasons": self.tr("Choose at least one reason."),
            "reason_note": self.tr("Say in a few words what the other reason is."),
            "stop_on": self.tr("Say from which day the terminal is to stop."),
        }

    def _told(self, case: Case) -> None:
        self.edit(case)

    def _terminals_edited(self, terminals: tuple[Terminal, ...]) -> None:
        self.edit(replace(self.case, terminals=terminals))
