"""An owner at the window: finds things by the names a screen reader would say, presses, ticks and types."""

import json
import re
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pos_closeout.actions.data_folder import Store, open_data_folder
from pos_closeout.app.window import Stage
from pos_closeout.domain.phases import State, Step
from pos_closeout.paths import find_paths
from pos_closeout.ui.main_window import MainWindow
from pos_closeout.ui.rail import RailEntry
from pos_closeout.ui.settings import ScreenSettings
from pos_closeout.ui.style.tokens import Scheme

W = TypeVar("W", bound=QWidget)


@cache
def chinese() -> dict[str, str]:
    """Return the Chinese of every English text of the screen and of the guidance."""
    paths = find_paths(None)
    words: dict[str, str] = {}
    for file in (paths.resources / "guidance").glob("*.toml"):
        words |= _pairs(tomllib.loads(file.read_text(encoding="utf-8")))
    # Last: what the screen calls a thing goes before what a paper calls it.
    words |= _pairs(json.loads((paths.resources / "guidance" / "names.json").read_text(encoding="utf-8")))
    for message in ET.parse(paths.translations / "pos_closeout_zh_CN.ts").iter("message"):  # our own file
        source, told = (message.findtext(name) or "" for name in ("source", "translation"))
        words[source.replace("&", "")] = told.replace("&", "").partition("(")[0] if "&" in source else told
    return words


def _pairs(value: object) -> dict[str, str]:
    if isinstance(value, dict):
        if value.keys() == {"zh", "en"} and isinstance(value["en"], str):
            return {value["en"]: value["zh"]}
        value = list(value.values())
    found: dict[str, str] = {}
    for each in value if isinstance(value, list) else ():
        found |= _pairs(each)
    return found


