"""The list of risks with measure, who and until when; suggested ones stand in it until the owner changes it."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_closeout.domain.case.case import Case
from pos_closeout.domain.case.impact import Grade, Risk
from pos_closeout.guidance.impact_texts import risk_text, risks_of
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, card, clear_layout, column, label, row, rule, tag
from pos_closeout.ui.widgets.choice import CheckLine
from pos_closeout.ui.widgets.flow import FlowLayout
from pos_closeout.ui.wizard.situation import Situation
from pos_closeout.ui.wizard.steps.impact.risk_editor import RiskEditor

_TAGS = {
    Grade.LOW: ("info", Tone.NEUTRAL),
    Grade.MEDIUM: ("triangle-alert", Tone.AMBER),
    Grade.HIGH: ("octagon-alert", Tone.SEAL),
}


class RisksCard(QWidget):
    """Lists the risks; ``changed`` carries the new case."""

    changed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._case = context, Case()
        self._risks: tuple[Risk, ...] | None = None
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self._accepted = CheckLine(self.tr("I have gone through these risks"))
        self._accepted.toggled.connect(self._accepted_edited)
        add = row(button(context.look, self.tr("Add a risk"), self._added, icon="plus", kind="small"))
        add.addStretch()
        told = self.tr("Suggested for what you chose. Change them, add your own, take off what does not fit.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        title = label(self.tr("What could go wrong?"), "cardTitle")
        layout.addWidget(card(title, label(told, "hint"), self._lines, add, self._accepted, spacing=10))

    def tell(self, now: Situation) -> None:
        """Show the risks of a case."""
        self._case = now.case
        self._accepted.set_checked(checked=now.case.impact.accepted)
        risks = risks_of(self._context.guidance.impact, now.case)
        if risks == self._risks:
            return
        self._risks = risks
        clear_layout(self._lines)
        for place, risk in enumerate(risks):
            if place:
                self._lines.addWidget(rule())
            self._lines.addWidget(self._line(place, risk))

    def _line(self, place: int, risk: Risk) -> QWidget:
        context = self._context
        what, measure = risk_text(context.guidance.impact, risk, context.language)
        name = self.tr("Edit risk %1").replace("%1", what)
        pencil = button(context.look, "", partial(self._edit, place), icon="pencil", kind="quiet", name=name)
        tags = QWidget()
        likely, bad = self.tr("likely: %1"), self.tr("effect: %1")
        flow = FlowLayout()
        for words, grade in ((likely, risk.likelihood), (bad, risk.consequence)):
            icon, tone = _TAGS[grade]
            flow.addWidget(
                tag(context.look, icon, words.replace("%1", context.say(context.guidance.impact.grades[grade])), tone)
            )
        tags.setLayout(flow)
        until = "" if risk.until is None else context.long_day(risk.until)
        who = " · ".join(part for part in (risk.who, until) if part) or self.tr("nobody yet, no day yet")
        lines = column(
            label(what, "strong"),
            tags,
            label(self.tr("Measure: %1").replace("%1", measure), "hint"),
            label(self.tr("Who and by when: %1").replace("%1", who), "hint"),
            spacing=4,
        )
        held = QWidget()
        line = row(lines, pencil)
        line.setStretch(0, 1)
        held.setLayout(line)
        return held

    def _edit(self, place: int) -> None:
        risks = self._risks or ()
        editor = RiskEditor(self._context, risks[place], self.window(), new=False)
        if editor.exec() == RiskEditor.DialogCode.Accepted:
            self._emit((*risks[:place], editor.value(), *risks[place + 1 :]))
        elif editor.removed:
            self._emit(risks[:place] + risks[place + 1 :])

    def _added(self) -> None:
        editor = RiskEditor(self._context, Risk(), self.window(), new=True)
        if editor.exec() == RiskEditor.DialogCode.Accepted:
            self._emit((*(self._risks or ()), editor.value()))

    def _emit(self, risks: tuple[Risk, ...]) -> None:
        said = replace(self._case.impact, risks_said=True)
        self.changed.emit(replace(self._case, risks=risks, impact=said))

    def _accepted_edited(self, accepted: bool) -> None:
        self.changed.emit(replace(self._case, impact=replace(self._case.impact, accepted=accepted)))
