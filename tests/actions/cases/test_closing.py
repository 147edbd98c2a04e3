"""A case is closed when nothing is open, or when somebody said why what is open is left for later."""

from datetime import UTC, datetime

import pytest

from pos_closeout.actions.cases.cases import load_case, open_case
from pos_closeout.actions.cases.closing import close_case, reopen_case, standing_of
from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.items.items import add_item
from pos_closeout.domain.case.closing import CarriedItem, Closing
from pos_closeout.domain.errors import BadInputError, NotFoundError
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
CARD = "6222021001000004"


def with_items(store: Store, count: int) -> tuple[int, list[int]]:
    """Open a case with refunds, and return its id and theirs."""
    case = open_case(store, NOW.date(), NOW)
    made = [
        add_item(
            store,
            OpenItem(case_id=case.id, kind=ItemKind.REFUND, amount_fen=100 * (100 - at), counterparty=f"客{at}"),
            NOW,
        )
        for at in range(1, count + 1)
    ]
    return case.id, [item.id for item in made]


def test_what_stands_in_the_way_is_named_up_to_a_few_and_the_rest_is_counted(store: Store) -> None:
    case_id, items = with_items(store, 25)
    with pytest.raises(BadInputError, match=r"case\.items_open") as refused:
        close_case(store, case_id, [], NOW)
    named = str(refused.value.facts["items"]).removesuffix(" … +5")
    assert refused.value.facts["count"] == 25
    assert named.split("; ")[0] == f"{items[0]} refund ¥99.00 客1"
    assert len(named.split("; ")) == 20
    assert load_case(store, case_id).closing == Closing()


def test_as_many_as_are_named_need_no_more(store: Store) -> None:
    case_id, _ = with_items(store, 20)
    with pytest.raises(BadInputError) as refused:
        close_case(store, case_id, [], NOW)
    assert "…" not in str(refused.value.facts["items"])


def test_an_item_without_an_amount_is_named_without_one(store: Store) -> None:
    case = open_case(store, NOW.date(), NOW)
    item = add_item(store, OpenItem(case_id=case.id, kind=ItemKind.DEVICE, counterparty="王女士"), NOW)
    with pytest.raises(BadInputError) as refused:
        close_case(store, case.id, [], NOW)
    assert refused.value.facts["items"] == f"{item.id} device 王女士"


def test_reasons_are_kept_without_card_numbers_and_a_closed_case_is_not_closed_again(store: Store) -> None:
    case_id, (first, second) = with_items(store, 2)
    closed = close_case(store, case_id, [CarriedItem(first, f"等 {CARD}")], NOW, rest=f"以后 {CARD}")
    assert closed.closing == Closing(NOW.date())
    assert closed.carried == (CarriedItem(first, "等 622202******0004"), CarriedItem(second, "以后 622202******0004"))
    with pytest.raises(BadInputError, match=r"case\.already_closed"):
        close_case(store, case_id, [], NOW, rest="x")
    again = reopen_case(store, case_id, NOW)
    assert (again.closing, again.carried) == (Closing(), ())
    assert load_case(store, case_id) == again


def test_a_reason_for_an_item_that_is_not_open_here_is_refused(store: Store) -> None:
    case_id, _ = with_items(store, 0)
    with pytest.raises(BadInputError, match=r"case\.not_open_item \(id=99\)"):
        close_case(store, case_id, [CarriedItem(99, "x")], NOW)


def test_the_most_urgent_are_shown_and_all_are_counted(store: Store) -> None:
    case_id, items = with_items(store, 3)
    standing = standing_of(store, case_id, 2)
    assert standing.count == 3
    assert [item.id for item in standing.first] == items[:2]
    with pytest.raises(NotFoundError):
        standing_of(store, 99, 2)
