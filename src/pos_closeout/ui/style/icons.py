"""Lucide icons, recoloured from the tokens when they are drawn."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer


class Icons:
    """Draws the icons of a few folders; each icon, colour and size is drawn once.

    Args:
        folders: folders of ``*.svg`` files that use ``currentColor``; a name is looked for in their order.
    """

    def __init__(self, *folders: Path) -> None:
        self._folders = folders
        self._drawn: dict[tuple[str, str, int, float], QPixmap] = {}

    def pixmap(self, name: str, colour: str, size: int) -> QPixmap:
        """Return an icon ``size`` logical pixels wide in a ``#RRGGBB`` colour, drawn for the pixels of the screen.

        At 125 or 150 % a picture made for 200 % would be shrunk, and its lines blurred.
        """
        ratio = _screen_ratio()
        key = (name, colour, size, ratio)
        if key not in self._drawn:
            self._drawn[key] = self._draw(name, colour, size, ratio)
        return self._drawn[key]

    def icon(self, name: str, colour: str, size: int = 18) -> QIcon:
        """Return the same as a :class:`QIcon`."""
        return QIcon(self.pixmap(name, colour, size))

    def icon_of_sheet(self, name: str, colour: str, size: int) -> QPixmap:
        """Return an icon as the style sheet takes it from a file: twice as large, whatever the screen."""
        return self._draw(name, colour, size, 2.0)

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


def _screen_ratio() -> float:
    """Return how many pixels the sharpest screen has for a logical one."""
    return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
