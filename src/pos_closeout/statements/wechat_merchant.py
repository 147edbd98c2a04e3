"""The merchant trade bill of WeChat Pay, all its column sets, at the speed a million rows ask for.

Rules: pay.weixin.qq.com/docs/merchant/products/bill-download/format-trade.html. Every value begins with a backtick; a
cell without one is the rest of a value that held a comma. The row of a refund names the order it belongs to, its time
is the start of the refund, and its 退款状态 is written once and never changed.
"""

from collections.abc import Sequence
from datetime import datetime
from operator import itemgetter

from pos_closeout.domain.bills.line_states import LineFacts, LineKind, decide
from pos_closeout.domain.bills.transactions import (
    OPEN_STATES,
    Direction,
    IdentityParts,
    Ids,
    Kind,
    Problem,
    RowSource,
    Transaction,
    TransactionState,
    is_strong,
    strong_identity,
)
from pos_closeout.domain.kept_text import seen_text
from pos_closeout.domain.masking import mask_cards
from pos_closeout.statements.cells import MoneyCells, column_name, fen_of, is_damaged_number, plain, read_when
from pos_closeout.statements.merchant_block import Block, BlockReader, Fate, Places
from pos_closeout.statements.moments import YEARS
from pos_closeout.statements.names import Names
from pos_closeout.statements.plain import Outcome
from pos_closeout.statements.rows import Row
from pos_closeout.statements.table import StatementTable
from pos_closeout.statements.vocabulary import Vocabulary

TICK = "`"
_NUMBERS = ("order", "merchant_order", "refund", "merchant_refund", "merchant", "terminal")
_FOOTER_CELLS = 8
# A member of an enumeration costs a function call to look up in Python 3.11.
_REFUND, _PAYMENT = Kind.REFUND, Kind.PAYMENT
_IN, _OUT, _NEUTRAL = Direction.IN, Direction.OUT, Direction.NEUTRAL
_CARD_LENGTH = 13
_MANY_TEXTS = 2_000
_STRUCTURED = (
    "交易时间",
    "交易类型",
    "交易状态",
    "付款银行",
    "货币种类",
    "退款申请时间",
    "退款成功时间",
    "退款类型",
    "退款状态",
    "手续费",
    "费率",
)


