"""The page of the settings with the owner's own working days and days off."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QListWidget

from pos_closeout.actions.work_calendar import forget_own_day, keep_own_day, own_days, work_calendar
from pos_closeout.domain.dates.working_days import OwnDay
from pos_closeout.ui.context import Context
from pos_closeout.ui.settings.page import SettingsPage
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, card, icon_label, label, row
from pos_closeout.ui.widgets.date_field import DateField
from pos_closeout.ui.widgets.field import Field, grid, line_edit

_FREE, _WORKED = "free", "worked"


class DaysPage(SettingsPage):
    """Public holidays are known as far as they have been published; the owner adds and takes out days."""

    icon = "calendar-days"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._days: tuple[OwnDay, ...] = ()
        self.day, self.what, self.note = DateField(context), QComboBox(), line_edit(limit=80)
        self.what.addItem(self.tr("free"), _FREE)
        self.what.addItem(self.tr("worked"), _WORKED)
        self._day_field = Field(context, self.tr("Day"), self.day)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Your own days"))
        self.list.setMinimumHeight(context.look.px(120))
        self._lay_out()
        self._refresh()
        self.day.edited.connect(lambda: self._day_field.set_verdict(None, ""))

    def name(self) -> str:
        """Return the title."""
        return self.tr("Working days")

    def _lay_out(self) -> None:
        context = self.context
        last = max(work_calendar(context.store).years, default=context.today.year - 1)
        known = self.tr(
            "Due dates leave out weekends and China's public holidays and count the make-up working days. They are "
            "known up to {year}."
        ).format(year=last)
        later = self.tr(
            "For {year} only weekends are counted until the schedule is published, usually in November; dates that "
            "reach there say that they may move. A newer version of the program knows it, or you add the days here."
        ).format(year=last + 1)
        warned = row(icon_label(context.look, "triangle-alert", Tone.AMBER, 16, top=True), spacing=8)
        warned.addWidget(label(later, "hint"), 1)
        self.body.addWidget(card(label(self.tr("Public holidays"), "cardTitle"), label(known), warned))
        add = button(context.look, self.tr("&Add this day"), self._add, icon="plus", kind="small")
        remove = button(context.look, self.tr("&Take out"), self._remove, icon="trash-2", kind="small")
        ways = row(add, remove)
        ways.addStretch()
        fields = grid(
            [
                [self._day_field, Field(context, self.tr("It is"), self.what)],
                [Field(context, self.tr("Note"), self.note, note=self.tr("such as: the bank's computers are closed"))],
            ]
        )
        self.body.addWidget(card(label(self.tr("Your own days"), "cardTitle"), fields, ways, self.list))
        self.body.addStretch()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Del on the list."""
        if event.key() == Qt.Key.Key_Delete and self.list.hasFocus():
            self._remove()
        else:
            super().keyPressEvent(event)

    def _add(self) -> None:
        day: date | None = self.day.value()
        if day is None:
            words = self.day.verdict() or self.tr("Please choose a day.")
            self._day_field.set_verdict(Tone.SEAL, words)
            self.day.setFocus()
            return
        own = OwnDay(day, working=self.what.currentData() == _WORKED, note=self.note.text())
        self.attempt(lambda: keep_own_day(self.context.store, own))
        self.day.clear()
        self.note.clear()
        self._refresh()

    def _remove(self) -> None:
        at = self.list.currentRow()
        if 0 <= at < len(self._days):
            self.attempt(lambda: forget_own_day(self.context.store, self._days[at].day))
            self._refresh()

    def _refresh(self) -> None:
        self._days = own_days(self.context.store)
        self.list.clear()
        for own in self._days:
            what = self.tr("worked") if own.working else self.tr("free")
            told = (self.context.long_day(own.day), what, own.note)
            self.list.addItem(" · ".join(part for part in told if part))
        if not self._days:
            self.list.addItem(self.tr("None; the published calendar counts as it is."))
