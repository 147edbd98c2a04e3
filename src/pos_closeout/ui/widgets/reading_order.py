"""Tab goes through a window as it is read, whenever its parts were made."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QLayout,
    QLayoutItem,
    QMainWindow,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QWidget,
)


def reading_order(widget: QWidget) -> Iterator[QWidget]:
    """Yield a widget and what can be seen in it as it is laid out: line by line, each line from the left."""
    yield widget
    met: set[QWidget] = set()
    for part in _parts(widget):
        if part not in met and not part.isHidden() and not part.isWindow():
            met.add(part)
            yield from reading_order(part)


def _parts(widget: QWidget) -> Iterator[QWidget]:
    if isinstance(widget, QScrollArea):
        if widget.widget() is not None:
            yield widget.widget()
        return
    if isinstance(widget, QStackedWidget):
        if widget.currentWidget() is not None:
            yield widget.currentWidget()
        return
    if isinstance(widget, QMainWindow):
        yield widget.centralWidget()
        return
    if isinstance(widget, QSplitter):
        yield from (widget.widget(at) for at in range(widget.count()))
        return
    if isinstance(widget, QTabWidget):
        yield widget.tabBar()
        yield widget.currentWidget()
        return
    layout = widget.layout()
    if layout is not None:
        yield from _laid_out(layout)
    # What lies over the page, such as a folded panel, and what widgets hold without a layout.
    rest = [each for each in widget.children() if isinstance(each, QWidget)]
    yield from sorted(rest, key=lambda each: (each.y(), each.x()))


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        grid = layout
        places.sort(key=lambda at: tuple(grid.getItemPosition(at))[:2])  # type: ignore[arg-type]  # Qt's stubs say object
    for at in places:
        item: QLayoutItem = layout.itemAt(at)  # type: ignore[assignment]  # there is one at every place counted
        held: QWidget | None = item.widget()
        inner: QLayout | None = item.layout()
        if held is not None:
            yield held
        elif inner is not None:
            yield from _laid_out(inner)


def tab_stops(window: QWidget) -> list[QWidget]:
    """Return what Tab goes to, in its order."""
    return [each for each in reading_order(window) if _stops(each)]


def _stops(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    return takes and widget.isEnabled() and widget.isVisible()


def focus_next(window: QWidget, *, forward: bool) -> bool:
    """Give the keyboard to what is read next, or before; return whether there was something."""
    now = window.focusWidget()
    order = [each for each in reading_order(window) if _stops(each) or each is now]
    if not order or order == [now]:
        return False
    at = order.index(now) if now in order else (-1 if forward else 0)
    wanted = order[(at + (1 if forward else -1)) % len(order)]
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    wanted.setFocus(reason)
    return True
