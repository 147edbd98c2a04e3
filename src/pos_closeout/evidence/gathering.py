"""Finds the files below what the owner chose. Links inside a folder are not followed: they may lead anywhere."""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pos_closeout.evidence.files import OmissionReason, OmittedFile
from pos_closeout.evidence.names import BagNames
from pos_closeout.evidence.places import reach

_LITTER = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})
"""What file managers leave in folders; nobody misses it."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A file or folder to take.

    Attributes:
        path: where it lies.
        kind: the folder of the bag it goes into.
        months: what months it covers, for the list of contents.
    """

    path: Path
    kind: str
    months: str = ""


@dataclass(frozen=True, slots=True)
class GatheredFile:
    """A file to copy: where it is, its place in the bag below ``data/``, its size in bytes when it was found."""

    path: Path
    place: str
    size: int
    kind: str
    months: str


def gather(chosen: Sequence[Chosen], apart_from: Path) -> tuple[list[GatheredFile], list[OmittedFile]]:
    """Return the files to copy and what cannot be taken; a file chosen twice is taken once.

    Args:
        chosen: files and folders.
        apart_from: a folder never looked into: where the bag is going to be.
    """
    names, found, left_out, seen = BagNames(), [], [], set()
    for each in chosen:
        for path, parts, size, why in _files(each.path, (each.path.name or "_",), apart_from):
            key = os.path.normcase(os.path.realpath(path))
            if why is not None:
                left_out.append(OmittedFile(str(path), why))
            elif key not in seen:
                seen.add(key)
                found.append(GatheredFile(path, names.place(each.kind, parts), size, each.kind, each.months))
    return found, left_out


_Seen = tuple[Path, tuple[str, ...], int, OmissionReason | None]


def _files(path: Path, parts: tuple[str, ...], apart_from: Path) -> Iterator[_Seen]:
    """Yield a chosen file, or every file of a chosen folder; a link the owner chose himself is followed."""
    try:
        seen = os.stat(reach(path))  # noqa: PTH116  (the long form of a Windows path)
    except FileNotFoundError:
        yield path, parts, 0, OmissionReason.GONE
        return
    except OSError:
        yield path, parts, 0, OmissionReason.UNREADABLE
        return
    if stat.S_ISDIR(seen.st_mode):
        yield from _inside(path, parts, apart_from)
    else:
        yield path, parts, seen.st_size, None if stat.S_ISREG(seen.st_mode) else OmissionReason.SPECIAL


def _inside(folder: Path, parts: tuple[str, ...], apart_from: Path) -> Iterator[_Seen]:
    if _same(folder, apart_from):
        return
    try:
        entries = sorted(os.scandir(reach(folder)), key=lambda entry: entry.name)
    except OSError:
        yield folder, parts, 0, OmissionReason.UNREADABLE
        return
    for entry in entries:
        path, inner = folder / entry.name, (*parts, entry.name)
        if entry.name.casefold() in _LITTER:
            continue
        try:
            seen = entry.stat(follow_symlinks=False)
        except OSError:
            yield path, inner, 0, OmissionReason.UNREADABLE
            continue
        if stat.S_ISLNK(seen.st_mode) or _is_junction(seen):
            yield path, inner, 0, OmissionReason.LINK
        elif stat.S_ISDIR(seen.st_mode):
            yield from _inside(path, inner, apart_from)
        else:
            yield path, inner, seen.st_size, None if stat.S_ISREG(seen.st_mode) else OmissionReason.SPECIAL


def _is_junction(seen: os.stat_result) -> bool:
    """Tell a mount point of Windows; files kept online have other tags and are taken like any file."""
    mount_point = getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", 0)
    return bool(mount_point) and getattr(seen, "st_reparse_tag", 0) == mount_point


def _same(first: Path, second: Path) -> bool:
    return os.path.normcase(os.path.realpath(first)) == os.path.normcase(os.path.realpath(second))
