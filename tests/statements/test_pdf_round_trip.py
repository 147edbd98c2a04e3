"""What is written into a PDF, in any look, is what is read from it; what a damaged one says is never silently wrong."""

import random
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pos_closeout.domain.bills.transactions import Direction, Problem, Transaction
from pos_closeout.domain.errors import BadInputError
from pos_closeout.statements.pdf import read_pages
from pos_closeout.statements.pdf_table import read_table
from pos_closeout.statements.reading import read
from pos_closeout.statements.vocabulary import Vocabulary
from tests.statements.pdf_writing import EMBEDDED, PREDEFINED, Look, write_pdf

PARTNERS = (
    "青禾支付有限公司",
    "欧阳春兰",
    "王小明 5641",
    "支付宝（中国）网络技术有限公司",
    "银联商务支付股份有限公司四川分公司结算专户",
    "李红",
    "",
    "美团平台商户",
)
COLUMNS = {
    "交易时间": (50, ("00:00:01", "09:15:00", "23:59:59")),
    "对方户名": (80, PARTNERS),
    "对方账号": (60, ("5641", "6217850000001234567", "4200042269312163761820916601", "")),
    "摘要": (36, ("消费", "转账汇款", "银联商务代付结算款", "POS")),
    "币种": (40, ("人民币",)),
    "附言": (44, ("", "财付通-微信支付-收款", "货款", "代付0301")),
}


@st.composite
def statements(draw: st.DrawFn) -> tuple[list[str], list[list[str]], Look]:
    """Return names, rows and a look: the balance of every entry follows from the one before."""
    count = draw(st.sampled_from((1, 2, 5, 40, 90)))
    pick = draw(st.randoms(use_true_random=False))
    wanted = draw(st.lists(st.sampled_from(sorted(COLUMNS)), unique=True, max_size=5))
    names = draw(st.permutations(["交易日期", "交易金额", "账户余额", *wanted]))
    rows, balance = [], pick.randrange(10**8)
    for at in range(count):
        fen = pick.randrange(1, 10 ** pick.randrange(2, 8)) * pick.choice((1, -1))
        balance += fen
        cells = {
            "交易日期": f"2026-{at // 28 % 9 + 1:02d}-{at % 28 + 1:02d}",
            "交易金额": f"{fen / 100:+,.2f}",
            "账户余额": f"{balance / 100:,.2f}",
        }
        rows.append([cells.get(name) or pick.choice(COLUMNS[name][1]) for name in names])
    widths = {"交易日期": 62, "交易金额": 72, "账户余额": 78, **{name: width for name, (width, _) in COLUMNS.items()}}
    size = draw(st.sampled_from((7.0, 8.0, 9.0)))
    look = Look(
        widths=tuple(float(widths[name]) for name in names),
        rules=draw(st.sampled_from(("grid", "cells", "bars", "lines", "none"))),
        middle=draw(st.booleans()),
        repeated=draw(st.booleans()),
        second=draw(st.booleans()),
        right=frozenset(
            at for at, name in enumerate(names) if name in {"交易金额", "账户余额"} and draw(st.booleans())
        ),
        turned=draw(st.sampled_from((0, 0, 1, 2, 3))),
        shift=draw(st.sampled_from(((0.0, 0.0), (37.0, 51.0)))),
        mark=draw(st.sampled_from(("", "仅供核对 2026-01-01 100.00"))),
        font=draw(st.sampled_from((EMBEDDED, PREDEFINED))),
        size=size,
        leading=size * draw(st.sampled_from((1.2, 1.35))),
        pad=draw(st.sampled_from((1.5, 3.0, 5.0))),
        gap=draw(st.sampled_from((6.0, 10.0))),
    )
    return names, rows, look


def bare(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Leave the blanks out: where a line was broken at one, nobody can see it."""
    return [[re.sub(r"\s", "", cell) for cell in row] for row in rows]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(written=statements())
def test_every_look_gives_back_what_was_written(
    written: tuple[list[str], list[list[str]], Look], vocabulary: Vocabulary, tmp_path: Path
) -> None:
    names, rows, look = written
    path = tmp_path / "bill.pdf"
    pages = write_pdf(path, names, rows, look)
    table = read_table(read_pages(path, path.name, None, lambda _share: None).pages, vocabulary.header_names)
    found = [row for row in table.rows if row.entry]
    assert bare([row.cells for row in found]) == bare(rows)
    assert [row.page for row in found] == pages
    assert table.empty_pages == []
    # The same through the whole reading: the sign of every amount, and balances that agree.
    items = list(read(path, vocabulary=vocabulary))
    assert [item for item in items if isinstance(item, Problem)] == []
    signed = [_signed(item) for item in items if isinstance(item, Transaction)]
    at = names.index("交易金额")
    assert signed == [round(float(row[at].replace(",", "")) * 100) for row in rows]


def _signed(line: Transaction) -> int:
    return -line.amount_fen if line.direction is Direction.OUT else line.amount_fen


LOOKS = {
    "grid": Look(widths=(62, 72, 78, 80), font=EMBEDDED),
    "none": Look(widths=(62, 72, 78, 80), rules="none", font=PREDEFINED, middle=True),
    "locked": Look(widths=(62, 72, 78, 80), rules="lines", font=PREDEFINED),
}


@pytest.mark.parametrize("kind", LOOKS)
def test_a_damaged_statement_is_never_silently_wrong(kind: str, vocabulary: Vocabulary, tmp_path: Path) -> None:
    path = tmp_path / "bill.pdf"
    rows, balance = [], 5_000_00
    for at in range(90):
        fen = (at * 7919 % 100_000 + 1) * (1 if at % 3 else -1)
        balance += fen
        name = PARTNERS[at % len(PARTNERS)]
        rows.append([f"2026-03-{at % 28 + 1:02d}", f"{fen / 100:+,.2f}", f"{balance / 100:,.2f}", name])
    look = replace(LOOKS[kind], repeated=kind != "grid")
    write_pdf(
        path, ["交易日期", "交易金额", "账户余额", "对方户名"], rows, look,
        above=("某某银行交易流水", "共90笔"), encrypt="right" if kind == "locked" else None,
    )  # fmt: skip
    password = "right" if kind == "locked" else None
    whole = path.read_bytes()
    right = _read(path, vocabulary, password)
    assert (len(right[0]), right[1]) == (90, [])
    pick = random.Random(kind)  # noqa: S311 - the same damage at every run
    wrong = 0
    for order in range(24):
        content = bytearray(whole)
        if order % 4 == 3:
            del content[pick.randrange(len(content)) :]
        for _ in range((1, 3, 40, 2)[order % 4]):
            content[pick.randrange(len(content))] = pick.randrange(256)
        path.write_bytes(content)
        try:
            lines, problems = _read(path, vocabulary, password)
        except BadInputError:
            continue
        wrong += lines != right[0]
        assert lines == right[0] or problems
    assert wrong  # the damage was not harmless


def _read(
    path: Path, vocabulary: Vocabulary, password: str | None
) -> tuple[list[tuple[datetime, int, str]], list[str]]:
    items = list(read(path, vocabulary=vocabulary, password=password))
    lines = [(item.when, _signed(item), item.counterparty) for item in items if isinstance(item, Transaction)]
    return lines, [item.reason for item in items if isinstance(item, Problem)]
