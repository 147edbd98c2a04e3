"""The history of a case to read: sentences by day, the newest on top, to search, narrow down, copy and print."""

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QDialog, QTextBrowser, QVBoxLayout, QWidget

from pos_closeout.actions.cases.case_history import (
    HistoryEntry,
    by_day,
    folded_entries,
    matching_entries,
    timeline_text,
)
from pos_closeout.domain.errors import CloseoutError
from pos_closeout.domain.masking import mask_identity
from pos_closeout.domain.phases import Step
from pos_closeout.ui.context import Context, Runner
from pos_closeout.ui.widgets.basic import button, label, row
from pos_closeout.ui.widgets.combo_box import ComboBox
from pos_closeout.ui.widgets.dialog_size import fit
from pos_closeout.ui.widgets.field import search_line

_PAUSE_MS = 150
_SHOWN = 1_000
"""Sentences shown at once: more make the page slow, and nobody reads them; the search goes over all."""


class HistoryDialog(QDialog):
    """Shows what happened in a case.

    Args:
        context: look and texts.
        name: what the owner knows the case by.
        tell: returns the sentences, oldest first; runs beside the window.
        parent: the window it stands over.
    """

    print_asked = Signal(str)
    """The owner wants what is shown on paper; carries it as text."""

    def __init__(
        self, context: Context, name: str, tell: Callable[[], Sequence[HistoryEntry]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._asked = context, ""
        self._told: Sequence[HistoryEntry] | None = None
        self._texts: Sequence[str] = ()
        self._shown: Sequence[HistoryEntry] = ()
        self.setWindowTitle(self.tr("History: %1").replace("%1", name))
        fit(self, context.look, 820, 640)
        self.search = search_line(self.tr("Search in the history…"), self.tr("Search in the history"))
        self.kinds = ComboBox()
        self.kinds.setAccessibleName(self.tr("What about"))
        self.kinds.addItem(self.tr("Everything"), None)
        self.kinds.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.count = label("", "hint")
        self.page = QTextBrowser()
        self.page.document().setDocumentMargin(context.look.px(12))
        self.page.setAccessibleName(self.tr("What happened"))
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._show)
        self.search.textChanged.connect(lambda _: self._timer.start())
        self.kinds.currentIndexChanged.connect(lambda _: self._show())
        self._runner = Runner(self._tell_error, self)
        self._runner.done.connect(self._take)
        self._lay_out()
        self._show()
        self._runner.run(lambda _job: _read(tell))

    def _lay_out(self) -> None:
        look = self._context.look
        self._copy = button(look, self.tr("Copy as &text"), self.copy, icon="file-text")
        self._print = button(look, self.tr("&Print or save as PDF…"), self._ask_print, icon="printer")
        bottom = row(self._copy, self._print)
        bottom.addStretch()
        bottom.addWidget(button(look, self.tr("&Close"), self.reject))
        top = row(self.search, self.kinds)
        top.setStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self.count)
        layout.addWidget(self.page, 1)
        layout.addLayout(bottom)

    def ask(self, asked: str) -> None:
        """Look for words once all is read, unless nothing holds them: they may have been those of the shop."""
        self._asked = asked

    def done(self, result: int) -> None:
        """Close, once nothing runs any more."""
        self._timer.stop()
        self._runner.wait()
        super().done(result)

    def _take(self, read: tuple[Sequence[HistoryEntry], Sequence[str]]) -> None:
        told, self._texts = read
        self._told = told
        context, there = self._context, {each.step for each in told}
        for step in Step:
            if step in there:
                self.kinds.addItem(context.say(context.guidance.steps[step].name), step)
        if self._asked and matching_entries(told, self._texts, None, self._asked):
            self.search.setText(self._asked)
        self._show()

    def _tell_error(self, error: CloseoutError) -> None:
        self.count.setText(self._context.sentence(error))

    def copy(self) -> None:
        """Put what is shown into the clipboard, oldest first."""
        QGuiApplication.clipboard().setText(self._text())
        self.count.setText(self.tr("Copied. Paste it into a message or a document."))

    def _ask_print(self) -> None:
        self.print_asked.emit(self._text())

    def _text(self) -> str:
        return timeline_text(self._shown, self._context.language)

    def _show(self) -> None:
        self._shown = matching_entries(self._told or (), self._texts, self.kinds.currentData(), self.search.text())
        told = self.tr("%n sentence(s), the newest first", "", len(self._shown))
        if len(self._shown) > _SHOWN:
            told = self.tr("%n sentence(s); the newest are shown, search for older ones", "", len(self._shown))
        if self._told is None:
            told = self.tr("Reading the history…")
        elif not self._shown:
            told = self.tr("Nothing found. Try fewer or other words.")
        self.count.setText(told)
        self._copy.setEnabled(bool(self._shown))
        self._print.setEnabled(bool(self._shown))
        self.page.setHtml(self._html())

    def _html(self) -> str:
        tokens, px = self._context.look.tokens, self._context.look.px
        parts = []
        for day, found in by_day(reversed(self._shown[-_SHOWN:]), self._context.language):
            parts.append(f'<h3 style="color:{tokens.accent}; font-size:{px(16)}px; margin-bottom:2px">{day}</h3>')
            for each in found:
                time = f'<span style="color:{tokens.mute}">{each.at[11:16]}</span>'
                parts.append(
                    f'<p style="font-size:{px(15)}px; margin:4px 0">{time}&ensp;{escape(mask_identity(each.text))}</p>'
                )
        return "".join(parts)


def _read(tell: Callable[[], Sequence[HistoryEntry]]) -> tuple[Sequence[HistoryEntry], Sequence[str]]:
    told = tell()
    return told, folded_entries(told)
