"""The zip that a Word or Excel file is: read within bounds, written with one part changed."""

import io
import zipfile
import zlib
from pathlib import Path

from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.file_limits import MAX_FORM_FILE, MAX_FORM_PART, MAX_FORM_PARTS


def read_file(path: Path) -> bytes:
    """Return the bytes of a form.

    Raises:
        BadInputError: ``file.not_found``, ``file.unreadable`` or ``file.too_big``.
    """
    try:
        if not path.is_file():
            raise BadInputError("file.not_found", path=str(path))
        with path.open("rb") as file:
            data = file.read(MAX_FORM_FILE + 1)
    except OSError as error:
        raise BadInputError("file.unreadable", path=str(path)) from error
    if len(data) > MAX_FORM_FILE:
        raise BadInputError("file.too_big", path=str(path), limit=MAX_FORM_FILE >> 20)
    return data


def open_package(data: bytes) -> zipfile.ZipFile:
    """Return the package in a file.

    Raises:
        BadInputError: ``form.damaged``.
    """
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise BadInputError("form.damaged", reason=str(error)) from error
    if len(package.infolist()) > MAX_FORM_PARTS or len(set(package.namelist())) < len(package.namelist()):
        raise BadInputError("form.damaged", reason="parts")
    return package


def read_part(package: zipfile.ZipFile, name: str) -> bytes:
    """Return one part.

    Raises:
        BadInputError: ``form.damaged`` when it is missing, locked, too large, or does not unpack.
    """
    try:
        with package.open(name) as part:
            data = part.read(MAX_FORM_PART + 1)
    except (KeyError, RuntimeError, zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError) as error:
        raise BadInputError("form.damaged", reason=name) from error
    if len(data) > MAX_FORM_PART:
        raise BadInputError("form.damaged", reason=f"{name} > {MAX_FORM_PART >> 20} MB")
    return data


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """Return the package with one part replaced; all others are copied as they are."""
    written = io.BytesIO()
    with open_package(data) as source, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            part = content if info.filename == name else read_part(source, info.filename)
            kept = zipfile.ZipInfo(info.filename, info.date_time)
            kept.compress_type, kept.external_attr = info.compress_type, info.external_attr
            kept.create_system = info.create_system
            target.writestr(kept, part)
    return written.getvalue()
