"""Every page by keyboard and screen reader: Tab follows the order of reading, and everything says what it is."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from pos_closeout.domain.phases import Step
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.style.tokens import DARK, LIGHT, Tokens
from pos_closeout.ui.widgets.progress import StepBar
from pos_closeout.ui.wizard.rail import RailEntry
from tests.screens.checks import settle
from tests.ui.conftest import OpenWindow, sample_in
from tests.ui.test_screens import contrast

STEPS = list(Step)
_MOST = 300
"""More stops than any page has."""


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    made = open_window("en", 1280, 800)
    sample_in(made)
    settle()
    return made


def stops(window: MainWindow, qtbot: QtBot) -> list[QWidget]:
    """Press Tab until it comes round, and return what it went to."""
    found: list[QWidget] = []
    for _ in range(_MOST):
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        if now in found:
            return found
        found.append(now)
    raise AssertionError("Tab never comes round")


def place(widget: QWidget, window: QWidget) -> QRect:
    """Return where a widget stands, as if nothing were scrolled."""
    spot = widget.mapTo(window, QPoint())
    above = widget.parentWidget()
    while above is not None and above is not window:
        if isinstance(above, QScrollArea):
            spot += QPoint(0, above.verticalScrollBar().value())
        above = above.parentWidget()
    return QRect(spot, widget.size())


def backwards(found: list[QWidget], window: QWidget) -> Iterator[str]:
    """Yield where Tab goes up although it stays in the same column."""
    for before, after in pairwise(found):
        one, other = place(before, window), place(after, window)
        same_column = one.left() < other.right() and other.left() < one.right()
        if same_column and other.bottom() <= one.top():
            yield f"{before.accessibleName() or before} → {after.accessibleName() or after}"


def test_tab_follows_the_order_of_reading(window: MainWindow, qtbot: QtBot) -> None:
    wizard = window.workspace.wizard
    for step in STEPS:
        window.show_step(step)
        settle()
        found = stops(window, qtbot)
        page = wizard.page(step)
        own = [each for each in found if page.isAncestorOf(each)]
        assert list(backwards(own, window)) == [], step
        names = [each.accessibleName() for each in found]
        following = "Next" if step is not Step.FOLLOW_UP else "Back"
        at = names.index(following)
        assert max(found.index(each) for each in own) < at, f"{step}: the page comes before {following}"
        rail = [each for each in found if isinstance(each, RailEntry)]
        assert len(rail) == 1, f"{step}: the rail is one stop"


def test_the_rail_is_walked_with_arrows(window: MainWindow, qtbot: QtBot) -> None:
    rail = window.workspace.wizard.rail
    entries = rail.entries()
    entries[2].setFocus()
    for key, wanted in (
        (Qt.Key.Key_Down, 3),
        (Qt.Key.Key_Up, 2),
        (Qt.Key.Key_End, len(entries) - 1),
        (Qt.Key.Key_Down, len(entries) - 1),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Up, 0),
    ):
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, key)
        assert entries[wanted].hasFocus(), key
    entries[6].setFocus()
    qtbot.keyClick(entries[6], Qt.Key.Key_Space)
    assert window.workspace.wizard.step is STEPS[4]


def spoken(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def tree(top: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield top
    # A drop-down makes its list when somebody asks for it.
    for at in range(0 if top.role() == QAccessible.Role.ComboBox else top.childCount()):
        inner = top.child(at)
        if inner is not None and inner.isValid() and not getattr(inner.state(), "invisible", 0):
            yield from tree(inner)


SAID = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.SpinBox,
    QAccessible.Role.ListItem,
    QAccessible.Role.ProgressBar,
    QAccessible.Role.Chart,
}


def test_everything_on_every_page_says_what_it_is(window: MainWindow) -> None:
    for step in STEPS:
        window.show_step(step)
        settle()
        page = window.workspace.wizard.page(step)
        for each in tree(spoken(page)):
            # Parts of Qt's own widgets are named by the widget around them.
            inner = each.object()
            if each.role() in SAID and inner is not None and not inner.objectName().startswith("qt_"):
                around = inner.parent()
                known = each.text(QAccessible.Text.Name) or (isinstance(around, QWidget) and around.accessibleName())
                assert known, (step, each.role(), inner)


def test_steps_say_how_they_are(window: MainWindow) -> None:
    window.show_step(Step.IDENTITY)
    rail = window.workspace.wizard.rail
    entries = {entry.accessibleName(): entry for entry in rail.entries()}
    for name, entry in entries.items():
        assert spoken(entry).text(QAccessible.Text.Name) == name
    told = [spoken(entry).text(QAccessible.Text.Description) for entry in rail.entries()[2:]]
    assert all(told), "the state of every step is said"


def test_the_bar_of_steps_names_its_segments(window: MainWindow) -> None:
    window.show_home()
    settle()
    bar = window.home.findChild(StepBar)
    assert isinstance(bar, StepBar)
    told = spoken(bar).text(QAccessible.Text.Description).split("; ")
    assert len(told) == len(STEPS)
    rail = window.workspace.wizard.rail.entries()[2:]
    # The sample opens at a step that is not done, which the rail calls the current one.
    said = [entry.accessibleDescription().replace("current", "to do") for entry in rail]
    assert [each.rpartition(": ")[2] for each in told] == said, "home has the words of the rail"
    assert said[STEPS.index(Step.OPEN_ITEMS)] == "listed", "what is still open is not done"
    assert bar.accessibleName().startswith(f"{said.count('done')} of ")


def test_no_two_actions_of_the_menus_share_a_shortcut(window: MainWindow) -> None:
    keys = [text for each in window.menuBar().findChildren(QAction) if (text := each.shortcut().toString())]
    assert sorted(keys) == sorted(set(keys))
    assert {"Ctrl+S", "Ctrl+O", "Ctrl+E", "Ctrl+P", "Ctrl+Z"} <= set(keys)


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_edges_and_rings_stand_out_on_every_ground(tokens: Tokens) -> None:
    softs = (tokens.accent_soft, tokens.seal_soft, tokens.amber_soft, tokens.ok_soft)
    grounds = (tokens.bg, tokens.card, tokens.rail, tokens.field, tokens.desk, *softs)
    assert min(contrast(tokens.edge, ground) for ground in grounds) >= 3
    assert min(contrast(tokens.ink, ground) for ground in grounds) >= 3, "the ring"
    assert contrast(tokens.on_accent, tokens.accent) >= 3, "the ring inside a primary button"
    assert contrast(tokens.on_accent, tokens.accent_hover) >= 3
