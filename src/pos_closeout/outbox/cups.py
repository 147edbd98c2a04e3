"""Print queues of CUPS, through the library that Qt lists its printers with: a PDF goes to the queue as it is."""

import ctypes
import ctypes.util
import time
from collections.abc import Callable
from pathlib import Path

from pos_closeout.domain.errors import PrintError, StoppedError
from pos_closeout.domain.papers.print_sheets import PrintChoice

_STOPPED = "5"
"""IPP printer-state: stopped (RFC 8011, 5.4.11)."""

_JOB_STOPPED, _CANCELLED, _ABORTED, _COMPLETED = 6, 7, 8, 9
"""IPP job-state (RFC 8011, 5.3.7)."""

_ALL_JOBS = -1
_LOOK_EVERY = 0.2
_OURS = {"copies", "media", "sides", "collate", "page-ranges", "outputorder", "fit-to-page", "print-scaling",
         "orientation-requested", "landscape", "pagesize", "duplex", "print-color-mode"}  # fmt: skip
"""Options that the layout of the sheets or the choice itself answers, in lower case."""


class _Option(ctypes.Structure):
    _fields_ = (("name", ctypes.c_char_p), ("value", ctypes.c_char_p))


class _Destination(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p),
        ("instance", ctypes.c_char_p),
        ("is_default", ctypes.c_int),
        ("count", ctypes.c_int),
        ("options", ctypes.POINTER(_Option)),
    )


class _CupsJob(ctypes.Structure):
    _fields_ = (
        ("id", ctypes.c_int),
        ("dest", ctypes.c_char_p),
        ("title", ctypes.c_char_p),
        ("user", ctypes.c_char_p),
        ("format", ctypes.c_char_p),
        ("state", ctypes.c_int),
        ("size", ctypes.c_int),
        ("priority", ctypes.c_int),
        ("completed", ctypes.c_long),
        ("created", ctypes.c_long),
        ("processed", ctypes.c_long),
    )


