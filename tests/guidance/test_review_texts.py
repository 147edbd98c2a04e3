"""The words of step 9 know every state, reason and repair; numbers of the ladder have a source."""

import re
import tomllib
from pathlib import Path

import pytest

from pos_closeout.domain.case.review import Repair, ReturnReason, ReviewState
from pos_closeout.guidance import Guidance
from pos_closeout.guidance.review_texts import repair_text

# The numbers of the ladder that somebody has read; no other may appear.
KNOWN = {"12363", "12378", "12315", "96110"}


@pytest.fixture(scope="module")
def guidance(resources: Path) -> Guidance:
    return Guidance(resources / "guidance")


def test_every_state_and_reason_has_words(guidance: Guidance) -> None:
    texts = guidance.review
    assert tuple(texts.states) == tuple(ReviewState)
    assert tuple(texts.reasons) == tuple(ReturnReason)
    assert [texts.reasons[reason].zh for reason in ReturnReason] == [
        "提交材料不齐全",
        "材料不清晰",
        "资料不一致",
        "请负责人签字确认",
        "其他",
    ]


def test_the_ladder_goes_from_the_acquirer_to_the_court_and_names_its_sources(guidance: Guidance) -> None:
    rungs = guidance.review.ladder
    assert rungs[0].number == ""
    assert {rung.number for rung in rungs if rung.number} == KNOWN
    for rung in rungs:
        assert (rung.source is not None) is bool(rung.number)
        assert not rung.number or re.fullmatch(r"20\d\d-\d\d", rung.checked)


def test_the_acquirers_own_words_stay_as_they_are(guidance: Guidance) -> None:
    repair = Repair(1, "other", "缺 {text} 一页")
    assert "缺 {text} 一页" in repair_text(guidance.review, repair, "zh")
    assert repair_text(guidance.review, Repair(1, "unclear_print"), "en") == "print a clear copy of the letter"


@pytest.mark.parametrize("name", ["review", "contact", "acquirers"])
def test_both_languages_say_the_same_with_the_same_placeholders(resources: Path, name: str) -> None:
    def look(value: object) -> int:
        if isinstance(value, dict) and value.keys() == {"zh", "en"}:
            assert sorted(re.findall(r"{\w+}", value["zh"])) == sorted(re.findall(r"{\w+}", value["en"]))
            assert not re.search(r"[\u4e00-\u9fff]", value["en"]), value
            return 1
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        return sum(look(each) for each in inner)

    content = tomllib.loads((resources / "guidance" / f"{name}.toml").read_text(encoding="utf-8"))
    assert look(content) >= 20
