from datetime import date, timedelta
from pathlib import Path

import pytest

from pos_closeout.actions.bills.inspect_statement import inspect_statements
from pos_closeout.actions.bills.sample_bill import sample_bill


@pytest.mark.parametrize("day", [date(2026, 11, 22), date(2028, 3, 1)])
def test_the_sample_bill_reads_like_a_real_one(resources: Path, tmp_path: Path, day: date) -> None:
    path = tmp_path / "sample.csv"
    path.write_bytes(sample_bill(day))
    (found,) = inspect_statements(resources, (path,), day)["files"]
    assert (found["format"], found["rows"], found["footer"], found["problems"]) == (
        "wechat_merchant",
        102,
        "agrees",
        [],
    )
    # Twenty rounds of five prices.
    assert found["income_fen"] == 20 * (12_80 + 35_00 + 8_50 + 66_00 + 21_90)
    assert found["expense_fen"] == 30_00, "the refund that failed sent nothing back"
    assert [(one["kind"], one["amount_fen"], one["reason"].split(":")[0]) for one in found["proposals"]] == [
        ("refund", 30_00, "refund_pending"),
        ("refund", 21_90, "refund_action"),
    ]
    assert f"{day - timedelta(days=1)} 09" in path.read_text(encoding="utf-8-sig")
