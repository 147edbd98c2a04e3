"""How found things are drawn: what it is and whose on one line, the words around it below; groups have a heading."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from pos_closeout.ui.context import Context

WHERE, SHOP, TEXT = (Qt.ItemDataRole.UserRole + place for place in range(1, 4))
"""What a line shows; a line without ``WHERE`` is a heading."""

_Index = QModelIndex | QPersistentModelIndex


class HitDelegate(QStyledItemDelegate):
    """Draws the lines of a list of hits.

    Args:
        context: look and texts.
        parent: the list.
    """

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context

    def sizeHint(self, _: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of a heading, or of two lines."""
        return QSize(0, self._context.look.px(54 if index.data(WHERE) else 34))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one line."""
        look, tokens = self._context.look, self._context.look.tokens
        area = option.rect.adjusted(look.px(10), look.px(5), -look.px(10), -look.px(5))  # type: ignore[attr-defined]  # Qt's field
        painter.save()
        where = index.data(WHERE)
        if not where:
            painter.setFont(self._font(13, bold=True))
            painter.setPen(QColor(tokens.accent))
            painter.drawText(area, Qt.AlignmentFlag.AlignBottom, str(index.data(Qt.ItemDataRole.DisplayRole)))
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]  # as above
            painter.setPen(QPen(QColor(tokens.accent), 1))
            painter.setBrush(QColor(tokens.accent_soft))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -2, -2), 6, 6)  # type: ignore[attr-defined]  # as above
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        top = area.adjusted(0, 0, 0, -(area.height() // 2))
        below = area.adjusted(0, area.height() // 2, 0, 0)
        shop = str(index.data(SHOP) or "")
        painter.setFont(self._font(13))
        painter.setPen(QColor(tokens.mute))
        beside = min(painter.fontMetrics().horizontalAdvance(shop) + 2, area.width() // 2)
        painter.drawText(top, right, _cut(painter, shop, beside))
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, _cut(painter, str(index.data(TEXT)), area.width()))
        painter.setFont(self._font(15, bold=True))
        painter.setPen(QColor(tokens.ink))
        room = area.width() - beside - look.px(12)
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter, _cut(painter, str(where), room))
        painter.restore()

    def _font(self, size: int, *, bold: bool = False) -> QFont:
        font = QFont(self.parent().font())  # type: ignore[attr-defined]  # a list
        font.setPixelSize(self._context.look.px(size))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font


def _cut(painter: QPainter, text: str, width: int) -> str:
    """Return a text with dots at its end where it is too long."""
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
