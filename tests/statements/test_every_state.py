"""A bill in any layout, with every state a line can have, reads back to what was written."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pos_closeout.domain.bills.line_states import LineKind
from pos_closeout.domain.bills.transactions import Direction, Transaction, TransactionState
from pos_closeout.statements.reading import read
from pos_closeout.statements.vocabulary import Layout, Vocabulary
from tests.statements.bills import yuan
from tests.statements.state_table import ROWS, expected

FIRST = datetime.fromisoformat("2026-07-01 10:00:00")
TYPES = {
    LineKind.PAYMENT: "消费",
    LineKind.REFUND: "联机退货",
    LineKind.REFUND_UNDONE: "消费撤销冲正",
    LineKind.TRANSFER: "转账",
    LineKind.WITHDRAWAL: "零钱提现",
    LineKind.HOLD: "预授权",
    LineKind.HOLD_UNDONE: "预授权撤销",
}
SIDES = {Direction.IN: "收入", Direction.OUT: "支出", Direction.NEUTRAL: "不计收支"}
_WORDS = [text for text, _ in ROWS if ":" not in text and text != "NONE"]
_SAME_FOLDER = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


class Line(NamedTuple):
    kind: LineKind
    direction: Direction
    word: str
    fen: int


LINES = st.lists(
    st.builds(
        Line,
        kind=st.sampled_from(LineKind),
        direction=st.sampled_from(Direction),
        word=st.sampled_from(_WORDS),
        fen=st.integers(1, 999_999),
    ),
    min_size=1,
    max_size=12,
)


def way(layout: Layout, line: Line) -> Direction:
    """Return which way the money of a line goes in a layout: by its word, or by what the line is about."""
    if line.kind in (LineKind.HOLD, LineKind.HOLD_UNDONE):
        return Direction.NEUTRAL
    if layout.direction == "word":
        return line.direction
    return Direction.OUT if line.kind is LineKind.REFUND else Direction.IN


def as_written(text: str) -> str:
    """Return a word with the comma that a bill writes in it."""
    return text.replace(",", "，")


def written(layout: Layout, lines: Sequence[Line]) -> str:
    """Write a bill with the columns of a layout, as its entry in ``layouts.toml`` names them."""
    roles = {names[0]: role for role, names in reversed(list(layout.columns.items()))}
    names = list(dict.fromkeys((*sorted(layout.requires), *roles)))
    names += [name for name in sorted(layout.needs)[:1] if name not in names]
    rows = [layout.delimiter.join(names)]
    for at, line in enumerate(lines):
        cells = {
            "when": f"{FIRST + timedelta(minutes=at)}",
            "type": TYPES[line.kind],
            "counterparty": "某人",
            "summary": "货物",
            "direction": SIDES[line.direction],
            "amount": yuan(line.fen),
            "status": as_written(line.word),
            "funding": "余额",
            "order": f"42000002632019021677{at:08d}",
            "fee": "0.00",
        }
        rows.append(layout.delimiter.join(cells.get(roles.get(name, ""), "") for name in names))
    return "\n".join(rows)


def read_lines(path: Path, text: str, vocabulary: Vocabulary) -> list[Transaction]:
    path.write_text(text, encoding="utf-8")
    items = list(read(path, vocabulary=vocabulary))
    lines = [item for item in items if isinstance(item, Transaction)]
    assert len(lines) == len(items)
    return lines


WITH_STATES = ["wechat_personal", "alipay_app", "jd", "unionpay_merchant", "lakala"]


@pytest.mark.parametrize("name", WITH_STATES)
@_SAME_FOLDER
@given(lines=LINES)
def test_every_state_of_a_layout_reads_back(
    name: str, lines: list[Line], vocabulary: Vocabulary, tmp_path: Path
) -> None:
    for at, layout in enumerate(each for each in vocabulary.layouts if each.id == name and each.columns.get("status")):
        found = read_lines(tmp_path / f"{at}.csv", written(layout, lines), vocabulary)
        assert [(line.amount_fen, line.direction) for line in found] == [
            (each.fen, way(layout, each)) for each in lines
        ]
        assert [(line.status, line.state) for line in found] == [
            (as_written(each.word), expected(each.word, each.kind, way(layout, each))) for each in lines
        ]


NAMES = "付款完成时间,支付单号,商户编号,支付状态,付款总金额,结算手续费率,结算手续费,退款单号,退款金额,退款状态"


@_SAME_FOLDER
@given(lines=LINES, part=st.sampled_from([1, 2]))
def test_every_state_of_a_refund_in_the_line_of_its_order_reads_back(
    lines: list[Line], part: int, vocabulary: Vocabulary, tmp_path: Path
) -> None:
    rows = [NAMES]
    for at, line in enumerate(lines):
        cells = (f"{FIRST + timedelta(minutes=at)}", f"42000002632019021677{at:08d}", "53990001", "支付成功")
        back = yuan(line.fen * 2 // part)
        rows.append(",".join((*cells, yuan(line.fen * 2), "0.38", "0.10", f"R{at}", back, as_written(line.word))))
    found = read_lines(tmp_path / "orders.csv", "\n".join(rows), vocabulary)
    for read_line, each in zip(found, lines, strict=True):
        state = expected(each.word, LineKind.REFUND, Direction.OUT)
        if state is TransactionState.REFUNDED and part == 2:
            state = TransactionState.PART_REFUNDED
        assert (read_line.amount_fen, read_line.direction, read_line.fee_fen) == (each.fen * 2, Direction.IN, 10)
        assert (read_line.state, read_line.refunded_fen) == (state, each.fen * 2 // part)


MERCHANT = (
    "交易时间,公众账号ID,商户号,微信订单号,商户订单号,交易状态,微信退款单号,"  # one header line
    "商户退款单号,退款金额,退款类型,退款状态,订单金额,申请退款金额"
)


@_SAME_FOLDER
@given(lines=LINES)
def test_every_state_of_a_refund_in_a_merchant_bill_reads_back(
    lines: list[Line], vocabulary: Vocabulary, tmp_path: Path
) -> None:
    rows = [MERCHANT]
    for at, line in enumerate(lines):
        number, back = f"42000002632019021677{at:08d}", yuan(line.fen)
        told = (f"{FIRST + timedelta(minutes=at)}", "wx1", "1900000109", number, f"M{at}", "REFUND", f"50{number}")
        rows.append(
            ",".join(f"`{cell}" for cell in (*told, f"R{at}", back, "ORIGINAL", as_written(line.word), "0.00", back))
        )
    found = read_lines(tmp_path / "refunds.csv", "\n".join(rows), vocabulary)
    assert [(line.amount_fen, line.direction, line.state) for line in found] == [
        (each.fen, Direction.OUT, expected(each.word, LineKind.REFUND, Direction.OUT)) for each in lines
    ]


@pytest.mark.parametrize("name", ["unionpay_merchant", "lakala"])
@_SAME_FOLDER
@given(lines=LINES)
def test_a_bill_without_a_column_of_states_lists_what_is_booked(
    name: str, lines: list[Line], vocabulary: Vocabulary, tmp_path: Path
) -> None:
    layout = next(each for each in vocabulary.layouts if each.id == name)
    header, *rows = (row.split(layout.delimiter) for row in written(layout, lines).split("\n"))
    kept = [at for at, name in enumerate(header) if not name.endswith("状态")]
    text = "\n".join(layout.delimiter.join(row[at] for at in kept) for row in (header, *rows))
    found = read_lines(tmp_path / "booked.txt", text, vocabulary)
    assert [line.state for line in found] == [expected("成功", each.kind, way(layout, each)) for each in lines]
