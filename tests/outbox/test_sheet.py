"""Spreadsheet and comma-separated text: numbers are numbers, days are days, and nothing is ever a formula."""

import csv
import io
import zipfile
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from pos_closeout.outbox.sheet import SheetCell, SheetTable, csv_file, shown, xlsx_file

DAY = date(2026, 11, 22)
DANGEROUS = ["=1+1", "+86 138", "-5", "@SUM(A1)", "\t=1", "\r=1", " =cmd|' /C calc'!A0", "＝1+1", "http://x.cn", "007"]


def table(*rows: tuple[SheetCell, ...]) -> SheetTable:
    return SheetTable("未结事项", ["文字", "金额（元）", "到期日"], rows)


def read_back(data: bytes) -> list[list[object]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()  # type: ignore[return-value]  # untyped cells


def test_amounts_are_numbers_and_days_are_days() -> None:
    assert read_back(xlsx_file(table(("王女士", 128_50, DAY), ("x", None, None)), DAY)) == [
        ["文字", "金额（元）", "到期日"],
        ["王女士", 128.5, DAY],
        ["x", "", ""],
    ]


def test_the_head_stays_and_amounts_show_two_decimals() -> None:
    with zipfile.ZipFile(io.BytesIO(xlsx_file(table(("长" * 40, 1, DAY)), DAY))) as parts:
        sheet, styles = parts.read("xl/worksheets/sheet1.xml").decode(), parts.read("xl/styles.xml").decode()
    assert 'state="frozen"' in sheet
    assert 'ySplit="1"' in sheet
    assert 'width="50.7109375"' in sheet
    assert "#,##0.00" in styles or 'numFmtId="4"' in styles
    assert "yyyy\\-mm\\-dd" in styles or "yyyy-mm-dd" in styles


def test_a_sheet_prints_across_on_one_page_width_with_its_head_repeated() -> None:
    with zipfile.ZipFile(io.BytesIO(xlsx_file(table(("王女士", 1, DAY)), DAY))) as parts:
        sheet, book = parts.read("xl/worksheets/sheet1.xml").decode(), parts.read("xl/workbook.xml").decode()
    assert 'orientation="landscape"' in sheet
    assert 'paperSize="9"' in sheet
    assert '<pageSetUpPr fitToPage="1"/>' in sheet
    assert 'fitToHeight="0"' in sheet
    assert "_xlnm.Print_Titles" in book
    assert "$1:$1" in book


def test_sums_stand_below_the_list_apart_from_its_filter() -> None:
    told = SheetTable("未结事项", ["文字", "金额（元）"], [("a", 1_00), ("b", 2_00)], lambda: [("应付合计", 3_00)])
    data = xlsx_file(told, DAY)
    assert read_back(data)[1:] == [["a", 1.0], ["b", 2.0], ["", ""], ["应付合计", 3.0]]
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert '<autoFilter ref="A1:B3"/>' in parts.read("xl/worksheets/sheet1.xml").decode()
    assert csv_file(told).decode("utf-8-sig").splitlines() == [
        "文字,金额（元）",
        "a,1.00",
        "b,2.00",
        "",
        "应付合计,3.00",
    ]


@given(texts=st.lists(st.sampled_from(DANGEROUS) | st.text(max_size=40), min_size=1, max_size=6))
def test_no_cell_of_a_spreadsheet_is_a_formula(texts: list[str]) -> None:
    data = xlsx_file(table(*((text, 1, None) for text in texts)), DAY)
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "<hyperlink" not in sheet
    assert len(read_back(data)) == len(texts) + 1


@pytest.mark.parametrize("text", DANGEROUS[:8])
def test_a_dangerous_cell_of_comma_separated_text_is_defused(text: str) -> None:
    (_, row) = csv.reader(io.StringIO(csv_file(table((text, 5, DAY))).decode("utf-8-sig"), newline=""))
    assert row == [f"'{text}", "0.05", "2026-11-22"]


@given(text=st.text(max_size=40))
def test_comma_separated_text_reads_back(text: str) -> None:
    data = csv_file(table((text, -1_00, None)))
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert len(rows) == 2
    assert rows[1][0].lstrip()[:1] not in {"=", "+", "-", "@"}
    assert rows[1][1] == "-1.00"


def test_the_same_table_gives_the_same_bytes() -> None:
    rows = (("王女士", 128_50, DAY),)
    assert xlsx_file(table(*rows), DAY) == xlsx_file(table(*rows), DAY)
    assert shown(None) == ""
