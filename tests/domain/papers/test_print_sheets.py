"""Pages on sheets: whole, never enlarged, turned where that is larger; and their order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_closeout.domain.papers.print_sheets import Box, PaperSize, is_a4, page_order, place

A4 = (595.276, 841.89)
INK = Box(56.0, 44.0, 540.0, 796.0)


def sheet(width: float, height: float, margin: float) -> PaperSize:
    return PaperSize("sheet", width, height, Box(margin, margin, width - margin, height - margin))


@given(
    width=st.floats(200, 2000), height=st.floats(200, 2000), margin=st.floats(0, 60),
    left=st.floats(0, 250), bottom=st.floats(0, 350), wide=st.floats(20, 300), high=st.floats(20, 450),
)  # fmt: skip
def test_all_ink_comes_out_and_no_page_is_enlarged(
    *, width: float, height: float, margin: float, left: float, bottom: float, wide: float, high: float
) -> None:
    paper, ink = sheet(width, height, margin), Box(left, bottom, left + wide, bottom + high)
    placed = place(A4, ink, paper)
    assert placed.scale <= 1
    a, b, c, d, e, f = placed.matrix
    for x, y in ((ink.left, ink.bottom), (ink.right, ink.top)):
        assert margin - 0.01 <= a * x + c * y + e <= width - margin + 0.01
        assert margin - 0.01 <= b * x + d * y + f <= height - margin + 0.01


@pytest.mark.parametrize(
    ("paper", "scale", "turned"),
    [
        (sheet(*A4, 14.0), 1.0, False),
        (sheet(612.0, 792.0, 18.0), 1.0, False),
        (sheet(841.89, 595.276, 14.0), 1.0, True),
        (sheet(420.0, 595.0, 12.0), 571 / 752, False),
        (sheet(1190.55, 841.89, 14.0), 1.0, False),
    ],
)
def test_papers_of_all_sizes(paper: PaperSize, scale: float, turned: bool) -> None:
    placed = place(A4, INK, paper)
    assert (placed.scale, placed.turned) == (pytest.approx(scale), turned)


def test_a_page_on_its_own_paper_stays_where_it_is() -> None:
    assert place(A4, INK, sheet(*A4, 14.0)).matrix == pytest.approx((1, 0, 0, 1, 0, 0))


def test_only_a4_is_a4() -> None:
    assert is_a4(sheet(595.0, 842.0, 0.0))
    assert not is_a4(sheet(612.0, 792.0, 0.0))


@pytest.mark.parametrize(
    ("count", "ranges", "reverse", "duplex", "pages"),
    [
        (3, (), False, False, (0, 1, 2)),
        (3, (), True, False, (2, 1, 0)),
        (3, (), True, True, (2, None, 0, 1)),
        (4, (), True, True, (2, 3, 0, 1)),
        (5, ((2, 3), (5, 5)), False, False, (1, 2, 4)),
        (5, ((2, 3), (3, 9)), True, False, (4, 3, 2, 1)),
        (2, ((7, 9),), False, False, ()),
    ],
)
def test_the_order_of_pages(
    count: int, ranges: tuple[tuple[int, int], ...], *, reverse: bool, duplex: bool, pages: tuple[int | None, ...]
) -> None:
    assert page_order(count, ranges, reverse=reverse, duplex=duplex) == pages


def test_every_paper_begins_a_sheet_of_its_own_where_both_sides_are_printed() -> None:
    assert page_order(5, starts=(0, 3), duplex=True) == (0, 1, 2, None, 3, 4)
    assert page_order(5, starts=(0, 3), duplex=True, reverse=True) == (3, 4, 2, None, 0, 1)
    assert page_order(5, starts=(0, 3)) == (0, 1, 2, 3, 4)
