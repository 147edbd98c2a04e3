"""What a test changes for the whole process is put back after it: the next one must not see who came before."""

import gc
import logging
import os
from collections.abc import Callable, Generator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

_OURS = logging.getLogger("pos_closeout")


@contextmanager
def nothing_left_behind() -> Generator[None]:
    """Run what is inside and put back environment, locale, log, garbage collection and the dress of the application."""
    put_back = [_environment(), _garbage(), _log(), _locale()]
    app = QCoreApplication.instance()
    if isinstance(app, QApplication):
        put_back.append(_dress(app))
    try:
        yield
    finally:
        for each in put_back:
            each()
        _take_translators_away()


def _environment() -> Callable[[], None]:
    before = dict(os.environ)

    def put_back() -> None:
        # pytest writes into its own one at any time.
        now = {name: text for name, text in os.environ.items() if name != "PYTEST_CURRENT_TEST"}
        for name in now.keys() - before.keys():
            del os.environ[name]
        for name, text in before.items():
            if name != "PYTEST_CURRENT_TEST" and now.get(name) != text:
                os.environ[name] = text

    return put_back


def _garbage() -> Callable[[], None]:
    before = gc.isenabled()
    return lambda: gc.enable() if before else gc.disable()


def _log() -> Callable[[], None]:
    handlers, raises = _OURS.handlers[:], logging.raiseExceptions

    def put_back() -> None:
        for each in _OURS.handlers[:]:
            if each not in handlers:
                _OURS.removeHandler(each)
                each.close()
        logging.raiseExceptions = raises

    return put_back


def _locale() -> Callable[[], None]:
    before = QLocale()
    return lambda: QLocale.setDefault(before)


def _dress(app: QApplication) -> Callable[[], None]:
    font, palette, sheet, icon = app.font(), app.palette(), app.styleSheet(), app.windowIcon()
    direction, quits = app.layoutDirection(), app.quitOnLastWindowClosed()

    def put_back() -> None:
        # Each of these reaches every widget there is.
        if app.styleSheet() != sheet:
            app.setStyleSheet(sheet)
        if app.font() != font:
            app.setFont(font)
        if app.palette() != palette:
            app.setPalette(palette)
        if app.layoutDirection() != direction:
            app.setLayoutDirection(direction)
        if app.windowIcon().cacheKey() != icon.cacheKey():
            app.setWindowIcon(icon)
        app.setQuitOnLastWindowClosed(quits)

    return put_back


def _take_translators_away() -> None:
    """They belong to the application, which the next test shares."""
    app = QCoreApplication.instance()
    if app is not None:
        for translator in app.findChildren(QTranslator):
            app.removeTranslator(translator)
            translator.deleteLater()
