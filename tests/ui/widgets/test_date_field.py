from collections.abc import Generator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCalendarWidget
from pytestqt.qtbot import QtBot

from pos_closeout.ui.context import Context
from pos_closeout.ui.widgets.date_field import DateField
from tests.ui.at_hand import dressed, type_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(scope="module")
def context(qapp: QApplication, resources: Path) -> Generator[Context]:
    with dressed(qapp, resources) as made:
        yield made


@pytest.fixture
def field(qtbot: QtBot, context: Context) -> DateField:
    made = DateField(context)
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


def calendar() -> QCalendarWidget:
    """Return the calendar that is open."""
    return next(
        shown for shown in QApplication.allWidgets() if isinstance(shown, QCalendarWidget) and shown.isVisible()
    )


@pytest.mark.parametrize("typed", ["2026-12-01", "2026/12/1", "2026年12月1日", "20261201", "２０２６－１２－０１"])
def test_takes_a_date_as_people_write_it(typed: str, field: DateField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.edited):
        type_text(field, typed)
    assert field.value() == date(2026, 12, 1)
    assert field.verdict() == ""
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "2026-12-01"


def test_empty_is_no_date_and_nothing_wrong(field: DateField) -> None:
    assert field.value() is None
    assert field.verdict() == ""


@pytest.mark.parametrize("typed", ["2026-02-30", "tomorrow", "31.12.", "1889-01-01"])
def test_what_is_no_date_stays_as_typed_and_says_so(typed: str, field: DateField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.value() is None
    assert field.verdict()
    assert field.text() == typed


def test_setting_a_date_is_not_an_edit(field: DateField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.edited):
        field.set_value(date(2026, 12, 1))
    assert field.text() == "2026-12-01"
    field.set_value(None)
    assert field.text() == ""


def test_setting_the_same_date_leaves_the_typing_alone(field: DateField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "2026/12/1")
    field.set_value(date(2026, 12, 1))
    assert field.text() == "2026/12/1"


@pytest.mark.parametrize(
    "keys", [(Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)]
)
def test_a_date_can_be_picked_without_a_mouse(
    keys: tuple[Qt.Key, Qt.KeyboardModifier], field: DateField, qtbot: QtBot
) -> None:
    field.set_value(date(2026, 11, 22))
    qtbot.keyClick(field, *keys)
    grid = calendar().focusProxy() or calendar()
    with qtbot.waitSignal(field.edited):
        qtbot.keyClick(grid, Qt.Key.Key_Right)
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert field.value() == date(2026, 11, 23)


def test_escape_leaves_the_date_as_it_was(field: DateField, qtbot: QtBot) -> None:
    field.set_value(date(2026, 11, 22))
    field.open_calendar()
    popup = calendar().window()
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not popup.isVisible())
    assert field.value() == date(2026, 11, 22)
