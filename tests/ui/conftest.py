"""A window over a real data folder, on the day every test lives on."""

from collections.abc import Callable, Generator
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from pos_closeout.actions.cases.cases import list_cases
from pos_closeout.actions.cases.sample import add_sample_case
from pos_closeout.actions.data_folder import Store, open_data_folder
from pos_closeout.app.window import Application
from pos_closeout.paths import find_paths
from pos_closeout.ui.settings.screen_settings import ScreenSettings
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.style.tokens import Scheme

OpenWindow = Callable[..., MainWindow]


class Clock:
    """The one clock of a window; tests set it."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock(today: date) -> Clock:
    """The evening of the day every test lives on, until a test sets another time."""
    return Clock(_evening(today))


@pytest.fixture
def store(tmp_path: Path, today: date) -> Generator[Store]:
    """An open, empty data folder."""
    with open_data_folder(tmp_path / "data", _evening(today)) as opened:
        yield opened


@pytest.fixture
def open_window(qapp: QApplication, qtbot: QtBot, tmp_path: Path, store: Store, clock: Clock) -> Generator[OpenWindow]:
    """Return a function that opens a window in a language and a size over the data folder."""
    stage = Application(qapp, find_paths(tmp_path / "data"), clock)

    def opened(language: str = "en", width: int = 1280, height: int = 800, **settings: object) -> MainWindow:
        chosen = ScreenSettings(language, **{"scheme": Scheme.LIGHT, **settings})  # type: ignore[arg-type]
        window = stage.window(store, chosen)
        qtbot.addWidget(window)
        window.resize(width, height)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield opened
    # Qt deletes later, in an event loop that tests seldom have; windows left over are dressed again with every new one.
    for left in qapp.topLevelWidgets():
        # One may have gone with the one before.
        if isValid(left):
            left.close()
            left.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def sample_in(window: MainWindow) -> None:
    """Put the invented case among the owner's own, as older versions did, and open it there."""
    store, now = window.context.store, window.context.clock()
    if not any(case.sample for case in list_cases(store)):
        window.flush()
        add_sample_case(store, now.date(), now)
        window.ledger.reload()
    window.open_sample()


def _evening(today: date) -> datetime:
    return datetime.combine(today, time(18, 32), UTC)
