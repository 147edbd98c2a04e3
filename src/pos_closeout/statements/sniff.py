"""What kind of file the owner chose, told from its bytes, and whether it can be a bill at all.

One pass over the file gives its hash, its encoding and the refusals that need no reading of rows.
"""

import codecs
import hashlib
import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO, NamedTuple

from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.file_limits import MAX_BYTES, MAX_LINE_BYTES

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""First bytes of an old Office file (.xls, .doc) and of a new one with a password."""

_PDF = b"%PDF-"
_FIELDS = re.compile(rb"\s*(?:[A-Za-z][A-Za-z0-9-]*:[^\r\n]*\r?\n(?:[ \t]+[^\r\n]*\r?\n)*){3,}")
_MAIL = re.compile(rb"(?im)^(?:From|To|Subject|Received|Return-Path|MIME-Version|Message-ID|Content-Type):")
"""Fields of an e-mail (RFC 5322), of which at least two stand at its head."""

_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|meta|style)\b", re.IGNORECASE)
"""What a page begins with; banks give tables as pages named .xls, which spreadsheet programs open."""

HEAD_BYTES = 4096
"""Bytes from which the kind of a file is told."""

_HEAD = 8
_BLANK = b"\xef\xbb\xbf \t\r\n,"


class Container(StrEnum):
    """How the rows are wrapped."""

    TEXT = "text"
    ZIP = "zip"
    OLE = "ole"
    PDF = "pdf"
    MAIL = "mail"
    PAGE = "page"


class Digest(NamedTuple):
    """Hash, encoding and size in bytes of a text; ``encoding`` is "" when none decodes all of it."""

    sha256: str
    encoding: str
    size: int


_OTHER_KINDS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"BM", "picture"),
    (b"RIFF", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"\x00\x00\x01\x00", "picture"),
    (b"\x00\x00\x02\x00", "picture"),
    (b"8BPS", "picture"),
    (b"ID3\x02", "picture"),
    (b"ID3\x03", "picture"),
    (b"ID3\x04", "picture"),
    (b"OggS", "picture"),
    (b"L\x00\x00\x00\x01\x14\x02\x00", "shortcut"),
    (b"[InternetShortcut]", "shortcut"),
    (b"\x00\x01\x00\x00", "other"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"\xfd7zXZ", "archive"),
    (b"BZh9", "archive"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"SQLite format 3", "database"),
    (b"{\\rtf", "document"),
)


def sniff(path: Path) -> Container:
    """Tell how the rows of a file are wrapped.

    Raises:
        BadInputError: ``statement.unreadable``, ``.lock_file``, ``.empty_file``, ``.too_big`` or ``.wrong_kind`` (with
            the kind of file it is), each one sentence for the owner.
    """
    if path.name.startswith("~$"):
        raise BadInputError("statement.lock_file", name=path.name)
    try:
        if path.is_dir():
            raise BadInputError("statement.wrong_kind", name=path.name, kind="folder")
        if not path.is_file():
            raise BadInputError("statement.unreadable", name=path.name)
        size = path.stat().st_size
        with path.open("rb") as stream:
            head = stream.read(HEAD_BYTES)
    except OSError as error:
        raise BadInputError("statement.unreadable", name=path.name) from error
    return container_of(head, size, path.name)


def container_of(head: bytes, size: int, name: str) -> Container:
    """Tell the wrapping from the first bytes; the same refusals as ``sniff``."""
    if not head.strip(_BLANK) and size <= len(head):
        raise BadInputError("statement.empty_file", name=name)
    if size > MAX_BYTES:
        raise BadInputError("statement.too_big", name=name, limit=MAX_BYTES)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Container.ZIP
    if head.startswith(OLE_MAGIC):
        return Container.OLE
    if _PDF in head[:1024]:
        return Container.PDF
    fields = _FIELDS.match(head)
    if fields and len(_MAIL.findall(fields[0])) > 1:
        return Container.MAIL
    for magic, kind in _OTHER_KINDS:
        if head.startswith(magic) and not _is_plain(head, magic):
            raise BadInputError("statement.wrong_kind", name=name, kind=kind)
    if head[4:8] == b"ftyp":
        # Films and photos of a telephone name their kind after a length.
        raise BadInputError("statement.wrong_kind", name=name, kind="picture")
    return _page_or_text(head, name)


def _page_or_text(head: bytes, name: str) -> Container:
    if not head.lstrip(_BLANK).startswith(b"<"):
        return Container.TEXT
    if _PAGE.search(head) is None:
        # A drawing, or data of another program.
        raise BadInputError("statement.wrong_kind", name=name, kind="page")
    return Container.PAGE


def _is_plain(head: bytes, magic: bytes) -> bool:
    """Keep a text that happens to begin with ``BM`` or ``MZ``."""
    return len(magic) == 2 and magic.isalpha() and all(byte >= 9 for byte in head)


def hash_file(path: Path) -> str:
    """Return the SHA-256 of a file in hex."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def digest_text(stream: BinaryIO, name: str, step: Callable[[int], None]) -> Digest:
    """Read a text to its end: hash, size, and the encoding that decodes all of it.

    The encodings are tried one after the other, because GB18030 takes ten times as long as UTF-8 and is seldom needed.
    ``step`` is told the number of bytes after each chunk, and may raise to stop.

    Raises:
        BadInputError: ``statement.binary_file`` for zero bytes, ``statement.line_too_long`` for a line of more than
            ``MAX_LINE_BYTES`` bytes.
    """
    sha, size = hashlib.sha256(), 0
    candidates = _candidates(stream.read(_HEAD))
    stream.seek(0)
    decode: _Strict | None = _Strict(candidates[0])
    for chunk in _chunks(stream):
        size += len(chunk)
        sha.update(chunk)
        _refuse_odd_chunk(chunk, name, wide=candidates[0].startswith("utf-16"))
        decode = decode.after(chunk) if decode else None
        step(size)
    if decode and decode.after(b"", final=True):
        return Digest(sha.hexdigest(), candidates[0], size)
    second = next((encoding for encoding in candidates[1:] if _decodes(stream, encoding)), "")
    return Digest(sha.hexdigest(), second, size)


