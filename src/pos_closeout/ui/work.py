"""Work that would hold up the window: one job at a time on a thread of its own, the newest wins."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from pos_closeout.actions.error_log import unforeseen


class _Answer(QObject):
    done = Signal(int, object)
    failed = Signal(int, object)


class _Job(QRunnable):
    def __init__(self, number: int, task: Callable[[], object], answer: _Answer) -> None:
        super().__init__()
        self._number, self._task, self._answer = number, task, answer

    def run(self) -> None:
        try:
            result = self._task()
        except Exception as error:  # noqa: BLE001  # whatever it is, the owner hears of it
            self._answer.failed.emit(self._number, unforeseen(error, "work beside the window"))
        else:
            self._answer.done.emit(self._number, result)


class Worker(QObject):
    """Runs tasks in order on one thread; results of tasks that a newer one has overtaken are dropped."""

    done = Signal(object)
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._newest = 0
        self._answer = _Answer(self)
        self._answer.done.connect(self._finished)
        self._answer.failed.connect(self._stumbled)

    def run(self, task: Callable[[], object]) -> None:
        """Start a task; tasks that wait in the queue are dropped."""
        self._newest += 1
        self._pool.clear()
        self._pool.start(_Job(self._newest, task, self._answer))

    def wait(self) -> None:
        """Wait until the thread is idle, before the window is taken down."""
        self._pool.clear()
        self._pool.waitForDone()

    def _finished(self, number: int, result: object) -> None:
        if number == self._newest:
            self.done.emit(result)

    def _stumbled(self, number: int, error: object) -> None:
        if number == self._newest:
            self.failed.emit(error)
