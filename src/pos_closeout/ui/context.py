"""What every page is handed, and the two ways in which it calls a verb: ``Context.do``, and a ``Runner`` beside it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QRunnable, QThreadPool, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.error_log import details, unforeseen
from pos_closeout.domain.errors import CloseoutError
from pos_closeout.domain.money import format_yuan
from pos_closeout.guidance import Bilingual, Guidance
from pos_closeout.paths import Paths
from pos_closeout.ui.plain_text import shown_plain
from pos_closeout.ui.style.look import Look

T = TypeVar("T")

Tell = QWidget | Callable[[str], object]
"""Where an error is told: over a widget in a box of its own, or by whatever takes a sentence."""


@dataclass(frozen=True, slots=True)
class Context:
    """Handed down from the window; replaced as a whole when language, text size or scheme changes.

    Attributes:
        language: ``"zh"`` or ``"en"``, the language of the screen (not of the letter).
        store: the open data folder, for the window's thread only.
        clock: the time, with its zone.
        paths: where resources lie and where this machine keeps data.
    """

    look: Look
    guidance: Guidance
    language: str
    store: Store
    clock: Callable[[], datetime]
    paths: Paths

    @property
    def today(self) -> date:
        """The day it is on this machine."""
        return self.clock().date()

    @property
    def data_folder(self) -> Path:
        """Where the open data folder lies; work beside the window opens it once more for itself."""
        return self.store.database.folder

    def do(self, act: Callable[[], T], tell: Tell, then: Callable[[T], object] | None = None) -> bool:
        """Call a verb, and tell the owner if it does not work.

        Args:
            act: calls the verb with :attr:`store` and whatever else it wants.
            tell: where an error is told.
            then: takes what the verb returned; what it raises is told as well.

        Returns:
            whether it worked.
        """
        try:
            result = act()
            if then is not None:
                then(result)
        except CloseoutError as error:
            self.tell(tell, error)
            return False
        return True

    def tell(self, where: Tell, error: CloseoutError) -> None:
        """Tell the owner what happened and what to do next."""
        if isinstance(where, QWidget):
            show_error(where, self.guidance, self.language, error)
        else:
            where(self.sentence(error))

    def sentence(self, error: CloseoutError) -> str:
        """Return what happened and what to do next."""
        return error_sentence(self.guidance, self.language, error)

    def say(self, text: Bilingual) -> str:
        """Return a guidance text in the language of the screen."""
        return text.of(self.language)

    def yuan(self, fen: int | None) -> str:
        """Write an amount in fen as ¥ with two decimals; nothing for ``None``."""
        return "" if fen is None else f"¥{format_yuan(fen)}"

    def day(self, day: date) -> str:
        """Write a date with its weekday as the language does: 11-24 周二 or Tue 24 Nov."""
        locale = QLocale("zh_CN" if self.language == "zh" else "en_GB")
        weekday = locale.dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
        if self.language == "zh":
            return f"{day:%m-%d} {weekday}"
        return f"{weekday} {day.day} {locale.monthName(day.month, QLocale.FormatType.ShortFormat)}"

    def long_day(self, day: date) -> str:
        """Write a date with its year: 2026年12月1日 or 1 December 2026."""
        if self.language == "zh":
            return f"{day.year}年{day.month}月{day.day}日"
        return f"{day.day} {QLocale('en_GB').monthName(day.month)} {day.year}"


def error_sentence(guidance: Guidance, language: str, error: CloseoutError) -> str:
    """Return what happened and what to do next, from ``messages.toml``."""
    from pos_closeout.guidance.messages import sentence

    return sentence(guidance.messages, error, language)


def show_error(over: QWidget | None, guidance: Guidance, language: str, error: CloseoutError) -> None:
    """Show what happened and what to do next in a box; the details can be copied."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(over)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(QCoreApplication.translate("ErrorReporter", "That did not work"))
    box.setText(shown_plain(error_sentence(guidance, language, error)))
    copy = box.addButton(QCoreApplication.translate("ErrorReporter", "Copy details"), QMessageBox.ButtonRole.ActionRole)
    close = box.addButton(QCoreApplication.translate("ErrorReporter", "Close"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(close)
    box.setEscapeButton(close)
    box.exec()
    if box.clickedButton() is copy:
        QGuiApplication.clipboard().setText(details(error))


@dataclass(frozen=True, slots=True)
class Job:
    """What work beside the window may say and ask.

    Attributes:
        report: sends news to the window; whatever it is handed must not change afterwards.
        stopped: whether the owner wants the work to stop; asked now and then, answered by raising ``StoppedError``.
    """

    report: Callable[[object], None]
    stopped: Callable[[], bool]


class Runner(QObject):
    """Runs work beside the window, one piece at a time on a thread of its own; the newest counts.

    Of work that was stopped only its end is heard, of work that was replaced nothing. What nobody expected is written
    to the log and told like any other error, with where it came from as its details.

    Args:
        failed: takes the :class:`CloseoutError` of work that did not end well; nothing fails unheard.
        parent: what the runner goes with.
    """

    progress = Signal(object)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, failed: Callable[[CloseoutError], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._number = 0
        self._stop = Event()
        self.running = False
        self._messenger = _Messenger(self)
        self._messenger.progress.connect(self._on_progress)
        self._messenger.done.connect(self._on_done)
        self._messenger.failed.connect(self._on_failed)
        self.failed.connect(failed)

    def run(self, work: Callable[[Job], object]) -> None:
        """Start work; what ran before is told to stop, what waited is dropped, and the results of both are lost."""
        self._stop.set()
        self._stop = Event()
        self._number += 1
        self.running = True
        self._pool.clear()
        self._pool.start(_Run(self._number, work, self._messenger, self._stop))

    def stop(self) -> None:
        """Ask the work to stop; it says itself that it did, by :attr:`failed` or :attr:`done`."""
        self._stop.set()

    def wait(self) -> None:
        """Stop, and wait until the thread is idle, before what it works on goes away."""
        self.stop()
        self._pool.clear()
        self._pool.waitForDone()

    def _on_progress(self, number: int, news: object) -> None:
        if number == self._number and not self._stop.is_set():
            self.progress.emit(news)

    def _on_done(self, number: int, result: object) -> None:
        if number == self._number:
            self.running = False
            self.done.emit(result)

    def _on_failed(self, number: int, error: object) -> None:
        if number == self._number:
            self.running = False
            self.failed.emit(error)


class _Messenger(QObject):
    """Carries what a thread says over to the window's thread."""

    progress = Signal(int, object)
    done = Signal(int, object)
    failed = Signal(int, object)


class _Run(QRunnable):
    def __init__(self, number: int, work: Callable[[Job], object], messenger: _Messenger, stop: Event) -> None:
        super().__init__()
        self._number, self._work, self._messenger, self._stop = number, work, messenger, stop

    def run(self) -> None:
        job = Job(lambda news: self._messenger.progress.emit(self._number, news), self._stop.is_set)
        try:
            result = self._work(job)
        except CloseoutError as error:
            self._messenger.failed.emit(self._number, error)
        except Exception as error:  # noqa: BLE001  # whatever it is, the owner hears of it
            self._messenger.failed.emit(self._number, unforeseen(error, "work beside the window"))
        else:
            self._messenger.done.emit(self._number, result)
