"""Shapes of tables that banks give: days once for several rows or without a year, lines as tables, sums in between."""

from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from pos_closeout.domain.bills.transactions import Direction, Problem, Transaction
from pos_closeout.statements.reading import read
from pos_closeout.statements.vocabulary import Vocabulary
from tests.statements.pdf_writing import Look, write_pdf

Told = list[tuple[str, int, str]]


def lines(path: Path, vocabulary: Vocabulary) -> Told:
    items = list(read(path, vocabulary=vocabulary))
    assert not [item for item in items if isinstance(item, Problem)]
    return [told(item) for item in items if isinstance(item, Transaction)]


def told(line: Transaction) -> tuple[str, int, str]:
    sign = -1 if line.direction is Direction.OUT else 1
    who = line.counterparty or line.summary
    return f"{line.when:%m-%d %H:%M}".removesuffix(" 00:00"), sign * line.amount_fen, who


def text(folder: Path, content: str) -> Path:
    path = folder / "bill.csv"
    path.write_text(content, encoding="utf-8")
    return path


def mail(folder: Path, html: str) -> Path:
    letter = EmailMessage()
    letter["Subject"] = "信用卡电子账单"
    letter.set_content("见附件")
    letter.add_alternative(f"<html><body>{html}</body></html>", subtype="html")
    path = folder / "bill.eml"
    path.write_bytes(letter.as_bytes())
    return path


MERGED = """交易日期,摘要,收入,支出,余额,对方户名
2026-07-01,结算款,100.00,,100.00,银联商务
,代扣,,36.00,64.00,青禾支付
,转账,,10.00,54.00,李红
2026-07-02,结算款,50.00,,104.00,银联商务
本页小计,,150.00,46.00,,
交易日期,摘要,收入,支出,余额,对方户名
,退款,5.00,,109.00,李红
2026-07-03,转账,,9.00,100.00,王明
,合计,155.00,55.00,,
"""
MERGED_LINES = [
    ("07-01", 100_00, "银联商务"), ("07-01", -36_00, "青禾支付"), ("07-01", -10_00, "李红"),
    ("07-02", 50_00, "银联商务"), ("07-02", 5_00, "李红"), ("07-03", -9_00, "王明"),
]  # fmt: skip


def test_a_day_in_a_merged_cell_is_that_of_the_rows_below(vocabulary: Vocabulary, tmp_path: Path) -> None:
    assert lines(text(tmp_path, MERGED), vocabulary) == MERGED_LINES


def test_a_day_in_a_line_of_its_own_is_that_of_the_rows_below(vocabulary: Vocabulary, tmp_path: Path) -> None:
    content = (
        "时间,类型,金额,对方户名\n2026年7月1日 星期三,,,\n09:30,转账,-36.00,青禾支付\n18:05:07,转账,+20.00,李红\n"
        "2026年7月2日 星期四,,,\n08:00,转账,-5.00,王明\n"
    )
    assert lines(text(tmp_path, content), vocabulary) == [
        ("07-01 09:30", -36_00, "青禾支付"), ("07-01 18:05", 20_00, "李红"), ("07-02 08:00", -5_00, "王明"),
    ]  # fmt: skip


def test_an_amount_without_a_day_at_the_end_is_told_and_not_taken(vocabulary: Vocabulary, tmp_path: Path) -> None:
    content = "交易日期,摘要,金额,对方户名\n2026-07-01,转账,-36.00,青禾支付\n,总支出数,-36.00,全部\n"
    line, problem = list(read(text(tmp_path, content), vocabulary=vocabulary))
    assert isinstance(line, Transaction)
    assert isinstance(problem, Problem)
    assert problem.reason == "time.missing"


