"""Whatever is pasted, a field takes what it may hold, at once, and the window goes on."""

import ast
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from datetime import time as clock
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QAction, QInputMethodEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextBrowser,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from pos_closeout.actions.data_folder import Store
from pos_closeout.domain.phases import Step
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.widgets import editor_dialog
from pos_closeout.ui.widgets.field import TextEdit
from tests.documents.sample_cases import REMOVAL, ledger
from tests.ui.conftest import OpenWindow

UI = Path(__file__).resolve().parents[2] / "src" / "pos_closeout" / "ui"
LONGEST = 4_000
RARE = "\U0002c056"
PASTED = {"a": "a" * (1 << 20), "rare": RARE * (1 << 18), "lines": "一行\n" * (1 << 18)}
MAKERS = {"QLineEdit", "QPlainTextEdit", "QTextEdit"}


def fill(window: QWidget, text: str) -> list[QWidget]:
    """Paste a text into every field of a window that takes one."""
    clipboard, found = QApplication.clipboard(), list[QWidget]()
    clipboard.setText(text)
    for line in window.findChildren(QLineEdit):
        if not line.isReadOnly() and line.isEnabled():
            line.selectAll()
            line.paste()
            found.append(line)
    boxes: list[QPlainTextEdit | QTextEdit] = [*window.findChildren(QPlainTextEdit), *window.findChildren(QTextEdit)]
    for box in boxes:
        if not (box.isReadOnly() or isinstance(box, QTextBrowser)):
            box.selectAll()
            box.paste()
            found.append(box)
    return found


def with_case(open_window: OpenWindow, store: Store, today: date) -> MainWindow:
    moment = datetime.combine(today, clock(18), UTC)
    case = store.cases.add(replace(REMOVAL, id=0, number=""), moment)
    store.items.add_many((replace(item, id=0, case_id=case.id) for item in ledger(3)), moment)
    window = open_window("en")
    window.open_case(case.id)
    return window


def held(field: QWidget) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", PASTED)
def test_a_megabyte_pasted_into_every_field_of_every_page_is_cut_at_once(
    open_window: OpenWindow, store: Store, qtbot: QtBot, today: date, kind: str
) -> None:
    window = with_case(open_window, store, today)
    count = 0
    for step in Step:
        window.show_step(step)
        QApplication.processEvents()
        began = time.process_time()
        fields = fill(window, PASTED[kind])
        took = time.process_time() - began
        count += len(fields)
        assert max((len(held(field)) for field in fields), default=0) <= LONGEST, step
        assert took < 0.5 * max(len(fields), 4), (step, took)
        for field in fields:
            held(field).encode()
    assert count > 60
    assert window.session.flush()
    assert len(store.cases.get(window.session.case.id).merchant.registered_name) <= LONGEST


@pytest.mark.parametrize("menu", ["Search everything", "Settings", "Archive", "Library", "History", "(entry)"])
def test_dialogs_are_no_exception(
    open_window: OpenWindow, store: Store, today: date, monkeypatch: pytest.MonkeyPatch, menu: str
) -> None:
    monkeypatch.setattr(editor_dialog, "may_discard", lambda _dialog: True)
    window = with_case(open_window, store, today)
    dialogs = opened(window, menu)
    fields = [field for dialog in dialogs for field in fill(dialog, PASTED["a"])]
    assert fields
    assert max(len(held(field)) for field in fields) <= LONGEST
    for dialog in dialogs:
        dialog.close()


def opened(window: MainWindow, menu: str) -> list[QDialog]:
    if menu == "(entry)":
        window.show_list()
        QApplication.processEvents()
        add = next(each for each in window.findChildren(QPushButton) if each.isVisible() and "Add" in each.text())
        add.click()
    for action in window.findChildren(QAction):
        if menu in action.text().replace("&", ""):
            action.trigger()
            break
    return [each for each in window.findChildren(QDialog) if each.isVisible()]


def test_every_field_is_made_in_one_place_that_bounds_it() -> None:
    """Beside ``widgets/field.py`` only fields that bound themselves are made."""
    found = []
    for path in UI.rglob("*.py"):
        tree, text = ast.parse(path.read_text("utf-8")), path.read_text("utf-8")
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in MAKERS:
                found.append(f"{path.name} {getattr(node.func, 'id', '')}")
            if isinstance(node, ast.ClassDef) and MAKERS & {getattr(base, "id", "") for base in node.bases}:
                assert "setMaxLength(" in text or path.name == "field.py", path.name
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "setEditable":
                assert "setMaxLength(" in text, path.name
    assert found == ["field.py QLineEdit"]


@pytest.mark.parametrize("way", ["pasted", "set", "composed", "typed"])
def test_text_is_cut_however_it_comes_and_never_in_the_middle_of_a_sign(qtbot: QtBot, way: str) -> None:
    box = TextEdit(9)
    qtbot.addWidget(box)
    heard: list[int] = []
    box.textChanged.connect(lambda: heard.append(len(box.toPlainText())))
    text = RARE * 8
    ways: dict[str, Callable[[], object]] = {
        "pasted": lambda: box.insertFromMimeData(mime(text)),
        "set": lambda: box.setPlainText(text),
        "composed": lambda: QApplication.sendEvent(box, composed(text)),
        "typed": lambda: list(map(box.insertPlainText, text)),
    }
    ways[way]()
    assert box.toPlainText() == RARE * 4
    assert max(heard) <= 4 or way != "set"


def mime(text: str) -> QMimeData:
    made = QMimeData()
    made.setText(text)
    return made


def composed(text: str) -> QInputMethodEvent:
    event = QInputMethodEvent()
    event.setCommitString(text)
    return event
