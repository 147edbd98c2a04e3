"""The outstanding list without its items: what sorts, groups, filters and finds them, straight from the database.

A hundred thousand items take seconds to make and a list shows thirty of them; so the list gets bare lines in its order,
and an item is made when it is looked at.
"""

import json
from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from pos_closeout.domain.ledger.open_items import ItemKind, ItemState, OpenItem, PaymentChannel
from pos_closeout.domain.ledger.refund_windows import Refund
from pos_closeout.store.database import Database
from pos_closeout.store.mapping import Cell, RowMapping, mapping_of

_ORDER = {
    # As pos_closeout.domain.ledger.open_items.urgency; there is an index of this very order.
    ItemState.OPEN: ("due_on", "due_on IS NULL, due_on, ifnull(amount_fen, 0) DESC, id"),
    ItemState.CLEARED: ("cleared_on", "cleared_on DESC, id"),
}
_SEARCHED = (
    "counterparty",
    "reference",
    "voucher",
    "note",
    "masked_account",
    "cleared_how",
    "due_basis",
)
_SORTED = {
    "who": "ifnull(nullif(counterparty, ''), contact)",
    "original": "ifnull(original_on, '')",
    "reference": "ifnull(nullif(reference, ''), voucher)",
    "contact": "contact",
    "note": "note",
}
"""What a column shows that the lines do not have, by its name."""
_CHOSEN = "id IN (SELECT value FROM json_each(?))"

LedgerLine = tuple[int, int, str, int, str]
"""Id, case, value of the kind, fen (0 without an amount), and the due date of an open item or the day a cleared one was
cleared, in ISO 8601 (empty without one). A plain tuple: there may be a hundred thousand."""


class SearchedText(NamedTuple):
    """What of an item can be searched for: first what many items have in common, then its own, one part a line.

    Its amount stands there in figures without commas. ``days`` are the days of the item in ISO 8601, blanks between.
    """

    id: int
    kind: str
    channel: str
    case_id: int
    terminal_number: str
    contact: str
    counterparty: str
    days: str
    text: str


class ItemLineRepository:
    """Reads lines, searched texts, and the items that are looked at."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._mapping: RowMapping[OpenItem] = mapping_of(OpenItem)

    def lines(self, state: ItemState) -> list[LedgerLine]:
        """Return the items in a state, in the order of the list."""
        day, order = _ORDER[state]
        sql = (
            f"SELECT id, case_id, kind, ifnull(amount_fen, 0), ifnull({day}, '') FROM open_items "  # noqa: S608  # own words
            f"WHERE state = '{state.value}' ORDER BY {order}"
        )
        return self._database.rows(sql)  # type: ignore[return-value]  # STRICT columns

    def waiting(self, case_id: int) -> list[int]:
        """Return the ids of the open items of a case, the most urgent first."""
        order = _ORDER[ItemState.OPEN][1]
        # The plus has SQLite walk along the index of this order, which sorts nothing and reads no item.
        sql = f"SELECT id FROM open_items WHERE +case_id = ? AND state = 'open' ORDER BY {order}"  # noqa: S608  # own words
        return [int(row[0] or 0) for row in self._database.rows(sql, (case_id,))]

    def refunds(self, case_id: int) -> list[Refund]:
        """Return the open refunds of a case as bare lines, in no particular order."""
        rows = self._database.rows(
            "SELECT id, channel, original_on, ifnull(amount_fen, 0) FROM open_items "
            "WHERE case_id = ? AND +state = 'open' AND kind = 'refund'",
            (case_id,),
        )
        channels = {channel.value: channel for channel in PaymentChannel}
        days: dict[Cell, date | None] = {
            day: None if day is None else date.fromisoformat(str(day)) for day in {row[2] for row in rows}
        }
        return [Refund(row[0], channels[row[1]], days[row[2]], row[3]) for row in rows]  # type: ignore[arg-type,index]  # STRICT columns

    def held(self, case_id: int, kinds: Collection[ItemKind]) -> tuple[int, date | None]:
        """Return how many open items of some kinds a case has, and the last day on which one of them is due."""
        chosen = json.dumps([kind.value for kind in kinds])
        count, last = self._database.rows(
            "SELECT count(*), max(due_on) FROM open_items WHERE case_id = ? AND +state = 'open' "
            "AND kind IN (SELECT value FROM json_each(?))",
            (case_id, chosen),
        )[0]
        return int(count or 0), None if last is None else date.fromisoformat(str(last))

    def texts(self, item_ids: Sequence[int]) -> list[SearchedText]:
        """Return what can be searched for in items, in no particular order."""
        text = " || char(10) || ".join(_SEARCHED)
        days = " || ' ' || ".join(f"ifnull({day}, '')" for day in ("due_on", "original_on", "cleared_on"))
        amount = "iif(amount_fen IS NULL, '', printf('%d.%02d', amount_fen / 100, amount_fen % 100))"
        sql = (
            "SELECT id, kind, channel, case_id, terminal_number, contact, counterparty, "  # noqa: S608  # own words
            f"{days}, {text} || char(10) || {amount} "  # own words
            f"FROM open_items WHERE {_CHOSEN}"
        )
        return [SearchedText._make(row) for row in self._database.rows(sql, (json.dumps(list(item_ids)),))]

    def values(self, column: str) -> list[tuple[int, str]]:
        """Return what a column shows of every item, open or cleared, by id in no particular order.

        Args:
            column: ``who``, ``original``, ``reference``, ``contact`` or ``note``.
        """
        return self._database.rows(f"SELECT id, {_SORTED[column]} FROM open_items")  # type: ignore[return-value]  # noqa: S608  # STRICT columns, own words

    def items(self, item_ids: Sequence[int]) -> list[OpenItem]:
        """Return items in the order of their ids as given; those that are not there are left out."""
        sql = f"SELECT {', '.join(self._mapping.columns)} FROM open_items WHERE {_CHOSEN}"  # noqa: S608  # own words
        rows = self._database.rows(sql, (json.dumps(list(item_ids)),))
        made = {item.id: item for item in self._mapping.from_rows(rows)}
        return [made[each] for each in item_ids if each in made]
