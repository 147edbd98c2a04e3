"""A column for each month or channel: what goes on, and hatched on top of it what stops with the terminal."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_closeout.domain.case.impact import TakingsShare
from pos_closeout.ui.context import Context

_HEIGHT = 180
_WIDEST = 56


class TakingsChart(QWidget):
    """Draws columns from the tokens; the same numbers stand in a table beside it and in the accessible description."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._columns: tuple[tuple[str, TakingsShare], ...] = ()
        self.setAccessibleName(self.tr("Takings"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def tell(self, columns: tuple[tuple[str, TakingsShare], ...]) -> None:
        """Show columns with their names, from left to right."""
        self._columns = columns
        told = [f"{name} {self._context.yuan(part.fen)} {part.percent}%" for name, part in columns]
        self.setAccessibleDescription("; ".join(told))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of the chart; it takes what width there is."""
        return QSize(240, self._context.look.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  (Qt's signature)
        """Draw columns, their names and the share that stops."""
        look, highest = self._context.look, max((part.fen for _, part in self._columns), default=0)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(look.px(12))
        painter.setFont(font)
        line = look.px(18)
        floor = self.height() - line
        painter.setPen(QColor(look.tokens.edge))
        painter.drawLine(0, floor, self.width(), floor)
        if not highest:
            return
        slot = self.width() / len(self._columns)
        for place, (name, part) in enumerate(self._columns):
            high = (floor - line) * part.fen / highest
            width = min(slot * 0.6, look.px(_WIDEST))
            column = QRectF(place * slot + (slot - width) / 2, floor - high, width, high)
            self._draw_column(painter, column, part)
            painter.setPen(QColor(look.tokens.mute))
            centred = Qt.AlignmentFlag.AlignCenter
            painter.drawText(QRectF(place * slot, floor, slot, line), centred, name)
            if slot >= look.px(34):
                above = QRectF(place * slot, column.top() - line, slot, line)
                painter.drawText(above, centred, f"{part.percent}%")

    def _draw_column(self, painter: QPainter, column: QRectF, part: TakingsShare) -> None:
        """Draw what goes on in plain colour and, on top, what stops as a hatched field with an edge."""
        tokens = self._context.look.tokens
        stops = column.height() * part.stopping_fen / part.fen if part.fen else 0.0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent))
        painter.drawRect(column.adjusted(0, stops, 0, 0))
        top = QRectF(column.left(), column.top(), column.width(), stops)
        painter.setPen(QPen(QColor(tokens.amber), 1))
        painter.setBrush(QColor(tokens.amber_soft))
        painter.drawRect(top)
        painter.setBrush(QBrush(QColor(tokens.amber), Qt.BrushStyle.BDiagPattern))
        painter.drawRect(top)
        painter.setBrush(Qt.BrushStyle.NoBrush)
