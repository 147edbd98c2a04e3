"""Sums over the rows of every table, kept with each save: SQLite's own check cannot see a byte that changed in a text.

Rows are summed in blocks: one row a block, so that damage can be named by entry, but 256 rows a block in tables that
grow without end. A sum is a CRC-32 of the rows as SQLite writes them in JSON. Measured with 200,000 lines of bills
(55 MB): SQLite's full check takes 0.1 s, the sums 0.4 s; a case of the usual size takes 3 ms.
"""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

UNREADABLE = (sqlite3.Error, ValueError, OverflowError, TypeError)
"""What SQLite and Python raise over a file that no program wrote so: even the message may be no text any more."""

_SUMS = "row_sums"
_SEQUENCE = "sqlite_sequence"
_MANY = frozenset({"bill_lines", "bill_repeats", "bill_problems", "timeline"})
_SHIFT = 8
"""Two to this many rows of such a table share a sum."""

SCHEMA = "schema"
"""Stands in the place of a table in the sum over the tables themselves."""

_MOST_NAMED = 200


@dataclass(frozen=True, slots=True)
class Damage:
    """One place that is not as it was written.

    Attributes:
        table: its name; empty where SQLite cannot say.
        block: of rows in the table; -1 for the table as a whole.
    """

    table: str
    block: int = -1


@dataclass(frozen=True, slots=True)
class SummedTable:
    """A table and how its rows are told apart.

    Attributes:
        key: SQL that gives the number of the block a row stands in, with ``{row}`` for the row.
        order: SQL of the primary key.
        columns: quoted, all of them.
    """

    name: str
    key: str
    order: str
    columns: str

    @property
    def selected(self) -> str:
        """The query for block and text of every row; a condition may follow."""
        return f'SELECT {self.key.format(row="")}, json_array({self.columns}) FROM "{self.name}"'  # noqa: S608  # own names


def watch(connection: sqlite3.Connection) -> dict[str, SummedTable]:
    """Let a connection note which blocks its statements touch; outside a transaction.

    Returns:
        The tables by name, for :func:`seal`; none, and nothing is done, for a database of a version that kept no sums.
    """
    tables = _tables(connection)
    if not tables:
        return {}
    # No key, so that nothing in it can be in conflict: the clause of the outer statement would decide what then.
    connection.execute('CREATE TEMP TABLE touched_blocks ("table" TEXT, block INTEGER)')
    # A row that another one replaces is deleted, which SQLite says to triggers only with this.
    connection.execute("PRAGMA recursive_triggers = ON")
    connection.execute("BEGIN")
    for table in tables:
        for event, rows in (("INSERT", ("NEW.",)), ("DELETE", ("OLD.",)), ("UPDATE", ("OLD.", "NEW."))):
            values = ", ".join(f"('{table.name}', {table.key.format(row=row)})" for row in rows)
            connection.execute(
                f'CREATE TEMP TRIGGER "touched {event} {table.name}" AFTER {event} ON main."{table.name}" '  # noqa: S608
                f"BEGIN INSERT INTO touched_blocks VALUES {values}; END"
            )
    connection.execute("COMMIT")
    return {table.name: table for table in tables}


def seal(connection: sqlite3.Connection, tables: Mapping[str, SummedTable]) -> None:
    """Reckon the sums of touched blocks anew; the last thing in a transaction of a watched connection.

    Args:
        connection: in the transaction.
        tables: as :func:`watch` returned them.
    """
    touched = connection.execute('SELECT DISTINCT "table", block FROM temp.touched_blocks').fetchall()
    if not touched:
        return
    with _bytes(connection):
        for name, block in touched:
            _keep(connection, name, block, _block_sum(connection, tables[name], block))
        _keep(connection, _SEQUENCE, 0, _sequence_sum(connection))
    connection.execute("DELETE FROM temp.touched_blocks")


def seal_all(connection: sqlite3.Connection) -> None:
    """Reckon all sums anew; in a transaction, after the tables have changed."""
    connection.execute(f"DELETE FROM {_SUMS}")  # noqa: S608  # own name
    for name, block, found in _all_sums(connection):
        _keep(connection, name, block, found)


def verify(connection: sqlite3.Connection) -> list[Damage]:
    """Read the whole database and return what is damaged; empty when everything is as it was written.

    A database of a version that kept no sums is checked by SQLite alone.
    """
    found: list[Damage] = []
    try:
        found += [Damage("")] if connection.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)] else []
        found += _compared(connection)
    except UNREADABLE:
        found = found or [Damage("")]
    return found


def schema_holds(connection: sqlite3.Connection) -> bool:
    """Return whether the tables themselves are as they were made; true for a version that kept no sums."""
    with _bytes(connection):
        if connection.execute(f"SELECT 1 FROM sqlite_master WHERE name = '{_SUMS}'").fetchone() is None:  # noqa: S608
            return True
        kept = connection.execute(f"SELECT sum FROM {_SUMS} WHERE \"table\" = '{SCHEMA}'").fetchone()  # noqa: S608
        return kept is not None and kept[0] == _schema_sum(connection)


