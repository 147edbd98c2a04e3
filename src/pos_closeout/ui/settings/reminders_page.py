"""The page of the settings that says when to be reminded, and whether the program stays in the tray."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import time

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QSystemTrayIcon

from pos_closeout.actions.autostart import program_autostart
from pos_closeout.actions.reminders.reminders import keep_reminder_settings, read_reminder_settings
from pos_closeout.actions.settings import read_setting, write_setting
from pos_closeout.domain.reminders.reminders import ReminderSettings, Rhythm
from pos_closeout.ui.context import Context
from pos_closeout.ui.settings.page import SettingsPage
from pos_closeout.ui.settings.screen_settings import TRAY_SETTING
from pos_closeout.ui.widgets.basic import card, label
from pos_closeout.ui.widgets.choice import CheckLine
from pos_closeout.ui.widgets.combo_box import ComboBox
from pos_closeout.ui.widgets.field import Field, grid
from pos_closeout.ui.widgets.rhythm_boxes import RhythmBoxes

_HALF_HOURS = tuple(time(hour, minute) for hour in range(24) for minute in (0, 30))


class RemindersPage(SettingsPage):
    """When to be reminded, the quiet hours, the tray, and starting with the computer."""

    icon = "bell"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._autostart_entry = program_autostart(context.paths)
        self._settings = read_reminder_settings(context.store)
        self.rhythm = RhythmBoxes(context)
        self.before, self.every = self.rhythm.before, self.rhythm.every
        self.quiet_from, self.quiet_until = ComboBox(), ComboBox()
        self.quiet = CheckLine(self.tr("Keep quiet at night; what came up is told afterwards"))
        self.tray = CheckLine(self.tr("Keep reminding in the tray when the window is closed"))
        self.autostart = CheckLine(self.tr("Start with the computer, hidden in the tray"))
        self._lay_out()
        self._show(self._settings)
        self._connect()

    def name(self) -> str:
        """Return the title."""
        return self.tr("Reminders")

    def _lay_out(self) -> None:
        context = self.context
        self.body.addWidget(
            card(
                label(self.tr("When"), "cardTitle"),
                self.rhythm,
                label(self.tr("On the due date itself you are always reminded."), "hint"),
            )
        )
        self.body.addWidget(
            card(
                label(self.tr("Quiet hours"), "cardTitle"),
                self.quiet,
                grid(
                    [
                        [
                            Field(context, self.tr("From"), self.quiet_from),
                            Field(context, self.tr("Until"), self.quiet_until),
                        ]
                    ]
                ),
            )
        )
        shown = [label(self.tr("When the window is closed"), "cardTitle"), self.tray, self.autostart]
        if not QSystemTrayIcon.isSystemTrayAvailable():
            self.tray.setEnabled(False)
            shown.append(label(self.tr("This desktop has no tray: reminders are shown inside the window."), "hint"))
        self.body.addWidget(card(*shown))
        self.body.addStretch()

    def _show(self, settings: ReminderSettings) -> None:
        self.rhythm.show_rhythm(Rhythm(settings.days_before, settings.every_days))
        quiet = settings.quiet_from != settings.quiet_until
        usual = ReminderSettings()
        start, end = (settings if quiet else usual).quiet_from, (settings if quiet else usual).quiet_until
        for box, chosen in ((self.quiet_from, start), (self.quiet_until, end)):
            _offer(box, [_clock(at) for at in sorted({*_HALF_HOURS, chosen})], str, _clock(chosen))
            box.setEnabled(quiet)
        self.quiet.set_checked(checked=quiet)
        self.tray.set_checked(checked=read_setting(self.context.store, TRAY_SETTING) == "1")
        self.autostart.set_checked(checked=self._autostart_entry.is_on())

    def _connect(self) -> None:
        self.rhythm.changed.connect(self._keep)
        for box in (self.quiet_from, self.quiet_until):
            box.currentIndexChanged.connect(self._keep)
        self.quiet.toggled.connect(self._keep)
        self.tray.toggled.connect(
            lambda on: self.attempt(lambda: write_setting(self.context.store, TRAY_SETTING, "1" if on else "0"))
        )
        self.autostart.toggled.connect(self._switch_autostart)

    def _keep(self) -> None:
        quiet = self.quiet.box.isChecked()
        self.quiet_from.setEnabled(quiet)
        self.quiet_until.setEnabled(quiet)
        start = time.fromisoformat(self.quiet_from.currentData())
        changed = replace(
            self._settings,
            days_before=self.rhythm.rhythm().days_before,
            every_days=self.rhythm.rhythm().every_days,
            quiet_from=start,
            quiet_until=time.fromisoformat(self.quiet_until.currentData()) if quiet else start,
        )
        self.attempt(lambda: keep_reminder_settings(self.context.store, changed))

    def _switch_autostart(self, on: bool) -> None:
        self.attempt(lambda: self._autostart_entry.switch(on=on))
        with QSignalBlocker(self.autostart):
            # What is there, which is not what was asked for when the system refused.
            self.autostart.set_checked(checked=self._autostart_entry.is_on())


def _clock(at: time) -> str:
    return at.isoformat("minutes")


def _offer(box: QComboBox, values: Iterable[object], words: Callable[..., str], chosen: object) -> None:
    for value in values:
        box.addItem(words(value), value)
        if value == chosen:
            box.setCurrentIndex(box.count() - 1)
