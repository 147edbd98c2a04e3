"""Which column of an unknown table means what: guessed from the names, corrected by the owner, remembered by header."""

import hashlib
from collections.abc import Container, Iterable
from dataclasses import dataclass, field

from pos_closeout.domain.bills.transactions import BillChannel, Direction
from pos_closeout.statements.vocabulary import UNMARKED, Layout

ROLES = (
    "when", "when_else", "clock", "type", "status", "amount", "income", "expense", "side", "refund_status",
    "refund_amount", "fee", "currency", "order", "merchant_order", "refund", "merchant_refund", "merchant", "terminal",
    "counterparty", "payer", "account", "summary", "paid_with",
)  # fmt: skip
"""What a column can mean; see ``columns.toml``. ``payer`` is who paid where ``counterparty`` is who was paid."""

UNITS = ("yuan", "fen", "fen_without_point")
"""In what amounts may be written."""


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """The meaning of the columns of a table.

    Attributes:
        key: ``header_key`` of the header line it belongs to.
        columns: role to comparable column name.
        positive: direction of a positive amount where nothing else tells (credit cards count spending as positive).
        unit: ``yuan``, ``fen``, or ``fen_without_point`` (fen unless the amount has a decimal point).
        channel: where the money of this table went through.
        name: what the owner calls this kind of table, "" while it has no name.
    """

    key: str
    columns: dict[str, str] = field(default_factory=dict)
    positive: Direction = Direction.IN
    unit: str = "yuan"
    channel: BillChannel = BillChannel.BANK
    name: str = ""


def header_key(names: Iterable[str]) -> str:
    """Return what a mapping is remembered by: a hash of the comparable column names in order, without empty ends."""
    text = "|".join(names).strip("|")
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def layout_of(mapping: ColumnMapping) -> Layout:
    """Turn a mapping into a layout that the plain reader understands; every header has a family of its own."""
    columns: dict[str, tuple[str, ...]] = {role: (name,) for role, name in mapping.columns.items()}
    if "clock" in columns:
        columns["date"] = columns.pop("when")
        columns["when"] = columns.pop("clock")
    if "when_else" in columns:
        columns["when"] += columns.pop("when_else")
    direction = _direction(columns)
    return Layout(
        id=UNMARKED,
        family=f"{UNMARKED}-{mapping.key}",
        channel=mapping.channel,
        direction=direction,
        columns=columns,
        booked=columns.keys().isdisjoint(("status", "refund_status")),
        unit=mapping.unit,
        footer="names" if direction == "sales" else "none",
        positive=mapping.positive,
    )


def _direction(columns: Container[str]) -> str:
    if "income" in columns or "expense" in columns:
        return "columns"
    if "side" in columns:
        return "side"
    refunds = any(role in columns for role in ("refund_status", "refund_amount"))
    shop = any(role in columns for role in ("terminal", "merchant", "merchant_order", "status"))
    return "sales" if refunds or ("type" in columns and shop) else "signed"