def _compared(connection: sqlite3.Connection) -> list[Damage]:
    if not _tables(connection):
        return []
    kept = {
        (_text(name), int(str(block))): value
        for name, block, value in _read_bytes(connection, f'SELECT "table", block, sum FROM {_SUMS}')  # noqa: S608
    }
    if not kept:
        # Not reckoned yet since the tables changed: the next opening does it.
        return []
    found: list[Damage] = []
    for name, block, value in _all_sums(connection):
        if kept.pop((name, block), None) != value and len(found) < _MOST_NAMED:
            found.append(Damage(name, block))
    return [*found, *(Damage(name, block) for name, block in list(kept)[:_MOST_NAMED])]


def _all_sums(connection: sqlite3.Connection) -> Iterator[tuple[str, int, int]]:
    """Yield table, block and sum of everything there is; a table that cannot be read gives the block -1."""
    with _bytes(connection):
        yield SCHEMA, 0, _schema_sum(connection)
        yield _SEQUENCE, 0, _sequence_sum(connection)
        for table in _tables(connection):
            try:
                yield from ((table.name, block, value) for block, value in _table_sums(connection, table))
            except UNREADABLE:
                yield table.name, -1, 0


def _table_sums(connection: sqlite3.Connection, table: SummedTable) -> Iterator[tuple[int, int]]:
    at, value = None, 0
    for block, text in connection.execute(f"{table.selected} ORDER BY {table.order}"):
        if block != at:
            if at is not None:
                yield at, value
            at, value = block, 0
        value = zlib.crc32(text, value)
    if at is not None:
        yield at, value


def _block_sum(connection: sqlite3.Connection, table: SummedTable, block: int) -> int | None:
    """Return the sum of a block, ``None`` when it has no rows any more."""
    many = f"BETWEEN {block << _SHIFT} AND {(block << _SHIFT) + (1 << _SHIFT) - 1}"
    first = table.order.partition(",")[0]
    where = "1" if table.key == "0" else f"{first} {many if table.name in _MANY else f'= {block}'}"
    value: int | None = None
    for _, text in connection.execute(f"{table.selected} WHERE {where} ORDER BY {table.order}"):
        value = zlib.crc32(text, value or 0)
    return value


def _schema_sum(connection: sqlite3.Connection) -> int:
    rows = connection.execute(
        "SELECT json_array(type, name, tbl_name, sql) FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%' "
        "ORDER BY type, name"
    )
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    return _sum_of((text for (text,) in rows), version)


def _sequence_sum(connection: sqlite3.Connection) -> int:
    rows = connection.execute("SELECT json_array(name, seq) FROM sqlite_sequence ORDER BY name")
    return _sum_of(text for (text,) in rows)


def _sum_of(texts: Iterable[bytes], start: int = 0) -> int:
    value = start
    for text in texts:
        value = zlib.crc32(text, value)
    return value


def _keep(connection: sqlite3.Connection, name: str, block: int, value: int | None) -> None:
    if value is None:
        connection.execute(f'DELETE FROM {_SUMS} WHERE "table" = ? AND block = ?', (name, block))  # noqa: S608  # own name
    else:
        connection.execute(f"INSERT OR REPLACE INTO {_SUMS} VALUES (?, ?, ?)", (name, block, value))  # noqa: S608  # own name


def _tables(connection: sqlite3.Connection) -> list[SummedTable]:
    """Return the tables that are summed; none in a database without sums."""
    sql = (
        "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
        "ORDER BY name"
    )
    names = {_text(name): _text(made) for name, made in _read_bytes(connection, sql)}
    if _SUMS not in names:
        return []
    return [_table(connection, name, made) for name, made in names.items() if name != _SUMS]


def _table(connection: sqlite3.Connection, name: str, made: str) -> SummedTable:
    info = _read_bytes(connection, f'PRAGMA table_info("{name}")')
    quoted = ", ".join(f'"{_text(row[1])}"' for row in info)
    keys = [(row[5], _text(row[1]), _text(row[2]).upper()) for row in info if row[5]]
    integer = _text(info[0][2]).upper() == "INTEGER"
    first = f'"{_text(info[0][1])}"'
    if "WITHOUT ROWID" in made.upper():
        keys.sort()
        order = ", ".join(f'"{column}"' for _, column, _ in keys)
        key = f'{{row}}"{keys[0][1]}"' if keys[0][2] == "INTEGER" else "0"
    elif any(kind == "INTEGER" for _, _, kind in keys):
        key, order = "{row}rowid", "rowid"
    else:
        # A number of SQLite's own may change when the file is tidied up; the order stays.
        key, order = (f"{{row}}{first}", f"{first}, rowid") if integer else ("0", "rowid")
    if name in _MANY:
        key = f"{key} >> {_SHIFT}"
    return SummedTable(name, key, order, quoted)


def _text(cell: object) -> str:
    return cell.decode("utf-8", "replace") if isinstance(cell, bytes) else str(cell)


def _read_bytes(connection: sqlite3.Connection, sql: str) -> list[tuple[object, ...]]:
    with _bytes(connection):
        return connection.execute(sql).fetchall()


@contextmanager
def _bytes(connection: sqlite3.Connection) -> Iterator[None]:
    """Read texts as they lie on the disk: damaged ones need not be texts any more."""
    before = connection.text_factory
    connection.text_factory = bytes
    try:
        yield
    finally:
        connection.text_factory = before
