"""PDF forms: turned pages, cut pages, open tables, fields named from above, locks, and hostile files."""

import io
from collections.abc import Callable
from contextlib import suppress
from datetime import date

import pypdf
import pytest
from pypdf.constants import UserAccessPermissions
from pypdf.generic import DictionaryObject, NameObject, RectangleObject, TextStringObject
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

from pos_closeout.documents.drawings import draw_overlay, load_fonts
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.forms.form import FormKind, Outcome, passages, written
from pos_closeout.domain.forms.matching import match
from pos_closeout.forms.pdf import PdfForm, read_pdf
from pos_closeout.forms.pdf_write import flatten_pdf, place_boxes, plan_overlay, write_pdf
from tests.forms.sample_forms import ROOT, sample_values, vocabulary

VOCABULARY = vocabulary()


def drawn(act: Callable[[canvas.Canvas], None]) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    held = io.BytesIO()
    page = canvas.Canvas(held, pagesize=(595, 842))
    page.setFont("STSong-Light", 11)
    act(page)
    page.save()
    return held.getvalue()


def two_by_four(page: canvas.Canvas, left: float = 60, *, closed: bool = True) -> None:
    """Draw a table of two rows: name, room, name, room; open at its sides unless closed."""
    xs, ys = [left, left + 80, left + 250, left + 330, left + 470], [700, 670, 640]
    for y in ys:
        page.line(xs[0], y, xs[-1], y)
    for x in xs if closed else xs[1:-1]:
        page.line(x, ys[0], x, ys[-1])
    for row, names in enumerate((("商户名称", "商户编号"), ("押金", "开户行"))):
        page.drawString(xs[0] + 4, ys[row] - 20, names[0])
        page.drawString(xs[2] + 4, ys[row] - 20, names[1])


def told(read: PdfForm) -> dict[str, str]:
    entries = match(read.form, VOCABULARY, sample_values())
    return {each.place.label: each.value for each in entries.values() if each.outcome is Outcome.WRITE}


def filled(read: PdfForm, *, flat: bool = False) -> bytes:
    values = written(match(read.form, VOCABULARY, sample_values()))
    overlay = plan_overlay(read, values)
    sheets = [*overlay.pages, *(look for _, _, look in overlay.fields)]
    data = write_pdf(read, overlay, draw_overlay(sheets, date(2026, 11, 29), load_fonts(ROOT / "resources/fonts")))
    return flatten_pdf(data) if flat else data


@pytest.mark.parametrize("closed", [True, False])
def test_a_table_is_read_whether_its_sides_are_ruled_or_open(closed: bool) -> None:
    found = told(read_pdf(drawn(lambda page: two_by_four(page, closed=closed))))
    assert found == {
        "商户名称": "武汉市江岸区老街坊便利店", "商户编号": "842301254110237", "押金": "300.00",
        "开户行": "中国建设银行武汉花桥支行",
    }  # fmt: skip


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_read_and_written_as_it_is_seen(turn: int) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(drawn(two_by_four)))
    # What is seen upright stands turned on the page.
    page = writer.pages[0]
    page.rotate(-turn)
    page.transfer_rotation_to_content()
    page.rotate(turn)
    held = io.BytesIO()
    writer.write(held)
    read = read_pdf(held.getvalue())
    key = next(key for key, each in match(read.form, VOCABULARY, sample_values()).items() if each.value)
    _, left, top, width, height = place_boxes(read, [key])[key]
    seen_width, seen_height = read.sizes[0]
    assert 0 <= left < left + width <= seen_width
    assert 0 <= top < top + height <= seen_height
    text = pypdf.PdfReader(io.BytesIO(filled(read))).pages[0].extract_text()
    assert "842301254110237" in text


def test_a_page_cut_off_the_origin_is_written_where_it_is_seen() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(drawn(two_by_four)))
    writer.pages[0].cropbox = RectangleObject((40, 500, 560, 800))
    held = io.BytesIO()
    writer.write(held)
    read = read_pdf(held.getvalue())
    assert read.sizes == ((520, 300),)
    after = read_pdf(filled(read))
    assert any("842301254110237" in text.text for *_, text in passages(after.form))


