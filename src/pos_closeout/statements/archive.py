"""Zip files from the platforms: passwords, names in GBK, and archives that are traps.

Passwords: stdlib ``zipfile`` reads only the old ZipCrypto; WeChat's archives use WinZip AES as well, so an encrypted
member goes through pyzipper, the maintained reader that knows both. The password is used and forgotten.
"""

import io
import struct
import zipfile
import zlib
from pathlib import Path
from typing import BinaryIO, cast

from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.file_limits import BOMB_BYTES, BOMB_RATIO, MAX_BYTES, MAX_MEMBERS, MAX_SHEET_BYTES

_OTHER_PACKAGES = (
    ("word/", "document"),
    ("ppt/", "document"),
    ("mimetype", "document"),
    ("META-INF/MANIFEST.MF", "program"),
    ("AndroidManifest.xml", "program"),
)
_UTF8_NAMES = 0x800
_ENCRYPTED = 0x1

ARCHIVE_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, struct.error, ValueError, OSError)
"""What the two zip readers raise on broken input, apart from RuntimeError for passwords."""


def open_archive(source: Path | BinaryIO, name: str) -> zipfile.ZipFile:
    """Open a zip and refuse broken ones and traps.

    Raises:
        BadInputError: ``statement.broken_archive`` or ``statement.archive_bomb``.
    """
    try:
        archive = zipfile.ZipFile(source)
    except (*ARCHIVE_ERRORS, RuntimeError) as error:
        raise BadInputError("statement.broken_archive", name=name) from error
    members = archive.infolist()
    unpacked = sum(member.file_size for member in members)
    swollen = any(
        member.file_size > BOMB_BYTES and member.file_size > BOMB_RATIO * max(member.compress_size, 1)
        for member in members
    )
    if unpacked > MAX_BYTES or swollen:
        archive.close()
        raise BadInputError("statement.archive_bomb", name=name, bytes=unpacked)
    return archive


def kind_of_package(archive: zipfile.ZipFile, name: str) -> str:
    """Tell a workbook (``workbook``) from an archive of bills (``bills``).

    Raises:
        BadInputError: ``statement.wrong_kind`` for a Word or PowerPoint file or a program package.
    """
    names = {member.filename for member in archive.infolist()}
    if any(member.startswith("xl/workbook") for member in names) or _is_open_document(archive, names):
        return "workbook"
    for folder, kind in _OTHER_PACKAGES:
        if any(member.startswith(folder) for member in names):
            raise BadInputError("statement.wrong_kind", name=name, kind=kind)
    return "bills"


def _is_open_document(archive: zipfile.ZipFile, names: set[str]) -> bool:
    if not {"mimetype", "content.xml"} <= names:
        return False
    try:
        return b"spreadsheet" in archive.read("mimetype")[:100]
    except (*ARCHIVE_ERRORS, RuntimeError):
        return False


def bill_members(archive: zipfile.ZipFile, name: str) -> list[zipfile.ZipInfo]:
    """Return the files of an archive that may be bills, in the order of the archive.

    Raises:
        BadInputError: ``statement.empty_archive`` or ``statement.too_many_members``.
    """
    members = [
        member
        for member in archive.infolist()
        # A damaged archive may hold a member without a name, and ``is_dir`` breaks on it.
        if member.filename and not member.is_dir() and not member.filename.startswith("__MACOSX/") and member.file_size
    ]
    if not members:
        raise BadInputError("statement.empty_archive", name=name)
    if len(members) > MAX_MEMBERS:
        raise BadInputError("statement.too_many_members", name=name, limit=MAX_MEMBERS)
    return members


def member_name(member: zipfile.ZipInfo) -> str:
    """Return the name of a member; names without the UTF-8 flag are GBK when that decodes (Alipay)."""
    if member.flag_bits & _UTF8_NAMES:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("gbk")
    except UnicodeError:
        return member.filename


def is_encrypted(member: zipfile.ZipInfo) -> bool:
    """Tell whether a member needs a password."""
    return bool(member.flag_bits & _ENCRYPTED)


def open_member(name: str, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> BinaryIO:
    """Open one file of the archive that needs no password.

    Raises:
        BadInputError: ``statement.broken_archive``.
    """
    try:
        return cast("BinaryIO", archive.open(member))
    except (*ARCHIVE_ERRORS, RuntimeError) as error:
        raise BadInputError("statement.broken_archive", name=name) from error


def unlock_member(source: Path | bytes, name: str, member: zipfile.ZipInfo, password: str | None) -> bytes:
    """Return the content of an encrypted file of the archive; ``name`` is that of the archive.

    Raises:
        BadInputError: ``statement.password_needed``, ``statement.password_wrong`` (also when the content does not
            match its checksum, which a wrong password causes) or ``statement.archive_bomb``.
    """
    if not password:
        raise BadInputError("statement.password_needed", name=name)
    if member.file_size > MAX_SHEET_BYTES:
        raise BadInputError("statement.archive_bomb", name=name, bytes=member.file_size)
    # Imported here: few archives have a password, and it costs a third of the start.
    import pyzipper

    try:
        with pyzipper.AESZipFile(io.BytesIO(source) if isinstance(source, bytes) else source) as locked:
            return bytes(locked.read(member.filename, pwd=password.encode("utf-8")))
    except (*ARCHIVE_ERRORS, pyzipper.BadZipFile, RuntimeError) as error:
        raise BadInputError("statement.password_wrong", name=name) from error
