from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given, settings

from pos_closeout.domain.case.case import Answer, Case, CheckAnswer, Merchant, Reason, Request, with_answer
from pos_closeout.domain.device.terminal import Terminal
from pos_closeout.domain.errors import DataFolderError, NotFoundError
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.store import Store
from pos_closeout.store.safety import copies
from tests.store.strategies import cases


@given(case=cases)
@settings(max_examples=12, deadline=None)
def test_any_case_comes_back_as_it_was_saved(shared: Store, now: datetime, case: Case) -> None:
    added = shared.cases.add(case, now)
    assert shared.cases.get(added.id) == added
    numbered = zip(case.terminals, added.terminals, strict=True)
    terminals = tuple(replace(terminal, id=stored.id) for terminal, stored in numbered)
    assert added == replace(case, id=added.id, number=added.number, terminals=terminals)


@given(before=cases, after=cases)
@settings(max_examples=12, deadline=None)
def test_a_saved_case_replaces_the_one_before(shared: Store, now: datetime, before: Case, after: Case) -> None:
    opened = shared.cases.add(before, now)
    saved = shared.cases.save(replace(after, id=opened.id), now)
    assert shared.cases.get(opened.id) == saved
    assert saved.number == opened.number
    assert [replace(terminal, id=0) for terminal in saved.terminals] == list(after.terminals)


def test_numbers_run_through_each_year_and_never_come_back(store: Store, now: datetime) -> None:
    opened = [store.cases.add(Case(created_on=date(year, 5, 1)), now) for year in (2026, 2026, 2027)]
    assert [case.number for case in opened] == ["TJ-2026-0001", "TJ-2026-0002", "TJ-2027-0001"]
    store.cases.delete(opened[1].id, now)
    after = store.cases.add(Case(created_on=date(2026, 6, 1)), now)
    assert after.number == "TJ-2026-0003"
    assert after.id > opened[2].id


def test_the_number_cannot_be_overwritten(store: Store, now: datetime) -> None:
    opened = store.cases.add(Case(), now)
    assert store.cases.save(replace(opened, number="TJ-1999-0001", nothing_open=True), now).number == opened.number


def test_terminals_keep_their_ids_when_moved_and_get_them_back_after_undo(store: Store, now: datetime) -> None:
    two = store.cases.add(Case(terminals=(Terminal(number="1"), Terminal(number="2"))), now)
    moved = store.cases.save(replace(two, terminals=two.terminals[::-1]), now)
    assert moved.terminals == two.terminals[::-1]
    store.cases.save(replace(two, terminals=two.terminals[:1]), now)
    assert store.cases.save(two, now) == two


def test_a_terminal_id_of_another_case_is_not_taken_over(store: Store, now: datetime) -> None:
    first = store.cases.add(Case(terminals=(Terminal(number="1"),)), now)
    second = store.cases.save(replace(store.cases.add(Case(), now), terminals=first.terminals), now)
    assert second.terminals[0].id != first.terminals[0].id
    assert store.cases.get(first.id) == first


def test_a_case_that_is_not_there_is_named(store: Store, now: datetime) -> None:
    asks: list[Callable[[], Case]] = [lambda: store.cases.get(7), lambda: store.cases.save(Case(id=7), now)]
    for ask in asks:
        with pytest.raises(NotFoundError) as refused:
            ask()
        assert (refused.value.message_id, refused.value.facts) == ("case.not_found", {"id": 7})


def test_deleting_makes_a_safety_copy_first_and_takes_items_and_history_along(store: Store, now: datetime) -> None:
    kept = store.cases.add(Case(merchant=Merchant(phone="1")), now)
    gone = store.cases.add(Case(merchant=Merchant(phone="13800138000")), now)
    store.items.add(OpenItem(case_id=gone.id, amount_fen=1), now)
    store.cases.delete(gone.id, now)
    assert store.cases.all() == (kept,)
    assert store.items.all() == ()
    assert [(line.what, line.old) for line in store.timeline.for_case(gone.id)] == [("case.deleted", gone.number)]
    assert store.timeline.for_case(kept.id)
    (copy,) = copies(store.database.path.parent)
    assert b"13800138000" in copy.read_bytes()


def test_half_a_character_does_not_stop_a_save(store: Store, now: datetime) -> None:
    opened = store.cases.add(Case(), now)
    store.cases.save(replace(opened, merchant=Merchant(registered_name="和\ud800顺")), now)
    assert store.cases.get(opened.id).merchant.registered_name == "和\ufffd顺"


