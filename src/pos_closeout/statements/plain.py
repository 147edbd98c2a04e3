"""Turns a row of a recognised table into a transaction, for every layout that a list of columns describes."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from pos_closeout.domain.bills.transactions import (
    BillChannel,
    Direction,
    IdentityParts,
    Ids,
    Kind,
    Problem,
    RowSource,
    Transaction,
    TransactionState,
)
from pos_closeout.domain.file_limits import MAX_CELL_CHARACTERS, MAX_COLUMNS
from pos_closeout.domain.kept_text import seen_text
from pos_closeout.domain.masking import mask_account, mask_cards
from pos_closeout.statements.cells import (
    MoneyCells,
    fen_of,
    is_damaged_number,
    plain,
    read_partial_refund,
    read_when,
    word,
)
from pos_closeout.statements.detect import Table
from pos_closeout.statements.names import Names
from pos_closeout.statements.rows import Row
from pos_closeout.statements.vocabulary import UNMARKED, Vocabulary

YEARS = range(1995, 2101)
"""Years a bill can be from; anything else is a misread cell."""

_NUMBERS = ("order", "merchant_order", "refund", "merchant_refund", "merchant", "terminal")
_ACCOUNT_NAMES = ("卡号", "账号", "账户", "帐号")
_CLOCK_LENGTH = 8

Outcome = Transaction | Problem | None
"""What a row turns into; None for a row that is no transaction (blank, note, total)."""


class Money(NamedTuple):
    """What the cells say about money: fen, its direction where the cells tell it, and the part that went back."""

    fen: int
    direction: Direction
    refunded_fen: int = 0
    all_refunded: bool = False


class Unreadable(NamedTuple):
    """A cell that could not be read."""

    column: str
    reason: str
    text: str


class PlainReader:
    """Reads the rows of one table. ``read`` is total: every row is a transaction, a problem, or nothing.

    ``unit_assumed`` turns True when an amount without a decimal point was taken for fen, which the platform's own
    documents leave open (Lakala writes 分 and shows 100.00).
    """

    def __init__(self, table: Table, vocabulary: Vocabulary, money: MoneyCells, file_sha256: str, part: str) -> None:
        self._table = table
        self._money_cells = money
        self._layout = table.layout
        self._words = vocabulary
        self._sha, self._part = file_sha256, part
        self._at = {role: _positions(table, names) for role, names in table.layout.columns.items()}
        self._exact = frozenset(position for role in _NUMBERS for position in self._at.get(role, ()))
        accounts = [at for name, at in table.at.items() if any(text in name for text in _ACCOUNT_NAMES)]
        self._accounts = frozenset(accounts) - (self._exact if self._layout.id != UNMARKED else frozenset())
        # A note has a cell or two; the two lines of WeChat's fund footer have five.
        self._note_cells = 5 if table.layout.footer == "wechat_fund" else 2
        self._names = Names()
        self.unit_assumed = False
        self._year_month = table.statement_month

    def read(self, row: Row) -> Outcome:
        """Turn one row into what it is."""
        cells = [plain(cell) for cell in row.cells]
        if self._is_no_line(cells):
            return None
        when = self._when(cells)
        if when is None:
            return self._problem(row, Unreadable(*self._cell_named("when", cells, "time.unreadable")))
        money = self._money(cells)
        if isinstance(money, Unreadable):
            return self._problem(row, money)
        if len(cells) > MAX_COLUMNS:
            return self._problem(row, Unreadable("", "row.too_many_cells", str(len(cells))))
        return self._transaction(row, cells, when, money)

    def money_at(self, role: str, cells: Sequence[str]) -> int | None:
        """Return the signed fen of a money column, None where it has none."""
        return self._fen(self._first(role, cells))

    def _problem(self, row: Row, cause: Unreadable) -> Problem:
        return Problem(
            RowSource(self._sha, self._part, row.number),
            cause.column,
            cause.reason,
            mask_cards(seen_text(cause.text[:80])),
            self._masked(row.cells[:MAX_COLUMNS]),
        )

    def _first(self, role: str, cells: Sequence[str]) -> str:
        """Return the first cell of a role that holds something; ``cells`` are plain already."""
        for position in self._at.get(role, ()):
            if position < len(cells) and cells[position]:
                return cells[position]
        return ""

    def _cell_named(self, role: str, cells: Sequence[str], reason: str) -> tuple[str, str, str]:
        positions = self._at.get(role, ())
        name = self._table.header[positions[0]] if positions else ""
        text = self._first(role, cells)
        return name, reason if text else reason.replace("unreadable", "missing"), text

    def _is_no_line(self, cells: Sequence[str]) -> bool:
        """Tell blank rows, notes, totals, rules and a repeated header from lines of the bill."""
        filled = [cell for cell in cells if cell]
        if not filled or filled[0].lstrip().startswith(("#", "---", "请注意")):
            return True
        if word(filled[0]) in self._words.total_words or filled[0].strip() in self._table.header[:3]:
            return True
        return len(filled) <= self._note_cells and self._when(cells) is None

    def _when(self, cells: Sequence[str]) -> datetime | None:
        clock, day = self._first("when", cells), self._first("date", cells)
        year = self._year_month[0] if self._year_month else None
        day_first = self._table.day_first
        # A short cell beside a date is a time of day: 63456 is 06:34:56 there, not a day number of Excel.
        found = None if day and len(clock) <= _CLOCK_LENGTH else read_when(clock, day_first=day_first, year=year)
        if found is None and day:
            found = read_when(day, clock, day_first=day_first, year=year)
        if found is None or found.year not in YEARS:
            return None
        if self._year_month and len(clock) <= 5 and found.month > self._year_month[1]:
            return _a_year_before(found)
        return found

    def _fen(self, text: str) -> int | None:
        micro = self._money_cells[text]
        if micro is None:
            return None
        fen = fen_of(micro) if micro >= 0 else -fen_of(-micro)
        if self._layout.unit != "yuan" and (self._layout.unit == "fen" or "." not in text):
            self.unit_assumed = self._layout.unit != "fen"
            return fen // 100
        return fen

    def _money(self, cells: Sequence[str]) -> Money | Unreadable:
        if self._layout.direction == "columns":
            return self._money_in_columns(cells)
        text, refunded, all_refunded = read_partial_refund(self._first("amount", cells))
        fen = self._fen(text)
        if fen is None:
            return Unreadable(*self._cell_named("amount", cells, "amount.unreadable"))
        refunded = refunded if refunded is not None else self.money_at("refunded", cells)
        return Money(abs(fen), self._direction(fen, cells), abs(refunded or 0), all_refunded)

    def _money_in_columns(self, cells: Sequence[str]) -> Money | Unreadable:
        for role, direction in (("income", Direction.IN), ("expense", Direction.OUT)):
            text = self._first(role, cells)
            fen = self._fen(text)
            if text and fen is None:
                return Unreadable(*self._cell_named(role, cells, "amount.unreadable"))
            if fen:
                return Money(abs(fen), direction)
        if self._first("income", cells) or self._first("expense", cells):
            return Money(0, Direction.NEUTRAL)
        return Unreadable(*self._cell_named("income", cells, "amount.unreadable"))

    def _direction(self, fen: int, cells: Sequence[str]) -> Direction:
        if self._layout.direction == "word":
            told = {"收入": Direction.IN, "支出": Direction.OUT}
            return told.get(self._first("direction", cells), Direction.NEUTRAL)
        if self._layout.direction == "side":
            return self._words.sides.get(word(self._first("side", cells)), Direction.NEUTRAL)
        if self._layout.direction == "sales":
            return Direction.OUT if self._is_refund(cells) else Direction.IN
        positive, negative = (self._layout.positive, _other(self._layout.positive))
        text = self._first("type", cells) + self._first("summary", cells)
        if positive is Direction.OUT and any(hint in text for hint in self._words.repayment_words):
            return Direction.IN
        return negative if fen < 0 else positive

    def _is_refund(self, cells: Sequence[str]) -> bool:
        kind = self._first("type", cells)
        if any(text in kind for text in self._words.refund_types):
            return True
        texts = (word(self._first("status", cells)), word(self._first("summary", cells)))
        return any(text.startswith(self._words.refund_beginnings) for text in texts)

    def _transaction(self, row: Row, cells: Sequence[str], when: datetime, money: Money) -> Transaction:
        refund = self._is_refund(cells)
        state, status, refunded = self._state(cells, money)
        ids = Ids(*(_number(self._first(role, cells)) for role in _NUMBERS))
        damaged = any(is_damaged_number(number) for number in ids)
        raw = self._masked(row.cells)
        parts = self._identity_parts(cells, when, money, ids, refund=refund)
        return Transaction(
            source=RowSource(self._sha, self._part, row.number),
            platform=self._layout.id,
            when=when,
            kind=Kind.LEDGER if self._layout.ledger else Kind.REFUND if refund else Kind.PAYMENT,
            direction=money.direction,
            amount_fen=money.fen,
            fee_fen=abs(self.money_at("fee", cells) or 0),
            refunded_fen=refunded,
            state=state,
            status=status,
            more_status=self._more_status(cells),
            channel=self._channel(cells),
            ids=ids,
            counterparty=self._text("counterparty", cells, raw),
            summary=self._text("summary", cells, raw) or self._text("type", cells, raw),
            raw=raw,
            identity=self._names.name(parts),
            currency=self._currency(cells),
            damaged=damaged,
        )

    def _state(self, cells: Sequence[str], money: Money) -> tuple[TransactionState, str, int]:
        """Return the state, the word it was read from, and the refunded fen."""
        if self._layout.booked:
            return TransactionState.DONE, "" if self._layout.id == UNMARKED else self._first("type", cells), 0
        status = self._first("status", cells) or self._first("type", cells)
        base, back, everything = read_partial_refund(status)
        state = self._words.state_of(self._layout.family, status if back is None else base or "已退款")
        refunded = back if back is not None else money.refunded_fen
        funds = self._words.state_of(self._layout.family, self._first("more_status", cells))
        if state is TransactionState.DONE and funds is TransactionState.UNFINISHED:
            return funds, status, refunded
        if word(status) == "交易关闭" and money.direction is not Direction.NEUTRAL:
            state = TransactionState.REFUNDED
        return _with_refund(state, status, refunded, money, everything=everything)

    def _more_status(self, cells: Sequence[str]) -> str:
        text = self._first("more_status", cells)
        return f"{self._table.header[self._at['more_status'][0]]} {text}" if text else ""

    def _channel(self, cells: Sequence[str]) -> BillChannel:
        text = self._first("paid_with", cells)
        named = (channel for hint, channel in self._words.channel_words.items() if text and hint in text)
        return next(named, self._layout.channel)

    def _currency(self, cells: Sequence[str]) -> str:
        text = word(self._first("currency", cells)).upper()
        return "CNY" if text in ("", "人民币", "RMB", "人民币元", "156") else text

    def _text(self, role: str, cells: Sequence[str], raw: Sequence[str]) -> str:
        """Return the masked text of a role."""
        filled = (at for at in self._at.get(role, ()) if at < len(cells) and cells[at])
        return next((plain(raw[at])[:200] for at in filled), "")

    def _masked(self, cells: Sequence[str]) -> tuple[str, ...]:
        seen = [seen_text(cell[:MAX_CELL_CHARACTERS]) for cell in cells]
        return tuple(
            cell if at in self._exact else mask_account(cell) if at in self._accounts else mask_cards(cell)
            for at, cell in enumerate(seen)
        )

    def _identity_parts(
        self, cells: Sequence[str], when: datetime, money: Money, ids: Ids, *, refund: bool
    ) -> IdentityParts:
        number = ids.refund or ids.merchant_refund if refund and (ids.refund or ids.merchant_refund) else ids.order
        if is_damaged_number(number):
            number = ""
        roles = ("type", "counterparty", "summary", "account")
        detail = "|".join(word(self._first(role, cells)) for role in roles) + f"|{money.direction}"
        return IdentityParts(self._layout.family, number, refund, money.fen, when, detail)


def _positions(table: Table, names: Sequence[str]) -> tuple[int, ...]:
    return tuple(table.at[name] for name in names if name in table.at)


def _a_year_before(moment: datetime) -> datetime | None:
    """Return the same day a year earlier; None for 29 February, as in a bill whose title names a wrong year."""
    try:
        return moment.replace(year=moment.year - 1)
    except ValueError:
        return None


def _other(direction: Direction) -> Direction:
    return Direction.OUT if direction is Direction.IN else Direction.IN


def _number(text: str) -> str:
    return text.strip("'\" \t`")


def _with_refund(
    state: TransactionState, status: str, refunded: int, money: Money, *, everything: bool
) -> tuple[TransactionState, str, int]:
    """Settle how much of a payment went back from its state and the amounts that are written."""
    if state is TransactionState.REFUNDED or money.all_refunded or everything or (refunded and refunded >= money.fen):
        return TransactionState.REFUNDED if state in _FINAL else state, status, money.fen
    if refunded and state in _FINAL:
        return TransactionState.PART_REFUNDED, status, refunded
    return state, status, refunded


_FINAL = frozenset({TransactionState.DONE, TransactionState.PART_REFUNDED, TransactionState.REFUNDED})

ReadRow = Callable[[Row], Outcome]
"""The one thing every reader of a layout offers."""
