"""Nothing on the screen keeps a day: a page over which a night passes shows what one made the day after would show."""

from collections.abc import Generator
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from pos_closeout.actions.data_folder import Store, open_data_folder
from pos_closeout.actions.settings import write_setting
from pos_closeout.app.window import Application
from pos_closeout.domain.phases import Step
from pos_closeout.paths import find_paths
from pos_closeout.ui.papers.preview import Preview
from pos_closeout.ui.settings.screen_settings import TRAY_SETTING, ScreenSettings
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.style.tokens import Scheme
from tests.ui.bills.test_bills import bring_in
from tests.ui.conftest import sample_in

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LATER = timedelta(days=33)

BILL = (
    "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注\n"
    "2026-11-01 10:00:00,商户消费,甲,茶,收入,¥10.00,零钱,等待付款,4200000000202611010000000001,,/\n"
)


class Clock:
    """A clock that the tests set."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock(today: date) -> Clock:
    return Clock(datetime.combine(today, time(18, 30), UTC))


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Generator[Store]:
    with open_data_folder(tmp_path / "data", clock()) as opened:
        yield opened


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path, store: Store, clock: Clock) -> Generator[MainWindow]:
    stage = Application(qapp, find_paths(tmp_path / "data"), clock)
    made = stage.window(store, ScreenSettings("en", scheme=Scheme.LIGHT))
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    sample_in(made)
    yield made
    for left in qapp.topLevelWidgets():
        left.close()
        left.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def seen(place: QWidget) -> list[str]:
    """Return everything that can be read on a page, from its top to its foot, with what tables show."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    shown = [part for part in place.findChildren(QWidget) if part.isVisibleTo(place) and not _in_preview(part)]
    return [text for part in shown for text in _texts(part) if text]


def _in_preview(part: QWidget | None) -> bool:
    """Return whether something belongs to the picture of a letter, which is drawn a moment later."""
    while part is not None:
        if isinstance(part, Preview):
            return True
        part = part.parentWidget()
    return False


def _texts(part: QObject) -> list[str]:
    if isinstance(part, QComboBox):
        return [part.currentText()]
    if isinstance(part, QLabel | QAbstractButton | QLineEdit | QSpinBox):
        return [part.text()]
    if isinstance(part, QAbstractItemView) and part.model() is not None:
        model = part.model()
        cells = [(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())]
        return [str(model.index(row, column).data() or "") for row, column in cells]
    return []


def pass_time(window: MainWindow, clock: Clock) -> None:
    """Let days pass while the window stands there, as a computer that slept."""
    clock.now += LATER
    window._day_watch.look()
    QApplication.processEvents()


def build_anew(window: MainWindow) -> None:
    """Have every page made anew, on the day it is now."""
    window.settle(language="en")


STEPS_WITH_DAYS = {Step.OPEN_ITEMS, Step.NOTICES}
"""Those on which the sample case shows how something stands to today."""


@pytest.mark.parametrize("step", list(Step))
def test_a_step_over_which_days_pass_shows_what_one_made_then_shows(
    window: MainWindow, clock: Clock, qtbot: QtBot, step: Step
) -> None:
    window.show_step(step)
    wizard = window.workspace.wizard
    before = seen(wizard.page(step))
    pass_time(window, clock)
    renewed, rail = seen(wizard.page(step)), seen(wizard.rail)
    build_anew(window)
    wizard = window.workspace.wizard
    assert wizard.step is step

    def as_one_made_now() -> None:
        assert seen(wizard.page(step)) == renewed

    # A page made now reads holidays and bills beside the window.
    qtbot.waitUntil(as_one_made_now)
    assert rail == seen(wizard.rail)
    assert before
    if step in STEPS_WITH_DAYS:
        assert renewed != before


def test_home_over_which_days_pass_shows_what_one_made_then_shows(
    window: MainWindow, clock: Clock, qtbot: QtBot
) -> None:
    window.show_home()
    before = seen(window.home)
    pass_time(window, clock)
    qtbot.waitUntil(lambda: not window._home._renewing.isActive())
    renewed = seen(window.home)
    build_anew(window)
    qtbot.waitUntil(lambda: not window._home._renewing.isActive())
    assert renewed == seen(window.home)
    assert renewed != before


def test_bills_over_which_days_pass_show_what_is_shown_then(
    window: MainWindow, clock: Clock, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "bill.csv"
    file.write_text(BILL, encoding="utf-8")
    page = bring_in(window, qtbot, file)
    # All parts but the first, which tells what has just been imported.
    for at in range(1, 5):
        page.show_tab(at)
        before = seen(page)
        pass_time(window, clock)
        renewed = seen(page)
        build_anew(window)
        window.show_bills()
        page = window.workspace.bills
        page.show_tab(at)
        assert renewed == seen(page)
        assert before


def test_a_page_that_was_behind_the_list_is_of_today_when_it_comes_back(window: MainWindow, clock: Clock) -> None:
    window.show_step(Step.OPEN_ITEMS)
    window.show_list()
    pass_time(window, clock)
    window.show_step(Step.OPEN_ITEMS)
    renewed = seen(window.workspace.wizard.page(Step.OPEN_ITEMS))
    build_anew(window)
    assert renewed == seen(window.workspace.wizard.page(Step.OPEN_ITEMS))


@pytest.mark.parametrize("step", [Step.OPEN_ITEMS, Step.NOTICES])
def test_a_window_comes_back_from_the_tray_whole_and_of_today(
    window: MainWindow, store: Store, clock: Clock, step: Step
) -> None:
    write_setting(store, TRAY_SETTING, "1")
    window.set_tray(there=True)
    window.show_step(step)
    page = window.workspace.wizard.page(step)
    for _ in range(2):
        assert not window.close()
        assert not window.isVisible()
        window.come()
        assert page.isVisible()
    assert not window.close()
    clock.now += LATER
    window.come()
    assert page.isVisible()
    renewed = seen(page)
    build_anew(window)
    assert renewed == seen(window.workspace.wizard.page(step))
    window.set_tray(there=False)


def test_another_zone_is_another_day(window: MainWindow, clock: Clock) -> None:
    window.show_step(Step.OPEN_ITEMS)
    clock.now = clock.now.astimezone(timezone(timedelta(hours=14)))
    before = seen(window.workspace.wizard.page(Step.OPEN_ITEMS))
    window._day_watch.look()
    renewed = seen(window.workspace.wizard.page(Step.OPEN_ITEMS))
    assert renewed != before
    build_anew(window)
    assert renewed == seen(window.workspace.wizard.page(Step.OPEN_ITEMS))
