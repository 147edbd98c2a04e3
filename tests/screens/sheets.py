"""Lays the pictures of many pages out on one sheet."""

from collections.abc import Mapping
from math import ceil
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

_ACROSS = 6
_THUMB = QSize(420, 300)
_NAME = 24


def lay_out(pictures: Mapping[str, QPixmap], file: Path, title: str, folder: Path) -> None:
    """Write all pictures on one sheet, each with its name, and each by itself into a folder."""
    folder.mkdir(exist_ok=True)
    rows = ceil(len(pictures) / _ACROSS)
    sheet = QPixmap(_ACROSS * (_THUMB.width() + 12) + 12, _NAME + rows * (_THUMB.height() + _NAME + 8))
    sheet.fill(QColor("#808080"))
    painter = QPainter(sheet)
    painter.setPen(QColor("#FFFFFF"))
    painter.drawText(QRect(12, 0, sheet.width(), _NAME), Qt.AlignmentFlag.AlignVCenter, title)
    for number, (name, picture) in enumerate(pictures.items()):
        picture.save(str(folder / f"{name}.png"))
        left = 12 + number % _ACROSS * (_THUMB.width() + 12)
        top = _NAME + number // _ACROSS * (_THUMB.height() + _NAME + 8)
        painter.drawText(QRect(left, top, _THUMB.width(), _NAME), Qt.AlignmentFlag.AlignVCenter, name)
        small = picture.scaled(_THUMB, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        small.setDevicePixelRatio(1)
        painter.drawPixmap(left, top + _NAME, small)
    painter.end()
    sheet.save(str(file))
