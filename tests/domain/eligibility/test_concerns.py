"""Nobody is asked what does not concern them: by who applies, which device it is, and why."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from pos_closeout.domain.case.case import Acquirer, Answer, Case, EntityType, Merchant, Reason, Request, with_answer
from pos_closeout.domain.case.issued_papers import PaperKind
from pos_closeout.domain.case.notices import Audience
from pos_closeout.domain.case.profile import Applicant, Profile
from pos_closeout.domain.device.tasks import Task, tasks
from pos_closeout.domain.device.terminal import Action, DeviceKind, Ownership, Terminal
from pos_closeout.domain.eligibility.concerns import (
    LEAVES_OUT,
    Circumstance,
    bring_back,
    circumstances,
    leave_out_again,
    left_out,
    suggested_notices,
)
from pos_closeout.domain.eligibility.eligibility import CHECKS, QUESTIONS, evaluate, open_questions
from pos_closeout.domain.papers.attachments import Paper

TODAY = date(2026, 11, 29)
STOP = TODAY + timedelta(days=60)


def owner(entity: EntityType, kind: DeviceKind, reason: Reason, action: Action) -> Case:
    return Case(
        merchant=Merchant(entity_type=entity),
        acquirer=Acquirer("拉卡拉支付股份有限公司", confirmed=True),
        request=Request(reasons=(reason,), stop_on=STOP),
        terminals=(Terminal(number="10023456", ownership=Ownership.DEPOSIT, kind=kind, action=action),),
    )


@pytest.mark.parametrize(
    ("case", "most"),
    [
        (owner(EntityType.MICRO, DeviceKind.POCKET, Reason.IDLE, Action.CLOSE_MERCHANT), 9),
        (owner(EntityType.MICRO, DeviceKind.POCKET, Reason.FEES, Action.CLOSE_MERCHANT), 9),
        (owner(EntityType.SOLE_TRADER, DeviceKind.POCKET, Reason.FEES, Action.CLOSE_MERCHANT), 9),
        (owner(EntityType.COMPANY, DeviceKind.SMART, Reason.FAULT, Action.SWAP), 10),
        (owner(EntityType.SOLE_TRADER, DeviceKind.COUNTER, Reason.UPGRADE, Action.SWAP), 10),
        (owner(EntityType.COMPANY, DeviceKind.SMART, Reason.CLOSING_DOWN, Action.CLOSE_MERCHANT), 14),
        (owner(EntityType.SOLE_TRADER, DeviceKind.COUNTER, Reason.CLOSING_DOWN, Action.CLOSE_MERCHANT), 14),
    ],
)
def test_an_owner_who_has_answered_nothing_yet_is_asked_little(case: Case, most: int) -> None:
    assert 0 < len(open_questions(evaluate(case, (), TODAY))) <= most


def test_one_question_stands_for_all_kinds_until_the_answer_is_that_there_are_some() -> None:
    case = owner(EntityType.COMPANY, DeviceKind.SMART, Reason.CLOSING_DOWN, Action.CLOSE_MERCHANT)
    single = {"pending_refunds", "preauthorisations", "unknown_transactions", "disputes", "prepaid_balances"}
    assert not single & set(open_questions(evaluate(case, (), TODAY)))
    some = with_answer(case, "open_matters", Answer.PROBLEM)
    assert single <= set(open_questions(evaluate(some, (), TODAY)))
    none = with_answer(case, "open_matters", Answer.FINE)
    assert not single & set(open_questions(evaluate(none, (), TODAY)))


def test_what_is_left_out_can_be_brought_back_and_left_out_again() -> None:
    case = owner(EntityType.MICRO, DeviceKind.POCKET, Reason.IDLE, Action.CLOSE_MERCHANT)
    found = circumstances(case, (), TODAY)
    assert left_out("staff_access", case, found) is Circumstance.PERSONAL
    back = bring_back(bring_back(case, "staff_access"), "staff_access")
    assert back.profile.brought_back == ("staff_access",)
    assert left_out("staff_access", back, found) is None
    assert leave_out_again(back, "staff_access") == case


def test_the_table_names_only_what_there_is() -> None:
    known = {
        *CHECKS,
        *(f"paper.{each}" for each in PaperKind),
        *(f"attachment.{each}" for each in Paper),
        *(f"notice.{each}" for each in Audience),
    }
    assert set(LEAVES_OUT) <= known
    data = set(CHECKS) - set(QUESTIONS)
    assert not data & set(LEAVES_OUT)


def test_a_person_with_a_pocket_device_tells_no_landlord_and_no_staff() -> None:
    case = owner(EntityType.MICRO, DeviceKind.POCKET, Reason.IDLE, Action.CLOSE_MERCHANT)
    assert suggested_notices(case, (), TODAY) == ()
    shop = owner(EntityType.COMPANY, DeviceKind.SMART, Reason.CLOSING_DOWN, Action.CLOSE_MERCHANT)
    told = {each.audience: each.planned_on for each in suggested_notices(shop, (), TODAY)}
    assert told[Audience.CUSTOMERS] == STOP - timedelta(days=30)
    assert told[Audience.STAFF] == STOP - timedelta(days=3)
    moved = replace(shop, request=replace(shop.request, reasons=(Reason.CHANGE_ACQUIRER,)))
    assert suggested_notices(moved, (), TODAY)[0].planned_on == STOP - timedelta(days=15)


def test_a_pocket_device_has_no_settlement_print_and_no_sign_off() -> None:
    asked = set(tasks(Terminal(kind=DeviceKind.POCKET, action=Action.CLOSE_MERCHANT, ownership=Ownership.DEPOSIT)))
    assert not asked & {Task.PRINT_DETAIL, Task.SETTLE, Task.SIGN_OFF, Task.PREAUTHS}
    assert asked >= {Task.STOP_SALES, Task.EXPORT, Task.PHOTOS, Task.CLEAR_RECORDS, Task.HAND_OVER}


@pytest.mark.parametrize(
    ("profile", "reason", "expected"),
    [
        (Profile(applicant=Applicant.HEIRS), Reason.OTHER, Circumstance.HEIRS),
        (Profile(applicant=Applicant.FORMER), Reason.CLOSING_DOWN, Circumstance.LICENCE_GONE),
        (Profile(acquirer_left=True), Reason.COMPLIANCE, Circumstance.ACQUIRER_LEFT),
        (Profile(one_place=True), Reason.CLOSING_DOWN, Circumstance.ONE_PLACE),
        (Profile(), Reason.NOT_OPENED, Circumstance.NOT_OPENED),
    ],
)
def test_a_circumstance_follows_from_what_was_said(profile: Profile, reason: Reason, expected: Circumstance) -> None:
    case = owner(EntityType.SOLE_TRADER, DeviceKind.COUNTER, reason, Action.CLOSE_MERCHANT)
    assert expected in circumstances(replace(case, profile=profile), (), TODAY)


def test_a_merchant_nobody_opened_is_asked_for_neither_seal_nor_terminal_nor_backup() -> None:
    case = owner(EntityType.MICRO, DeviceKind.POCKET, Reason.NOT_OPENED, Action.CLOSE_MERCHANT)
    assert set(open_questions(evaluate(case, (), TODAY))) <= {"not_a_scam_call"}
