"""Import bills into a case: every line of money once, what is open proposed, nothing left behind when it stops.

An import is all or nothing for the files it is given, apart from those that are no bills: they are named in the report
and the others are imported. While it runs it writes in short batches, so that a save from the window is never kept
waiting; what it has written is part of the case only when the last step is done. Several imports at a time are refused.
"""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial
from itertools import chain
from pathlib import Path

from pos_closeout.actions.bills.import_report import FileReport, ImportProgress, ImportReport, imported, imported_before
from pos_closeout.actions.bills.table_layouts import known_mappings
from pos_closeout.actions.isolated.files import FileReader
from pos_closeout.actions.isolated.readings import IsolatedReading
from pos_closeout.actions.work_calendar import work_calendar
from pos_closeout.domain.bills.bills import Bill, KeptProposal, ProposalState
from pos_closeout.domain.bills.proposals import AddWorkingDays, calendar_days, propose
from pos_closeout.domain.bills.transactions import Problem, RowSource, Transaction
from pos_closeout.domain.dates.working_days import WorkCalendar, add_working_days
from pos_closeout.domain.errors import BadInputError
from pos_closeout.statements.mapping import ColumnMapping
from pos_closeout.statements.reading import Batch, Cancelled, Progress
from pos_closeout.statements.vocabulary import Vocabulary
from pos_closeout.store import Store
from pos_closeout.store.bill_closing import BillClosing
from pos_closeout.store.bill_lines import LineWriter
from pos_closeout.store.bill_names import renew_names
from pos_closeout.store.bills import KEPT_PROBLEMS, BillRepository
from pos_closeout.store.proposals import ProposalRepository

BATCH = 4_096
"""Lines that are written in one transaction: some 100 ms in which nobody else can save, and as many as fall on the same
pages of the index, which are then written once."""

MAX_PROPOSALS = 5_000
"""Proposals of one bill; what is beyond becomes a problem that says how many."""


def import_statements(
    store: Store,
    case_id: int,
    paths: Sequence[Path],
    *,
    vocabulary: Vocabulary,
    today: date,
    now: datetime,
    password: str | None = None,
    passwords: dict[Path, str] | None = None,
    mapping: ColumnMapping | None = None,
    on_progress: Callable[[ImportProgress], None] | None = None,
    cancelled: Cancelled | None = None,
    add_working_days: AddWorkingDays | None = None,
) -> ImportReport:
    """Import bills into a case and report on each file.

    Args:
        store: the data folder, opened by the thread that imports.
        case_id: the case.
        paths: the files; they are only read.
        vocabulary: what is known about platforms.
        today: the day due dates are counted from.
        now: the time noted with the import.
        password: of archives; used and forgotten.
        passwords: of single files, where each has its own.
        mapping: the confirmed meaning of the columns of an unknown table; remembered ones apply without being named.
        on_progress: told several times a second.
        cancelled: asked at the same pace; True stops, and nothing of this import is kept.
        add_working_days: counts working days; by the calendar of the data folder when left out.

    Raises:
        NotFoundError: ``case.not_found``.
        CloseoutError: ``statement.cancelled``.
        DataFolderError: ``store.import_running``, or the database cannot be written; nothing is kept then.
    """
    store.cases.get(case_id)
    bills, closing = BillRepository(store.database), BillClosing(store.database)
    work = _Import(
        store=store,
        bills=bills,
        case_id=case_id,
        now=now,
        today=today,
        add_working_days=add_working_days or _by_calendar(store),
        on_progress=on_progress,
        sizes=tuple(_size(path) for path in paths),
    )
    reader = FileReader()
    prepare = partial(
        reader.bill,
        vocabulary=vocabulary,
        mapping=mapping,
        remembered=known_mappings(store),
        cancelled=cancelled,
    )
    with reader, bills.importing(), without_collecting():
        renew_names(store.database, case_id, _named_by_order(vocabulary))
        try:
            reports = [
                work.take(
                    prepare(
                        path,
                        password=(passwords or {}).get(path, password),
                        on_progress=partial(work.tell, path, at),
                    )
                )
                for at, path in enumerate(paths)
            ]
            finished = closing.complete(case_id, work.begun)
        except BaseException:
            for bill_id in work.begun:
                closing.discard(bill_id)
            raise
    return _report(store, work, reports, finished)


