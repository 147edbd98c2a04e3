from pathlib import Path

import pytest

from tests.cli.conftest import Verb


@pytest.fixture(autouse=True)
def opened(verb: Verb, tmp_path: Path) -> None:
    """One case that stops on 30 November, with an open refund."""
    path = tmp_path / "case.json"
    path.write_text(
        '{"merchant": {"trading_name": "和顺便利店", "phone": "13800000000"}, "request": {"stop_on": "2026-11-30"}}',
        encoding="utf-8",
    )
    assert verb("case", "new", str(path)).code == 0
    added = ("items", "add", "--case", "1", "--kind", "refund", "--amount", "128.50", "--original", "2026-11-20")
    assert verb(*added, "--channel", "wechat", "--fact", "refund_number=R1").code == 0


def test_an_item_without_a_date_gets_the_usual_one_with_its_reasons(verb: Verb) -> None:
    shown = verb("items", "show", "1", "--json").data
    assert list(shown)[:6] == ["id", "kind", "amount_fen", "state", "due", "case"]
    assert (shown["due"], shown["facts"]) == ("2026-11-25", {"refund_number": "R1"})
    usual = shown["usual_due"]
    assert (usual["rule"], usual["mark"], usual["counted_from"]) == ("refund_before_stop", "default", "2026-11-30")
    assert usual["skipped"] == ["2026-11-28", "2026-11-29"]
    assert usual["explained"][0] == "2026-11-30 停机，提前 3 个工作日退好（跳过 11-28…11-29）"
    assert "请向收单机构确认" in usual["explained"][1]
    assert "R1" in verb("items", "show", "1").out


def test_fields_and_facts_are_changed_and_emptied(verb: Verb) -> None:
    changed = verb("items", "change", "1", "--counterparty", "陈女士", "--fact", "agreed_on=2026/11/24", "--json").data
    assert (changed["counterparty"], changed["facts"]["agreed_on"]) == ("陈女士", "2026-11-24")
    assert verb("items", "change", "1", "--due", "rule", "--json").data["due"] == "2026-11-24"
    assert verb("items", "change", "1", "--fact", "agreed_on=", "--json").data["facts"] == {"refund_number": "R1"}


def test_another_date_than_the_usual_one_needs_a_reason(verb: Verb) -> None:
    assert verb("items", "change", "1", "--due", "2026-11-28", "--json").error["error"] == "item.reason_missing"
    changed = verb("items", "change", "1", "--due", "2026-11-28", "--due-basis", "顾客同意", "--json").data
    assert (changed["due"], changed["due_basis"]) == ("2026-11-28", "顾客同意")


def test_the_list_is_filtered(verb: Verb) -> None:
    verb("items", "add", "--case", "1", "--kind", "deposit", "--amount", "299", "--counterparty", "银联商务")
    for arguments, ids in (
        (("--kind", "deposit"), [2]),
        (("--due", "this_week"), [1]),
        (("--due", "no_date"), [2]),
        (("--search", "银联"), [2]),
        (("--state", "cleared"), []),
        ((), [1, 2]),
    ):
        assert [item["id"] for item in verb("items", "list", *arguments, "--json").data] == ids


def test_a_refund_is_cleared_by_success_or_proof_only(verb: Verb, tmp_path: Path) -> None:
    assert verb("items", "clear", "1", "--how", "微信已受理", "--json").error["error"] == "item.refund_only_accepted"
    assert verb("items", "clear", "1", "--way", "proof", "--json").error["error"] == "item.proof_missing"
    waiting = verb("items", "clear", "1", "--way", "accepted", "--json").data
    assert (waiting["state"], waiting["due"], waiting["facts"]["progress"]) == ("open", "2026-11-25", "accepted")
    slip = tmp_path / "slip.png"
    slip.write_bytes(b"x")
    assert verb("items", "clear", "1", "--way", "proof", "--proof", str(slip), "--json").data["state"] == "cleared"
    assert verb("items", "reopen", "1", "--json").data["state"] == "open"
    assert verb("items", "clear", "1", "--way", "success", "--json").data["cleared_how"] == "平台显示退款成功"


