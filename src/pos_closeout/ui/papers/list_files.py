"""The outstanding list on its way to other programs: spreadsheet, calendar, clipboard."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from pos_closeout.actions.papers.letter import open_documents
from pos_closeout.actions.papers.list_files import export_list, list_as_text
from pos_closeout.domain.case.case import Case, LetterLanguage
from pos_closeout.domain.errors import CloseoutError
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.ui.context import Context
from pos_closeout.ui.desk import Desk
from pos_closeout.ui.papers.files import write_file
from pos_closeout.ui.reporter import ErrorReporter
from pos_closeout.ui.work import Worker

MOST_COPIED = 200
"""The most entries a chat takes as text; more of them belong into a file."""


class ListExport(QObject):
    """Asks for a place and writes; a spreadsheet is made on a thread of its own.

    Args:
        context: look and texts.
        desk: the owner's verbs.
        cases: gives the cases by id.
        window: dialogs stand over it.
        reporter: tells the owner about errors.
        resources: the folder with the words of papers.
    """

    message = Signal(str)
    """What has been written or copied, in a plain sentence."""

    def __init__(
        self,
        context: Context,
        desk: Desk,
        cases: Callable[[], Mapping[int, Case]],
        window: QWidget,
        *,
        reporter: ErrorReporter,
        resources: Path,
    ) -> None:
        super().__init__(window)
        self._context, self._desk, self._cases, self._window, self._reporter = context, desk, cases, window, reporter
        self._documents = open_documents(resources)
        self._place = Path()
        self._worker = Worker()
        self._worker.done.connect(self._write)
        self._worker.failed.connect(lambda error: self._reporter.show(self._window, error))

    def wait(self) -> None:
        """Wait for a file under way, before the window goes."""
        self._worker.wait()

    def save(self, items: Sequence[OpenItem], suffix: str) -> None:
        """Write entries as a spreadsheet (``.xlsx``) or comma-separated text (``.csv``)."""
        place = self._ask(suffix)
        if place is None:
            return
        self._place = place
        # Everything the thread needs is taken along: it must not touch the data.
        cases, language, today = dict(self._cases()), LetterLanguage(self._context.language), self._desk.today
        spreadsheet = suffix == ".xlsx"
        self._worker.run(lambda: export_list(items, cases, self._documents, language, today, spreadsheet=spreadsheet))

    def save_calendar(self) -> None:
        """Write every due date as a calendar file."""
        place = self._ask(".ics")
        if place is not None:
            self._place = place
            try:
                self._write(self._desk.calendar(self._documents, LetterLanguage(self._context.language)))
            except CloseoutError as error:
                self._reporter.show(self._window, error)

    def copy(self, items: Sequence[OpenItem]) -> None:
        """Put entries into the clipboard as a few lines for a chat."""
        shown = items[:MOST_COPIED]
        language = LetterLanguage(self._context.language)
        text = list_as_text(shown, self._cases(), self._documents, language, self._desk.today)
        QGuiApplication.clipboard().setText(text)
        if len(items) > len(shown):
            self.message.emit(self.tr("The first %n entries were copied; save a file for all of them.", "", len(shown)))
        else:
            self.message.emit(self.tr("%n entries were copied. Paste them into WeChat with Ctrl+V.", "", len(shown)))

    def _ask(self, suffix: str) -> Path | None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = f"{self.tr('Outstanding list')} {self._desk.today.isoformat()}{suffix}"
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Save the list"), str(Path(folder) / name), f"*{suffix}"
        )
        return Path(chosen).with_suffix(suffix) if chosen else None

    def _write(self, data: bytes) -> None:
        try:
            write_file(self._place, data)
        except CloseoutError as error:
            self._reporter.show(self._window, error)
            return
        self.message.emit(self.tr("Saved: {file}").format(file=self._place.name))
