import pytest

from pos_closeout.documents.typesetting import Fonts, Span, Style, Text, TextAlign, natural_width
from pos_closeout.documents.typesetting.paragraph import set_lines

RED = (0.7, 0.0, 0.1)


def test_only_the_first_line_is_indented_by_two_ems(fonts: Fonts) -> None:
    lines = set_lines("我店与贵公司签有银行卡受理协议" * 5, Style(size=10, first_indent=2), fonts, 200)
    assert [round(line.x, 3) for line in lines[:3]] == [20, 0, 0]
    assert [len(line.text) for line in lines[:3]] == [18, 20, 20]


def test_a_hanging_indent_spares_the_first_line(fonts: Fonts) -> None:
    lines = set_lines("1. " + "请予受理" * 12, Style(size=10, hanging=1.5), fonts, 200)
    assert [line.x for line in lines[:2]] == [0, 15]


@pytest.mark.parametrize(
    ("align", "x"), [(TextAlign.LEFT, 0), (TextAlign.CENTRE, 75), (TextAlign.RIGHT, 150), (TextAlign.JUSTIFY, 0)]
)
def test_a_short_line_stands_where_it_is_told(fonts: Fonts, align: TextAlign, x: float) -> None:
    (line,) = set_lines("申请书函件", Style(size=10, align=align), fonts, 200)
    assert line.x == x


def test_bold_and_colour_begin_and_end_with_their_span(fonts: Fonts) -> None:
    text = Text.of("合计", Span("肆仟", bold=True), Span("元整", colour=RED))
    (line,) = set_lines(text, Style(), fonts, 400)
    assert [("".join(glyph.drawn for glyph in run.glyphs), run.colour) for run in line.runs] == [
        ("合计", (0, 0, 0)),
        ("肆仟", (0, 0, 0)),
        ("元整", RED),
    ]
    assert line.runs[0].face is not line.runs[1].face


def test_a_gap_stands_between_chinese_and_figures_whether_a_blank_was_typed_or_not(fonts: Fonts) -> None:
    style = Style(size=10)
    assert natural_width("共 12 笔", style, fonts) == pytest.approx(natural_width("共12笔", style, fonts))
    assert natural_width("共12笔", style, fonts) == pytest.approx(20 + 4 + 2 * 5.29)


def test_typed_blanks_can_be_copied(fonts: Fonts) -> None:
    (line,) = set_lines("共 12 笔\u3000完", Style(), fonts, 400)
    assert line.text == "共 12 笔\u3000完"


def test_empty_text_takes_a_line(fonts: Fonts) -> None:
    assert [line.text for line in set_lines("", Style(), fonts, 400)] == [""]
    assert [line.text for line in set_lines("甲\n\n乙", Style(), fonts, 400)] == ["甲", "", "乙"]


def test_letters_can_be_spaced(fonts: Fonts) -> None:
    plain, spaced = (natural_width("申请书", Style(size=10, tracking=by), fonts) for by in (0, 0.2))
    assert spaced - plain == pytest.approx(4)


def test_one_or_two_characters_are_not_left_for_the_last_line(fonts: Fonts) -> None:
    lines = set_lines("我店与贵公司签有银行卡受理协议" * 4, Style(size=10, first_indent=2), fonts, 200)
    assert len(lines[-1].text) > 2
