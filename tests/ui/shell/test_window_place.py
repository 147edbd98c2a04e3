"""The window stands where it stood, on a screen that exists, and is never larger than what is free there."""

import pytest
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.settings import read_setting, write_setting
from pos_closeout.ui.shell.window_place import LEAST, PLACE_SETTING, fitted, read_place
from tests.ui.conftest import OpenWindow

BIG, LOW, OTHER = QRect(0, 0, 1920, 1040), QRect(0, 0, 1366, 728), QRect(1920, 0, 1280, 1000)


@pytest.mark.parametrize("room", [BIG, LOW, QRect(0, 0, 1280, 680), QRect(0, 40, 1024, 560), QRect(0, 0, 800, 480)])
@pytest.mark.parametrize(
    "wanted", [None, QRect(10, 10, 3000, 2000), QRect(-900, -900, 1000, 700), QRect(1300, 700, 1280, 800)]
)
def test_no_window_is_larger_than_what_is_free_or_hangs_over(room: QRect, wanted: QRect | None) -> None:
    place = fitted(wanted, [room])
    assert room.contains(place)
    assert place.top() > room.top(), "the title bar needs room above"


def test_a_window_is_as_large_as_usual_where_there_is_room() -> None:
    assert fitted(None, [BIG]).size().toTuple() == (1280, 800)


def test_a_window_stays_on_the_screen_it_was_on() -> None:
    place = QRect(2000, 100, 1000, 700)
    assert fitted(place, [BIG, OTHER]) == place


def test_a_window_comes_back_from_a_screen_that_is_gone() -> None:
    place = fitted(QRect(2000, 100, 1000, 700), [LOW])
    assert place.size().toTuple() == (1000, 688)
    assert abs(place.center().x() - LOW.center().x()) <= 1


@pytest.mark.parametrize("stored", ["", "1,2,3", "a,b,c,d,e", "1,2,0,5,0", "1,2,-3,4,0", "x" * 400])
def test_a_place_that_cannot_be_read_is_none(stored: str) -> None:
    assert read_place(stored) == (None, False)


def test_size_and_place_are_kept(open_window: OpenWindow, store: Store, qtbot: QtBot) -> None:
    window = open_window("en")
    window.setGeometry(60, 70, 1010, 640)
    window.close()
    assert read_setting(store, PLACE_SETTING) == "60,70,1010,640,0"
    write_setting(store, PLACE_SETTING, "40,50,1100,700,1")
    again = open_window("en", 1100, 700)
    assert again.isMaximized()
    assert again.minimumSize() == LEAST
