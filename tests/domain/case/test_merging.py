from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from pos_closeout.domain.case.case import Answer, Case, CheckAnswer, Merchant
from pos_closeout.domain.case.contact import ContactEntry
from pos_closeout.domain.case.merging import Overruled, merge_cases
from pos_closeout.domain.device.terminal import Terminal
from tests.store.strategies import cases

BASE = Case(
    id=1,
    number="TJ-2026-0001",
    merchant=Merchant(registered_name="好味道", phone="1"),
    terminals=(Terminal(id=1, number="10"), Terminal(id=2, number="20")),
    contacts=(ContactEntry(clerk="王"),),
)


def test_answers_that_only_one_of_them_gave_all_stand() -> None:
    theirs = replace(BASE, merchant=replace(BASE.merchant, phone="2"), nothing_open=True)
    ours = replace(BASE, merchant=replace(BASE.merchant, email="a@b.cn"))
    merged = merge_cases(BASE, theirs, ours)
    assert merged.case == replace(theirs, merchant=replace(theirs.merchant, email="a@b.cn"))
    assert merged.overruled == ()


def test_an_answer_both_gave_is_the_later_one_and_the_other_one_is_named() -> None:
    theirs = replace(BASE, merchant=replace(BASE.merchant, phone="2"))
    ours = replace(BASE, merchant=replace(BASE.merchant, phone="3"))
    merged = merge_cases(BASE, theirs, ours)
    assert merged.case == ours
    assert merged.overruled == (Overruled("merchant.phone", "2", "3"),)


def test_the_same_answer_from_both_is_no_conflict() -> None:
    both = replace(BASE, merchant=replace(BASE.merchant, phone="2"))
    assert merge_cases(BASE, both, both).overruled == ()


def test_terminals_are_brought_together_one_by_one() -> None:
    one, two = BASE.terminals
    theirs = replace(BASE, terminals=(replace(one, place="收银台"), two, Terminal(id=3, number="30")))
    ours = replace(BASE, terminals=(replace(one, model="A8"), Terminal(number="40")))
    merged = merge_cases(BASE, theirs, ours)
    assert merged.case.terminals == (
        replace(one, place="收银台", model="A8"),
        Terminal(number="40"),
        Terminal(id=3, number="30"),
    )


def test_what_one_took_away_and_the_other_changed_stays() -> None:
    one, two = BASE.terminals
    theirs = replace(BASE, terminals=(one, replace(two, place="二楼")))
    ours = replace(BASE, terminals=(one,))
    assert merge_cases(BASE, theirs, ours).case.terminals == theirs.terminals
    assert merge_cases(BASE, ours, theirs).case.terminals == theirs.terminals


def test_entries_both_added_are_all_there_even_when_they_are_the_same() -> None:
    entry = ContactEntry(clerk="李")
    theirs = replace(BASE, contacts=(*BASE.contacts, ContactEntry(clerk="赵")))
    ours = replace(BASE, contacts=(*BASE.contacts, entry, entry))
    merged = merge_cases(BASE, theirs, ours)
    assert [each.clerk for each in merged.case.contacts] == ["王", "李", "李", "赵"]


def test_an_answer_to_a_check_stands_once() -> None:
    theirs = replace(BASE, answers=(CheckAnswer("who", Answer.FINE),))
    ours = replace(BASE, answers=(CheckAnswer("who", Answer.PROBLEM), CheckAnswer("device", Answer.FINE)))
    merged = merge_cases(BASE, theirs, ours)
    assert merged.case.answers == ours.answers
    assert [each.path for each in merged.overruled] == ["answers.who"]


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(base=cases, other=cases)
def test_what_only_one_of_them_changed_is_what_comes_out(base: Case, other: Case) -> None:
    other = replace(other, id=base.id, number=base.number)
    assert merge_cases(base, base, other).case == other
    assert merge_cases(base, other, base).case == other
    assert merge_cases(base, other, other).case == other
