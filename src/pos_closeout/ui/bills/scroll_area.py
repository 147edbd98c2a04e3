"""A scroll area for parts whose words wrap: it scrolls by the height they need at the width they have."""

from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from pos_closeout.ui.widgets.basic import scrolled


def area(inner: QWidget) -> QScrollArea:
    """Return a vertical scroll area around a widget with a layout.

    The least height of nested layouts is reckoned at their least width, which would show a bar with nothing to scroll.
    """
    inner.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
    return scrolled(inner)
