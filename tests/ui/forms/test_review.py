"""The review of a form: both sides go together, nothing is written before a click, and the copy is kept."""

import json
import time
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from threading import Event, current_thread, main_thread
from typing import Any

import docx
import pypdfium2
import pytest
from PIL import Image
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QProgressDialog, QPushButton
from pytestqt.qtbot import QtBot

from pos_closeout.actions.cases.case_json import import_case
from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.forms.forms import InspectedForm, rematched
from pos_closeout.domain.errors import CloseoutError
from pos_closeout.domain.forms.form import Entry, Outcome, Why
from pos_closeout.domain.phases import Step
from pos_closeout.ui.forms import controller
from pos_closeout.ui.shell.main_window import MainWindow
from tests.forms.hostile_forms import hostile_forms
from tests.forms.sample_forms import SAMPLES
from tests.ui.conftest import OpenWindow, _evening


@pytest.fixture
def window(open_window: OpenWindow, store: Store, today: object) -> MainWindow:
    """A window on the case that the sample forms were made for."""
    text = (SAMPLES / "case.json").read_text(encoding="utf-8")
    now = _evening(today)  # type: ignore[arg-type]
    case = import_case(store, text, now.date(), now)
    shown = open_window()
    shown.open_case(case.id)
    shown.show_step(Step.APPLICATION)
    return shown


def show(qtbot: QtBot, window: MainWindow, name: str) -> dict[str, Entry]:
    with qtbot.waitSignal(window.workspace.form_shown):
        window.take_files([SAMPLES / name])
    return entries(window)


def entries(window: MainWindow) -> dict[str, Entry]:
    form = window.workspace.forms._form
    assert form is not None
    return dict(form.entries)


def key_of(found: dict[str, Entry], label: str, outcome: Outcome | None = None) -> str:
    return next(
        key for key, each in found.items()
        if each.place.label.replace(" ", "").startswith(label) and outcome in {None, each.outcome}
    )  # fmt: skip


@pytest.mark.parametrize(
    "name", ["S1-docx-4col.docx", "S5-merged.xlsx", "S6-acroform.pdf", "S7-flat-table.pdf", "S8-scan.jpg"]
)
def test_a_dropped_form_is_shown_with_all_its_places(qtbot: QtBot, window: MainWindow, name: str) -> None:
    found = show(qtbot, window, name)
    page = window.workspace.forms.page
    assert page.isVisible()
    assert {key for key in found if page.picture.box_of(key).isValid()} == set(found)


def test_a_scan_is_known_for_a_form_wherever_it_is_dropped(qtbot: QtBot, window: MainWindow) -> None:
    window.show_step(Step.IDENTITY)
    assert len(show(qtbot, window, "S8-scan.jpg")) > 8
    assert show(qtbot, window, "S7-flat-table.pdf")
    # And from the page of another form.
    assert show(qtbot, window, "S8-scan.jpg")


def test_a_photo_without_a_table_is_no_form(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    photo = tmp_path / "slip.png"
    Image.effect_noise((900, 1200), 60).save(photo)
    window.show_step(Step.IDENTITY)
    with qtbot.waitSignal(window.workspace.form_refused):
        window.take_files([photo])


def test_reading_that_takes_long_is_told_and_can_be_stopped(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(*_given: object, cancelled: Callable[[], bool], **_named: object) -> None:
        while not cancelled():
            time.sleep(0.01)
        raise CloseoutError("statement.cancelled", name="x")

    monkeypatch.setattr(controller, "inspect_form", endless)
    forms = window.workspace.forms
    forms.read(SAMPLES / "S1-docx-4col.docx")
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(QProgressDialog)))
    (dialog,) = (each for each in window.findChildren(QProgressDialog) if each.isVisible())
    assert "S1-docx-4col.docx" in dialog.labelText()
    dialog.findChildren(QPushButton)[0].click()
    qtbot.waitUntil(lambda: not forms.reading)
    assert not any(each.isVisible() for each in window.findChildren(QProgressDialog))


def test_names_of_places_have_room_from_the_first_form_on(qtbot: QtBot, window: MainWindow) -> None:
    show(qtbot, window, "S1-docx-4col.docx")
    places = window.workspace.forms.page.places
    assert places.columnWidth(0) > 0.3 * places.viewport().width()


def test_a_click_on_the_picture_chooses_the_line_and_the_other_way_round(qtbot: QtBot, window: MainWindow) -> None:
    found = show(qtbot, window, "S1-docx-4col.docx")
    page, key = window.workspace.forms.page, key_of(found, "商户编号")
    qtbot.mouseClick(page.picture, Qt.MouseButton.LeftButton, pos=page.picture.box_of(key).center().toPoint())
    assert page.places.current_key() == key
    assert page.value.text() == "842301254110237"
    other = key_of(found, "商户地址")
    page.places.choose(other)
    assert page.picture.current == other


def test_a_proposal_is_written_with_one_key_and_a_value_is_changed_and_emptied(
    qtbot: QtBot, window: MainWindow
) -> None:
    found = show(qtbot, window, "S1-docx-4col.docx")
    page, key = window.workspace.forms.page, key_of(found, "联系电话")
    assert found[key].outcome is Outcome.PROPOSE
    page.choose(key)
    qtbot.keyClick(page.places, Qt.Key.Key_Space)
    assert entries(window)[key].outcome is Outcome.WRITE
    page.value.setText("13900001111")
    qtbot.keyClick(page.value, Qt.Key.Key_Return)
    assert entries(window)[key].value == "13900001111"
    page.places.choose(key)
    qtbot.keyClick(page.places, Qt.Key.Key_Delete)
    assert (entries(window)[key].outcome, entries(window)[key].why) == (Outcome.LEAVE, Why.EMPTIED)


