"""Who the acquirer is and whom to believe: from what slip, agreement, bank and log say."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_closeout.domain.case.contact import (
    SAFE_ANSWERS,
    TRUSTED,
    ContactChannel,
    ContactEntry,
    ContactGuard,
    NumberSource,
    alarms,
    check_entry,
    compare_names,
    contact_missing,
    guard_answered,
    is_baited,
    is_trusted,
    next_contact,
)
from pos_closeout.domain.errors import BadInputError

TODAY = date(2026, 11, 22)
CALL = ContactEntry(spoken_on=TODAY, number="95016", source=NumberSource.SLIP)
SAFE = ContactGuard(own_number=True, called_first=False, secret_asked=False)


def test_two_places_that_agree_name_the_acquirer_whatever_their_spacing() -> None:
    guard = ContactGuard(slip_name="拉卡拉", agreement_name="某某 支付（中国）公司", payer_name="某某支付(中国)公司 ")
    found = compare_names(guard)
    assert (found.name, found.agreeing, found.given) == ("某某 支付（中国）公司", 2, 3)


def test_one_place_alone_is_taken_and_names_that_all_differ_are_not() -> None:
    assert compare_names(ContactGuard(payer_name="A")).name == "A"
    assert compare_names(ContactGuard(slip_name="A", payer_name="B")).name == ""
    assert compare_names(ContactGuard()).given == 0


@given(st.tuples(*[st.none() | st.booleans()] * 3))
def test_the_guard_alarms_for_every_answer_that_is_not_the_safe_one(answers: tuple[bool | None, ...]) -> None:
    guard = ContactGuard("", "", "", *answers)
    wrong = [name for (name, safe), answer in zip(SAFE_ANSWERS, answers, strict=True) if answer is (not safe)]
    assert alarms(guard) == tuple(wrong)
    assert guard_answered(guard) is (None not in answers)


@pytest.mark.parametrize("source", NumberSource)
def test_only_slip_agreement_and_official_site_are_trusted(source: NumberSource) -> None:
    entry = replace(CALL, source=source)
    assert is_trusted(entry) is (source in TRUSTED)
    assert is_baited(entry) is (source in {NumberSource.CALLED_ME, NumberSource.SMS})
    assert is_trusted(replace(entry, way=ContactChannel.COUNTER))


def test_the_step_is_done_with_a_checked_name_three_answers_and_one_contact_to_be_trusted() -> None:
    assert contact_missing(ContactGuard(), (), confirmed=False) == ("acquirer", "guard", "entry")
    bait = replace(CALL, source=NumberSource.SMS)
    assert contact_missing(SAFE, (bait,), confirmed=True) == ("trusted",)
    assert contact_missing(SAFE, (bait, CALL), confirmed=True) == ()


def test_whoever_was_called_first_is_done_once_they_called_the_right_number() -> None:
    assert contact_missing(replace(SAFE, called_first=True), (CALL,), confirmed=True) == ()


@pytest.mark.parametrize(
    ("entry", "message_id"),
    [
        (replace(CALL, spoken_on=None), "contact.date_missing"),
        (replace(CALL, spoken_on=TODAY + timedelta(days=1)), "contact.in_future"),
        (replace(CALL, number=" "), "contact.number_missing"),
        (replace(CALL, source=None), "contact.source_missing"),
        (replace(CALL, next_on=TODAY), "contact.step_missing"),
    ],
)
def test_an_entry_that_would_not_help_later_is_refused(entry: ContactEntry, message_id: str) -> None:
    with pytest.raises(BadInputError) as refused:
        check_entry(entry, TODAY)
    assert refused.value.message_id == message_id


def test_a_visit_needs_no_number() -> None:
    visit = ContactEntry(spoken_on=TODAY, way=ContactChannel.COUNTER)
    assert check_entry(visit, TODAY) == visit


def test_the_next_step_is_the_earliest_that_is_not_done() -> None:
    early = replace(CALL, next_step="a", next_on=TODAY, next_done=True)
    late, later = (replace(CALL, next_step="b", next_on=TODAY + timedelta(days=days)) for days in (2, 3))
    assert next_contact((later, early, late, CALL)) == late
    assert next_contact((CALL,)) is None
