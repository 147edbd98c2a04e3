"""A charge in a bank statement of after the stop is found, written down, and objected to."""

import io
import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from pos_closeout.actions.bills.late_charges import find_late_charges
from pos_closeout.actions.data_folder import open_data_folder
from tests.cli.conftest import Verb

STATEMENT = (
    "交易日期,摘要,对方户名,支出金额,收入金额,余额\r\n"
    "2026-10-20,流量费,拉卡拉支付股份有限公司,36.00,,900.00\r\n"
    "2026-11-20,POS流量费,拉卡拉支付股份有限公司,36.00,,864.00\r\n"
    "2026-11-21,货款,某某商贸,50.00,,814.00\r\n"
    "2026-11-21,押金退款,拉卡拉支付股份有限公司,,299.00,1113.00\r\n"
)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_a_charge_after_the_stop_is_found_in_an_imported_statement(verb: Verb, tmp_path: Path, encoding: str) -> None:
    given, statement = tmp_path / "case.json", tmp_path / "流水.csv"
    told = {"acquirer": {"name": "拉卡拉支付股份有限公司"}, "request": {"stop_on": "2026-11-01"}}
    given.write_text(json.dumps(told), encoding="utf-8")
    statement.write_bytes(STATEMENT.encode(encoding))
    assert verb("case", "new", str(given)).code == 0
    assert verb("import", "--case", "1", str(statement)).code == 0
    with open_data_folder(tmp_path / "data", datetime(2026, 11, 22, 10, tzinfo=UTC)) as store:
        (charge,) = find_late_charges(store, 1)
    assert (charge.charged_on, charge.amount_fen) == (date(2026, 11, 20), 36_00)
    assert "流量费" in charge.what


def test_what_was_left_does_not_come_back_with_the_same_statement(verb: Verb, tmp_path: Path) -> None:
    given, statement = tmp_path / "case.json", tmp_path / "流水.csv"
    left = {"charged_on": "2026-11-20", "amount_fen": 3600, "left_on": "2026-11-22", "left_why": "owed"}
    told = {
        "acquirer": {"name": "拉卡拉支付股份有限公司"},
        "request": {"stop_on": "2026-11-01"},
        "late_charges": [left],
    }
    given.write_text(json.dumps(told), encoding="utf-8")
    statement.write_text(STATEMENT, encoding="utf-8")
    assert verb("case", "new", str(given)).code == 0
    for _ in range(2):
        verb("import", "--case", "1", str(statement))
        with open_data_folder(tmp_path / "data", datetime(2026, 11, 22, 10, tzinfo=UTC)) as store:
            assert find_late_charges(store, 1) == ()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_objection_names_a_charge_after_the_stop(verb: Verb, tmp_path: Path, language: str) -> None:
    given, out = tmp_path / "case.json", tmp_path / "objection.pdf"
    charge = {"charged_on": "2026-11-20", "amount_fen": 3600, "what": "POS data"}
    given.write_text(json.dumps({"late_charges": [charge]}), encoding="utf-8")
    assert verb("case", "new", str(given)).code == 0
    said = verb("letter", "--case", "1", "--kind", "objection", "--language", language, "--out", str(out))
    assert said.code == 0
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(out.read_bytes())).pages)
    assert "36.00" in text
    assert "POS data" in text
