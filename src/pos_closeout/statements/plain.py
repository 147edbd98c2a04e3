"""Turns a row of a recognised table into a transaction, for every layout that a list of columns describes."""

from collections.abc import Callable, Sequence
from datetime import datetime, time

from pos_closeout.domain.bills.line_states import LineKind
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
    reference_number,
)
from pos_closeout.domain.file_limits import MAX_CELL_CHARACTERS, MAX_COLUMNS
from pos_closeout.domain.kept_text import seen_text
from pos_closeout.domain.masking import mask_account, mask_cards
from pos_closeout.statements.amounts import Money, MoneyReader, Unreadable, positions
from pos_closeout.statements.cells import (
    MoneyCells,
    is_damaged_number,
    plain,
    read_micro,
    read_when,
    word,
)
from pos_closeout.statements.moments import MomentReader
from pos_closeout.statements.names import Names
from pos_closeout.statements.row_states import StateReader
from pos_closeout.statements.rows import Row
from pos_closeout.statements.table import StatementTable
from pos_closeout.statements.vocabulary import UNMARKED, Vocabulary

_NUMBERS = ("order", "merchant_order", "refund", "merchant_refund", "merchant", "terminal")
_ACCOUNT_NAMES = ("卡号", "账号", "账户", "帐号")
_NO_TEXT = (
    "when", "date", "clock", "amount", "income", "expense", "side", "direction", "fee", "currency", "account", "status",
    "refund_status", "refund_amount", "counterparty", "payer", "summary", *_NUMBERS,
)  # fmt: skip
"""Roles whose cells are no further words about a line."""

_WORDS_LIMIT = 300
_FEWEST_CELLS = 2
"""An amount and what it was for, in a row below the one with its day."""

_MANY_ORDERS = 100_000

Outcome = Transaction | Problem | None
"""What a row turns into; None for a row that is no transaction (blank, note, total)."""


