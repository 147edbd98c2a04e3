"""The rules of Chinese lines, over random text and columns from a page to a narrow cell."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pos_closeout.documents.typesetting import MM, Fonts, Style, TextAlign
from pos_closeout.documents.typesetting.linebreak import MOST_STRETCH, BrokenLine, Measure, broken
from pos_closeout.documents.typesetting.measure import STRETCH_HAN, GlyphRow, rows
from pos_closeout.documents.typesetting.rules import LAST_RESORT, NO_END, NO_START
from pos_closeout.documents.typesetting.text import Text

HAN = st.text("我店与贵公司签有银行卡受理协议商户编号𬱖𠅤䶮终端押金", min_size=1, max_size=12)
MARKS = st.sampled_from(
    [*"，。；：？！、…—·", "”", "）", "》", "“", "（", "《", "……", "——", "）。", "”，", "》（", "：“"]
)
TOKENS = st.sampled_from([
    "2026", "12", "822331054110001", "91330106MA2H1ABC3X", "¥1,200,305.06", "3%", "POS", "N7NL-0012-3456-789",
    "he.shun.bianlidian@example-company.com.cn", "0571-88886666", "https://www.example.com.cn/a/b?c=d", " ", "(A)",
])  # fmt: skip
TEXTS = st.lists(st.one_of(HAN, HAN, MARKS, TOKENS), min_size=1, max_size=30).map("".join)
WIDTHS = st.sampled_from([156 * MM, 30 * MM, 12 * MM])
ALIGNS = st.sampled_from([TextAlign.JUSTIFY, TextAlign.LEFT, TextAlign.CENTRE])


def set_in(
    text: str, width: float, align: TextAlign, fonts: Fonts, size: float = 10.5
) -> tuple[GlyphRow, list[BrokenLine]]:
    (row,) = rows(Text.of(text), Style(size=size, align=align), fonts)
    return row, broken(row, Measure(width, width, align, size))


def placed_width(row: GlyphRow, line: BrokenLine) -> float:
    """The width of a line from its parts, not from the sums the breaking used."""
    inside = range(line.start, line.end - 1)
    gives = row.stretch if line.ratio > 0 else row.shrink
    width = sum(row.advance[line.start : line.end]) + sum(row.gap[index] for index in inside)
    width += line.ratio * sum(gives[index] for index in inside)
    return width - row.end_cut[line.end - 1] - line.cut


@settings(deadline=None, max_examples=150)
@given(text=TEXTS, width=WIDTHS, align=ALIGNS)
def test_no_line_is_wider_than_its_column(fonts: Fonts, text: str, width: float, align: TextAlign) -> None:
    row, lines = set_in(text, width, align, fonts)
    assert all(placed_width(row, line) <= width + 1e-6 or line.end == line.start + 1 for line in lines)


@settings(deadline=None, max_examples=150)
@given(text=TEXTS, width=WIDTHS, align=ALIGNS)
def test_marks_stand_on_the_right_side_of_a_break_wherever_the_column_allows(
    fonts: Fonts, text: str, width: float, align: TextAlign
) -> None:
    row, lines = set_in(text, width, align, fonts)
    stops = [-1, *(index for index, cost in enumerate(row.cost) if cost < LAST_RESORT)]
    widest = max((sum(row.advance[a + 1 : b + 1]) + sum(row.gap[a + 1 : b]) for a, b in pairwise(stops)), default=0.0)
    if widest > width:
        return
    characters = [glyph.means for glyph in row.glyphs]
    for before, after in pairwise(lines):
        assert characters[after.start] not in NO_START
        assert characters[before.end - 1] not in NO_END


@settings(deadline=None, max_examples=100)
@given(text=TEXTS, width=WIDTHS, align=ALIGNS)
def test_every_character_is_set_once_and_in_order(fonts: Fonts, text: str, width: float, align: TextAlign) -> None:
    row, lines = set_in(text, width, align, fonts)
    assert [line.start for line in lines] == [0, *(line.end for line in lines)][: len(lines)]
    assert "".join(glyph.means for glyph in row.glyphs) == text.replace(" ", "")
    assert not lines or lines[-1].end == len(row.glyphs)


@settings(deadline=None, max_examples=100)
@given(text=TEXTS)
def test_a_justified_line_is_flush_or_not_stretched_at_all(fonts: Fonts, text: str) -> None:
    row, lines = set_in(text, 156 * MM, TextAlign.JUSTIFY, fonts, size=14)
    for line in lines[:-1]:
        assert line.ratio == 0 or placed_width(row, line) == pytest.approx(156 * MM)
        assert line.ratio <= MOST_STRETCH


@pytest.mark.parametrize("filler", range(1, 30))
def test_a_merchant_number_that_does_not_fit_never_leaves_a_grille(fonts: Fonts, filler: int) -> None:
    text = (
        "我店与贵公司签有银行卡受理协议商户编号我店与贵公司签有"[:filler]
        + "822331054110001，因更换收单机构，现申请停止使用" * 2
    )
    _, lines = set_in(text, 156 * MM, TextAlign.JUSTIFY, fonts, size=14)
    assert max(line.ratio for line in lines) * STRETCH_HAN < 0.16


def test_amounts_and_dates_stay_whole(fonts: Fonts) -> None:
    for whole in ("¥1,200,305.06", "2026-11-22", "12:30:05", "107000.53"):
        text = "我店与贵公司签有银行卡受理协议商户编号我店与" + whole + "，请核对"
        for width in range(100, 200, 7):
            row, lines = set_in(text, width, TextAlign.LEFT, fonts)
            shown = ["".join(glyph.means for glyph in row.glyphs[line.start : line.end]) for line in lines]
            assert any(whole in line for line in shown)


def test_a_number_keeps_to_its_unit(fonts: Fonts) -> None:
    for filler in range(29, 33):
        before = "我店与贵公司签有银行卡受理协议现申请停止使用并请办理撤机手续谢谢"[:filler]
        row, lines = set_in(before + "第 12 版，特此说明并请予以核对", 156 * MM, TextAlign.JUSTIFY, fonts, size=14)
        assert all(row.glyphs[line.start].means not in "12版" for line in lines)


def test_a_long_address_breaks_after_a_sign(fonts: Fonts) -> None:
    row, lines = set_in("he.shun.bianlidian@example-company.com.cn", 52 * MM, TextAlign.LEFT, fonts)
    shown = ["".join(glyph.means for glyph in row.glyphs[line.start : line.end]) for line in lines]
    assert shown == ["he.shun.bianlidian@", "example-company.com.cn"]


def test_a_number_with_hyphens_breaks_only_at_them(fonts: Fonts) -> None:
    row, lines = set_in("编号HBJS-2023-0318-A。", 16 * MM, TextAlign.LEFT, fonts)
    shown = ["".join(glyph.means for glyph in row.glyphs[line.start : line.end]) for line in lines]
    assert shown == ["编号", "HBJS-", "2023-", "0318-A。"]


def test_a_date_too_long_for_its_cell_breaks_at_a_hyphen(fonts: Fonts) -> None:
    row, lines = set_in("2026-12-01", 14 * MM, TextAlign.LEFT, fonts)
    shown = ["".join(glyph.means for glyph in row.glyphs[line.start : line.end]) for line in lines]
    assert shown == ["2026-", "12-01"]


def test_an_opening_mark_is_flush_without_an_indent_only(fonts: Fonts) -> None:
    row, _ = set_in("（一）", 156 * MM, TextAlign.LEFT, fonts)
    flush, indented = (broken(row, Measure(400, 400, TextAlign.LEFT, 10.5, flush=flush))[0] for flush in (True, False))
    assert (flush.cut, indented.cut) == (5.25, 0)


def test_two_marks_in_a_row_share_their_blank(fonts: Fonts) -> None:
    row, _ = set_in("他说：“好。”（完）", 156 * MM, TextAlign.LEFT, fonts)
    ems = [round(advance / 10.5, 3) for advance in row.advance]
    assert ems == [1, 1, 0.5, 1, 1, 0.5, 0.5, 1, 1, 1]


def test_a_name_of_two_hundred_letters_is_broken_rather_than_cut_off(fonts: Fonts) -> None:
    row, lines = set_in("A" * 200, 30 * MM, TextAlign.JUSTIFY, fonts)
    assert len(lines) > 5
    assert all(placed_width(row, line) <= 30 * MM for line in lines)
