"""Writes a file whole or not at all, beside its place first."""

import tempfile
from pathlib import Path

from pos_closeout.domain.errors import DocumentError


def write_file(path: Path, data: bytes) -> None:
    """Write a file; one that was there stays as it was when writing fails.

    Raises:
        DocumentError: ``document.not_written``.
    """
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as part:
            part.write(data)
        Path(part.name).replace(path)
    except OSError as error:
        raise DocumentError("document.not_written", path=str(path), reason=error.strerror or "") from error
