"""Lays out the folder to publish: installer, zip for a stick, bill of materials, notes, owner's page, SHA256SUMS."""

import re
import shutil
import subprocess
from pathlib import Path

from builder.files import all_files, fresh_folder, sha256
from builder.places import TREE, WINDOWS, BuildError, Places
from builder.portable import portable_of

SUMS = "SHA256SUMS"
_NOT_YET = "not released yet"


def make_release(places: Places, *, rehearsal: bool = False) -> Path:
    """Makes `build/release` out of what has been built and returns it.

    Args:
        places: says what was built, and where.
        rehearsal: goes without a tag and a dated change log, to try the recipe; such a folder is not for publishing.

    Raises:
        BuildError: something is not built, or not tagged, committed or dated.
    """
    notes = release_notes((TREE / "CHANGELOG.md").read_text("utf-8"), places.version)
    if not rehearsal:
        check_ready(places.version, notes, _git("status", "--porcelain"), _git("tag", "--points-at", "HEAD"))
    bill = places.installer.with_name(f"POS-Closeout-{places.version}.cdx.json")
    parts = (places.installer, portable_of(places), bill)
    folder = fresh_folder(places.build.parent / "release")
    for part in parts:
        if not part.is_file():
            raise BuildError(f"{part} is not there. Type: make installer")
        shutil.copy(part, folder)
    shutil.copy(WINDOWS / "owner.md", folder)
    (folder / "notes.md").write_text(notes, "utf-8")
    write_sums(folder)
    return folder


def release_notes(changes: str, version: str) -> str:
    """Returns the section of a version out of the change log, its heading first.

    Raises:
        BuildError: it has none.
    """
    found = re.search(rf"^## {re.escape(version)}[ ,].*?(?=^## |\Z)", changes, re.MULTILINE | re.DOTALL)
    if found is None:
        raise BuildError(f"CHANGELOG.md says nothing of {version}")
    return found[0].rstrip() + "\n"


def check_ready(version: str, notes: str, changed: str, tags: str) -> None:
    """Holds that what is published can be found again.

    Args:
        version: what is to be published.
        notes: its section of the change log.
        changed: what git says is not committed.
        tags: the tags of the commit, one a line.

    Raises:
        BuildError: names everything that is still to do.
    """
    missing = []
    if _NOT_YET in notes.splitlines()[0]:
        missing.append(f"write the day into the heading of {version} in CHANGELOG.md")
    if changed.strip():
        missing.append("commit what has changed")
    if f"v{version}" not in tags.split():
        missing.append(f"git tag v{version}")
    if missing:
        raise BuildError("not ready to publish: " + "; ".join(missing))


def write_sums(folder: Path) -> Path:
    """Writes SHA256SUMS over every other file of the folder, as `sha256sum --check` reads it, and returns it."""
    names = [name for name in all_files(folder) if name.as_posix() != SUMS]
    sums = folder / SUMS
    sums.write_text("".join(f"{sha256(folder / name)}  {name.as_posix()}\n" for name in names), "utf-8")
    return sums


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=TREE, capture_output=True, text=True, check=True).stdout
