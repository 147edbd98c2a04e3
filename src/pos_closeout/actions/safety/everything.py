"""Everything in one file: the database, attachments and bags as a zip with a list of check sums, for a new computer."""

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from pos_closeout import __version__
from pos_closeout.actions import files
from pos_closeout.actions.safety.copies import roots_of
from pos_closeout.domain.errors import BadInputError, DataFolderError
from pos_closeout.domain.file_limits import MAX_MANIFEST_BYTES
from pos_closeout.evidence.places import free_bytes
from pos_closeout.store import Store, restore_copy
from pos_closeout.store.copy_contents import Contents, contents_of
from pos_closeout.store.copy_files import copy_whole
from pos_closeout.store.database import not_written
from pos_closeout.store.marker import Marker, read_marker, write_marker
from pos_closeout.store.migrations import known_steps
from pos_closeout.store.opening import held_data, make_folder
from pos_closeout.store.safety import DATABASE_NAME, folder_id, joined_marker, write_copy

ENDING = ".closeout"
MANIFEST = "manifest.json"
_FORMAT = "pos-closeout-everything"
_VERSION = 1
_STEP = 1 << 20
_BROKEN = (KeyError, NotImplementedError, RuntimeError, EOFError, ValueError, TypeError)
"""What a zip or a list that nobody wrote so raises; a password is one of them."""

"""Largest list of files taken, in bytes."""


