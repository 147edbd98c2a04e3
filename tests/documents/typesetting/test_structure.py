"""What a reader that speaks gets out of a paper, as a stranger's program tells it."""

import re
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject

from pos_closeout.documents.content import Bullets
from pos_closeout.documents.letter_drawing import _listed
from pos_closeout.documents.letter_styles import looks
from pos_closeout.documents.typesetting import (
    Fonts,
    FormField,
    FormGrid,
    LongTable,
    PageStyle,
    Paragraph,
    RuledTable,
    Style,
    TableColumn,
    TextAlign,
    render,
)
from pos_closeout.documents.typesetting.blocks import Story
from pos_closeout.domain.case.case import LetterLanguage
from tests.documents.typesetting.conftest import META

LINE = Style(size=14, leading=26, align=TextAlign.LEFT)
COLUMNS = (TableColumn("终端号"), TableColumn("金额", TextAlign.RIGHT))

Tell = Callable[[Story], list[str]]


@pytest.fixture
def structure(fonts: Fonts, tmp_path: Path) -> Tell:
    """Draws a story and tells its structure: roles as they stand, texts in quotes."""

    def read(story: Story) -> list[str]:
        file = tmp_path / "paper.pdf"
        file.write_bytes(render(story, fonts=fonts, meta=META, page=PageStyle(footer="TJ-2026-0007")))
        ran = subprocess.run(["pdfinfo", "-struct-text", file], capture_output=True, check=True)
        assert not ran.stderr
        words = re.findall(r'"[^"]*"|/\w+ \S+|\w+', ran.stdout.decode("utf-8").replace("(block)", ""))
        return [word for word in words if not word.startswith("/")]

    return read


def test_headings_and_paragraphs_are_told_in_their_order(structure: Tell) -> None:
    title, topic = (Style(size=14, leading=26, align=TextAlign.LEFT, heading=level) for level in (1, 2))
    story = [Paragraph("申请", title), Paragraph("一、商户", topic), Paragraph("第一行\n第二行", LINE)]
    assert structure(story) == ["Document", "H1", '"申请"', "H2", '"一、商户"', "P", '"第一行"', '"第二行"']


def test_a_paragraph_over_two_pages_is_one(structure: Tell) -> None:
    found = structure([Paragraph("\n".join(f"第{number}行" for number in range(40)), LINE)])
    assert found == ["Document", "P", *(f'"第{number}行"' for number in range(40))]


def test_a_table_keeps_its_empty_cells_and_its_head_is_told_once(structure: Tell) -> None:
    found = structure([RuledTable(COLUMNS, [(f"1002{number}", "" if number else "9.00") for number in range(50)])])
    assert (found.count("Table"), found.count("TR"), found.count("TH"), found.count("TD")) == (1, 51, 2, 100)
    assert found[:9] == ["Document", "Table", "TR", "TH", '"终端号"', "TH", '"金额"', "TR", "TD"]


def test_a_form_tells_labels_and_boxes(structure: Tell) -> None:
    form = FormGrid(
        [(FormField("受理人", label=True), FormField("王𬱖")), (FormField("日期", label=True), FormField(""))]
    )
    assert structure([form]) == [
        *("Document", "Table", "TR", "TH", '"受理人"', "TD", '"王𬱖"'),
        *("TR", "TH", '"日期"', "TD"),
    ]


def test_a_box_of_a_form_takes_as_many_columns_as_others_have_below_it(fonts: Fonts) -> None:
    narrow = [
        FormField("电话", label=True),
        FormField("1380", 2),
        FormField("邮箱", label=True),
        FormField("a@b.cn", 2),
    ]
    form = FormGrid([(FormField("地址", label=True), FormField("文三路", 5)), narrow, (FormField("备注"),)])
    elements = [box.element for row in form.pieces(fonts, 440) for box in row.draw.boxes]  # type: ignore[attr-defined]
    assert [element.span for element in elements] == [1, 3, 1, 1, 1, 1, 4]


def test_a_list_in_two_columns_is_read_down_the_left_one_first(structure: Tell) -> None:
    listed = Bullets(("甲", "乙", "丙"))
    found = structure(_listed(listed.texts, listed.note, looks(LetterLanguage.CHINESE)))
    assert [word for word in found if word.startswith('"')] == ['"1. 甲"', '"2. 乙"', '"3. 丙"']
    assert found.count("LI") == 3


def test_a_long_list_is_told_row_by_row(structure: Tell) -> None:
    columns = (TableColumn("号", share=1), TableColumn("说明", share=3))
    found = structure([LongTable(columns, [(f"{number}", "预授权") for number in range(120)])])
    assert found[:6] == ["Document", "P", '"号"', '"说明"', "P", '"0预授权"']
    assert found.count("P") == 121


def marked(page: pypdf.PageObject) -> Iterable[tuple[str, int | None]]:
    """The role and number of each text of a page; a text outside of all marks has no role."""
    contents = page.get_contents()
    assert contents is not None
    open_role, number = "", None
    for operands, operator in ContentStream(contents, None).operations:
        if operator in (b"BDC", b"BMC"):
            assert not open_role, "marks in marks"
            open_role = str(operands[0])
            number = int(operands[1]["/MCID"]) if operator == b"BDC" else None
        elif operator == b"EMC":
            assert open_role
            open_role = ""
        elif operator in (b"Tj", b"TJ"):
            yield open_role, number


def test_every_text_is_in_the_structure_or_said_to_be_no_part_of_it(fonts: Fonts, tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    story = [Paragraph("申请", LINE), RuledTable(COLUMNS, [("1002", "9.00")] * 60)]
    file.write_bytes(render(story, fonts=fonts, meta=META, page=PageStyle(footer="TJ-2026-0007")))
    reader = pypdf.PdfReader(file)
    tree = reader.root_object["/StructTreeRoot"]
    assert isinstance(tree, DictionaryObject)
    ways_back = tree["/ParentTree"]
    assert isinstance(ways_back, DictionaryObject)
    parents = ways_back["/Nums"]
    assert isinstance(parents, ArrayObject)
    for index, page in enumerate(reader.pages):
        texts = list(marked(page))
        assert all(role for role, _ in texts)
        assert texts[-1][0] == "/Artifact", "the footer"
        numbers = {number: role for role, number in texts if number is not None}
        of_page = parents[2 * index + 1]
        assert isinstance(of_page, ArrayObject)
        assert [str(part.get_object()["/S"]) for part in of_page] == [numbers[n] for n in range(len(numbers))]
