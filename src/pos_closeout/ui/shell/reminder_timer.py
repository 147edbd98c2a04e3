"""Reminds while the program runs: soon after the start, every quarter of an hour, and after the computer slept."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

from pos_closeout.actions.reminders.reminders import DueReminders, remind_now, snooze_all
from pos_closeout.domain.errors import CloseoutError
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.reminders.reminders import NAMED, Later, put_off
from pos_closeout.guidance.names import task_name
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.widgets.phrases import days_overdue, direction_name, item_line

EVERY = timedelta(minutes=15)

_LOOK_MS = 60_000
"""How often the clock on the wall is looked at: a timer of fifteen minutes stands still in the computer's sleep."""


class Notifier(Protocol):
    """What says a reminder outside the window."""

    def say(self, text: str, item_ids: Sequence[int]) -> None:
        """Say a text about items."""
        ...


class ReminderTimer(QObject):
    """Asks what is to be told and tells it, in the tray where there is one and in the window.

    Args:
        window: shows a line at its top and opens what is clicked.
        notifier: the tray, ``None`` without one.
    """

    def __init__(self, window: MainWindow, notifier: Notifier | None) -> None:
        super().__init__(window)
        self._window, self._notifier = window, notifier
        self._last: datetime | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def use(self, notifier: Notifier) -> None:
        """Tell through the tray from now on, and at once what nobody could be told before."""
        self._notifier = notifier
        if self._timer.isActive():
            self.remind()

    def start(self) -> None:
        """Remind now and from now on."""
        self.look()
        self._timer.start()

    def look(self) -> None:
        """Remind when a quarter of an hour has passed on the wall, or when the clock was set back."""
        now = self._window.own_context.clock()
        if self._last is None or not self._last <= now < self._last + EVERY:
            self._last = now
            self.remind()

    def remind(self) -> None:
        """Tell what is to be told now, once; where nobody would see it, it waits."""
        if self._notifier is None and not self._window.isVisible():
            return
        context = self._window.own_context
        context.do(lambda: remind_now(context.store, context.clock()), self._window.tell_error, then=self._tell)

    def _tell(self, told: DueReminders) -> None:
        if not told:
            return
        if self._notifier is not None:
            self._notifier.say(self.sentence(told), told.ids)
        if self._window.isVisible():
            self._window.tell_due(self.task_lines(told))

    def put_off(self, later: Later) -> None:
        """Put every reminder off."""
        context, now = self._window.own_context, self._window.own_context.clock()
        context.do(lambda: snooze_all(context.store, put_off(later, now), now), self._window.tell_error)

    def urgent(self) -> Sequence[tuple[int, str]]:
        """Return the most urgent items, id and a line each."""
        try:
            first = self._window.outlook().first[:NAMED]
        except CloseoutError:
            # The window tells it; a menu can only stay short.
            return ()
        context = self._window.own_context
        return [(item.id, f"{context.day(item.due_on)}  {item_line(context, item)}") for item in first if item.due_on]

    def sentence(self, told: DueReminders) -> str:
        """Say in at most four lines what is to be told: how many, both sums, and what comes first by name."""
        context, today = self._window.own_context, self._window.own_context.today
        head = self.tr("%n thing(s) to see to", "", len(told.ids) + len(told.tasks))
        sums = (
            f"{direction_name(direction)} {context.yuan(one.fen)}" for direction, one in told.totals.owed if one.fen
        )
        items = [(item.due_on == today, self._item_line(item, told.shops)) for item in told.first]
        tasks = [(task.due_on == today, line) for task, line in zip(told.tasks, self.task_lines(told), strict=False)]
        # What is for today goes first, an item or not; sorting keeps the order of the rest.
        named = sorted((*items, *tasks), key=lambda each: not each[0])
        return "\n".join((" · ".join((head, *sums)), *(line for _, line in named[:NAMED])))

    def _item_line(self, item: OpenItem, shops: Mapping[int, str]) -> str:
        """Return an item in one line: how it stands to its day, what it is, and which shop's."""
        context = self._window.own_context
        parts = (self._when(item.due_on), item_line(context, item), shops.get(item.case_id, ""))
        return " · ".join(part for part in parts if part)

    def _when(self, due: date | None) -> str:
        if due is None:
            return ""
        late = (self._window.own_context.today - due).days
        if late > 0:
            return days_overdue(late)
        return self._window.own_context.day(due) if late else self.tr("today")

    def task_lines(self, told: DueReminders) -> tuple[str, ...]:
        """Return the first dated tasks, day and what it is about."""
        names, language = self._window.own_context.guidance.names, self._window.own_context.language
        return tuple(
            f"{self._when(task.due_on)} · {task_name(names, task.words, task.about, language)}"
            for task in told.tasks[:NAMED]
        )
