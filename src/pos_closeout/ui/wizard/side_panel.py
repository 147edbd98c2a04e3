"""The panel at the right: why we ask, the law behind it, and what to watch out for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from pos_closeout.domain.phases import Step
from pos_closeout.guidance.texts import LawText
from pos_closeout.ui.context import Context
from pos_closeout.ui.plain_text import shown_plain
from pos_closeout.ui.style.tokens import PANEL_WIDTH, Tone
from pos_closeout.ui.widgets.basic import clear_layout, column, framed, icon_label, label, row, scrolled
from pos_closeout.ui.wizard.law_text import law_text


class SidePanel(QFrame):
    """Shows the texts beside one step; the View menu folds it away."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setProperty("role", "panel")
        self.setFixedWidth(min(context.look.px(PANEL_WIDTH), 330))
        inner = QWidget()
        self._layout = QVBoxLayout(inner)
        self._layout.setContentsMargins(20, 24, 20, 24)
        self._layout.setSpacing(10)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        self._area = scrolled(inner)
        # Nothing in it can be pressed: it takes the keyboard itself, to be scrolled.
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self._area)
        outer.addWidget(self._area)
        self._step: Step | None = None

    def tell(self, step: Step) -> None:
        """Show the texts of a step."""
        if step is self._step:
            return
        self._step = step
        clear_layout(self._layout)
        context, texts = self._context, self._context.guidance.steps[step]
        self._area.setAccessibleName(context.say(texts.why_heading))
        told = [*texts.why, *(context.guidance.laws[key].gist for key in texts.basis), *texts.note]
        self._area.setAccessibleDescription(" ".join(context.say(each) for each in told))
        self._head("circle-help", Tone.ACCENT, context.say(texts.why_heading))
        for paragraph in texts.why:
            self._layout.addWidget(label(context.say(paragraph), "hint"))
        for key in texts.basis:
            self._layout.addWidget(self._law(context.guidance.laws[key]))
        if texts.note:
            self._layout.addSpacing(10)
            self._head("shield-alert", Tone.SEAL, self.tr("Please note"))
            for paragraph in texts.note:
                self._layout.addWidget(label(context.say(paragraph), "hint"))
        self._layout.addStretch()

    def _head(self, icon: str, tone: Tone, text: str) -> None:
        self._layout.addLayout(row(icon_label(self._context.look, icon, tone, 18), label(text, "strong"), spacing=6))

    def _law(self, law: LawText) -> QFrame:
        context = self._context
        name = " ".join(f"{context.say(law.name)} {law.number} {context.say(law.article)}".split())
        words = [label(self.tr("Basis: %1").replace("%1", name), "hint"), label(context.say(law.gist), "caption")]
        words[0].setToolTip(shown_plain(law_text(context, law)))
        return framed(column(*words, spacing=4, margins=(8, 2, 0, 2)), "quote")
