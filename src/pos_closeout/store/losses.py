"""What a damaged or missing database held that its newest good safety copy does not, as far as it can still be read."""

import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from pos_closeout.store.database import uri_of
from pos_closeout.store.safety import read_only
from pos_closeout.store.sums import UNREADABLE

_MOST_CASES = 5


@dataclass(frozen=True, slots=True)
class Lost:
    """What goes when a copy takes the place of the database.

    Attributes:
        since: the last entry the copy has, ``2026-11-22 18:32``; empty when it has none.
        told: the cases with the number of later changes, ``TJ-2026-001 (4), …``; empty when there are none to name.
        kind: ``nothing`` when nothing came later, ``unknown`` when that cannot be read any more, else empty.
    """

    since: str
    told: str = ""
    kind: str = ""


def lost_since(damaged: Path, copy: Path) -> Lost:
    """Compare a damaged database with a copy; nothing is written to either."""
    with closing(read_only(copy)) as connection:
        last, at = connection.execute("SELECT ifnull(max(id), 0), ifnull(max(at), '') FROM timeline").fetchone()
        numbers = dict(connection.execute("SELECT id, number FROM cases").fetchall())
    since = str(at)[:16].replace("T", " ")
    changes = _changes_after(damaged, int(last))
    if changes is None:
        return Lost(since, kind="unknown")
    if not changes:
        return Lost(since, kind="nothing")
    counted = Counter(case for case, _ in changes)
    numbers |= {case: number for case, number in changes if number}
    named = [f"{numbers.get(case, case)} ({count})" for case, count in counted.most_common(_MOST_CASES)]
    named += ["…"] if len(counted) > _MOST_CASES else []
    return Lost(since, ", ".join(named))


def _changes_after(damaged: Path, last: int) -> list[tuple[int, str]] | None:
    """Return case and number of the case for each line of the history after one; ``None`` when it cannot be read."""
    if not damaged.exists():
        return None
    try:
        with closing(_with_log(damaged)) as connection:
            connection.text_factory = bytes
            rows = connection.execute(
                "SELECT case_id, (SELECT number FROM cases WHERE cases.id = case_id) FROM timeline WHERE id > ?",
                (last,),
            ).fetchall()
    except UNREADABLE:
        return None
    return [(int(case), (number or b"").decode("utf-8", "replace")) for case, number in rows if isinstance(case, int)]


def _with_log(path: Path) -> sqlite3.Connection:
    """Open a database with what is only in its log yet, if the folder lets us; else as the file is."""
    connection = sqlite3.connect(f"{uri_of(path.absolute())}?mode=ro", uri=True)
    try:
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchall()
    except UNREADABLE:
        connection.close()
        return read_only(path)
    return connection
