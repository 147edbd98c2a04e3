"""Writes a file whole or not at all, beside its place first."""

import errno
import os
from pathlib import Path
from uuid import uuid4

from pos_closeout.domain.errors import DocumentError


def write_file(path: Path, data: bytes) -> None:
    """Write a file; one that was there stays as it was when writing fails.

    Raises:
        DocumentError: as :func:`not_written`.
    """
    part: Path | None = None
    try:
        # A link stays one: what it leads to is written.
        place = path.resolve()
        beside = place.with_name(f".{uuid4().hex}.part")
        with beside.open("xb") as written:
            part = beside
            written.write(data)
        if place.exists():
            part.chmod(place.stat().st_mode & 0o777)
        part.replace(place)
    except OSError as error:
        if part is not None:
            part.unlink(missing_ok=True)
        raise not_written(error, path) from error


def not_written(error: OSError, path: Path) -> DocumentError:
    """Return what to tell of a file that could not be written: open elsewhere, no room on the disk, or anything else.

    Windows refuses to replace a file that another program has open, and says no more than that permission is missing.
    """
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return DocumentError("document.disk_full", path=path.name)
    if isinstance(error, PermissionError) and path.is_file() and os.access(path.parent, os.W_OK):
        return DocumentError("document.in_use", path=path.name)
    return DocumentError("document.not_written", path=str(path), reason=error.strerror or "")
