"""The settings: what is chosen is kept at once and is there when the dialog opens again."""

from datetime import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.reminders.reminders import read_reminder_settings
from pos_closeout.actions.settings import read_setting
from pos_closeout.domain.reminders.reminders import ReminderSettings
from pos_closeout.ui.settings.dialog import SettingsDialog
from pos_closeout.ui.settings.reminders_page import RemindersPage
from pos_closeout.ui.settings.screen_settings import TRAY_SETTING
from pos_closeout.ui.shell.main_window import MainWindow
from tests.ui.conftest import OpenWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def own_config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the autostart entry of whoever runs the tests out of it."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def opened(window: MainWindow, qtbot: QtBot) -> RemindersPage:
    window._menu.by_name()["settings"]()
    dialog = window.findChildren(SettingsDialog)[-1]
    qtbot.waitUntil(dialog.isVisible)
    return next(page for page in dialog.pages if isinstance(page, RemindersPage))


def test_what_is_chosen_is_kept_at_once(open_window: OpenWindow, store: Store, qtbot: QtBot) -> None:
    window = open_window()
    page = opened(window, qtbot)
    page.before.setCurrentIndex(page.before.findData(7))
    page.every.setCurrentIndex(page.every.findData(0))
    page.quiet_until.setCurrentIndex(page.quiet_until.findData("07:30"))
    assert read_reminder_settings(store) == ReminderSettings(7, 0, time(21), time(7, 30))
    page.quiet.box.setChecked(False)
    kept = read_reminder_settings(store)
    assert kept.quiet_from == kept.quiet_until
    page.window().close()
    again = opened(window, qtbot)
    assert (again.before.currentData(), again.every.currentData()) == (7, 0)
    assert not again.quiet.box.isChecked()
    assert not again.quiet_from.isEnabled()
    again.window().close()


def test_start_with_the_computer_shows_what_is_there(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    page = opened(open_window(), qtbot)
    entry = tmp_path / "config" / "autostart" / "pos-closeout.desktop"
    page.autostart.box.setChecked(True)
    assert '"--tray"' in entry.read_text(encoding="utf-8")
    page.autostart.box.setChecked(False)
    assert not entry.exists()
    # Something in the way: the box says what is there, the dialog says why.
    entry.mkdir()
    (entry / "x").touch()
    page.autostart.box.setChecked(True)
    assert not page.autostart.box.isChecked()
    page.window().close()


def test_staying_in_the_tray_is_a_setting(open_window: OpenWindow, store: Store, qtbot: QtBot) -> None:
    page = opened(open_window(), qtbot)
    page.tray.box.setChecked(True)
    assert read_setting(store, TRAY_SETTING) == "1"
    page.window().close()
