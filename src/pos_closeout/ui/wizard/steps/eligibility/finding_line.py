"""One finding: its weight, what was found, why it matters, what to do, the law behind it, and the way there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_closeout.domain.case.case import Case
from pos_closeout.domain.eligibility.eligibility import Finding, Level
from pos_closeout.domain.phases import Step
from pos_closeout.guidance.texts import LawText
from pos_closeout.guidance.wording import finding_title, laws_of
from pos_closeout.ui.context import Context
from pos_closeout.ui.plain_text import shown_plain
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, column, icon_label, label, row
from pos_closeout.ui.wizard.law_text import law_text

_ICONS = {
    Level.BLOCKING: ("octagon-alert", Tone.SEAL),
    Level.WARNING: ("triangle-alert", Tone.AMBER),
    Level.INFORMATION: ("info", Tone.ACCENT),
    Level.MET: ("circle-check", Tone.OK),
}

_WAY_WIDTH = 112


class FindingLine(QWidget):
    """Shows a finding; asks for the step that repairs it, or again for the answer that led to it."""

    step_asked = Signal(object)
    ask_again = Signal(str)
    brought_back = Signal(str)

    def __init__(self, context: Context, found: Finding, case: Case, *, answered: bool) -> None:
        super().__init__()
        self._context, self._found, self._answered = context, found, answered
        texts = context.guidance.checks[found.check]
        icon, tone = _ICONS[found.level]
        title = finding_title(texts, found, context.language, context.guidance.concerns)
        left_out = "left_out" in dict(found.values)
        about = context.say(texts.title_met) if left_out else context.say(texts.why)
        lines = [label(title, "strong"), label(about, "hint")]
        if found.level is not Level.MET:
            lines.append(label(self.tr("What to do: %1").replace("%1", context.say(texts.remedy)), "hint"))
            lines.append(label(self.tr("Proof: %1").replace("%1", context.say(texts.evidence)), "caption"))
        words = column(*lines, spacing=3)
        laws = laws_of(texts, context.guidance.laws, case)
        if laws and not left_out:
            words.addLayout(self._law(laws))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 14, 8, 14)
        layout.setSpacing(12)
        layout.addWidget(icon_label(context.look, icon, tone, 22, top=True))
        layout.addLayout(words, 1)
        layout.addLayout(self._ways())
        self.setAccessibleName(title)

    def _law(self, laws: tuple[LawText, ...]) -> QHBoxLayout:
        named = [f"{self._context.say(law.name)} {law.number} {self._context.say(law.article)}".split() for law in laws]
        text = label(self.tr("; ").join(" ".join(words) for words in named), "caption")
        text.setToolTip(shown_plain("\n\n".join(law_text(self._context, law) for law in laws)))
        return row(icon_label(self._context.look, "scale", Tone.NEUTRAL, 14), text, spacing=4)

    def _ways(self) -> QVBoxLayout:
        ways = QVBoxLayout()
        found, look = self._found, self._context.look
        if found.level is not Level.MET and found.step is not Step.ELIGIBILITY:
            go = button(look, self.tr("Go there"), lambda: self.step_asked.emit(found.step), kind="small")
            go.setAccessibleDescription(self._context.say(self._context.guidance.steps[found.step].name))
            ways.addWidget(go)
        if "left_out" in dict(found.values):
            asked = self.tr("Ask me all the same")
            ways.addWidget(button(look, asked, lambda: self.brought_back.emit(found.check), kind="small"))
        if self._answered:
            ways.addWidget(
                button(look, self.tr("Answer again"), lambda: self.ask_again.emit(found.check), kind="small")
            )
        # Of one width, so that they stand below each other from finding to finding.
        for each in (ways.itemAt(at).widget() for at in range(ways.count())):
            each.setMinimumWidth(look.px(_WAY_WIDTH))
        ways.addStretch()
        return ways
