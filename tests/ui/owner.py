"""An owner at the window: finds things by the names a screen reader would say, presses, ticks and types."""

import re
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path
from types import SimpleNamespace
from typing import TypeVar

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QEvent, QIODevice, Qt, QTimer
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from pos_closeout.actions.data_folder import Store, open_data_folder
from pos_closeout.app.window import Application
from pos_closeout.domain.phases import Step, StepState
from pos_closeout.paths import find_paths
from pos_closeout.ui.papers.paper_dialog import PaperDialog
from pos_closeout.ui.papers.print_controller import PrintController
from pos_closeout.ui.settings.screen_settings import ScreenSettings
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.shell.reminder_timer import ReminderTimer
from pos_closeout.ui.style.tokens import Scheme
from pos_closeout.ui.wizard.rail import RailEntry
from tests.ui.words_in_chinese import chinese

W = TypeVar("W", bound=QWidget)
D = TypeVar("D", bound=QDialog)


class Owner:
    """Sits at a window over a data folder, on a day that can pass.

    Everything is asked for by its English name, whatever the language of the screen.
    """

    def __init__(self, app: QApplication, qtbot: QtBot, home: Path, language: str, patch: pytest.MonkeyPatch) -> None:
        self.day, self.language, self.qtbot = date(2026, 11, 22), language, qtbot
        self.home, self.folder = home, home / "data"
        self.printed: list[str] = []
        """The texts of what was printed, oldest first."""
        self._patch, folder = patch, self.folder
        patch.setattr(PrintController, "print_pdf", self._printer())
        self.paths = find_paths(folder)
        self._stage = Application(app, self.paths, self.now)
        self.store, self.window = self._opened()

    def now(self) -> datetime:
        """Return half past six in the evening of the day it is."""
        return datetime.combine(self.day, time(18, 30), UTC)

    def _opened(self) -> tuple[Store, MainWindow]:
        store = open_data_folder(self.folder, self.now())
        window = self._stage.window(store, ScreenSettings(self.language, scheme=Scheme.LIGHT))
        with self.qtbot.waitActive(window):
            window.show()
            window.activateWindow()
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

    def go_home(self) -> None:
        """Go home by the menu."""
        self.choose("Home")
        QApplication.processEvents()

    def go_on(self) -> None:
        """Go home, and from there on with the newest case."""
        self.go_home()
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

    def sees(self, text: str) -> None:
        """Wait until something can be read: what a page reads beside the window comes a moment later."""
        self.qtbot.waitUntil(lambda: text in self.said())

    def rail(self, step: Step) -> RailEntry:
        """Return the entry of a step in the rail."""
        entries = self.window.workspace.wizard.rail.findChildren(RailEntry)
        return next(each for each in entries if each.text().startswith(f"{list(Step).index(step) + 1} "))

    def reads(self, step: Step, word: str) -> bool:
        """Return whether the rail says this word of a step."""
        return self.rail(step).accessibleDescription() == self.word(word)

    def reminded(self) -> str:
        """Return what a reminder says now; empty when there is none."""
        heard: list[str] = []
        voice = SimpleNamespace(say=lambda text, _item: heard.append(text))
        ReminderTimer(self.window, voice).remind()
        return "\n".join(heard)

    def state(self, step: Step) -> StepState:
        """Return how far the case has come in a step."""
        return self.window.workspace.situation().statuses[step].state

    # What the owner does

    def go(self, step: Step) -> None:
        """Go to a step by its entry in the rail."""
        entry = self.rail(step)
        assert entry.isVisible(), step
        self.space(entry)
        assert self.window.workspace.wizard.step is step

    def go_next(self) -> None:
        """Go to the next step by the key that its button names."""
        step = self.window.workspace.wizard.step
        self.qtbot.keyClick(self.window, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
        # A button shows for a moment that it was pressed before it acts.
        self.qtbot.waitUntil(lambda: self.window.workspace.wizard.step is not step)

    def choose(self, name: str, menu: QMenu | None = None) -> None:
        """Choose an entry of the menu bar, or of another menu."""
        if menu is not None:
            menu.popup(self.window.pos())
        menus = self.window.menuBar().findChildren(QMenu) if menu is None else [menu, *menu.findChildren(QMenu)]
        wanted = self.word(name)
        entries = [entry for each in menus for entry in each.actions()]
        chosen = next(each for each in entries if each.text().replace("&", "").startswith(wanted))
        if menu is not None:
            menu.close()
        chosen.trigger()

    def of_case(self, name: str) -> None:
        """Choose an entry below "more" on the card of the newest case at home."""
        self.choose(name, self.find(QPushButton, "More", self.window.home).menu())

    def offers_files(self, *files: Path) -> None:
        """Choose these files in the next dialogs that ask for files."""
        names = [str(file) for file in files]
        self._patch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (names, ""))
        self._patch.setattr(QFileDialog, "getOpenFileName", lambda *_: (names[0], ""))

    def saves_as(self, file: Path) -> Path:
        """Choose this name in the next dialogs that ask where to save, and this folder where one is asked for."""
        self._patch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
        self._patch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(file))
        return file

    def print(self, name: str, within: QWidget | None = None) -> str:
        """Press a button that prints, and return what stands on the paper."""
        return self.print_by(lambda: self.press(name, within))

    def print_by(self, act: Callable[[], object]) -> str:
        """Do something that prints, and return what stands on the paper, without its breaks."""
        before = len(self.printed)
        act()

        def came() -> bool:
            # Most papers are shown before they are printed.
            for shown in self.window.findChildren(PaperDialog):
                if shown.isVisible():
                    self.space(next(each for each in shown.findChildren(QPushButton) if each.isDefault()))
            return len(self.printed) > before

        self.qtbot.waitUntil(came)
        return self.printed[-1]

    def _printer(self) -> Callable[..., None]:
        """Return a printer that accepts all it gets."""

        def take(
            _printing: PrintController, data: bytes, _title: str, accepted: Callable[[], object] | None = None
        ) -> None:
            document, buffer = QPdfDocument(), QBuffer()
            buffer.setData(QByteArray(data))
            buffer.open(QIODevice.OpenModeFlag.ReadOnly)
            document.load(buffer)
            told = "".join(document.getAllText(at).text() for at in range(document.pageCount()))
            self.printed.append("".join(told.split()) if self.language == "zh" else " ".join(told.split()))
            if accepted is not None:
                accepted()

        return take

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
    def filling(self, kind: type[D], fill: Callable[[D], object], keep: str = "") -> Generator[None]:
        """Fill the dialog that comes up inside, and keep it with its default button or the one named."""
        met: list[QDialog] = []
        failed: list[Exception] = []

        def meet() -> None:
            shown = QApplication.activeModalWidget()
            assert isinstance(shown, QDialog), shown
            met.append(shown)
            try:
                assert isinstance(shown, kind), shown
                fill(shown)
                buttons = shown.findChildren(QPushButton)
                self.space(self.find(QPushButton, keep, shown) if keep else next(b for b in buttons if b.isDefault()))
                assert not shown.isVisible(), self.said(shown)
            except (AssertionError, LookupError) as error:
                failed.append(error)
                shown.done(0)

        QTimer.singleShot(0, meet)
        yield
        self.qtbot.waitUntil(lambda: bool(met))
        if failed:
            raise failed[0]
