from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pypdf
import pytest
from reportlab.platypus import Flowable, HRFlowable, PageBreak, Spacer

from pos_closeout.documents.typesetting import (
    Fonts,
    KeepTogether,
    PageStyle,
    Paragraph,
    SignatureBlock,
    Style,
    TextAlign,
    render,
)
from tests.documents.typesetting.conftest import META, Read

LINE = Style(size=14, leading=26, align=TextAlign.LEFT)
#: Lines of 26 points on one page: 297 mm less 30 and 32.
A_PAGE = 25
FOOTER = "TJ-2026-0007"


def lines(page: pypdf.PageObject) -> list[str]:
    """The lines of a page without the footer."""
    return [line.replace(" ", "") for line in page.extract_text().split("\n") if line and FOOTER not in line]


def paragraphs(count: int) -> list[Paragraph]:
    return [Paragraph(f"第{number}段", LINE) for number in range(count)]


def test_an_empty_story_is_one_empty_page(read: Read) -> None:
    assert len(read([]).pages) == 1


def test_pages_are_filled_to_the_last_line(read: Read) -> None:
    reader = read(paragraphs(A_PAGE + 1))
    assert [len(lines(page)) for page in reader.pages] == [A_PAGE, 1]


def test_each_page_says_which_it_is_of_how_many(read: Read) -> None:
    reader = read(paragraphs(2 * A_PAGE + 1))
    texts = [page.extract_text().replace(" ", "").replace("\u3000", "") for page in reader.pages]
    assert all(f"TJ-2026-0007第1版第{number}页共3页" in text for number, text in enumerate(texts, 1))


def test_a_footer_too_long_for_its_line_leaves_the_page_number_alone(fonts: Fonts) -> None:
    page = PageStyle(footer="和顺便利店" * 30)
    text = pypdf.PdfReader(BytesIO(render(paragraphs(1), fonts=fonts, meta=META, page=page))).pages[0].extract_text()
    assert 3 < text.count("便") < 10
    assert "共 1 页" in text


def test_an_english_paper_counts_in_english(fonts: Fonts) -> None:
    page = PageStyle(footer="TJ-2026-0007", language="en")
    text = pypdf.PdfReader(BytesIO(render(paragraphs(1), fonts=fonts, meta=META, page=page))).pages[0].extract_text()
    assert "Page 1 of 1" in text


@pytest.mark.parametrize("before", range(A_PAGE - 4, A_PAGE + 1))
def test_no_line_of_a_paragraph_stands_alone_on_a_page(read: Read, before: int) -> None:
    long = "\n".join(f"长{number}" for number in range(4))
    reader = read([*paragraphs(before), Paragraph(long, LINE)])
    counts = [sum(line.startswith("长") for line in lines(page)) for page in reader.pages]
    assert sum(counts) == 4
    assert 1 not in counts


@pytest.mark.parametrize("before", range(A_PAGE - 3, A_PAGE + 1))
def test_a_heading_is_on_the_page_of_its_text(read: Read, before: int) -> None:
    heading = Paragraph("标题", Style(leading=26, keep_with_next=True, align=TextAlign.LEFT))
    reader = read([*paragraphs(before), heading, Paragraph("正文一\n正文二", LINE)])
    (page,) = (page for page in reader.pages if "标题" in page.extract_text())
    assert "正文一" in page.extract_text()


@pytest.mark.parametrize("before", range(A_PAGE - 8, A_PAGE + 1))
def test_a_signature_never_stands_on_a_page_without_text(read: Read, before: int) -> None:
    body = Paragraph("此致\n敬礼\n特此函告", LINE)
    signature = SignatureBlock(("和顺便利店（盖章）", "负责人：王𬱖"), "2026 年 11 月 22 日", LINE)
    last = lines(read([*paragraphs(before), body, signature]).pages[-1])
    assert last[-3:] == ["和顺便利店（盖章）", "负责人：王𬱖", "2026年11月22日"]
    assert "特此函告" in last


def test_what_is_kept_together_moves_as_one(read: Read) -> None:
    reader = read([*paragraphs(A_PAGE - 3), KeepTogether([Paragraph(f"组{number}", LINE) for number in range(5)])])
    assert [line for line in lines(reader.pages[1]) if line.startswith("组")] == [f"组{number}" for number in range(5)]


