"""Step 7: choosing, making, checking and copying, with real files."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pos_closeout.domain.case.backup import BackupProof, Material, proof
from pos_closeout.domain.case.case import EntityType
from pos_closeout.domain.phases import Step, StepState
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.wizard.steps.backup.move_editor import MoveEditor
from pos_closeout.ui.wizard.steps.backup.page import BackupPage
from tests.evidence.reader import read_bag
from tests.ui.conftest import OpenWindow, sample_in


def _button(parent: QWidget, name: str) -> QPushButton:
    return [each for each in parent.findChildren(QPushButton) if each.accessibleName().startswith(name)][-1]


def _editor(parent: QWidget, name: str) -> QLineEdit:
    return next(each for each in parent.findChildren(QLineEdit) if each.accessibleName().startswith(name))


def _press(qtbot: QtBot, button: QPushButton) -> None:
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    """A window with the sample case on step 7."""
    opened = open_window("en")
    sample_in(opened)
    opened.show_step(Step.BACKUP)
    return opened


@pytest.fixture
def page(window: MainWindow) -> BackupPage:
    found = window.workspace.wizard.page(Step.BACKUP)
    assert isinstance(found, BackupPage)
    return found


def _made(window: MainWindow, page: BackupPage, qtbot: QtBot, tmp_path: Path) -> Path:
    bill, bags = tmp_path / "微信账单2025-01.csv", tmp_path / "bags"
    bill.write_text("金额\n128.00\n", encoding="utf-8")
    bags.mkdir()
    page.chosen.add([str(bill), str(tmp_path / "gone.pdf")])
    page.bag.folder_chosen.emit(str(bags))
    _press(qtbot, _button(page, "Make the backup"))
    qtbot.waitUntil(lambda: proof(window.session.case.backup) is BackupProof.GOOD)
    return Path(window.session.case.backup.bag)


def test_a_backup_is_made_in_the_background_and_opens_the_device_step(
    window: MainWindow, page: BackupPage, qtbot: QtBot, tmp_path: Path
) -> None:
    assert window.workspace.situation().statuses[Step.DEVICE].state is StepState.LOCKED
    bag = _made(window, page, qtbot, tmp_path)
    read_bag(bag)
    statuses = window.workspace.situation().statuses
    assert statuses[Step.BACKUP].state is StepState.DONE
    assert statuses[Step.DEVICE].state is not StepState.LOCKED
    (bill, gone) = window.session.case.backup_sources
    assert (bill.material, gone.material) == (Material.BILLS, Material.OTHER)
    assert bill.first_month is not None
    assert window.session.case.backup.bag_left_out == 1


def test_a_damaged_backup_blocks_the_step_when_it_is_checked_again(
    window: MainWindow, page: BackupPage, qtbot: QtBot, tmp_path: Path
) -> None:
    bag = _made(window, page, qtbot, tmp_path)
    (bag / "data" / "program" / "case.json").write_text("{}")
    _press(qtbot, _button(page, "Check it again"))
    qtbot.waitUntil(lambda: proof(window.session.case.backup) is BackupProof.BAD)
    statuses = window.workspace.situation().statuses
    assert statuses[Step.BACKUP].state is StepState.BLOCKED
    assert statuses[Step.DEVICE].state is StepState.LOCKED


def test_the_second_copy_says_when_it_is_on_the_same_disk(
    window: MainWindow, page: BackupPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _made(window, page, qtbot, tmp_path)
    (tmp_path / "second").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "second"))
    _press(qtbot, _button(page, "Copy to another disk"))
    qtbot.waitUntil(lambda: bool(window.session.case.backup.copy))
    assert not window.session.case.backup.copy_apart
    read_bag(Path(window.session.case.backup.copy))
    _press(qtbot, _button(page, "Copy with numbers masked"))
    qtbot.waitUntil(lambda: bool(window.session.case.backup.masked))


def test_a_month_without_business_is_not_missing(window: MainWindow, page: BackupPage, qtbot: QtBot) -> None:
    chip = next(each for each in page.findChildren(QPushButton) if each.accessibleName().endswith(" missing"))
    month = chip.accessibleName().split()[0]
    _press(qtbot, chip)
    assert month in window.session.case.backup.nothing_in


def test_data_to_move_is_written_down_and_a_third_party_warned_about(
    window: MainWindow, page: BackupPage, qtbot: QtBot
) -> None:
    before = window.session.case.moves
    warned: list[bool] = []

    def fill() -> None:
        editor = QApplication.activeModalWidget()
        assert isinstance(editor, MoveEditor)
        qtbot.keyClicks(_editor(editor, "Who does it"), "Till company")
        qtbot.keyClicks(_editor(editor, "Entries before"), "126")
        qtbot.keyClicks(_editor(editor, "Entries after"), "125")
        editor.ticks["third_party"].set_checked(checked=True)
        warned.append(editor.warning.isVisible())
        _press(qtbot, _button(editor, "Save"))

    QTimer.singleShot(0, fill)
    _press(qtbot, _button(page, "Add data to move"))
    (*_, move) = window.session.case.moves
    assert len(window.session.case.moves) == len(before) + 1
    assert (move.who, move.count_before, move.count_after, move.third_party) == ("Till company", 126, 125, True)
    assert warned == [True]


def test_the_retention_table_is_shown_among_the_papers(window: MainWindow, page: BackupPage, qtbot: QtBot) -> None:
    _press(qtbot, _button(page, "Print the table"))
    assert window.workspace.wizard.step is Step.APPLICATION
    papers = window.workspace.wizard.page(Step.APPLICATION)
    assert _button(papers, "Retention table").isChecked()
    window.workspace.papers.wait()


def test_what_is_kept_how_long_stands_on_the_page_and_follows_the_kind_of_business(
    window: MainWindow, page: BackupPage, qtbot: QtBot
) -> None:
    def shown() -> str:
        return " | ".join(each.text() for each in page.kept.findChildren(QLabel))

    case = window.session.case
    window.session.edit(replace(case, merchant=replace(case.merchant, entity_type=EntityType.COMPANY)))
    assert "30 years · usual" in shown()
    case = window.session.case
    window.session.edit(replace(case, merchant=replace(case.merchant, entity_type=EntityType.SOLE_TRADER)))
    qtbot.waitUntil(lambda: "10 years · by law" in shown())
    months = page.kept.findChild(QLineEdit)
    assert months is not None
    months.setFocus()
    qtbot.keyClicks(months, "60")
    assert window.session.case.backup.keep_months == 60
    assert "5 years · your agreement" in shown()
