"""Keeps, opens and takes away the photos and slips of the device step."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from pos_closeout.actions.device import attach_device_file, detach_device_file, device_file_path
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.device.tasks import DeviceFile, Task
from pos_closeout.ui.context import Context
from pos_closeout.ui.widgets.attachment_question import files_to_keep
from pos_closeout.ui.wizard.case_session import CaseSession
from pos_closeout.ui.wizard.steps.device.page import DevicePage


class DeviceController:
    """Serves the device page of the case on the screen."""

    def __init__(self, context: Context, session: CaseSession) -> None:
        self._context, self._session = context, session

    def serve(self, page: DevicePage) -> None:
        """Connect a page."""
        page.files_given.connect(lambda terminal, task, files: self._keep(page, terminal, task, files))
        page.file_opened.connect(lambda file: self._open(page, file))
        page.file_removed.connect(lambda file: self._take_off(page, file))

    def _keep(self, page: DevicePage, terminal: int, task: Task, files: Sequence[Path]) -> None:
        store, now, session = self._context.store, self._context.clock(), self._session
        for path in files_to_keep(page, files):
            if not self._change(page, partial(attach_device_file, store, session.case, terminal, task, path, now=now)):
                break

    def _take_off(self, page: DevicePage, file: DeviceFile) -> None:
        context, case = self._context, self._session.case
        self._change(page, partial(detach_device_file, context.store, case, file, context.clock()))

    def _open(self, page: DevicePage, file: DeviceFile) -> None:
        def show(path: Path) -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

        self._context.do(partial(device_file_path, self._context.store, file), page, then=show)

    def _change(self, page: DevicePage, act: Callable[[], Case]) -> bool:
        if not self._context.do(act, page, then=self._session.edit):
            return False
        # The copy lies there already: a case that did not know of it would lose it from sight.
        return self._session.flush()
