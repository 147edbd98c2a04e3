"""Turns a row of a recognised table into a transaction, for every layout that a list of columns describes."""

from collections.abc import Callable, Sequence
from datetime import datetime, time

from pos_closeout.domain.bills.line_states import LineFacts, LineKind, Meaning, decide
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
from pos_closeout.domain.masking import mask_account, mask_cards
from pos_closeout.statements.amounts import Money, MoneyReader, Unreadable, positions
from pos_closeout.statements.cells import (
    MoneyCells,
    is_damaged_number,
    plain,
    read_micro,
    read_partial_refund,
    read_when,
    word,
)
from pos_closeout.statements.names import Names
from pos_closeout.statements.rows import MAX_COLUMNS, Row
from pos_closeout.statements.table import Table
from pos_closeout.statements.vocabulary import UNMARKED, Vocabulary

YEARS = range(1995, 2101)
"""Years a bill can be from; anything else is a misread cell."""

_NUMBERS = ("order", "merchant_order", "refund", "merchant_refund", "merchant", "terminal")
_ACCOUNT_NAMES = ("卡号", "账号", "账户", "帐号")
_NO_TEXT = (
    "when", "date", "clock", "amount", "income", "expense", "side", "direction", "fee", "currency", "account", "status",
    "refund_status", "refund_amount", "counterparty", "payer", "summary", *_NUMBERS,
)  # fmt: skip
"""Roles whose cells are no further words about a line."""

_KINDS = {
    LineKind.REFUND: Kind.REFUND,
    LineKind.HOLD: Kind.HOLD,
    LineKind.HOLD_UNDONE: Kind.HOLD,
    LineKind.WITHDRAWAL: Kind.WITHDRAWAL,
}
_CLOCK_LENGTH = 8
_SHORT_NUMBER = 10
_WORDS_LIMIT = 300

Outcome = Transaction | Problem | None
"""What a row turns into; None for a row that is no transaction (blank, note, total)."""


