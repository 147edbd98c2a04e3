"""Whatever a check finds has a title in both languages."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given

from pos_closeout.domain.case.case import Answer, Case, CheckAnswer
from pos_closeout.domain.eligibility.eligibility import CHECKS, QUESTIONS, Finding, Level, evaluate
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.phases import Step
from pos_closeout.guidance.loading import load_checks
from pos_closeout.guidance.texts import CheckText
from pos_closeout.guidance.wording import finding_title
from tests.domain.any_case import CASES, DAYS, ITEMS

FACTS: tuple[tuple[str, str | int], ...] = (("count", 2), ("amount_fen", 25600))


@pytest.fixture(scope="module")
def checks(resources: Path) -> dict[str, CheckText]:
    return dict(load_checks(resources / "guidance"))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("check", CHECKS)
def test_every_check_has_a_title_at_every_level(
    checks: dict[str, CheckText], check: str, level: Level, language: str
) -> None:
    found = Finding(check, level, Step.ELIGIBILITY, "10023456", FACTS)
    for each in (found, replace(found, unanswered=True)):
        title = finding_title(checks[check], each, language)
        assert title.strip()
        assert "{" not in title


@given(case=CASES, items=ITEMS, today=DAYS)
def test_whatever_is_found_can_be_said(
    checks: dict[str, CheckText], case: Case, items: list[OpenItem], today: date
) -> None:
    for each in evaluate(case, items, today):
        for language in ("zh", "en"):
            assert finding_title(checks[each.check], each, language).strip()


def test_a_bad_answer_needs_no_facts_for_its_title(checks: dict[str, CheckText], today: date) -> None:
    case = Case(answers=tuple(CheckAnswer(check, Answer.PROBLEM) for check in QUESTIONS))
    said = {each.check: finding_title(checks[each.check], each, "zh") for each in evaluate(case, (), today)}
    assert said["pending_refunds"] == "您说还有退款没有退成，请写进未结清单"
    assert said["frozen"] == "账户或商户被冻结、被风控"


@pytest.mark.parametrize(
    ("finding", "zh", "en"),
    [
        (
            Finding("pending_refunds", Level.BLOCKING, Step.OPEN_ITEMS, values=FACTS),
            "有 2 笔退款还没有退成，共 ¥256.00",
            "Refunds not finished yet: 2, together ¥256.00",
        ),
        (
            Finding("device_present", Level.WARNING, Step.IDENTITY, "10023456", (("missing", "serial_number"),)),
            "终端 10023456：没有填机身序列号",
            "Terminal 10023456: the serial number is missing",
        ),
        (
            Finding("ownership", Level.WARNING, Step.IDENTITY, "#2"),
            "第 2 台终端：不知道是租的、押金机，还是自己买的",
            "Terminal no. 2: it is not clear whether it is rented, on deposit or yours",
        ),
        (
            Finding("frozen", Level.BLOCKING, Step.ELIGIBILITY, unanswered=True),
            "结算账户或商户号，有没有被冻结，或者被风控限制？",
            "Is your account or merchant number frozen or restricted?",
        ),
        (Finding("tax", Level.MET, Step.ELIGIBILITY), "税务没有问题", "Taxes are in order"),
        (
            Finding(
                "unsettled_funds",
                Level.BLOCKING,
                Step.IDENTITY,
                values=(("amount_fen", 130000), ("expected", "late")),
            ),
            "有 ¥1,300.00 过了预计到账日还没有到",
            "¥1,300.00 should have arrived by now and has not",
        ),
    ],
)
def test_a_title_says_what_was_found(checks: dict[str, CheckText], finding: Finding, zh: str, en: str) -> None:
    assert finding_title(checks[finding.check], finding, "zh_CN") == zh
    assert finding_title(checks[finding.check], finding, "en") == en


def test_a_name_with_braces_is_left_as_it_is(checks: dict[str, CheckText]) -> None:
    finding = Finding("action_chosen", Level.BLOCKING, Step.PURPOSE, "{x}")
    assert finding_title(checks["action_chosen"], finding, "en").startswith("Terminal {x}: ")
