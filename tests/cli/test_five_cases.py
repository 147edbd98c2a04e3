"""Five more owners go through the verbs: what is asked, found and printed is what a competent adviser would say."""

import json
import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.conftest import Said, Verb
from tests.domain.five_cases import FIVE
from tests.domain.ten_cases import FOLDER


@pytest.fixture(params=FIVE)
def number(request: pytest.FixtureRequest, verb: Verb) -> str:
    """One of the five, opened as a case from its file."""
    assert verb("case", "new", str(FOLDER / f"{request.param}.json"), "--json").code == 0
    return str(request.param)


def text_of(path: Path) -> str:
    return re.sub(r"\s", "", "".join(page.extract_text() for page in PdfReader(path).pages))


def issue(verb: Verb, kind: str, out: Path) -> Said:
    return verb("letter", "--kind", kind, "--out", str(out), "--json")


def test_the_owner_is_asked_and_told_what_the_adviser_says(verb: Verb, number: str) -> None:
    found, advice = verb("check", "--json").data, FIVE[number]
    asked = {each["check"] for each in found if each["unanswered"]}
    assert asked == set(advice.asks.split())
    assert len(asked) <= advice.most
    assert not asked & set(advice.never.split())
    known = [each for each in found if not each["unanswered"]]
    assert {each["check"] for each in known if each["level"] == "blocking"} == set(advice.blocking.split())
    assert {each["check"] for each in known if each["level"] == "warning"} >= set(advice.warning.split())


def test_the_papers_are_those_of_the_adviser_and_each_can_be_issued(verb: Verb, number: str, tmp_path: Path) -> None:
    wanted = FIVE[number].papers.split()
    refused = issue(verb, "migration", tmp_path / "x.pdf")
    assert refused.error["choices"].split(", ") == wanted
    for kind in wanted:
        assert issue(verb, kind, tmp_path / f"{kind}.pdf").data["version"] == 1


def test_the_letter_says_what_it_must_and_nothing_it_must_not(verb: Verb, number: str, tmp_path: Path) -> None:
    out, advice = tmp_path / "letter.pdf", FIVE[number]
    assert issue(verb, "letter", out).code == 0
    own = text_of(out).split("以下由收单机构填写")[0]
    assert not [piece for piece in advice.says if re.sub(r"\s", "", piece) not in own]
    assert not [piece for piece in advice.says_not if piece in own]


def test_no_paper_waits_for_the_acceptance_of_a_device_that_is_lost(verb: Verb, tmp_path: Path) -> None:
    verb("case", "new", str(FOLDER / "11.json"), "--json")
    out = tmp_path / "deposit.pdf"
    issue(verb, "deposit", out)
    assert "验收" not in text_of(out)
    assert "机具遗失，见《机具遗失情况说明》" in text_of(out)


def test_a_letter_to_the_agent_is_not_issued_and_says_why(verb: Verb, tmp_path: Path) -> None:
    told = json.loads((FOLDER / "11.json").read_text(encoding="utf-8"))
    told["letter"] = {"addressee": told["agent"]["name"]}
    (tmp_path / "agent.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    verb("case", "new", str(tmp_path / "agent.json"), "--json")
    refused = issue(verb, "letter", tmp_path / "letter.pdf")
    assert (refused.code, refused.error["error"]) == (2, "paper.held_back.addressee")
    assert "代理商" in refused.error["message"]
    assert not (tmp_path / "letter.pdf").exists()


def test_records_are_kept_from_the_day_the_acquirer_left(verb: Verb, tmp_path: Path) -> None:
    verb("case", "new", str(FOLDER / "15.json"), "--json")
    out = tmp_path / "retention.pdf"
    issue(verb, "retention", out)
    assert "自2025年8月31日起算" in text_of(out)
