"""The work of looking at files one after the other, for a thread beside the window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pos_closeout.actions.bills.inspect_file import (
    ColumnMapping,
    FileReader,
    Inspection,
    Progress,
    Vocabulary,
    inspect_bill,
)
from pos_closeout.ui.bills.chosen_files import ChosenFile
from pos_closeout.ui.context import Job


@dataclass(frozen=True, slots=True)
class InspectedFile:
    """A file that has been looked at, and the remembered meaning of its columns if there is one."""

    chosen: ChosenFile
    sight: Inspection
    mapping: ColumnMapping | None


def inspect_all(
    files: Sequence[ChosenFile],
    vocabulary: Vocabulary,
    remembered: Sequence[ColumnMapping],
    job: Job,
) -> None:
    """Look at every file and report a :class:`InspectedFile` for each, with the progress over all of them in between.

    Args:
        files: in the order of the list.
        vocabulary: what is known about platforms.
        remembered: meanings of columns that the owner has agreed to before.
        job: takes the news and says whether to stop.

    Raises:
        CloseoutError: ``statement.cancelled``.
    """
    course = Course(files, job.report)
    with FileReader() as reader:
        for chosen in files:
            sight = inspect_bill(
                chosen.path,
                vocabulary=vocabulary,
                password=chosen.password or None,
                mapping=chosen.mapping,
                remembered=remembered,
                on_progress=course.tell,
                cancelled=job.stopped,
                reader=reader,
            )
            course.next()
            job.report(InspectedFile(chosen, sight, sight.mapping if sight.mapping in remembered else None))


class Course:
    """Adds the progress of one file to that of the files before it."""

    def __init__(self, files: Sequence[ChosenFile], report: Callable[[object], None]) -> None:
        self._report = report
        self._total = sum(size_of(each.path) for each in files)
        self._now = Progress(0, 0, 0)
        self._before = Progress(0, 0, self._total)

    def tell(self, progress: Progress) -> None:
        """Report how far all files are."""
        self._now = progress
        done = min(self._before.done + progress.done, self._total)
        self._report(Progress(self._before.rows + progress.rows, done, self._total))

    def next(self) -> None:
        """Count the file as done."""
        rows, done, total = self._before
        self._before, self._now = Progress(rows + self._now.rows, done + self._now.total, total), Progress(0, 0, 0)


def size_of(path: Path) -> int:
    """Return the size of a file in bytes; nothing for one that is gone, which its reading will say."""
    try:
        return path.stat().st_size
    except OSError:
        return 0
