"""Makes and copies BagIt bags (RFC 8493) with check sums by SHA-256 and SHA-512.

A bag is made in a folder beside its place and renamed when it has been read back, so it is there whole or not at all.
"""

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pos_closeout.domain.errors import EvidenceError
from pos_closeout.evidence.checking import DECLARATION, BagReading, Checked, Follower, Watch, verify_bag
from pos_closeout.evidence.files import ALGORITHMS, Digests, OmittedFile, SourceRefusedError, copy_file, write_new
from pos_closeout.evidence.gathering import Chosen, GatheredFile, gather
from pos_closeout.evidence.names import BagNames, safe_name
from pos_closeout.evidence.places import free_bytes, reach
from pos_closeout.evidence.tables import csv_bytes


@dataclass(frozen=True, slots=True)
class Made:
    """A bag that was made and read back, and what could not be taken into it."""

    path: Path
    checked: Checked
    left_out: tuple[OmittedFile, ...]


def make_bag(
    chosen: Sequence[Chosen],
    written: Mapping[str, bytes],
    info: Mapping[str, str],
    *,
    folder: Path,
    name: str,
    watch: Watch,
    whole: bool = False,
) -> Made:
    """Copy files into a new bag, read it back, and return it. What cannot be taken is named and the rest goes on.

    Args:
        chosen: files and folders to take.
        written: contents of further files by their place below ``data/``.
        info: what ``bag-info.txt`` says, besides the size of the payload.
        folder: where the bag is put; it must be there.
        name: of the bag; when it is taken, ``-2`` and so on follow.
        watch: follows along, and may raise to stop; nothing is left then.
        whole: refuse when something cannot be taken.

    Raises:
        EvidenceError: ``folder.not_found``, ``bag.empty``, ``bag.disk_full``, ``bag.not_written`` or
            ``bag.read_back_failed``; ``backup.left_out`` with ``whole``. Nothing is left in the folder.
    """
    found, left_out = gather(chosen, folder)
    size = sum(each.size for each in found) + sum(map(len, written.values()))
    if free_bytes(folder) < size:
        raise EvidenceError("bag.disk_full", path=str(folder))
    with beside(folder, name) as part:
        # Every byte is read twice: once from the owner, once back.
        follow = Follower(watch, 2 * size)
        rows = _fill(part, found, written, left_out, follow)
        if left_out and whole:
            raise EvidenceError("backup.left_out", count=len(left_out), path=left_out[0].path)
        if not rows:
            raise EvidenceError("bag.empty")
        _write_tags(part, rows, left_out, info)
        checked = verify_bag(part, follow.onwards)
        if checked.faults:
            path = checked.faults[0].path
            raise EvidenceError("bag.read_back_failed", count=len(checked.faults), path=path)
        return Made(renamed(part, folder, name), checked, tuple(left_out))


def copy_bag(bag: Path, folder: Path, watch: Watch, expected: str) -> tuple[Path, Checked]:
    """Copy a bag into another folder, read the copy back, and return its path and what was found.

    Raises:
        EvidenceError: as :func:`make_bag`; ``bag.not_found`` for a bag that is not there, ``bag.source_gone`` when one
            of its files cannot be read.
    """
    reading = BagReading(bag)
    files = reading.files()
    if not files:
        raise EvidenceError("bag.not_found", path=str(bag))
    size = sum(files.values())
    if free_bytes(folder) < size:
        raise EvidenceError("bag.disk_full", path=str(folder))
    with beside(folder, bag.name) as part:
        follow = Follower(watch, 2 * size)
        for path in sorted(files):
            try:
                copy_file(bag / path, part / path, follow.tick(path))
            except SourceRefusedError as error:
                raise EvidenceError("bag.source_gone", path=path) from error
        checked = verify_bag(part, follow.onwards, expected)
        if checked.faults:
            path = checked.faults[0].path
            raise EvidenceError("bag.read_back_failed", count=len(checked.faults), path=path)
        return renamed(part, folder, bag.name), checked


