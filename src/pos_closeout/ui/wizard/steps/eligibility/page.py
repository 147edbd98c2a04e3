"""Step 3: what stands in the way, and the questions that only the owner can answer."""

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from pos_closeout.domain.case.case import answer_to
from pos_closeout.domain.eligibility.concerns import bring_back
from pos_closeout.domain.eligibility.eligibility import Finding, Level
from pos_closeout.domain.phases import Step
from pos_closeout.ui.context import Context
from pos_closeout.ui.widgets.basic import button, clear_layout, framed, label, rule, set_chip_text
from pos_closeout.ui.widgets.flow import FlowLayout
from pos_closeout.ui.wizard.situation import Situation
from pos_closeout.ui.wizard.steps.eligibility.finding_line import FindingLine
from pos_closeout.ui.wizard.steps.eligibility.questions import Questions
from pos_closeout.ui.wizard.steps.page import StepPage


class EligibilityPage(StepPage):
    """Lists the findings by weight and asks the open questions one by one."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, Step.ELIGIBILITY)
        self._chosen: Level | None = None
        self._chips: dict[Level, QPushButton] = {level: self._chip(level) for level in Level}
        chips = QWidget()
        flow = FlowLayout(spacing=12)
        flow.add_all(*self._chips.values())
        chips.setLayout(flow)
        self._summary = label("", "strong")
        self._questions = Questions(context)
        self._questions.changed.connect(self.edit)
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(12, 6, 12, 6)
        self._lines.setSpacing(0)
        self._card: QFrame = framed(self._lines, "card")
        self._shown: tuple[Finding, ...] | None = None
        self.lay_out(self._summary, self._questions, chips, self._card)

    def _chip(self, level: Level) -> QPushButton:
        made = button(self.context.look, "", lambda: self._choose(level), kind="chip")
        made.setCheckable(True)
        return made

    def _chip_names(self) -> dict[Level, str]:
        return {
            Level.BLOCKING: self.tr("Must be done first %1"),
            Level.WARNING: self.tr("Better done first %1"),
            Level.INFORMATION: self.tr("Good to know %1"),
            Level.MET: self.tr("Met %1"),
        }

    def _choose(self, level: Level) -> None:
        self._chosen = None if self._chosen is level else level
        self._shown = None
        if self.now is not None:
            self.refresh(self.now)

    def refresh(self, now: Situation) -> None:
        """Show the findings and the next question."""
        known = [found for found in now.findings if not found.unanswered]
        counts = {level: sum(found.level is level for found in known) for level in Level}
        names = self._chip_names()
        for level, chip in self._chips.items():
            text = names[level].replace("%1", str(counts[level]))
            set_chip_text(self.context.look, chip, text)
            chip.setChecked(self._chosen is level)
        self._summary.setText(self._summed_up(counts))
        self._questions.tell(now)
        wanted = {self._chosen} if self._chosen else {Level.BLOCKING, Level.WARNING, Level.INFORMATION}
        order = list(Level)
        shown = tuple(sorted((found for found in known if found.level in wanted), key=lambda f: order.index(f.level)))
        if shown != self._shown:
            self._shown = shown
            self._list(shown)

    def _summed_up(self, counts: dict[Level, int]) -> str:
        if counts[Level.BLOCKING]:
            return self.tr("%n thing(s) must be done before you hand in the application.", "", counts[Level.BLOCKING])
        if counts[Level.WARNING]:
            return self.tr("Nothing blocks you. %n thing(s) are better dealt with first.", "", counts[Level.WARNING])
        return self.tr("Nothing that the program knows of stands in the way.")

    def _list(self, findings: tuple[Finding, ...]) -> None:
        clear_layout(self._lines)
        for position, found in enumerate(findings):
            if position:
                self._lines.addWidget(rule())
            line = FindingLine(self.context, found, self.case, answered=answer_to(self.case, found.check) is not None)
            line.step_asked.connect(self.step_asked)
            line.ask_again.connect(self._questions.ask_again)
            line.brought_back.connect(lambda check: self.edit(bring_back(self.case, check)))
            self._lines.addWidget(line)
        self._card.setVisible(bool(findings))
