"""The sample forms: every place that is known is filled, and nothing else is."""

import re
import zipfile
from io import BytesIO

import docx
import openpyxl  # type: ignore[import-untyped]
import pypdf
import pytest

from pos_closeout.domain.forms.form import TICK, Entry, FormKind, Grid, Outcome, passage_of, passages, written
from pos_closeout.domain.forms.matching import match
from pos_closeout.forms.reading import fill, read_form
from pos_closeout.forms.word import read_word
from tests.forms.sample_forms import EXPECTED, FILLED, SAMPLES, place_named, sample_values, sheet_cells, vocabulary

_WORDS = {
    "choice.reason": "停业", "choice.action": "撤机", "choice.entity": "个体工商户",
}  # fmt: skip


def entries_of(name: str) -> dict[str, Entry]:
    return match(read_form(SAMPLES / name).form, vocabulary(), sample_values())


@pytest.mark.parametrize("name", FILLED)
def test_every_place_of_a_sample_is_written_or_proposed_and_no_other(name: str) -> None:
    read = read_form(SAMPLES / name)
    entries = match(read.form, vocabulary(), sample_values())
    sheet = sheet_cells(read.form) if read.form.kind is FormKind.SHEET else {}
    right: set[str] = set()
    for place, wanted in EXPECTED[name].items():
        value = wanted.lstrip("?")
        found = [each for each in place_named(read.form, entries, place, sheet) if each.value]
        fitting = [each for each in found if each.value in {value, value.lstrip("0")}]
        if wanted.startswith("?"):
            assert all(each.outcome is not Outcome.WRITE for each in found), place
        else:
            assert fitting, (place, wanted, found)
        right |= {each.place.key for each in fitting}
    wrong = {key: each for key, each in entries.items() if each.outcome is Outcome.WRITE and key not in right}
    assert not wrong


@pytest.mark.parametrize("name", FILLED)
def test_the_box_that_is_ticked_is_the_one_of_the_case(name: str) -> None:
    read = read_form(SAMPLES / name)
    for entry in match(read.form, vocabulary(), sample_values()).values():
        if entry.value == TICK:
            text = passage_of(read.form, entry.place).text
            assert re.match(rf"\s*(?:终端)?{_WORDS[entry.field]}", text[entry.place.end :])


@pytest.mark.parametrize(("name", "part"), [
    ("S1-docx-4col.docx", "word/document.xml"),
    ("S2-docx-lines.docx", "word/document.xml"),
    ("S3-docx-controls.docx", "word/document.xml"),
    ("S4-docx-bilingual-change.docx", "word/document.xml"),
    ("S5-merged.xlsx", "xl/worksheets/sheet1.xml"),
])  # fmt: skip
def test_one_part_of_a_file_changes_and_all_others_stay_to_the_byte(name: str, part: str) -> None:
    read = read_form(SAMPLES / name)
    values = {key: each.value for key, each in entries_of(name).items() if each.value}
    before = zipfile.ZipFile(SAMPLES / name)
    after = zipfile.ZipFile(BytesIO(fill(read, values).data))
    assert before.namelist() == after.namelist()
    assert [each for each in before.namelist() if before.read(each) != after.read(each)] == [part]


@pytest.mark.parametrize("name", [name for name in FILLED if not name.endswith(".pdf")])
def test_a_form_filled_with_nothing_is_the_same(name: str) -> None:
    read = read_form(SAMPLES / name)
    before, after = zipfile.ZipFile(SAMPLES / name), zipfile.ZipFile(BytesIO(fill(read, {}).data))
    assert all(before.read(each) == after.read(each) for each in before.namelist())


def test_other_programs_find_the_values_of_a_word_form() -> None:
    name = "S1-docx-4col.docx"
    data = fill(read_form(SAMPLES / name), written(entries_of(name))).data
    rows = [[cell.text for cell in row.cells] for row in docx.Document(BytesIO(data)).tables[0].rows]
    assert rows[0][1] == "武汉市江岸区老街坊便利店"
    assert rows[7] == ["1", "10237001", "N7NL00123456", "花桥店收银台"]
    assert re.fullmatch(r"300\.00 +元", rows[10][1])
    assert rows[12][1:] == ["终端编号", "", ""]


def test_controls_and_fields_of_word_hold_their_values() -> None:
    name = "S3-docx-controls.docx"
    data = fill(read_form(SAMPLES / name), written(entries_of(name))).data
    text = zipfile.ZipFile(BytesIO(data)).read("word/document.xml").decode()
    assert text.count("showingPlcHdr") == 0
    assert text.count("单击或点击此处输入文字") == 0
    assert text.count("<w:checked/>") == 1
    assert len(re.findall(r'<w14:checked w14:val="1"/>', text)) == 1
    assert text.count("☒") == 1
    again = read_word(data).form
    assert "2台" in [text.text for *_, text in passages(again)]


def test_a_sheet_keeps_the_looks_of_its_cells_and_its_numbers_are_text() -> None:
    name = "S5-merged.xlsx"
    data = fill(read_form(SAMPLES / name), written(entries_of(name))).data
    sheet = openpyxl.load_workbook(BytesIO(data)).active
    was = openpyxl.load_workbook(SAMPLES / name).active
    assert sheet is not None
    assert was is not None
    assert sheet["G3"].value == "842301254110237"
    assert sheet["B3"].border.left.style == was["B3"].border.left.style
    assert str(sheet["B6"].value).startswith("☑停业   □搬迁")
    assert sheet["B17"].value is None


def test_a_scan_has_its_ruled_cells_and_nothing_is_filled_by_itself() -> None:
    for name in ("S8-scan.pdf", "S8-scan.jpg"):
        read = read_form(SAMPLES / name)
        assert read.form.kind is FormKind.PICTURE
        assert [len(block.cells) for block in read.form.blocks if isinstance(block, Grid)] == [38]
        assert not written(match(read.form, vocabulary(), sample_values()))


def test_a_pdf_without_its_fields_still_names_them_by_what_stands_beside() -> None:
    assert pypdf.PdfReader(SAMPLES / "S6-acroform.pdf").get_fields()
    told = {each.place.label: each.value for each in entries_of("S6-acroform.pdf").values() if each.value}
    assert told["商户编号"] == "842301254110237"
