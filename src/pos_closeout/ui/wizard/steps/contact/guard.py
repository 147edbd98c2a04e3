"""The guard against fraud: three questions before the first call, and what a real acquirer never asks for."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from pos_closeout.domain.case.case import Case
from pos_closeout.domain.case.contact import SAFE_ANSWERS, alarms, guard_answered
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.basic import button, card, column, framed, icon_label, label, row
from pos_closeout.ui.wizard.situation import Situation


class GuardCard(QWidget):
    """Asks three questions with yes and no; an alarming answer says at once what to do."""

    changed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._case = context, Case()
        self._chips: dict[str, tuple[QPushButton, QPushButton]] = {}
        self._alarms = {name: Banner(context) for name, _ in SAFE_ANSWERS}
        self._verdict = Banner(context)
        parts: list[QWidget] = [label(self.tr("Three questions before the first call"), "cardTitle")]
        for number, (name, _) in enumerate(SAFE_ANSWERS, 1):
            parts += [self._question(number, name), self._alarms[name]]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card(*parts, self._verdict, self._never(), spacing=10))

    def _question(self, number: int, name: str) -> QWidget:
        question = self._context.say(self._context.guidance.contact.guard[name].question)
        chips = tuple(self._chip(name, question, answer=answer) for answer in (True, False))
        self._chips[name] = (chips[0], chips[1])
        ways = row(*chips)
        ways.addStretch()
        held = QWidget()
        held.setLayout(column(label(f"{number}. {question}"), ways, spacing=6))
        return held

    def _chip(self, name: str, question: str, *, answer: bool) -> QPushButton:
        text = self.tr("Yes") if answer else self.tr("No")
        made = button(self._context.look, text, lambda: self._answered(name, answer=answer), kind="chip")
        made.setCheckable(True)
        made.setAccessibleName(f"{text}: {question}")
        return made

    def _never(self) -> QWidget:
        context = self._context
        heading = row(
            icon_label(context.look, "shield-alert", Tone.SEAL, 18),
            label(self.tr("By telephone, text or chat a real acquirer never asks for"), "strong"),
            spacing=6,
        )
        lines = [label(f"· {context.say(line)}", "hint") for line in context.guidance.contact.never]
        return framed(column(heading, *lines, spacing=3), "quote")

    def tell(self, now: Situation) -> None:
        """Show the answers and what follows from them."""
        self._case = now.case
        guard, alarming = now.case.guard, alarms(now.case.guard)
        for name, (yes, no) in self._chips.items():
            yes.setChecked(getattr(guard, name) is True)
            no.setChecked(getattr(guard, name) is False)
            told = self._context.say(self._context.guidance.contact.guard[name].alarm) if name in alarming else ""
            self._alarms[name].tell(Tone.SEAL, told)
        fine = guard_answered(guard) and not alarming
        told = self.tr("No signs of fraud here. Call the number yourself; never follow a link.")
        self._verdict.tell(Tone.OK, told if fine else "")

    def _answered(self, name: str, *, answer: bool) -> None:
        given = None if getattr(self._case.guard, name) is answer else answer
        change: dict[str, Any] = {name: given}
        self.changed.emit(replace(self._case, guard=replace(self._case.guard, **change)))
