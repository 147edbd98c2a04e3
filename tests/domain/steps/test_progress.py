"""How far a case has come: from its answers alone."""

from dataclasses import replace
from datetime import date

import pytest

from pos_closeout.domain.case.case import (
    Acquirer,
    Answer,
    Case,
    EntityType,
    Merchant,
    Reason,
    Request,
    Settlement,
    answer_to,
    case_number,
    main_action,
    shop_name,
    with_answer,
)
from pos_closeout.domain.device.terminal import Action, Terminal
from pos_closeout.domain.eligibility.eligibility import Finding, Level, evaluate
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.phases import PHASES, Step, StepState
from pos_closeout.domain.steps.progress import StepStatus, first_unfinished, identity_missing, purpose_missing, status

TERMINAL = Terminal(number="10023456", place="收银台", action=Action.REMOVE)
WHOLE = Case(
    merchant=Merchant(
        registered_name="和顺便利店",
        identity_number="92310115MA1K3TE79M",
        merchant_number="822331054110001",
        representative="张䶮",
        phone="13800138000",
    ),
    acquirer=Acquirer(name="拉卡拉支付股份有限公司"),
    settlement=Settlement(account_name="和顺便利店"),
    request=Request(reasons=(Reason.CLOSING_DOWN,), stop_on=date(2026, 12, 1)),
    terminals=(TERMINAL,),
)


def test_an_empty_case_starts_at_the_first_step_and_nothing_is_done() -> None:
    found = status(Case(), (), ())
    assert first_unfinished(found) is Step.PURPOSE
    assert StepState.DONE not in {each.state for each in found.values() if each is not found[Step.ELIGIBILITY]}


def test_every_step_has_a_status_in_order() -> None:
    assert tuple(status(WHOLE, (), (OpenItem(id=1),))) == tuple(Step)


def test_a_case_with_every_step_done_opens_where_it_is_closed() -> None:
    assert first_unfinished({step: StepStatus(StepState.DONE) for step in Step}) is Step.FOLLOW_UP


@pytest.mark.parametrize("action", [Action.SUSPEND, Action.SWAP])
def test_a_deposit_that_stays_with_the_acquirer_is_not_waited_for(action: Action) -> None:
    stays = replace(WHOLE, terminals=(replace(TERMINAL, action=action),))
    assert "deposit" in status(WHOLE, (), ())[Step.FOLLOW_UP].missing
    assert "deposit" not in status(stays, (), ())[Step.FOLLOW_UP].missing


def test_the_phases_hold_all_twelve_steps_in_order() -> None:
    assert tuple(step for steps in PHASES.values() for step in steps) == tuple(Step)


def test_purpose_says_what_is_missing() -> None:
    assert purpose_missing(Case()) == ("terminals", "reasons", "stop_on")
    assert purpose_missing(WHOLE) == ()
    assert purpose_missing(replace(WHOLE, terminals=(Terminal(),))) == ("action",)
    other = replace(WHOLE, request=replace(WHOLE.request, reasons=(Reason.OTHER,)))
    assert purpose_missing(other) == ("reason_note",)


def test_identity_says_what_is_missing_and_a_micro_merchant_needs_no_representative() -> None:
    assert identity_missing(WHOLE) == ()
    without = replace(WHOLE, merchant=replace(WHOLE.merchant, representative=" "), terminals=(TERMINAL, Terminal()))
    assert identity_missing(without) == ("representative", "terminal.2")
    micro = replace(without, merchant=replace(without.merchant, entity_type=EntityType.MICRO), terminals=(TERMINAL,))
    assert identity_missing(micro) == ()


def test_a_known_blocking_finding_blocks_and_an_open_question_waits() -> None:
    blocking = Finding("pending_refunds", Level.BLOCKING, Step.OPEN_ITEMS)
    question = Finding("frozen", Level.BLOCKING, Step.ELIGIBILITY, unanswered=True)
    assert status(WHOLE, (blocking, question), ())[Step.ELIGIBILITY].state is StepState.BLOCKED
    assert status(WHOLE, (question,), ())[Step.ELIGIBILITY].state is StepState.TO_DO
    assert status(WHOLE, (), ())[Step.ELIGIBILITY].state is StepState.DONE


def test_what_a_step_before_will_answer_blocks_only_once_that_step_is_finished() -> None:
    empty = Case()
    assert status(empty, evaluate(empty, (), date(2026, 11, 22)), ())[Step.ELIGIBILITY].state is StepState.TO_DO
    unsure = Finding("acquirer_confirmed", Level.BLOCKING, Step.IDENTITY)
    assert status(WHOLE, (unsure,), ())[Step.ELIGIBILITY].state is StepState.BLOCKED
    nameless = replace(WHOLE, acquirer=Acquirer())
    assert status(nameless, (unsure,), ())[Step.ELIGIBILITY] == StepStatus(StepState.TO_DO, ("acquirer_confirmed",))


def test_open_items_are_done_once_written_down_or_said_to_be_none() -> None:
    assert status(WHOLE, (), ())[Step.OPEN_ITEMS].state is StepState.TO_DO
    assert status(WHOLE, (), (OpenItem(id=1),))[Step.OPEN_ITEMS].state is StepState.DONE
    assert status(replace(WHOLE, nothing_open=True), (), ())[Step.OPEN_ITEMS].state is StepState.DONE


def test_the_letter_is_done_once_it_was_issued() -> None:
    assert status(WHOLE, (), ())[Step.APPLICATION].state is StepState.TO_DO
    issued = replace(WHOLE, letter=replace(WHOLE.letter, issued_version=1))
    assert status(issued, (), ())[Step.APPLICATION].state is StepState.DONE


def test_the_action_that_reaches_furthest_names_the_letter() -> None:
    mixed = replace(WHOLE, terminals=(replace(TERMINAL, action=Action.SUSPEND), TERMINAL, Terminal()))
    assert main_action(mixed) is Action.REMOVE
    assert main_action(Case()) is None


def test_an_answer_can_be_given_changed_and_taken_back() -> None:
    once = with_answer(Case(), "frozen", Answer.FINE)
    twice = with_answer(once, "frozen", Answer.PROBLEM)
    assert (answer_to(once, "frozen"), answer_to(twice, "frozen")) == (Answer.FINE, Answer.PROBLEM)
    assert with_answer(twice, "frozen", None) == Case()


def test_names_and_numbers() -> None:
    assert case_number(2026, 7) == "TJ-2026-0007"
    assert shop_name(WHOLE) == "和顺便利店"