def test_cells_of_a_mail_that_reach_over_rows_keep_the_others_in_their_columns(
    vocabulary: Vocabulary, tmp_path: Path
) -> None:
    html = (
        "<table><tr><th>交易日期</th><th>摘要</th><th>交易金额</th><th>对方户名</th></tr>"
        "<tr><td rowspan=2>2026-07-01</td><td>结算款</td><td>100.00</td><td>银联商务</td></tr>"
        "<tr><td>代扣</td><td>-36.00</td><td rowspan=2>青禾支付</td></tr>"
        "<tr><td>2026-07-02</td><td>转账</td><td>-5.00</td></tr></table>"
    )
    assert lines(mail(tmp_path, html), vocabulary) == [
        ("07-01", 100_00, "银联商务"), ("07-01", -36_00, "青禾支付"), ("07-02", -5_00, "转账"),
    ]  # fmt: skip


def test_a_card_bill_whose_lines_are_tables_of_their_own_is_one_table(vocabulary: Vocabulary, tmp_path: Path) -> None:
    head = ("交易日", "记账日", "交易摘要", "人民币金额", "卡号末四位", "交易地金额")
    rows = [
        ("", "0105", "还款", "-1,000.00", "1234", "-1,000.00"),
        ("1230", "0101", "青禾支付", "36.00", "1234", "36.00(CN)"),
        ("0115", "0116", "便利店", "8.50", "1234", "8.50(CN)"),
    ]
    tables = "".join(
        "<table><tr><td><span>" + "</span></td><td><span>".join(row) + "</span></td></tr></table><table><tr><td>"
        "<img src='line.gif'></td></tr></table>"
        for row in (head, *rows)
    )
    html = f"<table><tr><td>信用卡对账单</td></tr></table><p>账单周期 2025/12/28-2026/01/27</p>{tables}"
    found = lines(mail(tmp_path, html), vocabulary)
    assert found == [("01-05", 1000_00, "还款"), ("12-30", -36_00, "青禾支付"), ("01-15", -8_50, "便利店")]
    when = [
        item.when.date() for item in read(tmp_path / "bill.eml", vocabulary=vocabulary) if isinstance(item, Transaction)
    ]
    assert when == [date(2026, 1, 5), date(2025, 12, 30), date(2026, 1, 15)]


@pytest.mark.parametrize(
    "head",
    [
        "账单周期 2026/01/03–2026/02/02", "账单周期：2026年01月03日至2026年02月02日", "2026年02月信用卡账单",
        "账单日 2026-02-02", "账单期间：20260103-20260202",
    ],
)  # fmt: skip
def test_a_year_that_stands_in_the_head_alone_counts_for_the_rows(
    vocabulary: Vocabulary, tmp_path: Path, head: str
) -> None:
    content = f"信用卡\n{head}\n交易日,记账日,交易说明,金额\n01/15,01/16,青禾支付,36.00\n"
    content += "02/01,02/02,便利店,8.50\n12月31日,01/04,书店,9.00\n"
    items = list(read(text(tmp_path, content), vocabulary=vocabulary))
    assert [item.when.date() for item in items if isinstance(item, Transaction)] == [
        date(2026, 1, 15), date(2026, 2, 1), date(2025, 12, 31),
    ]  # fmt: skip


@pytest.mark.parametrize("middle", [False, True], ids=["top", "middle"])
@pytest.mark.parametrize("rules", ["grid", "cells", "lines"])
def test_a_day_that_stands_once_on_ruled_pages_is_that_of_the_rows_below(
    vocabulary: Vocabulary, tmp_path: Path, rules: str, *, middle: bool
) -> None:
    rows, balance = [], 0
    for at in range(24):
        balance += 705 + at * 100
        day = f"2026-07-{at // 3 + 1:02d}" if at % 3 == 0 else ""
        rows.append((day, "转账", f"+{(705 + at * 100) / 100:.2f}", f"{balance / 100:.2f}", f"客户{'甲乙丙'[at % 3]}"))
    path = tmp_path / "bill.pdf"
    names = ("交易日期", "摘要", "交易金额", "账户余额", "对方户名")
    write_pdf(path, names, rows, Look(widths=(60.0, 60.0, 70.0, 80.0, 110.0), rules=rules, middle=middle))
    assert lines(path, vocabulary) == [
        (f"07-{at // 3 + 1:02d}", 705 + at * 100, f"客户{'甲乙丙'[at % 3]}") for at in range(24)
    ]
