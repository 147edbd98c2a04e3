"""The end of step 12: how the case stands, which day comes next, and the button that closes it."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_closeout.domain.ledger.open_items import is_open
from pos_closeout.domain.phases import StepState
from pos_closeout.domain.reminders.dated_tasks import tasks_of
from pos_closeout.guidance.names import task_name
from pos_closeout.ui.context import Context
from pos_closeout.ui.widgets.basic import button, card, label, row
from pos_closeout.ui.widgets.phrases import item_line
from pos_closeout.ui.wizard.situation import Situation

_UNFINISHED = frozenset({StepState.TO_DO, StepState.BLOCKED, StepState.LOCKED})


class EndingCard(QWidget):
    """Sums the case up where the wizard ends."""

    close_asked = Signal()
    """The owner wants to close the case."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._told, self._next = label("", "strong"), label("", "hint")
        self.close_button = button(
            context.look, self.tr("Close this case…"), self.close_asked.emit, icon="circle-check", kind="primary"
        )
        carried = self.tr("What is still open can be carried over with a reason; a closed case opens again.")
        ways = row(self.close_button)
        ways.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        title = label(self.tr("The end of this case"), "cardTitle")
        layout.addWidget(card(title, self._told, self._next, label(carried, "hint"), ways, spacing=10))

    def tell(self, now: Situation) -> None:
        """Say how many steps and items are open, and which day comes next."""
        self._told.setText(self._summed_up(now))
        self._next.setText(self._coming(now))

    def _summed_up(self, now: Situation) -> str:
        steps = sum(found.state in _UNFINISHED for found in now.statuses.values())
        items = sum(map(is_open, now.items))
        parts = []
        if steps:
            parts.append(self.tr("%n step(s) not finished", "", steps))
        if items:
            parts.append(self.tr("%n item(s) still open", "", items))
        return " · ".join(parts) or self.tr("All steps are finished and nothing is open.")

    def _coming(self, now: Situation) -> str:
        """Name the first day from today on that is reminded of; a pause or the quiet hours may put it off."""
        context, names = self._context, self._context.guidance.names
        dated: list[tuple[date, str]] = [
            (item.due_on, item_line(context, item))
            for item in now.items
            if is_open(item) and item.due_on is not None and item.due_on >= now.today
        ]
        dated += [
            (task.due_on, task_name(names, task.words, task.about, context.language))
            for task in tasks_of(now.case)
            if task.due_on >= now.today
        ]
        if not dated:
            return self.tr("No day is ahead that the program would remind you of.")
        day, what = min(dated)
        told = self.tr("The next day you are reminded of: %1, %2")
        return told.replace("%1", context.long_day(day)).replace("%2", what)
