"""Tells a PDF whose content was damaged: pdfium reads such a file as far as it goes and says nothing.

Compressed streams end with a checksum of what they hold (RFC 1950, Adler-32), which a changed byte does not survive.
"""

import base64
import io
import mmap
import re
import zlib
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from pos_closeout.domain.file_limits import MAX_STREAM_BYTES

_STREAM = re.compile(rb">>\s{0,4}stream\r?\n")
_DICTIONARY = 4096
_PIECE = 1 << 20

Content = bytes | mmap.mmap


def is_damaged(source: Path | bytes, document: pypdfium2.PdfDocument) -> bool:
    """Tell whether a stream of a PDF does not hold what was written into it; pictures are left out.

    A locked file is looked at as pdfium unlocks it, in memory.
    """
    if pdfium.FPDF_GetSecurityHandlerRevision(document.raw) != -1:
        unlocked = io.BytesIO()
        try:
            document.save(unlocked, flags=pdfium.FPDF_REMOVE_SECURITY)
        except pypdfium2.PdfiumError:
            return True
        return _has_broken_stream(unlocked.getvalue())
    if isinstance(source, bytes):
        return _has_broken_stream(source)
    with source.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return _has_broken_stream(content)


def _has_broken_stream(content: Content) -> bool:
    return any(_is_broken(content, found.start(), found.end()) for found in _STREAM.finditer(content))


def _is_broken(content: Content, dictionary_end: int, start: int) -> bool:
    before = bytes(content[max(0, dictionary_end - _DICTIONARY) : dictionary_end])
    dictionary = before[before.rfind(b"obj") + 1 :]
    end = content.find(b"endstream", start)
    if b"/FlateDecode" not in dictionary or b"/Image" in dictionary or end < 0:
        return False
    data = bytes(content[start:end])
    if b"/ASCII85Decode" in dictionary:
        try:
            data = base64.a85decode(data.strip().removesuffix(b"~>"))
        except ValueError:
            return True
    return not _inflates(data)


def _inflates(data: bytes) -> bool:
    reader, size = zlib.decompressobj(), 0
    try:
        while data and not reader.eof and size < MAX_STREAM_BYTES:
            size += len(reader.decompress(data, _PIECE))
            data = reader.unconsumed_tail
    except zlib.error:
        return False
    return True
