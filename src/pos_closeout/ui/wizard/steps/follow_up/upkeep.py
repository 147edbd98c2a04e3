"""What terminals that are suspended or stay in use still need, and when it is due next."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_closeout.domain.device.upkeep import (
    MOST_MONTHS,
    USUAL_MONTHS,
    UpkeepMark,
    UpkeepRow,
    UpkeepState,
    mark_of,
    upkeep_state,
    with_mark,
)
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.reminders.dated_tasks import upkeep_of
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, card, clear_layout, column, label, row, tag
from pos_closeout.ui.widgets.date_field import DateField
from pos_closeout.ui.widgets.field import Field
from pos_closeout.ui.widgets.flow import FlowLayout
from pos_closeout.ui.widgets.number_line import CountBox
from pos_closeout.ui.widgets.verdicts import show_problem
from pos_closeout.ui.wizard.situation import Situation


class UpkeepCard(QWidget):
    """A line for each thing of each terminal; ``changed`` carries the new case. Hidden while there is none."""

    changed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._now: Situation | None = None
        self._lines: list[UpkeepLine] = []
        self._held = QVBoxLayout()
        self._held.setSpacing(14)
        told = self.tr(
            "For terminals that are suspended or stay in use. The months are usual values: ask your acquirer. "
            "You are reminded when something is due, and the calendar file holds it too."
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card(label(self.tr("Maintenance"), "cardTitle"), label(told, "hint"), self._held, spacing=10))

    def tell(self, now: Situation) -> None:
        """Show what the terminals of a case need."""
        self._now = now
        rows = upkeep_of(now.case)
        self.setVisible(bool(rows))
        if [line.shows for line in self._lines] != [_named(each) for each in rows]:
            clear_layout(self._held)
            self._lines = [UpkeepLine(self._context, each) for each in rows]
            for line in self._lines:
                line.marked.connect(self._mark)
                self._held.addWidget(line)
        for line, each in zip(self._lines, rows, strict=True):
            line.tell(each, now.today)

    def _mark(self, line: "UpkeepLine", changes: dict[str, object]) -> None:
        if self._now is None:
            return
        case, shown = self._now.case, line.row
        mark = mark_of(case.upkeep_marks, shown.terminal.id, shown.upkeep)
        changed: UpkeepMark = replace(mark, **changes)  # type: ignore[arg-type]  # its own fields
        try:
            marks = with_mark(case.upkeep_marks, changed, self._now.today)
        except BadInputError:
            line.refuse(self.tr("This day has not come yet."))
            return
        self.changed.emit(replace(case, upkeep_marks=marks))


class UpkeepLine(QWidget):
    """One thing of one terminal; ``marked`` carries the line and what changes of its mark."""

    marked = Signal(object, object)

    def __init__(self, context: Context, shown: UpkeepRow) -> None:
        super().__init__()
        self._context, self.row, self.shows = context, shown, _named(shown)
        text = context.guidance.upkeep[shown.upkeep]
        terminal = shown.terminal.number or shown.terminal.place or self.tr("without a number")
        name = f"{terminal} · {context.say(text.name)}"
        self._state = row(spacing=8)
        head = row(label(name, "strong"), self._state, spacing=12)
        head.setStretch(0, 1)
        self._done, self._months = DateField(context), CountBox()
        self._months.setRange(1, MOST_MONTHS)
        self._months.setKeyboardTracking(False)
        self._done_field = Field(context, self.tr("Last done on"), self._done)
        months = Field(context, self.tr("Months between"), self._months)
        for editor, title in ((self._done, self._done_field), (self._months, months)):
            editor.setAccessibleName(f"{name} · {title.editor.accessibleName()}")
        self._done.edited.connect(self._dated)
        self._months.valueChanged.connect(self._counted)
        act = button(context.look, self.tr("Done today"), self._today, icon="check", kind="small")
        act.setAccessibleName(f"{name} · {act.text()}")
        ways = QWidget()
        ways.setLayout(FlowLayout().add_all(self._done_field, months, act))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(column(head, label(context.say(text.why), "hint"), ways, spacing=6))

    def tell(self, shown: UpkeepRow, today: date) -> None:
        """Show how it stands on a day."""
        self.row, self._day = shown, today
        if not self._done.hasFocus():
            self._done.set_value(shown.done_on)
        if not self._months.hasFocus():
            with QSignalBlocker(self._months):
                self._months.setValue(shown.months)
        clear_layout(self._state)
        icon, word, tone = self._words(upkeep_state(shown, today))
        self._state.addWidget(tag(self._context.look, icon, word, tone))

    def refuse(self, why: str) -> None:
        """Say what is wrong with the day."""
        show_problem(self._done_field, why)

    def _words(self, state: UpkeepState) -> tuple[str, str, Tone]:
        day = "" if self.row.due_on is None else self._context.long_day(self.row.due_on)
        return {
            UpkeepState.UNKNOWN: ("circle", self.tr("the day of the stop is not set"), Tone.NEUTRAL),
            UpkeepState.LATER: ("calendar", self.tr("due on %1").replace("%1", day), Tone.NEUTRAL),
            UpkeepState.SOON: ("hourglass", self.tr("due soon: %1").replace("%1", day), Tone.AMBER),
            UpkeepState.DUE: ("triangle-alert", self.tr("due since %1").replace("%1", day), Tone.SEAL),
            UpkeepState.DONE: ("circle-check", self.tr("done"), Tone.OK),
        }[state]

    def _dated(self) -> None:
        show_problem(self._done_field, self._done.verdict())
        if not self._done.verdict():
            self.marked.emit(self, {"done_on": self._done.value()})

    def _counted(self, months: int) -> None:
        self.marked.emit(self, {"months": None if months == USUAL_MONTHS[self.row.upkeep] else months})

    def _today(self) -> None:
        self._done.set_value(self._day)
        show_problem(self._done_field, "")
        self.marked.emit(self, {"done_on": self._day})


def _named(shown: UpkeepRow) -> tuple[object, ...]:
    """Return what a line is made for; anything else it can be told."""
    return shown.terminal.id, shown.terminal.number, shown.terminal.place, shown.upkeep
