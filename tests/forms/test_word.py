"""Word files of every build: what is read, what is written, and what is refused."""

import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.forms.form import TICK, Entry, Outcome, passages, written
from pos_closeout.domain.forms.matching import match
from pos_closeout.domain.forms.values import Values
from pos_closeout.forms.reading import ReadForm, fill, read_form
from pos_closeout.forms.word import read_word, write_word
from tests.forms.sample_forms import sample_values, vocabulary

VOCABULARY = vocabulary()


def saved(document: object) -> bytes:
    written_to = BytesIO()
    document.save(written_to)  # type: ignore[attr-defined]  # python-docx has no type for what it makes
    return written_to.getvalue()


def table(rows: list[list[str]]) -> bytes:
    document = docx.Document()
    document.add_paragraph("商户撤机申请表")
    made = document.add_table(len(rows), len(rows[0]))
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            made.cell(row, column).text = text
    return saved(document)


def filled(data: bytes, values: Values | None = None) -> dict[str, str]:
    """Return what is written, by the name of the place."""
    return {
        each.place.label: each.value
        for each in match(read_word(data).form, VOCABULARY, values or sample_values()).values()
        if each.outcome is Outcome.WRITE
    }


def texts_after(data: bytes, values: dict[str, str]) -> list[str]:
    return [text.text for *_, text in passages(read_word(write_word(read_word(data), values)).form)]


def entries(data: bytes) -> dict[str, Entry]:
    return match(read_word(data).form, VOCABULARY, sample_values())


def test_two_and_six_columns_and_names_with_numbers_and_stars() -> None:
    told = filled(table([
        ["1、商户名称*", "", "二、商户编号：", "", "(3) 营业执照号", ""],
        ["经营地址", "", "备注", "", "押金（元）", ""],
    ]))  # fmt: skip
    assert told["1、商户名称*"] == "武汉市江岸区老街坊便利店"
    assert told["二、商户编号："] == "842301254110237"
    assert told["(3) 营业执照号"] == "92420102MA4L2Q7X57"
    assert told["押金（元）"] == "300.00"
    assert "备注" not in told


def test_a_name_and_its_room_in_one_cell() -> None:
    data = table([["商户名称：", "联系电话：          "], ["开户行：____________", "账号：____________"]])
    found = entries(data)
    texts = texts_after(data, written(found))
    assert "商户名称：武汉市江岸区老街坊便利店" in texts
    assert any(text.startswith("开户行：中国建设银行武汉花桥支行") for text in texts)
    assert "账号：____________" in texts


def test_values_below_their_names() -> None:
    told = filled(table([["商户名称", "商户编号", "法定代表人"], ["", "", ""], ["退网原因", "", ""]]))
    assert told["商户名称"] == "武汉市江岸区老街坊便利店"
    assert told["法定代表人"] == "陈桂香"


def test_a_list_of_terminals_ends_where_words_begin() -> None:
    heads = ["序号", "终端号", "机身号"]
    found = entries(table([["商户名称", "", ""], heads, ["1", "", ""], ["2", "", ""], ["3", "", ""], ["合计", "", ""]]))
    numbers = [each.value for each in found.values() if each.field == "terminal.number" and each.value]
    assert numbers == ["10237001", "10237002"]


@pytest.mark.parametrize("count", [1, 40])
def test_a_list_takes_as_many_terminals_as_there_are(count: int) -> None:
    rows = [["商户名称", "", ""], ["序号", "终端号", "机身号"], *([str(at + 1), "", ""] for at in range(40))]
    terminals = tuple({"terminal.number": f"{at:08d}", "terminal.serial_number": f"S{at}"} for at in range(count))
    values = Values(dict(sample_values().single), terminals)
    found = match(read_word(table(rows)).form, VOCABULARY, values)
    sure = [each for each in found.values() if each.outcome is Outcome.WRITE]
    numbers = [each.value for each in sure if each.field == "terminal.number"]
    assert numbers == [each["terminal.number"] for each in terminals]


def test_terminals_side_by_side_go_by_their_heads() -> None:
    found = entries(table([["商户名称", "", ""], ["项目", "终端1", "终端2"], ["终端号", "", ""], ["机身号", "", ""]]))
    told = {(each.place.row, each.place.column): each.value for each in found.values() if each.value}
    assert told[2, 1] == "10237001"
    assert told[2, 2] == "10237002"
    assert told[3, 2] == "N7NL00123457"


def test_one_terminal_fills_a_single_place_by_itself() -> None:
    known = sample_values()
    values = Values(known.single, known.terminals[:1], known.choices)
    told = filled(table([["商户名称", "", "终端号", ""], ["押金", "", "开户行", ""]]), values)
    assert told["终端号"] == "10237001"


