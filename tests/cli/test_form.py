"""The verbs of the acquirer's own form."""

import json
import zipfile
from pathlib import Path

import docx
import pypdf
import pytest

from pos_closeout.domain.file_limits import FORM_MEMORY
from tests.cli.conftest import Verb
from tests.forms.hostile_forms import hostile_forms
from tests.forms.sample_forms import SAMPLES


def case_of(verb: Verb) -> str:
    return str(verb("case", "new", str(SAMPLES / "case.json"), "--json").data["id"])


def test_inspect_says_for_every_place_what_becomes_of_it_and_why(verb: Verb) -> None:
    case = case_of(verb)
    told = verb("form", "inspect", str(SAMPLES / "S5-merged.xlsx"), "--case", case, "--json").data
    assert told["kind"] == "xlsx"
    by_cell = {each["cell"]: each for each in told["places"]}
    assert (by_cell["B3"]["outcome"], by_cell["B3"]["value"]) == ("write", "武汉市江岸区老街坊便利店")
    assert (by_cell["B4"]["outcome"], by_cell["B4"]["why"]) == ("propose", "several_terminals")
    assert by_cell["F14"]["why"] == "account"
    assert all(each["reason"] for each in told["places"])
    assert verb("form", "inspect", str(SAMPLES / "S5-merged.xlsx"), "--case", case).out.startswith("已填好")


def test_fill_writes_what_is_sure_and_what_is_named_and_keeps_a_copy(verb: Verb, tmp_path: Path) -> None:
    case, out = case_of(verb), tmp_path / "filled.docx"
    form = SAMPLES / "S1-docx-4col.docx"
    before = form.read_bytes()
    places = verb("form", "inspect", str(form), "--case", case, "--json").data["places"]
    phone = next(each["key"] for each in places if each["label"] == "联系电话")
    receipt = next(each["key"] for each in places if each["label"] == "押金收据编号")
    given = ("--accept", phone, "--set", f"{receipt}=YJ-1")
    told = verb("form", "fill", str(form), "--case", case, "--out", str(out), *given, "--json").data
    rows = docx.Document(str(out)).tables[0].rows
    assert rows[4].cells[3].text == "15927654321"
    assert rows[10].cells[3].text == "YJ-1"
    assert told["version"] == 1
    assert form.read_bytes() == before
    again = verb("form", "fill", str(form), "--case", case, "--out", str(out), "--json").data
    assert again["version"] == 2
    kept = verb("case", "show", case, "--json").data["filled_forms"]
    assert [each["version"] for each in kept] == [1, 2]
    assert kept[0]["source_sha256"] == told["sha256"]


def test_a_pdf_with_fields_keeps_them_and_has_a_flat_copy(verb: Verb, tmp_path: Path) -> None:
    case, out, flat = case_of(verb), tmp_path / "live.pdf", tmp_path / "flat.pdf"
    form = str(SAMPLES / "S6-acroform.pdf")
    assert verb("form", "fill", form, "--case", case, "--out", str(out), "--flat", str(flat)).code == 0
    fields = pypdf.PdfReader(out).get_fields() or {}
    assert fields["Text1"].value == "武汉市江岸区老街坊便利店"
    assert fields["Text11"].value in {"", None}
    assert fields["Check1"].value == "/Yes"
    assert not pypdf.PdfReader(flat).get_fields()
    assert "842301254110237" in pypdf.PdfReader(flat).pages[0].extract_text()


def test_a_flat_pdf_gets_its_values_on_the_page(verb: Verb, tmp_path: Path) -> None:
    case, out = case_of(verb), tmp_path / "out.pdf"
    assert verb("form", "fill", str(SAMPLES / "S7-flat-table.pdf"), "--case", case, "--out", str(out)).code == 0
    text = pypdf.PdfReader(out).pages[0].extract_text()
    assert "10237002" in text
    assert "武汉市江岸区老街坊便利店" in text


def test_the_acquirers_file_is_never_written_over(verb: Verb, tmp_path: Path) -> None:
    case, form = case_of(verb), tmp_path / "form.docx"
    form.write_bytes((SAMPLES / "S1-docx-4col.docx").read_bytes())
    refused = verb("form", "fill", str(form), "--case", case, "--out", str(form), "--json")
    assert refused.code == 2
    assert refused.error["error"] == "form.own_file"
    assert form.read_bytes() == (SAMPLES / "S1-docx-4col.docx").read_bytes()


