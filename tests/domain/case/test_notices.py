"""Everybody with an open matter is told, in time, and a notice cannot be confirmed before it went out."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_closeout.domain.case.notices import (
    DAYS_BEFORE,
    Audience,
    Notice,
    NoticeChannel,
    NoticePlan,
    NoticeState,
    check_notice,
    notice_state,
    notices_missing,
    pay_words,
    planned_day,
    sorted_notices,
    suggested,
)
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.ledger.open_items import ItemKind, ItemState, OpenItem

TODAY = date(2026, 11, 23)
STOP = date(2026, 12, 20)
REFUND = OpenItem(id=7, kind=ItemKind.REFUND, amount_fen=128_50, counterparty="王女士", contact="13800000000")


def test_whoever_waits_for_money_is_suggested_with_the_contact_of_the_item() -> None:
    mail = replace(REFUND, id=8, contact="li@example.com")
    gone = replace(REFUND, id=9, state=ItemState.CLEARED)
    new = suggested((), [REFUND, mail, gone, replace(REFUND, id=10, kind=ItemKind.FEE)], STOP, TODAY)
    people = {notice.item_id: notice for notice in new if notice.item_id}
    assert set(people) == {7, 8}
    assert (people[7].phone, people[7].email) == ("13800000000", "")
    assert (people[8].phone, people[8].email) == ("", "li@example.com")
    assert people[7].planned_on == STOP - timedelta(days=7)


@given(st.lists(st.builds(OpenItem, id=st.integers(1, 9), kind=st.sampled_from(ItemKind), amount_fen=st.just(100))))
def test_what_was_suggested_is_not_suggested_again_and_leaves_only_the_telling(items: list[OpenItem]) -> None:
    kept = suggested((), items, STOP, TODAY)
    assert suggested(kept, items, STOP, TODAY) == ()
    assert notices_missing(kept, items) == ("unsent",)
    told = [replace(notice, sent_on=TODAY) for notice in kept]
    assert notices_missing(told, items) == ()


@given(st.sampled_from(Audience), st.dates(date(2026, 11, 1), date(2027, 3, 1)))
def test_a_notice_is_never_planned_for_a_day_that_has_gone(audience: Audience, stop: date) -> None:
    day = planned_day(audience, stop, TODAY)
    assert day is not None
    assert day >= TODAY
    assert day in {TODAY, stop - timedelta(days=DAYS_BEFORE[audience])}


def test_the_bank_is_told_last_so_that_the_account_stays_open() -> None:
    assert min(DAYS_BEFORE, key=lambda audience: DAYS_BEFORE[audience]) is Audience.BANK
    assert planned_day(Audience.BANK, STOP, TODAY) == STOP + timedelta(days=7)
    assert planned_day(Audience.BANK, None, TODAY) is None


@pytest.mark.parametrize(
    ("notice", "state"),
    [
        (Notice(planned_on=TODAY - timedelta(days=1)), NoticeState.LATE),
        (Notice(planned_on=TODAY), NoticeState.TODAY),
        (Notice(planned_on=TODAY + timedelta(days=1)), NoticeState.PLANNED),
        (Notice(), NoticeState.PLANNED),
        (Notice(planned_on=TODAY - timedelta(days=9), sent_on=TODAY), NoticeState.SENT),
        (Notice(sent_on=TODAY, acknowledged_on=TODAY), NoticeState.ACKNOWLEDGED),
        (Notice(planned_on=TODAY - timedelta(days=1), not_needed="没有供应商"), NoticeState.NOT_NEEDED),
    ],
)
def test_a_notice_says_how_far_it_is(notice: Notice, state: NoticeState) -> None:
    assert notice_state(notice, TODAY) is state


@pytest.mark.parametrize(
    ("notice", "message"),
    [
        (Notice(sent_on=TODAY + timedelta(days=1)), "notice.sent_in_future"),
        (Notice(acknowledged_on=TODAY), "notice.acknowledged_unsent"),
        (Notice(sent_on=TODAY, acknowledged_on=TODAY - timedelta(days=1)), "notice.acknowledged_before_sent"),
    ],
)
def test_impossible_days_are_refused(notice: Notice, message: str) -> None:
    with pytest.raises(BadInputError, match=message.replace(".", r"\.")):
        check_notice(notice, TODAY)


def test_the_list_runs_by_day() -> None:
    late, early = Notice(Audience.BANK, planned_on=STOP), Notice(Audience.STAFF, planned_on=TODAY)
    assert sorted_notices([Notice(way=NoticeChannel.PHONE), late, early])[:2] == (early, late)


@pytest.mark.parametrize(
    ("plan", "zh", "en"),
    [
        (NoticePlan(), "", ""),
        (NoticePlan(pay_instead=" 现金 "), "现金", ""),
        (NoticePlan(pay_instead="the shop’s QR"), "the shop’s QR", "the shop’s QR"),
        (NoticePlan(pay_instead_en="cash"), "cash", "cash"),
        (NoticePlan(pay_instead="现金", pay_instead_en="cash"), "现金", "cash"),
    ],
)
def test_ways_to_pay_are_told_in_the_language_of_the_text(plan: NoticePlan, zh: str, en: str) -> None:
    assert (pay_words(plan, "zh"), pay_words(plan, "en")) == (zh, en)
