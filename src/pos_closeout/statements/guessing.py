"""Guesses what the columns of an unknown table mean: from their names first, from what stands in them second."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from pos_closeout.domain.bills.transactions import BillChannel, Direction
from pos_closeout.statements.cells import amounts_in, plain, read_micro, read_when, word
from pos_closeout.statements.mapping import ColumnMapping, header_key
from pos_closeout.statements.vocabulary import Vocabulary

SAMPLE_ROWS = 40
"""Rows below a header line that are looked at."""

_ROLES = (
    "refund_status", "refund_amount", "refund", "merchant_refund", "status", "order", "merchant_order", "fee",
    "terminal", "merchant", "account", "payer", "counterparty", "currency",
)  # fmt: skip
_MONTH_AND_DAY = 4
_EXACT = frozenset({"type", "summary", "payer", "refund", "merchant_refund", "currency"})
_MONEY_SIGNS = ("额", "元", "amount")
_FEN = re.compile(r"[(\[（](?:单位[:：]?)?(?:人民币)?分[)\]）]$")
_UNIT_FEN = re.compile(r"单\s*位\s*[:：]?\s*(?:人民币)?\s*分(?!\w)")
_DAYS = ("交易日期", "记账日期", "日期", "交易日")
_CLOCKS = ("交易时间", "记账时间", "时间", "交易日期时间", "transactiontime", "time")


def guess(
    names: Sequence[str], above: Sequence[str], vocabulary: Vocabulary, rows: Sequence[Sequence[str]] = ()
) -> ColumnMapping | None:
    """Guess the meaning of the columns, or None for a line that is no header of a bill (no time or no money).

    Args:
        names: comparable column names.
        above: texts that stand above the line, such as a title.
        vocabulary: the names that are known.
        rows: cells of the first rows below the line, as they stand.
    """
    if sum(bool(name) for name in names) < 3:
        return None
    guessed = _Guess(names, rows[:SAMPLE_ROWS], vocabulary)
    columns = guessed.columns()
    if "when" not in columns or columns.keys().isdisjoint(("amount", "income", "expense")):
        return None
    unit = "fen" if _in_fen(columns, above) else "yuan"
    if not columns.keys().isdisjoint(("terminal", "merchant")):
        return ColumnMapping(header_key(names), columns, unit=unit, channel=BillChannel.CARD)
    card = not vocabulary.card_names.isdisjoint(names) or any(
        title in text for text in above for title in vocabulary.card_titles
    )
    return ColumnMapping(header_key(names), columns, Direction.OUT if card else Direction.IN, unit)


def _in_fen(columns: Mapping[str, str], above: Iterable[str]) -> bool:
    """Tell whether the names of the amounts, or a line above them, say that they are written in fen."""
    told = [columns[role] for role in ("amount", "income", "expense") if role in columns]
    return any(_FEN.search(name) for name in told) or any(_UNIT_FEN.search(text) for text in above)


class _Guess:
    """One guess; a column has one meaning, apart from a type whose words tell the direction."""

    def __init__(self, names: Sequence[str], rows: Sequence[Sequence[str]], vocabulary: Vocabulary) -> None:
        self._names, self._rows, self._words = names, rows, vocabulary
        self._columns: dict[str, str] = {}

    def columns(self) -> dict[str, str]:
        """Return role to comparable name."""
        if not self._take("when"):
            return {}
        self._money()
        for role in _ROLES:
            self._take(role)
        self._side()
        for role in ("type", "summary", "paid_with"):
            self._take(role)
        self._clock()
        self._keep_one_kind_of_money()
        return self._columns

    def _take(self, role: str) -> bool:
        found = self._find(role)
        if found:
            self._columns[role] = found
        return bool(found)

    def _find(self, role: str) -> str | None:
        free = [name for name in self._names if name and name not in self._columns.values()]
        wanted = self._words.roles.get(role, ())
        exact = next((name for name in wanted if name in free and self._fits(role, name)), None)
        if exact or role in _EXACT:
            return exact
        never = (*self._words.never["any"], *self._words.never.get(role, ()))
        partly = (
            name
            for text in wanted
            if len(text) > 1
            for name in free
            if text in name and not any(each in name for each in never) and self._fits(role, name)
        )
        return next(partly, None)

    def _fits(self, role: str, name: str) -> bool:
        """Tell whether the cells of a column can be what its name says."""
        if role in ("amount", "income", "expense", "refund_amount"):
            return self._is_money(name) is not False
        return True

    def _money(self) -> None:
        signed = [name for name in self._names if self._marked(name) == {Direction.IN, Direction.OUT}]
        for name in signed:
            is_money = self._is_money(name)
            if is_money or (is_money is None and any(sign in name for sign in _MONEY_SIGNS)):
                self._columns["amount"] = name
                return
        for role, direction in (("income", Direction.IN), ("expense", Direction.OUT)):
            exact = next(
                (name for name in self._words.roles[role] if name in self._names and self._fits(role, name)), None
            )
            found = exact or self._by_mark(role, direction)
            if found:
                self._columns[role] = found
        if not {"income", "expense"} <= self._columns.keys():
            # One alone may be an amount of another kind (入账金额 beside 交易金额).
            alone = [self._columns.pop(role) for role in ("income", "expense") if role in self._columns]
            if not self._take("amount") and alone:
                role = "income" if self._marked(alone[0]) != {Direction.OUT} else "expense"
                self._columns[role] = alone[0]

    def _by_mark(self, role: str, direction: Direction) -> str | None:
        never = (*self._words.never["any"], *self._words.never[role])
        found = (
            name
            for name in self._names
            if self._marked(name) == {direction}
            and not any(each in name for each in never)
            and self._is_money(name) is not False
        )
        return next(found, None)

    def _marked(self, name: str) -> set[Direction]:
        return {side for side, marks in self._words.marks.items() if any(mark in name for mark in marks)}

    def _side(self) -> None:
        """Find the column whose words tell the direction, by its name or by its words alone."""
        if {"income", "expense"} & self._columns.keys():
            return
        free = [name for name in self._names if name and name not in self._columns.values()]
        named = next((name for name in self._words.roles["side"] if name in free), None)
        if named and self._is_money(named) is not True:
            self._columns["side"] = named
        elif self._columns.keys().isdisjoint(("terminal", "merchant", "status", "refund_status")):
            by_words = next((name for name in free if self._tells_sides(name)), None)
            if by_words:
                self._columns["side"] = by_words

    def _tells_sides(self, name: str) -> bool:
        cells = {word(cell).upper() for cell in self._cells(name)}
        told = {self._words.sides.get(cell) for cell in cells}
        return bool(told) and None not in told and told != {Direction.NEUTRAL}

    def _clock(self) -> None:
        """Where a date and a time stand in columns of their own, take the date for the day and the time for the clock.

        A second date (记账日 beside 交易日) is kept for rows that leave the first one blank.
        """
        columns = self._columns
        day = next((name for name in _DAYS if name in self._names), None)
        clock = next((name for name in _CLOCKS if name in self._names), None)
        if day and clock:
            columns["when"], columns["clock"] = day, clock
        elif day and columns["when"] != day and "时间" not in columns["when"]:
            columns["when"] = day
        elif self._is_dated(columns["when"]) is False:
            dated = next((name for name in self._names if name and self._is_dated(name, bare=False)), None)
            if dated:
                columns["when"], columns["clock"] = dated, columns["when"]
        if "clock" not in columns:
            other = (name for name in self._words.roles["when"] if name in self._names and name != columns["when"])
            second = next(other, None)
            if second and second not in columns.values():
                columns["when_else"] = second

    def _keep_one_kind_of_money(self) -> None:
        if "income" in self._columns and "expense" in self._columns:
            self._columns.pop("amount", None)
            self._columns.pop("side", None)
        elif "amount" in self._columns:
            self._columns.pop("income", None)
            self._columns.pop("expense", None)

    def _is_money(self, name: str) -> bool | None:
        """Tell whether a column holds amounts; None where it holds nothing."""
        cells = self._cells(name)
        amounts = [all(read_micro(part) is not None for part in amounts_in(cell.partition("(已")[0])) for cell in cells]
        return sum(amounts) * 2 > len(amounts) if amounts else None

    def _is_dated(self, name: str, *, bare: bool = True) -> bool | None:
        """Tell whether a column holds days; None where it holds nothing.

        ``bare`` counts four figures (``0104``) as a day, which elsewhere are the end of a card or an amount.
        """
        cells = self._cells(name)
        told = (cell for cell in cells if bare or not (len(cell) == _MONTH_AND_DAY and cell.isdecimal()))
        return any(read_when(cell, year=2000) for cell in told) if cells else None

    def _cells(self, name: str) -> list[str]:
        return self._filled.get(name, [])

    @cached_property
    def _filled(self) -> Mapping[str, list[str]]:
        filled: dict[str, list[str]] = {}
        for at, name in enumerate(self._names):
            if name and name not in filled:
                filled[name] = [text for row in self._rows if at < len(row) and (text := plain(row[at]))]
        return filled
