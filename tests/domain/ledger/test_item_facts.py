from datetime import date

import pytest

from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.ledger.item_facts import (
    SPECS,
    Fact,
    FactType,
    check_facts,
    fact_day,
    fact_fen,
    merge_facts,
    read_fact,
    spec_of,
)
from pos_closeout.domain.ledger.open_items import ItemKind


def test_all_fifteen_kinds_have_fields_of_their_own() -> None:
    assert set(SPECS) == set(ItemKind)
    assert len(ItemKind) == 15
    assert {spec.fact for specs in SPECS.values() for spec in specs} == set(Fact)
    assert all(bool(spec.choices) == (spec.type is FactType.CHOICE) for specs in SPECS.values() for spec in specs)


@pytest.mark.parametrize(
    ("kind", "name", "typed", "kept"),
    [
        (ItemKind.DEPOSIT, "returned_on", "2026年12月1日", "2026-12-01"),
        (ItemKind.DEPOSIT, "deduction_fen", "¥1,234.5", "123450"),
        (ItemKind.DEPOSIT, "receipt_number", " 6222 0210 0100 0004 ", "622202******0004"),
        (ItemKind.INSTALMENT, "months", "012", "12"),
        (ItemKind.REFUND, "progress", "accepted", "accepted"),
        (ItemKind.REFUND, "progress", " ", ""),
    ],
)
def test_what_was_typed_is_kept_in_one_form(kind: ItemKind, name: str, typed: str, kept: str) -> None:
    assert read_fact(spec_of(kind, name), typed) == kept
    assert check_facts(kind, {name: kept}) == ({Fact(name): kept} if kept else {})


@pytest.mark.parametrize(
    ("kind", "name", "typed", "error"),
    [
        (ItemKind.DEPOSIT, "auth_code", "1", "fact.unknown"),
        (ItemKind.DEPOSIT, "returned_on", "2026-02-30", "date.impossible"),
        (ItemKind.DEPOSIT, "deduction_fen", "1.005", "amount.not_a_number"),
        (ItemKind.INSTALMENT, "months", "1000", "fact.not_a_number"),
        (ItemKind.INSTALMENT, "months", "-1", "fact.not_a_number"),
        (ItemKind.REFUND, "progress", "maybe", "fact.not_a_choice"),
    ],
)
def test_what_cannot_be_kept_is_refused(kind: ItemKind, name: str, typed: str, error: str) -> None:
    with pytest.raises(BadInputError, match=error.replace(".", r"\.")):
        read_fact(spec_of(kind, name), typed)


def test_days_and_amounts_are_read_back() -> None:
    facts = check_facts(ItemKind.DEPOSIT, {"returned_on": "2026-12-01", "deduction_fen": "100"})
    assert fact_day(facts, Fact.RETURNED_ON) == date(2026, 12, 1)
    assert fact_fen(facts, Fact.DEDUCTION_FEN) == 100
    assert fact_day(facts, Fact.CONTRACT_DUE_ON) is None


@pytest.mark.parametrize(
    ("base", "theirs", "ours", "merged"),
    [
        ({}, {"slip": "1"}, {"batch": "2"}, {"slip": "1", "batch": "2"}),
        ({"slip": "0"}, {"slip": "1"}, {"slip": "0"}, {"slip": "1"}),
        ({"slip": "0"}, {"slip": "1"}, {"slip": "2"}, {"slip": "2"}),
        ({"slip": "0"}, {}, {"slip": "0"}, {}),
        ({"slip": "0"}, {"slip": "1"}, {}, {}),
        ({"slip": "0", "batch": "1"}, {"slip": "0"}, {"slip": "3", "batch": "1"}, {"slip": "3"}),
    ],
)
def test_what_two_changed_at_once_is_brought_together(
    base: dict[str, str], theirs: dict[str, str], ours: dict[str, str], merged: dict[str, str]
) -> None:
    three = [{Fact(name): value for name, value in each.items()} for each in (base, theirs, ours)]
    assert merge_facts(*three) == {Fact(name): value for name, value in merged.items()}
