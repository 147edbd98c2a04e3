"""Where the application stands: what to do now, until when an answer is expected, and what if none comes."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from pos_closeout.domain.case.review import (
    FOLLOWS,
    MOST_DAYS,
    USUAL_DAYS,
    WAITING,
    EventKind,
    ReviewPlan,
    ReviewState,
    awaited,
    state_of,
)
from pos_closeout.domain.ledger.open_items import is_open
from pos_closeout.guidance.review_texts import Rung
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.basic import button, card, clear_layout, column, label, row, tag
from pos_closeout.ui.widgets.choice import CheckLine
from pos_closeout.ui.widgets.field import Field, grid, line_edit
from pos_closeout.ui.widgets.flow import FlowLayout
from pos_closeout.ui.widgets.number_line import CountValidator
from pos_closeout.ui.wizard.situation import Situation

_TAGS = {
    ReviewState.PREPARING: ("circle", Tone.NEUTRAL),
    ReviewState.SUBMITTED: ("hourglass", Tone.ACCENT),
    ReviewState.ACCEPTED: ("hourglass", Tone.ACCENT),
    ReviewState.RETURNED: ("octagon-alert", Tone.SEAL),
    ReviewState.APPROVED: ("circle-check", Tone.OK),
    ReviewState.RECEIVED: ("circle-check", Tone.OK),
}


class StateCard(QWidget):
    """Says the state in a tag and a sentence, and offers what may have happened next."""

    noted = Signal(object)
    """The owner wants to note an event of this :class:`EventKind`."""
    planned = Signal(object)
    """The acquirer takes so long; carries the new :class:`ReviewPlan`."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shown: ReviewState | None = None
        self._plan = ReviewPlan()
        self._head, self._ways, self._ladder = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._due = Banner(context)
        self._days = {name: self._days_field() for name in ("answer_days", "receipt_days")}
        self._asked = CheckLine(self.tr("The acquirer has told me these numbers"))
        self._asked.toggled.connect(self._plan_edited)
        ask = self.tr("a usual number, ask your acquirer")
        fields: list[QWidget] = [
            Field(context, self.tr("Working days to the answer"), self._days["answer_days"], hint=ask),
            Field(context, self.tr("Working days to the receipt"), self._days["receipt_days"], hint=ask),
        ]
        self._more = button(
            context.look, self.tr("What if nobody answers?"), self._toggle, icon="circle-help", kind="small"
        )
        self._more.setCheckable(True)
        self._rungs = QWidget()
        self._rungs.setLayout(self._ladder)
        self._ladder.setContentsMargins(0, 0, 0, 0)
        self._rungs.hide()
        for place, rung in enumerate(context.guidance.review.ladder, 1):
            self._ladder.addWidget(self._rung(place, rung))
        more = row(self._more)
        more.addStretch()
        self._card: QFrame = card(
            self._head, self._due, self._ways, grid([fields]), self._asked, more, self._rungs, spacing=12
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._card)

    def _days_field(self) -> QLineEdit:
        made = line_edit(limit=3)
        made.setValidator(CountValidator(1, MOST_DAYS, made))
        made.editingFinished.connect(self._plan_edited)
        return made

    def _rung(self, place: int, rung: Rung) -> QWidget:
        context = self._context
        head = f"{place}. {context.say(rung.who)}" + (f"  {rung.number}" if rung.number else "")
        lines: list[QWidget] = [label(head, "strong"), label(context.say(rung.note), "hint")]
        if rung.source is not None:
            told = self.tr("source: %1 · checked %2 · please check before you call")
            told = told.replace("%1", context.say(rung.source)).replace("%2", rung.checked)
            lines.append(label(told, "caption"))
        held = QWidget()
        held.setLayout(column(*lines, spacing=2))
        return held

    def tell(self, now: Situation) -> None:
        """Show where the application stands."""
        context, state = self._context, state_of(now.case.reviews)
        if state is not self._shown:
            self._shown = state
            self._tell_state(state)
        self._plan = now.case.review
        for name, editor in self._days.items():
            days = str(getattr(self._plan, name) or USUAL_DAYS)
            if editor.text() != days and not editor.hasFocus():
                editor.setText(days)
        self._asked.set_checked(checked=self._plan.asked)
        item = awaited(now.case.number, now.items)
        if state not in WAITING or item is None or not is_open(item) or item.due_on is None:
            self._due.tell(Tone.OK, "")
            return
        text = self.tr("To be expected by %1: %2").replace("%1", context.long_day(item.due_on))
        if item.due_on < now.today:
            text = self.tr("Nobody has answered by %1. Contact the offices below, one after the other.")
            self._due.tell(Tone.SEAL, text.replace("%1", context.long_day(item.due_on)))
            self._more.setChecked(True)
            self._rungs.show()
        else:
            self._due.tell(Tone.ACCENT, text.replace("%2", item.due_basis))

    def _tell_state(self, state: ReviewState) -> None:
        context, texts = self._context, self._context.guidance.review
        clear_layout(self._head)
        clear_layout(self._ways)
        icon, tone = _TAGS[state]
        line = row(tag(context.look, icon, context.say(texts.states[state].name), tone))
        line.addStretch()
        self._head.addLayout(line)
        self._head.addWidget(label(context.say(texts.states[state].next)))
        ways = QWidget()
        flow = FlowLayout()
        for place, kind in enumerate(FOLLOWS[state]):
            flow.addWidget(self._way(kind, first=not place and state is not ReviewState.RETURNED))
        ways.setLayout(flow)
        self._ways.addWidget(ways)
        # Not before it stands on the page: by itself it would be a window.
        ways.setVisible(bool(FOLLOWS[state]))

    def _way(self, kind: EventKind, *, first: bool) -> QWidget:
        names = {
            EventKind.SUBMITTED: self.tr("I have handed it in…"),
            EventKind.ACCEPTED: self.tr("They accepted it…"),
            EventKind.RETURNED: self.tr("It came back…"),
            EventKind.APPROVED: self.tr("It was approved…"),
            EventKind.RECEIVED: self.tr("The receipt is here…"),
        }
        kinds = "primarySmall" if first else "small"
        return button(self._context.look, names[kind], lambda: self.noted.emit(kind), kind=kinds)

    def _toggle(self) -> None:
        self._rungs.setVisible(self._more.isChecked())

    def _plan_edited(self) -> None:
        given = {name: int(editor.text() or 0) for name, editor in self._days.items()}
        if all(1 <= days <= MOST_DAYS for days in given.values()):
            plan = replace(self._plan, asked=self._asked.box.isChecked())
            for name, days in given.items():
                if days != (getattr(plan, name) or USUAL_DAYS):
                    change: dict[str, Any] = {name: days}
                    plan = replace(plan, **change)
            if plan != self._plan:
                self.planned.emit(plan)
