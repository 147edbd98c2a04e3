"""Lists, posters and reports are shown before they are printed; Ctrl+P prints what belongs to the page."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from pos_closeout.domain.phases import Step
from pos_closeout.ui.papers.paper_dialog import PaperDialog
from pos_closeout.ui.papers.print_controller import PrintController
from pos_closeout.ui.shell.main_window import MainWindow
from tests.ui.conftest import OpenWindow, sample_in

Printed = list[tuple[bytes, str]]


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> Printed:
    got: Printed = []
    monkeypatch.setattr(PrintController, "print_pdf", lambda _self, data, title, *_: got.append((data, title)))
    return got


def shown(window: MainWindow, qtbot: QtBot) -> PaperDialog:
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(PaperDialog)))
    return next(each for each in window.findChildren(PaperDialog) if each.isVisible())


def text_of(dialog: PaperDialog) -> str:
    document = dialog.preview.document
    told = "".join(document.getAllText(number).text() for number in range(document.pageCount()))
    return "".join(told.split())


def print_by_key(window: MainWindow) -> None:
    action = next(each for each in window.findChildren(type(window.menuBar().actions()[0])) if _prints(each.shortcut()))
    action.trigger()


def _prints(shortcut: object) -> bool:
    from PySide6.QtGui import QKeySequence

    return shortcut == QKeySequence(QKeySequence.StandardKey.Print)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("step", "words"),
    [
        (Step.IMPACT, {"zh": "影响", "en": "Impact"}),
        (Step.OPEN_ITEMS, {"zh": "未结清单", "en": "Outstanding list"}),
        (Step.CONTACT, {"zh": "通话提纲", "en": "Call script"}),
        (Step.NOTICES, {"zh": "告示", "en": "Poster"}),
        (Step.FOLLOW_UP, {"zh": "报告", "en": "Closing report"}),
    ],
)
def test_ctrl_p_shows_the_paper_of_the_step_and_prints_it(
    open_window: OpenWindow, qtbot: QtBot, printed: Printed, *, step: Step, words: dict[str, str], language: str
) -> None:
    window = open_window(language)
    sample_in(window)
    window.show_step(step)
    print_by_key(window)
    dialog = shown(window, qtbot)
    assert words[language] in dialog.windowTitle()
    assert text_of(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    ((data, title),) = printed
    assert data.startswith(b"%PDF")
    assert title == dialog.windowTitle()


@pytest.mark.parametrize("step", [Step.PURPOSE, Step.IDENTITY, Step.ELIGIBILITY, Step.BACKUP, Step.DEVICE])
def test_where_a_step_has_no_paper_those_of_the_case_are_offered(
    open_window: OpenWindow, qtbot: QtBot, printed: Printed, step: Step
) -> None:
    window = open_window()
    sample_in(window)
    window.show_step(step)
    print_by_key(window)
    (box,) = (each for each in window.findChildren(QMessageBox) if each.isVisible())
    assert "no paper of its own" in box.text()
    next(each for each in box.buttons() if "outstanding" in each.text()).click()
    assert "Outstandingitems" in text_of(shown(window, qtbot))
    assert printed == []


def test_ctrl_p_on_the_list_prints_what_the_filter_shows(
    open_window: OpenWindow, qtbot: QtBot, printed: Printed
) -> None:
    window = open_window()
    sample_in(window)
    window.show_list()
    page = window.workspace.list_page
    items = list(page._table.result.items())
    page._filter.search.setText(items[0].reference or items[0].counterparty)
    left = list(page._table.result.items())
    assert 0 < len(left) < len(items)
    print_by_key(window)
    told = text_of(shown(window, qtbot))
    assert told.count("☐") == len(left)


def test_a_paper_is_saved_from_where_it_is_shown(
    open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window = open_window()
    sample_in(window)
    window.show_step(Step.NOTICES)
    print_by_key(window)
    dialog = shown(window, qtbot)
    proposed: list[str] = []

    def choose(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        proposed.append(Path(name).name)
        return str(tmp_path / "poster v1.2"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    save = next(each for each in dialog.findChildren(QPushButton) if "Save" in each.text())
    save.click()
    assert (tmp_path / "poster v1.2.pdf").read_bytes().startswith(b"%PDF")
    assert proposed[0].endswith("Poster.pdf")
    assert any("poster v1.2.pdf" in each.text() for each in dialog.findChildren(QLabel))
    assert dialog.isVisible()
