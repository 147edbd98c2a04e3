"""Twelve small bills (tests/fixtures/statements/cases); every figure was read off the file by hand.

All names, numbers and amounts in them are invented.
"""

from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from pos_closeout.domain.bills.transactions import Direction, Transaction, TransactionState
from pos_closeout.statements.inspection import inspect_file
from pos_closeout.statements.reading import Reading, read
from pos_closeout.statements.vocabulary import Vocabulary

IN, OUT, NEITHER = Direction.IN, Direction.OUT, Direction.NEUTRAL


class Right(NamedTuple):
    """The right answer: rows, money in and out in fen, and kind, fen, row and reason of every proposal."""

    rows: int
    income: int
    expense: int
    proposals: tuple[tuple[str, int, int, str], ...] = ()
    footer: str = "none"


CASES = {
    "ums-refund-state.xlsx": Right(
        6,
        192_00,
        37_00,
        (
            ("refund", 36_50, 4, "refund_action: 失败"),
            ("refund", 22_00, 5, "refund_pending: 处理中"),
            ("unfinished", 64_00, 7, "unfinished: 超时"),
        ),
    ),
    "aggregator-two-states.csv": Right(
        5,
        178_90,
        53_00,
        (
            ("refund", 8_00, 3, "refund_pending: 退款状态 退款处理中"),
            ("refund", 19_90, 4, "refund_action: 退款状态 退款失败"),
        ),
    ),
    "aggregator-backtick-refund.csv": Right(
        3, 15_50, 15_30, (("refund", 9_80, 4, "refund_pending: 退款状态 PROCESSING"),), "agrees"
    ),
    "ums-day-and-clock.xlsx": Right(3, 84_80, 6_00),
    "ums-kinds.xlsx": Right(12, 857_00, 157_00, (("preauth", 300_00, 5, "waiting: 预授权"),)),
    "pingan-words-in-out.xlsx": Right(2, 730_20, 48_00),
    "boc-company-bilingual.xls": Right(2, 2415_60, 99_00),
    "huaxing-in-out-columns.csv": Right(2, 415_00, 29_00),
    "icbc-one-signed-column.csv": Right(2, 612_40, 36_00),
    "cmb-pc-fee.csv": Right(2, 1088_00, 36_00),
    "wechat-paid-by-code.csv": Right(6, 18_00, 269_50, (("unfinished", 200_00, 12, "waiting: 已转账"),)),
    "alipay-states.csv": Right(
        10,
        0,
        103_00,
        (("unfinished", 300_00, 31, "waiting: 冻结成功"), ("refund", 41_00, 32, "refund_pending: 退款中")),
    ),
}


@pytest.fixture
def cases(samples: Path) -> Path:
    return samples / "cases"


def inspect(path: Path, vocabulary: Vocabulary, today: date) -> dict[str, Any]:
    return inspect_file(path, vocabulary=vocabulary, today=today)


def lines_of(path: Path, vocabulary: Vocabulary) -> tuple[list[Transaction], Reading]:
    reading = read(path, vocabulary=vocabulary)
    return [line for line in reading if isinstance(line, Transaction)], reading


@pytest.mark.parametrize("name", CASES)
def test_a_bill_gives_its_rows_sums_and_open_money(name: str, cases: Path, vocabulary: Vocabulary, today: date) -> None:
    found, right = inspect(cases / name, vocabulary, today), CASES[name]
    assert (found["rows"], found["income_fen"], found["expense_fen"]) == (right.rows, right.income, right.expense)
    assert tuple(tuple(proposal.values()) for proposal in found["proposals"]) == right.proposals
    assert (found["problems"], found["footer"], found["unrecognised"]) == ([], right.footer, {})