def _fill(
    part: Path,
    found: Sequence[GatheredFile],
    written: Mapping[str, bytes],
    left_out: list[OmittedFile],
    follow: Follower,
) -> list[tuple[str, Digests, GatheredFile | None]]:
    """Copy everything and return what was taken, with its digests."""
    rows: list[tuple[str, Digests, GatheredFile | None]] = []
    for each in found:
        place = f"data/{each.place}"
        try:
            rows.append((place, copy_file(each.path, part / place, follow.tick(each.path.name)), each))
        except SourceRefusedError as error:
            left_out.append(OmittedFile(str(each.path), error.why))
    names = BagNames()
    for place, data in written.items():
        head, _, last = place.partition("/")
        path = f"data/{names.place(head, (last,))}"
        follow.tick(last)(len(data))
        rows.append((path, write_new(part / path, data), None))
    return sorted(rows, key=lambda row: row[0])


def _write_tags(
    part: Path,
    rows: Sequence[tuple[str, Digests, GatheredFile | None]],
    left_out: Sequence[OmittedFile],
    info: Mapping[str, str],
) -> None:
    tags = {
        "bagit.txt": DECLARATION,
        "bag-info.txt": _info(info, rows),
        "contents.csv": _contents(rows),
        "left-out.csv": csv_bytes(("file", "why"), ((Path(each.path).name, each.why) for each in left_out)),
        **{f"manifest-{name}.txt": _manifest(name, [(path, sums) for path, sums, _ in rows]) for name in ALGORITHMS},
    }
    sums = [(name, write_new(part / name, data)) for name, data in sorted(tags.items())]
    for name in ALGORITHMS:
        write_new(part / f"tagmanifest-{name}.txt", _manifest(name, sums))


def _manifest(algorithm: str, sums: Sequence[tuple[str, Digests]]) -> bytes:
    return "".join(f"{getattr(each, algorithm)}  {path}\n" for path, each in sums).encode()


def _info(info: Mapping[str, str], rows: Sequence[tuple[str, Digests, GatheredFile | None]]) -> bytes:
    size = sum(sums.size for _, sums, _ in rows)
    told = {**info, "Payload-Oxum": f"{size}.{len(rows)}"}
    # A line break in a name must not become a line of its own.
    return "".join(f"{label}: {' '.join(value.split())}\n" for label, value in told.items() if value.strip()).encode()


def _contents(rows: Sequence[tuple[str, Digests, GatheredFile | None]]) -> bytes:
    return csv_bytes(
        ("file", "called", "kind", "months", "bytes"),
        (
            (path, "", "program", "", str(sums.size))
            if found is None
            else (path, found.path.name, found.kind, found.months, str(sums.size))
            for path, sums, found in rows
        ),
    )


@contextmanager
def beside(folder: Path, name: str) -> Iterator[Path]:
    """Give a new folder to work in beside the place of a bag, and take it away when it was not renamed."""
    part = Path(reach(folder / f".{safe_name(name)}.part"))
    shutil.rmtree(part, ignore_errors=True)
    try:
        part.mkdir()
    except OSError as error:
        raise EvidenceError("bag.not_written", path=str(folder), reason=error.strerror or "") from error
    try:
        yield part
    finally:
        shutil.rmtree(part, ignore_errors=True)


def renamed(part: Path, folder: Path, name: str) -> Path:
    """Give a finished folder its name, or the next free one, and return its path.

    Raises:
        EvidenceError: ``bag.not_written``.
    """
    plain, count = safe_name(name), 1
    target = folder / plain
    while os.path.lexists(reach(target)):
        count += 1
        target = folder / f"{plain}-{count}"
    try:
        part.rename(reach(target))
    except OSError as error:
        raise EvidenceError("bag.not_written", path=str(target), reason=error.strerror or "") from error
    return target
