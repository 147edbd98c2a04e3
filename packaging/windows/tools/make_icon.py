"""Draws resources/icons/app.ico and the installer's side picture from app.svg; run by hand after it has changed.

Every size is drawn from the vector, none is shrunk from another. Needs PySide6: `python make_icon.py`.
"""

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIDE_PICTURE = Path(__file__).resolve().parents[1] / "installer" / "side.bmp"
ICONS = Path(__file__).resolve().parents[3] / "resources" / "icons"
# What Windows asks for at 100 to 250 % scaling, from the title bar to the large tiles of a folder.
SIZES = (16, 20, 24, 32, 40, 48, 64, 96, 128, 256)


def draw(drawing: Path, size: int) -> QImage:
    """Returns the drawing as a square image of the given size in pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    return image


def as_png(image: QImage) -> bytes:
    """Returns the image as a PNG file, the form Windows takes for 256 pixels."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def as_bitmap(image: QImage) -> bytes:
    """Returns the image as the headerless bitmap of an .ico: colours, then an empty 1-bit mask, bottom row first."""
    size = image.width()
    header = struct.pack("<IiiHHIIiiII", 40, size, size * 2, 1, 32, 0, 0, 0, 0, 0, 0)
    upside_down = image.flipped(Qt.Orientation.Vertical)
    pixels = bytes(upside_down.constBits())
    mask = bytes((size + 31) // 32 * 4 * size)
    return header + pixels + mask


def as_icon(drawing: Path) -> bytes:
    """Returns the .ico file with every size; all but the largest as bitmaps, which every resource compiler reads."""
    images = [draw(drawing, size) for size in SIZES]
    bodies = [as_png(image) if image.width() == 256 else as_bitmap(image) for image in images]
    offset = 6 + 16 * len(bodies)
    entries = b""
    for size, body in zip(SIZES, bodies, strict=True):
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(body), offset)
        offset += len(body)
    return struct.pack("<HHH", 0, 1, len(bodies)) + entries + b"".join(bodies)


def side_picture(drawing: Path) -> QImage:
    """Returns the 164 by 314 pixels that stand beside the first and the last screen of the installer."""
    picture = QImage(164, 314, QImage.Format.Format_RGB888)
    picture.fill(QColor("#1F4E5F"))
    painter = QPainter(picture)
    painter.drawImage(18, 75, draw(drawing, 128))
    painter.end()
    return picture


if __name__ == "__main__":
    side_picture(ICONS / "app.svg").save(str(SIDE_PICTURE), "BMP")
    (ICONS / "app.ico").write_bytes(as_icon(ICONS / "app.svg"))
