"""Puts the third-party packages into the payload: fetched by hash, pruned to what the program uses, compiled."""

import shutil
from pathlib import Path
from typing import Any

from builder.fetch import fetch_wheels
from builder.files import all_files, fresh_folder, matches, sha256
from builder.places import TREE, WINDOWS, Places
from builder.toolbox import run_tool

# What importlib.metadata needs; the rest of a .dist-info lists files that are no longer there.
_KEPT_METADATA = ("METADATA", "entry_points.txt")


def fetched_wheels(places: Places) -> Path:
    """Returns a folder in the cache with all wheels unpacked, complete and unchanged."""
    key = sha256(TREE / "requirements.txt")[:8] + sha256(WINDOWS / "pins.toml")[:8]
    folder = places.cache / f"wheels-{key}"
    if not (folder / ".complete").exists():
        fetch_wheels(places, TREE / "requirements.txt", fresh_folder(folder))
        (folder / ".complete").touch()
    return folder


def add_wheels(places: Places) -> None:
    """Copies what is kept of the wheels to `payload/lib` and replaces the sources by compiled files."""
    source, target = fetched_wheels(places), fresh_folder(places.payload / "lib")
    for name in all_files(source):
        if is_kept(name, places.pins["wheels"]):
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source / name, target / name)
    compile_all(places, target, "lib", keep_source=False)


def is_kept(name: Path, pin: dict[str, Any]) -> bool:
    """Says whether a file of the unpacked wheels is shipped; the lists are in pins.toml."""
    top, inner = name.parts[0], Path(*name.parts[1:])
    if len(name.parts) == 1:
        return name.suffix in (".py", ".pyd") and not matches(name, pin["leave_out"])
    if top.endswith(".dist-info"):
        project = top.split("-")[0].replace("_", "-").lower()
        return inner.as_posix() in _KEPT_METADATA and project not in pin["leave_out_projects"]
    if top in pin["leave_out_projects"] or matches(name, pin["leave_out"]):
        return False
    for folder, kept in pin["keep"].items():
        if name.is_relative_to(folder):
            return matches(name.relative_to(folder), kept)
    return True


def compile_all(places: Places, folder: Path, shown_as: str, *, keep_source: bool) -> None:
    """Compiles every module below the folder with the Python of the tools, the same minor version as the shipped one.

    The compiled files trust their source unasked ("unchecked"): no date is compared, so dates cannot spoil them, and
    the program never writes into its own folder.

    Args:
        places: says where the tools are.
        folder: holds the modules.
        shown_as: what a traceback calls the folder.
        keep_source: keeps the sources and puts the compiled files into `__pycache__`, as Python does; without it the
            compiled files take the place of the sources, which halves the number of files.
    """
    command = ["python3", "-m", "compileall", "-q", "-f", "-s", "/job", "-p", shown_as]
    command += ["--invalidation-mode", "unchecked-hash"]
    run_tool(places, folder, [*command, *([] if keep_source else ["-b"]), "/job"])
    for name in [] if keep_source else all_files(folder):
        if name.suffix == ".py":
            (folder / name).unlink()
