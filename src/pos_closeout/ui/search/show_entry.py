"""Shows on a page what a search has found there: scrolled to, and in focus where the keyboard can go."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import islice

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from pos_closeout.domain.search import Term, fold

Uncover = Callable[[QWidget, Sequence[Term], str], bool]
"""Uncovers a part of a page; takes what :func:`show_entry` takes and says whether it has found something to do."""

_AROUND = 3
"""How many widgets up the other texts of an entry are looked for."""
_MARGIN = 80
"""Pixels that are kept free above and below what was found."""


def show_entry(page: QWidget, terms: Sequence[Term], told: str) -> None:
    """Go to the entry once the page has its size.

    Args:
        page: of a step, on the screen.
        terms: what was asked for.
        told: what the search said of the entry; tells it from others that hold the same words.
    """
    QTimer.singleShot(0, page, partial(_go, page, terms, fold(told), (_choose_terminal, _unfold)))


def _go(page: QWidget, terms: Sequence[Term], told: str, ways: Sequence[Uncover]) -> None:
    found = _best(page, terms, told)
    if found is not None:
        QTimer.singleShot(0, found, lambda: _reach(page, found))
        return
    for at, uncover in enumerate(ways, 1):
        if uncover(page, terms, told):
            # What has just been uncovered is laid out first.
            QTimer.singleShot(0, page, partial(_go, page, terms, told, ways[at:]))
            return


def _reach(page: QWidget, found: QWidget) -> None:
    for area in page.findChildren(QScrollArea):
        if area.isAncestorOf(found):
            area.ensureWidgetVisible(found, 0, _MARGIN)
    reached = next((each for each in _near(found) if _can_focus(each)), None)
    if reached is not None:
        reached.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(reached, QLineEdit):
            reached.selectAll()


def _choose_terminal(page: QWidget, _terms: Sequence[Term], told: str) -> bool:
    """Show the part of another terminal, where a page has one for each, if the search spoke of that."""
    for each in page.findChildren(QPushButton):
        number = fold(each.text()).strip().partition(" ")[0]
        if each.property("terminal") is not None and not each.isChecked() and number and number in told:
            each.click()
            return True
    return False


def _unfold(page: QWidget, terms: Sequence[Term], told: str) -> bool:
    """Unfold what covers the entry."""
    covered = _best(page, terms, told, hidden=True)
    # What was never shown counts as hidden as well; the highest of them is what is folded.
    folded = [] if covered is None else [each for each in (covered, *_above(covered)) if each.isHidden()]
    around = folded[-1].parentWidget() if folded else None
    for each in [] if around is None else around.findChildren(QPushButton):
        if each.isCheckable() and not each.isChecked() and each.isVisibleTo(page):
            each.click()
            return True
    return False


def _best(page: QWidget, terms: Sequence[Term], told: str, *, hidden: bool = False) -> QWidget | None:
    """Return the widget that holds a word asked for, of several the one whose neighbours were told as well."""
    held = [each for each in page.findChildren(QWidget) if each.isVisibleTo(page) is not hidden]
    found = [each for each in held if any(term.place(fold(_text(each))) >= 0 for term in terms)]
    return max(found, key=lambda each: sum(text in told for text in _texts_around(each, page)), default=None)


def _texts_around(widget: QWidget, page: QWidget) -> set[str]:
    place = widget
    for above in islice(_above(widget), _AROUND):
        if above is page:
            break
        place = above
    return {text for each in (place, *place.findChildren(QWidget)) if len(text := fold(_text(each)).strip()) > 1}


def _near(widget: QWidget) -> list[QWidget]:
    """Return a widget, then what stands beside it."""
    near = [widget]
    for above in islice(_above(widget), _AROUND - 1):
        near += above.findChildren(QWidget)
    return near


def _above(widget: QWidget) -> Sequence[QWidget]:
    found, above = list[QWidget](), widget.parentWidget()
    while above is not None:
        found.append(above)
        above = above.parentWidget()
    return found


def _can_focus(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled() and widget.isVisible()


def _text(widget: QWidget) -> str:
    if isinstance(widget, QLineEdit | QLabel):
        return widget.text()
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return f"{widget.text()} {widget.accessibleName()}" if isinstance(widget, QAbstractButton) else ""
