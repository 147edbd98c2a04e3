"""``watch charges`` and ``watch returns``: what statements of after the stop show, once, and what it clears."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Verb

CASES = Path(__file__).resolve().parents[1] / "fixtures" / "statements" / "cases"
ACQUIRER = {"acquirer": {"name": "青禾支付有限公司"}, "request": {"stop_on": "2026-07-01"}}


def new_case(verb: Verb, folder: Path, **more: Any) -> None:
    path = folder / "case.json"
    path.write_text(json.dumps({**ACQUIRER, **more}, ensure_ascii=False), encoding="utf-8")
    assert verb("case", "new", str(path)).code == 0


def take(verb: Verb, *files: Path) -> None:
    assert verb("import", "--case", "1", *map(str, files)).code == 0


def found(verb: Verb, what: str) -> list[dict[str, Any]]:
    said: list[dict[str, Any]] = verb("watch", what, "--case", "1", "--json").data
    return said


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


CHARGES = {
    "pingan-words-in-out.xlsx": ("2026-07-15", 48_00, "POS流量费"),
    "boc-company-bilingual.xls": ("2026-07-20", 99_00, "POS服务费"),
    "huaxing-in-out-columns.csv": ("2026-07-18", 29_00, "POS管理费"),
    "icbc-one-signed-column.csv": ("2026-07-19", 36_00, "POS通讯费"),
    "cmb-pc-fee.csv": ("2026-07-17", 36_00, "POS通讯服务费"),
}


@pytest.mark.parametrize("name", CHARGES)
def test_a_charge_is_found_whatever_the_column_is_called(verb: Verb, tmp_path: Path, name: str) -> None:
    new_case(verb, tmp_path)
    take(verb, CASES / name)
    (charge,) = found(verb, "charges")
    day, fen, word = CHARGES[name]
    assert (charge["charged_on"], charge["amount_fen"]) == (day, fen)
    assert word in charge["what"]
    assert word in verb("watch", "charges", "--case", "1").out


def test_a_charge_that_two_exports_show_is_one_and_two_charges_stay_two(verb: Verb, tmp_path: Path) -> None:
    new_case(verb, tmp_path)
    web = written(
        tmp_path,
        "web.csv",
        "账号：6214850212345566\n交易日期,交易时间,收入,支出,交易类型,交易备注\n"
        "20260717,14:01:02,,36.00,代扣,POS通讯服务费 青禾支付\n20260717,15:01:02,,36.00,代扣,POS通讯服务费 青禾支付\n"
        "20260718,09:00:00,,36.00,代扣,青禾支付\n",
    )
    app = written(
        tmp_path,
        "app.csv",
        "卡号: 6214********5566\n记账日期,金额,余额,对方户名,摘要\n2026-07-17,-36.00,100.00,青禾支付,代扣\n"
        "2026-07-17,-36.00,64.00,青禾支付,代扣\n2026-07-18,-36.00,28.00,青禾支付,代扣\n",
    )
    # Without a line that names the account, day and amount must do.
    bare = written(tmp_path, "bare.csv", "日期,支出金额,收入金额,说明文字\n2026-07-17,36.00,,青禾支付代扣\n")
    for at, files in enumerate(((web,), (app,), (bare,))):
        take(verb, *files)
        assert len(found(verb, "charges")) == 3, f"after export {at}"


def test_charges_of_two_accounts_are_two(verb: Verb, tmp_path: Path) -> None:
    new_case(verb, tmp_path)
    text = "卡号: 6214********{end}\n记账日期,金额,余额,对方户名,摘要\n2026-07-17,-36.00,100.00,青禾支付,代扣\n"
    take(verb, *(written(tmp_path, f"{end}.csv", text.format(end=end)) for end in ("5566", "7788")))
    assert len(found(verb, "charges")) == 2


BACK = (
    "卡号: 6214********5566\n记账日期,金额,余额,对方户名,摘要\n"
    "2026-07-05,299.00,1000.00,青禾支付有限公司,清算款\n"
    "2026-07-09,280.00,1280.00,青禾支付,押金退还\n"
    "2026-07-20,36.00,1316.00,青禾支付服务中心,退费\n"
    "2026-07-21,50.00,1366.00,王女士,退款\n"
)


def test_money_that_comes_back_is_offered_for_what_it_clears(verb: Verb, tmp_path: Path) -> None:
    items = [
        {"kind": "deposit", "amount_fen": 299_00, "counterparty": "青禾支付"},
        {"kind": "fee", "amount_fen": 50_00, "original_on": "2026-07-22"},
    ]
    charge = {"charged_on": "2026-07-17", "amount_fen": 36_00, "what": "POS通讯服务费"}
    new_case(verb, tmp_path, items=items, late_charges=[charge])
    take(verb, written(tmp_path, "back.csv", BACK))
    deposit, fee = found(verb, "returns")
    assert (deposit["clears"], deposit["item"], deposit["amount_fen"], deposit["due_fen"]) == (
        "deposit_item",
        1,
        280_00,
        299_00,
    )
    assert (fee["clears"], fee["charge"], fee["on"], fee["row"]) == ("charge", 0, "2026-07-20", 5)
    assert "押金退还" in verb("watch", "returns", "--case", "1").out
    assert verb("items", "clear", "1", "--on", "2026-07-09", "--how", "已退回").code == 0
    assert [each["clears"] for each in found(verb, "returns")] == ["charge"]


def test_a_deposit_of_the_case_is_found_without_an_item(verb: Verb, tmp_path: Path) -> None:
    new_case(verb, tmp_path, settlement={"deposit_fen": 280_00})
    take(verb, written(tmp_path, "back.csv", BACK))
    assert [(each["clears"], each["amount_fen"]) for each in found(verb, "returns")] == [("deposit", 280_00)]


def test_nothing_is_said_in_a_sentence(verb: Verb, tmp_path: Path) -> None:
    new_case(verb, tmp_path)
    assert "没有发现扣费" in verb("watch", "charges", "--case", "1").out
    assert "还没有看到" in verb("watch", "returns", "--case", "1").out
    assert verb("watch", "returns", "--case", "9").code == 2
