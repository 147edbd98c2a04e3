"""Open items in the database."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from pos_closeout.domain.errors import NotFoundError
from pos_closeout.domain.kept_text import kept
from pos_closeout.domain.ledger.open_items import ItemKind, ItemSum, ItemTotals, OpenItem, merge_items, totals_of
from pos_closeout.domain.ledger.outlook import WEEK, Outlook
from pos_closeout.store.database import Database
from pos_closeout.store.mapping import Cell, RowMapping, mapping_of
from pos_closeout.store.timeline import TimelineRepository, changes, flat

# id and case_id lead the table as they lead the dataclass; both name the row rather than describe it.
_NAMING = 2


class ItemRepository:
    """Reads and writes open items; every change stands in the history of its case."""

    def __init__(self, database: Database, timeline: TimelineRepository) -> None:
        self._database = database
        self._timeline = timeline
        self._mapping: RowMapping[OpenItem] = mapping_of(OpenItem)
        self._columns = ", ".join(self._mapping.columns)
        self._places = ", ".join("?" * len(self._mapping.columns))

    def add(self, item: OpenItem, now: datetime) -> OpenItem:
        """Store a new item and return it with its id.

        Raises:
            NotFoundError: ``case.not_found``.
        """
        return self._insert(replace(item, id=0), "item.added", now)

    def add_many(self, items: Iterable[OpenItem], now: datetime) -> tuple[OpenItem, ...]:
        """Store new items in one transaction and return them with their ids.

        Raises:
            NotFoundError: ``case.not_found``; none of them is stored then.
        """
        with self._database.writing():
            return tuple(self.add(item, now) for item in items)

    def restore(self, item: OpenItem, now: datetime) -> OpenItem:
        """Store a removed item again under the id it had.

        Raises:
            NotFoundError: ``case.not_found`` when its case has gone meanwhile.
        """
        return self._insert(item, "item.restored", now)

    def save(self, item: OpenItem, now: datetime, base: OpenItem | None = None) -> OpenItem:
        """Store a changed item; nothing is written when nothing changed. Its case stays what it was.

        Args:
            item: what is to be stored.
            now: for the history.
            base: the item the changes started from: what somebody else stored meanwhile stays then.

        Raises:
            NotFoundError: ``item.not_found``.
        """
        with self._database.writing():
            stored = self.get(item.id)
            merged = item if base is None else merge_items(base, stored, item)
            wanted = replace(kept(merged), id=stored.id, case_id=stored.case_id)
            found = changes(self._flat(stored), self._flat(wanted))
            if found:
                self._update(wanted)
                self._timeline.append(wanted.case_id, found, now)
        return wanted

    def remove(self, item_id: int, now: datetime) -> OpenItem:
        """Remove an item and return it, so that it can be restored.

        Raises:
            NotFoundError: ``item.not_found``.
        """
        with self._database.writing():
            item = self.get(item_id)
            self._database.run("DELETE FROM open_items WHERE id = ?", (item_id,))
            self._timeline.append(item.case_id, [("item.removed", _named(item), "")], now)
        return item

    def get(self, item_id: int) -> OpenItem:
        """Return an item.

        Raises:
            NotFoundError: ``item.not_found``.
        """
        found = self._select("WHERE id = ?", item_id)
        if not found:
            raise NotFoundError("item.not_found", id=item_id)
        return found[0]

    def for_case(self, case_id: int) -> tuple[OpenItem, ...]:
        """Return the items of a case, open and cleared, in the order they were written down."""
        return self._select("WHERE case_id = ? ORDER BY id", case_id)

    def all_open(self) -> tuple[OpenItem, ...]:
        """Return the open items of all cases, in the order they were written down."""
        return self._select("WHERE state = 'open' ORDER BY id")

    def outlook(self, today: date, most: int) -> Outlook:
        """Return what :func:`pos_closeout.domain.ledger.outlook.look_ahead` finds, without reading all items."""
        counts = self._database.rows(
            "SELECT count(*) FILTER (WHERE due_on < ?1), count(*) FILTER (WHERE due_on = ?1) "
            "FROM open_items WHERE state = 'open' AND due_on <= ?1",
            (today.isoformat(),),
        )[0]
        named = (
            "WHERE state = 'open' AND due_on BETWEEN ? AND ? ORDER BY due_on, ifnull(amount_fen, 0) DESC, id LIMIT ?"
        )
        last = (today + WEEK).isoformat()
        first, ahead = (self._select(named, start, last, most) for start in ("", today.isoformat()))
        return Outlook(int(counts[0] or 0), int(counts[1] or 0), first, ahead)

    def totals(self, today: date) -> ItemTotals:
        """Return what :func:`pos_closeout.domain.ledger.open_items.totals` finds in all items, without reading them."""
        rows = self._database.rows(
            "SELECT kind, count(*), ifnull(sum(amount_fen), 0), "
            "count(*) FILTER (WHERE due_on < ?1), ifnull(sum(amount_fen) FILTER (WHERE due_on < ?1), 0) "
            # Left to itself SQLite takes an index that has the days alone, and reads every item for its amount.
            "FROM open_items INDEXED BY open_items_listed WHERE state = 'open' GROUP BY kind",
            (today.isoformat(),),
        )
        return totals_of((ItemKind(str(kind)), ItemSum(*(int(cell or 0) for cell in cells))) for kind, *cells in rows)

    def any_open(self, case_id: int) -> bool:
        """Return whether an item of a case is open, without reading any."""
        sql = "SELECT EXISTS (SELECT 1 FROM open_items WHERE case_id = ? AND state = 'open')"
        ((found,),) = self._database.rows(sql, (case_id,))
        return bool(found)

    def all(self) -> tuple[OpenItem, ...]:
        """Return every item of all cases, in the order they were written down."""
        return self._select("ORDER BY id")

    def _insert(self, item: OpenItem, verb: str, now: datetime) -> OpenItem:
        item = kept(item)
        with self._database.writing():
            if not self._database.rows("SELECT 1 FROM cases WHERE id = ?", (item.case_id,)):
                raise NotFoundError("case.not_found", id=item.case_id)
            cells = (item.id or None, *self._mapping.to_row(item)[1:])
            sql = f"INSERT INTO open_items ({self._columns}) VALUES ({self._places})"  # noqa: S608  # own column names
            stored = replace(item, id=self._database.run(sql, cells))
            self._timeline.append(item.case_id, [(verb, "", _named(stored))], now)
        return stored

    def _update(self, item: OpenItem) -> None:
        names = ", ".join(f"{name} = ?" for name in self._mapping.columns[_NAMING:])
        cells = (*self._mapping.to_row(item)[_NAMING:], item.id)
        self._database.run(f"UPDATE open_items SET {names} WHERE id = ?", cells)  # noqa: S608  # own column names

    def _select(self, rest: str, *cells: Cell) -> tuple[OpenItem, ...]:
        sql = f"SELECT {self._columns} FROM open_items {rest}"  # noqa: S608  # own column names and clauses
        return tuple(self._mapping.from_rows(self._database.rows(sql, cells)))

    def _flat(self, item: OpenItem) -> dict[str, str]:
        cells = self._mapping.to_row(item)[_NAMING:]
        return flat(f"items.{item.id}.", self._mapping.columns[_NAMING:], cells)


def _named(item: OpenItem) -> str:
    """Return the line of the history that says which item it was: id, kind and fen."""
    return f"{item.id} {item.kind.value} {'' if item.amount_fen is None else item.amount_fen}".rstrip()
