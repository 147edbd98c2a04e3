from collections.abc import Callable, Generator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pos_closeout.domain.errors import DataFolderError
from pos_closeout.ui.context import Context
from pos_closeout.ui.widgets import editor_dialog
from pos_closeout.ui.widgets.editor_dialog import DialogLook
from pos_closeout.ui.widgets.form_dialog import DialogField, FieldType, FormDialog
from tests.ui.at_hand import dressed, type_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@dataclass(frozen=True)
class Visit:
    who: str = ""
    on: date | None = None


class VisitEditor(FormDialog[Visit]):
    def __init__(self, context: Context, parent: QWidget, keep: Callable[[Visit], None]) -> None:
        super().__init__(context, Visit(), parent)
        self._keep = keep
        who = DialogField("who", "Who", offers=("Mr Li", "Mrs Wang"))
        self.build(DialogLook("Visit", "A visit", "at the shop"), [[who], [DialogField("on", "On", FieldType.DATE)]])

    def faults(self, value: Visit) -> dict[str, str]:
        return {} if value.who else {"who": "Please say who."}

    def keep_value(self, value: Visit) -> None:
        self._keep(value)


@pytest.fixture(scope="module")
def context(qapp: QApplication, resources: Path) -> Generator[Context]:
    with dressed(qapp, resources) as made:
        yield made


@pytest.fixture
def kept() -> list[Visit]:
    return []


@pytest.fixture
def editor(qtbot: QtBot, context: Context, kept: list[Visit]) -> Generator[VisitEditor]:
    over = QWidget()
    qtbot.addWidget(over)
    made = VisitEditor(context, over, kept.append)
    made.open()
    QApplication.processEvents()
    yield made
    # Held until here: the window the dialog stands over takes it along.
    over.close()


def test_a_fault_stands_beside_its_field_and_goes_when_that_is_edited(editor: VisitEditor, kept: list[Visit]) -> None:
    editor.accept()
    who = editor.line("who")
    assert editor.isVisible()
    assert who.accessibleDescription() == "Please say who."
    assert who.hasFocus()
    type_text(who, "L")
    assert who.accessibleDescription() == ""
    assert kept == []


def test_offered_words_are_put_into_the_line_and_kept(editor: VisitEditor, kept: list[Visit], qtbot: QtBot) -> None:
    chip = next(each for each in editor.findChildren(QPushButton) if each.text() == "Mrs Wang")
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    editor.accept()
    assert kept == [Visit("Mrs Wang")]
    assert not editor.isVisible()


def test_what_cannot_be_kept_is_told_and_stays_in_the_dialog(qtbot: QtBot, context: Context) -> None:
    def fail(visit: Visit) -> None:
        raise DataFolderError("store.disk_full", what=visit.who)

    over = QWidget()
    qtbot.addWidget(over)
    editor = VisitEditor(context, over, fail)
    editor.open()
    type_text(editor.line("who"), "Mr Li")
    editor.accept()
    assert editor.isVisible()
    assert editor._problem.accessibleName()
    assert editor.value() == Visit("Mr Li")


def test_a_day_that_cannot_be_read_is_neither_kept_nor_thrown_away_unasked(
    editor: VisitEditor, kept: list[Visit], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(editor_dialog, "may_discard", asked.append)
    type_text(editor.day("on"), "2026-13-45")
    editor.reject()
    assert asked == [editor]
    assert editor.isVisible()
    type_text(editor.line("who"), "Mr Li")
    editor.accept()
    assert kept == []
    assert editor._problem.accessibleName() == editor.day("on").verdict()
    editor.fields["on"].hide()
    editor.accept()
    assert kept == [Visit("Mr Li")]