def test_what_is_no_form_is_refused_in_one_sentence(verb: Verb, tmp_path: Path) -> None:
    case, path = case_of(verb), tmp_path / "form.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    refused = verb("form", "inspect", str(path), "--case", case)
    assert refused.code == 2
    assert ".docx" in refused.err
    assert verb("form", "inspect", str(tmp_path / "none.docx"), "--case", case).code == 2
    unknown = verb("form", "fill", str(SAMPLES / "S1-docx-4col.docx"), "--case", case, "--accept", "9.9.9:0-0")
    assert unknown.code == 2


def test_layouts_go_out_without_values_and_come_in_as_proposals(verb: Verb, tmp_path: Path) -> None:
    case, form, layouts = case_of(verb), str(SAMPLES / "S7-flat-table.pdf"), tmp_path / "layouts.json"
    places = verb("form", "inspect", form, "--case", case, "--json").data["places"]
    key = next(each["key"] for each in places if each["label"] == "联系手机")
    given = ("--accept", key, "--out", str(tmp_path / "a.pdf"))
    assert verb("form", "fill", form, "--case", case, *given).code == 0
    again = verb("form", "inspect", form, "--case", case, "--json").data["places"]
    assert next(each for each in again if each["key"] == key)["why"] == "remembered"
    assert verb("form", "export-layouts", "--out", str(layouts)).code == 0
    text = layouts.read_text(encoding="utf-8")
    assert "merchant.phone" in text
    assert "13871234567" not in text
    other = tmp_path / "other"
    number = str(verb("case", "new", str(SAMPLES / "case.json"), "--json", data=other).data["id"])
    assert verb("form", "take-in-layouts", str(layouts), "--json", data=other).data == {"layouts": 1}
    taken = verb("form", "inspect", form, "--case", number, "--json", data=other).data["places"]
    found = next(each for each in taken if each["key"] == key)
    assert (found["outcome"], found["why"]) == ("propose", "remembered")


def test_a_file_that_holds_no_layouts_is_refused(verb: Verb, tmp_path: Path) -> None:
    path = tmp_path / "layouts.json"
    for text in ("", "[]", '{"format": "x"}', json.dumps({
        "format": "pos-closeout-form-layouts", "version": 1, "layouts": [{"layout": "x", "answers": {}}],
    })):  # fmt: skip
        path.write_text(text, encoding="utf-8")
        assert verb("form", "take-in-layouts", str(path)).code == 2


def test_the_form_goes_with_deliveries_papers_repairs_and_bundle(verb: Verb, tmp_path: Path) -> None:
    case = case_of(verb)
    form, out = str(SAMPLES / "S1-docx-4col.docx"), str(tmp_path / "a.docx")
    assert verb("form", "fill", form, "--case", case, "--out", out).code == 0
    sent = verb("delivery", "add", "--case", case, "--paper", "form", "--how", "email", "--json").data
    assert (sent["paper"], sent["version"]) == ("form", 1)
    bundle = tmp_path / "evidence.zip"
    assert verb("bundle", "make", "--case", case, "--out", str(bundle)).code == 0
    names = zipfile.ZipFile(bundle).namelist()
    assert any("forms/1-v1-" in name for name in names)
    assert any(name.endswith("logs/filled-forms.csv") for name in names)


def test_a_hostile_form_costs_a_sentence_and_no_more(
    verb: Verb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A quarter of what a form may have is full as many times sooner; the whole of it is tried with the process itself.
    monkeypatch.setattr("pos_closeout.actions.isolated.files.FORM_MEMORY", FORM_MEMORY // 4)
    case = case_of(verb)
    for path, message in hostile_forms(tmp_path).items():
        for task in ("inspect", "fill"):
            refused = verb("form", task, str(path), "--case", case, "--json")
            assert (refused.code, refused.error["error"]) == (2, message), path.name
            assert refused.error["message"]
    assert verb("form", "inspect", str(SAMPLES / "S1-docx-4col.docx"), "--case", case).code == 0


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_torn_form_is_told_without_the_words_of_a_library(verb: Verb, tmp_path: Path, language: str) -> None:
    torn = tmp_path / "torn.pdf"
    torn.write_bytes((SAMPLES / "S7-flat-table.pdf").read_bytes()[:3_000])
    told = verb("form", "inspect", str(torn), "--case", case_of(verb), "--language", language)
    assert told.code == 2
    assert ("这份表格读不了" if language == "zh" else "This form cannot be read") in told.err
    assert "PDFium" not in told.err
