from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from pos_closeout.documents.typesetting import Fonts, LongTable, TableColumn, TextAlign
from pos_closeout.documents.typesetting.longtable import LIST, cell_lines
from tests.documents.typesetting.conftest import Read

COLUMNS = (
    TableColumn("序号", TextAlign.RIGHT, 0.1),
    TableColumn("说明", share=0.6),
    TableColumn("金额", TextAlign.RIGHT, 0.3),
)


def rows(count: int) -> Iterator[tuple[str, str, str]]:
    return ((f"{number}号", "预授权未完成", f"{number},000.50") for number in range(count))


def test_every_row_is_drawn_and_every_page_has_the_header(read: Read) -> None:
    texts = [page.extract_text() for page in read([LongTable(COLUMNS, rows(500))]).pages]
    shown = [line for text in texts for line in text.split("\n")]
    assert sum("预授权未完成" in line for line in shown) == 500
    assert all(text.count("序号") == 1 for text in texts)
    assert len(texts) > 5


def test_rows_are_read_only_when_their_page_is_filled(fonts: Fonts) -> None:
    def endless() -> Iterator[tuple[str, str, str]]:
        while True:
            yield ("1", "预授权", "1.00")

    pieces = LongTable(COLUMNS, endless()).pieces(fonts, 440)
    assert [next(pieces).height for _ in range(3)][1] == 16


def test_text_too_long_for_its_cell_ends_in_an_ellipsis(fonts: Fonts) -> None:
    (line,) = cell_lines("预授权未完成，客人尚未结账离店", LIST, fonts, 70, 1)
    assert line.text == "预授权未完成…"
    assert line.width <= 70


def test_a_cell_of_two_lines_uses_both_before_it_leaves_out(fonts: Fonts) -> None:
    first, second = cell_lines("预授权未完成 2026，客人尚未结账离店", LIST, fonts, 90, 2)
    assert first.text + second.text == "预授权未完成 2026，客人尚未结账离店"
    first, second = cell_lines("预授权未完成，客人尚未结账离店" * 3, LIST, fonts, 90, 2)
    assert second.text.endswith("…")
    assert ("预授权未完成，客人尚未结账离店" * 3).startswith(first.text + second.text[:-1])


def test_line_ends_in_a_cell_count_where_there_is_room_for_lines(fonts: Fonts) -> None:
    assert [line.text for line in cell_lines("2026-11-22\n10023456", LIST, fonts, 90, 2)] == ["2026-11-22", "10023456"]
    assert [line.text for line in cell_lines("2026-11-22\n10023456", LIST, fonts, 90, 1)] == ["2026-11-22 10023456"]


def test_a_word_in_a_list_is_not_broken(fonts: Fonts) -> None:
    lines = cell_lines("参考号 331122000007/001201，已退", LIST, fonts, 92, 3)
    assert [line.text for line in lines] == ["参考号 331122000007/", "001201，已退"]


@settings(deadline=None)
@given(text=st.text("店，。（）“”AB1/- \n", max_size=60), width=st.sampled_from([12, 40, 90]), most=st.integers(1, 3))
def test_no_cell_of_a_list_runs_over(fonts: Fonts, text: str, width: float, most: int) -> None:
    lines = cell_lines(text, LIST, fonts, width, most)
    assert 1 <= len(lines) <= most
    assert all(line.width <= width + 1e-6 for line in lines)


def test_an_empty_list_shows_its_header(read: Read) -> None:
    assert "说明" in read([LongTable(COLUMNS, [])]).pages[0].extract_text()


def test_a_cell_is_cut_though_no_text_of_the_list_has_an_ellipsis(read: Read) -> None:
    (page,) = read([LongTable(COLUMNS, [("1", "预授权未完成，客人尚未结账离店" * 3, "1.00")])]).pages
    assert "预授权未完成，客人尚未结账离店" in page.extract_text()
    assert "…" in page.extract_text()
