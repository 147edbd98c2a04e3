"""Reminds while the program runs: soon after the start, every quarter of an hour, and after the computer slept."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

from pos_closeout.actions.reminders.reminders import DueReminders, remind_now, snooze_all
from pos_closeout.domain.errors import CloseoutError
from pos_closeout.domain.reminders.reminders import NAMED, Later, put_off
from pos_closeout.guidance.names import task_name
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.widgets.phrases import item_line

EVERY = timedelta(minutes=15)

_LOOK_MS = 60_000
"""How often the clock on the wall is looked at: a timer of fifteen minutes stands still in the computer's sleep."""


class Notifier(Protocol):
    """What says a reminder outside the window."""

    def say(self, text: str, item_id: int) -> None:
        """Say a text about an item."""
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
        """Tell through the tray from now on."""
        self._notifier = notifier

    def start(self) -> None:
        """Remind now and from now on."""
        self.look()
        self._timer.start()

    def look(self) -> None:
        """Remind when a quarter of an hour has passed on the wall, or when the clock was set back."""
        now = self._window.context.clock()
        if self._last is None or not self._last <= now < self._last + EVERY:
            self._last = now
            self.remind()

    def remind(self) -> None:
        """Tell what is to be told now, once."""
        context = self._window.context
        context.do(lambda: remind_now(context.store, context.clock()), self._window.tell_error, then=self._tell)

    def _tell(self, told: DueReminders) -> None:
        if not told:
            return
        if self._notifier is not None:
            self._notifier.say(self.sentence(told), told.first[0].id if len(told.ids) == 1 and not told.tasks else 0)
        if self._window.isVisible():
            self._window.tell_due(self.task_lines(told))

    def put_off(self, later: Later) -> None:
        """Put every reminder off."""
        context, now = self._window.context, self._window.context.clock()
        context.do(lambda: snooze_all(context.store, put_off(later, now), now), self._window.tell_error)

    def urgent(self) -> Sequence[tuple[int, str]]:
        """Return the most urgent items, id and a line each."""
        try:
            first = self._window.outlook().first[:NAMED]
        except CloseoutError:
            # The window tells it; a menu can only stay short.
            return ()
        context = self._window.context
        return [(item.id, f"{context.day(item.due_on)}  {item_line(context, item)}") for item in first if item.due_on]

    def sentence(self, told: DueReminders) -> str:
        """Say in a few lines what is to be told: how many, how much, and the most urgent by name."""
        context = self._window.context
        head = self.tr("%n thing(s) to see to", "", len(told.ids) + len(told.tasks))
        parts = [head, context.yuan(told.fen)] if told.fen else [head]
        if told.overdue:
            parts.append(self.tr("%n overdue", "", told.overdue))
        lines = (*(item_line(context, item) for item in told.first), *self.task_lines(told))
        return "\n".join((" · ".join(parts), *lines))

    def task_lines(self, told: DueReminders) -> tuple[str, ...]:
        """Return the first dated tasks, day and what it is about."""
        context = self._window.context
        return tuple(
            f"{context.day(task.due_on)}  {task_name(context.guidance.names, task.words, task.about, context.language)}"
            for task in told.tasks[:NAMED]
        )
