"""The ring around what has the keyboard: in ink, so that it stands out on every ground and looks like no choice."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

RING = 2
"""How wide it is, in pixels."""


def draw_focus(painter: QPainter, place: QRectF, colour: str, radius: float = 6) -> None:
    """Draw the ring just inside a rectangle, in a ``#RRGGBB`` colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), RING))
    painter.setBrush(QColor(0, 0, 0, 0))
    painter.drawRoundedRect(place.adjusted(RING / 2, RING / 2, -RING / 2, -RING / 2), radius, radius)
    painter.restore()
