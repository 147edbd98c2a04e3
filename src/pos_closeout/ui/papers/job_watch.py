"""Jobs that a printer has accepted, looked at now and then until they have ended: what goes wrong late is told too."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from pos_closeout.actions.papers.printing import job_has_ended
from pos_closeout.domain.errors import PrintError
from pos_closeout.ui.context import Runner

LOOK_MS = 5_000

MOST_LOOKS = 360
"""After half an hour nobody waits beside the printer any more."""

_WAITS = "print.waiting"


@dataclass(slots=True)
class WatchedJob:
    """A job that is not done.

    Attributes:
        printer: its queue.
        number: its number there.
        title: what the owner knows it by.
        paper: the PDF, to be saved where it does not come out.
        looks: how often it was looked at.
        waits: it was told already that its printer stands still.
    """

    printer: str
    number: int
    title: str
    paper: bytes
    looks: int = 0
    waits: bool = False


class JobWatch(QObject):
    """Looks at jobs beside the window, all of them in turn, every five seconds.

    Args:
        parent: what it lives with.
        ended: looks at a job by printer and number, as :func:`job_has_ended`.
    """

    failed = Signal(object, object)
    """A job does not come out, or not yet; carries it and the :class:`PrintError`."""

    def __init__(self, parent: QObject, ended: Callable[[str, int, str], bool] = job_has_ended) -> None:
        super().__init__(parent)
        self._ended = ended
        self._jobs: list[WatchedJob] = []
        # What could not be looked at is looked at again; what nobody expected stands in the log.
        self._runner = Runner(lambda _error: None, self)
        self._runner.done.connect(self._seen)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    @property
    def jobs(self) -> tuple[WatchedJob, ...]:
        """The jobs that are not done."""
        return tuple(self._jobs)

    def add(self, job: WatchedJob) -> None:
        """Watch a job from now on."""
        self._jobs.append(job)
        self._timer.start()

    def look(self) -> None:
        """Look at every job, unless the last look is not over."""
        if self._runner.running or not self._jobs:
            return
        asked, ended = tuple(self._jobs), self._ended
        self._runner.run(lambda work: [(job, _state(job, ended)) for job in asked if not work.stopped()])

    def wait(self) -> None:
        """Look no further, before the window goes."""
        self._timer.stop()
        self._runner.wait()

    def _seen(self, found: list[tuple[WatchedJob, bool | PrintError]]) -> None:
        for job, state in found:
            job.looks += 1
            if isinstance(state, PrintError):
                self._tell(job, state)
            elif state:
                self._jobs.remove(job)
            else:
                job.waits = False
                if job.looks >= MOST_LOOKS:
                    self._tell(job, PrintError("print.still_waiting", printer=job.printer, title=job.title))
        if not self._jobs:
            self._timer.stop()

    def _tell(self, job: WatchedJob, error: PrintError) -> None:
        waits = error.message_id == _WAITS
        if not waits or job.looks >= MOST_LOOKS:
            self._jobs.remove(job)
        if not (waits and job.waits):
            self.failed.emit(job, PrintError(error.message_id, printer=job.printer, title=job.title))
        job.waits = waits


def _state(job: WatchedJob, ended: Callable[[str, int, str], bool]) -> bool | PrintError:
    """Return whether a job has ended, or what is wrong with it."""
    try:
        return ended(job.printer, job.number, job.title)
    except PrintError as error:
        return error
