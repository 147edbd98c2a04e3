"""Remembers, outside every data folder, which of them held data: an emptied one and an empty mount point look new.

The file holds no names: of each folder a sum of its path, and the day it was first seen with a case.
"""

import hashlib
import json
from datetime import datetime
from pathlib import Path

from pos_closeout.domain.errors import CloseoutError, DataFolderError
from pos_closeout.store import Store
from pos_closeout.store.marker import write_whole
from pos_closeout.store.opening import held_data
from pos_closeout.store.safety import DATABASE_NAME

_FOLDERS = 200
"""How many are remembered; the oldest go first."""


def check_known(folder: Path, memory: Path) -> None:
    """Refuse a folder that once held data and holds nothing of it now, before anything is made in it.

    Raises:
        DataFolderError: ``store.emptied`` with the facts ``path`` and ``since``, an ISO day.
    """
    since = _read(memory).get(_key(folder))
    if since is None:
        return
    try:
        there = (folder / DATABASE_NAME).exists() or held_data(folder)
    except OSError:
        # Whoever opens it says what is the matter.
        return
    if not there:
        raise DataFolderError("store.emptied", path=str(folder), since=since)


def remember_folder(store: Store, folder: Path, memory: Path, now: datetime) -> None:
    """Note that a folder holds data, once it has a case; where that cannot be written, work goes on without it."""
    known = _read(memory)
    key = _key(folder)
    if key in known or not store.database.rows("SELECT 1 FROM cases LIMIT 1"):
        return
    _write(memory, {**known, key: now.date().isoformat()})


def forget_folder(folder: Path, memory: Path) -> None:
    """Take the owner's word that a folder is to begin anew.

    The word counts even where this cannot be written: the caller opens the folder all the same, and it is asked again.
    """
    known = _read(memory)
    known.pop(_key(folder), None)
    _write(memory, known)


def _key(folder: Path) -> str:
    return hashlib.sha256(str(folder.absolute()).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _read(memory: Path) -> dict[str, str]:
    try:
        found = json.loads(memory.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return {str(key): str(day) for key, day in found.items()} if isinstance(found, dict) else {}


def _write(memory: Path, known: dict[str, str]) -> None:
    kept = dict(list(known.items())[-_FOLDERS:])
    try:
        memory.parent.mkdir(parents=True, exist_ok=True)
        write_whole(memory, (json.dumps(kept, indent=1) + "\n").encode())
    except (OSError, CloseoutError):
        return
