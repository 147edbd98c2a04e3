"""Folders and the volumes they stand on."""

import os
import shutil
from pathlib import Path

from pos_closeout.domain.errors import EvidenceError

_PREFIX = "\\\\?\\"


def reach(path: Path | str, system: str = os.name) -> str:
    """Return a path in the form that Windows takes at any length; elsewhere as it is.

    Args:
        path: absolute or relative.
        system: ``nt`` on Windows.
    """
    text = os.fspath(path)
    if system != "nt" or text.startswith(_PREFIX):
        return text
    full = os.path.abspath(text)  # noqa: PTH100  (a prefixed path is taken literally, so it must be made plain as text)
    return f"{_PREFIX}UNC{full[1:]}" if full.startswith("\\\\") else f"{_PREFIX}{full}"


def on_other_volume(first: Path, second: Path) -> bool:
    """Return whether two folders stand on different volumes: another disk, partition or stick.

    The number compared is the device on Linux and the serial number of the volume on Windows.

    Raises:
        EvidenceError: ``folder.not_found`` for a folder that is not there.
    """
    return _volume(first) != _volume(second)


def free_bytes(folder: Path) -> int:
    """Return how much room a folder's volume has.

    Raises:
        EvidenceError: ``folder.not_found``.
    """
    try:
        return shutil.disk_usage(folder).free
    except OSError as error:
        raise EvidenceError("folder.not_found", path=str(folder)) from error


def _volume(folder: Path) -> int:
    try:
        return folder.stat().st_dev
    except OSError as error:
        raise EvidenceError("folder.not_found", path=str(folder)) from error
