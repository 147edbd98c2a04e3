"""Puts the window together: paths, store, language and look, then the event loop."""

import gc
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QDateTime,
    QEvent,
    QMessageLogContext,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from pos_closeout import __version__
from pos_closeout.actions.data_folder import Store, open_data_folder
from pos_closeout.actions.known_folders import check_known, forget_folder, remember_folder
from pos_closeout.actions.settings import read_settings
from pos_closeout.app.uncaught import UncaughtErrors
from pos_closeout.domain.errors import CloseoutError, DataFolderError
from pos_closeout.guidance import Guidance
from pos_closeout.paths import Paths, known_folders_file
from pos_closeout.ui.context import Context, error_sentence, show_error
from pos_closeout.ui.plain_text import shown_plain
from pos_closeout.ui.settings.screen_settings import ScreenSettings, guessed_language, read_screen_settings
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.shell.single_instance import Running, activate_running, instance_name
from pos_closeout.ui.shell.translator import ScreenTranslator
from pos_closeout.ui.style.look import Look, LookMaker

_BOX_WIDTH = 640
"""Of the box that offers a safety copy, in pixels."""

READY_VARIABLE = "POS_CLOSEOUT_READY"
"""When set, the window says "ready" on standard output once it can be used, and closes: for the benchmark."""

_TRAY_WAIT_MS = 60_000
"""How long a start without a window waits for a tray before it shows the window after all."""

DAMAGED = 70
"""What the event loop ends with when the database turns out to be damaged while the window is open."""

TOLD = 72
"""What the program ends with when the data folder did not open and the owner has been told why."""

REPLACE = 71
"""What it ends with when something else is to take the place of the data: a safety copy, or everything from a file."""

NOT_ANSWERING = 73
"""The exit code of a second start whose first one does not answer."""

_KEEP_MS = 300
"""When reminders and tray begin after the window: it can be used by then."""


_Ended = tuple[int, Callable[[], object] | None]
"""What the event loop ended with, and what is to be done before the window comes again."""


class Application:
    """The application with everything a window is built from; made once in a process.

    Args:
        app: the Qt application.
        paths: where resources and translations lie.
        clock: the time, with its zone.
    """

    def __init__(self, app: QApplication, paths: Paths, clock: Callable[[], datetime] | None = None) -> None:
        self.app, self.paths, self.clock = app, paths, clock or local_now
        self.guidance = Guidance(paths.resources / "guidance")
        self._language = guessed_language()
        self._looks = LookMaker(paths.resources / "icons")
        self._translator = ScreenTranslator(app, paths.translations)

    def dress(self, settings: ScreenSettings) -> Look:
        """Put language, text size and colours into force and return the look to build widgets with."""
        self._translator.use_language(settings.language)
        self._language = settings.language
        return self._looks.apply(self.app, settings.scheme, settings.size, settings.language)

    def window(self, store: Store, settings: ScreenSettings | None = None) -> MainWindow:
        """Return a window over an open data folder, with the settings kept there unless others are given."""

        def dress(chosen: ScreenSettings) -> Context:
            look = self.dress(chosen)
            return Context(look, self.guidance, chosen.language, store, self.clock, self.paths)

        return MainWindow(dress, settings or read_screen_settings(read_settings(store)))

    def show_error(self, error: CloseoutError) -> None:
        """Show an error while there is no window yet."""
        show_error(None, self.guidance, self._language, error)

    def sentence(self, error: CloseoutError) -> str:
        """Return what happened and what to do next, while there is no window yet."""
        return error_sentence(self.guidance, self._language, error)

    def lost_lines(self, error: CloseoutError) -> str:
        """Return what goes when a safety copy takes the place of damaged data, entry by entry."""
        from pos_closeout.actions.safety.lost import lost_lines

        return lost_lines(error, self.guidance, self._language)


def local_now() -> datetime:
    """Return the time with the zone of this machine, also when that was changed while the program runs.

    Python keeps the zone it found first; Qt asks the system each time.
    """
    offset = QDateTime.currentDateTime().offsetFromUtc()
    return datetime.now(timezone(timedelta(seconds=offset)))


