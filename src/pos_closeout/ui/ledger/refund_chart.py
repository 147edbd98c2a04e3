"""Refunds against the stop: a mark for each on the last day its channel takes it, on a line from today on."""

from collections import Counter
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_closeout.domain.ledger.refund_windows import RefundDeadline, RefundPlan
from pos_closeout.ui.context import Context

_HEIGHT, _SIDE, _MARK, _GAP = 116, 64, 10, 3
_AFTER = timedelta(days=14)
"""How far behind the stop days are drawn: a window of a year must not press the weeks before the stop together."""


class RefundChart(QWidget):
    """Draws the days that are left; each refund stands in words below, and here in the accessible description.

    What the channel takes after the stop is a ring on the tinted ground: the merchant number is closed by then, so it
    must go before. A square is too late already, a disc ends before the stop. Shapes differ, not colours alone.
    """

    def __init__(self, context: Context, plan: RefundPlan) -> None:
        super().__init__()
        self._context, self._stop = context, plan.stop_on
        self._today = context.today
        self._ends = tuple((reach, reach.window_on) for reach in plan.refunds if reach.window_on is not None)
        ends = [day for _, day in self._ends]
        horizon = max(plan.stop_on or max(ends, default=self._today), self._today) + _AFTER
        self._last, self._cut = min(max([*ends, self._today + _AFTER]), horizon), any(day > horizon for day in ends)
        self.setVisible(bool(self._ends))
        self.setAccessibleName(self.tr("Refunds and the stop"))
        self.setAccessibleDescription(self._told())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _told(self) -> str:
        days = [(self._today, self.tr("today"))]
        if self._stop is not None:
            days.append((self._stop, self.tr("stop")))
        days += [(day, self._context.yuan(reach.item.amount_fen)) for reach, day in self._ends]
        return "; ".join(f"{self._context.long_day(day)} {what}" for day, what in sorted(days))

    def sizeHint(self) -> QSize:
        """Return the height of the chart; it takes what width there is."""
        return QSize(320, self._context.look.px(_HEIGHT))

    def place(self, day: date) -> float:
        """Return where a day stands, in pixels from the left; one outside the chart at its edge."""
        side = self._context.look.px(_SIDE)
        part = min(max((day - self._today).days / (self._last - self._today).days, 0), 1)
        return side + part * max(self.width() - 2 * side, 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  (Qt's signature)
        """Draw the ground behind the stop, the line of days, and the marks, those of one day above each other."""
        look = self._context.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(look.px(12))
        painter.setFont(font)
        line = look.px(18)
        floor = self.height() - line
        if self._stop is not None:
            self._draw_stop(painter, self._stop, line, floor)
        painter.setPen(QColor(look.tokens.edge))
        painter.drawLine(QPointF(self.place(self._today), floor), QPointF(self.place(self._last), floor))
        painter.setPen(QColor(look.tokens.mute))
        self._write(painter, self._today, floor, self.tr("today"))
        self._write(painter, self._last, floor, self.tr("later") if self._cut else self._context.day(self._last))
        step = look.px(_MARK + _GAP)
        room = max(int((floor - line) // step), 1)
        above: Counter[int] = Counter()
        for reach, day in self._ends:
            slot = round(self.place(day) / step)
            if above[slot] < room:
                self._draw_mark(painter, reach, QPointF(self.place(day), floor - step * (above[slot] + 0.6)))
            above[slot] += 1

    def _draw_stop(self, painter: QPainter, stop: date, top: int, floor: int) -> None:
        tokens, at = self._context.look.tokens, self.place(stop)
        painter.fillRect(QRectF(at, top, self.place(self._last) - at, floor - top), QColor(tokens.amber_soft))
        painter.setPen(QPen(QColor(tokens.amber), 2))
        painter.drawLine(QPointF(at, top), QPointF(at, floor))
        self._write(painter, stop, 0, self.tr("stop {day}").format(day=self._context.day(stop)))

    def _write(self, painter: QPainter, day: date, top: float, words: str) -> None:
        """Write words centred at a day, kept inside the chart."""
        wide = painter.fontMetrics().horizontalAdvance(words) + 4
        left = min(max(self.place(day) - wide / 2, 0), max(self.width() - wide, 0))
        painter.drawText(QRectF(left, top, wide, self._context.look.px(18)), Qt.AlignmentFlag.AlignCenter, words)

    def _draw_mark(self, painter: QPainter, reach: RefundDeadline, middle: QPointF) -> None:
        tokens, half = self._context.look.tokens, self._context.look.px(_MARK) / 2
        box = QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
        if reach.passed:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.seal))
            painter.drawPolygon(QPolygonF(box))
        elif reach.before_stop:
            painter.setPen(QPen(QColor(tokens.amber), 2))
            painter.setBrush(QColor(tokens.card))
            painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawEllipse(box)
