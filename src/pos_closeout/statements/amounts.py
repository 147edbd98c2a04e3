"""What the cells of a row say about its money: how much, which way, in which currency, and what of it went back."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pos_closeout.domain.bills.line_states import LineKind
from pos_closeout.domain.bills.transactions import Direction
from pos_closeout.statements.cells import (
    MoneyCells,
    amounts_in,
    currency_code,
    currency_of,
    fen_of,
    plain,
    read_micro,
    read_partial_refund,
    side_of,
    word,
)
from pos_closeout.statements.table import StatementTable
from pos_closeout.statements.vocabulary import UNMARKED, Vocabulary

_WORDS = {"收入": Direction.IN, "支出": Direction.OUT}


class Money(NamedTuple):
    """The money of a row.

    ``fen`` is 0 or more; ``turned`` says that a minus took the line back, which makes a sale a refund; ``beside`` is
    the same money in the currency it was paid in, as the bill writes it.
    """

    fen: int
    direction: Direction
    refunded_fen: int = 0
    all_refunded: bool = False
    turned: bool = False
    currency: str = "CNY"
    beside: str = ""


class Unreadable(NamedTuple):
    """A cell that could not be read."""

    column: str
    reason: str
    text: str


class MoneyReader:
    """Reads the money of the rows of one table.

    ``unit_assumed`` turns True when an amount without a decimal point was taken for fen, which the platform's own
    documents leave open (Lakala writes 分 and shows 100.00).
    """

    def __init__(self, table: StatementTable, vocabulary: Vocabulary, cells: MoneyCells) -> None:
        self._table, self._layout, self._words, self._cells = table, table.layout, vocabulary, cells
        self._at = {role: positions(table, names) for role, names in table.layout.columns.items()}
        # Known layouts write their minus always or never; in a table of a bank it may take a line back.
        self._signs = table.layout.id == UNMARKED
        self.unit_assumed = False

    def has(self, role: str) -> bool:
        """Tell whether the table has a column of a role."""
        return bool(self._at.get(role))

    def first(self, role: str, cells: Sequence[str]) -> str:
        """Return the first cell of a role that holds something; ``cells`` are plain already."""
        for position in self._at.get(role, ()):
            if position < len(cells) and cells[position]:
                return cells[position]
        return ""

    def fen_at(self, role: str, cells: Sequence[str]) -> int | None:
        """Return the signed fen of a money column, None where it has none."""
        return self._fen(self.first(role, cells))

    def named(self, role: str, cells: Sequence[str], reason: str) -> Unreadable:
        """Return the cell of a role as what could not be read."""
        places = self._at.get(role, ())
        name = self._table.header[places[0]] if places else ""
        text = self.first(role, cells)
        return Unreadable(name, reason if text else reason.replace("unreadable", "missing"), text)

    def read(self, cells: Sequence[str], kind: LineKind) -> Money | Unreadable:
        """Return the money of a row that is about something."""
        money = self._in_columns(cells) if self._layout.direction == "columns" else self._in_one(cells, kind)
        if kind in (LineKind.HOLD, LineKind.HOLD_UNDONE) and isinstance(money, Money):
            return money._replace(direction=Direction.NEUTRAL)
        return money

    def _in_one(self, cells: Sequence[str], kind: LineKind) -> Money | Unreadable:
        role = "amount"
        back = self.fen_at("refund_amount", cells)
        text, partly, all_refunded = read_partial_refund(self.first(role, cells))
        if kind is LineKind.REFUND and back:
            # The line of a refund in a bill of orders: its amount stands in the column of refunds.
            role, text = "refund_amount", self.first("refund_amount", cells)
        *others, booked = amounts_in(text)
        fen = self._fen(booked)
        if fen is None:
            return self.named(role, cells, "amount.unreadable")
        direction = self._direction(fen, cells, kind, written=side_of(booked))
        if direction is None:
            return self.named("side", cells, "side.unreadable")
        return Money(
            abs(fen),
            direction,
            refunded_fen=abs((back if partly is None else partly) or 0),
            all_refunded=all_refunded,
            turned=self._layout.direction == "sales" and kind is LineKind.PAYMENT and fen < 0,
            currency=self._currency(cells, booked),
            beside=" ".join(others),
        )

    def _in_columns(self, cells: Sequence[str]) -> Money | Unreadable:
        for role, direction in (("income", Direction.IN), ("expense", Direction.OUT)):
            *others, text = amounts_in(self.first(role, cells))
            fen = self._fen(text)
            if text and fen is None:
                return self.named(role, cells, "amount.unreadable")
            if fen:
                turned = fen < 0 and self._takes_back(role, cells)
                way = other(direction) if turned else direction
                return Money(abs(fen), way, currency=self._currency(cells, text), beside=" ".join(others))
        if self.first("income", cells) or self.first("expense", cells):
            return Money(0, Direction.NEUTRAL, currency=self._currency(cells, ""))
        return self.named("income", cells, "amount.unreadable")

    def _takes_back(self, role: str, cells: Iterable[str]) -> bool:
        """Tell whether a minus takes the line back, or is how the column always writes its amounts."""
        if not self._signs:
            return False
        if role in self._table.minus:
            return any(hint in cell for cell in cells for hint in self._words.reversal_words)
        return True

    def _direction(self, fen: int, cells: Sequence[str], kind: LineKind, *, written: str) -> Direction | None:
        """Return which way the money went, None where the word about it is not known.

        ``written`` is the side behind the amount itself.
        """
        if self._layout.direction == "word":
            return _WORDS.get(self.first("direction", cells), Direction.NEUTRAL)
        if self._layout.direction == "sales":
            back = kind is LineKind.REFUND or (kind is LineKind.PAYMENT and fen < 0)
            return Direction.OUT if back else Direction.IN
        if self._layout.direction == "side" and (text := self.first("side", cells)):
            told = self._words.sides.get(word(text).upper())
            turned = told in (Direction.IN, Direction.OUT) and fen < 0 and self._takes_back(f"side_{told}", cells)
            return other(told) if told and turned else told
        if written and (told := self._words.sides.get(written)):
            return told
        positive = self._layout.positive
        text = self.first("type", cells) + self.first("summary", cells)
        if positive is Direction.OUT and any(hint in text for hint in self._words.repayment_words):
            return Direction.IN
        return other(positive) if fen < 0 else positive

    def _fen(self, text: str) -> int | None:
        micro = self._cells[text]
        if micro is None:
            return None
        fen = fen_of(micro) if micro >= 0 else -fen_of(-micro)
        if self._layout.unit != "yuan" and (self._layout.unit == "fen" or "." not in text):
            self.unit_assumed = self._layout.unit != "fen"
            return fen // 100 if fen >= 0 else -(-fen // 100)
        return fen

    def _currency(self, cells: Sequence[str], amount: str) -> str:
        return currency_of(amount) or currency_code(self.first("currency", cells))


def positions(table: StatementTable, names: Sequence[str]) -> tuple[int, ...]:
    """Return where the columns of some names stand, in the order of the names."""
    return tuple(table.at[name] for name in names if name in table.at)


def other(direction: Direction) -> Direction:
    """Return the opposite way."""
    return Direction.OUT if direction is Direction.IN else Direction.IN


def always_minus(table: StatementTable, rows: Iterable[Sequence[str]], vocabulary: Vocabulary) -> frozenset[str]:
    """Return the money columns of a table in which every amount of some rows has a minus: there it is a habit.

    ``side_in`` and ``side_out`` stand for the amounts beside a word of that direction.
    """
    at = {role: positions(table, names) for role, names in table.layout.columns.items()}
    seen: dict[str, set[bool]] = {}
    for row in rows:
        cells = [plain(cell) for cell in row]
        for role in ("income", "expense", "amount"):
            text = next((cells[place] for place in at.get(role, ()) if place < len(cells) and cells[place]), "")
            micro = read_micro(amounts_in(text)[-1])
            if not micro:
                continue
            side = next((cells[place] for place in at.get("side", ()) if place < len(cells)), "")
            name = f"side_{vocabulary.sides.get(word(side).upper(), '')}" if role == "amount" else role
            seen.setdefault(name, set()).add(micro < 0)
    return frozenset(role for role, signs in seen.items() if signs == {True})