def make_application(paths: Paths, arguments: list[str]) -> QApplication:
    """Return the Qt application, with the program's name, icon and, where the system lacks one, a Chinese font."""
    # Qt says why it gives up, and then ends the process: the last moment at which an owner can be told.
    said: list[str] = []

    def handle(kind: QtMsgType, _context: QMessageLogContext, text: str | None) -> None:
        said.append(text or "")
        if kind == QtMsgType.QtFatalMsg:
            _end_without_window(paths, said)

    previous = qInstallMessageHandler(handle)
    # The style as an argument: QApplication.setStyle() returns it, and with it some four hundred names of QStyle.
    app = QApplication([sys.argv[0], "-style", "Fusion", *arguments])
    qInstallMessageHandler(previous)
    for text in said if sys.stderr is not None else ():
        sys.stderr.write(f"{text}\n")
    app.setApplicationName("POS Closeout")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("pos-closeout")
    app.setWindowIcon(QIcon(str(paths.resources / "icons" / "app.svg")))
    _lend_font(paths.resources / "fonts")
    return app


def _end_without_window(paths: Paths, said: list[str]) -> None:
    """Tell the owner why there is no window, and end the process."""
    from pos_closeout.app.window_failure import report, window_error

    report(paths, window_error(paths.resources, "\n".join(said)))
    os._exit(1)


def _lend_font(folder: Path) -> None:
    """Load the letter's own font for the screen on a machine that has no Chinese one."""
    if QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        return
    number = QFontDatabase.addApplicationFont(str(folder / "CloseoutSong-Regular.ttf"))
    for family in QFontDatabase.applicationFontFamilies(number):
        QFont.insertSubstitution("Microsoft YaHei UI", family)


def run_window(paths: Paths, *, hidden: bool = False) -> int:
    """Open the window, or start in the tray alone where there is one, and return the exit code at the end.

    Returns:
        What the event loop ends with; 72 when the data cannot be opened, 73 when the program is open already and does
        not answer.
    """
    running = activate_running(instance_name(paths.data))
    if running is Running.CAME:
        return 0
    application = Application(make_application(paths, []), paths)
    UncaughtErrors(paths.logs, application.show_error, application.app)
    if running is Running.SILENT:
        return _not_answering(application)
    code, work = _run_unchecked(application, hidden=hidden)
    while code in {DAMAGED, REPLACE}:
        # With nothing else open, so that a copy or a file can take the place of the database.
        if work is not None:
            _attempt(application, work)
        code, work = _run(application, _open(application), hidden=False)
    return code


def _run_unchecked(application: Application, *, hidden: bool) -> _Ended:
    """Show the window before its data has been looked through.

    Where it does not even come up, the data is looked through first: a damaged value may be anything, and whatever it
    makes Python say is the owner's trouble only if the data turns out to be in order.
    """
    try:
        return _run(application, _open(application, check_later=True), hidden=hidden)
    except Exception:  # noqa: BLE001  # as above; what remains comes again, and then it is told
        return DAMAGED, None


def _not_answering(application: Application) -> int:
    """Say that the first start does not answer: on the screen, and for whoever called from a command line."""
    error = DataFolderError("store.not_answering")
    application.dress(ScreenSettings(guessed_language()))
    if sys.stderr is not None:
        sys.stderr.write(f"{application.sentence(error)}\n")
    application.show_error(error)
    return NOT_ANSWERING


def _attempt(application: Application, work: Callable[[], object]) -> None:
    try:
        work()
    except CloseoutError as error:
        application.show_error(error)


def _run(application: Application, store: Store | None, *, hidden: bool) -> _Ended:
    """Show the window until it is left; return the code, and what is to be done before it comes again."""
    if store is None:
        return TOLD, None
    asked: list[Callable[[], object]] = []
    with store:
        trouble = store.warning(local_now(), os.environ)
        window = application.window(store)
        try:
            window.replace_asked.connect(asked.append)
            window.replace_asked.connect(lambda _: application.app.exit(REPLACE))
            _show(application, window, hidden=hidden)
            if trouble is not None:
                window.tell_error(window.context.sentence(trouble))
            code = QGuiApplication.exec()
        finally:
            window.hide()
            window.deleteLater()
            application.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if code != DAMAGED:
            # What keeps it from being made now is told at the next start, which makes the copy of the day.
            with suppress(CloseoutError):
                store.copy_once(local_now())
                remember_folder(store, application.paths.data, known_folders_file(), local_now())
        return code, asked[0] if asked else None


