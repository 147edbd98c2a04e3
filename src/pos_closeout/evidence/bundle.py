"""The evidence bundle: a zip with a manifest of every file and a manifest of the manifest.

It is written in one way only: files in the order of their names, not compressed, with one fixed time. The same content
so gives the same bytes, a compressed entry cannot be part of a bundle (and so no small file unpacks to a huge one), and
a byte changed anywhere, even in what a zip reader overlooks, shows.
"""

import hashlib
import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pos_closeout.domain.errors import BadInputError, EvidenceError
from pos_closeout.domain.file_limits import MAX_BUNDLE_BYTES, MAX_MANIFEST_BYTES
from pos_closeout.evidence.checking import BagFault, Fault

MANIFEST, SEAL = "manifest-sha256.txt", "tagmanifest-sha256.txt"
_TIME = (1980, 1, 1, 0, 0, 0)
_MOST_BYTES = MAX_BUNDLE_BYTES + MAX_MANIFEST_BYTES
"""A bundle with its manifests and what a zip says of every file."""


@dataclass(frozen=True, slots=True)
class CheckedBundle:
    """What reading a bundle back has shown.

    Attributes:
        id: SHA-256 of its manifest of the manifest; written down elsewhere, it tells this bundle from a new one.
        files: files in it besides both manifests.
        faults: what is wrong, empty when every byte is as it was.
    """

    id: str
    files: int
    faults: tuple[BagFault, ...]


def bundle_bytes(files: Mapping[str, bytes]) -> bytes:
    """Return a bundle of contents by their path.

    Raises:
        EvidenceError: ``bundle.too_big``.
    """
    if sum(map(len, files.values())) > MAX_BUNDLE_BYTES:
        raise EvidenceError("bundle.too_big", limit=MAX_BUNDLE_BYTES // 2**20)
    manifest = _listed(files)
    return _zipped({**files, MANIFEST: manifest, SEAL: _listed({MANIFEST: manifest})})


def verify_bundle(data: bytes, expected: str = "") -> CheckedBundle:
    """Read every byte of a bundle and return what is wrong with it; nothing is unpacked to the disk.

    Args:
        data: the zip.
        expected: the id it must have; empty takes any.

    Raises:
        EvidenceError: ``bundle.not_a_bundle`` for what is no zip of this kind, such as one with compressed entries,
            with a name twice, or with a name that leads out of its folder; ``bundle.too_big``.
    """
    if len(data) > _MOST_BYTES:
        raise EvidenceError("bundle.too_big", limit=MAX_BUNDLE_BYTES // 2**20)
    try:
        files, changed = _read(data)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, OverflowError) as error:
        raise EvidenceError("bundle.not_a_bundle") from error
    seal = files.get(SEAL, b"")
    own = {path: content for path, content in files.items() if path not in {MANIFEST, SEAL}}
    faults = [BagFault(Fault.CHANGED, path) for path in changed]
    faults += _compared(files, own)
    identity = hashlib.sha256(seal).hexdigest()
    if expected and identity != expected:
        faults.append(BagFault(Fault.ANOTHER))
    if not faults and _zipped(files) != data:
        faults.append(BagFault(Fault.CHANGED))
    return CheckedBundle(identity, len(own), tuple(dict.fromkeys(faults)))


def read_bundle(path: Path, expected: str = "") -> CheckedBundle:
    """Read every byte of a bundle in a file, as :func:`verify_bundle` does.

    Raises:
        BadInputError: ``file.not_found`` or ``file.unreadable``.
        EvidenceError: as :func:`verify_bundle`.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise EvidenceError("bundle.too_big", limit=MAX_BUNDLE_BYTES // 2**20)
        return verify_bundle(path.read_bytes(), expected)
    except FileNotFoundError as error:
        raise BadInputError("file.not_found", path=str(path)) from error
    except OSError as error:
        raise BadInputError("file.unreadable", path=str(path)) from error


def _read(data: bytes) -> tuple[dict[str, bytes], list[str]]:
    """Return the contents by path, and the paths whose content does not even match the zip's own check sum."""
    files: dict[str, bytes] = {}
    changed: list[str] = []
    with zipfile.ZipFile(io.BytesIO(data)) as zipped:
        entries = zipped.infolist()
        plain = all(each.compress_type == zipfile.ZIP_STORED and not each.flag_bits & 1 for each in entries)
        names = [each.filename for each in entries]
        if not plain or len(set(names)) != len(names) or any(map(_leads_out, names)):
            raise EvidenceError("bundle.not_a_bundle")
        # Entries that overlap could make a small file look like a huge one.
        if sum(each.file_size for each in entries) > len(data):
            raise EvidenceError("bundle.not_a_bundle")
        for entry in entries:
            try:
                files[entry.filename] = zipped.read(entry)
            except zipfile.BadZipFile:
                changed.append(entry.filename)
    return files, changed


def _compared(files: Mapping[str, bytes], own: Mapping[str, bytes]) -> list[BagFault]:
    if MANIFEST not in files or SEAL not in files:
        return [BagFault(Fault.MISSING, name) for name in (MANIFEST, SEAL) if name not in files]
    faults = []
    if files[SEAL] != _listed({MANIFEST: files[MANIFEST]}):
        faults.append(BagFault(Fault.CHANGED, MANIFEST))
    lines = files[MANIFEST].decode("utf-8", "replace").splitlines()
    listed = {path: digest for digest, _, path in (line.partition("  ") for line in lines)}
    faults += [BagFault(Fault.MISSING, path) for path in sorted(listed.keys() - own.keys())]
    faults += [BagFault(Fault.ADDED, path) for path in sorted(own.keys() - listed.keys())]
    for path in sorted(own.keys() & listed.keys()):
        if hashlib.sha256(own[path]).hexdigest() != listed[path]:
            faults.append(BagFault(Fault.CHANGED, path))
    return faults


def _leads_out(name: str) -> bool:
    return not name or "\\" in name or ":" in name or any(part in {"", ".", ".."} for part in name.split("/"))


def _listed(files: Mapping[str, bytes]) -> bytes:
    return "".join(f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files)).encode()


def _zipped(files: Mapping[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as zipped:
        for path in sorted(files):
            entry = zipfile.ZipInfo(path, _TIME)
            entry.create_system = 3  # the same bytes on every system
            entry.external_attr = 0o600 << 16
            zipped.writestr(entry, files[path])
    return written.getvalue()
