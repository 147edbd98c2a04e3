"""A card slip as terminals print it, drawn with numbers beside the lines that the program asks for.

The slip is paper: white and Chinese in every scheme and language, like the ones in the owner's drawer. Its numbers are
invented. What the numbers mean stands beside it as text.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_closeout.ui.context import Context

_WIDTH = 280
_LINE = 24
_MARGIN = 16
_DOT = 10
_PAPER, _INK, _FAINT = "#FFFFFF", "#1E2328", "#8A8F94"


@dataclass(frozen=True, slots=True)
class _SlipLine:
    text: str
    place: str = ""


_LINES = (
    _SlipLine("商户名称：和顺便利店"),
    _SlipLine("商户编号：802310053310001", "merchant_number"),
    _SlipLine("终端编号：10086001", "terminal_number"),
    _SlipLine("收单机构：样例支付有限公司", "acquirer"),
    _SlipLine("卡号：622202******0004", "card"),
    _SlipLine("交易类型：消费"),
    _SlipLine("批次号：000123", "batch"),
    _SlipLine("凭证号：000456", "voucher"),
    _SlipLine("授权码：A12345", "auth_code"),
    _SlipLine("参考号：631245009871", "reference"),
    _SlipLine("日期时间：2026/11/20 18:32:05"),
    _SlipLine("金额：RMB 128.50"),
    _SlipLine("持卡人签名："),
)
WHOLE = "whole"
"""What a word names that means the slip itself, none of its places."""
PLACES = tuple(line.place for line in _LINES if line.place)
"""The places of the slip that have a number, from 1."""


class SlipPicture(QWidget):
    """The drawn slip; one place can be marked.

    Args:
        context: look and texts.
        place: the place to mark; empty marks none.
    """

    def __init__(self, context: Context, place: str = "") -> None:
        super().__init__()
        self._context, self._place = context, place
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("A card slip with numbered lines"))
        marked = next((line.text for line in _LINES if place and line.place == place), "")
        self.setAccessibleDescription(marked)

    def sizeHint(self) -> QSize:
        """Return the size of the paper at the text size in force."""
        px = self._context.look.px
        return QSize(px(_WIDTH), px(_LINE) * (len(_LINES) + 3) + 2 * px(_MARGIN))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  (Qt's signature)
        """Draw paper, heading and lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = self._context.look.px
        painter.setPen(QPen(QColor(self._context.look.tokens.line), 1))
        painter.setBrush(QColor(_PAPER))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        font = QFont(self.font())
        font.setPixelSize(px(15))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(_INK))
        top = float(px(_MARGIN))
        heading = QRectF(0, top, self.width(), px(_LINE))
        painter.drawText(heading, Qt.AlignmentFlag.AlignCenter, "POS 签购单")
        font.setPixelSize(px(13))
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(QColor(_FAINT))
        painter.drawText(heading.translated(0, px(_LINE)), Qt.AlignmentFlag.AlignCenter, "商户存根 · 样张")
        self._draw_lines(painter, top + 2.5 * px(_LINE))
        painter.end()

    def _draw_lines(self, painter: QPainter, top: float) -> None:
        px = self._context.look.px
        for number, line in enumerate(_LINES):
            area = QRectF(px(_MARGIN), top + number * px(_LINE), self.width() - 2 * px(_MARGIN), px(_LINE))
            if line.place and line.place == self._place:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor("#FBF1DC"))
                painter.drawRoundedRect(area.adjusted(-px(6), 1, px(6), -1), 4, 4)
            painter.setPen(QColor(_INK))
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line.text)
            if line.place:
                self._draw_number(painter, PLACES.index(line.place) + 1, area, QColor("#1F4E5F"))

    def _draw_number(self, painter: QPainter, number: int, area: QRectF, colour: QColor) -> None:
        radius = self._context.look.px(_DOT)
        centre = QPointF(area.right() - radius, area.center().y())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(centre, radius, radius)
        painter.setPen(QColor(_PAPER))
        box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))
