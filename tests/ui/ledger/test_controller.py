from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.items.item_files import facts_of, item_file, keep_item
from pos_closeout.actions.items.items import add_item, delete_item, restore_item
from pos_closeout.domain.errors import BadInputError, NotFoundError
from pos_closeout.domain.ledger.item_facts import Fact
from pos_closeout.domain.ledger.open_items import ItemState, OpenItem, is_open
from pos_closeout.ui.ledger.controller import KEPT_UNDOS, LedgerController
from tests.ui.at_hand import NOW, TODAY, all_items, filled, some_items


@pytest.fixture
def store(tmp_path: Path) -> Generator[Store]:
    with filled(tmp_path, some_items()) as made:
        yield made


@pytest.fixture
def ledger(store: Store) -> LedgerController:
    return LedgerController(store, lambda: NOW)


def by_id(items: list[OpenItem]) -> list[OpenItem]:
    return sorted(items, key=lambda item: item.id)


def test_holds_what_the_store_holds(ledger: LedgerController, store: Store) -> None:
    assert by_id(ledger.items()) == by_id(all_items(store))
    assert {item.case_id for item in ledger.items_of(2)} == {2}
    assert len(ledger.items_of(2)) == 3


@pytest.mark.parametrize("action", ["add", "change", "clear", "delete"])
def test_undo_restores_store_and_memory_exactly(action: str, ledger: LedgerController, store: Store) -> None:
    before = by_id(all_items(store))
    item = next(item for item in before if item.counterparty == "王女士")
    if action == "add":
        ledger.add(OpenItem(case_id=2, amount_fen=1))
    elif action == "change":
        ledger.change(replace(item, amount_fen=5, note="改过"))
    elif action == "clear":
        ledger.clear(item, TODAY, "退款成功")
    else:
        ledger.delete(item.id)
    assert by_id(ledger.items()) == by_id(all_items(store)) != before
    ledger.undo()
    assert by_id(ledger.items()) == by_id(all_items(store)) == before


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.sampled_from(["add", "change", "clear", "delete"]), st.integers(0, 9)), max_size=8))
def test_any_row_of_actions_can_be_undone(
    steps: list[tuple[str, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    with filled(tmp_path_factory.mktemp("ledger"), some_items()[:3]) as store:
        ledger = LedgerController(store, lambda: NOW)
        before = by_id(ledger.items())
        done = sum(carry_out(ledger, action, at) for action, at in steps)
        for _ in range(done):
            assert ledger.undo()
        assert by_id(ledger.items()) == by_id(all_items(store)) == before
        assert ledger.undo() == ""


def carry_out(ledger: LedgerController, action: str, at: int) -> bool:
    """Do something with one of the items, and return whether there was one to do it with."""
    items = by_id(ledger.items())
    if action == "add":
        ledger.add(OpenItem(case_id=1, amount_fen=100 + at))
    elif not items:
        return False
    elif action == "change":
        ledger.change(replace(items[at % len(items)], note=f"{at}"))
    elif action == "clear":
        waiting = [item for item in items if is_open(item)]
        if not waiting:
            return False
        ledger.clear(waiting[at % len(waiting)], TODAY, f"{at}")
    else:
        ledger.delete(items[at % len(items)].id)
    return True


def test_only_the_last_fifty_actions_are_kept(ledger: LedgerController) -> None:
    for _ in range(KEPT_UNDOS + 5):
        ledger.add(OpenItem(case_id=1, amount_fen=100))
    undone = 0
    while ledger.undo():
        undone += 1
    assert undone == KEPT_UNDOS
    assert len(ledger.items()) == len(some_items()) + 5


def test_a_refused_action_changes_nothing_and_cannot_be_undone(ledger: LedgerController, store: Store) -> None:
    before = by_id(ledger.items())
    with pytest.raises(BadInputError):
        ledger.add(OpenItem(case_id=1))
    with pytest.raises(BadInputError):
        ledger.clear(before[0], TODAY, "  ")
    with pytest.raises(NotFoundError):
        ledger.delete(999)
    assert by_id(ledger.items()) == by_id(all_items(store)) == before
    assert ledger.undo() == ""


def test_an_undo_that_fails_can_be_tried_again(ledger: LedgerController, store: Store) -> None:
    item = ledger.items_of(1)[0]
    ledger.change(replace(item, note="x"))
    taken = delete_item(store, item.id, NOW)
    with pytest.raises(NotFoundError):
        ledger.undo()
    restore_item(store, taken, NOW)
    assert ledger.undo()
    assert item in ledger.items()


def test_says_what_was_done_and_what_undo_would_take_back(ledger: LedgerController) -> None:
    item = next(item for item in ledger.items() if item.counterparty == "王女士")
    did, undone, undoable = list[str](), list[str](), list[str]()
    ledger.did.connect(did.append)
    ledger.undone.connect(undone.append)
    ledger.undoable.connect(undoable.append)
    ledger.delete(item.id)
    assert "128.50" in did[0]
    assert "王女士" in did[0]
    ledger.undo()
    assert undone == did
    assert undoable == [did[0], ""]


def test_an_import_past_the_ledger_is_seen_after_reload(ledger: LedgerController, store: Store) -> None:
    ledger.add(OpenItem(case_id=1, amount_fen=100))
    add_item(store, OpenItem(case_id=1, amount_fen=200), NOW)
    ledger.reload()
    assert by_id(ledger.items()) == by_id(all_items(store))
    assert ledger.undo() == ""


def test_clearing_says_when_and_how(ledger: LedgerController) -> None:
    item = ledger.items_of(1)[0]
    done = ledger.clear(item, TODAY, " 退款成功 ")
    assert (done.state, done.cleared_on, done.cleared_how) == (ItemState.CLEARED, TODAY, "退款成功")


def test_undoing_a_clearing_takes_its_proof_off_again(ledger: LedgerController, store: Store, tmp_path: Path) -> None:
    slip = tmp_path / "slip.png"
    slip.write_bytes(b"paid")
    item = ledger.items_of(1)[0]
    before = item_file(store, item.id)
    ledger.clear_with_proof(item, TODAY, "退款成功", [slip])
    assert not is_open(item_file(store, item.id).item)
    assert [proof.name for proof in item_file(store, item.id).proofs] == ["slip.png"]
    assert ledger.undo()
    after = item_file(store, item.id)
    assert (after.item, after.proofs) == (before.item, ())
    assert slip.read_bytes() == b"paid"
    ledger.clear_with_proof(item, TODAY, "退款成功", [slip])
    assert [proof.name for proof in item_file(store, item.id).proofs] == ["slip.png"]


def test_extra_fields_of_somebody_else_stay_and_what_both_changed_is_named(
    ledger: LedgerController, store: Store
) -> None:
    item = next(each for each in all_items(store) if each.counterparty == "王女士")
    base: dict[Fact, str] = facts_of(store, item.id)
    verb = {Fact.REFUND_NUMBER: "R-1", Fact.REASON: "verb {x}"}
    keep_item(store, replace(item, reference="theirs"), verb, NOW)
    told: list[str] = []
    ledger.did.connect(told.append)
    ledger.keep(replace(item, counterparty="李女士"), {**base, Fact.REASON: "window"}, (item, base))
    file = item_file(store, item.id)
    assert (file.item.reference, file.item.counterparty) == ("theirs", "李女士")
    assert file.facts == {**base, Fact.REFUND_NUMBER: "R-1", Fact.REASON: "window"}
    assert "elsewhere" in told[0]
    assert "verb {x}" in told[0]
    assert [each.what for each in file.events].count("facts.reason") == 2


def test_nothing_is_named_when_only_one_changed_it(ledger: LedgerController, store: Store) -> None:
    item = next(each for each in all_items(store) if each.counterparty == "王女士")
    told: list[str] = []
    ledger.did.connect(told.append)
    ledger.keep(replace(item, counterparty="李女士"), {Fact.REASON: "a"}, (item, {}))
    assert "elsewhere" not in told[0]
