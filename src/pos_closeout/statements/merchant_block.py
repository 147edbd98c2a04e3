"""A block of rows of a merchant trade bill at once, column by column, which is twice as fast as row by row.

Only rows that are regular in every way are taken; the reader of single rows does the others. Both give the same lines.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple, Protocol, cast

from pos_closeout.domain.bills.line_columns import LineColumns
from pos_closeout.domain.bills.transactions import OPEN_STATES, BillChannel
from pos_closeout.domain.masking import mask_cards, may_hold_card
from pos_closeout.statements.cells import MoneyCells, fen_of

BLOCK = 512
"""Lines of a block: enough that what is done once for a block costs nothing, few enough to stay in the cache."""

_TICK = "`"
_BETWEEN = f",{_TICK}"
_STAMP_LENGTH = 19
_STRONG_LENGTH = 16

Column = Sequence[str]


class Places(NamedTuple):
    """Where the columns stand; those that a set of columns does not have stand behind the last."""

    when: int
    status: int
    refund_status: int
    amount: int
    refund: int
    settled: int
    fee: int
    payer: int
    goods: int
    numbers: tuple[int, ...]
    free: tuple[int, ...]


class Fate(NamedTuple):
    """What the two status words of a line say about it, as plain texts; ``prefix`` begins its identity."""

    refund: bool
    kind: str
    direction: str
    state: str
    more_status: str
    prefix: str


class Fates(Protocol):
    """Tells the fate of a pair of status words."""

    def __call__(self, status: str, refund_status: str) -> Fate:
        """Return it."""


class Block(NamedTuple):
    """The lines of a block, its columns for the totals, and its first and last moment."""

    lines: LineColumns
    columns: list[Column]
    first: datetime
    last: datetime


class BlockReader:
    """Reads blocks of one table."""

    def __init__(
        self, places: Places, width: int, fates: Fates, money: MoneyCells, head: tuple[str, str, str, BillChannel]
    ) -> None:
        self._places, self._width, self._fate, self._fen = places, width, fates, _FenCells(money)
        self._sha, self._part, self._format, self._channel = head

    def read(self, first: int, texts: Sequence[str]) -> Block | None:
        """Return what lines of text say, the first of which has this number; None when one of them is not regular."""
        columns = _columns(texts, self._width)
        # A line with a cell too few, beside one with a cell too many, would leave something else where the times stand.
        moments = _moments(columns[self._places.when]) if columns else None
        if columns is None or moments is None:
            return None
        if not all("".join(columns[at]).isprintable() for at in self._places.numbers):
            return None
        for at in self._places.free:
            cells = columns[at]
            looked_at = cells[:1] if cells.count(cells[0]) == len(cells) else cells
            if not "".join(looked_at).isprintable():
                return None
            if may_hold_card(looked_at):
                columns[at] = [mask_cards(cell) for cell in cells]
        lines = self._lines(range(first, first + len(texts)), columns)
        return None if lines is None else Block(lines, columns, min(moments), max(moments))

    def _lines(self, rows: Sequence[int], columns: list[Column]) -> LineColumns | None:
        at = self._places
        words = list(zip(columns[at.status], columns[at.refund_status], strict=True))
        fate_of = {pair: self._fate(*pair) for pair in set(words)}
        refunded, kinds, directions, states, more, prefixes = zip(*map(fate_of.__getitem__, words), strict=True)
        refunds = [place for place, refund in enumerate(refunded) if refund] if any(refunded) else []
        fens = self._fens(columns, refunds)
        ids = [columns[place] for place in at.numbers]
        names = _names(ids, refunds)
        if fens is None or names is None or (0 in fens and not OPEN_STATES.isdisjoint(states)):
            return None
        back = [0] * len(fens)
        for place in refunds:
            back[place] = fens[place]
        goods = columns[at.goods]
        if any("\\" in text for text in set(goods)):
            goods = [text.replace("\\ ", ",") for text in goods]
        return LineColumns(
            file_sha256=self._sha,
            part=self._part,
            platform=self._format,
            channel=self._channel,
            rows=rows,
            at=columns[at.when],
            kinds=kinds,
            directions=directions,
            amounts_fen=fens,
            fees_fen=[fee or 0 for fee in map(self._fen.__getitem__, columns[at.fee])],
            refunded_fen=back,
            states=states,
            statuses=columns[at.status],
            more_statuses=more,
            ids=ids,
            counterparties=columns[at.payer],
            summaries=goods,
            raw=columns[:-1],
            identities=[f"{prefix}{name}:{fen}" for prefix, name, fen in zip(prefixes, names, fens, strict=True)],
        )

    def _fens(self, columns: list[Column], refunds: Sequence[int]) -> list[int] | None:
        """Return the amounts; a refund's stand in columns of its own."""
        at = self._places
        fens = list(map(self._fen.__getitem__, columns[at.amount]))
        for place in refunds:
            fens[place] = self._fen[columns[at.refund][place]] or self._fen[columns[at.settled][place]]
        return None if None in fens else cast("list[int]", fens)


class _FenCells(dict[str, int | None]):
    """What cells of a money column are worth in fen without their sign; spellings that come again are looked up."""

    _MANY = 150_000

    def __init__(self, money: MoneyCells) -> None:
        super().__init__()
        self._money = money

    def __missing__(self, text: str) -> int | None:
        if len(self) > self._MANY:
            self.clear()
        micro = self._money[text]
        value = self[text] = None if micro is None else fen_of(abs(micro))
        return value


def _columns(texts: Sequence[str], width: int) -> list[Column] | None:
    """Cut lines at every comma with a backtick, all at once; one blank column more than there are names comes last.

    None when a line does not begin with a backtick, when lines end in different ways, or when cells are missing.
    """
    end = "\r\n" if texts[0].endswith("\r\n") else "\n"
    text = "".join(texts).removesuffix(end)
    begins = f"{end}{_TICK}"
    if not text.startswith(_TICK) or text.endswith(("\r", "\n")) or text.count(begins) != len(texts) - 1:
        return None
    cells = text[1:].replace(begins, _BETWEEN).split(_BETWEEN)
    if len(cells) != width * len(texts):
        return None
    return [*(cells[at::width] for at in range(width)), [""] * len(texts)]


def _moments(texts: Column) -> list[datetime] | None:
    """Read times that are spelled as they are kept, None when one is not."""
    if set(map(len, texts)) != {_STAMP_LENGTH} or {text[4:17:3] for text in texts} != {"-- ::"}:
        return None
    try:
        return list(map(datetime.fromisoformat, texts))
    except ValueError:
        return None


def _names(ids: list[Column], refunds: Sequence[int]) -> list[str] | None:
    """Return the number that names each line, None when one is short; sales lose the 0 that stands for no refund."""
    names = list(ids[0])
    refund_numbers, merchant_refunds = ids[2], ids[3]
    kept, merchant_kept = [""] * len(names), [""] * len(names)
    for place in refunds:
        kept[place], merchant_kept[place] = refund_numbers[place], merchant_refunds[place]
        names[place] = refund_numbers[place] or merchant_refunds[place]
    ids[2], ids[3] = kept, merchant_kept
    together = "".join(names)
    long_enough = min(map(len, names)) >= _STRONG_LENGTH
    return names if long_enough and together.isdecimal() and together.isascii() else None
