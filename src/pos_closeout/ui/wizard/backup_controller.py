"""Does the work of the backup step on a thread of its own, and keeps what came of it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from pos_closeout.actions.backup.backup import (
    BackedUp,
    Watch,
    check_bag,
    copy_elsewhere,
    make_backup,
    mask_for_others,
    records_of,
)
from pos_closeout.domain.case.backup import Backup
from pos_closeout.domain.errors import CloseoutError, StoppedError
from pos_closeout.ui.context import Context, Job, Runner
from pos_closeout.ui.wizard.case_session import CaseSession
from pos_closeout.ui.wizard.steps.backup.page import BackupPage

Work = Callable[[Watch], BackedUp]


class BackupController(QObject):
    """Does one piece of work at a time; what comes of it is kept even when the page has been left meanwhile."""

    begun = Signal(str)
    news = Signal(object)
    left_out = Signal(list)
    ended = Signal(object)

    def __init__(self, context: Context, session: CaseSession, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._session, self._window = context, session, window
        self._case_id = 0
        self._runner = Runner(self._failed, self)
        self._runner.progress.connect(self.news)
        self._runner.done.connect(self._done)

    def serve(self, page: BackupPage) -> None:
        """Do what a page asks for and tell it how that goes.

        Methods of the page are connected, not lambdas: Qt drops those when the page goes before the work has ended.
        """
        bag = page.bag
        bag.make_asked.connect(self._make)
        bag.check_asked.connect(self._check)
        bag.copy_asked.connect(self._copy)
        bag.mask_asked.connect(self._mask)
        bag.stop_asked.connect(self._runner.stop)
        self.begun.connect(bag.begin)
        self.news.connect(bag.follow)
        self.left_out.connect(bag.say_left_out)
        self.ended.connect(page.finish)

    def wait(self) -> None:
        """Stop the work and wait for its end, before the window goes."""
        self._runner.wait()

    def _make(self) -> None:
        self._session.flush()
        case, today = self._session.case, self._context.today
        self._context.do(
            lambda: records_of(self._context.store, case),
            self._window,
            then=lambda records: self._start(
                self.tr("Copying and reading back …"), lambda watch: make_backup(case, records, today, watch)
            ),
        )

    def _check(self) -> None:
        case, today = self._session.case, self._context.today
        self._start(self.tr("Reading back …"), lambda watch: BackedUp(check_bag(case, today, watch)[0], ()))

    def _copy(self, folder: str) -> None:
        case, today = self._session.case, self._context.today
        self._start(
            self.tr("Copying to the other disk …"),
            lambda watch: BackedUp(copy_elsewhere(case, Path(folder), today, watch), ()),
        )

    def _mask(self, folder: str) -> None:
        case, today = self._session.case, self._context.today
        self._start(
            self.tr("Writing the masked copy …"),
            lambda watch: BackedUp(mask_for_others(case, Path(folder), today, watch)[0], ()),
        )

    def _start(self, what: str, work: Work) -> None:
        self._case_id = self._session.case.id
        self.begun.emit(what)
        self._runner.run(lambda job: work(_watch(job)))

    def _done(self, result: object) -> None:
        case = self._session.case
        if isinstance(result, BackedUp) and case.id == self._case_id:
            backup = _with_choices(result.case.backup, case.backup)
            if backup.made_on is not None and result.case.backup.bag != case.backup.bag:
                self.left_out.emit([each.path for each in result.left_out])
            self._session.edit(replace(case, backup=backup))
            self._session.flush()
        self.ended.emit(self._session.case.backup)

    def _failed(self, error: CloseoutError) -> None:
        self.ended.emit(self._session.case.backup)
        if not isinstance(error, StoppedError):
            self._context.tell(self._window, error)


def _watch(job: Job) -> Watch:
    """Return what tells the window how far the work is, a few hundred times at most, and stops it when asked to."""
    told = -1

    def watch(done: int, total: int, name: str) -> None:
        nonlocal told
        if job.stopped():
            raise StoppedError("work.stopped")
        part = done * 400 // max(total, 1)
        if part != told:
            told = part
            job.report((done, total, name))

    return watch


def _with_choices(found: Backup, chosen: Backup) -> Backup:
    """Return what the work found with the choices as they are now: the owner may have typed meanwhile."""
    return replace(
        found,
        folder=chosen.folder,
        program_data=chosen.program_data,
        since=chosen.since,
        nothing_in=chosen.nothing_in,
        keep_months=chosen.keep_months,
    )
