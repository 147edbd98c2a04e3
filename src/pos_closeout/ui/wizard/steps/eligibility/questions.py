"""The questions that no data can answer, one at a time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from pos_closeout.domain.case.case import Answer, answer_to, with_answer
from pos_closeout.domain.eligibility.eligibility import QUESTIONS
from pos_closeout.guidance import Bilingual
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, card, icon_label, label, row
from pos_closeout.ui.widgets.flow import FlowLayout
from pos_closeout.ui.wizard.situation import Situation


class Questions(QWidget):
    """Asks the next open question; ``changed`` carries the case with the answer."""

    changed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._now: Situation | None = None
        self._asked = ""
        self._again = ""
        self._progress = label("", "caption")
        self._question = label("", "strong")
        self._why = label("", "hint")
        self._buttons = {answer: self._choice(answer) for answer in Answer}
        held = QWidget()
        flow = FlowLayout()
        flow.add_all(*self._buttons.values())
        held.setLayout(flow)
        look = context.look
        self._skip = button(look, self.tr("Answer later"), self._skipped, kind="link")
        head = row(icon_label(look, "circle-help", Tone.ACCENT, 18), self._progress, spacing=6)
        self._card: QFrame = card(head, self._question, self._why, held, self._skip, spacing=8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._card)
        self._skipped_checks: list[str] = []

    def _choice(self, answer: Answer) -> QPushButton:
        return button(self._context.look, "", lambda: self._answered(answer), kind="small")

    def tell(self, now: Situation) -> None:
        """Show the next question that has no answer, skipped ones last, or nothing when all are answered."""
        self._now = now
        open_checks = [check for check in QUESTIONS if any(f.check == check and f.unanswered for f in now.findings)]
        skipped = self._skipped_checks
        waiting = sorted(open_checks, key=lambda each: skipped.index(each) if each in skipped else -1)
        before, self._asked = self._asked, self._again or (waiting[0] if waiting else "")
        self.setVisible(bool(self._asked))
        if self._asked:
            self._show(self._asked, len(open_checks), now)
        if before != self._asked and any(choice.hasFocus() for choice in self._buttons.values()):
            # The next question is read before it is answered.
            self._question.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, check: str, left: int, now: Situation) -> None:
        texts = self._context.guidance.checks[check]
        self._progress.setText(
            self.tr("Only you know this · %n question(s) left", "", left) if left else self.tr("Your answer so far")
        )
        self._question.setText(self._context.say(texts.question) if texts.question else "")
        self._why.setText(self._context.say(texts.why))
        labels: dict[Answer, Bilingual | None] = {
            Answer.FINE: texts.fine,
            Answer.PROBLEM: texts.problem,
            Answer.NOT_APPLICABLE: texts.not_applicable,
        }
        given = answer_to(now.case, check)
        for answer, choice in self._buttons.items():
            words = labels[answer]
            choice.setVisible(words is not None)
            if words is not None:
                choice.setText(self._context.say(words))
                choice.setAccessibleName(self._context.say(words))
            choice.setIcon(
                self._context.look.icon("check", self._context.look.tokens.accent, 16) if answer is given else QIcon()
            )
        self._skip.setVisible(left > 1 and not self._again)

    def ask_again(self, check: str) -> None:
        """Ask a question that was answered before, keeping the old answer until a new one is given."""
        self._again = check
        if self._now is not None:
            self.tell(self._now)
            self._question.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answered(self, answer: Answer) -> None:
        if self._now is None:
            return
        check, self._again = self._asked, ""
        case = with_answer(self._now.case, check, answer)
        if case == self._now.case:
            self.tell(self._now)
        else:
            self.changed.emit(case)

    def _skipped(self) -> None:
        if self._asked in self._skipped_checks:
            self._skipped_checks.remove(self._asked)
        self._skipped_checks.append(self._asked)
        if self._now is not None:
            self.tell(self._now)
