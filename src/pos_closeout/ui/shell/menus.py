"""The menu bar: every action of the window, with its shortcut."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu

from pos_closeout.ui.settings.screen_settings import ScreenSettings
from pos_closeout.ui.style.tokens import Scheme, TextSize


class Menus(QObject):
    """Builds the menu bar in the language of the screen.

    Args:
        window: whose menu bar it is.
        verbs: what each entry does, by name: new, sample, bills, save, open_pdf, print, export, quit, undo, find,
            search, history, copy, archive, erase, copies, write_everything, take_everything, home, list, columns,
            library, guide, shortcuts, settings, newer, about.
        settle: takes changed fields of :class:`ScreenSettings` as keyword arguments.
        settings: the settings in force, for the check marks.
    """

    def __init__(
        self,
        window: QMainWindow,
        verbs: dict[str, Callable[[], object]],
        settle: Callable[..., None],
        settings: ScreenSettings,
    ) -> None:
        super().__init__(window)
        self._window, self._verbs, self._settle, self._settings = window, verbs, settle, settings
        bar = window.menuBar()
        bar.clear()
        self._file(bar.addMenu(self.tr("&File")))
        self._edit(bar.addMenu(self.tr("&Edit")))
        self._case(bar.addMenu(self.tr("&Case")))
        self._view(bar.addMenu(self.tr("&View")))
        self._help(bar.addMenu(self.tr("&Help")))

    def _add(self, menu: QMenu, text: str, verb: str, keys: str = "") -> None:
        action = menu.addAction(text)
        if keys:
            # As a property: setShortcut() and QKeySequence have PySide6 make the names of all keys there are.
            action.setProperty("shortcut", keys)
        action.triggered.connect(lambda: self._verbs[verb]())

    def _file(self, menu: QMenu) -> None:
        self._add(menu, self.tr("&New case"), "new", "Ctrl+Shift+N")
        self._add(menu, self.tr("Open the &sample"), "sample")
        menu.addSeparator()
        self._add(menu, self.tr("&Import bills…"), "bills", "Ctrl+I")
        self._add(menu, self.tr("Sa&ve as PDF…"), "save", "Ctrl+S")
        self._add(menu, self.tr("&Open the PDF"), "open_pdf", "Ctrl+O")
        self._add(menu, self.tr("&Print…"), "print", "Ctrl+P")
        self._add(menu, self.tr("Save the list as a spreadsheet…"), "export", "Ctrl+E")
        menu.addSeparator()
        self._add(menu, self.tr("Safety &copies…"), "copies")
        self._add(menu, self.tr("Everything in one &file…"), "write_everything")
        self._add(menu, self.tr("&Take in everything from a file…"), "take_everything")
        menu.addSeparator()
        self._add(menu, self.tr("S&ettings…"), "settings", "Ctrl+,")
        self._add(menu, self.tr("&Quit"), "quit", "Ctrl+Q")

    def _edit(self, menu: QMenu) -> None:
        self._add(menu, self.tr("&Undo the last change"), "undo", "Ctrl+Z")
        self._add(menu, self.tr("&Find in the list"), "find", "Ctrl+F")
        self._add(menu, self.tr("&Search everything…"), "search", "Ctrl+Shift+F")

    def _case(self, menu: QMenu) -> None:
        self._add(menu, self.tr("&History of this case…"), "history", "Ctrl+H")
        menu.addSeparator()
        self._add(menu, self.tr("New case for the &same shop"), "copy")
        self._add(menu, self.tr("&Archive…"), "archive")
        menu.addSeparator()
        self._add(menu, self.tr("Delete for &good…"), "erase")

    def _view(self, menu: QMenu) -> None:
        self._add(menu, self.tr("&Home"), "home", "Alt+Home")
        self._add(menu, self.tr("&Outstanding list"), "list", "Ctrl+L")
        self._add(menu, self.tr("Col&umns of the list…"), "columns")
        menu.addSeparator()
        panel = menu.addAction(self.tr("“Why we &ask” panel"))
        panel.setCheckable(True)
        panel.setChecked(self._settings.panel)
        panel.setProperty("shortcut", "F9")
        panel.toggled.connect(lambda on: self._settle(panel=on))
        # Both languages are named in their own words, so that nobody is lost in the wrong one.
        self._choices(menu.addMenu(self.tr("&Language") + " / 语言"), "language", {"zh": "中文", "en": "English"})
        sizes = {
            TextSize.NORMAL: self.tr("normal"),
            TextSize.LARGE: self.tr("large"),
            TextSize.VERY_LARGE: self.tr("very large"),
        }
        self._choices(menu.addMenu(self.tr("Text &size")), "size", sizes)
        schemes = {
            Scheme.SYSTEM: self.tr("as the system"),
            Scheme.LIGHT: self.tr("light"),
            Scheme.DARK: self.tr("dark"),
        }
        self._choices(menu.addMenu(self.tr("&Colours")), "scheme", schemes)

    def _choices(self, menu: QMenu, name: str, choices: Mapping[Any, str]) -> None:
        group = QActionGroup(menu)
        for value, text in choices.items():
            action: QAction = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(getattr(self._settings, name) == value)
            action.setActionGroup(group)
            action.triggered.connect(lambda _=False, wanted=value: self._settle(**{name: wanted}))

    def _help(self, menu: QMenu) -> None:
        self._add(menu, self.tr("&Library: words, laws, checks"), "library", "F1")
        self._add(menu, self.tr("&Quick guide, two pages…"), "guide")
        self._add(menu, self.tr("&Keyboard shortcuts…"), "shortcuts")
        menu.addSeparator()
        self._add(menu, self.tr("Is there a &newer version?"), "newer")
        self._add(menu, self.tr("&About this program"), "about")
