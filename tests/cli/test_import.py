"""``import``, ``bills``, ``proposals`` and ``coverage``."""

from pathlib import Path

import pytest

from tests.cli.conftest import Verb
from tests.statements.bills import with_transfers
from tests.statements.by_excel import saved_as_csv
from tests.statements.pdf_writing import write_pdf
from tests.statements.test_no_data import UNREADABLE, WECHAT
from tests.statements.test_pdf import LOOK, NAMES, chained

SAMPLES = Path(__file__).resolve().parents[1] / "fixtures" / "statements"


@pytest.fixture
def personal(tmp_path: Path) -> str:
    return str(with_transfers(tmp_path))


def new_case(verb: Verb, case_file: Path) -> str:
    return str(verb("case", "new", str(case_file), "--json").data["id"])


def test_a_bill_is_kept_once_and_what_is_open_is_proposed(verb: Verb, case_file: Path, personal: str) -> None:
    case = new_case(verb, case_file)
    (file,) = verb("import", personal, "--case", case, "--json").data["files"]
    assert (file["format"], file["rows"], file["new"], file["error"]) == ("wechat_personal", 27, 27, None)
    assert [(each["row"], each["amount_fen"]) for each in file["proposals"]] == [(20, 1200), (35, 1200), (36, 1200)]
    (again,) = verb("import", personal, "--case", case, "--json").data["files"]
    assert (again["imported_before"], again["new"], again["proposals"]) == (True, 0, [])


def test_the_good_files_are_imported_and_the_bad_one_is_named(
    verb: Verb, case_file: Path, tmp_path: Path, personal: str
) -> None:
    case = new_case(verb, case_file)
    photo = tmp_path / "photo.csv"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    said = verb("import", str(photo), personal, "--case", case, "--json")
    assert said.code == 2
    assert [file["error"] for file in said.data["files"]] == ["statement.wrong_kind", None]
    assert said.error["error"] == "statement.wrong_kind"
    people = verb("import", str(photo), "--case", case)
    assert (people.code, len(people.err.strip().splitlines())) == (2, 1)


def test_a_statement_that_promises_more_is_said_to_be_cut(verb: Verb, case_file: Path, tmp_path: Path) -> None:
    case = new_case(verb, case_file)
    path = tmp_path / "bill.pdf"
    write_pdf(path, NAMES, chained(12), LOOK, above=("流水", "共15笔"))
    (told,) = verb("inspect", str(path), "--json").data["files"]
    assert (told["rows"], told["announced_rows"], told["cut"]) == (12, 15, True)
    assert [each["reason"] for each in told["problems"]] == ["pdf.count_differs"]
    assert "15" in verb("inspect", str(path), "--language", "en").out.splitlines()[1]
    (file,) = verb("import", str(path), "--case", case, "--json").data["files"]
    assert (file["rows"], file["announced_rows"], file["cut"]) == (12, 15, True)
    assert "文件自己写有 15 笔，读到 12 笔" in verb("import", str(path), "--case", case).out
    assert "文件自己写有 15 笔，读到 12 笔" in verb("bills", "list", "--case", case).out
    assert verb("bills", "list", "--case", case, "--json").data[0]["cut"] is True


def test_a_file_all_of_whose_rows_failed_is_not_listed(verb: Verb, case_file: Path, tmp_path: Path) -> None:
    case = new_case(verb, case_file)
    path = tmp_path / "bill.csv"
    path.write_text(f"{WECHAT}2026-03-01 10:00:00{UNREADABLE}2026-03-02 10:00:00{UNREADABLE}", encoding="utf-8")
    said = verb("import", str(path), "--case", case, "--json")
    assert (said.code, said.error["error"]) == (2, "statement.no_row_read")
    assert verb("bills", "list", "--case", case, "--json").data == []


