"""What kind of place a data folder lies in: network shares and folders that a program syncs have their dangers."""

import sys
from collections.abc import Mapping
from pathlib import Path

_NETWORK_TYPES = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "afs", "davfs", "fuse.davfs2"})
_SYNCED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "icloud": "iCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "nutstore": "坚果云",
    "坚果云": "坚果云",
    "我的坚果云": "坚果云",
    "baidusyncdisk": "百度网盘",
    "百度网盘同步空间": "百度网盘",
    "weiyun": "微云",
    "wpsdrive": "WPS 云盘",
    "wps云盘": "WPS 云盘",
}
"""How folders begin that a program keeps the same on several computers, and what that program is called."""

_DRIVE_REMOTE = 4
"""What GetDriveTypeW says of a network drive (Microsoft Learn, GetDriveTypeW)."""


def synced_by(folder: Path, environment: Mapping[str, str]) -> str:
    """Return the program that syncs a folder, as far as its path and the environment say; empty for none.

    Args:
        folder: absolute.
        environment: Windows names OneDrive's folder there.
    """
    for name in ("OneDrive", "OneDriveConsumer", "OneDriveCommercial"):
        root = environment.get(name, "")
        if root and folder.is_relative_to(root):
            return "OneDrive"
    for part in folder.parts:
        for sign, program in _SYNCED.items():
            if part.lower().startswith(sign):
                return program
    return ""


def on_network(folder: Path, mounts: str | None = None) -> bool:
    """Return whether a folder lies on another computer.

    Args:
        folder: absolute; it need not be there.
        mounts: what stands in ``/proc/mounts``; read when left out.
    """
    if sys.platform == "win32":
        import ctypes

        text = str(folder)
        root = f"{folder.drive}\\"
        return text.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(root) == _DRIVE_REMOTE
    return _type_of(folder, _read_mounts() if mounts is None else mounts) in _NETWORK_TYPES


def _type_of(folder: Path, mounts: str) -> str:
    """Return the type of the file system a folder lies in, by the longest mount point above it."""
    best, kind = "", ""
    for line in mounts.splitlines():
        fields = line.split()
        if len(fields) < 3:  # device, place, type
            continue
        place = fields[1].replace("\\040", " ")
        if len(place) >= len(best) and folder.is_relative_to(place):
            best, kind = place, fields[2]
    return kind


def _read_mounts() -> str:
    try:
        return Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
