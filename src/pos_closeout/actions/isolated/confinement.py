"""Holds the process it is called in to a memory and a time; what it is held to cannot be loosened from inside a reader.

On Unix by resource limits and a timer of processor time that ends the process. On Windows by a job that the process
puts itself into: JOBOBJECT_EXTENDED_LIMIT_INFORMATION of winnt.h.
"""

import ctypes
import sys
import time
from typing import Any

_RENEW_AFTER = 0.2
"""Seconds of processor time after which the allowance is worth renewing."""


class Confinement:
    """The limits of this process.

    Attributes:
        seconds: the processor time in which ``renew`` must be called again.
    """

    def __init__(self) -> None:
        self.seconds = 0.0
        self._renewed = self._loading = 0.0
        self._job = _own_job() if sys.platform == "win32" else None

    def hold(self, memory: int, seconds: float, *, loading: float = 0.0) -> None:
        """Hold the process to a memory in bytes and to a time from now on; another file may be allowed more.

        Args:
            memory: in bytes.
            seconds: of processor time.
            loading: seconds on top until ``renew`` is called first.
        """
        self.seconds, self._loading = seconds, loading
        if self._job is not None:
            self._job.memory = memory
        else:
            _limit_memory(memory)
        self._restart()

    def renew(self) -> None:
        """Begin the time anew: the reader has got on."""
        if self.seconds and (self._loading or time.process_time() - self._renewed > _RENEW_AFTER):
            self._loading = 0.0
            self._restart()

    def rest(self) -> None:
        """Stop the time while there is no file to read."""
        self.seconds = self._loading = 0.0
        self._restart()

    def _restart(self) -> None:
        self._renewed = time.process_time()
        allowed = self.seconds + self._loading
        if self._job is not None:
            self._job.limit(self._renewed + allowed if allowed else 0.0)
        elif sys.platform != "win32":
            # Imported here: Windows has no such timer.
            import signal

            signal.setitimer(signal.ITIMER_PROF, allowed)


def stay_small() -> None:
    """Give up what no reader needs: files of its own, and a dump of its memory when it dies."""
    if sys.platform != "win32":
        # Imported here: Windows does not have it.
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _limit_memory(memory: int) -> None:
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        wanted = memory if most == resource.RLIM_INFINITY else min(memory, most)
        # The hard limit stays: the next file may be larger, and be allowed more.
        resource.setrlimit(resource.RLIMIT_AS, (wanted, most))


_PROCESS_TIME, _PROCESS_MEMORY, _DIE_ON_FAULT = 0x2, 0x100, 0x400
_EXTENDED_LIMITS = 9
_TICKS = 10_000_000
"""Units of 100 nanoseconds in a second."""


class _BasicLimits(ctypes.Structure):
    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    )


class _ExtendedLimits(ctypes.Structure):
    _fields_ = (
        ("BasicLimitInformation", _BasicLimits),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


def _own_job() -> "_JobObject | None":
    """Return a job with this process in it; None where Windows grants none: only the window watches the time then."""
    try:
        return _JobObject()
    except OSError:
        return None


class _JobObject:
    """A job object of Windows with this process in it."""

    def __init__(self) -> None:
        self.memory = 0
        self._kernel = _kernel()
        self._handle = self._kernel.CreateJobObjectW(None, None)
        if not self._kernel.AssignProcessToJobObject(self._handle, self._kernel.GetCurrentProcess()):
            raise OSError

    def limit(self, until: float) -> None:
        """Set the memory and the processor time, in seconds since the process began, at which it ends; 0 is never."""
        limits = _ExtendedLimits()
        basic = limits.BasicLimitInformation
        basic.LimitFlags = _DIE_ON_FAULT
        if self.memory:
            basic.LimitFlags |= _PROCESS_MEMORY
            limits.ProcessMemoryLimit = self.memory
        if until:
            basic.LimitFlags |= _PROCESS_TIME
            basic.PerProcessUserTimeLimit = round(until * _TICKS)
        size = ctypes.sizeof(limits)
        if not self._kernel.SetInformationJobObject(self._handle, _EXTENDED_LIMITS, ctypes.byref(limits), size):
            raise OSError


def _kernel() -> Any:
    """Return kernel32 with the types of what is called; handles are wider than ctypes takes them for."""
    # Where there is no Windows, ctypes does not have it.
    load: Any = vars(ctypes)["WinDLL"]
    kernel = load("kernel32", use_last_error=True)
    handle = ctypes.c_void_p
    kernel.CreateJobObjectW.argtypes, kernel.CreateJobObjectW.restype = (handle, ctypes.c_wchar_p), handle
    kernel.GetCurrentProcess.argtypes, kernel.GetCurrentProcess.restype = (), handle
    kernel.AssignProcessToJobObject.argtypes = (handle, handle)
    kernel.SetInformationJobObject.argtypes = (handle, ctypes.c_int, handle, ctypes.c_uint32)
    return kernel
