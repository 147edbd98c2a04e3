"""What is wrong with a window as it stands: texts that are cut, controls outside, on each other, or without room."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QTableView,
    QWidget,
)

from pos_closeout.ui.wizard.rail import RailEntry

_ROWS = 3
"""A list shows as many rows, or all it has."""
_LEAST_HEIGHT = 100
"""What scrolls shows so many pixels, or all it has."""
_Control = QLabel | QAbstractButton | QLineEdit | QComboBox | QSpinBox | QPlainTextEdit | QAbstractItemView


def settle() -> None:
    """Let layouts that follow from each other come to rest."""
    for _ in range(8):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def all_faults(window: QWidget) -> list[str]:
    """Return everything that is wrong with what a window shows."""
    return [*too_wide(window), *cut_off(window), *out_of_sight(window), *overlapping(window), *squeezed(window)]


def too_wide(window: QWidget) -> list[str]:
    """Return the scroll areas whose content is wider than they show."""
    areas = [area for area in window.findChildren(QScrollArea) if area.isVisible() and area.widget() is not None]
    return [
        f"{area.widget().width()} > {area.viewport().width()}: {area.accessibleName() or area.parent()}"
        for area in areas
        if area.widget().width() > area.viewport().width()
    ]


def cut_off(window: QWidget) -> list[str]:
    """Return the texts that have less room than they need."""
    found = []
    for each in window.findChildren(QWidget):
        if not isinstance(each, QLabel | QAbstractButton) or isinstance(each, RailEntry) or not each.isVisible():
            continue
        if isinstance(each, QLabel) and each.wordWrap():
            short = each.heightForWidth(each.width()) > each.height() + 2
        else:
            short = bool(each.text()) and each.sizeHint().width() > each.width() + 2
        if short:
            found.append(each.text())
    return found


def controls(window: QWidget) -> Iterator[_Control]:
    """Yield what an owner reads or uses, without the parts that Qt makes of it."""
    for each in window.findChildren(QWidget):
        if not isinstance(each, _Control) or not each.isVisible() or each.window() is not window.window():
            continue
        inside = each.parentWidget()
        if isinstance(inside, QLineEdit | QComboBox | QSpinBox | QAbstractItemView) or not _says(each):
            continue
        yield each


def _says(each: _Control) -> bool:
    return not isinstance(each, QLabel) or bool(each.text()) or not each.pixmap().isNull()


def scrolled_by(each: QWidget, window: QWidget) -> QAbstractScrollArea | None:
    """Return what scrolls a widget, if anything in the window does."""
    above = each.parentWidget()
    while above is not None and above is not window:
        if isinstance(above, QAbstractScrollArea):
            return above
        above = above.parentWidget()
    return None


def out_of_sight(window: QWidget) -> list[str]:
    """Return the controls of which a part is outside the window or under something else, and cannot be scrolled to."""
    found = []
    for each in controls(window):
        if scrolled_by(each, window) is not None:
            continue
        shown = each.visibleRegion().boundingRect()
        if shown.width() < each.width() - 2 or shown.height() < each.height() - 2:
            found.append(f"out of sight: {named(each)} {_size(each.rect())} shows {_size(shown)}")
    return found


def overlapping(window: QWidget) -> list[str]:
    """Return the pairs of controls that lie on each other."""
    places: dict[QWidget | None, list[tuple[_Control, QRect]]] = {}
    for each in controls(window):
        area = scrolled_by(each, window)
        place = QRect(each.mapTo(window, QPoint()), each.size())
        places.setdefault(area, []).append((each, place))
    return [
        f"overlapping: {named(one)} and {named(other)}"
        for there in places.values()
        for (one, first), (other, second) in combinations(there, 2)
        if _apart(first.intersected(second)) and not one.isAncestorOf(other) and not other.isAncestorOf(one)
    ]


def _apart(shared: QRect) -> bool:
    return shared.width() > 2 and shared.height() > 2


def squeezed(window: QWidget) -> list[str]:
    """Return what scrolls and shows too little of what it holds, and the controls lower than they must be."""
    found = []
    for each in window.findChildren(QAbstractScrollArea):
        if not each.isVisible() or isinstance(each, QPlainTextEdit):
            continue
        room, held = each.viewport().height(), _held(each)
        if room < min(held, _LEAST_HEIGHT):
            found.append(f"squeezed: {named(each)} shows {room} of {held}")
    firm = (each for each in controls(window) if isinstance(each, QAbstractButton | QLineEdit | QComboBox))
    # What wraps has no least height of its own; whether its words fit is looked at by themselves.
    firm = (each for each in firm if not each.hasHeightForWidth())
    needs = ((each, each.minimumSizeHint().height()) for each in firm)
    found += [f"too low: {named(each)} {each.height()} < {high}" for each, high in needs if each.height() < high - 2]
    return found


def _held(area: QAbstractScrollArea) -> int:
    if isinstance(area, QTableView):
        rows = [area.rowHeight(row) for row in range(min(area.model().rowCount(), _ROWS))] if area.model() else []
        return sum(rows)
    return area.viewport().height() + area.verticalScrollBar().maximum()


def named(each: QWidget) -> str:
    """Return what a person would call a widget."""
    text = each.text() if isinstance(each, QLabel | QAbstractButton) else ""
    return f"{type(each).__name__} {each.accessibleName() or text or each.objectName()!r}"


def _size(rect: QRect) -> str:
    return f"{rect.width()}x{rect.height()}"