class PlainReader:
    """Reads the rows of one table. ``read`` is total: every row is a transaction, a problem, or nothing."""

    def __init__(
        self, table: StatementTable, vocabulary: Vocabulary, money: MoneyCells, file_sha256: str, part: str
    ) -> None:
        self._table = table
        self._layout = table.layout
        self._words = vocabulary
        self._sha, self._part = file_sha256, part
        self._at = {role: positions(table, names) for role, names in table.layout.columns.items()}
        self._money = MoneyReader(table, vocabulary, money)
        self._states = StateReader(table, vocabulary, self._money)
        self._first, self._mapped = self._money.first, table.layout.id == UNMARKED
        self._exact = frozenset(position for role in _NUMBERS for position in self._at.get(role, ()))
        accounts = [at for name, at in table.at.items() if any(text in name for text in _ACCOUNT_NAMES)]
        self._accounts = frozenset(accounts) - (frozenset() if self._mapped else self._exact)
        told = frozenset(place for role in _NO_TEXT for place in self._at.get(role, ()))
        self._texts = [at for at in range(len(table.header)) if at not in told | self._accounts]
        # A note has a cell or two; the two lines of WeChat's fund footer have five.
        self._note_cells = 5 if table.layout.footer == "wechat_fund" else 2
        self._names = Names()
        self._orders: dict[tuple[str, int], tuple[str, int, datetime]] = {}
        self._moments = MomentReader(table, self._at)

    @property
    def unit_assumed(self) -> bool:
        """Tell whether an amount without a decimal point was taken for fen."""
        return self._money.unit_assumed

    def read(self, row: Row) -> Outcome:
        """Turn one row into what it is."""
        cells = [plain(cell) for cell in row.cells]
        when = self._moments.read(cells)
        if self._is_no_line(cells, when):
            return None
        if when is None:
            when = self._moments.under_day(cells)
        if when is None:
            return self._problem(row, self._money.named("when", cells, "time.unreadable"))
        kind, known = self._states.kind(cells)
        money = self._money.read(cells, kind)
        if isinstance(money, Unreadable):
            return self._problem(row, money)
        if len(cells) > MAX_COLUMNS:
            return self._problem(row, Unreadable("", "row.too_many_cells", str(len(cells))))
        if money.turned:
            kind = LineKind.REFUND
        elif self._is_further_refund(cells, money, kind, when):
            kind, money = LineKind.REFUND, Money(money.refunded_fen, Direction.OUT, currency=money.currency)
        return self._transaction(row, cells, when, money, kind, known=known)

    def _is_further_refund(self, cells: Sequence[str], money: Money, kind: LineKind, when: datetime) -> bool:
        """Tell whether a row repeats an order that stands in a row before it, because more of it went back.

        The order counts once then, and the row is that of a refund.
        """
        order = self._first("order", cells)
        if not money.refunded_fen or not order or self._states.kept_kind(kind) is not Kind.ORDER:
            return False
        if len(self._orders) > _MANY_ORDERS:
            self._orders.clear()
        told = (self._first("refund", cells) or self._first("merchant_refund", cells), money.refunded_fen, when)
        return self._orders.setdefault((order, money.fen), told) != told

    def _problem(self, row: Row, cause: Unreadable) -> Problem:
        return Problem(
            RowSource(self._sha, self._part, row.number),
            cause.column,
            cause.reason,
            mask_cards(seen_text(cause.text[:80])),
            self._masked(row.cells[:MAX_COLUMNS]),
        )

    def _is_no_line(self, cells: Sequence[str], when: datetime | None) -> bool:
        """Tell blank rows, notes, totals, rules and a repeated header from lines of the bill."""
        filled = [cell for cell in cells if cell]
        if not filled or filled[0].lstrip().startswith(("#", "---", "请注意")):
            return True
        if self._words.is_total(filled[0]) or filled[0].strip() in self._table.header[:3]:
            return True
        if self._mapped and any(self._words.is_total(cell) for cell in filled):
            return True
        if self._table.layout.footer == "names" and filled[0] == cells[0] and self._is_footer(filled):
            return True
        if self._table.days_once and not self._has_money(cells):
            # A line above those of its day, or text that runs on.
            return when is None or len(filled) <= self._note_cells
        if when is None and self._table.days_once:
            return len(filled) < _FEWEST_CELLS
        return len(filled) <= self._note_cells and when is None

    def _has_money(self, cells: Sequence[str]) -> bool:
        return any(self._first(role, cells) for role in ("amount", "income", "expense"))

    def _is_footer(self, filled: Sequence[str]) -> bool:
        """Tell the two lines of an acquirer's totals: names such as 总交易单数, then a figure below each."""
        names = sum("总" in cell for cell in filled) * 2 > len(filled)
        figures = all(read_micro(cell) is not None for cell in filled) and read_when(filled[0]) is None
        return names or figures

    def _transaction(
        self, row: Row, cells: Sequence[str], when: datetime, money: Money, kind: LineKind, *, known: bool
    ) -> Transaction:
        state, status, refunded = self._states.state(cells, money, kind, known=known)
        ids = Ids(*(_number(self._first(role, cells)) for role in _NUMBERS))
        damaged = any(is_damaged_number(number) for number in ids)
        raw = self._masked(row.cells)
        parts = self._identity_parts(cells, when, money, ids, refund=kind is LineKind.REFUND)
        summary = self._text("summary", cells, raw) or self._text("type", cells, raw)
        return Transaction(
            source=RowSource(self._sha, self._part, row.number),
            platform=self._layout.id,
            when=when,
            kind=self._states.kept_kind(kind),
            direction=money.direction,
            amount_fen=money.fen,
            fee_fen=abs(self._money.fen_at("fee", cells) or 0),
            refunded_fen=refunded,
            state=state,
            status=status,
            more_status=self._more_status(cells, kind, state),
            channel=self._channel(cells),
            ids=ids,
            counterparty=self._counterparty(cells, raw, money.direction),
            summary=" · ".join(filter(None, (summary, money.beside))),
            raw=raw,
            identity=self._names.name(parts),
            currency=money.currency,
            damaged=damaged,
            words=self._further_words(cells, raw),
        )

    def _more_status(self, cells: Sequence[str], kind: LineKind, state: TransactionState) -> str:
        """Return the second word of a line; where one word is not recognised, it is the one that stands there."""
        for role in ("refund_status", "more_status"):
            text = self._first(role, cells)
            if text and (state is not TransactionState.UNKNOWN or not self._states.knows(role, text, kind)):
                return f"{self._table.header[self._at[role][0]]} {text}"
        return ""

    def _channel(self, cells: Sequence[str]) -> BillChannel:
        text = self._first("paid_with", cells).lower()
        named = (channel for hint, channel in self._words.channel_words.items() if text and hint in text)
        return next(named, self._layout.channel)

    def _counterparty(self, cells: Sequence[str], raw: Sequence[str], direction: Direction) -> str:
        """Return the other side: of a bill that names who paid and who was paid, the one who is not the owner."""
        roles = ("payer", "counterparty") if direction is Direction.IN else ("counterparty", "payer")
        return next((text for role in roles if (text := self._text(role, cells, raw))), "")

    def _text(self, role: str, cells: Sequence[str], raw: Sequence[str]) -> str:
        """Return the masked text of a role."""
        filled = (at for at in self._at.get(role, ()) if at < len(cells) and cells[at])
        return next((plain(raw[at])[:200] for at in filled), "")

    def _further_words(self, cells: Sequence[str], raw: Sequence[str]) -> str:
        """Return the other texts of a line of an account, whatever their columns are called."""
        if self._layout.direction == "sales" or self._layout.ledger:
            return ""
        found = (plain(raw[at]) for at in self._texts if at < len(cells) and any(map(str.isalpha, cells[at])))
        return " ".join(dict.fromkeys(found))[:_WORDS_LIMIT]

    def _masked(self, cells: Sequence[str]) -> tuple[str, ...]:
        seen = [seen_text(cell[:MAX_CELL_CHARACTERS]) for cell in cells]
        return tuple(
            cell if at in self._exact else mask_account(cell) if at in self._accounts else mask_cards(cell)
            for at, cell in enumerate(seen)
        )

    def _identity_parts(
        self, cells: Sequence[str], when: datetime, money: Money, ids: Ids, *, refund: bool
    ) -> IdentityParts:
        if self._mapped and self._table.account and self._layout.direction != "sales":
            # Every export of an account shows the same days and amounts, with more or fewer columns beside them.
            day = datetime.combine(when.date(), time())
            family = f"account-{self._table.account}"
            return IdentityParts(
                family, "", refund=False, amount_fen=money.fen, when=day, detail=f"{money.direction}|{money.currency}"
            )
        own = (ids.refund or ids.merchant_refund) if refund else ids.order
        number = own or ids.order
        if is_damaged_number(number):
            number = ""
        if self._layout.direction == "sales":
            number = reference_number(number)
        roles = ("type", "counterparty", "summary", "account")
        detail = "|".join(word(self._first(role, cells)) for role in roles) + f"|{money.direction}"
        of_orders = self._layout.direction == "sales" if self._mapped else not self._layout.own_numbers
        shared = refund and not own and of_orders
        return IdentityParts(self._layout.family, number, refund, money.fen, when, detail, shared)


def _number(text: str) -> str:
    return text.strip("'\" \t`")


ReadRow = Callable[[Row], Outcome]
"""The one thing every reader of a layout offers."""
