"""All papers of an application at once: ticked, in their order, as often as wanted, as one job or one file."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from pos_closeout.domain.case.issued_papers import PaperKind
from pos_closeout.domain.papers.fitting_papers import issued_version
from pos_closeout.domain.phases import Step
from pos_closeout.ui.papers import print_controller as printing
from pos_closeout.ui.papers.envelope_dialog import EnvelopeDialog
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.wizard.steps.application.page import ApplicationPage
from tests.ui.conftest import OpenWindow, sample_in


@pytest.fixture
def dialog(open_window: OpenWindow, qtbot: QtBot) -> tuple[MainWindow, EnvelopeDialog]:
    window = open_window()
    sample_in(window)
    window.show_step(Step.APPLICATION)
    page = window.workspace.wizard.page(Step.APPLICATION)
    assert isinstance(page, ApplicationPage)
    page.envelope_asked.emit()
    (made,) = window.findChildren(EnvelopeDialog)
    return window, made


def press(dialog: EnvelopeDialog, words: str) -> None:
    next(each for each in dialog.findChildren(QPushButton) if words in each.text()).click()


def test_the_letter_comes_twice_and_only_an_accepted_job_counts(
    dialog: tuple[MainWindow, EnvelopeDialog], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, shown = dialog
    sent: list[bytes] = []
    monkeypatch.setattr(printing, "printer_names", lambda: ["Laser"])
    monkeypatch.setattr(printing, "ask_for_printer", lambda *_: True)
    monkeypatch.setattr(printing, "takes_pdf", lambda: True)
    monkeypatch.setattr(printing, "send_sheets", lambda data, *_: sent.append(data))
    kinds = [kind for kind, _ in shown.chosen()]
    assert dict(shown.chosen())[PaperKind.LETTER] == 2
    before = {kind: issued_version(window.session.case, kind) for kind in kinds}
    press(shown, "Print")
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(QMessageBox)))
    assert all(issued_version(window.session.case, kind) == before[kind] + 1 for kind in kinds)
    text = ["".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(sent[0])).pages]
    assert text[0] in text[1:]


def test_what_is_not_ticked_stays_out_of_the_file(
    dialog: tuple[MainWindow, EnvelopeDialog], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    window, shown = dialog
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "all"), ""))
    boxes = shown.findChildren(QCheckBox)
    for box in boxes[1:]:
        box.setChecked(False)
    shown.findChildren(QComboBox)[0].setCurrentIndex(2)
    assert shown.chosen() == ((PaperKind.LETTER, 3),)
    press(shown, "Save")
    qtbot.waitUntil((tmp_path / "all.pdf").exists)
    assert window.session.case.letter.issued_version == 2
    assert len(PdfReader(io.BytesIO((tmp_path / "all.pdf").read_bytes())).pages) % 3 == 0


def test_nothing_ticked_is_nothing_to_print(dialog: tuple[MainWindow, EnvelopeDialog]) -> None:
    _, shown = dialog
    for box in shown.findChildren(QCheckBox):
        box.setChecked(False)
    assert not any(each.isEnabled() for each in shown.findChildren(QPushButton) if each.text() != "Cancel")
