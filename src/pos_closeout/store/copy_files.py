"""The files that belong to safety copies: attachments and bags, each content kept once, whatever its name and copy.

``backups/files/3f/3fa9…`` holds a content under its SHA-256: a further name of the file itself where the volume offers
that, else a copy of it. Beside each copy a list says which files it had and what their contents are.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from pos_closeout.domain.errors import DataFolderError
from pos_closeout.store.database import not_written
from pos_closeout.store.marker import write_whole
from pos_closeout.store.safety import FILES_ENDING, copies_in

FILES_FOLDER = "files"
ATTACHMENTS = "attachments"
BAGS = "bags"

_STEP = 1 << 20
_DIGEST_SIGNS = 64


@dataclass(frozen=True, slots=True)
class KeptFile:
    """One file of a copy.

    Attributes:
        path: below the data folder, with slashes: ``attachments/…``, or ``bags/<number of the case>/…``.
        size: bytes.
        changed: when the original was changed last, nanoseconds; a file of the same size and time is not read again.
    """

    path: str
    sha256: str
    size: int
    changed: int


@dataclass(frozen=True, slots=True)
class FileList:
    """The files of a copy, and those that could not be read or had no room."""

    files: tuple[KeptFile, ...] = ()
    left_out: tuple[str, ...] = ()


def read_list(copy: Path) -> FileList | None:
    """Return the files of a copy; ``None`` when it has no list, or one that cannot be understood."""
    try:
        found = json.loads(copy.with_suffix(FILES_ENDING).read_text(encoding="utf-8"))
        files = tuple(KeptFile(**{**each, "size": int(each["size"])}) for each in found["files"])
        return FileList(files, tuple(map(str, found["left_out"])))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def write_list(copy: Path, listed: FileList) -> None:
    """Write the list beside a copy, whole or not at all.

    Raises:
        DataFolderError: as the system says.
    """
    told = {"files": [asdict(each) for each in listed.files], "left_out": list(listed.left_out)}
    write_whole(copy.with_suffix(FILES_ENDING), (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode())


def keep_files(copy: Path, roots: Mapping[str, Path]) -> FileList:
    """Keep the files that belong to a copy and write their list; only contents that are new take room.

    Args:
        copy: a safety copy; the contents go beside it.
        roots: folders by what their files are to be called below the data folder.

    Raises:
        DataFolderError: as the system says.
    """
    folder, known = copy.parent, _known(copy.parent)
    files: list[KeptFile] = []
    left_out: list[str] = []
    for path, source in _sources(roots):
        try:
            files.append(_kept(folder, path, source, known))
        except OSError:
            left_out.append(path)
    listed = FileList(tuple(files), tuple(left_out))
    write_list(copy, listed)
    drop_unused(folder)
    return listed


def missing_files(copy: Path) -> list[str]:
    """Read every file of a copy and return the paths of those that are missing or not as they were."""
    listed = read_list(copy) or FileList()
    return [each.path for each in listed.files if _digest(stored(copy.parent, each.sha256)) != each.sha256]


def put_back_files(copy: Path, data_folder: Path) -> list[str]:
    """Put files of a copy back that the data folder lacks or has otherwise; return the paths that cannot be.

    One that is there with another content is renamed, not overwritten. Nothing is removed.

    Raises:
        DataFolderError: as the system says.
    """
    lacking: list[str] = []
    for each in (read_list(copy) or FileList()).files:
        target = data_folder / each.path
        if _digest(target) == each.sha256:
            continue
        source = stored(copy.parent, each.sha256)
        if _digest(source) != each.sha256:
            lacking.append(each.path)
            continue
        try:
            if target.exists():
                target.replace(target.with_name(f"{target.name}.damaged"))
            copy_whole(source, target)
        except OSError as error:
            raise not_written(error, target) from error
    return lacking


def send_files(listed: FileList, source: Path, target: Path) -> None:
    """Bring the contents of a list from one folder of copies into another one, those that are not there.

    Raises:
        DataFolderError: as the system says; ``store.copy_damaged`` when a content is not what it was.
    """
    for each in listed.files:
        place = stored(target, each.sha256)
        if _is_there(place, each.size):
            continue
        try:
            copy_whole(stored(source, each.sha256), place)
        except OSError as error:
            raise not_written(error, place) from error
        if _digest(place) != each.sha256:
            place.unlink(missing_ok=True)
            raise DataFolderError("store.copy_damaged", path=str(place))


def drop_unused(folder: Path) -> None:
    """Remove contents that no copy in a folder has any more; nothing as long as a list cannot be understood."""
    root = folder / FILES_FOLDER
    if not root.is_dir():
        return
    wanted: set[str] = set()
    for copy in copies_in(folder):
        listed = read_list(copy.path)
        if listed is None and copy.path.with_suffix(FILES_ENDING).exists():
            return
        wanted.update(each.sha256 for each in (listed or FileList()).files)
    for path in root.glob("??/*"):
        if path.name not in wanted:
            # Another time, where it cannot be removed now.
            with suppress(OSError):
                path.unlink()


def stored(folder: Path, sha256: str) -> Path:
    """Return where a content lies in a folder of copies."""
    name = sha256 if len(sha256) == _DIGEST_SIGNS and sha256.isalnum() else "0" * _DIGEST_SIGNS
    return folder / FILES_FOLDER / name[:2] / name


def copy_whole(source: Path, target: Path) -> None:
    """Copy a file to where it belongs, whole or not at all.

    Raises:
        OSError: as the system says.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    part = ""
    try:
        with source.open("rb") as read, NamedTemporaryFile(dir=target.parent, prefix=".copy-", delete=False) as written:
            part = written.name
            shutil.copyfileobj(read, written, _STEP)
            written.flush()
            os.fsync(written.fileno())
        Path(part).replace(target)
    except OSError:
        if part:
            Path(part).unlink(missing_ok=True)
        raise


