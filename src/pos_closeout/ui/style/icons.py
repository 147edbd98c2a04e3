"""Lucide icons, recoloured from the tokens when they are drawn."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer


class Icons:
    """Draws the icons of a few folders; each icon, colour and size is drawn once.

    Args:
        folders: folders of ``*.svg`` files that use ``currentColor``; a name is looked for in their order.
    """

    def __init__(self, *folders: Path) -> None:
        self._folders = folders
        self._drawn: dict[tuple[str, str, int], QPixmap] = {}

    def pixmap(self, name: str, colour: str, size: int, ratio: float = 2.0) -> QPixmap:
        """Return an icon ``size`` logical pixels wide in a ``#RRGGBB`` colour, sharp up to the device ratio given."""
        key = (name, colour, size)
        if key not in self._drawn:
            self._drawn[key] = self._draw(name, colour, size, ratio)
        return self._drawn[key]

    def icon(self, name: str, colour: str, size: int = 18) -> QIcon:
        """Return the same as a :class:`QIcon`."""
        return QIcon(self.pixmap(name, colour, size))

    def _draw(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        files = (folder / f"{name}.svg" for folder in self._folders)
        text = next(file for file in files if file.is_file()).read_text(encoding="utf-8")
        renderer = QSvgRenderer(QByteArray(text.replace("currentColor", colour).encode()))
        shape = renderer.viewBoxF()
        height = size * shape.height() / shape.width() if shape.width() else size
        pixmap = QPixmap(QSize(round(size * ratio), round(height * ratio)))
        pixmap.fill(QColor(0, 0, 0, 0))
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, size * ratio, height * ratio))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