class _Strict:
    """A strict decoder that throws away what it decodes."""

    def __init__(self, encoding: str) -> None:
        self._decoder = codecs.getincrementaldecoder(encoding)("strict")

    def after(self, chunk: bytes, *, final: bool = False) -> "_Strict | None":
        """Return itself, or None once something does not decode."""
        try:
            self._decoder.decode(chunk, final)
        except UnicodeDecodeError:
            return None
        return self


def _decodes(stream: BinaryIO, encoding: str) -> bool:
    stream.seek(0)
    decode: _Strict | None = _Strict(encoding)
    for chunk in _chunks(stream):
        if decode is None:
            return False
        decode = decode.after(chunk)
    return decode is not None and decode.after(b"", final=True) is not None


def _chunks(stream: BinaryIO) -> Iterator[bytes]:
    while chunk := stream.read(MAX_LINE_BYTES):
        yield chunk


def _candidates(head: bytes) -> tuple[str, ...]:
    """Return the encodings in the order in which they are believed: a byte order mark settles it."""
    if head.startswith(codecs.BOM_UTF8):
        return ("utf-8-sig",)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ("utf-16",)
    if head.count(0) >= 2:
        return ("utf-16-le",) if head[1] == 0 else ("utf-16-be",)
    return ("utf-8", "gb18030")


def _refuse_odd_chunk(chunk: bytes, name: str, *, wide: bool) -> None:
    # Three zero bytes hold the zero sign in both orders of UTF-16, and no text has that.
    if (b"\0\0\0" if wide else b"\0") in chunk:
        raise BadInputError("statement.binary_file", name=name)
    if len(chunk) == MAX_LINE_BYTES and b"\n" not in chunk and b"\r" not in chunk:
        raise BadInputError("statement.line_too_long", name=name, limit=MAX_LINE_BYTES)
