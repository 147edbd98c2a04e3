"""A line for a date: typed in any usual way, or picked from a calendar."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QIcon, QKeyEvent, QTextCharFormat, QTransform
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QScrollArea, QToolButton, QVBoxLayout

from pos_closeout.domain.dates.parsing import EARLIEST, LATEST, parse_date
from pos_closeout.domain.errors import BadInputError
from pos_closeout.ui.context import Context


class DateField(QLineEdit):
    """Takes a date as :func:`parse_date` reads it; empty is ``None``. F4 or Alt+Down opens the calendar.

    What cannot be read stays as it was typed, with :meth:`verdict` saying why; ``value`` is ``None`` then.
    """

    edited = Signal()
    """The owner typed or picked something; :meth:`set_value` does not emit it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setMaxLength(40)
        self.propose(None)
        look = context.look
        self._open = QAction(look.icon("calendar", look.tokens.mute), self.tr("Pick from a calendar (F4)"), self)
        self._open.triggered.connect(self.open_calendar)
        self.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        self.textEdited.connect(self._on_edited)
        self.editingFinished.connect(self._tidy)

    def value(self) -> date | None:
        """Return the date, or ``None`` when empty or not readable."""
        return self._read()[0]

    def verdict(self) -> str:
        """Return what is wrong with the date in a plain sentence, or nothing."""
        return self._read()[1]

    def set_value(self, day: date | None) -> None:
        """Show a date unless the line already says the same."""
        if day != self.value():
            self.setText("" if day is None else day.isoformat())

    def propose(self, day: date | None) -> None:
        """Show in the empty line which day holds while none is written; ``None`` shows how a date is written."""
        self.setPlaceholderText(self.tr("such as 2026-12-01") if day is None else day.isoformat())

    def open_calendar(self) -> None:
        """Open a calendar below the line; Esc closes it and leaves the line as it was."""
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.setProperty("role", "card")
        layout = QVBoxLayout(popup)
        layout.setContentsMargins(4, 4, 4, 4)
        calendar = self._calendar()
        calendar.activated.connect(lambda day: self._pick(day, popup))
        calendar.clicked.connect(lambda day: self._pick(day, popup))
        layout.addWidget(calendar)
        self._show_whole()
        popup.move(self._place_for(popup.sizeHint()))
        popup.show()
        calendar.setFocus()

    def _show_whole(self) -> None:
        """Scroll to the line, which may be out of sight when the keyboard opens the calendar."""
        above = self.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(self)
            above = above.parentWidget()

    def _place_for(self, size: QSize) -> QPoint:
        """Return where a calendar goes: below the line, above it where the screen ends, never beyond an edge."""
        free = self.screen().availableGeometry()
        place = QRect(self.mapToGlobal(QPoint(0, self.height() + 2)), size)
        if place.bottom() > free.bottom():
            place.moveBottom(self.mapToGlobal(QPoint(0, 0)).y() - 2)
        place.moveTop(max(free.top(), min(place.top(), free.bottom() + 1 - place.height())))
        place.moveLeft(max(free.left(), min(place.left(), free.right() + 1 - place.width())))
        return place.topLeft()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar with the keys that open every drop-down."""
        alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_F4 or alt_down:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def _calendar(self) -> QCalendarWidget:
        calendar = QCalendarWidget()
        calendar.setLocale(QLocale("zh_CN" if self._context.language == "zh" else "en_GB"))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setDateRange(_to_qt(EARLIEST), _to_qt(LATEST))
        calendar.setAccessibleName(self.tr("Calendar"))
        self._dress(calendar)
        day = self.value()
        if day is not None:
            calendar.setSelectedDate(_to_qt(day))
        return calendar

    def _dress(self, calendar: QCalendarWidget) -> None:
        """Give the calendar the program's colours and arrows instead of Qt's red weekends and green buttons."""
        look = self._context.look
        ink = QTextCharFormat()
        ink.setForeground(QColor(look.tokens.ink))
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(weekend, ink)
        head = QTextCharFormat()
        head.setForeground(QColor(look.tokens.mute))
        head.setBackground(QColor(look.tokens.card))
        calendar.setHeaderTextFormat(head)
        onward = look.pixmap("chevron-right", look.tokens.ink)
        arrows = {
            "qt_calendar_nextmonth": onward,
            "qt_calendar_prevmonth": onward.transformed(QTransform().rotate(180)),
        }
        for name, arrow in arrows.items():
            found = calendar.findChild(QToolButton, name)
            if isinstance(found, QToolButton):
                found.setIcon(QIcon(arrow))

    def _pick(self, day: QDate, popup: QFrame) -> None:
        self.setText(date(day.year(), day.month(), day.day()).isoformat())
        popup.close()
        self.setFocus()
        self.edited.emit()

    def _on_edited(self) -> None:
        self.edited.emit()

    def _read(self) -> tuple[date | None, str]:
        if not self.text().strip():
            return None, ""
        try:
            return parse_date(self.text()), ""
        except BadInputError:
            return None, self.tr("This is not a day of the calendar. Please write it like 2026-12-01.")

    def _tidy(self) -> None:
        day = self.value()
        if day is not None:
            self.setText(day.isoformat())


def _to_qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
