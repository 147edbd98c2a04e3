"""What a damaged or missing database held that its newest good safety copy does not, as far as it can still be read."""

import sqlite3
from collections import Counter
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from pos_closeout.store.database import uri_of
from pos_closeout.store.safety import read_only
from pos_closeout.store.sums import UNREADABLE
from pos_closeout.store.timeline import TimelineEntry

_MOST_CASES = 5
_LINE = "SELECT id, at, case_id, what, old, new FROM timeline"


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


@dataclass(frozen=True, slots=True)
class LaterChanges:
    """What a damaged database holds of a case that a copy does not.

    Attributes:
        number: of the case.
        known: its history in the copy, oldest first.
        later: what comes after that in the damaged database, as far as it can be read.
    """

    number: str
    known: tuple[TimelineEntry, ...]
    later: tuple[TimelineEntry, ...]


def later_changes(damaged: Path, copy: Path) -> tuple[LaterChanges, ...]:
    """Return case by case what a copy lacks; nothing where that cannot be read."""
    try:
        with closing(read_only(copy)) as connection:
            known = [_line(row) for row in connection.execute(f"{_LINE} ORDER BY id")]
            numbers = dict(connection.execute("SELECT id, number FROM cases").fetchall())
            (last,) = connection.execute("SELECT ifnull(max(id), 0) FROM timeline").fetchone()
        later = _later_lines(damaged, int(last))
    except UNREADABLE:
        return ()
    opened = {line.case_id: line.new for line in later if line.what == "case.opened"}
    return tuple(
        LaterChanges(
            numbers.get(case, opened.get(case, "")),
            tuple(line for line in known if line.case_id == case),
            tuple(line for line in later if line.case_id == case),
        )
        for case in dict.fromkeys(line.case_id for line in later)
    )


def _later_lines(damaged: Path, last: int) -> list[TimelineEntry]:
    """Return the lines of the history after one, each that can be read: one may be damaged, not the next."""
    found: list[TimelineEntry] = []
    with closing(_with_log(damaged)) as connection:
        connection.text_factory = lambda text: text.decode("utf-8", "replace")
        try:
            for row in connection.execute(f"{_LINE} WHERE id > ? ORDER BY id", (last,)):
                with suppress(*UNREADABLE):
                    found.append(_line(row))
        except UNREADABLE:
            return found
    return found


def _line(row: tuple[Any, ...]) -> TimelineEntry:
    _, at, case, what, old, new = row
    # A moment that is none would end the telling of all others.
    datetime.fromisoformat(at)
    return TimelineEntry(str(at), int(case), str(what), str(old), str(new))


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
