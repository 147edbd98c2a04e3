"""What goes on behind the window: reminders, the tray, and the bell that a second start rings."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication

from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.shell.reminder_timer import ReminderTimer
from pos_closeout.ui.shell.secret_hint import SecretHint
from pos_closeout.ui.shell.single_instance import listen_for_starts
from pos_closeout.ui.shell.tray import Tray, has_tray
from pos_closeout.ui.wizard.case_session import CaseSession

_LOOK_MS = 3_000
"""How often a tray is looked for: at log-in it often comes up after the programs that start with the system."""


def start_background(app: QApplication, window: MainWindow, bell: str) -> ReminderTimer:
    """Start reminding, in the tray as soon as there is one, and come to the front when somebody rings.

    Args:
        app: ends when the window is left for good.
        window: may be hidden; it is shown when it is wanted.
        bell: the name to listen under.
    """
    reminding = ReminderTimer(window, None)
    # A hidden window is not the last one to be closed.
    app.setQuitOnLastWindowClosed(False)
    window.left.connect(app.quit)
    looking = QTimer(reminding)
    looking.setInterval(_LOOK_MS)

    def look() -> None:
        if has_tray():
            looking.stop()
            _use_tray(app, window, reminding)

    looking.timeout.connect(look)
    looking.start()
    look()
    # The computer is being shut down, or an installer wants the files: nobody closes the window then.
    app.commitDataRequest.connect(lambda manager: save_before_the_end(window.session, manager))
    SecretHint(app)
    listen_for_starts(bell, window.come, window)
    reminding.start()
    return reminding


def save_before_the_end(session: CaseSession, manager: QSessionManager) -> None:
    """Save what is not saved yet; when that is not possible, ask Windows to wait for the owner."""
    if not session.flush():
        manager.cancel()


def _use_tray(app: QApplication, window: MainWindow, reminding: ReminderTimer) -> None:
    """Put the icon into the tray."""
    tray = Tray(app.windowIcon(), reminding.urgent, window)
    tray.list_asked.connect(window.come_with_list)
    tray.item_asked.connect(window.come_with_item)
    tray.items_asked.connect(window.come_with_items)
    tray.later_asked.connect(reminding.put_off)
    tray.quit_asked.connect(window.leave)
    reminding.use(tray)
    window.set_tray(there=True)
