"""Takes a case out of a database for good: its rows, its history, and the pages that held them."""

import re
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from pos_closeout.store.copy_contents import id_in
from pos_closeout.store.copy_files import ATTACHMENTS, BAGS, drop_unused, read_list, write_list
from pos_closeout.store.database import Database, not_written
from pos_closeout.store.migrations import is_sealed, seal_whole
from pos_closeout.store.safety import copies_in, copy_file, is_good, read_only
from pos_closeout.store.sums import UNREADABLE

_FIRST = "SELECT at FROM timeline WHERE case_id = cases.id ORDER BY id LIMIT 1"
_KEY = f"SELECT cases.id, number || ' ' || ({_FIRST}) FROM cases"  # noqa: S608  # own words
_SHORTEST = 4
"""Bytes of a text that is looked for in the file; a shorter one may stand there by chance."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """One database file out of which cases were to be taken.

    Attributes:
        path: the file.
        done: whether nothing of the cases is in it any more.
        removed: whether the whole file went, because it was damaged and could not be cleaned.
    """

    path: Path
    done: bool
    removed: bool = False


def erased_key(database: Database, case_id: int) -> str:
    """Return what a case is known by in every copy: its number and the moment it was opened; empty without it."""
    return next((str(key) for found, key in database.rows(_KEY) if found == case_id), "")


def erase(database: Database, keys: Collection[str]) -> None:
    """Take cases out of an open database and leave nothing of them in the file; cases that are not there are fine.

    Raises:
        DataFolderError: see :class:`Database`; ``store.locked`` while somebody else reads or writes.
    """
    ids = [int(found or 0) for found, key in database.rows(_KEY) if key in keys]
    database.run("PRAGMA secure_delete = ON")
    with database.writing():
        for case_id in ids:
            _delete(database, case_id)
    database.run("VACUUM")
    if database.rows("SELECT 1 FROM sqlite_master WHERE name = 'row_sums'") and not is_sealed(database):
        seal_whole(database)
    database.rows("PRAGMA wal_checkpoint(TRUNCATE)")


def clean_file(path: Path, keys: Collection[str], texts: Sequence[str] = ()) -> Cleaned:
    """Take cases out of a database file nobody has open, beside its place first, and prove it again.

    Raises:
        DataFolderError: as the system says; the file is as it was then.
    """
    if not is_good(path):
        return Cleaned(path, done=False)
    part = path.with_suffix(".erasing")
    try:
        copy_file(path, part)
        with closing(Database(part)) as database:
            erase(database, keys)
            database.run("PRAGMA journal_mode = DELETE")
        if not is_good(part) or keys_in(part) & set(keys) or traces(part, texts):
            part.unlink()
            return Cleaned(path, done=False)
        part.replace(path)
    except OSError as error:
        raise not_written(error, path) from error
    return Cleaned(path, done=True)


def clean_copies(folder: Path, keys: Collection[str], folder_id: str, texts: Sequence[str] = ()) -> list[Cleaned]:
    """Take cases out of every safety copy in a folder that has them, with their files.

    Args:
        folder: of safety copies.
        keys: as :func:`erased_key`.
        folder_id: of the data folder; copies of another one stay as they are.
        texts: must not be found in the files afterwards.

    Raises:
        DataFolderError: as the system says; done so far stays done.
    """
    cleaned: list[Cleaned] = []
    for copy in copies_in(folder):
        if id_in(copy.path) in {"", folder_id} and keys_in(copy.path) & set(keys):
            # The list first: the copy itself says whose the files are.
            _clean_list(copy.path, keys)
            cleaned.append(clean_file(copy.path, keys, texts))
    if cleaned:
        drop_unused(folder)
    return cleaned


def _clean_list(copy: Path, keys: Collection[str]) -> None:
    listed = read_list(copy)
    if listed is None:
        return
    bin_folder = f"{ATTACHMENTS}/bin/"
    names = [each.path.removeprefix(bin_folder) for each in listed.files if each.path.startswith(bin_folder)]
    signs = tuple(sign for case in _cases_in(copy, keys) for sign in files_of_case(*case, names))
    folders = tuple(sign for sign in signs if sign.endswith("/"))
    kept = tuple(each for each in listed.files if each.path not in signs and not each.path.startswith(folders))
    if len(kept) < len(listed.files):
        write_list(copy, replace(listed, files=kept))


def _cases_in(copy: Path, keys: Collection[str]) -> list[tuple[str, list[int], list[int]]]:
    """Return number, items and terminals of the cases in a copy that are to go."""
    found: list[tuple[str, list[int], list[int]]] = []
    with suppress(*UNREADABLE), closing(read_only(copy)) as connection:
        for case_id, key in connection.execute(_KEY).fetchall():
            if key in keys:
                items, terminals = (
                    [int(row[0]) for row in connection.execute(f"SELECT id FROM {table} WHERE case_id = ?", (case_id,))]  # noqa: S608  # own names
                    for table in ("open_items", "terminals")
                )
                found.append((str(key).partition(" ")[0], items, terminals))
    return found


def files_of_case(
    number: str, item_ids: Iterable[int], terminal_ids: Iterable[int], names: Iterable[str]
) -> tuple[str, ...]:
    """Return where files of a case may lie below the data folder; what ends with a slash stands for all below it.

    Args:
        number: of the case.
        item_ids: its items; what was taken off them lies in the bin under their ids.
        terminal_ids: its terminals; likewise, behind the time.
        names: of the files in the bin.
    """
    ids = [*(f"{item}-" for item in item_ids), *(rf"\d{{14}}-{terminal}-" for terminal in terminal_ids)]
    sign = re.compile("|".join(ids) if ids else "(?!)")
    binned = (name for name in names if sign.match(name))
    return (
        f"{ATTACHMENTS}/{number}/",
        f"{ATTACHMENTS}/bin/{number}/",
        f"{BAGS}/{number}/",
        *(f"{ATTACHMENTS}/bin/{name}" for name in binned),
    )


def keys_in(path: Path) -> set[str]:
    """Return the keys of the cases in a database file; none when it cannot be read."""
    try:
        with closing(read_only(path)) as connection:
            return {str(key) for _, key in connection.execute(_KEY)}
    except UNREADABLE:
        return set()


def traces(path: Path, texts: Sequence[str]) -> list[str]:
    """Return the texts whose bytes are in a database file although none of its rows has them.

    Raises:
        OSError: it cannot be read.
    """
    raw = path.read_bytes()
    found = [text for text in texts if len(text.encode()) >= _SHORTEST and text.encode() in raw]
    if not found:
        return []
    with closing(read_only(path)) as connection:
        rows = "\n".join(_all_texts(connection))
    return [text for text in found if text not in rows]


def remove_damaged(folder: Path, keys: Collection[str], texts: Sequence[str]) -> list[Cleaned]:
    """Clean the database files that were put aside, and remove those that cannot be cleaned and have one of the texts.

    Raises:
        DataFolderError: as the system says.
    """
    cleaned: list[Cleaned] = []
    for path in sorted(folder.glob("closeout-damaged-*.db")):
        done = clean_file(path, keys, texts)
        if not done.done:
            beside = list(folder.glob(f"{path.name}*"))
            if not any(_holds(each, texts) for each in beside):
                continue
            for each in beside:
                with suppress(OSError):
                    each.unlink()
            done = Cleaned(path, done=not path.exists(), removed=True)
        cleaned.append(done)
    return cleaned


def _holds(path: Path, texts: Sequence[str]) -> bool:
    raw = path.read_bytes()
    return any(text.encode() in raw for text in texts if len(text.encode()) >= _SHORTEST)


def _delete(database: Database, case_id: int) -> None:
    """Delete a case with everything that names it; what has no foreign key is found by its columns."""
    items = [row[0] for row in database.rows("SELECT id FROM open_items WHERE case_id = ?", (case_id,))]
    database.run("DELETE FROM cases WHERE id = ?", (case_id,))
    names = [str(row[0]) for row in database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for name in names:
        columns = {row[1] for row in database.rows(f'PRAGMA table_info("{name}")')}
        if "case_id" in columns:
            database.run(f'DELETE FROM "{name}" WHERE case_id = ?', (case_id,))  # noqa: S608  # own names
        elif "item_id" in columns:
            database.run_many(f'DELETE FROM "{name}" WHERE item_id = ?', ((item,) for item in items))  # noqa: S608  # own names


def _all_texts(connection: sqlite3.Connection) -> Iterable[str]:
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        for row in connection.execute(f'SELECT * FROM "{name}"'):  # noqa: S608  # own names
            yield from (cell for cell in row if isinstance(cell, str))
