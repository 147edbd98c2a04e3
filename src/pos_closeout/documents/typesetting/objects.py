"""The objects of one PDF file, numbered in the order they are written in (ISO 32000-1, 7.3 and 7.5)."""

import hashlib
from collections.abc import Mapping
from typing import Any

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


class Objects:
    """Collects objects and writes them. A reference to one is text such as "12 0 R"."""

    def __init__(self) -> None:
        self._written: list[bytes] = []

    def reserve(self) -> str:
        """Return a reference to an object that is put later, since others must name it before."""
        self._written.append(b"")
        return f"{len(self._written)} 0 R"

    def put(self, reference: str, entries: Mapping[str, Any]) -> None:
        """Write a dictionary in the place that was reserved."""
        self._written[int(reference.split(maxsplit=1)[0]) - 1] = dictionary(entries).encode("ascii")

    def add(self, entries: Mapping[str, Any]) -> str:
        """Append a dictionary."""
        self._written.append(dictionary(entries).encode("ascii"))
        return f"{len(self._written)} 0 R"

    def add_stream(self, compressed: bytes, **entries: Any) -> str:
        """Append a stream of bytes that zlib has compressed."""
        head = dictionary({"Length": len(compressed), "Filter": "/FlateDecode", **entries}).encode("ascii")
        self._written.append(b"%b\nstream\n%b\nendstream" % (head, compressed))
        return f"{len(self._written)} 0 R"

    def file(self, root: str, info: str) -> bytes:
        """Return the file. Its identifier is taken from its content, so that equal papers are equal files."""
        parts, places, length = [_HEADER], [], len(_HEADER)
        for number, written in enumerate(self._written, 1):
            places.append(length)
            parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, written))
            length += len(parts[-1])
        size = len(places) + 1
        table = b"".join([b"%010d 00000 n \n" % place for place in places])
        parts.append(b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, table))
        mark = f"<{hashlib.sha256(b''.join(parts)).hexdigest()[:32]}>"
        trailer = dictionary({"Size": size, "Root": root, "Info": info, "ID": f"[{mark} {mark}]"})
        parts.append(f"trailer\n{trailer}\nstartxref\n{length}\n%%EOF\n".encode("ascii"))
        return b"".join(parts)


def dictionary(entries: Mapping[str, Any]) -> str:
    """Return a dictionary; values are numbers or what stands in the file as it is."""
    return f"<< {' '.join(f'/{key} {value}' for key, value in entries.items())} >>"


def array(*values: Any) -> str:
    """Return an array; values are numbers or what stands in the file as it is."""
    return f"[{' '.join(map(str, values))}]"


def string(text: str) -> str:
    """Return a text as a string that can hold every character: UTF-16 in hexadecimal digits."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"