def test_the_history_holds_exactly_the_changed_fields(store: Store, now: datetime) -> None:
    opened = store.cases.add(Case(terminals=(Terminal(number="1"),)), now)
    terminal = opened.terminals[0]
    before = len(store.timeline.for_case(opened.id))
    changed = with_answer(
        replace(
            opened,
            merchant=replace(opened.merchant, phone="0571-1"),
            request=Request(reasons=(Reason.FEES,), stop_on=date(2026, 12, 1)),
            terminals=(replace(terminal, place="仓库"),),
        ),
        "tax",
        Answer.FINE,
    )
    store.cases.save(changed, now)
    lines = store.timeline.for_case(opened.id)[before:]
    assert {(line.what, line.old, line.new) for line in lines} == {
        ("merchant.phone", "", "0571-1"),
        ("request.reasons", "[]", '["fees"]'),
        ("request.stop_on", "", "2026-12-01"),
        (f"terminals.{terminal.id}.place", "", "仓库"),
        ("answers.tax", "", "fine"),
    }
    assert {line.at for line in lines} == {"2026-11-22T10:00:00+00:00"}


@given(before=cases, after=cases)
@settings(max_examples=12, deadline=None)
def test_the_history_tells_how_one_case_became_the_other(
    shared: Store, now: datetime, before: Case, after: Case
) -> None:
    opened = shared.cases.add(before, now)
    saved = shared.cases.save(replace(after, id=opened.id), now)
    again = shared.cases.add(replace(after, terminals=()), now)
    # Played back, the history of the changed case says the same as the history of one opened like that at once.
    told = _told(shared, opened.id)
    assert _without_terminals(told) == _without_terminals(_told(shared, again.id))
    assert told["terminals"] == ",".join(str(terminal.id) for terminal in saved.terminals)
    lines = shared.timeline.for_case(opened.id)
    assert all(line.old != line.new for line in lines)
    shared.cases.save(saved, now)
    assert shared.timeline.for_case(opened.id) == lines


def test_nothing_is_written_when_nothing_changed(store: Store, now: datetime) -> None:
    opened = store.cases.add(Case(answers=(CheckAnswer("tax", Answer.FINE),)), now)
    writes = store.database.connection.total_changes
    assert store.cases.save(opened, now) == opened
    assert store.database.connection.total_changes == writes


def _told(store: Store, case_id: int) -> dict[str, str]:
    """Play the history back."""
    told = {"terminals": ""}
    for line in store.timeline.for_case(case_id):
        if line.what != "case.opened":
            assert told.get(line.what, _DEFAULTS.get(line.what, "")) == line.old, line.what
            told[line.what] = line.new
    return told


def _without_terminals(told: dict[str, str]) -> dict[str, str]:
    return {
        what: new for what, new in told.items() if not what.startswith("terminals") and new != _DEFAULTS.get(what, "")
    }


_DEFAULTS = {
    "profile.brought_back": "[]",
    "follow_up.deposit_none": "0",
    "review.asked": "0",
    "impact.stopping": "[]",
    "impact.stopping_said": "0",
    "impact.risks_said": "0",
    "impact.accepted": "0",
    "sample": "0",
    "nothing_open": "0",
    "merchant.entity_type": "sole_trader",
    "acquirer.confirmed": "0",
    "settlement.wants_clearance": "1",
    "request.reasons": "[]",
    "request.after_close_of_business": "1",
    "letter.language": "zh",
    "letter.left_out": "[]",
    "letter.issued_version": "0",
    "backup.program_data": "1",
    "backup.nothing_in": "[]",
    "backup.copy_apart": "0",
}


def test_a_case_without_one_of_its_parts_is_told_and_not_left_out(store: Store, now: datetime) -> None:
    kept, damaged = store.cases.add(Case(), now), store.cases.add(Case(), now)
    store.database.run("DELETE FROM settlements WHERE case_id = ?", (damaged.id,))
    for ask in (store.cases.all, lambda: store.cases.get(damaged.id)):
        with pytest.raises(DataFolderError) as refused:
            ask()
        assert refused.value.message_id == "store.unreadable_value"
        assert refused.value.facts["what"] == "Settlement"
    assert store.cases.get(kept.id) == kept
