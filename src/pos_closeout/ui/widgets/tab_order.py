"""Tab goes in reading order, also to what came later: Qt puts new widgets behind all others of the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_in_order(place: QWidget, *added: QWidget) -> None:
    """Let Tab reach widgets where they stand: after whatever comes before the place that holds them.

    Args:
        place: the widget they were added to; it takes no focus itself.
        added: in reading order.
    """
    before = _before(place)
    for widget in added:
        if before is not None:
            QWidget.setTabOrder(before, widget)
        before = widget


def _before(place: QWidget) -> QWidget | None:
    """Return the last widget before a place that Tab stops at, or ``None`` where the place comes first."""
    found = place.previousInFocusChain()
    while found is not None and found is not place:
        stops = found.focusPolicy() & Qt.FocusPolicy.TabFocus
        if stops and not place.isAncestorOf(found) and found.window() is place.window():
            return found
        found = found.previousInFocusChain()
    return None
