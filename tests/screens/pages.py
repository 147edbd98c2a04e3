"""Shows one page of the program after the other, as an owner comes to them, over the sample case."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from pos_closeout.actions.bills.sample_bill import sample_bill
from pos_closeout.domain.phases import Step
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.widgets.date_field import DateField
from pos_closeout.ui.wizard.steps.application.page import ApplicationPage
from tests.screens.checks import settle

_PATIENCE_MS = 60_000
DIALOGS = ("settings", "library", "search", "history", "archive", "copies", "shortcuts")
"""Entries of the menu bar that open a window of their own."""


def steps(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Show every step of the case that is open."""
    for number, step in enumerate(Step, 1):
        window.show_step(step)
        settle()
        page = window.workspace.wizard.page(step)
        if isinstance(page, ApplicationPage):
            wait_until(lambda page=page: page.preview.document.pageCount() > 1)  # type: ignore[misc]
            settle()
        yield f"{number:02d}-{step.value}", window


def lists(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Show the outstanding list, as it comes and with an entry chosen, and home."""
    window.show_list()
    settle()
    yield "list", window
    window.workspace.list_page.show_item(window.ledger.items()[0].id)
    settle()
    yield "list-chosen", window
    window.show_home()
    settle()
    yield "home", window


def bills(window: MainWindow, folder: Path) -> Iterator[tuple[str, QWidget]]:
    """Show what becomes of a bill that is imported into the case."""
    file = folder / "微信交易账单.csv"
    file.write_bytes(sample_bill(window.context.today))
    window.show_bills([file])
    page = window.workspace.bills
    wait_until(lambda: not page.choose.inspecting)
    settle()
    yield "bills-1", window
    page.choose.import_ready()
    wait_until(lambda: not page.importing.running)
    for tab in range(5):
        page.show_tab(tab)
        settle()
        yield f"bills-{tab + 2}", window


def dialogs(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Show the windows that stand over the others."""
    from pos_closeout.ui.shell.menu_actions import MenuActions

    verbs = MenuActions(window, window).by_name()
    for name in DIALOGS:
        yield from _met(name, verbs[name])
    # Some of them are about the owner's own data and lead out of the sample.
    window.open_sample()
    settle()
    window.show_list()
    yield from _met("item", window.workspace.list_page.add)


def _met(name: str, act: Callable[[], object]) -> Iterator[tuple[str, QWidget]]:
    """Show the window that an action opens, and close it again."""
    before = {each for each in QApplication.topLevelWidgets() if each.isVisible()}
    act()
    settle()
    met = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each not in before]
    assert met, f"{name} opens no window"
    for shown in met:
        yield f"dialog-{name}", shown
        shown.close()
    settle()


def calendar(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Open the calendar of the last date on a page, the one furthest down."""
    window.show_step(Step.PURPOSE)
    settle()
    page = window.workspace.wizard.page(Step.PURPOSE)
    fields = [each for each in page.findChildren(DateField) if each.isVisible()]
    fields[-1].setFocus()
    fields[-1].open_calendar()
    settle()
    shown = QApplication.activePopupWidget()
    assert shown is not None
    yield "calendar", shown
    shown.close()
    settle()


def wait_until(done: Callable[[], bool]) -> None:
    """Let the event loop run until something is done; a minute at the longest."""
    clock = QElapsedTimer()
    clock.start()
    while not done():
        if clock.elapsed() > _PATIENCE_MS:
            raise TimeoutError
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def every_page(window: MainWindow, folder: Path) -> Iterator[tuple[str, QWidget]]:
    """Show everything there is, from the first start on."""
    window.show()
    settle()
    yield "welcome", window
    window.open_sample()
    yield from steps(window)
    yield from lists(window)
    yield from calendar(window)
    yield from dialogs(window)
    yield from bills(window, folder)
