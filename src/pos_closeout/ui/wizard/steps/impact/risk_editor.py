"""The dialog with all fields of one risk."""

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QDialog, QVBoxLayout, QWidget

from pos_closeout.domain.case.impact import Grade, Risk
from pos_closeout.guidance.impact_texts import risk_text
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.basic import button, label, row
from pos_closeout.ui.widgets.date_field import DateField
from pos_closeout.ui.widgets.discard_question import may_discard
from pos_closeout.ui.widgets.field import Field, grid, line_edit


class RiskEditor(QDialog):
    """Edits a risk. ``removed`` tells, after a rejection, that the owner took the risk off the list."""

    def __init__(self, context: Context, risk: Risk, parent: QWidget, *, new: bool) -> None:
        super().__init__(parent)
        self._context, self._risk = context, risk
        self.removed = False
        self.setWindowTitle(self.tr("Risk"))
        self.setMinimumWidth(context.look.px(560))
        self._suggested = risk_text(context.guidance.impact, replace(risk, what="", measure=""), context.language)
        what, measure = risk_text(context.guidance.impact, risk, context.language)
        self._what, self._measure, self._who = line_edit(limit=200), line_edit(limit=300), line_edit(limit=60)
        for editor, text in ((self._what, what), (self._measure, measure), (self._who, risk.who)):
            editor.setText(text)
            editor.setCursorPosition(0)
        self._likelihood, self._consequence = self._grade(risk.likelihood), self._grade(risk.consequence)
        self._until = DateField(context)
        self._until.set_value(risk.until)
        self._problem = Banner(context)
        self._before = self.risk()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(14)
        layout.addWidget(label(self.tr("Risk"), "cardTitle"))
        rows: list[list[QWidget]] = [
            [Field(context, self.tr("What could go wrong"), self._what)],
            [
                Field(context, self.tr("How likely"), self._likelihood),
                Field(context, self.tr("How bad"), self._consequence),
            ],
            [Field(context, self.tr("What is done about it"), self._measure)],
            [Field(context, self.tr("Who sees to it"), self._who), Field(context, self.tr("By when"), self._until)],
        ]
        layout.addLayout(grid(rows))
        layout.addWidget(self._problem)
        keep = button(context.look, self.tr("&Keep"), self.accept, kind="primary")
        keep.setDefault(True)
        take_off = button(context.look, self.tr("Take off the list"), self._remove, icon="trash-2", kind="danger")
        take_off.setVisible(not new)
        ways = row(take_off)
        ways.addStretch()
        ways.addWidget(button(context.look, self.tr("Cancel"), self.reject))
        ways.addWidget(keep)
        layout.addLayout(ways)
        self._what.setFocus()

    def _grade(self, grade: Grade) -> QComboBox:
        made = QComboBox()
        for each, name in self._context.guidance.impact.grades.items():
            made.addItem(self._context.say(name), each)
        made.setCurrentIndex(list(Grade).index(grade))
        return made

    def risk(self) -> Risk:
        """Return the risk as it stands in the dialog; suggested words that were left alone stay suggested ones."""
        what, measure = self._what.text().strip(), self._measure.text().strip()
        suggested_what, suggested_measure = self._suggested
        return replace(
            self._risk,
            what="" if what == suggested_what else what,
            measure="" if measure == suggested_measure else measure,
            likelihood=Grade(self._likelihood.currentData()),
            consequence=Grade(self._consequence.currentData()),
            who=self._who.text().strip(),
            until=self._until.value(),
        )

    def _remove(self) -> None:
        self.removed = True
        super().reject()

    def accept(self) -> None:
        """Keep the risk, or say what is missing."""
        if not self._what.text().strip():
            self._problem.tell(Tone.SEAL, self.tr("Please say what could go wrong."))
        elif self._until.verdict():
            self._problem.tell(Tone.SEAL, self._until.verdict())
        else:
            super().accept()

    def reject(self) -> None:
        """Close without keeping, after asking when something was typed."""
        if self.risk() == self._before or may_discard(self):
            super().reject()
