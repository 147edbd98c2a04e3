"""Says whether what lies in build was made from what lies in the tree now, so that a proof builds nothing twice."""

import hashlib
import json
import os
from pathlib import Path

from builder.files import all_files, sha256
from builder.places import TREE, WINDOWS, Places
from builder.portable import portable_of
from builder.program import ADDRESS_VARIABLE
from builder.runtime import ZIP_VARIABLE

_RECORD = "built-from.json"
_OWN = ("builder", "installer", "launcher", "notices", "tools", "trust")
"""What makes the installer; what proves it, and what is only read by people, changes no byte of it."""
_OF_THE_PROGRAM = ("src", "resources", "translations")


def remember_build(places: Places, *, quick: bool) -> None:
    """Notes beside what was built from what it was built."""
    (places.build / _RECORD).write_text(json.dumps(_facts(places) | {"quick": quick}, indent=1) + "\n", "utf-8")


def is_built(places: Places, *, quick: bool) -> bool:
    """Says whether installer and zip are there, as they were made, from what is in the tree now.

    Signed or not, with whatever address it was given: a proof takes what is to be published as it is. A setting that is
    given again must be the one of the build. Nor does the date of the commit count: it changes no file of the program.
    """
    try:
        then = json.loads((places.build / _RECORD).read_text("utf-8"))
        now = _facts(places) | {"quick": quick}
    except (OSError, ValueError):
        return False
    settings = {name for name in (ADDRESS_VARIABLE, ZIP_VARIABLE) if name not in os.environ}
    return {name for name in then.keys() | now.keys() if then.get(name) != now.get(name)} <= settings


def _facts(places: Places) -> dict[str, object]:
    return {
        "inputs": inputs_of(places),
        "payload": sorted(name.as_posix() for name in all_files(places.payload)),
        ADDRESS_VARIABLE: os.environ.get(ADDRESS_VARIABLE, ""),
        ZIP_VARIABLE: _sum(os.environ.get(ZIP_VARIABLE, "")),
        **{file.name: sha256(file) for file in (places.installer, portable_of(places))},
    }


def _sum(name: str) -> str:
    return sha256(Path(name)) if name else ""


def inputs_of(places: Places) -> str:
    """Returns one SHA-256 over the name and content of every file that the installer is made from."""
    folders = [WINDOWS / name for name in _OWN] + [places.program / name for name in _OF_THE_PROGRAM]
    files = [WINDOWS / "pins.toml", TREE / "requirements.txt", TREE / "LICENSE", places.tools / ".stamp"]
    files += [folder / name for folder in folders for name in all_files(folder) if not name.match("*.pyc")]
    whole = hashlib.sha256()
    for file in files:
        whole.update(f"{file.name} {sha256(file)} {file.parent.name}\n".encode())
    return whole.hexdigest()