def test_what_is_kept_together_but_taller_than_a_page_is_not_lost(read: Read) -> None:
    reader = read([KeepTogether([Paragraph(f"组{number}", LINE) for number in range(60)])])
    assert [line for page in reader.pages for line in lines(page)] == [f"组{number}" for number in range(60)]


def test_blank_at_the_edge_of_a_page_is_dropped(read: Read) -> None:
    reader = read([Spacer(0, 40), *paragraphs(A_PAGE), Spacer(0, 500), *paragraphs(1)])
    assert [len(lines(page)) for page in reader.pages] == [A_PAGE, 1]


def test_a_page_break_makes_one_page_not_two(read: Read) -> None:
    reader = read([PageBreak(), *paragraphs(2), PageBreak(), HRFlowable("100%"), *paragraphs(1)])
    assert [len(lines(page)) for page in reader.pages] == [2, 1]


def test_a_page_break_after_a_heading_is_still_a_page_break(read: Read) -> None:
    reader = read([Paragraph("标题", Style(leading=26, keep_with_next=True)), PageBreak(), *paragraphs(1)])
    assert [len(lines(page)) for page in reader.pages] == [1, 1]


def titles(reader: pypdf.PdfReader) -> list[tuple[str, int]]:
    """The bookmarks of a file with the pages they lead to, counted from 0; those below another one follow it."""

    def flat(entries: list[Any]) -> Iterator[pypdf.generic.Destination]:
        for entry in entries:
            yield from flat(entry) if isinstance(entry, list) else (entry,)

    return [(str(entry.title), reader.get_destination_page_number(entry) or 0) for entry in flat(reader.outline)]


TITLE, TOPIC = replace(LINE, heading=1), replace(LINE, heading=2)


def test_headings_are_bookmarks_that_lead_to_their_pages(read: Read) -> None:
    story = [Paragraph("申请", TITLE), Paragraph("一、商户", TOPIC), *paragraphs(A_PAGE), Paragraph("附件", TITLE)]
    reader = read([*story, Paragraph("二", TOPIC, bookmark="二、未结事项")])
    assert titles(reader) == [("申请", 0), ("一、商户", 0), ("附件", 1), ("二、未结事项", 1)]
    assert [isinstance(entry, list) for entry in reader.outline] == [False, True, False, True]


def test_a_paper_without_a_title_may_begin_with_a_lower_heading(read: Read) -> None:
    assert titles(read([Paragraph("二级", TOPIC), Paragraph("一级", TITLE)])) == [("二级", 0), ("一级", 0)]


@pytest.mark.parametrize(("pages", "opened"), [(2, False), (3, True)])
def test_the_table_of_contents_is_open_beside_a_long_paper_only(read: Read, pages: int, *, opened: bool) -> None:
    reader = read([Paragraph("申请", TITLE), *paragraphs((pages - 1) * A_PAGE)])
    assert len(reader.pages) == pages
    assert (reader.root_object["/PageMode"] == "/UseOutlines") is opened


class Seal(Flowable):  # type: ignore[misc] # reportlab has no types
    """A drawing as reportlab's users write them."""

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        del width, height
        return 120, 100

    def draw(self) -> None:
        self.canv.circle(60, 50, 50)


def test_a_flowable_of_reportlab_takes_its_room_and_moves_to_the_next_page(read: Read) -> None:
    reader = read([*paragraphs(A_PAGE - 3), Seal(), *paragraphs(A_PAGE - 5)])
    assert [len(lines(page)) for page in reader.pages] == [A_PAGE - 3, A_PAGE - 5]
    drawn = [pypdf.generic.ContentStream(page.get_contents(), None).operations for page in reader.pages]
    assert [sum(operator == b"c" for _, operator in page) for page in drawn] == [0, 4]


def test_text_in_a_font_that_is_not_embedded_is_refused(read: Read) -> None:
    class Stamp(Seal):
        def draw(self) -> None:
            self.canv.setFont("Helvetica", 12)
            self.canv.drawString(0, 0, "PAID")

    with pytest.raises(ValueError, match="Helvetica"):
        read([Stamp()])
