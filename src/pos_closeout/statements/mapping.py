"""Which column of an unknown table means what: guessed from the names, corrected by the owner, remembered by header."""

import hashlib
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field

from pos_closeout.domain.bills.transactions import BillChannel, Direction
from pos_closeout.statements.vocabulary import UNMARKED, Layout, Vocabulary

ROLES = (
    "when", "clock", "type", "status", "amount", "income", "expense", "side", "fee", "currency",
    "order", "merchant_order", "merchant", "terminal", "counterparty", "account", "summary", "paid_with",
)  # fmt: skip
"""What a column can mean; see ``columns.toml``."""

_CURRENCY = ("币种", "币别", "货币", "交易币种", "记账币种", "交易货币", "结算币种", "billingcurrency", "currency")


@dataclass(frozen=True, slots=True)
class Mapping:
    """The meaning of the columns of a table.

    Attributes:
        key: ``header_key`` of the header line it belongs to.
        columns: role to comparable column name.
        positive: direction of a positive amount where nothing else tells (credit cards count spending as positive).
        unit: ``yuan``, ``fen``, or ``fen_without_point`` (fen unless the amount has a decimal point).
        channel: where the money of this table went through.
    """

    key: str
    columns: dict[str, str] = field(default_factory=dict)
    positive: Direction = Direction.IN
    unit: str = "yuan"
    channel: BillChannel = BillChannel.BANK


def header_key(names: Iterable[str]) -> str:
    """Return what a mapping is remembered by: a hash of the comparable column names in order, without empty ends."""
    text = "|".join(names).strip("|")
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def guess(names: Sequence[str], above: Sequence[str], vocabulary: Vocabulary) -> Mapping | None:
    """Guess the meaning of the columns, or None for a line that is no header of a bill (no time or no money).

    Args:
        names: comparable column names.
        above: texts that stand above the line, such as a title.
        vocabulary: the names that are known.
    """
    if sum(bool(name) for name in names) < 3:
        return None
    columns: dict[str, str] = {}
    for role in ("when", "income", "expense", "amount", "side", "status", "order", "merchant_order", "fee", "terminal",
                 "merchant", "account", "counterparty", "type", "summary", "paid_with"):  # fmt: skip
        found = _find(role, names, columns, vocabulary)
        if found:
            columns[role] = found
    _split_clock(names, columns, vocabulary)
    _keep_one_kind_of_money(columns)
    if "when" not in columns or columns.keys().isdisjoint(("amount", "income", "expense")):
        return None
    currency = next((name for name in _CURRENCY if name in names), "")
    if currency:
        columns["currency"] = currency
    if not columns.keys().isdisjoint(("terminal", "merchant")):
        return Mapping(header_key(names), columns, channel=BillChannel.CARD)
    card = not vocabulary.card_names.isdisjoint(names) or any(
        title in text for text in above for title in vocabulary.card_titles
    )
    return Mapping(header_key(names), columns, Direction.OUT if card else Direction.IN)


def _find(role: str, names: Sequence[str], taken: dict[str, str], vocabulary: Vocabulary) -> str | None:
    free = [name for name in names if name and name not in taken.values()]
    wanted = vocabulary.roles.get(role, ())
    exact = next((name for name in wanted if name in free), None)
    if exact or role in ("side", "type", "summary"):
        return exact
    return next((name for text in wanted if len(text) > 1 for name in free if text in name), None)


def _split_clock(names: Sequence[str], columns: dict[str, str], vocabulary: Vocabulary) -> None:
    """Where a date and a time stand in columns of their own, take the date for the day and the time for the clock.

    A second date (记账日 beside 交易日) is kept for rows that leave the first one blank.
    """
    day = next((name for name in ("交易日期", "记账日期", "日期", "交易日") if name in names), None)
    clock = next((name for name in ("交易时间", "记账时间", "时间") if name in names), None)
    if day and clock:
        columns["when"], columns["clock"] = day, clock
    elif day and columns.get("when", day) != day and "时间" not in columns["when"]:
        columns["when"] = day
    if "clock" not in columns and "when" in columns:
        other = (name for name in vocabulary.roles["when"] if name in names and name != columns["when"])
        second = next(other, None)
        if second:
            columns["when_else"] = second


def _keep_one_kind_of_money(columns: dict[str, str]) -> None:
    if "income" in columns and "expense" in columns:
        columns.pop("amount", None)
        columns.pop("side", None)
    elif "amount" in columns:
        columns.pop("income", None)
        columns.pop("expense", None)


def layout_of(mapping: Mapping) -> Layout:
    """Turn a mapping into a layout that the plain reader understands; every header has a family of its own."""
    columns: dict[str, tuple[str, ...]] = {role: (name,) for role, name in mapping.columns.items()}
    if "clock" in columns:
        columns["date"] = columns.pop("when")
        columns["when"] = columns.pop("clock")
    if "when_else" in columns:
        columns["when"] += columns.pop("when_else")
    return Layout(
        id=UNMARKED,
        family=f"{UNMARKED}-{mapping.key}",
        channel=mapping.channel,
        direction=_direction(columns),
        columns=columns,
        booked="status" not in columns,
        unit=mapping.unit,
        positive=mapping.positive,
    )


def _direction(columns: Container[str]) -> str:
    if "income" in columns or "expense" in columns:
        return "columns"
    if "side" in columns:
        return "side"
    return "sales" if "type" in columns and ("terminal" in columns or "merchant" in columns) else "signed"
