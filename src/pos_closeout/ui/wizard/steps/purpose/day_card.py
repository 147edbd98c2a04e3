"""From when: a line for the day, and days that are worked and far enough ahead to be taken with one press."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from pos_closeout.actions.work_calendar import work_calendar
from pos_closeout.domain.case.case import Case, Request
from pos_closeout.domain.case.stop_day import announces_closing, days_ahead
from pos_closeout.domain.dates.working_days import WorkCalendar, is_working, nearest_worked, worked_around
from pos_closeout.guidance.work_calendar import load_work_calendar
from pos_closeout.ui.context import Context, Runner
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, card, clear_layout, label
from pos_closeout.ui.widgets.choice import CheckLine
from pos_closeout.ui.widgets.date_field import DateField
from pos_closeout.ui.widgets.field import Field, grid
from pos_closeout.ui.widgets.flow import FlowLayout
from pos_closeout.ui.widgets.tab_order import put_in_order
from pos_closeout.ui.wizard.field_path import write
from pos_closeout.ui.wizard.situation import Situation

_SOON = 15
"""Days below which acquirers may say that it is too soon ([C2])."""


class DayCard(QWidget):
    """Asks for the day of the stop; ``changed`` carries the new case."""

    changed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._case = context, Case()
        self._calendar: WorkCalendar | None = None
        self._offered: tuple[date, ...] = ()
        self.stop = DateField(context)
        self._field = Field(context, self.tr("Stop from"), self.stop)
        self.stop.edited.connect(lambda: self.changed.emit(write(self._case, "request.stop_on", self.stop.value())))
        self._after = CheckLine(self.tr("After close of business on that day"))
        self._after.toggled.connect(
            lambda on: self.changed.emit(write(self._case, "request.after_close_of_business", on))
        )
        self._chips = FlowLayout(spacing=8)
        self._held = QWidget()
        self._held.setLayout(self._chips)
        # The published holidays take a while to load.
        self._loading = Runner(lambda _error: None, self)
        self._loading.done.connect(self._loaded)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        title = label(self.tr("From when?"), "cardTitle")
        layout.addWidget(card(title, self._held, grid([[self._field, QWidget()]]), self._after, spacing=8))

    def tell(self, now: Situation) -> None:
        """Show the day of a case."""
        self._case = now.case
        request = now.case.request
        self.stop.set_value(request.stop_on)
        self._after.set_checked(checked=request.after_close_of_business)
        self._say(now.case, request, now.today)
        if self._calendar is None and not self._loading.running:
            self._loading.run(lambda _job: load_work_calendar())
        self._offer(now.today)

    def _say(self, case: Case, request: Request, today: date) -> None:
        stop = request.stop_on
        if self.stop.verdict():
            self._field.set_verdict(Tone.SEAL, self.stop.verdict())
        elif stop is not None and stop < today:
            self._field.set_verdict(Tone.AMBER, self.tr("This day has passed. Is the year right?"))
        elif stop is not None and (around := self._days_around(stop)) is not None:
            before, after = around
            text = self.tr("Nobody works at the acquirer on this day (weekend or holiday). Take %1 or %2.")
            text = text.replace("%1", self._context.day(before)).replace("%2", self._context.day(after))
            self._field.set_verdict(Tone.AMBER, text)
        elif stop is not None and announces_closing(case) and (stop - today).days < days_ahead(case)[0]:
            text = self.tr("A shop that closes or moves announces it 30 days ahead; this day is too soon for that.")
            self._field.set_verdict(Tone.AMBER, text)
        elif stop is not None and (stop - today).days < _SOON:
            text = self.tr("Acquirers usually want 15 to 30 days' notice. Ask yours whether this day is possible.")
            self._field.set_verdict(Tone.ACCENT, text)
        else:
            self._field.set_verdict(None, "")

    def _days_around(self, stop: date) -> tuple[date, date] | None:
        if self._calendar is None or is_working(stop, self._calendar):
            return None
        return worked_around(stop, self._calendar)

    def _loaded(self, published: WorkCalendar) -> None:
        self._calendar = work_calendar(self._context.store, published)
        self._say(self._case, self._case.request, self._context.today)
        self._offer(self._context.today)

    def _offer(self, today: date) -> None:
        """Offer the first day that is worked, counted from today; nothing is taken without a press."""
        if self._calendar is None:
            return
        days = tuple(
            nearest_worked(today + timedelta(days=ahead - 1), self._calendar, 1) for ahead in days_ahead(self._case)
        )
        if days != self._offered:
            self._offered = days
            clear_layout(self._chips)
            chips = [self._chip(day, (day - today).days) for day in days]
            self._chips.add_all(*chips)
            put_in_order(self._held, *chips)
            self._held.updateGeometry()
        for at in range(self._chips.count()):
            item = self._chips.itemAt(at)
            chip = None if item is None else item.widget()
            if isinstance(chip, QPushButton):
                chip.setChecked(days[at] == self._case.request.stop_on)

    def _chip(self, day: date, ahead: int) -> QPushButton:
        text = self.tr("%1, in %2 days").replace("%1", self._context.day(day)).replace("%2", str(ahead))
        made = button(self._context.look, text, lambda: self._take(day), kind="chip")
        made.setCheckable(True)
        return made

    def _take(self, day: date) -> None:
        self.changed.emit(write(self._case, "request.stop_on", day))
