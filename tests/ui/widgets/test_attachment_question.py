"""A document with a card number is asked about before it is kept; looking into it happens beside the window."""

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QProgressDialog, QWidget
from pytestqt.qtbot import QtBot

from pos_closeout.ui.widgets import attachment_question
from pos_closeout.ui.widgets.attachment_question import files_to_keep


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    made = []
    for name, text in (("clean.docx", "没有卡号"), ("card.docx", "卡号 6222 0210 0100 0004")):
        document = docx.Document()
        document.add_paragraph(text)
        document.save(str(tmp_path / name))
        made.append(tmp_path / name)
    return made


@pytest.mark.parametrize(("answer", "kept"), [("Yes", 2), ("No", 1)])
def test_the_owner_decides_about_a_document_that_shows_a_card_number(
    qtbot: QtBot, files: list[Path], monkeypatch: pytest.MonkeyPatch, answer: str, kept: int
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    asked: list[str] = []

    def question(_parent: QWidget, _title: str, text: str, *_given: object) -> QMessageBox.StandardButton:
        asked.append(text)
        return QMessageBox.StandardButton[answer]

    monkeypatch.setattr(QMessageBox, "question", question)
    assert files_to_keep(parent, files) == files[:kept]
    (text,) = asked
    assert "card.docx" in text


def test_cancel_leaves_off_looking_and_keeps_the_files(
    qtbot: QtBot, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    def endless(_files: list[Path], stopped: object) -> list[Path]:
        while not stopped():  # type: ignore[operator]
            QApplication.instance().thread().usleep(1000)  # type: ignore[union-attr]
        return []

    monkeypatch.setattr(attachment_question, "files_with_cards", endless)

    def cancel() -> None:
        (dialog,) = parent.findChildren(QProgressDialog)
        dialog.cancel()

    QTimer.singleShot(300, cancel)
    assert files_to_keep(parent, files) == files