def _sources(roots: Mapping[str, Path]) -> Iterator[tuple[str, Path]]:
    for prefix, root in roots.items():
        for folder, below, names in os.walk(root):
            below.sort()
            for name in sorted(names):
                path = Path(folder) / name
                if path.is_file() and not path.is_symlink() and not name.startswith(".copy-"):
                    yield f"{prefix}/{path.relative_to(root).as_posix()}", path


def _known(folder: Path) -> dict[tuple[str, int, int], str]:
    """Return the digests of files that were read before, by path, size and time."""
    known: dict[tuple[str, int, int], str] = {}
    for copy in copies_in(folder):
        listed = read_list(copy.path)
        if listed is not None:
            return {(each.path, each.size, each.changed): each.sha256 for each in listed.files}
    return known


def _kept(folder: Path, path: str, source: Path, known: Mapping[tuple[str, int, int], str]) -> KeptFile:
    status = source.stat()
    sha256 = known.get((path, status.st_size, status.st_mtime_ns), "")
    if not sha256 or not _is_there(stored(folder, sha256), status.st_size):
        sha256 = _digest(source)
        place = stored(folder, sha256)
        if not sha256:
            raise OSError
        if not _is_there(place, status.st_size):
            _link_or_copy(source, place, sha256)
    return KeptFile(path, sha256, status.st_size, status.st_mtime_ns)


def _link_or_copy(source: Path, place: Path, sha256: str) -> None:
    """Give a content its place; what was there and is not as long as it should be goes first."""
    place.parent.mkdir(parents=True, exist_ok=True)
    place.unlink(missing_ok=True)
    try:
        os.link(source, place)
    except OSError:
        copy_whole(source, place)
        if _digest(place) != sha256:
            place.unlink()
            raise


def _is_there(place: Path, size: int) -> bool:
    try:
        return place.stat().st_size == size
    except OSError:
        return False


def _digest(path: Path) -> str:
    """Return the SHA-256 of a file; empty when it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
