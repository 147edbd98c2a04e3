from hypothesis import given
from hypothesis import strategies as st

from pos_closeout.domain.case.closing import CarriedItem, closing_obstacles


def test_open_items_stand_in_the_way_unless_carried_over_with_a_reason() -> None:
    gate = closing_obstacles([1, 2], [CarriedItem(1, " 等银行 "), CarriedItem(2, "  ")])
    assert gate.standing == (2,)
    assert gate.carried == (CarriedItem(1, "等银行"),)
    assert not gate.passes


def test_a_reason_for_what_is_not_open_is_not_let_pass() -> None:
    assert closing_obstacles([], [CarriedItem(3, "x")]).astray == (3,)
    assert not closing_obstacles([], [CarriedItem(3, "x")]).passes
    assert closing_obstacles([], []).passes


def test_one_reason_can_be_given_for_all_that_have_none_of_their_own() -> None:
    gate = closing_obstacles([3, 1, 2], [CarriedItem(1, "等银行")], " 等客人 ")
    assert gate.carried == (CarriedItem(3, "等客人"), CarriedItem(1, "等银行"), CarriedItem(2, "等客人"))
    assert gate.passes
    assert closing_obstacles([1], [], "  ").standing == (1,)


@given(st.sets(st.integers(1, 30)), st.sets(st.integers(1, 30)))
def test_a_case_passes_exactly_when_every_open_item_is_carried(waiting: set[int], carried: set[int]) -> None:
    assert closing_obstacles(sorted(waiting), [CarriedItem(number, "x") for number in carried]).passes == (
        waiting == carried
    )