class WechatMerchantReader:
    """Reads the rows of one merchant trade bill. ``read`` is written for speed: positions are looked up once."""

    def __init__(
        self, table: StatementTable, vocabulary: Vocabulary, money: MoneyCells, file_sha256: str, part: str
    ) -> None:
        self._table, self._words, self._money = table, vocabulary, money
        self._width = len(table.header)
        self._sha, self._part = file_sha256, part
        self._family, self._format, self._channel = table.layout.family, table.layout.id, table.layout.channel
        at = {
            role: next((table.at[name] for name in names if name in table.at), len(table.header))
            for role, names in table.layout.columns.items()
        }
        self._when_at, self._status_at, self._refund_status_at = at["when"], at["status"], at["refund_status"]
        self._amount_at, self._refund_at, self._settled_at = at["amount"], at["refund_amount"], at["settled_refund"]
        self._fee_at, self._payer_at, self._goods_at = at["fee"], at["counterparty"], at["summary"]
        numbers = tuple(at[role] for role in _NUMBERS)
        self._numbers = itemgetter(*numbers)
        fixed = {*numbers, *(table.at[name] for name in _STRUCTURED if name in table.at)}
        names = [column_name(name) for name in table.header]
        self._free_at = tuple(
            place for place, name in enumerate(names) if place not in fixed and not name.endswith("金额")
        )
        self._free = itemgetter(*self._free_at, self._width, self._width)
        self._states: dict[tuple[str, str], TransactionState] = {}
        self._fates: dict[tuple[str, str], Fate] = {}
        places = Places(
            self._when_at,
            self._status_at,
            self._refund_status_at,
            self._amount_at,
            self._refund_at,
            self._settled_at,
            self._fee_at,
            self._payer_at,
            self._goods_at,
            numbers,
            self._free_at,
        )
        head = (self._sha, self._part, self._format, self._channel)
        self._blocks = BlockReader(places, self._width, self._fate, money, head)
        self._names = Names()
        self._clean: set[tuple[str, ...]] = set()

    def read_block(self, first: int, texts: Sequence[str]) -> Block | None:
        """Turn several lines of text into lines of the bill at once, or return None when one of them needs ``read``."""
        block = self._blocks.read(first, texts)
        return block if block and block.first.year in YEARS and block.last.year in YEARS else None

    def read(self, row: Row) -> Outcome:
        """Turn one row into what it is; the footer and blank lines are nothing."""
        values = row.cells
        if len(values) == self._width and values[0].startswith(TICK) and not values[1].startswith(TICK):
            # The separator took the other backticks.
            values[0] = values[0][1:]
            values.append("")
        else:
            values = self._values(values)
        text = values[self._when_at]
        try:
            when = datetime.fromisoformat(text) if _is_iso(text) else read_when(text)
        except ValueError:
            when = None
        if when is not None and when.year not in YEARS:
            when = None
        if when is None:
            filled = sum(bool(value) for value in values)
            return None if filled <= _FOOTER_CELLS else self._problem(row, self._when_at, "time.unreadable", values)
        status, refund_status = values[self._status_at], values[self._refund_status_at]
        refund = _is_refund(status, refund_status)
        at = self._refund_at if refund else self._amount_at
        micro = self._money[values[at]]
        if refund and not micro:
            micro = self._money[values[self._settled_at]]
        if micro is None:
            return self._problem(row, at, "amount.unreadable", values)
        return self._transaction(row.number, values, when, fen_of(abs(micro)), refund=refund)

    def _values(self, cells: list[str]) -> list[str]:
        """Return the values without their backticks, as many as the header has names, and one blank more.

        The blank stands for columns that this set does not have.
        """
        values = [plain(cell) for cell in cells]
        if len(values) < self._width:
            values += [""] * (self._width - len(values))
        values[self._width :] = ("",)
        return values

    def _problem(self, row: Row, at: int, reason: str, values: Sequence[str]) -> Problem:
        name = self._table.header[at] if at < len(self._table.header) else ""
        raw = tuple(mask_cards(value) for value in values)
        return Problem(RowSource(self._sha, self._part, row.number), name, reason, mask_cards(values[at][:80]), raw)

    def _state(self, status: str, refund_status: str) -> TransactionState:
        known = self._states.get((status, refund_status))
        if known is None:
            kind = LineKind.REFUND if _is_refund(status, refund_status) else LineKind.PAYMENT
            family = self._family
            told = self._words.meaning_of(family, "" if status == "REFUND" else status, kind)
            # A blank 退款状态 of a refund says nothing; amounts are settled by the reader of the line.
            facts = LineFacts(
                kind, Direction.IN, told, refund_status=self._words.meaning_of(family, refund_status, LineKind.REFUND),
                amount_fen=1,
            )  # fmt: skip
            known = decide(facts).state
            self._states[status, refund_status] = known
        return known

    def _fate(self, status: str, refund_status: str) -> Fate:
        known = self._fates.get((status, refund_status))
        if known is None:
            if len(self._fates) > _MANY_TEXTS:
                self._fates.clear()
            refund = _is_refund(status, refund_status)
            known = self._fates[status, refund_status] = Fate(
                refund,
                (_REFUND if refund else _PAYMENT).value,
                (_OUT if refund else _NEUTRAL if status == "REVOKED" else _IN).value,
                self._state(status, refund_status).value,
                f"退款状态 {refund_status}" if refund_status else "",
                strong_identity(self._family, "", 0, refund=refund).removesuffix(":0"),
            )
        return known

    def _transaction(self, row: int, values: list[str], when: datetime, fen: int, *, refund: bool) -> Transaction:
        status, refund_status = values[self._status_at], values[self._refund_status_at]
        order, merchant_order, refund_number, merchant_refund, merchant, terminal = self._numbers(values)
        if not refund:
            refund_number = merchant_refund = ""  # written as 0
        ids = Ids(order, merchant_order, refund_number, merchant_refund, merchant, terminal)
        number = (refund_number or merchant_refund) if refund else order
        strong = is_strong(number)
        state = self._state(status, refund_status)
        self._mask(values)
        return Transaction(
            RowSource(self._sha, self._part, row),
            self._format,
            when,
            _REFUND if refund else _PAYMENT,
            _OUT if refund else _NEUTRAL if status == "REVOKED" else _IN,
            fen,
            fen_of(abs(self._money[values[self._fee_at]] or 0)),
            fen if refund else 0,
            state if fen or state not in OPEN_STATES else TransactionState.CLOSED,
            status,
            f"退款状态 {refund_status}" if refund_status else "",
            self._channel,
            ids,
            values[self._payer_at],
            values[self._goods_at].replace("\\ ", ","),
            tuple(values[:-1]),
            strong_identity(self._family, number, fen, refund=refund) if strong else self._weak(number, ids, when, fen),
            "CNY",
            not strong and is_damaged_number(number),
        )

    def _weak(self, number: str, ids: Ids, when: datetime, fen: int) -> str:
        refund = bool(ids.refund or ids.merchant_refund)
        kept = "" if is_damaged_number(number) else number
        detail = f"{ids.merchant}|{ids.merchant_order}|{ids.merchant_refund}"
        return self._names.name(IdentityParts(self._family, kept, refund, fen, when, detail))

    def _mask(self, values: list[str]) -> None:
        """Mask card numbers outside the columns of numbers, where they stand; texts that repeat are looked at once."""
        texts = self._free(values)
        if texts in self._clean:
            return
        masked = tuple([mask_cards(text) if len(text) >= _CARD_LENGTH else text for text in map(seen_text, texts)])
        if masked != texts:
            for at, text in zip(self._free_at, masked, strict=False):
                values[at] = text
        elif len(self._clean) < _MANY_TEXTS:
            self._clean.add(texts)


def _is_refund(status: str, refund_status: str) -> bool:
    return status == "REFUND" or (refund_status != "" and status != "REVOKED")


def _is_iso(text: str) -> bool:
    """Tell a plain ``2026-03-01 09:30:05`` from other spellings of 19 signs, such as one with a time zone."""
    return text[13:17:3] == "::" and len(text) == 19