class PlainReader:
    """Reads the rows of one table. ``read`` is total: every row is a transaction, a problem, or nothing."""

    def __init__(self, table: Table, vocabulary: Vocabulary, money: MoneyCells, file_sha256: str, part: str) -> None:
        self._table = table
        self._layout = table.layout
        self._words = vocabulary
        self._sha, self._part = file_sha256, part
        self._at = {role: positions(table, names) for role, names in table.layout.columns.items()}
        self._money = MoneyReader(table, vocabulary, money)
        self._first, self._mapped = self._money.first, table.layout.id == UNMARKED
        self._exact = frozenset(position for role in _NUMBERS for position in self._at.get(role, ()))
        accounts = [at for name, at in table.at.items() if any(text in name for text in _ACCOUNT_NAMES)]
        self._accounts = frozenset(accounts) - (frozenset() if self._mapped else self._exact)
        told = frozenset(place for role in _NO_TEXT for place in self._at.get(role, ()))
        self._texts = [at for at in range(len(table.header)) if at not in told | self._accounts]
        # A note has a cell or two; the two lines of WeChat's fund footer have five.
        self._note_cells = 5 if table.layout.footer == "wechat_fund" else 2
        self._has_states = any(self._at.get(role) for role in ("status", "refund_status"))
        self._has_refunds = bool(self._at.get("refund_status"))
        self._names = Names()
        self._year_month = table.statement_month

    @property
    def unit_assumed(self) -> bool:
        """Tell whether an amount without a decimal point was taken for fen."""
        return self._money.unit_assumed

    def read(self, row: Row) -> Outcome:
        """Turn one row into what it is."""
        cells = [plain(cell) for cell in row.cells]
        if self._is_no_line(cells):
            return None
        when = self._when(cells)
        if when is None:
            return self._problem(row, self._money.named("when", cells, "time.unreadable"))
        kind, known = self._kind(cells)
        money = self._money.read(cells, kind)
        if isinstance(money, Unreadable):
            return self._problem(row, money)
        if len(cells) > MAX_COLUMNS:
            return self._problem(row, Unreadable("", "row.too_many_cells", str(len(cells))))
        if money.turned:
            kind = LineKind.REFUND
        return self._transaction(row, cells, when, money, kind, known=known)

    def _problem(self, row: Row, cause: Unreadable) -> Problem:
        return Problem(
            RowSource(self._sha, self._part, row.number),
            cause.column,
            cause.reason,
            mask_cards(cause.text[:80]),
            self._masked(row.cells[:MAX_COLUMNS]),
        )

    def _is_no_line(self, cells: Sequence[str]) -> bool:
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
        return len(filled) <= self._note_cells and self._when(cells) is None

    def _is_footer(self, filled: Sequence[str]) -> bool:
        """Tell the two lines of an acquirer's totals: names such as 总交易单数, then a figure below each."""
        names = sum("总" in cell for cell in filled) * 2 > len(filled)
        figures = all(read_micro(cell) is not None for cell in filled) and read_when(filled[0]) is None
        return names or figures

    def _when(self, cells: Sequence[str]) -> datetime | None:
        clock, day = self._first("when", cells), self._first("date", cells)
        year = self._year_month[0] if self._year_month else None
        day_first = self._table.day_first
        # A short cell beside a date is a time of day: 63456 is 06:34:56 there, not a day number of Excel.
        short = day and len(clock) <= _CLOCK_LENGTH and not (len(clock) == _CLOCK_LENGTH and clock.isdecimal())
        found = None if short else read_when(clock, day_first=day_first, year=year)
        if found is None and day:
            found = read_when(day, clock, day_first=day_first, year=year)
        if found is None or found.year not in YEARS:
            return None
        if self._year_month and len(clock) <= 5 and found.month > self._year_month[1]:
            return _in_year(found, found.year - 1)
        return found

    def _kind(self, cells: Sequence[str]) -> tuple[LineKind, bool]:
        """Return what a row is about, and whether the word of its type is known."""
        kind, known = self._words.kinds.of_type(self._first("type", cells))
        if kind in (LineKind.PAYMENT, LineKind.TRANSFER):
            if self._is_refund(cells):
                return LineKind.REFUND, known
            # A line of an order without an amount that sends something back is the line of a refund.
            whole = self._money.fen_at("amount", cells)
            if whole == 0 and self._layout.direction == "sales" and self._money.fen_at("refund_amount", cells):
                return LineKind.REFUND, known
        return kind, known

    def _is_refund(self, cells: Sequence[str]) -> bool:
        kinds, status = self._words.kinds, self._first("status", cells)
        if kinds.is_refund_status(status) or kinds.begins_refund(self._first("summary", cells)):
            return True
        # A sale whose state is 退货成功 is the sale still where a type says so.
        typed = self._layout.direction == "sales" and self._first("type", cells)
        return not typed and kinds.begins_refund(status)

    def _transaction(
        self, row: Row, cells: Sequence[str], when: datetime, money: Money, kind: LineKind, *, known: bool
    ) -> Transaction:
        state, status, refunded = self._state(cells, money, kind, known=known)
        ids = Ids(*(_number(self._first(role, cells)) for role in _NUMBERS))
        damaged = any(is_damaged_number(number) for number in ids)
        raw = self._masked(row.cells)
        parts = self._identity_parts(cells, when, money, ids, refund=kind is LineKind.REFUND)
        summary = self._text("summary", cells, raw) or self._text("type", cells, raw)
        return Transaction(
            source=RowSource(self._sha, self._part, row.number),
            platform=self._layout.id,
            when=when,
            kind=self._kept_kind(kind),
            direction=money.direction,
            amount_fen=money.fen,
            fee_fen=abs(self._money.fen_at("fee", cells) or 0),
            refunded_fen=refunded,
            state=state,
            status=status,
            more_status=self._more_status(cells),
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

    def _kept_kind(self, kind: LineKind) -> Kind:
        if self._layout.ledger:
            return Kind.LEDGER
        if kind is LineKind.PAYMENT and self._has_refunds:
            return Kind.ORDER
        return _KINDS.get(kind, Kind.PAYMENT)

    def _state(
        self, cells: Sequence[str], money: Money, kind: LineKind, *, known: bool
    ) -> tuple[TransactionState, str, int]:
        """Return the state, the word it was read from, and the refunded fen."""
        type_word = self._first("type", cells)
        if self._layout.booked and (not self._mapped or self._layout.direction != "sales"):
            return TransactionState.DONE, "" if self._mapped else type_word, 0
        status = self._first("status", cells)
        base, back, everything = read_partial_refund(status)
        meaning = self._meaning(status if back is None else base or "已退款", kind)
        if self._words.kinds.is_refund_status(status):
            # The word says what the line is; how far it got stands in the column of refunds.
            meaning = Meaning.NONE if self._has_refunds else meaning
        if meaning is Meaning.NONE:
            meaning = self._unsaid(type_word, kind, known=known)
        refunded = money.fen if everything or money.all_refunded else back if back is not None else money.refunded_fen
        decided = decide(
            LineFacts(
                kind,
                money.direction,
                meaning,
                self._meaning(self._first("more_status", cells), kind),
                self._meaning(self._first("refund_status", cells), LineKind.REFUND),
                money.fen,
                refunded,
                funded=not self._at.get("funding") or bool(self._first("funding", cells)),
            )
        )
        return decided.state, status or ("" if self._mapped and self._has_states else type_word), decided.refunded_fen

    def _meaning(self, text: str, kind: LineKind) -> Meaning:
        return self._words.meaning_of(self._layout.family, text, kind)

    def _unsaid(self, type_word: str, kind: LineKind, *, known: bool) -> Meaning:
        """Return what a line says about how far it got that has no word about it.

        A sale beside a column of refunds is a plain sale. A file without any column of states lists what is booked:
        there the type is all there is, unless it is a word about a state itself (退货失败).
        """
        told = self._meaning(type_word, kind)
        if told not in (Meaning.UNKNOWN, Meaning.NONE):
            return told
        if self._has_states:
            return Meaning.DONE if self._has_refunds and kind is not LineKind.REFUND else Meaning.NONE
        return Meaning.DONE if known or self._mapped else Meaning.UNKNOWN

    def _more_status(self, cells: Sequence[str]) -> str:
        for role in ("refund_status", "more_status"):
            text = self._first(role, cells)
            if text:
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
        return tuple(
            cell if at in self._exact else mask_account(cell) if at in self._accounts else mask_cards(cell)
            for at, cell in enumerate(cells)
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
        number = ids.refund or ids.merchant_refund if refund and (ids.refund or ids.merchant_refund) else ids.order
        if is_damaged_number(number):
            number = ""
        if len(number) >= _SHORT_NUMBER and ids.merchant and self._layout.direction == "sales":
            number = f"{ids.merchant}-{number}"
        roles = ("type", "counterparty", "summary", "account")
        detail = "|".join(word(self._first(role, cells)) for role in roles) + f"|{money.direction}"
        return IdentityParts(self._layout.family, number, refund, money.fen, when, detail)


def _number(text: str) -> str:
    return text.strip("'\" \t`")


def _in_year(when: datetime, year: int) -> datetime | None:
    """Return the same day of another year, None for a 29th of February that the year does not have."""
    try:
        return when.replace(year=year)
    except ValueError:
        return None


ReadRow = Callable[[Row], Outcome]
"""The one thing every reader of a layout offers."""