def test_the_proof_of_a_pdf_is_its_page(verb: Verb, case_file: Path, tmp_path: Path) -> None:
    case = new_case(verb, case_file)
    path = tmp_path / "bill.pdf"
    rows = [(f"2026-03-{at:02d} 10:00:00", "8.00", "支付成功", "李红") for at in range(1, 20)]
    rows[7] = (rows[7][0], "8.00", "等待付款", "李红")
    write_pdf(path, ("交易时间", "交易金额", "交易状态", "对方户名"), rows, LOOK)
    (file,) = verb("import", str(path), "--case", case, "--json").data["files"]
    assert [(each["page"], each["row"]) for each in file["proposals"]] == [(1, 8)]
    assert "bill.pdf 第 1 页第 8 条" in verb("proposals", "list", "--case", case).out
    item = verb("proposals", "accept", str(file["proposals"][0]["id"]), "--json").data
    assert "第 1 页第 8 条" in item["note"]


def test_a_case_that_is_not_there_is_refused_in_one_sentence(verb: Verb, personal: str) -> None:
    said = verb("import", personal, "--case", "7")
    assert (said.code, said.out) == (2, "")
    assert "7" in said.err


def test_proposals_are_accepted_and_rejected(verb: Verb, case_file: Path, personal: str) -> None:
    case = new_case(verb, case_file)
    verb("import", personal, "--case", case)
    first, second, third = verb("proposals", "list", "--case", case, "--json").data
    item = verb("proposals", "accept", str(first["id"]), "--json").data
    assert (item["kind"], item["amount_fen"]) == ("unfinished", 1200)
    assert "wechat-personal-2023.csv" in item["note"]
    assert verb("proposals", "accept", str(first["id"])).code == 2
    assert verb("proposals", "reject", str(second["id"]), "--reason", "朋友已收", "--json").data["state"] == "rejected"
    states = {each["id"]: each["state"] for each in verb("proposals", "list", "--case", case, "--json").data}
    assert states == {first["id"]: "accepted", second["id"]: "rejected", third["id"]: "waiting"}
    assert "wechat-personal-2023.csv" in verb("proposals", "list", "--case", case).out


def test_coverage_says_which_months_are_there(verb: Verb, case_file: Path) -> None:
    case = new_case(verb, case_file)
    never = verb("coverage", "--case", case, "--json").data
    assert {(each["source"], each["imported"]) for each in never} >= {("wechat-merchant", False)}
    assert "还没有导入" in verb("coverage", "--case", case).out
    verb("import", str(SAMPLES / "wechat-merchant-all.csv"), "--case", case)
    found = {each["month"]: each for each in verb("coverage", "--case", case, "--json").data}
    assert found["2019-02-01"]["covered"] == 1
    assert found["2026-09-01"]["download_by"] == "2026-12-01"
    assert "2026-09" in verb("coverage", "--case", case).out


def test_a_rejected_proposal_is_taken_up_again(verb: Verb, case_file: Path, personal: str) -> None:
    case = new_case(verb, case_file)
    verb("import", personal, "--case", case)
    first = verb("proposals", "list", "--case", case, "--json").data[0]["id"]
    verb("proposals", "reject", str(first), "--reason", "朋友已收")
    again = verb("proposals", "reopen", str(first), "--json").data
    assert (again["state"], again["why"]) == ("waiting", "")
    assert verb("proposals", "reopen", "99").code == 2


