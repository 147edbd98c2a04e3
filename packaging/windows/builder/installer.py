"""Turns the payload into the installer with NSIS."""

import shutil
from contextlib import nullcontext
from pathlib import Path

from builder.files import all_files, date_all, fresh_folder, sha256, size_of
from builder.places import WINDOWS, BuildError, Places
from builder.program import publisher_address
from builder.signing import NSIS_COMMAND, Signer, signing_for_nsis
from builder.toolbox import run_tool

# What an owner on a slow line and an old disk can bear; a build above it fails.
MOST_INSTALLER = 55_000_000
MOST_INSTALLED = 200_000_000

LIST = "installed-files.txt"
"""What is removed and replaced later, and nothing else; launcher/setup_list.h reads it."""
_UNINSTALLER = "uninstall.exe"
_UNPACKED = "$INSTDIR\\setup-new"


def make_installer(places: Places, signer: Signer | None, *, quick: bool = False) -> Path:
    """Writes the installer and, beside it, its SHA-256; returns the installer.

    Args:
        places: says where the payload is.
        signer: signs installer and uninstaller, when there is one.
        quick: packs lightly, for trying the installer's own steps; such an installer is half as large again.

    Raises:
        BuildError: NSIS failed, or a limit of size is passed.
    """
    work = fresh_folder(places.build / "nsis")
    for script in (WINDOWS / "installer").iterdir():
        shutil.copy(script, work)
    write_list(places.payload)
    (work / "files.nsh").write_text(file_list(places.payload), "utf-8-sig")
    # NSIS keeps the date of every file it packs, that of the side picture among them.
    for folder in (places.payload, work):
        date_all(folder, places.epoch)
    command = [*_command(places, signed=signer is not None), *(["-DQUICK"] if quick else []), "installer.nsi"]
    with nullcontext() if signer is None else signing_for_nsis(work, signer):
        run_tool(places, work, command, [(places.payload, "/payload")])
    shutil.move(work / places.installer.name, places.installer)
    if not quick:
        _check_sizes(places)
    sums = places.installer.with_name(places.installer.name + ".sha256")
    sums.write_text(f"{sha256(places.installer)}  {places.installer.name}\n", "utf-8")
    return places.installer


def write_list(payload: Path) -> Path:
    """Writes the list of everything that will lie in the program's folder into the payload and returns it.

    One "size path" a line, UTF-8, the size in bytes; "-" for the uninstaller, which the installer makes on the spot.
    """
    file = payload / LIST
    file.unlink(missing_ok=True)
    lines = [f"{(payload / name).stat().st_size} {_windows(name)}" for name in all_files(payload)]
    file.write_text("\n".join([*lines, f"- {_UNINSTALLER}", ""]), "utf-8", newline="\n")
    return file


def _windows(name: Path) -> str:
    return "\\".join(name.parts)


def file_list(payload: Path) -> str:
    """Returns the NSIS lines that unpack every file into `setup-new`, the list first, so that a part can be removed.

    Sorted: `File /r` would take the order of the file system.
    """
    lines, folder = [], None
    for name in sorted(all_files(payload), key=lambda name: name != Path(LIST)):
        if name.parent != folder:
            folder = name.parent
            lines.append(f'SetOutPath "{_inside(_UNPACKED, folder)}"')
        lines.append(f'File "/payload/{_escaped(name.as_posix())}"')
    return "\n".join([*lines, ""])


def _inside(base: str, folder: Path) -> str:
    return "\\".join([base, *map(_escaped, folder.parts)])


def _escaped(text: str) -> str:
    return text.replace("$", "$$")


def _command(places: Places, *, signed: bool) -> list[str]:
    facts = {
        "VERSION": places.version,
        "PAYLOAD": "/payload",
        "OUTPUT": f"/job/{places.installer.name}",
        "INSTALLED_KB": str(-(-size_of(places.payload) // 1024)),
        "FILES": "files.nsh",
        "LIST": LIST,
    }
    address = publisher_address()
    if address:
        facts["ADDRESS"] = address
    if signed:
        facts["SIGN"] = NSIS_COMMAND
    return [
        "makensis",
        "-V2",
        "-WX",
        "-INPUTCHARSET",
        "UTF8",
        *(f"-D{k}={v}" for k, v in facts.items()),
    ]


def _check_sizes(places: Places) -> None:
    packed, unpacked = places.installer.stat().st_size, size_of(places.payload)
    if packed > MOST_INSTALLER or unpacked > MOST_INSTALLED:
        raise BuildError(f"too large: installer {packed:,} bytes, installed {unpacked:,} bytes")
