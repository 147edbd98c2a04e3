"""Reads a BagIt bag (RFC 8493) back, byte for byte, and names every fault.

The check is ours, because it has to tell how far it is and to name all faults at once.
"""

import hashlib
import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pos_closeout.evidence.files import ALGORITHMS, Tick, digest_file
from pos_closeout.evidence.places import reach

DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_LINE = re.compile(r"([0-9a-f]+)  (\S.*)")
_LENGTHS = {"sha256": 64, "sha512": 128}
_UNLISTED = frozenset(f"tagmanifest-{name}.txt" for name in ALGORITHMS)

Watch = Callable[[int, int, str], None]
"""Told bytes done, bytes in all and the name of the file at hand; whoever wants to stop raises from it."""


class Fault(StrEnum):
    """What can be wrong with a bag."""

    NOT_A_BAG = "not_a_bag"
    CHANGED = "changed"
    MISSING = "missing"
    ADDED = "added"
    UNREADABLE = "unreadable"
    ANOTHER = "another"


@dataclass(frozen=True, slots=True)
class BagFault:
    """Something wrong, and the file it is about; empty for the bag itself."""

    fault: Fault
    path: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """What reading a bag back has shown.

    Attributes:
        id: its identity: SHA-256 over both tag manifests, which hold the digests of everything else.
        files: files of the owner in it.
        size: of them, bytes.
        faults: what is wrong, empty when every byte is as it was.
    """

    id: str
    files: int
    size: int
    faults: tuple[BagFault, ...]


def verify_bag(bag: Path, watch: Watch, expected: str = "") -> Checked:
    """Read every byte of a bag and return what is wrong with it.

    Args:
        bag: its folder.
        watch: follows along, and may raise to stop.
        expected: the identity it must have; empty takes any.
    """
    reading = BagReading(bag)
    listed, tagged = reading.manifests("manifest"), reading.manifests("tagmanifest")
    there = reading.files()
    reading.compare(listed, {path for path in there if path.startswith("data/")})
    reading.compare(tagged, {path for path in there if not path.startswith("data/")} - _UNLISTED)
    if reading.bytes_of("bagit.txt") != DECLARATION:
        reading.fault(Fault.NOT_A_BAG, "bagit.txt")
    follow = Follower(watch, sum(there.values()))
    size = sum(reading.digest(path, sums, follow) for path, sums in (listed | tagged).items() if path in there)
    found = hashlib.sha256(b"".join(reading.bytes_of(name) for name in sorted(_UNLISTED))).hexdigest()
    if expected and found != expected:
        reading.fault(Fault.ANOTHER)
    own = size - sum(there[path] for path in tagged if path in there)
    return Checked(found, len(listed), own, tuple(reading.faults))


class Follower:
    """Adds up what has been read over several files and tells it on."""

    def __init__(self, watch: Watch, total: int) -> None:
        self._watch, self._total, self._done = watch, max(total, 1), 0
        self._before = 0

    def tick(self, name: str) -> Tick:
        """Return what counts the bytes of one file."""
        self._watch(min(self._done, self._total), self._total, name)

        def count(size: int) -> None:
            self._done += size
            self._watch(min(self._done, self._total), self._total, name)

        return count

    def onwards(self, done: int, total: int, name: str) -> None:
        """Follow a second piece of work after the first, as its other half."""
        del total
        self._watch(min(self._done + done, self._total), self._total, name)


class BagReading:
    """One look at a bag; collects what is wrong."""

    def __init__(self, bag: Path) -> None:
        self.bag = bag
        self.faults: list[BagFault] = []

    def fault(self, fault: Fault, path: str = "") -> None:
        """Note a fault, each once."""
        found = BagFault(fault, path)
        if found not in self.faults:
            self.faults.append(found)

    def bytes_of(self, name: str) -> bytes:
        """Return a tag file, or nothing when it cannot be read."""
        try:
            return Path(reach(self.bag / name)).read_bytes()
        except OSError:
            return b""

    def manifests(self, kind: str) -> dict[str, dict[str, str]]:
        """Return what both manifests of a kind list, by path; they must list the same files."""
        read = {name: self._manifest(f"{kind}-{name}.txt", _LENGTHS[name]) for name in ALGORITHMS}
        paths = {path for sums in read.values() for path in sums}
        for name, sums in read.items():
            if paths - sums.keys():
                self.fault(Fault.NOT_A_BAG, f"{kind}-{name}.txt")
        return {path: {name: sums[path] for name, sums in read.items() if path in sums} for path in sorted(paths)}

    def _manifest(self, name: str, length: int) -> dict[str, str]:
        data = self.bytes_of(name)
        listed: dict[str, str] = {}
        try:
            lines = data.decode("utf-8").split("\n")
        except UnicodeDecodeError:
            lines = []
        ended = bool(lines) and lines[-1] == ""
        for line in lines[:-1]:
            told = _LINE.fullmatch(line)
            if told is None or len(told[1]) != length or told[2] in listed or _leads_out(told[2]):
                ended = False
                continue
            listed[told[2]] = told[1]
        if not ended:
            self.fault(Fault.NOT_A_BAG, name)
        return listed

    def files(self) -> dict[str, int]:
        """Return every file of the bag with its size; whatever is no plain file counts as added."""
        found = dict(self._walk(self.bag, ""))
        if not found:
            self.fault(Fault.NOT_A_BAG)
        return found

    def _walk(self, folder: Path, above: str) -> Iterator[tuple[str, int]]:
        try:
            entries = sorted(os.scandir(reach(folder)), key=lambda entry: entry.name)
        except OSError:
            if above:
                self.fault(Fault.UNREADABLE, above.rstrip("/"))
            return
        for entry in entries:
            path = above + entry.name
            if entry.is_symlink():
                self.fault(Fault.ADDED, path)
            elif entry.is_dir():
                yield from self._walk(folder / entry.name, f"{path}/")
            elif entry.is_file():
                yield path, entry.stat().st_size
            else:
                self.fault(Fault.ADDED, path)

    def compare(self, listed: Mapping[str, object], there: set[str]) -> None:
        """Note what is listed and not there, and what is there and not listed."""
        for path in sorted(listed.keys() - there):
            self.fault(Fault.MISSING, path)
        for path in sorted(there - listed.keys()):
            self.fault(Fault.ADDED, path)

    def digest(self, path: str, sums: Mapping[str, str], follow: Follower) -> int:
        """Read a file, note when it is not what the manifests say, and return its size."""
        try:
            found = digest_file(self.bag / path, follow.tick(path))
        except OSError:
            self.fault(Fault.UNREADABLE, path)
            return 0
        if any(getattr(found, name) != value for name, value in sums.items()):
            self.fault(Fault.CHANGED, path)
        return found.size


def _leads_out(path: str) -> bool:
    parts = path.split("/")
    return path.startswith("/") or "\\" in path or ":" in path or ".." in parts or "" in parts
