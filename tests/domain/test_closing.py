from hypothesis import given
from hypothesis import strategies as st

from pos_closeout.domain.closing import CarriedItem, closing_gate
from pos_closeout.domain.open_items import ItemState, OpenItem

OPEN = [OpenItem(id=number, amount_fen=1) for number in (1, 2)]
DONE = OpenItem(id=3, amount_fen=1, state=ItemState.CLEARED)


def test_open_items_stand_in_the_way_unless_carried_over_with_a_reason() -> None:
    gate = closing_gate([*OPEN, DONE], [CarriedItem(1, " 等银行 "), CarriedItem(2, "  ")])
    assert [item.id for item in gate.standing] == [2]
    assert gate.carried == (CarriedItem(1, "等银行"),)
    assert not gate.passes


def test_a_reason_for_what_is_not_open_is_not_let_pass() -> None:
    assert closing_gate([DONE], [CarriedItem(3, "x")]).astray == (3,)
    assert not closing_gate([DONE], [CarriedItem(3, "x")]).passes
    assert closing_gate([DONE], []).passes


@given(st.sets(st.integers(1, 30)), st.sets(st.integers(1, 30)))
def test_a_case_passes_exactly_when_every_open_item_is_carried(waiting: set[int], carried: set[int]) -> None:
    items = [OpenItem(id=number, amount_fen=1) for number in waiting]
    assert closing_gate(items, [CarriedItem(number, "x") for number in carried]).passes == (waiting == carried)
