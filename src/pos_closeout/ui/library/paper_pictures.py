"""The label on a device and a business licence, drawn with the line that the program asks for marked.

Both are things the owner holds in the hand: Chinese and in their own colours in every scheme and language. Their
numbers are invented.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_closeout.ui.context import Context

_INK, _FAINT, _MARK, _EDGE, _SEAL = "#1E2328", "#5A626B", "#FBF1DC", "#8A5A00", "#B3261E"
_BARS = "1011001110100110010111011001010011101100101100111010010110"
"""Dark and light strips of a bar code that means nothing."""


class _Drawn(QWidget):
    """A drawn thing of a fixed size at the text size in force; measures are pixels at normal text."""

    SIZE = (0, 0)
    MARKED = ""
    """The line that is marked."""

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        self._context = context
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.MARKED)

    def sizeHint(self) -> QSize:
        """Return the size at the text size in force."""
        width, height = self.SIZE
        return QSize(self._context.look.px(width), self._context.look.px(height))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  (Qt's signature)
        """Draw the thing."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Every measure below is one at normal text.
        factor = self._context.look.px(100) / 100
        painter.scale(factor, factor)
        self.draw(painter)
        painter.end()

    def draw(self, painter: QPainter) -> None:
        """Draw on a ground of :attr:`SIZE`."""
        raise NotImplementedError

    def ground(self, painter: QPainter, paper: str, radius: float) -> QRectF:
        """Draw the paper and return its place."""
        width, height = self.SIZE
        place = QRectF(0.5, 0.5, width - 1, height - 1)
        painter.setPen(QPen(QColor(_FAINT), 1))
        painter.setBrush(QColor(paper))
        painter.drawRoundedRect(place, radius, radius)
        return place

    def mark(self, painter: QPainter, place: QRectF) -> None:
        """Draw the ground of the marked line, with an edge: colour alone says nothing."""
        painter.setPen(QPen(QColor(_EDGE), 2))
        painter.setBrush(QColor(_MARK))
        painter.drawRoundedRect(place, 4, 4)

    def write(
        self, painter: QPainter, at: tuple[float, float], text: str, size: int = 13, *, bold: bool = False
    ) -> None:
        """Write a line, its left end on the base line at a point."""
        font = QFont(self.font())
        font.setPixelSize(size)
        font.setBold(bold)
        painter.setFont(font)
        painter.setPen(QColor(_INK))
        painter.drawText(QPointF(*at), text)


class LabelPicture(_Drawn):
    """The label at the back of a terminal, its serial number marked."""

    SIZE = (300, 190)
    MARKED = "SN：N7NL00123456"

    def __init__(self, context: Context) -> None:
        super().__init__(context, "")
        self.setAccessibleName(self.tr("The label on the back of a terminal, with the serial number marked"))

    def draw(self, painter: QPainter) -> None:
        """Draw the label, its lines and the bar code below the number."""
        self.ground(painter, "#F4F4F2", 8)
        self.write(painter, (16, 28), "销售点终端（POS）", 15, bold=True)
        self.write(painter, (16, 52), "型号：样例 S90")
        self.write(painter, (16, 74), "输入：5V 2A")
        self.write(painter, (150, 74), "样张", 13)
        self.mark(painter, QRectF(10, 84, 280, 70))
        self.write(painter, (18, 104), self.MARKED, 15, bold=True)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(_INK))
        for at, bar in enumerate(_BARS):
            if bar == "1":
                painter.drawRect(QRectF(18 + at * 4.4, 112, 4.4, 34))
        self.write(painter, (16, 176), "生产日期：2021-02  中国制造")


class LicencePicture(_Drawn):
    """A business licence, its credit code marked."""

    SIZE = (360, 250)
    MARKED = "统一社会信用代码 92310115MA1K3TE79M"

    def __init__(self, context: Context) -> None:
        super().__init__(context, "")
        self.setAccessibleName(self.tr("A business licence, with the credit code marked"))

    def draw(self, painter: QPainter) -> None:
        """Draw the frame, the heading, the code at the upper left, the lines and the seal."""
        place = self.ground(painter, "#FDFCF6", 3)
        painter.setPen(QPen(QColor("#B59A5B"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(6, 6, -6, -6))
        self.write(painter, (124, 48), "营 业 执 照", 22, bold=True)
        self.write(painter, (140, 68), "（副本 · 样张）", 12)
        self.mark(painter, QRectF(14, 76, 196, 44))
        name, number = self.MARKED.split()
        self.write(painter, (22, 93), name, 12)
        self.write(painter, (22, 112), number, 14, bold=True)
        lines = ("名　　称：和顺便利店", "类　　型：个体工商户", "经 营 者：张龑", "经营场所：杭州市文三路 100 号")
        for at, line in enumerate(lines):
            self.write(painter, (22, 144 + at * 22), line)
        self.write(painter, (212, 236), "登记机关", 12)
        painter.setPen(QPen(QColor(_SEAL), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(304, 206), 30, 30)
        painter.setBrush(QColor(_SEAL))
        painter.drawEllipse(QPointF(304, 206), 5, 5)


PICTURES: dict[str, type[LabelPicture] | type[LicencePicture]] = {"label": LabelPicture, "licence": LicencePicture}
"""What a word of the glossary may name beside the places of the slip."""
