"""The outstanding list on its way to other programs: spreadsheet, calendar, clipboard."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from pos_closeout.actions.files import write_file
from pos_closeout.actions.papers.letter import Documents
from pos_closeout.actions.papers.list_files import export_calendar, export_list, list_as_text
from pos_closeout.domain.case.case import Case, LetterLanguage
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.ui.context import Context, Runner
from pos_closeout.ui.papers.files import ask_place, saved_words

MOST_COPIED = 200
"""The most entries a chat takes as text; more of them belong into a file."""


class ListExport(QObject):
    """Asks for a place and writes; a spreadsheet is made on a thread of its own.

    Args:
        context: look and texts.
        cases: gives the cases by id.
        window: dialogs stand over it.
        documents: fonts and words of papers.
    """

    message = Signal(str)
    """What has been written or copied, in a plain sentence."""

    def __init__(
        self,
        context: Context,
        cases: Callable[[], Mapping[int, Case]],
        window: QWidget,
        documents: Documents,
    ) -> None:
        super().__init__(window)
        self._context, self._cases, self._window, self._documents = context, cases, window, documents
        self._place = Path()
        self._runner = Runner(partial(context.tell, window), self)
        self._runner.done.connect(self._write)

    def wait(self) -> None:
        """Wait for a file under way, before the window goes."""
        self._runner.wait()

    def save(self, items: Sequence[OpenItem], suffix: str) -> None:
        """Write entries as a spreadsheet (``.xlsx``) or comma-separated text (``.csv``)."""
        place = self._ask(suffix)
        if place is None:
            return
        self._place = place
        # Everything the thread needs is taken along: it must not touch the data.
        cases, language, today = dict(self._cases()), LetterLanguage(self._context.language), self._context.today
        spreadsheet = suffix == ".xlsx"
        self._runner.run(
            lambda _job: export_list(items, cases, self._documents, language, today, spreadsheet=spreadsheet)
        )

    def save_calendar(self) -> None:
        """Write every due date as a calendar file."""
        place = self._ask(".ics")
        if place is not None:
            self._place = place
            context, language = self._context, LetterLanguage(self._context.language)
            context.do(
                lambda: export_calendar(context.store, self._documents, language, context.clock()),
                self._window,
                then=self._write,
            )

    def copy(self, items: Sequence[OpenItem]) -> None:
        """Put entries into the clipboard as a few lines for a chat."""
        shown = items[:MOST_COPIED]
        language = LetterLanguage(self._context.language)
        text = list_as_text(shown, self._cases(), self._documents, language, self._context.today)
        QGuiApplication.clipboard().setText(text)
        if len(items) > len(shown):
            self.message.emit(self.tr("The first %n entries were copied; save a file for all of them.", "", len(shown)))
        else:
            self.message.emit(self.tr("%n entries were copied. Paste them into WeChat with Ctrl+V.", "", len(shown)))

    def _ask(self, suffix: str) -> Path | None:
        name = self.tr("Outstanding list") + f" {self._context.today.isoformat()}{suffix}"
        return ask_place(self._window, self.tr("Save the list"), name, suffix, f"*{suffix}")

    def _write(self, data: bytes) -> None:
        if self._context.do(lambda: write_file(self._place, data), self._window):
            self.message.emit(saved_words(self._place))