def test_notes_calls_and_files_are_kept(verb: Verb, tmp_path: Path) -> None:
    verb("items", "note", "1", "顾客在外地")
    verb("items", "log", "1", "--with", "工号 8", "--result", "查询中", "--next", "周五再打", "--on", "2026-11-21")
    slip = tmp_path / "slip.png"
    slip.write_bytes(b"x")
    shown = verb("items", "attach", "1", str(slip), "--json").data
    assert [note["text"] for note in shown["notes"]] == ["顾客在外地"]
    assert [(talk["at"], talk["way"], talk["result"]) for talk in shown["log"]] == [("2026-11-21", "call", "查询中")]
    assert [(proof["name"], len(proof["sha256"])) for proof in shown["proofs"]] == [("slip.png", 64)]
    assert [event["what"] for event in shown["history"]][-3:] == ["noted", "talked", "attached"]
    assert verb("items", "detach", "1", "1", "--json").data["proofs"] == []


@pytest.mark.parametrize("party", ["customer", "acquirer"])
@pytest.mark.parametrize("form", ["sms", "email", "phone"])
def test_messages_never_ask_for_a_code_and_name_the_shop(verb: Verb, party: str, form: str) -> None:
    told = verb("items", "message", "1", "--to", party, "--as", form, "--json").data
    assert "和顺便利店" in told["subject"] + told["text"]
    assert "128.50" in told["text"]
    assert "[" not in told["text"]
    assert "{" not in told["text"]
    if form == "sms":
        assert told["characters"] == len(told["text"])
        assert told["text"].startswith("【和顺便利店】")


def test_the_sms_about_a_refund_is_one_message(verb: Verb) -> None:
    told = verb("items", "message", "1", "--json").data
    assert told["messages"] == 1
    assert "不会索要验证码" in told["text"]


def test_the_plan_says_what_must_be_done_before_the_stop(verb: Verb) -> None:
    plan = verb("items", "plan", "--case", "1", "--json").data
    assert (plan["refunds_before"], plan["earliest_close"], plan["quiet_days"]) == ("2026-11-25", "2026-12-30", 30)
    (refund,) = plan["refunds"]
    assert (refund["item"]["id"], refund["window_on"], refund["before_stop"]) == (1, "2027-11-20", True)
    assert "停机前必须退好" in verb("items", "plan", "--case", "1").out


def test_a_case_closes_only_when_nothing_is_open_or_all_is_carried_over(verb: Verb) -> None:
    refused = verb("case", "close", "1", "--json").error
    assert (refused["error"], refused["count"]) == ("case.items_open", 1)
    assert "1 refund ¥128.50" in refused["message"]
    assert verb("case", "close", "1", "--carry", "1", "--json").error["error"] == "carry.no_reason"
    closed = verb("case", "close", "1", "--carry", "1=等微信", "--json").data
    assert closed["closing"] == {"closed_on": "2026-11-22", "archived_on": None}
    assert closed["carried"] == [{"item_id": 1, "reason": "等微信"}]
    assert "已关闭" in verb("case", "list").out
    assert verb("case", "list", "--json").data[0]["closed_on"] == "2026-11-22"
    assert verb("case", "reopen", "1", "--json").data["closing"] == {"closed_on": None, "archived_on": None}


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("show", "9"), "item.not_found"),
        (("note", "1", " "), "note.empty"),
        (("log", "1"), "talk.empty"),
        (("attach", "1", "nothing.png"), "file.not_found"),
        (("detach", "1", "9"), "proof.not_found"),
        (("plan", "--case", "9"), "case.not_found"),
        (("change", "1", "--fact", "colour=red"), "fact.unknown"),
        (("change", "1", "--fact", "agreed_on"), "fact.no_value"),
        (("change", "1", "--fact", "progress=maybe"), "fact.not_a_choice"),
        (("clear", "1", "--way", "accepted", "--look-again", "soon"), "date.impossible"),
    ],
)
def test_wrong_input_ends_with_2_and_changes_nothing(verb: Verb, arguments: tuple[str, ...], error: str) -> None:
    before = verb("items", "show", "1", "--json").out
    said = verb("items", *arguments, "--json")
    assert (said.code, said.error["error"]) == (2, error)
    assert verb("items", "show", "1", "--json").out == before
