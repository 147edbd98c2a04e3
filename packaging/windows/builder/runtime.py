"""Puts the Python for Windows into the payload after proving who made it."""

import io
import os
import re
import shutil
import tarfile
import zipfile
from pathlib import Path

from builder.fetch import fetch_runtime_archive
from builder.files import all_files, fresh_folder, sha256
from builder.places import WINDOWS, BuildError, Places
from builder.toolbox import run_tool

ZIP_VARIABLE = "POS_CLOSEOUT_PYTHON_ZIP"
"""Names the official embeddable zip of the same minor version, to be taken instead of the pinned archive."""
ZIP_SUM_VARIABLE = "POS_CLOSEOUT_PYTHON_ZIP_SHA256"
"""Its SHA-256 as its publisher gives it; without it the zip is not taken."""
_PATHS = "python313.zip\n.\n..\\lib\n..\\app\n"
_SAID_BY = {
    "CPython": ("python313.dll", rb"\0(3\.13\.\d+)\0"),
    "OpenSSL": ("libcrypto-3.dll", rb"OpenSSL (3\.\d+\.\d+) "),
    "SQLite": ("sqlite3.dll", rb"(?<![\d.])(3\.\d{2}\.\d+)\0"),
}
_SIGNED = (".dll", ".pyd", ".exe", ".cat")


def add_runtime(places: Places) -> None:
    """Unpacks, verifies and places the runtime in `payload/runtime`, every signed file untouched.

    Raises:
        BuildError: a file is not signed by whom it should be.
    """
    folder = fresh_folder(places.build / "python")
    _unpack(places, folder)
    verify_signatures(places, folder)
    target = fresh_folder(places.payload / "runtime")
    for name in all_files(folder):
        if name.as_posix() not in places.pins["runtime"]["leave_out"]:
            shutil.copy(folder / name, target / name.name)
    (target / "python313._pth").write_text(_PATHS, "utf-8")


def _unpack(places: Places, folder: Path) -> None:
    official = os.environ.get(ZIP_VARIABLE)
    if official:
        unpack_official(Path(official), os.environ.get(ZIP_SUM_VARIABLE, ""), folder)
        return
    pin = places.pins["runtime"]
    with tarfile.open(fetch_runtime_archive(places)) as archive:
        member = archive.extractfile(pin["archive"])
        if member is None:
            raise BuildError(f"{pin['archive']} is not in the pinned archive")
        inner = zipfile.ZipFile(io.BytesIO(member.read()))
    for name in inner.namelist():
        if re.fullmatch(rf"{pin['folder']}/[^/]+", name):
            (folder / Path(name).name).write_bytes(inner.read(name))


def unpack_official(official: Path, wanted: str, folder: Path) -> None:
    """Unpacks the zip that the owner of the build has named, if it is the one whose hash was given with it.

    Raises:
        BuildError: it is not, or no hash was given.
    """
    found = sha256(official)
    if found != wanted.strip().lower():
        raise BuildError(f"{official} has the SHA-256 {found}, and {ZIP_SUM_VARIABLE} says {wanted or 'nothing'}")
    zipfile.ZipFile(official).extractall(folder)  # noqa: S202 - its hash was given


def carried_versions(folder: Path) -> dict[str, str]:
    """Returns the versions of Python, OpenSSL and SQLite as their own libraries below the folder say them.

    Raises:
        BuildError: one of them does not say it.
    """
    found = {}
    for name, (library, pattern) in _SAID_BY.items():
        said = re.search(pattern, (folder / library).read_bytes())
        if said is None:
            raise BuildError(f"{library} does not say its version")
        found[name] = said[1].decode("ascii")
    return found


def verify_signatures(places: Places, folder: Path) -> int:
    """Verifies the Authenticode signature of every signed kind of file against the pinned roots; returns how many.

    Whoever re-publishes Python cannot have changed a byte then. Revocation lists are not asked for: there may be no
    network, and the certificates of Python's makers live for three days.

    Raises:
        BuildError: a signature is missing, broken or somebody else's.
    """
    by_microsoft = places.pins["runtime"]["signed_by_microsoft"]
    names = [name.as_posix() for name in all_files(folder) if name.suffix in _SIGNED]
    for name in names:
        roots, signer = ("microsoft", "Microsoft") if name in by_microsoft else ("psf", "Python Software Foundation")
        said = run_tool(places, folder, _verify(roots, name), readable=[(WINDOWS / "trust", "/trust")])
        if not re.search(rf"^\s*Subject: .*/CN={signer}", said, re.MULTILINE):
            raise BuildError(f"{name} is not signed by {signer}")
    return len(names)


def _verify(roots: str, name: str) -> list[str]:
    trusted = ["-CAfile", f"/trust/{roots}.pem", "-TSA-CAfile", f"/trust/{roots}.pem"]
    return ["osslsigncode", "verify", "-ignore-crl", *trusted, "-in", name]
