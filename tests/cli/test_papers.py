import io
import json
from email import policy
from email.parser import BytesParser
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.conftest import Verb

CASE = {
    "merchant": {"registered_name": "杭州和顺便利店", "merchant_number": "822331054110001", "representative": "陈和顺"},
    "handler": {"name": "林小雨"},
    "settlement": {"deposit_fen": 29900},
    "terminals": [{"number": "10023456", "ownership": "deposit", "action": "remove", "condition": "lost"}],
    "moves": [{"what": "members", "count_before": 1}],
    "items": [{"kind": "fee", "amount_fen": 4800, "note": "流量费"}],
}
KINDS = ["letter", "plan", "attorney", "loss", "deposit", "fees", "retention", "migration"]


@pytest.fixture(autouse=True)
def opened(verb: Verb, tmp_path: Path) -> None:
    """Every test here begins with a case that every paper fits."""
    path = tmp_path / "case.json"
    path.write_text(json.dumps(CASE, ensure_ascii=False), encoding="utf-8")
    assert verb("case", "new", str(path)).code == 0


@pytest.mark.parametrize("kind", KINDS)
def test_every_paper_is_written_as_a_pdf(verb: Verb, tmp_path: Path, kind: str) -> None:
    out = tmp_path / f"{kind}.pdf"
    said = verb("letter", "--kind", kind, "--out", str(out), "--json")
    assert (said.code, said.data["version"], said.data["kind"]) == (0, 1, kind)
    assert len(PdfReader(io.BytesIO(out.read_bytes())).pages) >= 1
    if kind == "loss":
        assert "哪天发现不见的" in said.data["missing"]
    assert verb("letter", "--kind", kind, "--out", str(out), "--json").data["version"] == 1


def test_a_paper_that_does_not_fit_is_refused(verb: Verb, tmp_path: Path, case_file: Path) -> None:
    assert verb("case", "new", str(case_file)).code == 0
    refused = verb("letter", "--case", "2", "--kind", "loss", "--out", str(tmp_path / "x.pdf"), "--json")
    assert (refused.code, refused.error["error"]) == (2, "paper.not_fitting")
    assert not (tmp_path / "x.pdf").exists()


def test_a_message_carries_what_goes_to_the_acquirer(verb: Verb, tmp_path: Path) -> None:
    out = tmp_path / "mail.eml"
    said = verb("delivery", "mail", "--case", "1", "--to", "service@example.com", "--out", str(out), "--json")
    assert said.data["papers"] == ["letter", "attorney", "loss", "deposit", "fees"]
    message = BytesParser(policy=policy.default).parsebytes(out.read_bytes())
    names = [part.get_filename() for part in message.iter_attachments()]
    assert names[1] == "TJ-2026-0001-授权委托书-v1.pdf"
    assert all(part.get_content()[:4] == b"%PDF" for part in message.iter_attachments())
    assert "杭州和顺便利店" in message["Subject"]


def test_what_was_sent_and_arrived_is_kept(verb: Verb) -> None:
    added = verb(
        "delivery", "add", "--case", "1", "--how", "ems", "--number", "EMS 123", "--sent", "2026-11-20", "--json"
    )
    assert (added.code, added.data["proved"]) == (0, False)
    more = ("--arrived", "2026-11-22", "--proof", "EMS 签收记录")
    assert verb("delivery", "add", "--case", "1", "--how", "in_person", *more, "--json").data["proved"] is True
    listed = verb("delivery", "list", "--case", "1", "--json").data
    assert [(each["how"], each["sent"]) for each in listed] == [("ems", "2026-11-20"), ("in_person", "2026-11-22")]
    assert "还没有送达凭证" in verb("delivery", "list", "--case", "1").out


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("add", "--case", "1", "--how", "ems", "--arrived", "2026-11-01"), "delivery.arrived_before_sent"),
        (("add", "--case", "9", "--how", "ems"), "case.not_found"),
        (("mail", "--case", "1", "--to", "客服", "--out", "x.eml"), "mail.not_an_address"),
        (("add", "--case", "1", "--how", "pigeon"), "usage"),
    ],
)
def test_bad_input_is_refused_in_one_sentence(verb: Verb, arguments: tuple[str, ...], error: str) -> None:
    refused = verb("delivery", *arguments, "--json")
    assert (refused.code, refused.error["error"]) == (2, error)


def _new(verb: Verb, tmp_path: Path, **parts: object) -> None:
    path = tmp_path / "other.json"
    path.write_text(json.dumps({**CASE, **parts}, ensure_ascii=False), encoding="utf-8")
    assert verb("case", "new", str(path)).code == 0


def test_a_letter_to_an_agent_is_held_back(verb: Verb, tmp_path: Path) -> None:
    _new(verb, tmp_path, acquirer={"name": "杭州某某科技有限公司"}, agent={"name": "杭州某某科技有限公司"})
    out = tmp_path / "letter.pdf"
    refused = verb("letter", "--case", "2", "--out", str(out), "--json")
    assert (refused.code, refused.error["error"]) == (2, "paper.held_back.addressee")
    assert not out.exists()


def test_what_is_doubtful_is_said_before_printing(verb: Verb, tmp_path: Path) -> None:
    two = [{"number": "10023456", "action": "remove"}] * 2
    shop = CASE["merchant"] | {"merchant_number": "82233-1054", "identity_number": "92310115MA1K3TE79X"}  # type: ignore[operator]  # a dict
    _new(verb, tmp_path, merchant=shop, terminals=two, request={"stop_on": "2026-11-01"})
    told = verb("letter", "--case", "2", "--out", str(tmp_path / "letter.pdf"), "--json").data["doubtful"]
    for words in ("已经过去", "商户号里有不该有的字符", "校验不过", "同一个终端号"):
        assert [each for each in told if words in each], words
    found = {each["check"] for each in verb("check", "--case", "2", "--json").data if each["level"] == "warning"}
    assert found >= {"stop_day", "merchant_number", "identity_number", "terminal_numbers"}


def test_a_fee_is_called_by_its_name(verb: Verb, tmp_path: Path) -> None:
    fee = {"kind": "fee", "amount_fen": 7200, "facts": {"fee_name": "流量费", "period": "2026-10"}}
    _new(verb, tmp_path, items=[fee])
    out = tmp_path / "fees.pdf"
    verb("letter", "--case", "2", "--kind", "fees", "--out", str(out))
    text = "".join("".join(page.extract_text() for page in PdfReader(io.BytesIO(out.read_bytes())).pages).split())
    assert "流量费" in text
    assert "2026-10" in text
