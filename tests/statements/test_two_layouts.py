"""Exports of one account that overlap, in any two layouts: no line is counted twice and none is lost."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from itertools import product
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pos_closeout.domain.bills.transactions import Transaction
from pos_closeout.statements.reading import read
from pos_closeout.statements.vocabulary import Vocabulary
from tests.statements.bills import yuan

FIRST = datetime.fromisoformat("2026-07-01 09:00:00")
DAYS = 4
_SAME_FOLDER = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


class Entry(NamedTuple):
    """One movement: its day from 0, its fen, and whether it went out."""

    day: int
    fen: int
    out: bool


def when(at: int, entry: Entry) -> datetime:
    return FIRST + timedelta(days=entry.day, minutes=at)


def bank_signed(entries: Sequence[tuple[int, Entry]]) -> str:
    rows = ["卡号: 6214********5566", "记账日期,记账时间,金额,余额,对方户名,附言"]
    rows += [
        f"{when(at, each):%Y-%m-%d,%H:%M:%S},{'-' if each.out else ''}{yuan(each.fen)},1.00,某人,第{at}笔"
        for at, each in entries
    ]
    return "\n".join(rows)


def bank_columns(entries: Sequence[tuple[int, Entry]]) -> str:
    rows = ["账号：[6214850212345566]", "交易日,转入金额,转出金额,摘要"]
    rows += [
        f"{when(at, each):%Y%m%d},{'' if each.out else yuan(each.fen)},{yuan(each.fen) if each.out else ''},代扣"
        for at, each in entries
    ]
    return "\n".join(rows)


def bank_words(entries: Sequence[tuple[int, Entry]]) -> str:
    rows = ["日期,借贷标志,发生额,账号,对方名称"]
    rows += [
        f"{when(at, each):%Y/%m/%d},{'借' if each.out else '贷'},{yuan(each.fen)},6214********5566,"
        for at, each in entries
    ]
    return "\n".join(rows)


def _reference(at: int) -> str:
    return f"1305195{at:05d}"


def ums_portal(entries: Sequence[tuple[int, Entry]]) -> str:
    rows = ["清算时间,交易时间,终端号,交易类型,卡号,交易金额,检索号,商户号"]
    for at, each in entries:
        kind, sign = ("联机退货", "-") if each.out else ("消费", "")
        rows.append(
            f"{when(at, each) + timedelta(1):%Y-%m-%d},{when(at, each)},12345678,{kind},621226******0000,"
            f"{sign}{yuan(each.fen)},{_reference(at)},898110053110001"
        )
    return "\n".join(rows)


def ums_cleared(entries: Sequence[tuple[int, Entry]]) -> str:
    rows = ["清算日期,交易日期时间,卡号,商编,终端,参考号,交易类型,交易金额"]
    for at, each in entries:
        kind = "退货" if each.out else "消费"
        rows.append(
            f"{when(at, each) + timedelta(1):%Y%m%d},{when(at, each):%H%M%S},621226******0000,898110053110001,"
            f"12345678,{_reference(at)},{kind},{yuan(each.fen)}"
        )
    return "\n".join(rows)


def ums_settled(entries: Sequence[tuple[int, Entry]]) -> str:
    rows = ["结算日期,交易时间,交易类型,卡号,金额,手续费,净额,参考号"]
    for at, each in entries:
        kind = "消费撤销" if each.out else "消费"
        rows.append(
            f"{when(at, each) + timedelta(1):%Y-%m-%d},{when(at, each)},{kind},621226******0000,{yuan(each.fen)},0.00,"
            f"{yuan(each.fen)},{_reference(at)}"
        )
    return "\n".join(rows)


Writer = Callable[[Sequence[tuple[int, Entry]]], str]
PAIRS = [
    pair
    for group in ((bank_signed, bank_columns, bank_words), (ums_portal, ums_cleared, ums_settled))
    for pair in product(group, repeat=2)
]


def names(path: Path, text: str, vocabulary: Vocabulary) -> list[str]:
    path.write_text(text, encoding="utf-8")
    items = list(read(path, vocabulary=vocabulary))
    lines = [item for item in items if isinstance(item, Transaction)]
    assert len(lines) == len(items)
    return [line.identity for line in lines]


@pytest.mark.parametrize(("one", "other"), PAIRS, ids=lambda writer: writer.__name__)
@_SAME_FOLDER
@given(
    entries=st.lists(
        st.builds(Entry, day=st.integers(0, DAYS - 1), fen=st.sampled_from([36_00, 8_00, 50]), out=st.booleans()),
        min_size=1,
        max_size=10,
    ),
    cut=st.integers(0, DAYS),
    start=st.integers(0, DAYS),
)
def test_two_exports_that_overlap_hold_every_line_once(
    one: Writer, other: Writer, *, entries: list[Entry], cut: int, start: int, vocabulary: Vocabulary, tmp_path: Path
) -> None:
    listed = sorted(enumerate(entries), key=lambda pair: pair[1].day)
    early = [pair for pair in listed if pair[1].day < cut]
    late = [pair for pair in reversed(listed) if pair[1].day >= min(start, cut)]
    found = [
        names(tmp_path / f"{at}.csv", writer(part), vocabulary) if part else []
        for at, (writer, part) in enumerate(((one, early), (other, late)))
    ]
    assert [len(set(each)) for each in found] == [len(early), len(late)]
    assert len({*found[0], *found[1]}) == len(entries)


def test_two_accounts_of_one_bank_are_not_mixed_up(vocabulary: Vocabulary, tmp_path: Path) -> None:
    text = bank_signed([(0, Entry(0, 36_00, out=True))])
    one = names(tmp_path / "one.csv", text, vocabulary)
    other = names(tmp_path / "other.csv", text.replace("5566", "7788"), vocabulary)
    assert set(one).isdisjoint(other)


def test_the_day_of_a_broken_date_is_told_and_a_second_date_stands_in(vocabulary: Vocabulary, tmp_path: Path) -> None:
    path = tmp_path / "card.csv"
    path.write_text(
        "信用卡账单 2023年01月\n交易日,记账日,交易摘要,人民币金额,卡号末四位\n"
        "2/29,,还款,-1.23,1234\n/05,01/07,中国移动,8.00,1234\n",
        encoding="utf-8",
    )
    problem, line = list(read(path, vocabulary=vocabulary))
    assert not isinstance(problem, Transaction)
    assert isinstance(line, Transaction)
    assert (problem.reason, line.when.date()) == ("time.unreadable", date(2023, 1, 7))