def test_lines_with_rules_are_written_on_their_rules() -> None:
    def lines(page: canvas.Canvas) -> None:
        page.drawString(60, 700, "商户名称：")
        page.line(120, 698, 330, 698)
        page.drawString(60, 670, "开户行：____________________  账号：__________________")
        page.drawString(60, 640, "停机日期：____年____月____日")

    read = read_pdf(drawn(lines))
    assert told(read)["商户名称"] == "武汉市江岸区老街坊便利店"
    text = pypdf.PdfReader(io.BytesIO(filled(read))).pages[0].extract_text()
    assert "中国建设银行武汉花桥支行" in text


def fields(page: canvas.Canvas) -> None:
    form = page.acroForm
    page.drawString(60, 720, "商户名称")
    form.textfield(name="a", x=60, y=696, width=220, height=18)
    page.drawString(320, 720, "商户编号")
    form.textfield(name="b", x=320, y=696, width=160, height=18)
    page.drawString(60, 640, "押金（元）")
    form.textfield(name="c", x=130, y=636, width=100, height=18)
    page.drawString(60, 600, "结算账号")
    form.textfield(name="d", x=130, y=596, width=100, height=18)


def test_fields_are_named_by_what_stands_above_or_to_the_left() -> None:
    read = read_pdf(drawn(fields))
    assert read.form.kind is FormKind.PDF_FIELDS
    entries = match(read.form, VOCABULARY, sample_values())
    values = {each.place.label: each.value for each in entries.values() if each.value}
    assert values["商户名称"] == "武汉市江岸区老街坊便利店"
    assert values["商户编号"] == "842301254110237"
    assert values["押金（元）"] == "300.00"
    assert "结算账号" not in values


def test_live_fields_stay_live_and_share_one_font() -> None:
    read = read_pdf(drawn(fields))
    data = filled(read)
    held = pypdf.PdfReader(io.BytesIO(data))
    assert (held.get_fields() or {})["c"].value == "300.00"
    assert not (held.get_fields() or {})["d"].value
    flat = pypdf.PdfReader(io.BytesIO(filled(read, flat=True)))
    assert not flat.get_fields()
    assert "300.00" in flat.pages[0].extract_text()


def locked(user: str, permissions: int) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(drawn(two_by_four)))
    writer.encrypt(user, "owner", permissions_flag=UserAccessPermissions(permissions), algorithm="RC4-128")
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def test_a_lock_that_allows_filling_is_no_hindrance() -> None:
    assert told(read_pdf(locked("", 0xFFFFFFFC)))["商户编号"] == "842301254110237"


@pytest.mark.parametrize(("user", "permissions", "message"), [
    ("secret", 0xFFFFFFFC, "form.locked"),
    ("", 0xFFFFFFFC & ~0x108, "form.no_filling"),
])  # fmt: skip
def test_a_lock_that_forbids_it_is_said_plainly(user: str, permissions: int, message: str) -> None:
    with pytest.raises(BadInputError, match=message):
        read_pdf(locked(user, permissions))


def test_a_dynamic_form_and_a_book_are_refused() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(drawn(fields)))
    form = writer.root_object["/AcroForm"].get_object()
    assert isinstance(form, DictionaryObject)
    form[NameObject("/XFA")] = TextStringObject("x")
    held = io.BytesIO()
    writer.write(held)
    with pytest.raises(BadInputError, match=r"form\.xfa"):
        read_pdf(held.getvalue())

    def book(page: canvas.Canvas) -> None:
        for _ in range(21):
            page.showPage()

    with pytest.raises(BadInputError, match=r"form\.too_long"):
        read_pdf(drawn(book))


@pytest.mark.parametrize("cut", [200, 1000, 3000])
def test_a_damaged_file_is_refused_or_read_without_harm(cut: int) -> None:
    data = drawn(two_by_four)
    for broken in (data[:cut], data[:cut] + b"\0" * 50 + data[cut + 50 :]):
        with suppress(BadInputError):
            read_pdf(broken)
