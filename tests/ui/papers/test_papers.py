"""Papers on their way out: previewed, printed whole, written whole or not at all, and counted."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from pos_closeout.actions.cases.cases import list_cases
from pos_closeout.actions.data_folder import Store
from pos_closeout.domain.case.case import Case, LetterLanguage, Merchant
from pos_closeout.domain.errors import DocumentError
from pos_closeout.domain.phases import Step
from pos_closeout.ui.papers.files import letter_name, write_file
from pos_closeout.ui.papers.preview import print_to
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.wizard.field_path import write
from pos_closeout.ui.wizard.steps.application.page import ApplicationPage
from tests.ui.conftest import OpenWindow


@pytest.fixture
def at_letter(open_window: OpenWindow, qtbot: QtBot) -> tuple[MainWindow, ApplicationPage]:
    """A window with the sample case's letter on the screen."""
    window = open_window()
    window.open_sample()
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


def test_every_page_reaches_the_printer(at_letter: tuple[MainWindow, ApplicationPage], tmp_path: Path) -> None:
    _, page = at_letter
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(72)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    print_to(page.preview.document, printer)
    printed, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray((tmp_path / "printed.pdf").read_bytes()))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    printed.load(buffer)
    assert printed.pageCount() == page.preview.document.pageCount()


def test_a_file_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"document.not_written"):
        write_file(tmp_path / "nowhere" / "letter.pdf", b"%PDF")


def test_the_name_of_a_letter_is_one_that_windows_takes() -> None:
    case = Case(number="TJ-2026-0007", merchant=Merchant(trading_name='A/B:"店"?'), created_on=date(2026, 11, 22))
    assert letter_name(case) == "TJ-2026-0007-A_B__店__-v1"
