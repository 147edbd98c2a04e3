"""A TrueType file with some glyphs of a font, made from outlines in place and compressed part by part.

An edit that brings one new character leaves nearly every part as it was, and compressing is most of the work.
"""

import struct
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, groupby
from typing import Any

from pos_closeout.documents.typesetting.kept import Kept

#: Glyphs whose numbers differ only below this are compressed together.
_NEIGHBOURS = 1_024
_COMPONENT = struct.Struct(">HH")
_WORDS, _SCALE, _MORE, _TWO_SCALES, _MATRIX = 1, 8, 32, 64, 128
_COPIED = ("cvt ", "fpgm", "prep")
#: Outlines that start with this or more have a negative number of contours: they are composed of other glyphs.
_COMPOSED = b"\x80"
_CHECKSUM_OF_FILE = 0xB1B0AFBA


def outlines(file: Any, numbers: Iterable[int]) -> dict[int, bytes]:
    """Return the outlines of the glyphs asked for, the missing glyph first, and of those they are composed of."""
    all_of_them, places = file.get_table("glyf"), file.glyphPos
    found: dict[int, bytes] = {}
    todo = [0, *sorted(numbers)]
    for number in todo:
        if number not in found:
            outline = found[number] = _padded(all_of_them[places[number] : places[number + 1]])
            todo += [part for _, part in _components(outline)] if outline[:1] >= _COMPOSED else []
    return found


def program(file: Any, found: Mapping[int, bytes], parts: Kept[bytes]) -> tuple[bytes, int]:
    """Return a TrueType file with these glyphs in their order, compressed, and its length before compression.

    Args:
        file: the font as reportlab has read it.
        found: what ``outlines`` returned.
        parts: compressed parts kept from files made before.
    """
    places = {number: place for place, number in enumerate(found)}
    glyphs = [_renumbered(outline, places) if outline[:1] >= _COMPOSED else outline for outline in found.values()]
    offsets = accumulate((len(glyph) for glyph in glyphs), initial=0)
    metrics = chain.from_iterable(file.hmetrics[number] for number in found)
    head = bytearray(file.get_table("head"))
    head[8:12] = bytes(4)
    head[50:52] = b"\0\1"
    tables = {
        "glyf": b"".join(glyphs),
        "head": bytes(head),
        "hhea": file.get_table("hhea")[:34] + len(found).to_bytes(2, "big"),
        "hmtx": struct.pack(f">{2 * len(found)}H", *(int(number) & 0xFFFF for number in metrics)),
        "loca": struct.pack(f">{len(found) + 1}I", *offsets),
        "maxp": file.get_table("maxp")[:4] + len(found).to_bytes(2, "big") + file.get_table("maxp")[6:],
        **{tag: bytes(file.get_table(tag)) for tag in _COPIED if tag in file.table},
    }
    directory, written = _directory({tag: _padded(table) for tag, table in sorted(tables.items())}, tables)
    together = [b"".join(glyph for _, glyph in near) for _, near in groupby(zip(found, glyphs, strict=True), _near)]
    slices = chain.from_iterable(together if tag == "glyf" else (table,) for tag, table in written.items())
    return deflated((directory, *slices), parts)


def deflated(parts: Sequence[bytes], kept: Kept[bytes]) -> tuple[bytes, int]:
    """Return all parts as one stream of zlib, and their length; a part that was compressed before is not again."""
    whole = b"".join(parts)
    blocks = b"".join([kept.get(part, lambda part=part: _block(part)) for part in parts if part])  # type: ignore[misc]
    return b"\x78\x9c" + blocks + b"\x03\x00" + zlib.adler32(whole).to_bytes(4, "big"), len(whole)


def _block(part: bytes) -> bytes:
    """Return a part compressed so that it looks back at nothing before it and others can follow."""
    compressor = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return compressor.compress(part) + compressor.flush(zlib.Z_FULL_FLUSH)


def _near(placed: tuple[int, bytes]) -> int:
    return placed[0] // _NEIGHBOURS


def _components(outline: bytes) -> Iterator[tuple[int, int]]:
    """Yield (place in the bytes, number) of each glyph that a composed glyph is made of."""
    at, flags = 10, _MORE
    while flags & _MORE:
        flags, number = _COMPONENT.unpack_from(outline, at)
        yield at + 2, number
        at += 8 if flags & _WORDS else 6
        at += 2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0


def _renumbered(outline: bytes, places: dict[int, int]) -> bytes:
    """Return a composed outline whose components have the numbers they have in the new file."""
    changed = bytearray(outline)
    for at, number in _components(outline):
        changed[at : at + 2] = places[number].to_bytes(2, "big")
    return bytes(changed)


def _padded(table: bytes) -> bytes:
    return table + bytes(-len(table) % 4)


def _sum(table: bytes) -> int:
    """Return the checksum of a padded table."""
    words = array("I", table)
    if struct.pack("=H", 1) != struct.pack(">H", 1):
        words.byteswap()
    return sum(words) & 0xFFFFFFFF


def _directory(padded: dict[str, bytes], tables: dict[str, bytes]) -> tuple[bytes, dict[str, bytes]]:
    """Return the directory of a file, and its tables with the checksum of the whole file in the head."""
    power = len(padded).bit_length() - 1
    lines = [struct.pack(">4s4H", b"\0\1\0\0", len(padded), 16 << power, power, 16 * len(padded) - (16 << power))]
    place, total = 12 + 16 * len(padded), 0
    for tag, table in padded.items():
        checksum = _sum(table)
        lines.append(struct.pack(">4s3I", tag.encode("ascii"), checksum, place, len(tables[tag])))
        place, total = place + len(table), total + checksum
    directory = b"".join(lines)
    adjusted = (_CHECKSUM_OF_FILE - total - _sum(directory)) & 0xFFFFFFFF
    head = padded["head"]
    return directory, {**padded, "head": head[:8] + adjusted.to_bytes(4, "big") + head[12:]}