class Owner:
    """Sits at a window over a data folder, on a day that can pass.

    Everything is asked for by its English name, whatever the language of the screen.
    """

    def __init__(self, app: QApplication, qtbot: QtBot, folder: Path, language: str) -> None:
        self.day, self.language, self.qtbot = date(2026, 11, 22), language, qtbot
        self.folder = folder
        self.paths = find_paths(folder)
        self._stage = Stage(app, self.paths, self.now)
        self.store, self.window = self._opened()

    def now(self) -> datetime:
        """Return half past six in the evening of the day it is."""
        return datetime.combine(self.day, time(18, 30), UTC)

    def _opened(self) -> tuple[Store, MainWindow]:
        store = open_data_folder(self.folder, self.now())
        window = self._stage.window(store, ScreenSettings(self.language, scheme=Scheme.LIGHT))
        window.show()
        return store, window

    def leave(self) -> None:
        """Close the program."""
        self.window.close()
        self._free()
        self.store.close()

    def _free(self) -> None:
        # A window left over is dressed again with every new one.
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def come_back(self, day: date) -> None:
        """Close the program, open it again on another day, and go on with the newest case."""
        case = self.window.session.case
        self.leave()
        self._reopen(day)
        assert self.window.session.case == case

    def lose_power(self) -> None:
        """Have the program die without a word, and open it again."""
        self.store.close()
        self.window.session.forget()
        self.window.close()
        self._free()
        self._reopen(self.day)

    def _reopen(self, day: date) -> None:
        self.day = day
        self.store, self.window = self._opened()
        self.press("Go on", self.window.home)

    def go_on(self) -> None:
        """Go home, and from there on with the newest case."""
        self.leave_page()
        self.press("Go on", self.window.home)

    # What is on the screen

    def word(self, english: str) -> str:
        """Return a text in the language of the screen."""
        if self.language == "en":
            return english
        head, _, count = english.rpartition(" ")
        if head and count.isdigit():
            return f"{self.word(head)} {count}"
        words = chinese()
        return (
            words[english]
            if english in words
            else next((told for source, told in words.items() if english and source.startswith(english)), english)
        )

    def find(self, kind: type[W], name: str, within: QWidget | None = None) -> W:
        """Return the widget with this accessible name or text, else one whose name begins like it.

        Raises:
            LookupError: there is none.
        """
        wanted, place = self.word(name), within or self.shown()
        whole = re.compile(rf"{re.escape(wanted)}( \(|$)")
        for fits in (whole.match, re.compile(re.escape(wanted)).match):
            for each in place.findChildren(kind):
                text = each.text() if isinstance(each, QAbstractButton) else ""
                if each.isVisibleTo(place) and any(map(fits, (each.accessibleName(), text.strip().replace("&", "")))):
                    return each
        raise LookupError(f"{name} ({wanted})")

    def shown(self) -> QWidget:
        """Return the page of the wizard that is open."""
        wizard = self.window.workspace.wizard
        return wizard.page(wizard.step)

    def said(self, within: QWidget | None = None) -> str:
        """Return every line that can be read."""
        # Lines that have just been added are shown a moment later.
        QApplication.processEvents()
        place = within or self.window
        return "\n".join(each.text() for each in place.findChildren(QLabel) if each.isVisibleTo(place))

    def state(self, step: Step) -> State:
        """Return how far the case has come in a step."""
        return self.window.workspace.situation().statuses[step].state

    # What the owner does

    def start(self) -> None:
        """Open the first case from the welcome."""
        self.press("Start", self.window.home)

    def go(self, step: Step) -> None:
        """Go to a step by the rail."""
        assert self.window.workspace.shows_wizard
        self.space(self.rail(step))

    def rail(self, step: Step) -> RailEntry:
        """Return the line of the rail for a step."""
        entries = self.window.workspace.wizard.rail.findChildren(RailEntry)
        number = f"{list(Step).index(step) + 1} "
        return next(each for each in entries if each.text().startswith(number))

    def stands(self, step: Step, word: str) -> bool:
        """Return whether the rail says this word of a step."""
        return self.rail(step).accessibleDescription() == self.word(word)

    def choose_on_card(self, name: str) -> None:
        """Choose from the menu of the first card of home."""
        menu = self.find(QPushButton, "More", self.window.home).menu()
        # As it does when it is opened; a menu that stands open would hold up the test.
        menu.aboutToShow.emit()
        next(each for each in menu.actions() if each.text() == self.word(name)).trigger()
        QApplication.processEvents()

    def leave_page(self) -> None:
        """Go home by the rail."""
        self.press("Home", self.window.workspace.wizard.rail)
        assert self.window.at_home

    def press(self, name: str, within: QWidget | None = None) -> None:
        """Press a button, or tick a box, with the space bar."""
        self.space(self.find(QAbstractButton, name, within))

    def space(self, found: QAbstractButton) -> None:
        """Press the space bar on a button or a box."""
        assert found.isEnabled(), found.accessibleName()
        found.setFocus()
        self.qtbot.keyClick(found, Qt.Key.Key_Space)
        # What was pressed may bring new lines, which Qt shows a moment later.
        QApplication.processEvents()

    def write(self, name: str, text: str, within: QWidget | None = None) -> None:
        """Type into a line as it is."""
        line = self.find(QLineEdit, name, within)
        line.setFocus()
        line.selectAll()
        self.qtbot.keyClicks(line, text)

    def pick(self, name: str, choice: str, within: QWidget | None = None) -> None:
        """Choose from a list."""
        box = self.find(QComboBox, name, within)
        place = box.findText(self.word(choice), Qt.MatchFlag.MatchStartsWith)
        assert place >= 0, choice
        box.setCurrentIndex(place)

    @contextmanager
    def filling(self, kind: type[QDialog], fill: Callable[[QDialog], object]) -> Generator[None]:
        """Fill the dialog that comes up inside, and keep it with its default button."""
        met: list[QDialog] = []
        failed: list[Exception] = []

        def meet() -> None:
            shown = QApplication.activeModalWidget()
            assert isinstance(shown, QDialog), shown
            met.append(shown)
            try:
                assert isinstance(shown, kind), shown
                fill(shown)
                self.space(next(each for each in shown.findChildren(QPushButton) if each.isDefault()))
                assert not shown.isVisible(), self.said(shown)
            except (AssertionError, LookupError) as error:
                failed.append(error)
                shown.done(0)

        QTimer.singleShot(0, meet)
        yield
        self.qtbot.waitUntil(lambda: bool(met))
        if failed:
            raise failed[0]
