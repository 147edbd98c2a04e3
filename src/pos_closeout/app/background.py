"""What goes on behind the window: reminders, the tray, and the bell that a second start rings."""

from PySide6.QtWidgets import QApplication

from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.shell.reminder_timer import ReminderTimer
from pos_closeout.ui.shell.secret_hint import SecretHint
from pos_closeout.ui.shell.single_instance import listen_for_starts
from pos_closeout.ui.shell.tray import Tray, has_tray


def start_background(app: QApplication, window: MainWindow, bell: str) -> ReminderTimer:
    """Start reminding, in the tray where there is one, and come to the front when somebody rings.

    Args:
        app: ends when the window is left for good.
        window: may be hidden; it is shown when it is wanted.
        bell: the name to listen under.
    """
    tray: Tray | None = None
    reminding = ReminderTimer(window, None)
    if has_tray():
        tray = Tray(app.windowIcon(), app.applicationName(), reminding.urgent, window)
        tray.list_asked.connect(window.come_with_list)
        tray.item_asked.connect(window.come_with_item)
        tray.later_asked.connect(reminding.put_off)
        tray.quit_asked.connect(window.leave)
        reminding.use(tray)
        window.set_tray(there=True)
        # A hidden window is not the last one to be closed.
        app.setQuitOnLastWindowClosed(False)
        window.left.connect(app.quit)
    # The computer is being shut down: nobody closes the window then.
    app.commitDataRequest.connect(lambda _manager: window.session.flush())
    SecretHint(app)
    listen_for_starts(bell, window.come, window)
    reminding.start()
    return reminding