STATES = {
    "ums-refund-state.xlsx": [
        (3, TransactionState.DONE, IN),
        (4, TransactionState.REFUND_ACTION, OUT),
        (5, TransactionState.REFUND_PENDING, OUT),
        (6, TransactionState.REFUNDED, OUT),
        (7, TransactionState.UNFINISHED, IN),
        (8, TransactionState.CLOSED, IN),
    ],
    "aggregator-two-states.csv": [
        (2, TransactionState.DONE, IN),
        (3, TransactionState.REFUND_PENDING, IN),
        (4, TransactionState.REFUND_ACTION, IN),
        (5, TransactionState.REFUNDED, IN),
        (6, TransactionState.PART_REFUNDED, IN),
    ],
    "aggregator-backtick-refund.csv": [
        (2, TransactionState.DONE, IN),
        (3, TransactionState.REFUNDED, OUT),
        (4, TransactionState.REFUND_PENDING, OUT),
    ],
    "ums-kinds.xlsx": [
        (3, TransactionState.DONE, IN),
        (4, TransactionState.REFUNDED, OUT),
        (5, TransactionState.WAITING, NEITHER),
        (6, TransactionState.CLOSED, NEITHER),
        (7, TransactionState.DONE, IN),
        (8, TransactionState.REFUNDED, OUT),
        (9, TransactionState.DONE, IN),
        (10, TransactionState.REFUNDED, OUT),
        (11, TransactionState.REFUNDED, OUT),
        (12, TransactionState.REFUNDED, OUT),
        (13, TransactionState.DONE, IN),
        (14, TransactionState.CLOSED, NEITHER),
    ],
    "wechat-paid-by-code.csv": [
        (10, TransactionState.DONE, OUT),
        (11, TransactionState.DONE, OUT),
        (12, TransactionState.WAITING, OUT),
        (13, TransactionState.DONE, IN),
        (14, TransactionState.CLOSED, NEITHER),
        (15, TransactionState.DONE, OUT),
    ],
    "alipay-states.csv": [
        (25, TransactionState.DONE, OUT),
        (26, TransactionState.DONE, NEITHER),
        (27, TransactionState.DONE, NEITHER),
        (28, TransactionState.DONE, NEITHER),
        (29, TransactionState.CLOSED, NEITHER),
        (30, TransactionState.DONE, NEITHER),
        (31, TransactionState.WAITING, NEITHER),
        (32, TransactionState.REFUND_PENDING, OUT),
        (33, TransactionState.CLOSED, IN),
        (34, TransactionState.DONE, OUT),
    ],
}


@pytest.mark.parametrize("name", STATES)
def test_every_line_has_its_state_and_its_direction(name: str, cases: Path, vocabulary: Vocabulary) -> None:
    lines, _ = lines_of(cases / name, vocabulary)
    assert [(line.source.row, line.state, line.direction) for line in lines] == STATES[name]


def test_a_part_that_went_back_is_kept_and_a_rate_is_no_fee(cases: Path, vocabulary: Vocabulary) -> None:
    lines, _ = lines_of(cases / "aggregator-two-states.csv", vocabulary)
    assert [line.refunded_fen for line in lines] == [0, 8_00, 19_90, 33_00, 12_00]
    assert [line.fee_fen for line in lines] == [10, 18, 8, 13, 20]


def test_a_clock_without_its_zero_is_a_time_of_the_day_beside_it(cases: Path, vocabulary: Vocabulary) -> None:
    lines, _ = lines_of(cases / "ums-day-and-clock.xlsx", vocabulary)
    assert [str(line.when) for line in lines] == ["2026-07-09 18:30:05", "2026-07-09 03:11:36", "2026-07-10 09:15:00"]


def test_names_in_two_languages_and_a_day_and_a_clock_are_read(cases: Path, vocabulary: Vocabulary) -> None:
    lines, _ = lines_of(cases / "boc-company-bilingual.xls", vocabulary)
    assert [(str(line.when), line.counterparty, line.direction) for line in lines] == [
        ("2026-07-03 09:30:15", "银联商务股份有限公司", IN),
        ("2026-07-20 10:10:10", "青禾支付有限公司", OUT),
    ]


def test_the_period_above_a_statement_is_read_in_compact_dates(cases: Path, vocabulary: Vocabulary) -> None:
    for name in ("cmb-pc-fee.csv", "boc-company-bilingual.xls"):
        _, reading = lines_of(cases / name, vocabulary)
        (period,) = reading.periods
        assert (period.first, period.last) == (date(2026, 7, 1), date(2026, 7, 31))


def test_a_withdrawal_that_failed_is_final_and_its_note_says_to_withdraw_again(
    cases: Path, vocabulary: Vocabulary, today: date
) -> None:
    found = inspect(cases / "wechat-paid-by-code.csv", vocabulary, today)
    assert found["notes"] == [{"row": 14, "note": "withdraw_again", "amount_fen": 500_00}]


def test_a_bill_with_markup_in_its_names_is_read_and_an_odd_word_is_not_done(
    samples: Path, vocabulary: Vocabulary, today: date
) -> None:
    found = inspect(samples / "hostile" / "nickname-markup.csv", vocabulary, today)
    assert (found["rows"], found["announced_rows"], found["income_fen"]) == (5, 400, 2053_04)
    assert [tuple(each.values())[:3] for each in found["proposals"]] == [
        ("refund", 170_95, 15),
        ("unfinished", 791_58, 16),
    ]
    assert found["unrecognised"] == {"已转入零钱-待退款": 1}


def test_a_day_that_the_year_does_not_have_is_one_bad_row(samples: Path, vocabulary: Vocabulary, today: date) -> None:
    found = inspect(samples / "hostile" / "period-2-29.zip", vocabulary, today)
    assert (found["rows"], [each["reason"] for each in found["problems"]]) == (1, ["time.unreadable"])