def test_a_bill_imported_by_mistake_is_forgotten_and_imported_again(verb: Verb, case_file: Path, personal: str) -> None:
    case = new_case(verb, case_file)
    assert verb("bills", "list", "--case", case).out.strip() == "还没有导入账单。"
    verb("import", personal, "--case", case)
    first, second, _ = verb("proposals", "list", "--case", case, "--json").data
    item = verb("proposals", "accept", str(first["id"]), "--json").data["id"]
    verb("proposals", "reject", str(second["id"]), "--reason", "朋友已收")
    (bill,) = verb("bills", "list", "--case", case, "--json").data
    assert (bill["name"], bill["rows"], bill["items"]) == ("wechat-personal-2023.csv", 27, [item])
    assert (bill["first"], bill["last"]) == ("2019-08-01", "2019-09-30")
    gone = verb("bills", "forget", str(bill["id"]), "--json").data
    assert (gone["undecided"], gone["kept_items"], gone["items"]) == (1, 1, [item])
    assert gone["copy"].startswith("closeout-")
    assert verb("bills", "list", "--case", case, "--json").data == []
    assert verb("bills", "forget", str(bill["id"])).code == 2
    (file,) = verb("import", personal, "--case", case, "--json").data["files"]
    assert (file["new"], len(file["proposals"])) == (27, 1)
    states = [each["state"] for each in verb("proposals", "list", "--case", case, "--json").data]
    assert sorted(states) == ["accepted", "rejected", "waiting"]


def test_what_no_bill_shows_is_asked_and_asked_again_after_the_next_bill(
    verb: Verb, case_file: Path, personal: str
) -> None:
    case = new_case(verb, case_file)
    ask = ("bills", "unpaid", "--case", case)
    assert verb(*ask, "--json").data == {"case": int(case), "none_on": None, "ask_again": True}
    assert "--none" in verb(*ask).out
    answered = verb(*ask, "--none", "--json").data
    assert (answered["none_on"] is not None, answered["ask_again"]) == (True, False)
    verb("import", personal, "--case", case)
    assert verb(*ask, "--json").data == {**answered, "ask_again": True}
    assert "再想一想" in verb(*ask).out
    assert verb(*ask, "--none", "--json").data["ask_again"] is False
    assert verb(*ask, "--ask-again", "--json").data["none_on"] is None
    assert verb("bills", "unpaid", "--case", "77").code == 2


def test_frozen_refunds_are_listed_with_the_day_to_look_again(verb: Verb, case_file: Path, tmp_path: Path) -> None:
    case = new_case(verb, case_file)
    assert verb("proposals", "again", "--case", case).out.strip() == "没有要再查的退款。"
    path = tmp_path / "refund.csv"
    path.write_text(
        "交易时间,公众账号ID,商户号,微信订单号,商户订单号,交易状态,微信退款单号,退款金额,退款类型,退款状态,订单金额\n"
        "`2026-11-20 10:00:00,`wx1,`1900000109,`4200000000202611010000000001,`A1,`REFUND,"
        "`5000000000202611200000000001,`30.00,`ORIGINAL,`PROCESSING,`0.00\n",
        encoding="utf-8",
    )
    verb("import", str(path), "--case", case)
    (found,) = verb("proposals", "again", "--case", case, "--json").data
    assert (found["amount_fen"], found["on"]) == (30_00, max(found["look_again"], found["on"]))
    assert "5000000000202611200000000001" in verb("proposals", "again", "--case", case).out


def test_a_bill_that_excel_spoiled_is_told_in_one_sentence_with_what_to_do(
    verb: Verb, case_file: Path, tmp_path: Path, personal: str
) -> None:
    case = new_case(verb, case_file)
    path = tmp_path / "wechat.csv"
    path.write_bytes(saved_as_csv(Path(personal).read_bytes(), "utf-8"))
    spoiled = [line for line in path.read_text("gb18030").splitlines() if "E+" in line]
    assert len(spoiled) == 17, "the other ids of the sample are too short to be destroyed"
    seen = verb("inspect", str(path))
    assert "17 个单号已经毁掉。请到平台重新下载" in seen.out
    (file,) = verb("import", str(path), "--case", case, "--json").data["files"]
    assert (file["rows"], file["destroyed_numbers"], len(file["proposals"])) == (27, 17, 3)
    whole = verb("import", personal, "--case", case, "--json").data["files"][0]
    assert whole["destroyed_numbers"] == 0
    assert len(verb("proposals", "list", "--case", case, "--json").data) == 3
    assert "毁掉" in verb("import", str(path), "--case", case).out
