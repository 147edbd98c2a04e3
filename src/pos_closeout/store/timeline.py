"""The history of a case: what changed, when, from what to what. Lines are only ever added."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from pos_closeout.domain.errors import DataFolderError
from pos_closeout.store.database import Database

Change = tuple[str, str, str]
"""What changed (a dotted field path or a verb), the old text and the new text."""


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One line of the history.

    Attributes:
        at: when, ISO 8601 to the second.
        what: a dotted field path such as ``merchant.phone``, ``terminals.3.place`` or ``items.12.due_on``, or a verb:
            ``case.opened``, ``case.deleted``, ``item.added``, ``item.removed``, ``item.restored``.
        old: the text before; empty when there was none. Enums, dates and amounts as the database holds them.
        new: the text after; empty when there is none.
    """

    at: str
    case_id: int
    what: str
    old: str
    new: str


class TimelineRepository:
    """Reads and extends the history."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def for_case(self, case_id: int) -> tuple[TimelineEntry, ...]:
        """Return the history of a case, oldest first."""
        rows = self._database.rows(
            "SELECT at, case_id, what, old, new FROM timeline WHERE case_id = ? ORDER BY id", (case_id,)
        )
        return tuple(TimelineEntry(str(at), int(case or 0), str(what), str(a), str(b)) for at, case, what, a, b in rows)

    def last_at(self) -> datetime | None:
        """Return when the last line was written, whatever case it is of; ``None`` before the first one."""
        rows = self._database.rows("SELECT at FROM timeline ORDER BY id DESC LIMIT 1")
        try:
            return datetime.fromisoformat(str(rows[0][0])) if rows else None
        except ValueError as error:
            raise DataFolderError("store.unreadable_value", what="timeline", detail=str(error)) from error

    def item_revisions(self) -> dict[int, tuple[int, datetime]]:
        """Return for each item that ever was how often it changed, and when for the last time."""
        rows = self._database.rows(
            # An item is named in the path of what changed, else it leads the text of an added, removed or restored one.
            "SELECT CAST(iif(what GLOB 'items.*', substr(what, 7), iif(new = '', old, new)) AS INTEGER) AS item, "
            "count(*), max(id), at FROM timeline WHERE what GLOB 'items.*' OR what GLOB 'item.*' GROUP BY item"
        )
        return {int(row[0] or 0): (int(row[1] or 0), datetime.fromisoformat(str(row[3]))) for row in rows}

    def append(self, case_id: int, changes: Iterable[Change], now: datetime) -> None:
        """Add one line for each change; part of the caller's transaction."""
        at = now.isoformat(timespec="seconds")
        self._database.run_many(
            "INSERT INTO timeline (at, case_id, what, old, new) VALUES (?, ?, ?, ?, ?)",
            ((at, case_id, *change) for change in changes),
        )


def changes(old: dict[str, str], new: dict[str, str]) -> list[Change]:
    """Return what differs between two flat descriptions; a missing path is empty text."""
    paths = dict.fromkeys((*new, *old))
    return [(path, old.get(path, ""), new.get(path, "")) for path in paths if old.get(path, "") != new.get(path, "")]


def flat(prefix: str, columns: Iterable[str], cells: Iterable[str | int | None]) -> dict[str, str]:
    """Describe a row as dotted paths and texts."""
    return {f"{prefix}{name}": "" if cell is None else str(cell) for name, cell in zip(columns, cells, strict=True)}