@dataclass(frozen=True, slots=True)
class WrittenArchive:
    """A file with everything that was written and read back.

    Attributes:
        path: where it is.
        files: how many files beside the database are in it.
        left_out: those that could not be read.
    """

    path: Path
    files: int
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken in.

    Attributes:
        contents: of its database.
        files: how many files came beside it.
        aside: the new name of the database that was there, ``None`` when there was none.
    """

    contents: Contents
    files: int
    aside: Path | None


def write_everything(store: Store, target: Path, now: datetime) -> WrittenArchive:
    """Write everything of a data folder into one file and read it back; whole or not at all.

    Works from an open database whose folder has gone, too: attachments are then left out.

    Raises:
        DataFolderError: ``everything.not_written``, ``store.disk_full`` and the like, ``store.damaged``.
        DocumentError: ``document.in_use``.
    """
    part = target.with_name(f"{target.name}.part")
    try:
        with TemporaryDirectory(prefix="pos-closeout-") as scratch:
            database = Path(scratch) / DATABASE_NAME
            write_copy(store.database, database)
            listed, left_out = _pack(part, database, store, now)
        _read_back(part, listed)
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        # A file that another program has open is not a folder without rights.
        told = files.not_written(error, target)
        raise (told if told.message_id == "document.in_use" else not_written(error, target)) from error
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return WrittenArchive(target, len(listed) - 1, tuple(left_out))


def look_into(source: Path) -> Contents:
    """Return what a file with everything holds, after reading all of it.

    Raises:
        BadInputError: as :func:`take_in`.
    """
    with TemporaryDirectory(prefix="pos-closeout-") as scratch:
        _unpack(source, Path(scratch))
        return _checked(source, Path(scratch))


def take_in(folder: Path, source: Path, now: datetime, *, instead: bool = False) -> Taken:
    """Bring everything out of a file into a data folder that nobody has open.

    Args:
        folder: new and empty, or with data.
        source: as :func:`write_everything` made it.
        now: for the name of the database that was there.
        instead: put it in the place of data that is there, which is renamed and kept.

    Raises:
        BadInputError: ``file.not_found``, ``everything.not_ours``, ``everything.damaged``, ``everything.newer``, and
            ``everything.has_data`` unless ``instead``.
        DataFolderError: as the system says.
    """
    make_folder(folder)
    if not instead and (held_data(folder) or (folder / DATABASE_NAME).exists()):
        raise BadInputError("everything.has_data", path=str(folder))
    try:
        with TemporaryDirectory(prefix=".incoming-", dir=folder) as scratch:
            manifest = _unpack(source, Path(scratch))
            contents = _checked(source, Path(scratch))
            files = _place_files(Path(scratch), folder)
            known = joined_marker(folder)
            erased = manifest.get("erased")
            incoming = Marker(
                str(manifest.get("id", "")), 0, tuple(map(str, erased if isinstance(erased, list) else ()))
            )
            had = (folder / DATABASE_NAME).exists()
            aside = restore_copy(folder, Path(scratch) / DATABASE_NAME, now=now)
            write_marker(folder, incoming.joined(known))
    except OSError as error:
        raise not_written(error, folder) from error
    return Taken(contents, files, aside if had else None)


def _pack(part: Path, database: Path, store: Store, now: datetime) -> tuple[dict[str, tuple[str, int]], list[str]]:
    """Write the zip; return digest and size by name, and what was left out."""
    listed: dict[str, tuple[str, int]] = {}
    left_out: list[str] = []
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        listed[DATABASE_NAME] = _add(archive, DATABASE_NAME, database)
        for name, path in _files(store):
            try:
                listed[name] = _add(archive, name, path)
            except FileNotFoundError:
                left_out.append(name)
        manifest = {
            "format": _FORMAT,
            "version": _VERSION,
            "program": __version__,
            "made_at": now.isoformat(timespec="seconds"),
            "id": folder_id(store.database),
            "erased": list((read_marker(store.database.folder) or Marker()).erased),
            "files": [{"path": name, "sha256": sha, "size": size} for name, (sha, size) in listed.items()],
        }
        archive.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))
    return listed, left_out


def _files(store: Store) -> Iterator[tuple[str, Path]]:
    for prefix, root in roots_of(store).items():
        for path in sorted(root.rglob("*")):
            if path.is_file() and not path.is_symlink():
                yield f"{prefix}/{path.relative_to(root).as_posix()}", path


def _add(archive: zipfile.ZipFile, name: str, path: Path) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    with path.open("rb") as read, archive.open(entry, "w", force_zip64=True) as to:
        while piece := read.read(_STEP):
            digest.update(piece)
            size += to.write(piece)
    return digest.hexdigest(), size


def _read_back(part: Path, listed: dict[str, tuple[str, int]]) -> None:
    with zipfile.ZipFile(part) as archive:
        for name, (sha256, size) in listed.items():
            if _drained(archive, name, size, None) != sha256:
                raise DataFolderError("everything.not_written", path=str(part))


def _unpack(source: Path, folder: Path) -> dict[str, object]:
    """Unpack what the list of a file names, each compared with it; return the list."""
    try:
        with zipfile.ZipFile(source) as archive:
            manifest = _manifest(archive, source)
            entries = list(_entries(manifest, source))
            if sum(size for _, _, size in entries) > free_bytes(folder):
                raise DataFolderError("store.disk_full", path=str(folder))
            for name, sha256, size in entries:
                target = folder / name
                target.parent.mkdir(parents=True, exist_ok=True)
                if _drained(archive, name, size, target) != sha256:
                    raise BadInputError("everything.damaged", path=str(source), file=name)
    except FileNotFoundError as error:
        raise BadInputError("file.not_found", path=str(source)) from error
    except (zipfile.BadZipFile, zlib.error, *_BROKEN) as error:
        raise BadInputError("everything.damaged", path=str(source), file="") from error
    return manifest


def _manifest(archive: zipfile.ZipFile, source: Path) -> dict[str, object]:
    if MANIFEST not in archive.namelist() or archive.getinfo(MANIFEST).file_size > MAX_MANIFEST_BYTES:
        raise BadInputError("everything.not_ours", path=str(source))
    found = json.loads(archive.read(MANIFEST))
    if not isinstance(found, dict) or found.get("format") != _FORMAT:
        raise BadInputError("everything.not_ours", path=str(source))
    if found.get("version") != _VERSION:
        raise BadInputError("everything.newer", path=str(source))
    return found


def _entries(manifest: dict[str, object], source: Path) -> Iterator[tuple[str, str, int]]:
    """Yield name, digest and size of the files a list names, after looking whether a name leads out of the folder."""
    files = manifest.get("files")
    for each in files if isinstance(files, list) else ():
        if not isinstance(each, dict):
            raise BadInputError("everything.damaged", path=str(source), file="")
        name, sha256, size = (each.get(key) for key in ("path", "sha256", "size"))
        place = PurePosixPath(str(name))
        below = place.parts[:1] in {("attachments",), ("bags",)} or str(name) == DATABASE_NAME
        if place.is_absolute() or ".." in place.parts or "\\" in str(name) or ":" in str(name) or not below:
            raise BadInputError("everything.damaged", path=str(source), file=str(name))
        yield str(name), str(sha256), int(str(size))


def _drained(archive: zipfile.ZipFile, name: str, size: int, target: Path | None) -> str:
    """Read a file of a zip to its end, but no further than its size, and return its digest; write it to ``target``."""
    digest, left = hashlib.sha256(), size
    with archive.open(name) as read, nullcontext() if target is None else target.open("wb") as to:
        while piece := read.read(_STEP):
            left -= len(piece)
            if left < 0:
                return ""
            digest.update(piece)
            if to is not None:
                to.write(piece)
    return digest.hexdigest()


def _checked(source: Path, folder: Path) -> Contents:
    contents = contents_of(folder / DATABASE_NAME)
    if not contents.good:
        raise BadInputError("everything.damaged", path=str(source), file=DATABASE_NAME)
    if contents.schema > known_steps():
        raise BadInputError("everything.newer", path=str(source))
    return contents


def _place_files(scratch: Path, folder: Path) -> int:
    """Bring unpacked files into the data folder; one that is there with another content is renamed."""
    count = 0
    for path in sorted(scratch.rglob("*")):
        if not path.is_file() or path == scratch / DATABASE_NAME:
            continue
        target = folder / path.relative_to(scratch)
        if target.exists() and not _same(path, target):
            target.replace(target.with_name(f"{target.name}.before"))
        if not target.exists():
            copy_whole(path, target)
        count += 1
    return count


def _same(first: Path, second: Path) -> bool:
    with first.open("rb") as one, second.open("rb") as other:
        return hashlib.file_digest(one, "sha256").digest() == hashlib.file_digest(other, "sha256").digest()
