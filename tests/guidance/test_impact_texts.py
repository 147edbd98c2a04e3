"""The risks to begin with fit what was chosen, and the owner's words go before the suggested ones."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from pos_closeout.domain.case.case import Answer, Case, Reason, Request, with_answer
from pos_closeout.domain.case.impact import ImpactChoices, ReplacementKind, Risk
from pos_closeout.domain.device.terminal import Action, Terminal
from pos_closeout.domain.errors import DataFolderError
from pos_closeout.domain.ledger.open_items import PaymentChannel
from pos_closeout.domain.papers.answers import Known
from pos_closeout.guidance import Guidance
from pos_closeout.guidance.impact_texts import load_impact_texts, risk_text, risks_of


@pytest.fixture(scope="module")
def guidance(resources: Path) -> Guidance:
    return Guidance(resources / "guidance")


def _keys(guidance: Guidance, case: Case) -> set[str]:
    return {risk.key for risk in risks_of(guidance.impact, case)}


def test_suggested_risks_follow_the_actions_and_the_reasons(guidance: Guidance) -> None:
    swap = Case(terminals=(Terminal(action=Action.SWAP),))
    closing = Case(terminals=(Terminal(action=Action.CLOSE_MERCHANT),), request=Request(reasons=(Reason.CLOSING_DOWN,)))
    assert "other_shops" not in _keys(guidance, swap)
    assert {"other_shops_maybe", "stored_value_maybe", "no_refund"} <= _keys(guidance, closing)
    assert "no_refund" not in _keys(guidance, swap)
    assert "misuse" in _keys(guidance, replace(swap, request=Request(reasons=(Reason.LOST,))))
    assert "fraud" in _keys(guidance, Case())


def test_a_risk_says_what_the_owner_answered_and_nothing_that_was_denied(guidance: Guidance) -> None:
    closing = Case(terminals=(Terminal(action=Action.CLOSE_MERCHANT),), request=Request(reasons=(Reason.TRANSFER,)))
    answers = {"deposit": "deposit_proof", "other_shops": "shared_merchant_number", "stored_value": "prepaid_balances"}
    for risk, check in answers.items():
        there = {Answer.PROBLEM: {risk}, Answer.NOT_APPLICABLE: set(), None: {f"{risk}_maybe"}}
        for answer, expected in there.items():
            keys = _keys(guidance, with_answer(closing, check, answer))
            assert keys & {risk, f"{risk}_maybe"} == expected


def test_a_risk_that_rests_on_an_answer_is_worded_for_yes_or_not_known_and_never_twice(guidance: Guidance) -> None:
    for risk in guidance.impact.risks.values():
        assert Known.NO not in risk.when
    worded = [(risk.rests_on, state) for risk in guidance.impact.risks.values() if risk.rests_on for state in risk.when]
    assert len(worded) == len(set(worded))


def test_the_owners_list_takes_their_place_also_when_it_is_empty(guidance: Guidance) -> None:
    said = ImpactChoices(risks_said=True)
    assert risks_of(guidance.impact, Case(impact=said)) == ()
    own = (Risk(what="x"),)
    assert risks_of(guidance.impact, Case(impact=said, risks=own)) == own


def test_the_owners_words_go_before_the_suggested_ones(guidance: Guidance) -> None:
    texts = guidance.impact
    assert risk_text(texts, Risk("fraud", measure="我来"), "zh") == (texts.risks["fraud"].what.zh, "我来")
    assert risk_text(texts, Risk(what="x"), "en") == ("x", "")


def test_every_channel_and_replacement_has_words(guidance: Guidance) -> None:
    assert tuple(guidance.impact.channels) == tuple(PaymentChannel)
    assert tuple(guidance.impact.replacements) == tuple(ReplacementKind)


def test_a_risk_for_an_action_that_does_not_exist_is_refused(resources: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(resources / "guidance", tmp_path / "guidance"))
    path = folder / "impact.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('["close_merchant"]', '["burn"]', 1), encoding="utf-8")
    with pytest.raises(DataFolderError) as caught:
        load_impact_texts(folder)
    assert caught.value.message_id == "guidance.broken"
