"""Medians of two things timed in turn, so that a busy moment of the machine strikes both."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

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
