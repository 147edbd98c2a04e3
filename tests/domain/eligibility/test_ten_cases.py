"""Ten owners are asked what concerns them and nothing else, and find what a competent adviser finds."""

from dataclasses import replace

import pytest

from pos_closeout.domain.case.case import Reason
from pos_closeout.domain.device.terminal import Action
from pos_closeout.domain.eligibility.concerns import bring_back
from pos_closeout.domain.eligibility.eligibility import evaluate, open_questions
from pos_closeout.domain.eligibility.findings import Finding, Level
from tests.domain.ten_cases import ADVICE, READ_ON, ten_cases


def findings(number: str) -> tuple[Finding, ...]:
    case, items = ten_cases(number)
    return evaluate(case, items, READ_ON)


@pytest.mark.parametrize("number", ADVICE)
def test_the_owner_is_asked_what_the_adviser_asks(number: str) -> None:
    asked = open_questions(findings(number))
    assert set(asked) == set(ADVICE[number].asks.split())
    assert len(asked) <= ADVICE[number].most


@pytest.mark.parametrize("number", ADVICE)
def test_nothing_is_asked_that_would_look_foolish(number: str) -> None:
    assert not set(open_questions(findings(number))) & set(ADVICE[number].never.split())


@pytest.mark.parametrize("number", ADVICE)
def test_what_the_adviser_finds_is_found(number: str) -> None:
    known = [each for each in findings(number) if not each.unanswered]
    assert {each.check for each in known if each.level is Level.BLOCKING} == set(ADVICE[number].blocking.split())
    assert {each.check for each in known if each.level is Level.WARNING} >= set(ADVICE[number].warning.split())


def test_days_that_are_not_worked_and_the_last_day_for_a_notice_are_named() -> None:
    found = {
        number: {each.check: dict(each.values) for each in findings(number)} for number in ("02", "03", "05", "10")
    }
    assert (found["02"]["stop_day"]["before"], found["02"]["stop_day"]["after"]) == ("2026-12-18", "2026-12-21")
    assert (found["03"]["stop_day"]["before"], found["03"]["stop_day"]["after"]) == ("2026-12-04", "2026-12-07")
    assert found["05"]["closing_notice"]["day"] == "2026-12-16"
    assert found["10"]["closing_notice"]["day"] == "2026-12-01"


@pytest.mark.parametrize("action", [Action.SUSPEND, Action.REMOVE])
def test_what_is_true_only_of_the_end_is_not_asked_while_the_merchant_number_lives_on(action: Action) -> None:
    case, items = ten_cases("05")
    request = replace(case.request, reasons=(Reason.FEES,))
    lives = replace(case, request=request, terminals=tuple(replace(each, action=action) for each in case.terminals))
    ends = replace(case, request=request)
    only_of_the_end = {"invoices", "tax", "shared_merchant_number"}
    assert not only_of_the_end & set(open_questions(evaluate(lives, items, READ_ON)))
    assert set(open_questions(evaluate(ends, items, READ_ON))) >= {"invoices", "tax"}


def test_what_was_left_out_says_why_and_can_be_brought_back() -> None:
    case, items = ten_cases("01")
    (left,) = [each for each in evaluate(case, items, READ_ON) if each.check == "tax"]
    assert left.values == (("left_out", "personal"),)
    assert "tax" in open_questions(evaluate(bring_back(case, "tax"), items, READ_ON))
