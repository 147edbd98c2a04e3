"""A file drawn, and read back by somebody else."""

import re
import subprocess
from io import BytesIO
from pathlib import Path

import pypdf
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject, StreamObject
from reportlab.pdfbase.ttfonts import TTFontFile

from pos_closeout.documents.typesetting import Fonts, PageStyle, Paragraph, Span, Style, Text, TextAlign, render
from tests.documents.typesetting.conftest import META, Read

NAMES = "䶮㛃𬱖𠅤喆犇堃𣲗㵘"


def entries(found: PdfObject | None) -> DictionaryObject:
    """The dictionary that is there, or behind a reference."""
    there = found.get_object() if found is not None else None
    assert isinstance(there, DictionaryObject)
    return there


def test_rare_names_are_copied_as_themselves(read: Read) -> None:
    page = read([Paragraph("王" + NAMES, Style(align=TextAlign.LEFT))]).pages[0]
    assert "王" + NAMES in page.extract_text()


def test_bold_of_a_character_without_a_bold_glyph_is_copied_too(read: Read) -> None:
    page = read([Paragraph(Text.of(Span("粗" + NAMES, bold=True)), Style(align=TextAlign.LEFT))]).pages[0]
    assert "粗" + NAMES in page.extract_text().replace("\n", "")


def test_every_font_is_embedded_and_holds_only_what_is_used(read: Read, resources: Path) -> None:
    reader = read([Paragraph("POS终端撤机申请书，䶮", Style(bold=True)), Paragraph("1,200.00", Style())])
    fonts = entries(entries(reader.pages[0]["/Resources"])["/Font"])
    assert len(fonts) >= 3
    for reference in fonts.values():
        font = entries(reference)
        descendants = font["/DescendantFonts"]
        assert isinstance(descendants, ArrayObject)
        outlines = entries(entries(descendants[0])["/FontDescriptor"])["/FontFile2"].get_object()
        assert isinstance(outlines, StreamObject)
        assert re.fullmatch(r"/[A-Z]{6}\+Closeout\w+-(Regular|Bold)", str(font["/BaseFont"]))
        assert 0 < len(outlines.get_data()) < 60_000


def test_equal_papers_are_equal_files(fonts: Fonts) -> None:
    story = [Paragraph("收单机构　王𬱖", Style()), Paragraph("Page", Style(language="en"))]
    files = {render(story, fonts=fonts, meta=META, page=PageStyle()) for _ in range(3)}
    assert len(files) == 1


def test_a_font_cut_down_is_whole_to_who_checks_its_sums(read: Read) -> None:
    reader = read([Paragraph("终端 é ĉ 䶮 １２", Style(bold=True)), Paragraph("\U0002b821 1,200.00", Style())])
    fonts = entries(entries(reader.pages[0]["/Resources"])["/Font"])
    for reference in fonts.values():
        descendants = entries(reference)["/DescendantFonts"]
        assert isinstance(descendants, ArrayObject)
        font = entries(descendants[0])
        numbers, program = (
            font["/CIDToGIDMap"].get_object(),
            entries(font["/FontDescriptor"])["/FontFile2"].get_object(),
        )
        assert isinstance(numbers, StreamObject)
        assert isinstance(program, StreamObject)
        parser = TTFontFile(BytesIO(program.get_data()), charInfo=0, validate=1)
        assert max(numbers.get_data()[1::2]) < parser.numGlyphs


def test_equal_papers_of_other_words_have_other_identifiers(read: Read) -> None:
    marks = {str(read([Paragraph(text, Style())]).trailer["/ID"]) for text in ("甲店", "乙店", "甲店")}
    assert len(marks) == 2


def test_the_file_says_what_it_is(read: Read) -> None:
    reader = read([Paragraph("店", Style())])
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("POS终端撤机申请书", "和顺便利店")
    assert reader.metadata.creation_date is not None
    assert reader.metadata.creation_date.date() == META.created.date()
    assert str(reader.root_object["/Lang"]) == "zh-CN"


def test_what_an_owner_types_cannot_change_the_page(read: Read) -> None:
    text = "(Tj) ET \\ <</a>> [<0001>] TJ %店"
    assert text.replace(" ", "") in read([Paragraph(text, Style())]).pages[0].extract_text().replace(" ", "")


def test_a_stranger_reads_the_same_text(fonts: Fonts, tmp_path: Path) -> None:
    file = tmp_path / "letter.pdf"
    file.write_bytes(render([Paragraph("联系人：王𬱖𠅤、龚䶮", Style())], fonts=fonts, meta=META, page=PageStyle()))
    assert pypdf.PdfReader(file).pages[0].extract_text().startswith("联系人：王𬱖𠅤、龚䶮")
    ran = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True)
    assert "联系人：王𬱖𠅤、龚䶮" in ran.stdout.decode("utf-8")
