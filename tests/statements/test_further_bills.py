"""Every bill of ``further_bills`` comes out as its right answers say."""

from datetime import date
from pathlib import Path

import pytest

from pos_closeout.statements.inspection import inspect_file
from pos_closeout.statements.vocabulary import Vocabulary
from tests.statements.further_bills import BILLS


@pytest.mark.parametrize("name", BILLS)
def test_a_bill_of_a_further_kind_is_read(name: str, vocabulary: Vocabulary, today: date, tmp_path: Path) -> None:
    bill, path = BILLS[name], tmp_path / "bill.csv"
    path.write_text(bill.text, encoding="utf-8")
    found = inspect_file(path, vocabulary=vocabulary, today=today)
    assert (found["rows"], found["income_fen"], found["expense_fen"]) == (bill.rows, bill.income, bill.expense)
    told = [
        (each["kind"], each["amount_fen"], each["row"], each["reason"].split(":")[0]) for each in found["proposals"]
    ]
    assert tuple(told) == bill.open
    assert found["problems"] == []


def test_only_the_word_that_nobody_knows_is_told_as_not_recognised(
    vocabulary: Vocabulary, today: date, tmp_path: Path
) -> None:
    path = tmp_path / "bill.csv"
    path.write_text(
        "支付时间,平台订单号,终端编号,支付状态,实付金额,退款状态,退款金额\n"
        "2026-06-05 12:00:00,A20260605120000000001,T1,神秘,60.00,退款成功,10.00\n"
        "2026-06-05 12:10:00,A20260605120000000002,T1,支付成功,70.00,退款排队中,\n",
        encoding="utf-8",
    )
    found = inspect_file(path, vocabulary=vocabulary, today=today)
    assert found["unrecognised"] == {"神秘": 1, "退款状态 退款排队中": 1}
    assert [(each["kind"], each["amount_fen"]) for each in found["proposals"]] == [
        ("unfinished", 50_00),
        ("refund", 70_00),
    ]
