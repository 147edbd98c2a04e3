"""A small file that says that a folder holds data of this program, so that an emptied one is not taken for a new one.

It lies in the data folder and in every folder of safety copies; what one of them has forgotten, another one knows.
"""

import json
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from tempfile import NamedTemporaryFile

from pos_closeout.store.database import not_written

MARKER_NAME = "closeout-folder.json"
_PROGRAM = "POS Closeout"


@dataclass(frozen=True, slots=True)
class Marker:
    """What is known of a data folder outside its database.

    Attributes:
        id: of the data folder, as in the table ``data_folder``; empty when nobody knows.
        copies: the highest number a safety copy ever had.
        erased: the cases that were deleted for good, to be taken out of copies that come back: number and the moment
            it was opened, because an old copy may give a number once more.
        place: the second place the owner named; here, so that an older copy that is restored does not forget it.
    """

    id: str = ""
    copies: int = 0
    erased: tuple[str, ...] = ()
    place: str = ""

    def joined(self, other: "Marker") -> "Marker":
        """Return what both know; the id of this one leads."""
        erased = tuple(dict.fromkeys((*self.erased, *other.erased)))
        return Marker(self.id or other.id, max(self.copies, other.copies), erased, self.place or other.place)


def read_marker(folder: Path) -> Marker | None:
    """Return the marker of a folder, ``None`` when it has none; one that cannot be understood is an empty one."""
    try:
        text = (folder / MARKER_NAME).read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError):
        return Marker()
    try:
        found = json.loads(text)
        erased = tuple(map(str, found["erased"]))
        return Marker(str(found["id"]), int(found["copies"]), erased, str(found.get("place", "")))
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return Marker()


def write_marker(folder: Path, marker: Marker) -> None:
    """Put a marker into a folder, whole or not at all.

    Raises:
        DataFolderError: as the system says.
    """
    told = {"program": _PROGRAM, **asdict(marker)}
    write_whole(folder / MARKER_NAME, (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode())


def add_erased(folder: Path, case: str) -> None:
    """Note that a case was deleted for good.

    Raises:
        DataFolderError: as :func:`write_marker`.
    """
    known = read_marker(folder) or Marker()
    write_marker(folder, replace(known, erased=tuple(dict.fromkeys((*known.erased, case)))))


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside its place and put it there once it is on the disk.

    Raises:
        DataFolderError: as the system says.
    """
    part = ""
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}-", delete=False) as written:
            part = written.name
            written.write(data)
            written.flush()
            os.fsync(written.fileno())
        Path(part).replace(path)
    except OSError as error:
        if part:
            Path(part).unlink(missing_ok=True)
        raise not_written(error, path) from error
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system offers that."""
    if os.name == "nt":
        return
    try:
        number = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(number)
    except OSError:
        # Some network folders cannot; the files themselves are on the disk.
        return
    finally:
        os.close(number)
