"""Locks an old workbook with the RC4 encryption of Excel 97 ([MS-XLS] 2.2.10), in place of its note of who wrote it."""

import io
import struct
from hashlib import md5

import olefile
from msoffcrypto.method.rc4 import DocumentRC4

_WRITE_ACCESS, _FILE_PASS, _FILLER = 0x5C, 0x2F, 0x8C9
_PLAIN = {0x0809, 0x2F, 0x194, 0x195, 0xE1, 0x196, 0x138}
_SHEET = 0x85
_SALT, _VERIFIER = bytes(range(16)), bytes(range(16, 32))


def lock_xls(content: bytes, password: str) -> bytes:
    """Return the workbook with a password."""
    with olefile.OleFileIO(io.BytesIO(content)) as book:
        stream = book.openstream("Workbook").read()
    records = list(_records(stream))
    at, (_, payload) = next((at, record) for at, record in enumerate(records) if record[0] == _WRITE_ACCESS)
    said = _crypt(_VERIFIER + md5(_VERIFIER, usedforsecurity=False).digest(), password)
    file_pass = struct.pack("<HHH", 1, 1, 1) + _SALT + said
    filler = bytes(len(payload) - len(file_pass) - 4)
    del records[at]
    records[1:1] = [(_FILE_PASS, file_pass)]
    records.insert(at + 1, (_FILLER, filler))
    out = io.BytesIO(content)
    with olefile.OleFileIO(out, write_mode=True) as book:
        book.write_stream("Workbook", _locked(records, password).ljust(len(stream), b"\0")[: len(stream)])
    return out.getvalue()


def _records(stream: bytes) -> list[tuple[int, bytes]]:
    found, at = [], 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        if not kind:
            break
        found.append((kind, stream[at + 4 : at + 4 + size]))
        at += 4 + size
    return found


def _locked(records: list[tuple[int, bytes]], password: str) -> bytes:
    plain = b"".join(struct.pack("<HH", kind, len(payload)) + payload for kind, payload in records)
    secret = _crypt(plain, password)
    out, at = bytearray(), 0
    for kind, payload in records:
        keep = len(payload) if kind in _PLAIN else 4 if kind == _SHEET else 0
        out += plain[at : at + 4 + keep] + secret[at + 4 + keep : at + 4 + len(payload)]
        at += 4 + len(payload)
    return bytes(out)


def _crypt(data: bytes, password: str) -> bytes:
    found: bytes = DocumentRC4.decrypt(password, _SALT, io.BytesIO(data), blocksize=1024).read()
    return found