def _show(application: Application, window: MainWindow, *, hidden: bool) -> None:
    keep = _keeper(application, window)
    if hidden:
        # At log-in the tray often comes up later; a window that nobody asked for waits for it, but not for ever.
        keep()
        QTimer.singleShot(_TRAY_WAIT_MS, window, lambda: _come_without_tray(window))
    else:
        window.tell_due()
        window.show()
        QTimer.singleShot(_KEEP_MS, window, keep)
    if READY_VARIABLE in os.environ:
        QTimer.singleShot(0, window, lambda: _say_ready(window))
    # The command line has switched it off for the way here.
    QTimer.singleShot(0, gc.enable)


def _keeper(application: Application, window: MainWindow) -> Callable[[], None]:
    """Return what starts the reminders, the tray, the bell for a second start, and the look through the data."""

    def keep() -> None:
        # Loaded now: the window comes up without them.
        from pos_closeout.actions.error_log import keep_log
        from pos_closeout.app.background import start_background
        from pos_closeout.app.integrity_check import look_through_beside

        keep_log(application.paths.logs)
        start_background(application.app, window, instance_name(application.paths.data))
        look_through_beside(window, application.paths.data, lambda: application.app.exit(DAMAGED))

    return keep


def _come_without_tray(window: MainWindow) -> None:
    if not (_has_tray() or window.isVisible()):
        window.tell_due()
        window.come()


def _has_tray() -> bool:
    from pos_closeout.ui.shell.tray import has_tray

    return has_tray()


def _say_ready(window: MainWindow) -> None:
    window.repaint()
    if sys.stdout is not None:
        sys.stdout.write("ready\n")
        sys.stdout.flush()
    window.close()


def _open(application: Application, *, check_later: bool = False) -> Store | None:
    """Open the data folder; a damaged database can be replaced by its newest good copy, if the owner agrees."""
    folder = application.paths.data
    try:
        check_known(folder, known_folders_file())
        return _remembered(open_data_folder(folder, local_now(), check_later=check_later), folder)
    except CloseoutError as error:
        # The owner's settings lie in the folder that did not open.
        application.dress(ScreenSettings(guessed_language()))
        copy = error.facts.get("copy") if error.message_id in {"store.damaged", "store.lost"} else None
        if error.message_id == "store.emptied":
            if not _wants(application, error, QCoreApplication.translate("Start", "Start anew")):
                return None
            forget_folder(folder, known_folders_file())
        elif copy is None:
            application.show_error(error)
            return None
        elif not _wants_copy(application, error):
            return None
        else:
            from pos_closeout.actions.safety.copies import restore_safety_copy

            _attempt(application, lambda: restore_safety_copy(folder, Path(str(copy)), local_now()))
    try:
        return open_data_folder(folder, local_now())
    except CloseoutError as error:
        application.show_error(error)
        return None


def _remembered(store: Store, folder: Path) -> Store:
    remember_folder(store, folder, known_folders_file(), local_now())
    return store


def _wants_copy(application: Application, error: CloseoutError) -> bool:
    return _wants(application, error, QCoreApplication.translate("Start", "Use the safety copy"))


def _wants(application: Application, error: CloseoutError, way_out: str) -> bool:
    from PySide6.QtWidgets import QGridLayout, QMessageBox, QSpacerItem

    told = shown_plain("\n\n".join(filter(None, (application.sentence(error), application.lost_lines(error)))))
    box = QMessageBox(QMessageBox.Icon.Warning, application.app.applicationName(), told)
    layout = box.layout()
    if isinstance(layout, QGridLayout):
        # Left to itself the box is as narrow as a few words, and with what is lost taller than a small screen.
        layout.addItem(QSpacerItem(_BOX_WIDTH, 0), layout.rowCount(), 0, 1, layout.columnCount())
    use = box.addButton(way_out, QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QCoreApplication.translate("Start", "Close the program"), QMessageBox.ButtonRole.RejectRole)
    box.exec()
    return box.clickedButton() is use
