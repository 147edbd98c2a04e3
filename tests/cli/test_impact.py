import json
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.conftest import Verb

TOLD = {
    "merchant": {"trading_name": "和顺便利店"},
    "terminals": [{"number": "10023456", "action": "remove"}],
    "estimates": [{"channel": "card", "monthly_fen": 3000000}, {"channel": "wechat", "monthly_fen": 1000000}],
    "replacements": [{"kind": "qr_code", "ready_by": "2026-12-01"}],
}


@pytest.fixture(autouse=True)
def opened(verb: Verb, tmp_path: Path) -> None:
    """Every test here begins with a case that has an estimate and a replacement."""
    path = tmp_path / "told.json"
    path.write_text(json.dumps(TOLD, ensure_ascii=False), encoding="utf-8")
    assert verb("case", "new", str(path), "--json").code == 0


def test_the_share_that_stops_is_shown_with_replacements_and_risks(verb: Verb) -> None:
    told = verb("impact", "show", "--case", "1", "--json").data
    assert (told["estimated"], told["whole"]) == (True, {"fen": 4000000, "stopping_fen": 3000000, "percent": 75})
    assert [each["channel"] for each in told["channels"]] == ["card", "wechat"]
    assert told["replacements"][0]["ready_by"] == "2026-12-01"
    assert {"no_refund", "deposit_maybe"} <= {risk["key"] for risk in told["risks"]}
    assert "75%" in verb("impact", "show", "--case", "1").out


@pytest.mark.parametrize(("language", "title"), [("zh", "停机影响评估"), ("en", "Impact of the Stop")])
def test_the_assessment_is_printed_on_one_page(verb: Verb, tmp_path: Path, language: str, title: str) -> None:
    out = tmp_path / "impact.pdf"
    assert verb("impact", "print", "--case", "1", "--out", str(out), "--language", language).code == 0
    reader = PdfReader(BytesIO(out.read_bytes()))
    assert len(reader.pages) == 1
    text = reader.pages[0].extract_text()
    assert title in text
    assert "30,000.00" in text
    assert "75%" in text


def test_a_case_that_is_not_there_is_told(verb: Verb) -> None:
    said = verb("impact", "show", "--case", "9", "--json")
    assert (said.code, said.error["error"]) == (2, "case.not_found")
