"""Reading and copying files byte for byte, with two check sums on the way."""

import errno
import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from pos_closeout.domain.errors import EvidenceError
from pos_closeout.evidence.places import reach

ALGORITHMS = ("sha256", "sha512")
_CHUNK = 1 << 20
_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
"""What systems say when no more fits: the disk, the largest file of a FAT stick, the quota (unknown to Windows)."""
_TRIES = 3
"""How often a file is read anew when it changes while it is read."""


class OmissionReason(StrEnum):
    """Why a file was left out."""

    GONE = "gone"
    UNREADABLE = "unreadable"
    CHANGING = "changing"
    LINK = "link"
    SPECIAL = "special"


@dataclass(frozen=True, slots=True)
class OmittedFile:
    """A file that was chosen and could not be taken."""

    path: str
    why: OmissionReason


@dataclass(frozen=True, slots=True)
class Digests:
    """Both check sums of a file, in small hexadecimal digits, and its size in bytes."""

    sha256: str
    sha512: str
    size: int


Tick = Callable[[int], None]
"""Told after each piece how many bytes were read; whoever wants to stop raises from it."""


class SourceRefusedError(Exception):
    """A file cannot be taken; carries why."""

    def __init__(self, why: OmissionReason) -> None:
        super().__init__(why)
        self.why = why


def digest_file(path: Path, tick: Tick) -> Digests:
    """Read a file and return its check sums.

    Raises:
        OSError: it cannot be read.
    """
    with Path(reach(path)).open("rb") as file:
        return _digested(file, lambda _: None, tick, None)


def copy_file(source: Path, target: Path, tick: Tick) -> Digests:
    """Copy a file and return the check sums of what was read; its time of change is kept.

    Raises:
        SourceTroubleError: the source is gone, unreadable, or changes every time it is read; nothing is left of the
            target then.
        EvidenceError: ``bag.disk_full`` or ``bag.not_written``.
    """
    try:
        for _ in range(_TRIES):
            digests = _copy_once(source, target, tick)
            if digests is not None:
                return digests
    except SourceRefusedError:
        _forget(target)
        raise
    _forget(target)
    raise SourceRefusedError(OmissionReason.CHANGING)


def write_new(path: Path, data: bytes) -> Digests:
    """Write a new file down to the disk and return its check sums.

    Raises:
        EvidenceError: as :func:`copy_file`.
    """
    with _writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(data)
            _settle(file)
    return Digests(hashlib.sha256(data).hexdigest(), hashlib.sha512(data).hexdigest(), len(data))


def _copy_once(source: Path, target: Path, tick: Tick) -> Digests | None:
    """Copy once; ``None`` when the file was not the same afterwards."""
    with _reading(), Path(reach(source)).open("rb") as file:
        before = os.fstat(file.fileno())
        with _writing(target):
            Path(reach(target.parent)).mkdir(parents=True, exist_ok=True)
            copy = Path(reach(target)).open("wb")  # noqa: SIM115  (closed below; errors of both files are told apart)
        try:
            digests = _digested(file, _writer(copy, target), tick, before.st_size)
            after = os.fstat(file.fileno())
            with _writing(target):
                _settle(copy)
        finally:
            copy.close()
    same = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns) and digests.size == after.st_size
    if same:
        with _writing(target):
            os.utime(reach(target), ns=(after.st_atime_ns, after.st_mtime_ns))
    return digests if same else None


def _writer(copy: BinaryIO, target: Path) -> Callable[[bytes], None]:
    def write(piece: bytes) -> None:
        with _writing(target):
            copy.write(piece)

    return write


def _digested(file: BinaryIO, write: Callable[[bytes], None], tick: Tick, most: int | None) -> Digests:
    """Read to the end, or a little beyond ``most`` bytes: a log that grows while it is read has no end."""
    sums = {name: hashlib.new(name) for name in ALGORITHMS}
    size = 0
    while piece := file.read(_CHUNK):
        for each in sums.values():
            each.update(piece)
        write(piece)
        size += len(piece)
        tick(len(piece))
        if most is not None and size > most:
            break
    return Digests(sums["sha256"].hexdigest(), sums["sha512"].hexdigest(), size)


def _settle(file: BinaryIO) -> None:
    """Have the bytes on the disk before anybody calls them safe."""
    file.flush()
    os.fsync(file.fileno())


def _forget(path: Path) -> None:
    Path(reach(path)).unlink(missing_ok=True)


@contextmanager
def _reading() -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise SourceRefusedError(OmissionReason.GONE) from error
    except OSError as error:
        raise SourceRefusedError(OmissionReason.UNREADABLE) from error


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise EvidenceError("bag.disk_full", path=str(path.parent)) from error
        raise EvidenceError("bag.not_written", path=str(path), reason=error.strerror or "") from error
