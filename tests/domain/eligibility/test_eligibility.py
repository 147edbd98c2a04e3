"""Each check finds its obstacle at its weight, and is met once the obstacle is gone."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given

from pos_closeout.domain.case.backup import Backup, BackupSource, Material
from pos_closeout.domain.case.case import (
    Acquirer,
    Answer,
    Case,
    CheckAnswer,
    EntityType,
    Merchant,
    Reason,
    Request,
    Settlement,
    with_answer,
)
from pos_closeout.domain.case.contact import ContactGuard
from pos_closeout.domain.case.notices import Audience, Notice
from pos_closeout.domain.case.profile import Applicant, Profile
from pos_closeout.domain.device.terminal import Action, Condition, Ownership, Terminal
from pos_closeout.domain.eligibility.eligibility import CHECKS, QUESTIONS, Finding, Level, evaluate, open_questions
from pos_closeout.domain.ledger.open_items import ItemKind, ItemState, OpenItem
from pos_closeout.domain.phases import Step
from tests.domain.any_case import CASES, DAYS, ITEMS

TODAY = date(2026, 11, 22)
DEVICE = Terminal(
    number="10023456", serial_number="N7NL00123456", ownership=Ownership.OWNED, action=Action.REMOVE, place="收银台"
)
READY = Case(
    acquirer=Acquirer(name="拉卡拉支付股份有限公司", confirmed=True),
    request=Request(reasons=(Reason.CHANGE_ACQUIRER,), stop_on=TODAY + timedelta(days=30)),
    terminals=(DEVICE,),
    merchant=Merchant(identity_number="92310115MA1K3TE79M", merchant_number="822331054110001"),
    answers=tuple(CheckAnswer(check, Answer.FINE) for check in QUESTIONS if check != "open_matters"),
)
CLOSING = replace(READY, terminals=(replace(DEVICE, action=Action.CLOSE_MERCHANT),))
CLOSING_DOWN = replace(READY, request=replace(READY.request, reasons=(Reason.CLOSING_DOWN,)))
SOON = replace(READY, request=replace(READY.request, stop_on=TODAY + timedelta(days=3)))
MICRO = replace(READY, merchant=replace(READY.merchant, entity_type=EntityType.MICRO))
PUSHED = with_answer(replace(READY, acquirer=Acquirer("升级中心")), "not_a_scam_call", Answer.PROBLEM)
CHANGED = replace(READY, profile=Profile(applicant=Applicant.CHANGED))
HEIRS = replace(READY, profile=Profile(applicant=Applicant.HEIRS))
LEFT = replace(READY, profile=Profile(acquirer_left=True))

BLOCKING, WARNING, INFORMATION, MET = Level


def found(check: str, case: Case, items: Sequence[OpenItem] = (), today: date = TODAY) -> tuple[Finding, ...]:
    return tuple(each for each in evaluate(case, items, today) if each.check == check)


def only(check: str, case: Case, items: Sequence[OpenItem] = ()) -> Finding:
    (finding,) = found(check, case, items)
    return finding


def problem(check: str, case: Case = READY) -> Case:
    return with_answer(case, check, Answer.PROBLEM)


def device(terminal: Terminal) -> Case:
    return replace(READY, terminals=(terminal,))


def money(settlement: Settlement) -> Case:
    return replace(READY, settlement=settlement)


def item(kind: ItemKind, state: ItemState = ItemState.OPEN) -> OpenItem:
    return OpenItem(kind=kind, amount_fen=12800, state=state)


def test_a_case_with_everything_in_order_meets_every_check() -> None:
    assert [(each.check, each.level) for each in evaluate(READY, (), TODAY)] == [(check, MET) for check in CHECKS]


ANSWERED_PROBLEM = {
    # The weight of a bad answer and the step that repairs it, for a case that is otherwise in order.
    "terminals_listed": (READY, WARNING, Step.ELIGIBILITY),
    "shared_merchant_number": (CLOSING, BLOCKING, Step.PURPOSE),
    "unsettled_funds": (READY, BLOCKING, Step.OPEN_ITEMS),
    "settlement_account": (READY, BLOCKING, Step.ELIGIBILITY),
    "pending_refunds": (READY, BLOCKING, Step.OPEN_ITEMS),
    "preauthorisations": (READY, BLOCKING, Step.OPEN_ITEMS),
    "unknown_transactions": (READY, BLOCKING, Step.OPEN_ITEMS),
    "disputes": (READY, BLOCKING, Step.OPEN_ITEMS),
    "instalments_recurring": (READY, BLOCKING, Step.OPEN_ITEMS),
    "prepaid_balances": (READY, WARNING, Step.OPEN_ITEMS),
    "fees_due": (READY, WARNING, Step.OPEN_ITEMS),
    "contract_term": (READY, WARNING, Step.ELIGIBILITY),
    "deposit_proof": (READY, WARNING, Step.ELIGIBILITY),
    "device_present": (device(replace(DEVICE, condition=Condition.LOST)), BLOCKING, Step.ELIGIBILITY),
    "licence_valid": (READY, WARNING, Step.ELIGIBILITY),
    "seal_and_representative": (READY, BLOCKING, Step.ELIGIBILITY),
    "frozen": (READY, BLOCKING, Step.ELIGIBILITY),
    "history_exported": (READY, WARNING, Step.BACKUP),
    "invoices": (CLOSING, WARNING, Step.OPEN_ITEMS),
    "tax": (CLOSING, WARNING, Step.ELIGIBILITY),
    "replacement_ready": (READY, WARNING, Step.IMPACT),
    "staff_access": (READY, WARNING, Step.ELIGIBILITY),
    "notices_sent": (READY, WARNING, Step.NOTICES),
    "mall_terminal": (READY, BLOCKING, Step.ELIGIBILITY),
    "data_lines": (READY, INFORMATION, Step.ELIGIBILITY),
    "not_a_scam_call": (READY, WARNING, Step.CONTACT),
    "scam_replied": (PUSHED, BLOCKING, Step.ELIGIBILITY),
    "scam_device_sent": (PUSHED, BLOCKING, Step.ELIGIBILITY),
    "slip_acquirer": (PUSHED, BLOCKING, Step.ELIGIBILITY),
    "device_works": (PUSHED, WARNING, Step.ELIGIBILITY),
    "what_was_sold": (CHANGED, BLOCKING, Step.ELIGIBILITY),
    "back_office_access": (CHANGED, WARNING, Step.ELIGIBILITY),
    "termination_notice": (LEFT, WARNING, Step.ELIGIBILITY),
    "deposit_conditions": (LEFT, WARNING, Step.ELIGIBILITY),
    "heirs_agree": (HEIRS, BLOCKING, Step.ELIGIBILITY),
    "device_in_use": (HEIRS, BLOCKING, Step.ELIGIBILITY),
    "shop_goes_on": (HEIRS, INFORMATION, Step.ELIGIBILITY),
}


def test_every_question_is_in_the_table_of_answers() -> None:
    assert (*ANSWERED_PROBLEM, "open_matters") == tuple(sorted(QUESTIONS, key=lambda each: each == "open_matters"))


@pytest.mark.parametrize("check", ANSWERED_PROBLEM)
def test_a_bad_answer_weighs_what_the_table_says(check: str) -> None:
    case, level, step = ANSWERED_PROBLEM[check]
    finding = only(check, problem(check, case))
    assert (finding.level, finding.step, finding.unanswered) == (level, step, False)


@pytest.mark.parametrize("check", ANSWERED_PROBLEM)
def test_a_question_without_an_answer_waits_in_the_eligibility_step(check: str) -> None:
    case, level, _ = ANSWERED_PROBLEM[check]
    unasked = with_answer(case, check, None)
    finding = only(check, unasked)
    assert (finding.level, finding.step, finding.unanswered) == (level, Step.ELIGIBILITY, True)
    assert open_questions(evaluate(unasked, (), TODAY)) == (check,)


NOBODY_SURE = replace(READY, acquirer=replace(READY.acquirer, confirmed=False))
SUSPENDED = device(replace(DEVICE, action=Action.SUSPEND))
ITEMS_BY_CHECK = {
    "unsettled_funds": (BLOCKING, [ItemKind.SETTLEMENT]),
    "pending_refunds": (BLOCKING, [ItemKind.REFUND]),
    "preauthorisations": (BLOCKING, [ItemKind.PREAUTH]),
    "unknown_transactions": (BLOCKING, [ItemKind.UNFINISHED]),
    "disputes": (BLOCKING, [ItemKind.RETRIEVAL, ItemKind.CHARGEBACK, ItemKind.COMPLAINT]),
    "instalments_recurring": (BLOCKING, [ItemKind.INSTALMENT, ItemKind.RECURRING]),
    "prepaid_balances": (WARNING, [ItemKind.PREPAID]),
    "fees_due": (WARNING, [ItemKind.FEE]),
    "invoices": (WARNING, [ItemKind.INVOICE]),
}


@pytest.mark.parametrize(
    ("check", "case", "level", "step", "terminal"),
    [
        ("acquirer_confirmed", replace(READY, acquirer=Acquirer(confirmed=True)), BLOCKING, Step.IDENTITY, ""),
        ("acquirer_confirmed", NOBODY_SURE, BLOCKING, Step.IDENTITY, ""),
        ("action_chosen", replace(READY, terminals=()), BLOCKING, Step.PURPOSE, ""),
        ("action_chosen", device(replace(DEVICE, action=None)), BLOCKING, Step.PURPOSE, "10023456"),
        ("terminals_listed", replace(READY, terminals=()), WARNING, Step.PURPOSE, ""),
        ("terminals_listed", problem("terminals_listed", CLOSING), BLOCKING, Step.ELIGIBILITY, ""),
        ("shared_merchant_number", problem("shared_merchant_number"), INFORMATION, Step.ELIGIBILITY, ""),
        ("unsettled_funds", money(Settlement(unsettled_fen=1)), BLOCKING, Step.IDENTITY, ""),
        ("prepaid_balances", problem("prepaid_balances", CLOSING_DOWN), BLOCKING, Step.OPEN_ITEMS, ""),
        ("fees_due", money(Settlement(fees_due_fen=1)), WARNING, Step.IDENTITY, ""),
        ("fees_due", problem("fees_due", SOON), BLOCKING, Step.OPEN_ITEMS, ""),
        ("history_exported", problem("history_exported", SOON), BLOCKING, Step.BACKUP, ""),
        ("ownership", device(replace(DEVICE, ownership=Ownership.UNKNOWN)), WARNING, Step.IDENTITY, "10023456"),
        ("device_present", device(replace(DEVICE, serial_number=" ")), WARNING, Step.IDENTITY, "10023456"),
        ("device_present", device(replace(DEVICE, condition=Condition.DAMAGED)), WARNING, Step.IDENTITY, "10023456"),
        ("device_present", device(replace(DEVICE, condition=Condition.LOST)), WARNING, Step.ELIGIBILITY, "10023456"),
        ("device_present", replace(READY, request=Request(reasons=(Reason.LOST,))), BLOCKING, Step.IDENTITY, ""),
        ("spare_terminal", SUSPENDED, INFORMATION, Step.PURPOSE, ""),
    ],
)
def test_what_is_written_down_is_found_at_its_weight(
    check: str, case: Case, level: Level, step: Step, terminal: str
) -> None:
    finding = only(check, case)
    assert (finding.level, finding.step, finding.terminal, finding.unanswered) == (level, step, terminal, False)


@pytest.mark.parametrize(
    ("check", "case"),
    [
        ("shared_merchant_number", with_answer(READY, "shared_merchant_number", None)),
        ("unsettled_funds", problem("unsettled_funds", money(Settlement(unsettled_fen=0)))),
        ("fees_due", problem("fees_due", money(Settlement(fees_due_fen=0)))),
        ("deposit_proof", problem("deposit_proof", money(Settlement(deposit_receipt="YJ-1")))),
        ("device_present", problem("device_present")),
        ("licence_valid", problem("licence_valid", MICRO)),
        ("seal_and_representative", problem("seal_and_representative", MICRO)),
        ("replacement_ready", problem("replacement_ready", CLOSING_DOWN)),
        ("spare_terminal", money(Settlement(last_transaction_on=TODAY - timedelta(days=400)))),
    ],
)
def test_what_is_written_down_meets_a_check_whatever_was_answered(check: str, case: Case) -> None:
    assert only(check, case).level is MET


@pytest.mark.parametrize(
    ("check", "kind"), [(check, kind) for check, (_, kinds) in ITEMS_BY_CHECK.items() for kind in kinds]
)
def test_an_open_item_beats_every_answer_until_it_is_cleared(check: str, kind: ItemKind) -> None:
    level, _ = ITEMS_BY_CHECK[check]
    for case in (READY, replace(READY, nothing_open=True), with_answer(READY, check, Answer.NOT_APPLICABLE)):
        finding = only(check, case, [item(kind), item(kind), item(kind, ItemState.CLEARED)])
        assert (finding.level, finding.step) == (level, Step.OPEN_ITEMS)
        assert finding.values == (("count", 2), ("amount_fen", 25600))
    assert only(check, problem(check), [item(kind, ItemState.CLEARED)]).level is MET


@pytest.mark.parametrize("check", ITEMS_BY_CHECK)
def test_nothing_open_at_all_answers_for_the_ledger_unless_an_answer_contradicts(check: str) -> None:
    said = replace(with_answer(READY, check, None), nothing_open=True)
    assert only(check, said).level is MET
    assert only(check, problem(check, said)).level is not MET


@pytest.mark.parametrize(
    ("check", "kind", "settlement"),
    [
        ("unsettled_funds", ItemKind.SETTLEMENT, Settlement(unsettled_fen=30000)),
        ("fees_due", ItemKind.FEE, Settlement(fees_due_fen=30000)),
    ],
)
def test_an_amount_of_step_two_counts_as_far_as_cleared_items_do_not_cover_it(
    check: str, kind: ItemKind, settlement: Settlement
) -> None:
    cleared, case = item(kind, ItemState.CLEARED), money(settlement)
    assert only(check, case).values == (("amount_fen", 30000),)
    assert only(check, case, [cleared]).values == (("amount_fen", 17200),)
    assert only(check, case, [cleared, cleared, cleared]).level is MET
    assert only(check, case, [replace(cleared, amount_fen=None)]).level is MET
    assert only(check, case, [cleared, cleared, cleared, item(kind)]).step is Step.OPEN_ITEMS


@pytest.mark.parametrize(("days", "late"), [(-1, True), (0, False), (1, False)])
def test_money_is_late_from_the_day_after_it_was_expected(days: int, late: bool) -> None:
    case = money(Settlement(unsettled_fen=100, unsettled_expected_on=TODAY + timedelta(days=days)))
    assert (("expected", "late") in only("unsettled_funds", case).values) is late


@pytest.mark.parametrize(("days", "level"), [(-10, BLOCKING), (0, BLOCKING), (3, BLOCKING), (4, WARNING)])
@pytest.mark.parametrize("check", ["fees_due", "history_exported"])
def test_fees_and_an_undone_export_block_from_three_days_before_the_stop(check: str, days: int, level: Level) -> None:
    case = replace(READY, request=replace(READY.request, stop_on=TODAY + timedelta(days=days)))
    assert only(check, problem(check, case)).level is level
    assert only(check, problem(check, replace(case, request=Request()))).level is WARNING


def test_each_terminal_has_its_own_findings_and_is_named_by_number_or_place() -> None:
    case = replace(
        READY, terminals=(DEVICE, Terminal(condition=Condition.DAMAGED), replace(DEVICE, number="9", serial_number=""))
    )
    assert [each.terminal for each in found("action_chosen", case)] == ["#2"]
    assert [each.terminal for each in found("ownership", case)] == ["#2"]
    assert [(each.terminal, each.values) for each in found("device_present", case)] == [
        ("#2", (("condition", "damaged"),)),
        ("#2", (("missing", "serial_number"),)),
        ("9", (("missing", "serial_number"),)),
    ]


@pytest.mark.parametrize(("days", "level"), [(89, MET), (90, INFORMATION)])
def test_a_terminal_without_a_plan_counts_as_spare_after_ninety_idle_days(days: int, level: Level) -> None:
    case = replace(
        device(replace(DEVICE, action=None)), settlement=Settlement(last_transaction_on=TODAY - timedelta(days=days))
    )
    assert only("spare_terminal", case).level is level


def test_one_terminal_that_closes_the_merchant_makes_the_number_matter() -> None:
    mixed = replace(READY, terminals=(DEVICE, *CLOSING.terminals))
    assert only("shared_merchant_number", problem("shared_merchant_number", mixed)).level is BLOCKING


def test_bills_in_a_backup_that_was_read_back_answer_for_the_export() -> None:
    sources, checked = (
        (BackupSource("bill.csv", Material.BILLS),),
        Backup(bag="b", bag_id="x", checked_id="x", checked_on=TODAY, faults=0),
    )
    backed_up = replace(problem("history_exported"), backup=checked, backup_sources=sources)
    assert (only("history_exported", backed_up).level, only("history_exported", backed_up).step) == (MET, Step.BACKUP)
    assert only("history_exported", replace(backed_up, backup=Backup())).level is WARNING
    assert only("history_exported", replace(backed_up, backup_sources=())).level is WARNING


def test_the_list_of_notices_answers_whether_everybody_was_told() -> None:
    told = replace(READY, answers=(), notices=(Notice(Audience.CUSTOMERS, sent_on=TODAY),))
    waiting = replace(told, notices=(*told.notices, Notice(Audience.STAFF)))
    assert only("notices_sent", told).level is MET
    finding = only("notices_sent", waiting)
    assert (finding.level, finding.step, finding.unanswered) == (WARNING, Step.NOTICES, False)


def test_the_three_questions_of_the_contact_step_answer_whether_it_is_a_fraud() -> None:
    calm = ContactGuard(own_number=True, called_first=False, secret_asked=False)
    assert only("not_a_scam_call", replace(READY, answers=(), guard=calm)).level is MET
    pushed = only("not_a_scam_call", replace(READY, guard=replace(calm, secret_asked=True)))
    assert (pushed.level, pushed.step) == (WARNING, Step.CONTACT)


@given(CASES, ITEMS, DAYS)
def test_every_case_gets_every_check_in_order_and_can_repair_what_is_found(
    case: Case, items: list[OpenItem], today: date
) -> None:
    findings = evaluate(case, items, today)
    assert list(dict.fromkeys(each.check for each in findings)) == list(CHECKS)
    for each in findings:
        assert not each.unanswered or (each.check in QUESTIONS and each.step is Step.ELIGIBILITY)
    met = {each.check for each in findings if each.level is MET}
    assert all(Counter(each.check for each in findings)[check] == 1 for check in met)


@given(CASES, ITEMS, DAYS)
def test_clearing_everything_and_answering_fine_never_adds_a_block(
    case: Case, items: list[OpenItem], today: date
) -> None:
    def blocks(of: Case, ledger: Sequence[OpenItem]) -> int:
        return sum(each.level is BLOCKING for each in evaluate(of, ledger, today))

    better = replace(case, answers=READY.answers)
    assert blocks(better, [replace(each, state=ItemState.CLEARED) for each in items]) <= blocks(case, items)


@given(CASES, ITEMS, DAYS)
def test_an_answer_leaves_no_question_open(case: Case, items: list[OpenItem], today: date) -> None:
    assert not open_questions(evaluate(replace(case, answers=READY.answers), items, today))


def test_a_terminal_that_is_to_go_on_does_not_outlive_its_merchant_number() -> None:
    terminals = (Terminal(action=Action.CLOSE_MERCHANT), Terminal(number="7", action=Action.SWAP))
    found = [each for each in evaluate(Case(terminals=terminals), [], TODAY) if each.check == "action_chosen"]
    assert [(each.level, each.terminal, each.values) for each in found] == [
        (Level.WARNING, "7", (("conflict", "swap"),))
    ]
