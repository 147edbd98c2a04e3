import pytest

from pos_closeout.documents.typesetting import Fonts, RuledTable, TableColumn, TextAlign
from pos_closeout.documents.typesetting.table import column_widths
from tests.documents.typesetting.conftest import Read

COLUMNS = (TableColumn("终端号"), TableColumn("布放地址"), TableColumn("押金（元）", TextAlign.RIGHT))
ADDRESS = "西湖区文三路 88 号华星现代产业园 A 座一层大堂东侧便利店收银台" * 3


def rows(count: int) -> list[tuple[str, str, str]]:
    return [(f"{10023456 + number}", f"文三路 {number} 号", "1,200.00") for number in range(count)]


def test_columns_fill_the_width_and_long_ones_give_way(fonts: Fonts) -> None:
    table = RuledTable(COLUMNS, [("10023456", ADDRESS, "1,200.00")])
    widths = column_widths(table, fonts, 440)
    assert sum(widths) == pytest.approx(440)
    assert widths[1] > 300
    assert min(widths) > 45


def test_shares_are_kept(fonts: Fonts) -> None:
    table = RuledTable((TableColumn("甲", share=0.25), TableColumn("乙", share=0.75)), [("一", "二")])
    assert column_widths(table, fonts, 400) == pytest.approx([100, 300])


def test_a_table_longer_than_a_page_repeats_its_header(read: Read) -> None:
    reader = read([RuledTable(COLUMNS, rows(60), total=("合计", "", "72,000.00"))])
    texts = [page.extract_text() for page in reader.pages]
    assert len(texts) == 3
    assert all(text.count("终端号") == 1 and text.index("终端号") < text.index("100234") for text in texts[:2])
    found = [f"{10023456 + number}" for number in range(60) if any(f"{10023456 + number}" in text for text in texts)]
    assert len(found) == 60
    assert "72,000.00" in texts[-1]


def test_the_total_is_not_alone_on_its_page(read: Read) -> None:
    for count in range(20, 30):
        last = read([RuledTable(COLUMNS, rows(count), total=("合计", "", "9.00"))]).pages[-1].extract_text()
        assert f"{10023456 + count - 1}" in last


def test_a_row_taller_than_a_page_is_not_lost(read: Read) -> None:
    story = "".join(f"第{number}句话说到这里。" for number in range(400))
    reader = read([RuledTable(COLUMNS, [("10023456", story, "0.00")])])
    text = "".join(page.extract_text() for page in reader.pages).replace("\n", "").replace(" ", "")
    assert all(f"第{number}句" in text for number in range(400))


def test_a_table_without_rows_shows_its_header(read: Read) -> None:
    assert "布放地址" in read([RuledTable(COLUMNS, [])]).pages[0].extract_text()
