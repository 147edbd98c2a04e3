"""Keeps, opens and takes away the photos and slips of the device step."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from pos_closeout.domain.case.case import Case
from pos_closeout.domain.device.tasks import DeviceFile, Task
from pos_closeout.domain.errors import CloseoutError
from pos_closeout.ui.desk import Desk
from pos_closeout.ui.reporter import ErrorReporter
from pos_closeout.ui.widgets.attachment_question import files_to_keep
from pos_closeout.ui.wizard.case_session import CaseSession
from pos_closeout.ui.wizard.steps.device.page import DevicePage


class DeviceController:
    """Serves the device page of the case on the screen.

    Args:
        desk: the owner's verbs.
        session: the case on the screen.
        reporter: tells the owner about errors.
    """

    def __init__(self, desk: Desk, session: CaseSession, reporter: ErrorReporter) -> None:
        self._desk, self._session, self._reporter = desk, session, reporter

    def serve(self, page: DevicePage) -> None:
        """Connect a page."""
        page.take_day(self._desk.takings_of_day)
        page.files_given.connect(lambda terminal, task, files: self._keep(page, terminal, task, files))
        page.file_opened.connect(lambda file: self._open(page, file))
        page.file_removed.connect(
            lambda file: self._change(page, lambda case: self._desk.detach_device_file(case, file))
        )

    def _keep(self, page: DevicePage, terminal: int, task: Task, files: Sequence[Path]) -> None:
        for path in files_to_keep(page, files):
            if not self._change(page, lambda case, path=path: self._attached(case, terminal, task, path)):  # type: ignore[misc]  # bound now
                break

    def _attached(self, case: Case, terminal: int, task: Task, path: Path) -> Case:
        return self._desk.attach_device_file(case, terminal, task, path)

    def _open(self, page: DevicePage, file: DeviceFile) -> None:
        try:
            path = self._desk.device_file_path(file)
        except CloseoutError as error:
            self._reporter.show(page, error)
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _change(self, page: DevicePage, act: Callable[[Case], Case]) -> bool:
        try:
            self._session.edit(act(self._session.case))
        except CloseoutError as error:
            self._reporter.show(page, error)
            return False
        # The copy lies there already: a case that did not know of it would lose it from sight.
        return self._session.flush()
