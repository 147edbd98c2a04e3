"""The yearly notice on holidays: its text is pasted, shown day by day at once, and kept when the owner says so."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_closeout.domain.dates.holiday_notice import HolidayNotice, read_notice, runs
from pos_closeout.domain.errors import BadInputError
from pos_closeout.ui.context import Context
from pos_closeout.ui.library.entries import LibrarySection
from pos_closeout.ui.library.window import show_library
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.basic import button, card, column, label, row
from pos_closeout.ui.widgets.field import TextEdit

_LONGEST = 4_000
"""Characters; a notice has some six hundred."""


class NoticeCard(QWidget):
    """Takes the text of the State Council's notice; ``kept`` carries the :class:`HolidayNotice` to count with."""

    kept = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._found: HolidayNotice | None = None
        self.text = TextEdit(_LONGEST)
        self.text.setAccessibleName(self.tr("Text of the notice"))
        self.text.setPlaceholderText(self.tr("Paste the whole notice here, with its title"))
        self.text.setFixedHeight(context.look.px(110))
        self.text.textChanged.connect(self._read)
        self._said = Banner(context)
        self.free, self.worked = label("", "body"), label("", "body")
        self._parts = (
            label(self.tr("Days off"), "caption"),
            self.free,
            label(self.tr("Worked instead"), "caption"),
            self.worked,
        )
        self.keep = button(
            context.look, self.tr("Count with these days"), self._keep, icon="check", kind="primarySmall"
        )
        self.drop = button(context.look, self.tr("Do not use"), self.text.clear, icon="x", kind="small")
        self._help = button(context.look, self.tr("What is this? (F1)"), self._explain, kind="link")
        QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), self, self._explain)
        self._lay_out()
        self._read()

    def _lay_out(self) -> None:
        told = self.tr(
            "Each autumn the State Council says which days of the next year are free and which weekends are worked. "
            "Copy that notice from the government's site (www.gov.cn) and paste it here."
        )
        ways = row(self.keep, self.drop)
        ways.addStretch()
        ways.addWidget(self._help)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        title = label(self.tr("Paste the yearly notice"), "cardTitle")
        shown = column(*self._parts, spacing=3)
        layout.addWidget(card(title, label(told, "hint"), self.text, self._said, shown, ways, spacing=10))

    def _read(self) -> None:
        """Show what the text says, as it is typed or pasted."""
        self._found, text = None, self.text.toPlainText()[:_LONGEST]
        self._said.tell(Tone.AMBER, "")
        if text.strip():
            try:
                self._found = read_notice(text)
            except BadInputError as error:
                self._said.tell(Tone.AMBER, self._context.sentence(error))
        found = self._found
        if found is not None:
            self.free.setText(self._days(found.days_off, "\n"))
            self.worked.setText(self._days(found.make_up, self.tr("; ")) or self.tr("none"))
            self._tell(found)
        for part in self._parts:
            part.setVisible(found is not None)
        self.keep.setEnabled(found is not None and not found.problems)
        self.drop.setEnabled(bool(text))

    def _tell(self, found: HolidayNotice) -> None:
        words = {
            "weekday": self.tr("The weekday does not fit: %1"),
            "count": self.tr("The number of days does not fit: %1"),
            "both": self.tr("Both free and worked: %1"),
        }
        if found.problems:
            wrong = [words[name].replace("%1", text) for name, text in found.problems]
            head = self.tr("Something does not fit, so nothing can be kept. Compare it with the original.")
            self._said.tell(Tone.SEAL, "\n".join([head, *wrong]))
        else:
            text = self.tr("The notice for %1: %2 days off, %3 days worked instead. Please compare before you keep it.")
            for place, number in enumerate((found.year, len(found.days_off), len(found.make_up)), 1):
                text = text.replace(f"%{place}", str(number))
            self._said.tell(Tone.OK, text)

    def _days(self, days: Iterable[date], gap: str) -> str:
        """Write days in a row as one span."""
        day = self._context.day
        spans = runs(days)
        return gap.join(day(first) if first == last else f"{day(first)} – {day(last)}" for first, last in spans)

    def _keep(self) -> None:
        if self._found is not None and not self._found.problems:
            self.kept.emit(self._found)

    def say_kept(self, year: int, changed: int) -> None:
        """Say that a notice counts from now on."""
        self.text.clear()
        told = self.tr("The notice for %1 counts from now on.").replace("%1", str(year))
        more = self.tr("%n day(s) changed by it.", "", changed)
        self._said.tell(Tone.OK, f"{told} {more}")

    def _explain(self) -> None:
        show_library(self.window(), self._context).show_entry(LibrarySection.WORDS, "yearly_notice")
