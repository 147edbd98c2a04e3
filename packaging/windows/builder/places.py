"""Where the build reads and writes, and what it was told on the command line."""

import os
import re
import subprocess
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

WINDOWS = Path(__file__).resolve().parents[1]
TREE = WINDOWS.parents[1]


class BuildError(Exception):
    """The build cannot go on; the message says what to do about it."""


@dataclass(frozen=True, slots=True)
class Places:
    """Folders and facts that every step of the build is handed.

    Attributes:
        program: folder with `pos_closeout`, `resources` and `translations` in it or beside its parent.
        build: where the steps on the way to the installer go; the installer itself goes one folder up.
        cache: downloads and the folder of tools; kept between builds, outside the tree.
        version: of the program, as its `__init__` says it.
        epoch: seconds since 1970 of the commit; every date in the installer is this one.
        pins: the contents of pins.toml.
    """

    program: Path
    build: Path
    cache: Path
    version: str
    epoch: int
    pins: dict[str, Any]

    @property
    def tools(self) -> Path:
        """The Debian folder with the compiler, NSIS and Wine."""
        return self.cache / "debian-13"

    @property
    def payload(self) -> Path:
        """What is installed, as it will lie on the owner's disk."""
        return self.build / "payload"

    @property
    def installer(self) -> Path:
        """The finished installer."""
        return self.build.parent / f"POS-Closeout-Setup-{self.version}.exe"


def find_places(program: Path | None = None, build: Path | None = None) -> Places:
    """Returns the places of this machine and tree.

    Raises:
        BuildError: the version of the program cannot be read.
    """
    tree = TREE if program is None else program.resolve()
    usual = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "pos-closeout-build"
    return Places(
        program=tree,
        build=(TREE / "build" if build is None else build).resolve() / "windows",
        cache=Path(os.environ.get("POS_CLOSEOUT_BUILD_CACHE") or usual).absolute(),
        version=_version(tree / "src" / "pos_closeout" / "__init__.py"),
        epoch=_epoch(),
        pins=tomllib.loads((WINDOWS / "pins.toml").read_text("utf-8")),
    )


def _version(module: Path) -> str:
    found = re.search(r'^__version__ = "(\d+\.\d+\.\d+)"', module.read_text("utf-8"), re.MULTILINE)
    if found is None:
        raise BuildError(f"{module} has no __version__ of three numbers")
    return found[1]


def _epoch() -> int:
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    commit = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=TREE, capture_output=True, text=True, check=True)
    return int(commit.stdout)
