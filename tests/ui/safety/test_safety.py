"""The window of safety copies, everything in one file, and deleting for good, from the menu to the disk."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from pos_closeout.actions.cases.cases import save_case
from pos_closeout.actions.data_folder import Store, open_data_folder
from pos_closeout.actions.safety.copies import list_copies, make_safety_copy
from pos_closeout.domain.errors import CloseoutError, DataFolderError
from pos_closeout.ui.context import Context
from pos_closeout.ui.safety.copies_dialog import CopiesDialog
from pos_closeout.ui.shell.main_window import MainWindow
from tests.ui.conftest import OpenWindow, sample_in

YES, NO = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Answer every question with yes and keep what was asked."""
    questions: list[str] = []

    def answered(_parent: object, _title: str, text: str, *_: object) -> QMessageBox.StandardButton:
        questions.append(text)
        return YES

    monkeypatch.setattr(QMessageBox, "question", answered)
    return questions


def _now(store: Store) -> datetime:
    return datetime.fromisoformat(store.timeline.for_case(store.cases.all()[0].id)[0].at)


def _choose(window: MainWindow, text: str) -> None:
    action = next(each for each in window.findChildren(QAction) if text in each.text().replace("&", ""))
    action.trigger()


def _banners(window: MainWindow) -> str:
    return " ".join(made.text() for made in window.findChildren(QLabel) if made.isVisibleTo(window))


def _shown(window: MainWindow, qtbot: QtBot) -> CopiesDialog:
    _choose(window, "Safety copies")
    (dialog,) = window.findChildren(CopiesDialog)
    qtbot.waitUntil(lambda: dialog.table.rowCount() > 0)
    return dialog


def test_the_window_lists_copies_with_what_is_inside_and_makes_one(
    open_window: OpenWindow, store: Store, qtbot: QtBot
) -> None:
    window = open_window()
    sample_in(window)
    make_safety_copy(store, _now(store))
    dialog = _shown(window, qtbot)
    cells = [dialog.table.item(0, column) for column in range(dialog.table.columnCount())]
    texts = [cell.text() for cell in cells if cell is not None]
    assert texts[1:3] == ["this computer", "good"]
    assert "TJ-2026-0001" in texts[3]
    assert dialog.restore_button.isEnabled()
    dialog.make()
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 2)
    dialog.reject()


def test_a_damaged_copy_is_shown_as_one_and_cannot_be_restored(
    open_window: OpenWindow, store: Store, qtbot: QtBot
) -> None:
    window = open_window()
    sample_in(window)
    copy = make_safety_copy(store, _now(store)).copy
    copy.write_bytes(copy.read_bytes()[:9000])
    dialog = _shown(window, qtbot)
    state = dialog.table.item(0, 2)
    assert state is not None
    assert state.text() == "damaged"
    assert not dialog.restore_button.isEnabled()
    dialog.reject()


def test_a_copy_that_is_restored_takes_the_place_once_nothing_is_open(
    open_window: OpenWindow, store: Store, qtbot: QtBot, asked: list[str], tmp_path: Path
) -> None:
    window = open_window()
    sample_in(window)
    now = _now(store)
    make_safety_copy(store, now)
    case = store.cases.all()[0]
    save_case(store, replace(case, merchant=replace(case.merchant, phone="later")), now)
    dialog, works = _shown(window, qtbot), list[Callable[[], object]]()
    window.replace_asked.connect(works.append)
    dialog.restore()
    assert "renamed and kept" in asked[0]
    window.close()
    store.close()
    works[0]()
    with open_data_folder(tmp_path / "data", now) as again:
        assert again.cases.all()[0].merchant.phone == case.merchant.phone


def test_a_second_place_on_the_same_disk_is_refused(
    open_window: OpenWindow, store: Store, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[CloseoutError] = []
    monkeypatch.setattr(Context, "tell", lambda _self, _where, error: told.append(error))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    window = open_window()
    sample_in(window)
    make_safety_copy(store, _now(store))
    dialog = _shown(window, qtbot)
    dialog.choose_place()
    assert [error.message_id for error in told] == ["copies.same_volume"]
    dialog.reject()


def test_everything_goes_into_one_file_and_comes_back(
    open_window: OpenWindow, qtbot: QtBot, asked: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "all.closeout"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(target), ""))
    window, works = open_window(), list[Callable[[], object]]()
    sample_in(window)
    _choose(window, "Everything in one file")
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: "read back" in _banners(window))
    window.replace_asked.connect(works.append)
    _choose(window, "Take in everything")
    assert "TJ-2026-0001" in asked[0]
    assert len(works) == 1


def test_a_case_is_deleted_for_good_after_the_law_was_read_and_two_answers(
    open_window: OpenWindow, store: Store, tmp_path: Path, asked: list[str]
) -> None:
    window = open_window()
    sample_in(window)
    shop = window.session.case.merchant.registered_name
    make_safety_copy(store, _now(store))
    _choose(window, "Delete for good")
    assert "law" in asked[0]
    assert len(asked) == 2
    assert store.cases.all() == ()
    assert "Deleted for good: TJ-2026-0001." in _banners(window)
    assert shop.encode() not in list_copies(tmp_path / "data")[0].path.read_bytes()


def test_no_is_no(open_window: OpenWindow, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QMessageBox, "question", lambda *_: NO)
    window = open_window()
    sample_in(window)
    _choose(window, "Delete for good")
    assert len(store.cases.all()) == 1


def test_an_answer_changed_elsewhere_stays_and_one_both_changed_is_named(
    open_window: OpenWindow, store: Store, tmp_path: Path
) -> None:
    window = open_window()
    sample_in(window)
    session, now = window.session, _now(store)
    with open_data_folder(tmp_path / "data", now) as other:
        (case,) = other.cases.all()
        save_case(other, replace(case, merchant=replace(case.merchant, email="verb@shop.cn", phone="1")), now)
    merchant = session.case.merchant
    session.edit(replace(session.case, merchant=replace(merchant, phone="2", agreement_number="X-1")))
    assert session.flush()
    (stored,) = store.cases.all()
    assert (stored.merchant.email, stored.merchant.phone, stored.merchant.agreement_number) == (
        "verb@shop.cn",
        "2",
        "X-1",
    )
    assert session.case == stored
    assert "Changed elsewhere" in _banners(window)
    assert ("1", "2") in [(line.old, line.new) for line in store.timeline.for_case(stored.id)]


def test_a_folder_that_goes_under_the_open_window_is_told(open_window: OpenWindow, tmp_path: Path, today: date) -> None:
    window = open_window()
    sample_in(window)
    (tmp_path / "data").rename(tmp_path / "moved")
    window.session.edit(replace(window.session.case, merchant=replace(window.session.case.merchant, phone="3")))
    assert not window.session.flush()
    assert "no longer where it was" in _banners(window)
    window.safety.write_to(tmp_path / "rescued.closeout")
    assert (tmp_path / "rescued.closeout").exists()
    (tmp_path / "moved").rename(tmp_path / "data")
    assert window.session.flush()


def test_what_is_wrong_with_the_copy_of_the_day_is_told_at_the_top(open_window: OpenWindow) -> None:
    window = open_window()
    window.tell_error(window.context.sentence(DataFolderError("store.read_only", path="E")))
    assert "can be read but not changed" in _banners(window)
