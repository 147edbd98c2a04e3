"""Medians of two things timed in turn, so that a busy moment of the machine strikes both."""

import os
import platform
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

RUNS = 7


@dataclass(frozen=True, slots=True)
class Result:
    """What one comparison found. Times in seconds.

    Attributes:
        name: what was done.
        yardstick: what it is compared with.
        ours: our time.
        theirs: the time of the yardstick.
        limit: the highest ratio that passes; ``None`` is told and not judged.
        notes: what else the reader should know.
    """

    name: str
    yardstick: str
    ours: float
    theirs: float
    limit: float | None
    notes: str = ""

    @property
    def ratio(self) -> float:
        """Ours in units of the yardstick."""
        return self.ours / self.theirs

    @property
    def passed(self) -> bool:
        """Whether the ratio keeps the limit."""
        return self.limit is None or self.ratio <= self.limit


def own_peak_mb() -> float:
    """Return the peak of memory of this process since it was started, in MB of 1,024 KiB.

    Not ``ru_maxrss``: on Linux that of a child begins with the peak of its parent at the fork, and goes on with it when
    the child becomes another program.
    """
    return _kib(Path("/proc/self/status"), "VmHWM") / 1024


def machine() -> str:
    """Return what the figures were measured on: processor, cores that may be used, memory, system, Python."""
    information = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines()
    model = next((line.partition(":")[2].strip() for line in information if line.startswith("model name")), "")
    memory = _kib(Path("/proc/meminfo"), "MemTotal") / 1024**2
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    cores = len(os.sched_getaffinity(0))
    return (
        f"{model or platform.machine()}, {cores} cores, {memory:.0f} GB, {system}, Python {platform.python_version()}"
    )


def _kib(file: Path, name: str) -> int:
    """Return a figure that the kernel tells in KiB."""
    lines = file.read_text(encoding="ascii", errors="replace").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:"))


def seconds(action: Callable[[], object]) -> float:
    """Run an action once and return how long it took."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def medians(ours: Callable[[], object], theirs: Callable[[], object], runs: int = RUNS) -> tuple[float, float]:
    """Return the median time of both, after one run each that does not count."""
    ours()
    theirs()
    times = [(seconds(ours), seconds(theirs)) for _ in range(runs)]
    return statistics.median(mine for mine, _ in times), statistics.median(other for _, other in times)