@dataclass(slots=True)
class _Import:
    """One import on its way; ``begun`` are the bills that are not complete yet."""

    store: Store
    bills: BillRepository
    case_id: int
    now: datetime
    today: date
    add_working_days: AddWorkingDays
    on_progress: Callable[[ImportProgress], None] | None
    sizes: tuple[int, ...]
    begun: list[int] = field(default_factory=list)
    rows: int = 0

    def tell(self, path: Path, at: int, progress: Progress) -> None:
        """Report how far one file is as how far the import is."""
        if self.on_progress is not None:
            done = sum(self.sizes[:at]) + min(progress.done, self.sizes[at])
            told = ImportProgress(path.name, at + 1, len(self.sizes), self.rows + progress.rows, done, sum(self.sizes))
            self.on_progress(told)

    def take(self, reading: IsolatedReading) -> FileReport:
        """Read one file into the database and report on it; a file that is no bill leaves nothing there."""
        count = len(self.begun)
        try:
            return self._read(reading)
        except BadInputError as error:
            refusal = error
        except OSError:
            refusal = BadInputError("statement.unreadable", name=reading.path.name)
        for bill_id in self.begun[count:]:
            BillClosing(self.store.database).discard(bill_id)
        del self.begun[count:]
        return FileReport(reading.path, refusal, sha256=reading.sha256)

    def _read(self, reading: IsolatedReading) -> FileReport:
        batches = reading.batches()
        # Nothing is known of the file before it has been asked for something.
        first = next(batches, None)
        bill_id = self.bills.begin(self.case_id, reading.sha256, reading.path.name, self.now)
        if bill_id is None:
            return imported_before(reading, self.bills.find(self.case_id, reading.sha256))
        self.begun.append(bill_id)
        taker = _Taker(self, reading, bill_id)
        taker.take(chain([] if first is None else [first], batches))
        self.rows += reading.rows
        return taker.close()


class _Taker:
    """Takes what one file turns into, batch by batch."""

    def __init__(self, work: _Import, reading: IsolatedReading, bill_id: int) -> None:
        self._work, self._reading, self._bill = work, reading, bill_id
        self._writer = LineWriter(work.store.database, work.case_id, bill_id)
        self._proposals = ProposalRepository(work.store.database)
        self._problems: list[Problem] = []
        self._problem_count = self._open_count = 0

    def take(self, batches: Iterable[Batch]) -> None:
        """Take all lines and problems of the bill, batch by batch."""
        for batch in batches:
            if isinstance(batch, Problem):
                self._note(batch)
            elif self._writer.take(batch) >= BATCH:
                self._propose(self._writer.write())
        self._propose(self._writer.write())

    def _propose(self, waiting: Sequence[Transaction]) -> None:
        room = max(0, MAX_PROPOSALS - self._open_count)
        self._open_count += len(waiting)
        if waiting[:room]:
            work, name = self._work, self._reading.path.name
            raw = {line.source: line.raw for line in waiting}
            found = propose(waiting[:room], work.today, add_working_days=work.add_working_days)
            self._proposals.add(work.case_id, self._bill, name, ((each, raw[each.source]) for each in found))

    def close(self) -> FileReport:
        """Describe the bill."""
        reading = self._reading
        if self._open_count > MAX_PROPOSALS:
            more = str(self._open_count - MAX_PROPOSALS)
            self._note(Problem(RowSource(reading.sha256, "", 0), "", "proposals.too_many", more))
        bill = Bill(
            id=self._bill,
            case_id=self._work.case_id,
            sha256=reading.sha256,
            name=reading.path.name,
            format=reading.format,
            encoding=reading.encoding,
            rows=reading.rows,
            known=self._writer.known,
            problems=self._problem_count,
            footer=str(reading.footer),
            announced_rows=reading.announced_rows,
            imported_at="",
            first=None,
            last=None,
        )
        self._work.bills.describe(bill, reading.periods, self._problems)
        return imported(reading, bill)

    def _note(self, problem: Problem) -> None:
        self._problem_count += 1
        if len(self._problems) < KEPT_PROBLEMS:
            self._problems.append(problem)


def _report(store: Store, work: _Import, reports: Sequence[FileReport], finished: Sequence[int]) -> ImportReport:
    proposals = ProposalRepository(store.database)
    new = [each for each in proposals.of_bills(work.begun) if each.state is ProposalState.WAITING]
    files = tuple(
        report
        if report.imported_before or report.bill_id is None
        else _completed(work, report, tuple(each for each in new if each.bill_id == report.bill_id))
        for report in reports
    )
    told = [each for each in map(proposals.get, finished) if each.bill_id not in work.begun]
    return ImportReport(
        files=files,
        settled=tuple(each for each in told if each.state is ProposalState.SETTLED),
        may_be_cleared=tuple(each for each in told if each.state is ProposalState.ACCEPTED),
    )


def _named_by_order(vocabulary: Vocabulary) -> dict[str, bool]:
    """Return the families whose refunds carry the number of their order, and whether they are bills of sales."""
    return {
        layout.family: layout.direction == "sales"
        for layout in vocabulary.layouts
        if not layout.own_numbers and not layout.refuse
    }


def _completed(work: _Import, report: FileReport, proposals: tuple[KeptProposal, ...]) -> FileReport:
    """Return the report with what came out when the bill was held against the others of the case."""
    if report.bill_id is None:
        return report
    bill = work.bills.get(report.bill_id)
    return replace(report, new=bill.rows - bill.known, known=bill.known, proposals=proposals)


@contextmanager
def without_collecting() -> Iterator[None]:
    """Keep the collector of cyclic garbage away from work that makes millions of rows and not one cycle.

    It would go over the rows of every batch again and again, for half of the whole time.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _by_calendar(store: Store) -> AddWorkingDays:
    return partial(_add_working_days, work_calendar(store))


def _add_working_days(calendar: WorkCalendar, day: date, days: int) -> date:
    try:
        return add_working_days(day, days, calendar).end
    except BadInputError:
        # A bill may name a day that no calendar knows.
        return calendar_days(day, days)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
