"""Papers on their way out: previewed, printed whole, written whole or not at all, and counted."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

import pos_closeout
from pos_closeout.actions.cases.cases import list_cases
from pos_closeout.actions.data_folder import Store
from pos_closeout.domain.case.case import Case, LetterLanguage, Merchant
from pos_closeout.domain.case.issued_papers import PaperKind
from pos_closeout.domain.phases import Step
from pos_closeout.ui.papers.files import ask_place, paper_name, with_suffix
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.wizard.field_path import write
from pos_closeout.ui.wizard.steps.application.page import ApplicationPage
from tests.ui.conftest import OpenWindow, sample_in


@pytest.fixture
def at_letter(open_window: OpenWindow, qtbot: QtBot) -> tuple[MainWindow, ApplicationPage]:
    """A window with the sample case's letter on the screen."""
    window = open_window()
    sample_in(window)
    window.show_step(Step.APPLICATION)
    page = window.workspace.wizard.page(Step.APPLICATION)
    assert isinstance(page, ApplicationPage)
    qtbot.waitUntil(lambda: page.preview.document.pageCount() > 0)
    return window, page


def shown(page: ApplicationPage) -> str:
    document = page.preview.document
    return "".join(document.getAllText(number).text() for number in range(document.pageCount()))


def test_the_preview_follows_an_edit_and_the_language_of_the_letter(
    at_letter: tuple[MainWindow, ApplicationPage], qtbot: QtBot
) -> None:
    window, page = at_letter
    window.session.edit(write(window.session.case, "letter.addressee", "Hangzhou Office"))
    qtbot.waitUntil(lambda: "Hangzhou Office" in shown(page))
    window.session.edit(write(window.session.case, "letter.language", LetterLanguage.ENGLISH))
    qtbot.waitUntil(lambda: "Application to Remove POS Terminals" in shown(page))


def test_a_saved_letter_is_a_version_and_the_same_letter_again_is_not_a_new_one(
    at_letter: tuple[MainWindow, ApplicationPage], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, store: Store
) -> None:
    window, page = at_letter
    target = tmp_path / "信 函.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.save_asked.emit()
    assert target.read_bytes().startswith(b"%PDF")
    told = [each.text() for each in window.findChildren(QLabel) if each.isVisible()]
    assert f"Saved: {target}" in told, "the window says where"
    assert list_cases(store)[0].letter.issued_version == 2
    page.save_asked.emit()
    assert window.session.case.letter.issued_version == 2
    window.session.edit(write(window.session.case, "letter.addressee", "Elsewhere"))
    page.save_asked.emit()
    assert window.session.case.letter.issued_version == 3


def test_characters_nobody_can_print_are_named_before_printing(
    at_letter: tuple[MainWindow, ApplicationPage], qtbot: QtBot
) -> None:
    window, page = at_letter
    window.session.edit(write(window.session.case, "letter.addressee", "Shop 😀"))
    qtbot.waitUntil(lambda: "😀" in page._problem.accessibleName())


@pytest.mark.parametrize(
    ("name", "suffix", "file"),
    [("list v1.2", ".xlsx", "list v1.2.xlsx"), ("a.PDF", ".pdf", "a.PDF"), ("letter", ".pdf", "letter.pdf")],
)
def test_what_stands_behind_a_dot_stays_in_the_name(name: str, suffix: str, file: str) -> None:
    assert with_suffix(name, suffix) == Path(file)


@pytest.mark.parametrize("replaced", [True, False])
def test_another_file_is_replaced_only_when_the_owner_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, *, replaced: bool
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    there = tmp_path / "list v1.2.xlsx"
    there.write_bytes(b"kept")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "list v1.2"), ""))

    def answer() -> None:
        box = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox))
        assert "list v1.2.xlsx" in box.text()
        box.buttons()[0 if replaced else 1].click()

    QTimer.singleShot(0, answer)
    assert ask_place(window, "Save", "list.xlsx", ".xlsx", "*.xlsx") == (there if replaced else None)


def test_every_file_is_asked_for_in_one_way() -> None:
    sources = Path(pos_closeout.__file__).parent.rglob("*.py")
    assert [each.name for each in sources if "getSaveFileName" in each.read_text("utf-8")] == ["files.py"]


def test_the_name_of_a_letter_is_one_that_windows_takes() -> None:
    case = Case(number="TJ-2026-0007", merchant=Merchant(trading_name='A/B:"店"?'), created_on=date(2026, 11, 22))
    assert paper_name(case, PaperKind.LETTER) == "TJ-2026-0007-A_B__店__-Application letter-v1"
    assert paper_name(case, PaperKind.FEES) == "TJ-2026-0007-A_B__店__-Objection to fees-v1"
