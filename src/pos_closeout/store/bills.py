"""Imported bills in the database: files, periods, problems, remembered columns, and what the lines add up to."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date, datetime

from pos_closeout.domain.bills.bills import Bill, DayTakings, Takings
from pos_closeout.domain.bills.coverage import Period
from pos_closeout.domain.bills.statement_lines import StatementLine
from pos_closeout.domain.bills.transactions import BillChannel, Direction, Problem, RowSource
from pos_closeout.domain.errors import DataFolderError, NotFoundError
from pos_closeout.domain.money import MAX_FEN
from pos_closeout.store.database import Database, translated
from pos_closeout.store.mapping import Row, storable

LOCK_NAME = "importing.lock"
KEPT_PROBLEMS = 1_000
"""Problems of one bill that are kept with their rows; the others are counted."""

_BILL = (
    "b.id, b.case_id, b.sha256, b.name, b.format, b.encoding, b.rows, b.known, b.problems, b.footer, "
    "b.announced_rows, b.imported_at, min(p.first), max(p.last)"
)
_RAW_SIGNS = 8_000
_CACHE_KIB = 48 * 1024
_LOG_PAGES = 16_000


_SALES_AND_REFUNDS = (
    "FROM bill_lines WHERE case_id = ? AND hidden = 0 AND currency = 'CNY' AND amount_fen <= ? "
    "AND (state IN ('done', 'part_refunded', 'refunded') "
    "OR (kind IN ('payment', 'order') AND direction = 'in' AND state IN ('refund_pending', 'refund_action'))) "
    "AND bill_id NOT IN (SELECT id FROM bills WHERE complete = 0) "
    "AND ((direction = 'in' AND kind IN ('payment', 'order', 'transfer')) OR (direction = 'out' AND kind = 'refund'))"
)
"""What counts as takings: paid sales and refunds to customers, of bills that were imported whole."""

_INCOME = "ifnull(sum(amount_fen) FILTER (WHERE direction = 'in'), 0)"
_ALREADY_BACK = "kind = 'order' AND refunded_fen > 0 AND state IN ('part_refunded', 'refunded')"
_REFUNDS = (
    "ifnull(sum(amount_fen) FILTER (WHERE direction = 'out'), 0) + "
    f"ifnull(sum(refunded_fen) FILTER (WHERE {_ALREADY_BACK}), 0)"
)
"""Refunds stand in lines of their own, or in the line of their order."""


class BillRepository:
    """Reads and writes imported bills. Only complete ones are shown; ``importing`` keeps a second import away."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @contextmanager
    def importing(self) -> Iterator[None]:
        """Hold the right to import; the system lets go of it when the process dies.

        Raises:
            DataFolderError: ``store.import_running`` while somebody else holds it.
        """
        # An empty SQLite file is the one lock that every system offers alike.
        path = self._database.path.with_name(LOCK_NAME)
        try:
            with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as lock:
                lock.execute("BEGIN EXCLUSIVE")
                self._remove_unfinished()
                with self._quicker():
                    yield
        except sqlite3.OperationalError as error:
            found = translated(error, path)
            if found.message_id == "store.locked":
                raise DataFolderError("store.import_running", path=str(path)) from error
            raise found from error

    def clear_unfinished(self) -> None:
        """Remove what an import left behind that was cut off; nothing while an import is running."""
        try:
            with self.importing():
                pass
        except DataFolderError as error:
            if error.message_id != "store.import_running":
                raise

    def begin(self, case_id: int, sha256: str, name: str, now: datetime) -> int | None:
        """Note a new bill, not complete yet, and return its id; None when the case has this file already.

        Raises:
            NotFoundError: ``case.not_found``.
        """
        with self._database.writing():
            if not self._database.rows("SELECT 1 FROM cases WHERE id = ?", (case_id,)):
                raise NotFoundError("case.not_found", id=case_id)
            if self._database.rows("SELECT 1 FROM bills WHERE case_id = ? AND sha256 = ?", (case_id, sha256)):
                return None
            return self._database.run(
                "INSERT INTO bills (case_id, sha256, name, format, encoding, rows, known, problems, footer, "
                "imported_at, complete) VALUES (?, ?, ?, '', '', 0, 0, 0, 'none', ?, 0)",
                (case_id, sha256, storable(name), now.isoformat(timespec="seconds")),
            )

    def describe(self, bill: Bill, periods: Iterable[Period], problems: Sequence[Problem]) -> None:
        """Write down what reading a bill has found."""
        with self._database.writing():
            self._database.run(
                "UPDATE bills SET format = ?, encoding = ?, rows = ?, known = ?, problems = ?, footer = ?, "
                "announced_rows = ? WHERE id = ?",
                (bill.format, bill.encoding, bill.rows, bill.known, bill.problems, bill.footer, bill.announced_rows,
                 bill.id),
            )  # fmt: skip
            self._database.run_many(
                "INSERT INTO bill_periods VALUES (?, ?, ?, ?, ?, ?)",
                (
                    (bill.id, each.channel.value, each.source, each.first.isoformat(), each.last.isoformat(),
                     each.keep_months)
                    for each in periods
                ),
            )  # fmt: skip
            self._database.run_many(
                'INSERT INTO bill_problems (bill_id, part, row, "column", reason, text, raw) '
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    (bill.id, storable(each.source.part), each.source.row, storable(each.column), each.reason,
                     storable(each.text), cells_text(each.raw))
                    for each in problems[:KEPT_PROBLEMS]
                ),
            )  # fmt: skip

    def for_case(self, case_id: int) -> tuple[Bill, ...]:
        """Return the bills of a case, oldest import first."""
        return self._select("b.case_id = ? AND b.complete = 1", case_id)

    def get(self, bill_id: int) -> Bill:
        """Return a bill.

        Raises:
            NotFoundError: ``bill.not_found``.
        """
        found = self._select("b.id = ?", bill_id)
        if not found:
            raise NotFoundError("bill.not_found", id=bill_id)
        return found[0]

    def find(self, case_id: int, sha256: str) -> Bill | None:
        """Return the bill of a case that came from a file with this hash."""
        found = self._select("b.case_id = ? AND b.sha256 = ?", case_id, sha256)
        return found[0] if found else None

    def problems(self, bill_id: int) -> tuple[Problem, ...]:
        """Return the kept problems of a bill."""
        rows = self._database.rows(
            'SELECT b.sha256, p.part, p.row, p."column", p.reason, p.text, p.raw FROM bill_problems p '
            "JOIN bills b ON b.id = p.bill_id WHERE p.bill_id = ? ORDER BY p.id",
            (bill_id,),
        )
        return tuple(
            Problem(RowSource(str(sha), str(part), int(row or 0)), str(column), str(reason), str(text), cells_of(raw))
            for sha, part, row, column, reason, text, raw in rows
        )

    def periods(self, case_id: int) -> tuple[Period, ...]:
        """Return the days that the bills of a case cover."""
        rows = self._database.rows(
            "SELECT p.channel, p.source, p.first, p.last, p.keep_months FROM bill_periods p "
            "JOIN bills b ON b.id = p.bill_id WHERE b.case_id = ? AND b.complete = 1 ORDER BY p.first",
            (case_id,),
        )
        return tuple(
            Period(
                BillChannel(str(channel)),
                str(source),
                date.fromisoformat(str(first)),
                date.fromisoformat(str(last)),
                None if keep is None else int(keep),
            )
            for channel, source, first, last, keep in rows
        )

    def source_names(self, case_id: int) -> dict[str, str]:
        """Return the name of the last file of each source."""
        rows = self._database.rows(
            "SELECT p.source, b.name FROM bill_periods p JOIN bills b ON b.id = p.bill_id "
            "WHERE b.case_id = ? AND b.complete = 1 ORDER BY b.id",
            (case_id,),
        )
        return {str(source): str(name) for source, name in rows}

    def takings(self, case_id: int) -> tuple[Takings, ...]:
        """Return what came in and what went back to customers, by month and channel, in that order.

        Sales count once they are paid, also when they were refunded later; the refunds stand beside them. Lines that
        only repeat money (fund flow), other currencies and payments of the owner's own are left out.
        """
        rows = self._database.rows(
            f"SELECT substr(at, 1, 7) AS month, channel, {_INCOME}, {_REFUNDS}, "  # own clauses
            "count(*) FILTER (WHERE direction = 'in') "
            f"{_SALES_AND_REFUNDS} GROUP BY month, channel ORDER BY month, channel",
            (case_id, MAX_FEN),
        )
        return tuple(
            Takings(date.fromisoformat(f"{month}-01"), BillChannel(str(channel)), *(int(cell or 0) for cell in sums))
            for month, channel, *sums in rows
        )

    def takings_of_day(self, case_id: int, day: date) -> DayTakings:
        """Return what came in and went back on one day, counted as in :meth:`takings`."""
        (sums,) = self._database.rows(
            f"SELECT {_INCOME}, count(*) FILTER (WHERE direction = 'in'), {_REFUNDS}, "  # own clauses
            f"count(*) FILTER (WHERE direction = 'out' OR ({_ALREADY_BACK})) "
            f"{_SALES_AND_REFUNDS} AND substr(at, 1, 10) = ?",
            (case_id, MAX_FEN, day.isoformat()),
        )
        return DayTakings(*(int(cell or 0) for cell in sums))

    def moved_after(self, case_id: int, day: date, direction: Direction) -> tuple[StatementLine, ...]:
        """Return the yuan that left an account after a day, or came into one, oldest first.

        Refunds to customers, what moved nothing and what a line repeats of another bill are left out.
        """
        rows = self._database.rows(
            "SELECT substr(l.at, 1, 10), l.amount_fen, l.counterparty, l.summary, l.words, "
            "substr(l.identity, 1, instr(l.identity, ':') - 1), b.name, l.row "
            "FROM bill_lines l JOIN bills b ON b.id = l.bill_id AND b.complete = 1 "
            "WHERE l.case_id = ? AND l.hidden = 0 AND l.direction = ? AND l.currency = 'CNY' AND l.state <> 'closed' "
            "AND (l.direction = 'in' OR l.kind <> 'refund') AND substr(l.at, 1, 10) > ? "
            "AND l.amount_fen BETWEEN 1 AND ? "
            "ORDER BY l.at, l.id",
            (case_id, direction.value, day.isoformat(), MAX_FEN),
        )
        return tuple(
            StatementLine(
                date.fromisoformat(str(on)),
                int(fen or 0),
                str(who),
                str(what),
                str(words),
                str(source),
                str(name),
                int(row or 0),
            )
            for on, fen, who, what, words, source, name, row in rows
        )

    def remember_mapping(self, header: str, mapping: str) -> None:
        """Keep what the columns under a header mean, as text; a later one replaces it."""
        with self._database.writing():
            self._database.run(
                "INSERT INTO column_mappings (header, mapping) VALUES (?, ?) "
                "ON CONFLICT (header) DO UPDATE SET mapping = excluded.mapping",
                (header, storable(mapping)),
            )

    def forget_mapping(self, header: str) -> None:
        """Forget what the columns under a header mean."""
        with self._database.writing():
            self._database.run("DELETE FROM column_mappings WHERE header = ?", (header,))

    def mappings(self) -> dict[str, str]:
        """Return every remembered mapping by its header."""
        return {str(key): str(text) for key, text in self._database.rows("SELECT header, mapping FROM column_mappings")}

    def _remove_unfinished(self) -> None:
        with self._database.writing():
            unfinished = "(SELECT id FROM bills WHERE complete = 0)"
            self._database.run(f"DELETE FROM proposals WHERE bill_id IN {unfinished}")  # noqa: S608  # own clause
            self._database.run("DELETE FROM bills WHERE complete = 0")

    @contextmanager
    def _quicker(self) -> Iterator[None]:
        """Write without waiting for the disk at every batch, with room for the index of a million identities.

        The log grows to 64 MB before it is folded into the file: pages of the index that many batches touch are then
        copied, and waited for, a few times and not after every second batch. Power that goes off may cost the last
        batches, never the file; ``complete`` waits again.
        """
        before = self._database.rows("PRAGMA cache_size")[0][0]
        pages = self._database.rows("PRAGMA wal_autocheckpoint")[0][0]
        self._database.run(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")
        self._database.run("PRAGMA synchronous = NORMAL")
        self._database.run(f"PRAGMA cache_size = -{_CACHE_KIB}")
        try:
            yield
        finally:
            self._database.run(f"PRAGMA wal_autocheckpoint = {pages}")
            self._database.run(f"PRAGMA cache_size = {before}")
            self._database.run("PRAGMA synchronous = FULL")

    def _select(self, condition: str, *cells: int | str) -> tuple[Bill, ...]:
        sql = (
            f"SELECT {_BILL} FROM bills b LEFT JOIN bill_periods p ON p.bill_id = b.id WHERE {condition} "  # noqa: S608  # own clauses
            "GROUP BY b.id ORDER BY b.id"
        )
        return tuple(_bill(row) for row in self._database.rows(sql, cells))


def cells_text(cells: Iterable[str]) -> str:
    """Write the cells of a row as one text; a row that is far too long loses its end."""
    kept, room = [], _RAW_SIGNS
    for cell in cells:
        if room <= 0:
            break
        kept.append(storable(cell[:room]))
        room -= len(cell) + 4
    return json.dumps(kept, ensure_ascii=False)


def cells_of(text: object) -> tuple[str, ...]:
    """Return the cells that ``cells_text`` wrote.

    Raises:
        DataFolderError: ``store.unreadable_value``.
    """
    try:
        return tuple(str(cell) for cell in json.loads(str(text)))
    except (TypeError, ValueError) as error:
        raise DataFolderError("store.unreadable_value", what="raw", detail=str(error)) from error


def _bill(row: Row) -> Bill:
    number, case, sha, name, layout, encoding, rows, known, problems, footer, announced, at, first, last = row
    return Bill(
        id=int(number or 0),
        case_id=int(case or 0),
        sha256=str(sha),
        name=str(name),
        format=str(layout),
        encoding=str(encoding),
        rows=int(rows or 0),
        known=int(known or 0),
        problems=int(problems or 0),
        footer=str(footer),
        announced_rows=None if announced is None else int(announced),
        imported_at=str(at),
        first=None if first is None else date.fromisoformat(str(first)),
        last=None if last is None else date.fromisoformat(str(last)),
    )
