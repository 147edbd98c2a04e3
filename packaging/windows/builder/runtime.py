"""Puts the Python for Windows into the payload after proving who made it."""

import io
import os
import re
import shutil
import tarfile
import zipfile
from pathlib import Path

from builder.fetch import fetch_runtime_archive
from builder.files import all_files, fresh_folder
from builder.places import WINDOWS, BuildError, Places
from builder.toolbox import run_tool

_PATHS = "python313.zip\n.\n..\\lib\n..\\app\n"
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
    official = os.environ.get("POS_CLOSEOUT_PYTHON_ZIP")
    if official:
        zipfile.ZipFile(official).extractall(folder)  # noqa: S202 - the owner of the build names the file
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