class CupsQueues:
    """The queues that this machine's CUPS knows.

    Args:
        library: libcups, see :func:`open_cups`.
    """

    def __init__(self, library: ctypes.CDLL) -> None:
        self._library = library
        library.cupsGetNamedDest.restype = ctypes.POINTER(_Destination)
        library.cupsGetNamedDest.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p)
        library.cupsFreeDests.argtypes = (ctypes.c_int, ctypes.POINTER(_Destination))
        library.cupsLastErrorString.restype = ctypes.c_char_p
        library.cupsPrintFile2.argtypes = (
            ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_int, ctypes.POINTER(_Option),
        )  # fmt: skip
        library.cupsGetJobs2.argtypes = (
            ctypes.c_void_p, ctypes.POINTER(ctypes.POINTER(_CupsJob)), ctypes.c_char_p, ctypes.c_int, ctypes.c_int,
        )  # fmt: skip
        library.cupsFreeJobs.argtypes = (ctypes.c_int, ctypes.POINTER(_CupsJob))
        library.cupsCancelJob.argtypes = (ctypes.c_char_p, ctypes.c_int)

    def check(self, printer: str) -> None:
        """Refuse a queue that would not print.

        Raises:
            PrintError: ``print.no_queue``, ``print.refusing`` or ``print.paused``.
        """
        name, _, instance = printer.partition("/")
        found = self._library.cupsGetNamedDest(None, name.encode(), instance.encode() or None)
        if not found:
            raise PrintError("print.no_queue", printer=printer)
        try:
            listed = found.contents
            state = {
                (listed.options[at].name or b"").decode(): (listed.options[at].value or b"").decode()
                for at in range(listed.count)
            }
        finally:
            self._library.cupsFreeDests(1, found)
        if state.get("printer-is-accepting-jobs") == "false":
            raise PrintError("print.refusing", printer=printer)
        if state.get("printer-state") == _STOPPED:
            raise PrintError("print.paused", printer=printer)

    def send(self, file: Path, title: str, choice: PrintChoice) -> int:
        """Hand a PDF to a queue and return the number of the job.

        Raises:
            PrintError: ``print.not_accepted`` with what CUPS said, or what :meth:`check` raises.
        """
        self.check(choice.printer)
        chosen = job_options(choice)
        options = (_Option * len(chosen))(*(_Option(name.encode(), value.encode()) for name, value in chosen))
        queue = choice.printer.partition("/")[0].encode()
        number = self._library.cupsPrintFile2(
            None, queue, str(file).encode(), title.encode(), len(chosen), options
        )  # fmt: skip
        if not number:
            reason = (self._library.cupsLastErrorString() or b"").decode("utf-8", "replace")
            raise PrintError("print.not_accepted", printer=choice.printer, reason=reason)
        return int(number)

    def follow(self, printer: str, number: int, seconds: float, stopped: Callable[[], bool]) -> bool:
        """Watch a job for a while: it is cancelled when asked, and what goes wrong at once is said.

        Returns whether it has come to its end.

        Args:
            printer: its queue.
            number: of the job.
            seconds: how long at most; a job that still waits or prints then is in good hands.
            stopped: whether the owner wants it cancelled.

        Raises:
            StoppedError: ``print.cancelled``.
            PrintError: ``print.aborted``.
        """
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if stopped():
                self._cancel(printer, number)
                raise StoppedError("print.cancelled", printer=printer)
            state = self._state(printer, number)
            if state in {_JOB_STOPPED, _CANCELLED, _ABORTED}:
                self._cancel(printer, number)
                raise PrintError("print.aborted", printer=printer)
            if state == _COMPLETED:
                return True
            time.sleep(_LOOK_EVERY)
        try:
            self.check(printer)
        except PrintError:
            # Or it would come out a second time beside the one that is printed once the printer goes on.
            self._cancel(printer, number)
            raise
        return False

    def look(self, printer: str, number: int, title: str) -> bool:
        """Look at a job that was handed over a while ago; return whether it has come to its end.

        Raises:
            PrintError: ``print.ended_early`` when it ended before all of it was printed, ``print.waiting`` when its
                printer stands still; it is not cancelled.
        """
        state = self._state(printer, number)
        if state in {_JOB_STOPPED, _CANCELLED, _ABORTED}:
            raise PrintError("print.ended_early", printer=printer, title=title)
        if state is None or state == _COMPLETED:
            # Where CUPS keeps no history, a job that has ended is not listed any more.
            return True
        try:
            self.check(printer)
        except PrintError as error:
            if error.message_id == "print.paused":
                raise PrintError("print.waiting", printer=printer, title=title) from error
        return False

    def _cancel(self, printer: str, number: int) -> None:
        self._library.cupsCancelJob(printer.partition("/")[0].encode(), number)

    def _state(self, printer: str, number: int) -> int | None:
        jobs = ctypes.POINTER(_CupsJob)()
        name = printer.partition("/")[0].encode()
        count = self._library.cupsGetJobs2(None, ctypes.byref(jobs), name, 0, _ALL_JOBS)
        try:
            return next((int(jobs[at].state) for at in range(count) if jobs[at].id == number), None)
        finally:
            if count > 0:
                self._library.cupsFreeJobs(count, jobs)


def open_cups() -> CupsQueues | None:
    """Return the queues of this machine, or ``None`` where there is no CUPS."""
    name = ctypes.util.find_library("cups")
    if not name:
        return None
    try:
        return CupsQueues(ctypes.CDLL(name))
    except (OSError, AttributeError):
        return None


def job_options(choice: PrintChoice) -> tuple[tuple[str, str], ...]:
    """Return the options of a job: the sheets are laid out already, so CUPS neither scales nor orders them."""
    further = tuple((name, value) for name, value in choice.options if name.lower() not in _OURS)
    ours = (
        ("media", choice.paper.name),
        ("copies", str(choice.copies)),
        ("Collate", "True" if choice.collate else "False"),
        ("sides", choice.sides),
        ("print-scaling", "none"),
        *((("print-color-mode", "monochrome"),) if choice.grey else ()),
    )
    return (*ours, *further)
