"""The device step leads each terminal through its tasks and keeps what is ticked and noted."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from pos_closeout.actions.cases.cases import list_cases
from pos_closeout.actions.data_folder import Store
from pos_closeout.domain.bills.bills import DayTakings
from pos_closeout.domain.case.backup import Backup
from pos_closeout.domain.device.tasks import DeviceTask, LastPrint, Task, print_of
from pos_closeout.domain.phases import Step
from pos_closeout.ui.context import Context
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.wizard.steps.device.page import DevicePage
from tests.ui.conftest import OpenWindow, sample_in


def _page(window: MainWindow) -> DevicePage:
    sample_in(window)
    # The step opens once a backup has been read back.
    good = Backup(bag="bag", bag_id="x", checked_id="x", checked_on=date(2026, 11, 22), faults=0)
    window.session.edit(replace(window.session.case, backup=good))
    window.show_step(Step.DEVICE)
    page = window.workspace.wizard.page(Step.DEVICE)
    assert isinstance(page, DevicePage)
    return page


def test_a_task_is_ticked_from_the_keyboard_and_the_next_one_is_offered(
    open_window: OpenWindow, qtbot: QtBot, store: Store, today: date
) -> None:
    window = open_window("zh")
    page = _page(window)
    first = page.lines[Task.STOP_SALES].box.box
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Space)
    window.session.flush()
    case = list_cases(store)[-1]
    assert DeviceTask(case.terminals[0].id, Task.STOP_SALES, today) in case.device_tasks
    assert page.lines[Task.PRINT_DETAIL].box.box.isEnabled()


def test_settling_waits_and_says_for_what(open_window: OpenWindow) -> None:
    page = _page(open_window("en"))
    settle = page.lines[Task.SETTLE].box.box
    assert not settle.isEnabled()
    assert "reversals" in settle.accessibleDescription()


def test_the_numbers_of_the_print_reach_the_case(open_window: OpenWindow, qtbot: QtBot, store: Store) -> None:
    window = open_window("en")
    fields = _page(window).lines[Task.SETTLE].print_fields
    assert fields is not None
    qtbot.keyClicks(fields.batch, "000123")
    qtbot.keyClicks(fields.sale_count, "3x")
    qtbot.keyClicks(fields.sale, "128.5")
    window.session.flush()
    case = list_cases(store)[-1]
    kept = print_of(case.last_prints, case.terminals[0].id)
    assert (kept.batch, kept.sale_count, kept.sale_fen) == ("000123", 3, 128_50)


def test_no_field_of_the_step_asks_for_a_password(open_window: OpenWindow) -> None:
    names = [each.accessibleName().lower() for each in _page(open_window("en")).findChildren(QLineEdit)]
    assert names
    assert not [name for name in names if "password" in name or "code" in name]


def test_the_print_is_compared_with_the_bills_of_its_day(
    open_window: OpenWindow, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window("en")
    page = _page(window)
    case = window.session.case
    terminal = case.terminals[0].id

    def of_day(_store: object, _case_id: int, day: date) -> DayTakings:
        return DayTakings(128_50, 2, 0, 0) if day == today else DayTakings(0, 0, 0, 0)

    monkeypatch.setattr("pos_closeout.ui.wizard.steps.device.page.takings_of_day", of_day)
    settled = replace(
        case,
        device_tasks=(DeviceTask(terminal, Task.SETTLE, today),),
        last_prints=(LastPrint(terminal, sale_fen=128_50, sale_count=2),),
    )
    window.session.edit(settled)
    shown = page.lines[Task.COMPARE].findChildren(QLabel)
    assert [each.text() for each in shown if "They agree" in each.text()]
    window.session.edit(replace(settled, last_prints=(LastPrint(terminal, sale_fen=100_00),)))
    shown = page.lines[Task.COMPARE].findChildren(QLabel)
    assert [each.text() for each in shown if "They differ" in each.text()]


def test_a_photo_dropped_onto_a_task_is_kept_opened_and_taken_off(
    open_window: OpenWindow, qtbot: QtBot, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window("zh")
    line = _page(window).lines[Task.STOP_SALES]
    photo = tmp_path / "告示.jpg"
    photo.write_bytes(b"photo")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(photo))])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    line.dropEvent(QDropEvent(QPointF(5, 5), action, dropped, button, Qt.KeyboardModifier.NoModifier))
    (kept,) = list_cases(store)[-1].device_files
    assert (kept.task, kept.name, kept.size) == (Task.STOP_SALES, "告示.jpg", 5)
    seen: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: seen.append(url.toLocalFile()))
    named = {each.accessibleName(): each for each in line.files.findChildren(QPushButton)}
    qtbot.mouseClick(named["打开 告示.jpg"], Qt.MouseButton.LeftButton)
    assert [Path(path).read_bytes() for path in seen] == [b"photo"]
    qtbot.mouseClick(named["把 告示.jpg 移到回收文件夹"], Qt.MouseButton.LeftButton)
    assert list_cases(store)[-1].device_files == ()
    assert not Path(seen[0]).exists()


def test_a_photo_that_is_not_there_is_told_and_nothing_is_kept(
    open_window: OpenWindow, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(Context, "tell", lambda _self, _over, error: told.append(error.message_id))
    page = _page(open_window("en"))
    page.lines[Task.STOP_SALES].files_given.emit([tmp_path / "gone.jpg"])
    assert told == ["file.not_found"]
    assert list_cases(store)[-1].device_files == ()
