from pos_closeout.documents.typesetting import Fonts, FormField, FormGrid, Style
from tests.documents.typesetting.conftest import Read

ADDRESS = "西湖区文三路 88 号华星现代产业园 A 座一层大堂东侧便利店收银台" * 3


def test_long_text_in_a_form_makes_its_row_higher(fonts: Fonts) -> None:
    form = FormGrid([(FormField("处理意见", label=True), FormField(ADDRESS, 4)), (FormField("", 1), FormField("", 1))])
    first, second = form.pieces(fonts, 400)
    assert (first.height > 40, second.height) == (True, form.row_height)
    assert first.keep_next


def test_a_narrow_cell_keeps_its_text_inside(fonts: Fonts) -> None:
    form = FormGrid(
        [(FormField("N7NL00123456789012345", 1), FormField("备注", 12))], style=Style(size=10.5, leading=16)
    )
    (row,) = form.pieces(fonts, 440)
    assert row.height > 60


def test_a_box_with_more_text_than_a_page_is_not_lost(read: Read) -> None:
    story = "".join(f"第{number}句话说到这里。" for number in range(300))
    reader = read([FormGrid([(FormField("说明", label=True), FormField(story, 4))])])
    text = "".join(page.extract_text() for page in reader.pages).replace("\n", "").replace(" ", "")
    assert all(f"第{number}句" in text for number in range(300))
    assert len(reader.pages) > 1
