"""Totals that a platform promises at the end of a bill, against the rows: the test for a bill that was cut off.

Only totals that really belong to the rows are compared. Alipay's app and JD say themselves that theirs may differ
(因统计逻辑不同), so those layouts have no footer here.
"""

import re
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from pos_closeout.domain.bills.transactions import Direction, Kind, Transaction
from pos_closeout.statements.cells import MICRO, MoneyCells, column_name, plain, read_micro
from pos_closeout.statements.rows import Row
from pos_closeout.statements.table import StatementTable
from pos_closeout.statements.vocabulary import Vocabulary

_TRADE_COLUMNS = {
    "应结订单总金额": "应结订单金额",
    "退款总金额": "退款金额",
    "充值券退款总金额": "充值券退款金额",
    "手续费总金额": "手续费",
    "订单总金额": "订单金额",
    "申请退款总金额": "申请退款金额",
    "总交易额": "总金额",
    "总交易金额": "总金额",
    "总退款金额": "退款金额",
    "总代金券或立减优惠退款金额": "代金券或立减优惠退款金额",
    "总企业红包退款金额": "企业红包退款金额",
}
"""Name in the footer of WeChat's trade bill (today's seven, the five of 2014) to the column it sums."""

_NAMED = ("wechat_trade", "names")
_COUNTS = ("总交易单数", "资金流水总笔数", "总笔数", "交易总笔数", "总订单数", "订单总数")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_ALIPAY = re.compile(r"#*\s*(交易|退款|收入|支出)合计\s*[:：]\s*(\d+)\s*笔\s*[,，]?\s*\D*?(-?[\d.]+)\s*元")
_WEB_COUNT = re.compile(r"共\s*(\d+)\s*笔记录")
_BATCH = 16
_TOLERANCE = MICRO // 200


class Verdict(StrEnum):
    """What a footer says about the rows."""

    AGREES = "agrees"
    DIFFERS = "differs"
    NONE = "none"


class Totals:
    """Adds up the rows of one table and compares them with its footer. Amounts are hundred-thousandths of a yuan."""

    def __init__(self, table: StatementTable, vocabulary: Vocabulary, money: MoneyCells) -> None:
        self._kind = table.layout.footer
        self._grand = vocabulary.grand_totals
        self._table = table
        self._rows = 0
        self._counts: Counter[str] = Counter()
        self._sums: Counter[str] = Counter()
        self._columns = self._summed_columns(table)
        self._column_sums = [0] * len(self._columns)
        self._money = money
        self._batch: list[tuple[str, ...]] = []
        self._footer_names: list[str] = []
        self._results: list[bool] = []
        self._last_sums: tuple[int, list[bool]] = (-1, [])

    @staticmethod
    def _summed_columns(table: StatementTable) -> list[int]:
        if table.layout.footer in _NAMED:
            return [table.at[name] for name in dict.fromkeys(_TRADE_COLUMNS.values()) if name in table.at]
        names = (name for role in ("income", "expense") for name in table.layout.columns.get(role, ()))
        return [table.at[name] for name in names if name in table.at]

    def add(self, transaction: Transaction) -> None:
        """Count a row that became a transaction."""
        self._rows += 1
        self._batch.append(transaction.raw)
        if len(self._batch) >= _BATCH:
            self._add_up()
        if self._kind != "wechat_trade":
            self._add_sides(transaction)

    def add_block(self, columns: Sequence[Sequence[str]]) -> None:
        """Count the rows of a merchant trade bill that became transactions together, by their columns."""
        self._rows += len(columns[0])
        worth = self._money.__getitem__
        for slot, at in enumerate(self._columns):
            cells = columns[at]
            alike = cells.count(cells[0]) == len(cells)
            self._column_sums[slot] += (
                (worth(cells[0]) or 0) * len(cells) if alike else sum(filter(None, map(worth, cells)))
            )

    def _add_up(self) -> None:
        """Add the waiting rows column by column, in C.

        A handful at a time: rows that are kept longer leave the cache of the processor, which costs more than it saves.
        """
        worth = self._money.__getitem__
        for slot, at in enumerate(self._columns):
            column = (cells[at] for cells in self._batch if at < len(cells))
            self._column_sums[slot] += sum(filter(None, map(worth, column)))
        self._batch.clear()

    def _add_sides(self, transaction: Transaction) -> None:
        fen = transaction.amount_fen * (MICRO // 100)
        names = ["退款" if transaction.kind is Kind.REFUND else "交易"]
        names += ["收入"] * (transaction.direction is Direction.IN) + ["支出"] * (
            transaction.direction is Direction.OUT
        )
        for name in names:
            self._counts[name] += 1
            self._sums[name] += fen

    def take_footer(self, row: Row) -> None:
        """Look at a row that is no transaction: a footer is compared, anything else is passed over."""
        joined = row.cells if len(row.cells) > 1 or not row.cells else row.cells[0].split(",")
        cells = [plain(cell) for cell in joined]
        if not any(cells):
            return
        self._add_up()
        if self._kind in (*_NAMED, "wechat_fund"):
            self._take_named(cells)
        elif self._kind in ("alipay_trade", "alipay_ledger"):
            self._take_alipay(",".join(row.cells))
        elif self._kind == "alipay_web" and (found := _WEB_COUNT.search("".join(cells))):
            self._results.append(int(found[1]) == self._rows)
        if cells[0] in self._grand:
            self._take_sums(row.cells)

    def verdict(self) -> Verdict:
        """Return what the footer said."""
        rows, sums = self._last_sums
        # A sum that more rows follow is one of a page or a day.
        results = self._results + (sums if rows == self._rows else [])
        if not results:
            return Verdict.NONE
        return Verdict.AGREES if all(results) else Verdict.DIFFERS

    def _take_named(self, cells: Sequence[str]) -> None:
        names = [column_name(cell) for cell in cells]
        if names[0] in _COUNTS:
            self._footer_names = names
        elif self._footer_names:
            numbers = [read_micro(cell) if _NUMBER.fullmatch(cell.replace(",", "")) else None for cell in cells]
            for name, number in zip(self._footer_names, numbers, strict=False):
                expected = self._expected(name)
                if expected is not None and number is not None:
                    self._results.append(abs(number - expected) <= _TOLERANCE)
            self._footer_names = []

    def _expected(self, name: str) -> int | None:
        if name in _COUNTS:
            return self._rows * MICRO
        for side in ("收入", "支出"):
            if name == f"{side}笔数":
                return self._counts[side] * MICRO
            if name == f"{side}金额":
                return self._sums[side]
        at = self._table.at.get(_TRADE_COLUMNS.get(name, ""))
        return self._column_sums[self._columns.index(at)] if at in self._columns else None

    def _take_alipay(self, text: str) -> None:
        found = _ALIPAY.search(text)
        if found is None:
            return
        side, count, number = found[1], int(found[2]), read_micro(found[3]) or 0
        self._results.append(count == self._counts[side])
        if side in ("收入", "支出"):
            self._results.append(abs(abs(number) - self._sums[side]) <= _TOLERANCE)

    def _take_sums(self, cells: Sequence[str]) -> None:
        results = []
        for at, total in zip(self._columns, self._column_sums, strict=True):
            text = plain(cells[at]) if at < len(cells) else ""
            if _NUMBER.fullmatch(text.replace(",", "")):
                results.append(abs(abs(read_micro(text) or 0) - abs(total)) <= _TOLERANCE)
        self._last_sums = (self._rows, results)
