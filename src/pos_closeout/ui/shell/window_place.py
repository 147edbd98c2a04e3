"""Where the window stands: where it stood before, on a screen that exists, and never larger than what is free there."""

from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

PLACE_SETTING = "window.place"
"""Left, top, width and height in logical pixels with commas between, and a fifth 1 when the window fills its screen."""

USUAL = QSize(1280, 800)
LEAST = QSize(900, 500)
"""Logical pixels; a window this small can still be worked in at normal text size."""
_TITLE_BAR = 36
_EDGE = 4
"""Pixels kept for what the system draws around a window: how much that is is known only once it is shown."""


def fitted(wanted: QRect | None, rooms: Sequence[QRect]) -> QRect:
    """Return where a window goes, without its title bar.

    Args:
        wanted: where it stood last; ``None`` for the usual size in the middle.
        rooms: the free part of every screen, the main one first; at least one.
    """
    if wanted is None:
        return _within(QRect(QPoint(), USUAL), rooms[0], centred=True)
    best = max(rooms, key=lambda room: _shared(wanted, room))
    # A window of which nothing can be seen stood on a screen that is gone.
    return _within(wanted, best, centred=not _shared(wanted, best))


def _within(wanted: QRect, room: QRect, *, centred: bool) -> QRect:
    free = room.adjusted(_EDGE, min(_TITLE_BAR, room.height() // 4), -_EDGE, -_EDGE)
    made = QRect(wanted.topLeft(), wanted.size().expandedTo(LEAST).boundedTo(free.size()))
    if centred:
        made.moveCenter(free.center())
    made.moveLeft(max(free.left(), min(made.left(), free.right() + 1 - made.width())))
    made.moveTop(max(free.top(), min(made.top(), free.bottom() + 1 - made.height())))
    return made


def _shared(one: QRect, other: QRect) -> int:
    both = one.intersected(other)
    return max(both.width(), 0) * max(both.height(), 0)


def read_place(stored: str) -> tuple[QRect | None, bool]:
    """Return where the window stood and whether it filled its screen; nothing for what cannot be read."""
    with suppress(ValueError):
        left, top, width, height, full = (int(part) for part in stored.split(","))
        if width > 0 and height > 0:
            return QRect(left, top, width, height), bool(full)
    return None, False


def put_place(window: QWidget, stored: str) -> None:
    """Put a window that is not shown yet where it stood last, or as large as usual where there is room."""
    wanted, full = read_place(stored)
    rooms = _rooms()
    place = fitted(wanted, rooms)
    # On a screen smaller than the least size, the window is as small as the screen.
    window.setMinimumSize(LEAST.boundedTo(place.size()))
    window.setGeometry(place)
    if full:
        window.setWindowState(window.windowState() | window.windowState().WindowMaximized)


def _rooms() -> list[QRect]:
    main = QGuiApplication.primaryScreen()
    others = [each for each in QGuiApplication.screens() if each is not main]
    return [each.availableGeometry() for each in (main, *others)]


def bring_back(window: QWidget) -> None:
    """Bring a window back whose screen has gone while it was away; one that can be seen stays where it is."""
    rooms = _rooms()
    if not any(_shared(window.frameGeometry(), room) for room in rooms):
        window.setGeometry(fitted(window.geometry(), rooms))


def place_of(window: QWidget) -> str:
    """Return where a window stands as :data:`PLACE_SETTING` keeps it."""
    full = window.isMaximized()
    at = window.normalGeometry() if full else window.geometry()
    return ",".join(map(str, (at.x(), at.y(), at.width(), at.height(), int(full))))
