"""Lucide icons, recoloured from the tokens when they are drawn."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer


class Icons:
    """Draws the icons of one folder; each icon, colour and size is drawn once.

    Args:
        folder: the folder of ``*.svg`` files that use ``currentColor``.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drawn: dict[tuple[str, str, int], QPixmap] = {}

    def pixmap(self, name: str, colour: str, size: int, ratio: float = 2.0) -> QPixmap:
        """Return an icon of ``size`` logical pixels in a ``#RRGGBB`` colour, sharp up to the device ratio given."""
        key = (name, colour, size)
        if key not in self._drawn:
            self._drawn[key] = self._draw(name, colour, size, ratio)
        return self._drawn[key]

    def icon(self, name: str, colour: str, size: int = 18) -> QIcon:
        """Return the same as a :class:`QIcon`."""
        return QIcon(self.pixmap(name, colour, size))

    def _draw(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        text = (self._folder / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
        renderer = QSvgRenderer(QByteArray(text.encode()))
        pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
        pixmap.fill(QColor(0, 0, 0, 0))
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, size * ratio, size * ratio))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
