"""Real exports (tests/fixtures/statements, see SOURCES.md); the figures were counted with awk and by eye."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pos_closeout.statements.inspection import inspect_file
from pos_closeout.statements.vocabulary import Vocabulary

# name: format, rows, income, expense in fen, footer, proposals
FIGURES: dict[str, tuple[str, int, int, int, str, list[tuple[str, int, int, str]]]] = {
    "wechat-personal-2019.csv": ("wechat_personal", 2, 35, 28_16, "none", []),
    "wechat-personal-2023.csv": ("wechat_personal", 27, 28_49, 2904_53, "none", []),
    "wechat-personal-2019.xlsx": ("wechat_personal", 31, 48_60, 4975_23, "none", []),
    "wechat-merchant-all.csv": ("wechat_merchant", 45, 47, 14, "agrees", []),
    "wechat-merchant-refund.txt": ("wechat_merchant", 1, 0, 1, "differs", []),
    "alipay-app-2023.csv": (
        "alipay_app",
        10,
        222228_50,
        211_64,
        "none",
        [("unfinished", 20_00, 27, "waiting: 等待确认收货")],
    ),
    "jd-2024.csv": ("jd", 26, 0, 2277_70, "none", []),
    "bank-boc-debit.csv": ("table", 17, 9821_00, 9394_30, "none", []),
    "bank-cmb-debit.csv": ("table", 5, 1234_00, 2013_14, "none", []),
    "bank-icbc-debit.csv": ("table", 11, 2841_74, 4241_08, "differs", []),
    "bank-citic-credit.xls": ("table", 13, 1_41, 1098_80, "none", []),
}

STATUS = {
    "wechat-personal-2023.csv": {
        "支付成功": 13,
        "已转账": 3,
        "提现已到账": 3,
        "朋友已收钱": 2,
        "充值成功": 2,
        "充值完成": 1,
        "已存入零钱": 1,
        "已收钱": 1,
        "已到账": 1,
    },
    "alipay-app-2023.csv": {"交易成功": 5, "退款成功": 2, "交易关闭": 2, "等待确认收货": 1},
    "jd-2024.csv": {"交易成功": 19, "退款成功": 7},
    "wechat-merchant-all.csv": {"SUCCESS": 31, "REFUND": 14, "退款状态 SUCCESS": 14},
}


def inspect(path: Path, vocabulary: Vocabulary, today: date) -> dict[str, Any]:
    return inspect_file(path, vocabulary=vocabulary, today=today)


@pytest.mark.parametrize("name", FIGURES)
def test_a_real_export_gives_its_rows_sums_and_open_money(
    name: str, samples: Path, vocabulary: Vocabulary, today: date
) -> None:
    found = inspect(samples / name, vocabulary, today)
    layout, rows, income, expense, footer, proposals = FIGURES[name]
    assert (found["format"], found["rows"], found["footer"]) == (layout, rows, footer)
    assert (found["income_fen"], found["expense_fen"]) == (income, expense)
    assert [tuple(proposal.values()) for proposal in found["proposals"]] == proposals
    assert found["problems"] == []


@pytest.mark.parametrize("name", STATUS)
def test_the_words_of_a_real_export_are_counted(name: str, samples: Path, vocabulary: Vocabulary, today: date) -> None:
    assert inspect(samples / name, vocabulary, today)["status"] == STATUS[name]


def test_jd_itself_counts_spending_without_what_went_back(samples: Path, vocabulary: Vocabulary, today: date) -> None:
    found = inspect(samples / "jd-2024.csv", vocabulary, today)
    assert found["expense_fen"] - found["refunded_fen"] == 1648_43
