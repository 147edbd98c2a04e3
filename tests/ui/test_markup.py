"""Words from outside are words: markup in every field of a case, and nothing on the screen opens a file for it."""

import ast
import ctypes
import os
import struct
from collections.abc import Generator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QMessageBox, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from pos_closeout.actions.data_folder import Store
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.phases import Step
from pos_closeout.guidance import Guidance
from pos_closeout.paths import find_paths
from pos_closeout.ui.context import show_error
from pos_closeout.ui.plain_text import shown_plain
from pos_closeout.ui.shell.main_window import MainWindow
from tests.documents.sample_cases import REMOVAL, ledger
from tests.ui.conftest import OpenWindow

UI = Path(__file__).resolve().parents[2] / "src" / "pos_closeout"
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63606060000000040001f61738"
    "550000000049454e44ae426082"
)
IN_OPEN = 0x20
# The offscreen platform says so of every tool tip.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|propagateSizeHints)")
T = TypeVar("T")


class Bait:
    """A picture in a folder of its own, and whether anybody has opened it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.picture = folder / "p.png"
        self.picture.write_bytes(PICTURE)
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._watch = self._libc.inotify_init1(os.O_NONBLOCK)
        self._libc.inotify_add_watch(self._watch, os.fsencode(folder), IN_OPEN)

    @property
    def markup(self) -> str:
        """Words that load the picture where they are taken for a page."""
        return f"<img src='{self.picture.as_uri()}'><b>&amp;x</b>"

    def opened(self) -> list[str]:
        """Return the names that were opened since it was last asked."""
        try:
            told = os.read(self._watch, 65_536)
        except BlockingIOError:
            return []
        names = []
        while told:
            (length,) = struct.unpack_from("I", told, 12)
            names.append(told[16 : 16 + length].rstrip(b"\0").decode())
            told = told[16 + length :]
        return names

    def close(self) -> None:
        os.close(self._watch)


@pytest.fixture
def bait(tmp_path: Path) -> Generator[Bait]:
    made = Bait(tmp_path / "bait")
    yield made
    made.close()


def marked(value: T, markup: str) -> T:
    """Return a dataclass with markup in every text, at any depth."""
    changed: dict[str, Any] = {}
    for field in fields(value):  # type: ignore[arg-type]  # a dataclass
        old = getattr(value, field.name)
        if type(old) is str and field.name not in {"number", "stored_as", "sha256", "key", "path", "digest"}:
            changed[field.name] = markup
        elif is_dataclass(old):
            changed[field.name] = marked(old, markup)
        elif isinstance(old, tuple) and old and is_dataclass(old[0]):
            changed[field.name] = tuple(marked(each, markup) for each in old)
    return replace(value, **changed)  # type: ignore[type-var]  # as above


def hover(widget: QWidget) -> None:
    """Show every tool tip in a widget, those of its lists included, as the mouse would."""
    inside = (widget, *widget.findChildren(QWidget))
    texts = {each.toolTip() for each in inside}
    for each in inside:
        if isinstance(each, QAbstractItemView) and each.model() is not None:
            texts |= tips_of(each.model())
    for text in texts - {""}:
        QToolTip.showText(QPoint(10, 10), text, widget)
        QApplication.processEvents()
    QToolTip.hideText()


def tips_of(model: QAbstractItemModel) -> set[str]:
    told = set()
    for row in range(min(model.rowCount(QModelIndex()), 40)):
        for column in range(model.columnCount(QModelIndex())):
            text = model.data(model.index(row, column), Qt.ItemDataRole.ToolTipRole)
            told.add(text if isinstance(text, str) else "")
    return told


def guessing(widget: QWidget) -> list[str]:
    """Return the texts of labels that decide by themselves what their text is."""
    return [
        each.text()
        for each in widget.findChildren(QLabel)
        if each.textFormat() is Qt.TextFormat.AutoText and "<" in each.text() and not each.text().startswith("<qt>")
    ]


def open_marked(store: Store, bait: Bait, open_window: OpenWindow, today: date) -> tuple[MainWindow, Case]:
    moment = datetime.combine(today, time(18), UTC)
    case = store.cases.add(marked(replace(REMOVAL, id=0, number=""), bait.markup), moment)
    items = [marked(replace(item, id=0, case_id=case.id), bait.markup) for item in ledger(6)]
    store.items.add_many(items, moment)
    return open_window("en"), case


def test_the_bait_works(bait: Bait, qtbot: QtBot) -> None:
    box = QLabel(bait.markup)
    qtbot.addWidget(box)
    box.show()
    QApplication.processEvents()
    assert bait.opened() == ["p.png"]


def test_markup_in_every_field_opens_nothing(
    store: Store, bait: Bait, open_window: OpenWindow, qtbot: QtBot, today: date
) -> None:
    window, case = open_marked(store, bait, open_window, today)
    hover(window)
    window.open_case(case.id)
    for step in Step:
        window.show_step(step)
        QApplication.processEvents()
        hover(window)
        assert (step, bait.opened(), guessing(window)) == (step, [], [])
    window.show_list()
    QApplication.processEvents()
    hover(window)
    assert (bait.opened(), guessing(window)) == ([], [])


def test_a_box_about_an_error_shows_markup_as_it_stands(
    qapp: QApplication, bait: Bait, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shown(box: QMessageBox) -> int:
        box.show()
        QApplication.processEvents()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", shown)
    guidance = Guidance(find_paths(Path()).resources / "guidance")
    show_error(None, guidance, "en", BadInputError("statement.unreadable", name=bait.markup))
    assert bait.opened() == []


@pytest.mark.parametrize("text", ["<b>x</b>", "a < b & c", "1\n2 <i>", "<img src=//host/x>"])
def test_plain_text_shows_what_it_says(text: str) -> None:
    page = QTextDocument()
    page.setHtml(shown_plain(text))
    shown = page.toPlainText() if "<qt>" in shown_plain(text) else shown_plain(text)
    assert shown == text


def test_nothing_on_the_screen_is_given_words_that_it_may_take_for_a_page() -> None:
    """Tool tips and boxes get words of the program itself or what ``plain_text`` made of others."""
    found = []
    for path in [*(UI / "ui").rglob("*.py"), *(UI / "app").rglob("*.py")]:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            given = call.args[-1:] if name in {"setToolTip", "setInformativeText", "setWhatsThis"} else call.args[:1]
            if name in {"setToolTip", "setInformativeText", "setWhatsThis", "QLabel"} and not all(map(is_safe, given)):
                found.append(f"{path.name}:{call.lineno} {name}")
    # The tray's is no page; basic.label says that its text is plain.
    assert [each for each in found if not each.startswith(("tray.py", "basic.py"))] == []


def is_safe(argument: ast.expr) -> bool:
    if isinstance(argument, ast.Constant):
        return True
    if isinstance(argument, ast.Call):
        name = argument.func.attr if isinstance(argument.func, ast.Attribute) else getattr(argument.func, "id", "")
        return name in {"shown_plain", "tr", "translate"}
    return False
