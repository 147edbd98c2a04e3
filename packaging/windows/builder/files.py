"""Small things done to files and folders."""

import hashlib
import os
import shutil
from collections.abc import Iterable
from pathlib import Path


def sha256(file: Path) -> str:
    """Returns the SHA-256 of a file in hexadecimal."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def fresh_folder(folder: Path) -> Path:
    """Empties or makes the folder and returns it."""
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    return folder


def all_files(folder: Path) -> list[Path]:
    """Returns every file below the folder, relative to it, in an order that no file system decides."""
    return sorted((path.relative_to(folder) for path in folder.rglob("*") if path.is_file()), key=Path.as_posix)


def matches(path: Path, patterns: Iterable[str]) -> bool:
    """Says whether a relative path fits one of the patterns; `**` stands for any number of folders."""
    return any(_fits(path.parts, tuple(pattern.split("/"))) for pattern in patterns)


def _fits(parts: tuple[str, ...], pattern: tuple[str, ...]) -> bool:
    if not pattern:
        return not parts
    if pattern[0] == "**":
        return _fits(parts, pattern[1:]) or (bool(parts) and _fits(parts[1:], pattern))
    return bool(parts) and Path(parts[0]).match(pattern[0]) and _fits(parts[1:], pattern[1:])


def size_of(folder: Path) -> int:
    """Returns the bytes of all files below the folder."""
    return sum((folder / name).stat().st_size for name in all_files(folder))


def date_all(folder: Path, epoch: int) -> None:
    """Gives every file below the folder the same date, in seconds since 1970."""
    for name in all_files(folder):
        os.utime(folder / name, (epoch, epoch))
