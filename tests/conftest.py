"""What tests of every room share. Rooms keep their own fixtures in their own folder."""

from collections.abc import Generator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMessageLogContext, QtMsgType, QTranslator, qInstallMessageHandler
from pytestqt.qtbot import QtBot

from tests.long_waits import LongWaitBot
from tests.screen import pin_screen

pin_screen()

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def resources() -> Path:
    """The folder of guidance, letters, fonts, icons and samples."""
    return ROOT / "resources"


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The arguments the program itself gives its application."""
    return ["pos-closeout", "-style", "Fusion"]


@pytest.fixture
def qtbot(qapp: QCoreApplication, request: pytest.FixtureRequest) -> QtBot:
    """The owner's hands; waits as long as a busy machine takes."""
    return LongWaitBot(request)


@pytest.fixture(scope="session")
def today() -> date:
    """The day that every test lives on: a Sunday."""
    return date(2026, 11, 22)


@pytest.fixture(autouse=True)
def own_language() -> Generator[None]:
    """Take translators away after a test: they belong to the application, which the next test shares."""
    yield
    app = QCoreApplication.instance()
    if app is not None:
        for translator in app.findChildren(QTranslator):
            app.removeTranslator(translator)
            translator.deleteLater()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Generator[None]:
    """Fail a test when Qt warns while its widgets are taken down; `qt_log_level_fail` sees only what came before."""
    late: list[str] = []

    def keep(kind: QtMsgType, _context: QMessageLogContext, text: str | None) -> None:
        if kind not in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg}:
            late.append(text or "")

    previous = qInstallMessageHandler(keep)
    try:
        yield
    finally:
        qInstallMessageHandler(previous)
    assert not [text for text in late if "propagateSizeHints" not in text], late
