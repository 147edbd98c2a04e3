"""What holds over whole files: nothing doubled, nothing lost silently, progress and Cancel."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from pos_closeout.domain.bills.coverage import Period
from pos_closeout.domain.bills.proposals import find_orders, propose
from pos_closeout.domain.bills.transactions import BillChannel, Direction, Problem, Transaction, TransactionState
from pos_closeout.domain.errors import BadInputError, CloseoutError
from pos_closeout.statements.merchant_block import BLOCK
from pos_closeout.statements.reading import Progress, Reading, read
from pos_closeout.statements.recognising import detect
from pos_closeout.statements.totals import Verdict
from pos_closeout.statements.vocabulary import Vocabulary
from tests.statements.bills import (
    TRADE_ALL,
    WECHAT_NAMES,
    Sale,
    trade_all,
    trade_refund,
    trade_success,
    trade_values,
    wechat_csv,
    wechat_xlsx,
)
from tests.statements.more_bills import alipay_app, alipay_app_2021, alipay_web, bank
from tests.statements.sheets import workbook

START = datetime.fromisoformat("2026-06-05T10:00:07")
SALES = [Sale(number, START + timedelta(hours=number), 1000 + number, refund=number % 4 == 3) for number in range(8)]


class Shelf:
    """Writes files and reads them back."""

    def __init__(self, folder: Path, vocabulary: Vocabulary) -> None:
        self.folder, self.vocabulary, self.count = folder, vocabulary, 0

    def put(self, content: bytes | str) -> Path:
        self.count += 1
        path = self.folder / f"bill-{self.count}"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def read(self, content: bytes | str) -> tuple[list[Transaction], list[Problem], Reading]:
        reading = read(self.put(content), vocabulary=self.vocabulary)
        items = list(reading)
        lines = [item for item in items if isinstance(item, Transaction)]
        return lines, [item for item in items if isinstance(item, Problem)], reading

    def names(self, content: bytes | str) -> list[str]:
        return [line.identity for line in self.read(content)[0]]


@pytest.fixture
def shelf(tmp_path: Path, vocabulary: Vocabulary) -> Shelf:
    return Shelf(tmp_path, vocabulary)


def test_the_same_bill_in_another_layout_has_the_same_lines(shelf: Shelf) -> None:
    assert shelf.names(wechat_csv(SALES).content) == shelf.names(wechat_xlsx(SALES).content)
    assert shelf.names(alipay_app(SALES).content) == shelf.names(alipay_app_2021(SALES).content)
    assert shelf.names(alipay_app(SALES).content) == shelf.names(alipay_web(SALES).content)
    parts = trade_success([sale for sale in SALES if not sale.refund]), trade_refund([s for s in SALES if s.refund])
    assert {*shelf.names(parts[0].content), *shelf.names(parts[1].content)} == {*shelf.names(trade_all(SALES).content)}


def test_an_overlapping_period_adds_only_what_is_new(shelf: Shelf) -> None:
    for writer in (trade_all, bank):
        first, second = shelf.names(writer(SALES[:6]).content), shelf.names(writer(SALES[3:]).content)
        assert len({*first, *second}) == len(SALES)


def test_two_equal_bank_lines_are_two_and_stay_two_in_the_next_export(shelf: Shelf) -> None:
    text = "交易日期,交易金额,摘要\n2026-01-05,8.00,豆浆\n2026-01-05,8.00,豆浆\n"
    names = shelf.names(text)
    assert len(set(names)) == 2
    assert names == shelf.names(text + "2026-01-06,8.00,豆浆\n")[:2]


def test_a_second_sheet_with_the_same_rows_counts_once(shelf: Shelf) -> None:
    names = list(WECHAT_NAMES.split(","))
    row: list[str | float] = [
        "2026-01-05 08:00:00",
        "商户消费",
        "某店",
        "/",
        "支出",
        8.5,
        "零钱",
        "支付成功",
        "3985734\t",
        "1",
        "/",
    ]
    again: list[str | float] = [*row[:5], "¥8.50", *row[6:]]
    sheets: dict[str, Sequence[Sequence[str | float]]] = {
        "Sheet1": [["微信支付账单明细"], names, row, row],
        "copy": [["Column1"], names, again, again],
    }
    lines, _, reading = shelf.read(workbook(sheets))
    assert (len(lines), reading.repeated) == (2, 2)


def test_a_bill_that_was_cut_off_is_noticed(shelf: Shelf) -> None:
    whole = trade_all(SALES).content
    cut = b"\r\n".join(line for at, line in enumerate(whole.split(b"\r\n")) if at != 4)
    assert shelf.read(whole)[2].footer is Verdict.AGREES
    assert shelf.read(cut)[2].footer is Verdict.DIFFERS


def test_a_bad_row_is_a_problem_with_its_place_and_the_rest_is_read(shelf: Shelf) -> None:
    content = trade_all(SALES).content.replace(b"`2026-06-05 12:00:07", b"`2026-66-05 12:00:07")
    content = content.replace(b"`10.04,`0.00,`0,", b"`ten,`0.00,`0,").replace(
        b"`10.04,`0.00,`\r\n", b"`ten,`0.00,`\r\n"
    )
    lines, problems, reading = shelf.read(content)
    assert len(lines) == len(SALES) - 2
    assert [(p.source.row, p.column, p.reason, p.text) for p in problems] == [
        (4, "交易时间", "time.unreadable", "2026-66-05 12:00:07"),
        (6, "订单金额", "amount.unreadable", "ten"),
    ]
    assert reading.footer is Verdict.DIFFERS


def test_a_short_row_without_its_end_is_still_read(shelf: Shelf) -> None:
    text = "交易日期,交易时间,交易摘要,交易金额,本次余额,对手信息,日 志 号,交易渠道,交易附言\n"
    lines, problems, _ = shelf.read(text + "20240103,63456,正常还款,-12345.89,1943.12,某人,111222333\n")
    assert not problems
    assert (lines[0].when, lines[0].amount_fen) == (datetime.fromisoformat("2024-01-03T06:34:56"), 1234589)
    assert lines[0].direction is Direction.OUT


def test_a_mark_that_is_never_closed_does_not_swallow_the_rows_after_it(shelf: Shelf) -> None:
    rows = [
        f"2026-01-0{day} 08:00:00,商户消费,{who},/,支出,¥8.00,零钱,支付成功,{day},1,/"
        for day, who in ((1, '"老王'), (2, "某店"), (3, "某店"))
    ]
    lines, _, _ = shelf.read("\n".join([WECHAT_NAMES, *rows]))
    assert [line.when.day for line in lines] == [1, 2, 3]


def test_a_comma_inside_a_value_tears_no_merchant_row_apart(shelf: Shelf) -> None:
    values = trade_values(SALES[0]) | {"商品名称": "包子,两个"}
    content = TRADE_ALL + "\n" + ",".join(f"`{values.get(name, '')}" for name in TRADE_ALL.split(",")) + "\n"
    (line,), problems, _ = shelf.read(content)
    assert (line.summary, line.amount_fen, problems) == ("包子,两个", 1000, [])


def test_thousands_commas_are_not_the_end_of_an_amount(shelf: Shelf) -> None:
    row = '2026-01-01 08:00:00,商户消费,某店,/,支出,"¥1,020.00",零钱,支付成功,1,1,/'
    assert shelf.read(f"{WECHAT_NAMES}\n{row}\n")[0][0].amount_fen == 1020_00


def test_a_bill_saved_by_excel_is_the_same_bill(shelf: Shelf) -> None:
    names = list(TRADE_ALL.split(","))
    rows: list[list[str | float]] = [list(names)]
    for sale in SALES:
        values = trade_values(sale) | {"交易时间": f"{sale.when:%Y/%-m/%-d %H:%M}"}
        rows.append([values.get(name, "") for name in names])
    assert shelf.names(workbook({"bill": rows})) == shelf.names(trade_all(SALES).content)


def test_a_number_that_excel_destroyed_is_named_and_not_proposed_twice(shelf: Shelf) -> None:
    pending = [Sale(3, START, 700, refund=True, open=True)]
    whole = trade_all(pending).content
    damaged = whole.replace(b"`5030000726201902000000000003", b"`5.03E+27")
    lines, problems, _ = shelf.read(damaged)
    assert [problem.reason for problem in problems] == ["number.damaged"]
    both = shelf.read(whole)[0] + lines
    assert len(list(propose(both, date(2026, 11, 22)))) == 1


def test_two_refunds_whose_numbers_were_blanked_out_are_two(shelf: Shelf) -> None:
    for number in (b"xxxx", b"5.03E+27"):
        pending = [Sale(row, START, 700, refund=True, open=True) for row in (3, 4)]
        content = trade_all(pending).content
        for row in (b"3", b"4"):
            content = content.replace(b"`503000072620190200000000000" + row, b"`" + number)
            content = content.replace(b"`T" + row, b"`xxx").replace(b"`R" + row, b"`xxx")
        lines, _, _ = shelf.read(content)
        assert len(list(propose(lines, date(2026, 11, 22)))) == 2
        assert [line.identity for line in lines] == shelf.names(content)


def test_a_refund_finds_its_order_in_the_bill_of_another_day(shelf: Shelf) -> None:
    order = shelf.read(trade_all([Sale(7, START, 900)]).content)[0]
    refund = shelf.read(trade_all([Sale(7, START + timedelta(days=2), 400, refund=True, open=True)]).content)[0]
    (found,) = find_orders(propose(refund, date(2026, 11, 22)), order)
    assert (found.order, found.order_amount_fen) == (order[0].source, 900)


def test_partial_refunds_carry_the_part_that_went_back(shelf: Shelf, samples: Path) -> None:
    lines = shelf.read((samples / "jd-2024.csv").read_bytes())[0]
    parts = [(line.amount_fen, line.refunded_fen) for line in lines if line.state is TransactionState.PART_REFUNDED]
    assert parts == [(13177, 8984), (44832, 7048), (41687, 23345), (23561, 23550)]
    whole = [line.refunded_fen for line in lines if line.source.row == 36]
    assert whole == [46832]


def test_unknown_words_are_not_taken_for_done(shelf: Shelf) -> None:
    row = "2026-01-01 08:00:00,商户消费,某店,/,支出,8.00,零钱,神秘状态,1,1,/"
    (line,), _, _ = shelf.read(f"{WECHAT_NAMES}\n{row}\n")
    assert line.state is TransactionState.UNKNOWN


def test_formulas_stay_text(shelf: Shelf) -> None:
    row = "2026-01-01 08:00:00,商户消费,=cmd|'/c calc'!A0,/,支出,8.00,零钱,支付成功,=\"12\",1,/"
    (line,), _, _ = shelf.read(f"{WECHAT_NAMES}\n{row}\n")
    assert (line.counterparty, line.ids.order) == ("=cmd|'/c calc'!A0", "12")


def test_card_numbers_are_masked_before_a_line_leaves_the_reader(shelf: Shelf) -> None:
    row = "2026-01-01 08:00:00,商户消费,6222021001000004,/,支出,8.00,零钱,支付成功,4200000263201902167700134212,1,/"
    (line,), _, _ = shelf.read(f"{WECHAT_NAMES}\n{row}\n")
    assert "6222021001000004" not in str(line)
    assert line.ids.order == "4200000263201902167700134212"


def test_one_undecodable_byte_costs_one_remark_and_no_row(shelf: Shelf) -> None:
    content = wechat_csv(SALES).content.replace("某顾客".encode(), b"\xff\xff\xff", 1)
    lines, problems, _ = shelf.read(content)
    assert len(lines) == len(SALES)
    assert [problem.reason for problem in problems] == ["text.undecodable"]


def test_a_day_without_sales_is_covered_by_its_announced_period(shelf: Shelf) -> None:
    _, _, reading = shelf.read(wechat_csv([]).content)
    assert reading.periods == [Period(BillChannel.WECHAT, "wechat", date(2019, 1, 1), date(2026, 12, 31), None)]
    _, _, merchant = shelf.read(trade_all(SALES).content)
    assert merchant.periods == [Period(BillChannel.WECHAT, "wechat-merchant", START.date(), START.date(), 3)]


def test_progress_is_told_and_cancel_stops(shelf: Shelf) -> None:
    path = shelf.put(trade_all([Sale(number, START, 100) for number in range(5000)]).content)
    told: list[Progress] = []
    rows = sum(1 for _ in read(path, vocabulary=shelf.vocabulary, on_progress=told.append))
    assert rows == 5000
    assert all(before.done <= after.done for before, after in pairwise(told))
    assert told[-1] == Progress(5000, path.stat().st_size, path.stat().st_size)
    cancelled = read(path, vocabulary=shelf.vocabulary, cancelled=lambda: len(told) > 0)
    with pytest.raises(CloseoutError, match=r"statement\.cancelled"):
        list(cancelled)


def test_a_file_full_of_nonsense_is_given_up(shelf: Shelf) -> None:
    rows = "\n".join(f"never,{number},words,and,more" for number in range(10_500))
    with pytest.raises(BadInputError, match="too_many_problems"):
        shelf.read(f"交易日期,交易金额,摘要,余额,备注\n{rows}\n")


def test_detect_names_the_layout_and_the_columns(shelf: Shelf) -> None:
    found = detect(shelf.put(alipay_app(SALES).content), vocabulary=shelf.vocabulary)
    assert (found.format, found.encoding, found.header_row) == ("alipay_app", "gb18030", 25)
    assert found.columns[0] == "交易时间"


def test_a_merchant_bill_with_quoted_values_and_blank_lines_is_read(shelf: Shelf) -> None:
    text = trade_all(SALES).content.decode("utf-8-sig").replace("\r\n", "\r\n\r\n")
    lines = [",".join(f'"{cell}"' for cell in line.split(",")) if line else "" for line in text.split("\r\n")]
    found, problems, reading = shelf.read("\r\n".join(lines))
    assert (problems, reading.footer) == ([], Verdict.AGREES)
    bare = shelf.read(trade_all(SALES).content)[0]
    assert [(line.identity, line.state, line.ids) for line in found] == [
        (line.identity, line.state, line.ids) for line in bare
    ]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
@pytest.mark.parametrize("rows", [3, BLOCK])
def test_a_bill_covers_its_first_and_its_last_day_in_whatever_order_they_stand(
    shelf: Shelf, order: tuple[int, int, int], rows: int
) -> None:
    # As many rows as are read together, and fewer, which are read one by one; the three days in turns.
    days = [START + timedelta(days=9 * at) for at in order]
    sales = [Sale(row + 1, days[3 * row // rows], 1000) for row in range(rows)]
    lines, _, reading = shelf.read(trade_all(sales).content)
    (period,) = reading.periods
    assert (period.first, period.last) == (date(2026, 6, 5), date(2026, 6, 23))
    assert rows > 3 or len(lines) == 3
