"""The page of the settings with the owner's own working days and days off."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget

from pos_closeout.actions.work_calendar import forget_own_day, keep_notice, keep_own_day, own_days, work_calendar
from pos_closeout.domain.dates.holiday_notice import HolidayNotice
from pos_closeout.domain.dates.working_days import OwnDay, WorkCalendar
from pos_closeout.guidance.work_calendar import load_work_calendar
from pos_closeout.ui.context import Context, Runner
from pos_closeout.ui.settings.notice_card import NoticeCard
from pos_closeout.ui.settings.page import SettingsPage
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, card, icon_label, label, row
from pos_closeout.ui.widgets.combo_box import ComboBox
from pos_closeout.ui.widgets.date_field import DateField
from pos_closeout.ui.widgets.field import Field, grid, line_edit

_FREE, _WORKED = "free", "worked"


class DaysPage(SettingsPage):
    """Public holidays are known as far as they have been published; the owner adds and takes out days."""

    icon = "calendar-days"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._days: tuple[OwnDay, ...] = ()
        self.day, self.what, self.note = DateField(context), ComboBox(), line_edit(limit=80)
        self.what.addItem(self.tr("free"), _FREE)
        self.what.addItem(self.tr("worked"), _WORKED)
        self._day_field = Field(context, self.tr("Day"), self.day)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Your own days"))
        self.list.setMinimumHeight(context.look.px(120))
        self._known, self._later = label(""), label("", "hint")
        self.notice = NoticeCard(context)
        self.notice.kept.connect(self._keep_notice)
        self._lay_out()
        self._refresh()
        # The published holidays take a while to load.
        self._published: WorkCalendar | None = None
        self._loading = Runner(lambda error: self.report(context.sentence(error)), self)
        self._loading.done.connect(self._loaded)
        self._loading.run(lambda _job: load_work_calendar())
        self.day.edited.connect(lambda: self._day_field.set_verdict(None, ""))

    def name(self) -> str:
        """Return the title."""
        return self.tr("Working days")

    def _lay_out(self) -> None:
        context = self.context
        warned = row(icon_label(context.look, "triangle-alert", Tone.AMBER, 16, top=True), spacing=8)
        warned.addWidget(self._later, 1)
        self.body.addWidget(card(label(self.tr("Public holidays"), "cardTitle"), self._known, warned))
        self.body.addWidget(self.notice)
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

    def _loaded(self, published: WorkCalendar) -> None:
        self._published = published
        self._tell_years()

    def _tell_years(self) -> None:
        """Say up to which year make-up days are known."""
        years = work_calendar(self.context.store, self._published).years
        last = max(years, default=self.context.today.year - 1)
        self._known.setText(
            self.tr(
                "Due dates leave out weekends and China's public holidays and count the make-up working days. They are "
                "known up to {year}."
            ).format(year=last)
        )
        self._later.setText(
            self.tr(
                "For {year} the fixed holidays are counted; which weekends are worked instead is published in November "
                "as a rule, and dates that reach there say that they may move. Paste the notice below once it is out."
            ).format(year=last + 1)
        )

    def _keep_notice(self, notice: HolidayNotice) -> None:
        def told(changed: tuple[OwnDay, ...]) -> None:
            self.notice.say_kept(notice.year, len(changed))
            self._tell_years()
            self._refresh()

        store = self.context.store
        self.context.do(lambda: keep_notice(store, notice, self._published), self.report, told)

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