def test_what_stands_in_bold_and_bookmarks_and_entities_is_read_as_it_is() -> None:
    document = docx.Document()
    made = document.add_table(1, 2)
    run = made.cell(0, 0).paragraphs[0].add_run("商户")
    run.bold = True
    made.cell(0, 0).paragraphs[0].add_run("名称 & A<B")
    data = saved(document)
    assert next(text.text for *_, text in passages(read_word(data).form)) == "商户名称 & A<B"


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=40))
@settings(max_examples=60, deadline=None)
def test_any_value_stands_in_the_file_as_it_was_given(value: str) -> None:
    data = table([["商户名称", ""], ["商户编号：", "____________________________________________________"]])
    key = next(key for key, each in entries(data).items() if each.place.row == 0)
    result = write_word(read_word(data), {key: value})
    shown = docx.Document(BytesIO(result)).tables[0].cell(0, 1).text
    kept = "".join(sign for sign in value if sign in "\t\n" or (ord(sign) >= 32 and sign not in "\ufffe\uffff"))
    assert shown.replace("\n", " ").replace("\t", " ") == kept.replace("\n", " ").replace("\t", " ")


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_nothing_but_the_places_changes(data: st.DataObject) -> None:
    form = table([
        ["商户名称：", "", "□企业 □个体", "元"], ["撤机原因", "□停业  □其他____", "日期：  年  月  日", "备注"],
    ])  # fmt: skip
    read = read_word(form)
    keys = list(match(read.form, VOCABULARY, sample_values()))
    chosen = data.draw(st.sets(st.sampled_from(keys)))
    before = {(block, row, column): text.text for block, row, column, text in passages(read.form)}
    values = {key: TICK if before[cell_of(key)][span(key)[0] : span(key)[1]] == "□" else "甲" for key in chosen}
    after = {(b, r, c): text.text for b, r, c, text in passages(read_word(write_word(read, values)).form)}
    touched = {cell_of(key) for key in chosen}
    assert {key: text for key, text in after.items() if key not in touched} == {
        key: text for key, text in before.items() if key not in touched
    }
    for cell in touched:
        kept = [sign for sign in before[cell] if sign not in "□_ "]
        assert [sign for sign in after[cell] if sign not in "□☑_ 甲"] == kept


def cell_of(key: str) -> tuple[int, int, int]:
    block, row, column = key.partition(":")[0].split(".")
    return int(block), int(row), int(column)


def span(key: str) -> tuple[int, int]:
    start, end = key.partition(":")[2].split("-")
    return int(start), int(end)


def test_a_dropdown_and_a_picture_are_no_places() -> None:
    document = docx.Document()
    made = document.add_table(1, 2)
    made.cell(0, 0).text = "商户名称"
    control = parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtPr><w:showingPlcHdr/><w:dropDownList/></w:sdtPr><w:sdtContent><w:r><w:t>选择一项"
        "</w:t></w:r></w:sdtContent></w:sdt>"
    )
    made.cell(0, 1).paragraphs[0]._p.append(control)
    assert not filled(saved(document))


@pytest.mark.parametrize(("content", "message"), [
    (b"", "form.unknown"),
    (b"PK\x03\x04 not a zip", "form.damaged"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "form.old_word"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "form.old_excel"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "form.locked"),
    (b"%PDF-1.7 and nothing else", "form.damaged"),
    (b"\x89PNG\r\n\x1a\n but no picture", "form.damaged"),
    ("商户名称".encode(), "form.unknown"),
])  # fmt: skip
def test_a_file_that_is_no_form_is_refused_with_its_reason(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "form.docx"
    path.write_bytes(content)
    with pytest.raises(BadInputError) as refused:
        read_form(path)
    assert refused.value.message_id == message


def package(document: str) -> bytes:
    written_to = BytesIO()
    with zipfile.ZipFile(written_to, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("word/document.xml", document)
    return written_to.getvalue()


@pytest.mark.parametrize("document", [
    '<!DOCTYPE a [<!ENTITY x "y">]><w:document xmlns:w="w"><w:body>&x;</w:body></w:document>',
    '<w:document xmlns:w="w"><w:body><w:p></w:body></w:document>',
    '<w:document xmlns:w="w"/>',
    '<?xml version="1.0" encoding="GB2312"?><w:document xmlns:w="w"><w:body/></w:document>',
    '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t><![CDATA[x]]></w:t></w:r></w:p></w:body></w:document>',
    '<w:document xmlns:w="w"><w:body>' + "<w:tbl>" * 3000 + "</w:tbl>" * 3000 + "</w:body></w:document>",
    '<w:document xmlns:w="w"><w:body>' + "<w:sdt>" * 3000 + "</w:sdt>" * 3000 + "</w:body></w:document>",
], ids=["entity", "damaged", "empty", "encoding", "cdata", "deep tables", "deep controls"])  # fmt: skip
def test_a_hostile_document_is_refused_or_read_without_harm(tmp_path: Path, document: str) -> None:
    path = tmp_path / "form.docx"
    path.write_bytes(package(document))
    with suppress(BadInputError):
        assert isinstance(read_form(path), ReadForm)


def test_a_part_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "form.docx"
    path.write_bytes(package("<w>" + " " * (41 << 20) + "</w>"))
    with pytest.raises(BadInputError, match=r"form\.damaged"):
        read_form(path)


def test_two_values_never_go_into_one_place() -> None:
    data = table([["商户名称", ""]])
    key = next(iter(entries(data)))
    with pytest.raises(ValueError, match="two values"):
        fill(ReadForm(read_word(data)), {key: "甲", f"{key.rpartition('-')[0]}-0".replace(":0-0", ":0-1"): "乙"})