def test_what_the_case_does_not_know_is_asked_once_and_kept(qtbot: QtBot, window: MainWindow) -> None:
    case = window.session.case
    changed = json.loads((SAMPLES / "case.json").read_text(encoding="utf-8"))
    assert changed["merchant"]["agreement_number"] == case.merchant.agreement_number
    from dataclasses import replace

    window.session.edit(replace(case, merchant=replace(case.merchant, agreement_number="")))
    found = show(qtbot, window, "S1-docx-4col.docx")
    key = key_of(found, "协议编号")
    assert found[key].why is Why.NOT_KNOWN
    page = window.workspace.forms.page
    page.choose(key)
    page.value.setText("HT-9")
    qtbot.mouseClick(page.use, Qt.MouseButton.LeftButton)
    assert window.session.case.merchant.agreement_number == "HT-9"
    assert entries(window)[key].value == "HT-9"
    assert entries(window)[key].outcome is Outcome.WRITE


def test_a_part_is_taken_beside_the_window_and_loses_nothing_decided_meanwhile(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = show(qtbot, window, "S1-docx-4col.docx")
    forms, go_on, parts = window.workspace.forms, Event(), []
    made = rematched

    def slow(*given: Any) -> InspectedForm:
        assert go_on.wait(10)
        assert current_thread() is not main_thread()
        parts.append(given[0].mine)
        return made(*given)

    monkeypatch.setattr(controller, "rematched", slow)
    forms.page.part_taken.emit("A")
    forms.page.part_taken.emit("B")
    key = key_of(found, "商户地址")
    forms.page.emptied.emit(key)
    assert entries(window)[key].why is Why.EMPTIED
    go_on.set()
    qtbot.waitUntil(lambda: bool(parts) and not forms._matcher.running)
    assert parts[-1] == {"A", "B"}
    assert entries(window)[key].why is Why.EMPTIED


def test_the_filled_form_is_saved_and_a_copy_is_kept(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    show(qtbot, window, "S1-docx-4col.docx")
    target = tmp_path / "filled.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(target), ""))
    with qtbot.waitSignal(window.workspace.forms.kept):
        qtbot.mouseClick(window.workspace.forms.page.save, Qt.MouseButton.LeftButton)
    assert docx.Document(str(target)).tables[0].rows[0].cells[1].text == "武汉市江岸区老街坊便利店"
    kept = window.session.case.filled_forms
    assert [(each.name, each.version) for each in kept] == [("S1-docx-4col.docx", 1)]
    window.workspace.forms.page.back_asked.emit()
    assert window.workspace.wizard.step is Step.APPLICATION


@pytest.mark.parametrize("name", ["S6-acroform.pdf", "S7-flat-table.pdf", "S8-scan.jpg"])
def test_a_filled_form_is_printed_as_pictures_and_its_file_is_not_opened_here(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    opened: list[bytes] = []
    made = pypdfium2.PdfDocument.__init__

    def watched(self: pypdfium2.PdfDocument, source: bytes, *given: object, **named: object) -> None:
        opened.append(source)
        made(self, source, *given, **named)

    monkeypatch.setattr(pypdfium2.PdfDocument, "__init__", watched)
    printed: list[bytes] = []
    forms = window.workspace.forms
    monkeypatch.setattr(forms._printing, "print_pdf", lambda data, *_given: printed.append(data))
    show(qtbot, window, name)
    qtbot.mouseClick(forms.page.print, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(printed), timeout=60_000)
    assert opened == []
    page = PdfReader(BytesIO(printed[0])).pages[0]
    assert not page.extract_text()
    assert page.images[0].image is not None
    # As sharp as paper wants it: 300 to the inch.
    assert page.images[0].image.width == pytest.approx(float(page.mediabox.width) / 72 * 300, abs=2)


def test_a_field_is_laid_on_a_place_remembered_for_the_next_form_and_follows_the_case(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = show(qtbot, window, "S7-flat-table.pdf")
    key = next(key for key, each in found.items() if each.why is Why.OTHER_PART)
    window.workspace.forms.page.laid.emit(key, "merchant.email")
    assert entries(window)[key].value == "laojiefang@example.com"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(tmp_path / "a.pdf"), ""))
    with qtbot.waitSignal(window.workspace.forms.kept):
        qtbot.mouseClick(window.workspace.forms.page.save, Qt.MouseButton.LeftButton)
    again = show(qtbot, window, "S7-flat-table.pdf")
    assert (again[key].value, again[key].why) == ("laojiefang@example.com", Why.REMEMBERED)
    case = window.session.case
    window.session.edit(replace(case, merchant=replace(case.merchant, email="other@example.com")))
    qtbot.waitUntil(lambda: entries(window)[key].value == "other@example.com")
    assert entries(window)[key].why is Why.REMEMBERED


def test_a_hostile_form_is_told_in_a_sentence_and_the_next_one_is_shown(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.text()))
    forms = window.workspace.forms
    for path in hostile_forms(tmp_path):
        told.clear()
        forms.read(path)
        qtbot.waitUntil(lambda: not forms.reading, timeout=60_000)
        (sentence,) = told
        assert any(words in sentence for words in (path.name, "This form cannot be read"))
        assert forms.form is None
    assert show(qtbot, window, "S1-docx-4col.docx")


def test_closing_ends_the_reading_of_a_form(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    forms = window.workspace.forms
    forms.read(next(path for path in hostile_forms(tmp_path) if path.suffix == ".pdf"))
    forms.wait()
    qtbot.waitUntil(lambda: not forms.reading)
    assert forms.form is None
