"""A look at the sector chains of an old Office file before calamine follows them: a damaged chain may run in a circle.

Layout: [MS-CFB] Compound File Binary File Format, sections 2.2 (header), 2.3 (FAT), 2.4 (mini FAT), 2.5 (DIFAT).
"""

from array import array
from itertools import islice

_LAST_SECTOR = 0xFFFFFFFA
_HEADER = 512
_HEADER_SECTORS = 109


_OTHERS = {"WordDocument": "document", "PowerPoint Document": "document", "__properties_version1.0": "mail"}
_BOOKS = ("Workbook", "Book", "EncryptedPackage")


def kind_of_other(content: bytes) -> str:
    """Tell by the names of its streams what an old Office file is: ``document``, ``mail``, "" for a workbook."""

    def has(name: str) -> bool:
        return name.encode("utf-16-le") in content

    if any(map(has, _BOOKS)):
        return ""
    return next((kind for name, kind in _OTHERS.items() if has(name)), "")


def has_sound_chains(content: bytes) -> bool:
    """Tell whether every chain of sectors comes to an end inside the file."""
    if len(content) < _HEADER:
        return False
    shift = int.from_bytes(content[30:32], "little")
    if shift not in {9, 12}:
        return False
    tables = _fat_sectors(content, 1 << shift)
    if tables is None:
        return False
    fat = _entries(content, tables, 1 << shift)
    mini_start = _number(content, 60)
    mini = _chain(fat, mini_start)
    return mini is not None and _ends(fat) and _ends(_entries(content, mini, 1 << shift))


def _number(content: bytes, at: int) -> int:
    return int.from_bytes(content[at : at + 4], "little")


def _fat_sectors(content: bytes, size: int) -> list[int] | None:
    """Return the sectors of the FAT: 109 in the header, more in a chain of their own; None for a circle."""
    listed = array("I", content[76:_HEADER])
    sectors = [sector for sector in islice(listed, _HEADER_SECTORS) if sector < _LAST_SECTOR]
    following, visited = _number(content, 68), set[int]()
    while following < _LAST_SECTOR:
        if following in visited:
            return None
        visited.add(following)
        entries = _entries(content, [following], size)
        if not entries:
            return None
        sectors += [sector for sector in entries[:-1] if sector < _LAST_SECTOR]
        following = entries[-1]
    return sectors


def _entries(content: bytes, sectors: list[int], size: int) -> "array[int]":
    entries = array("I")
    for sector in sectors:
        piece = content[(sector + 1) * size : (sector + 2) * size]
        entries.frombytes(piece[: len(piece) // 4 * 4])
    return entries


def _chain(fat: "array[int]", start: int) -> list[int] | None:
    """Return the sectors of a chain, or None for a circle."""
    sectors: list[int] = []
    while start < len(fat):
        if len(sectors) > len(fat):
            return None
        sectors.append(start)
        start = fat[start]
    return sectors


def _ends(fat: "array[int]") -> bool:
    """Tell whether no chain of a table runs in a circle, visiting every sector once."""
    done = bytearray(len(fat))
    for first in range(len(fat)):
        path: list[int] = []
        sector = first
        while sector < len(fat) and not done[sector]:
            done[sector] = 1
            path.append(sector)
            sector = fat[sector]
        if sector < len(fat) and done[sector] == 1:
            return False
        for seen in path:
            done[seen] = 2
    return True
