"""Long work beside the window: one task at a time, with news on the way and a way to stop it."""

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from pos_closeout.actions.error_log import unforeseen

Report = Callable[[object], None]
"""Sends news to the window; whatever it is handed must not change afterwards."""

Task = Callable[[Report, Callable[[], bool]], object]
"""Work that reports news and now and then asks whether to stop."""


class _Voice(QObject):
    """Carries what a thread says over to the window's thread."""

    news = Signal(int, object)
    done = Signal(int, object)
    failed = Signal(int, object)


class _Run(QRunnable):
    def __init__(self, number: int, task: Task, voice: _Voice, stopped: Event) -> None:
        super().__init__()
        self._number, self._task, self._voice, self._stopped = number, task, voice, stopped

    def run(self) -> None:
        try:
            result = self._task(lambda news: self._voice.news.emit(self._number, news), self._stopped.is_set)
        except Exception as error:  # noqa: BLE001  # whatever it is, the owner hears of it
            self._voice.failed.emit(self._number, unforeseen(error, "long work beside the window"))
        else:
            self._voice.done.emit(self._number, result)


class Job(QObject):
    """Runs a task on a thread of its own. Of one that was stopped only its end is heard, of a replaced one nothing."""

    news = Signal(object)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._number = 0
        self._stop = Event()
        self.running = False
        self._voice = _Voice(self)
        self._voice.news.connect(self._on_news)
        self._voice.done.connect(self._on_done)
        self._voice.failed.connect(self._on_failed)

    def start(self, task: Task) -> None:
        """Start a task; the one before it is told to stop and its result is dropped."""
        self._stop.set()
        self._stop = Event()
        self._number += 1
        self.running = True
        self._pool.start(_Run(self._number, task, self._voice, self._stop))

    def stop(self) -> None:
        """Ask the task to stop; it says itself that it did, by :attr:`failed` or :attr:`done`."""
        self._stop.set()

    def wait(self) -> None:
        """Stop, and wait until the thread is idle, before what it works on goes away."""
        self.stop()
        self._pool.waitForDone()

    def _on_news(self, number: int, news: object) -> None:
        if number == self._number and not self._stop.is_set():
            self.news.emit(news)

    def _on_done(self, number: int, result: object) -> None:
        if number == self._number:
            self.running = False
            self.done.emit(result)

    def _on_failed(self, number: int, error: object) -> None:
        if number == self._number:
            self.running = False
            self.failed.emit(error)
