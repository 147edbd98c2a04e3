"""The dialog with all fields of one risk."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from pos_closeout.domain.case.impact import Risk
from pos_closeout.guidance.impact_texts import risk_text
from pos_closeout.ui.context import Context
from pos_closeout.ui.widgets.editor_dialog import DialogLook
from pos_closeout.ui.widgets.form_dialog import DialogField, FieldType, FormDialog


class RiskEditor(FormDialog[Risk]):
    """Edits a risk; suggested words that were left alone stay suggested ones."""

    def __init__(self, context: Context, risk: Risk, parent: QWidget, *, new: bool) -> None:
        what, measure = risk_text(context.guidance.impact, risk, context.language)
        super().__init__(context, replace(risk, what=what, measure=measure), parent)
        self._risk = risk
        self._suggested = risk_text(context.guidance.impact, replace(risk, what="", measure=""), context.language)
        take_off = "" if new else self.tr("Take off the list")
        self.build(DialogLook(self.tr("Risk"), self.tr("Risk"), take_off=take_off), self._rows(context))
        self.line("what").setFocus()

    def _rows(self, context: Context) -> list[list[DialogField]]:
        grades = {grade: context.say(name) for grade, name in context.guidance.impact.grades.items()}
        choice = FieldType.CHOICE
        return [
            [DialogField("what", self.tr("What could go wrong"))],
            [
                DialogField("likelihood", self.tr("How likely"), choice, choices=grades),
                DialogField("consequence", self.tr("How bad"), choice, choices=grades),
            ],
            [DialogField("measure", self.tr("What is done about it"), limit=300)],
            [
                DialogField("who", self.tr("Who sees to it"), limit=60),
                DialogField("until", self.tr("By when"), FieldType.DATE),
            ],
        ]

    def from_fields(self, values: dict[str, Any]) -> Risk:
        """Return the risk as it stands in the dialog."""
        for name, suggested in zip(("what", "measure"), self._suggested, strict=True):
            if values[name] == suggested:
                values[name] = ""
        return replace(self._risk, **values)

    def checked(self, value: Risk) -> str:
        """Return what is missing."""
        del value
        return "" if self.line("what").text().strip() else self.tr("Please say what could go wrong.")
