"""One composite font a face in a document of reportlab's: the glyphs it uses, and a map back to their characters.

reportlab's own ``TTFont`` splits a face into fonts of 256 characters and writes wrong maps above U+FFFF. Here each face
is one Type 0 font with two-byte codes (ISO 32000-1, 9.7), and its map holds UTF-16, so that rare names can be searched
and copied.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFStream, PDFString, PDFZCompress

from pos_closeout.documents.typesetting.fonts import Face, Glyph

#: Most entries one block of a character map may have, by the specification of CMaps.
_MAP_BLOCK = 100


def add_font(document: PDFDocument, face: Face, glyphs: Iterable[Glyph]) -> None:
    """Write a face with the glyphs used into a document; pages name it by ``face.name``.

    Args:
        document: reportlab's.
        face: the face.
        glyphs: every glyph of it that a page shows; other glyphs of the face are not in the file.
    """
    shown = sorted({int(glyph.code, 16): glyph for glyph in glyphs}.items())
    characters = sorted({ord(glyph.drawn) for _, glyph in shown})
    name = f"{_subset_tag(face, characters)}+{face.file.name.decode('ascii')}"
    system = {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
    descendant = PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType2"),
            "BaseFont": PDFName(name),
            "CIDSystemInfo": PDFDictionary(system),
            "FontDescriptor": face.file.addSubsetObjects(document, name, characters),
            "DW": 1000,
            "W": _widths({code: round(glyph.width * 1000) for code, glyph in shown}),
            "CIDToGIDMap": document.Reference(_stream(_glyph_numbers(face, characters, shown))),
        }
    )
    font = PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": PDFName(name),
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([document.Reference(descendant)]),
            "ToUnicode": document.Reference(_stream(_unicode_map([(code, glyph.means) for code, glyph in shown]))),
        }
    )
    document.idToObject["BasicFonts"][face.name] = document.Reference(font)


def _stream(content: bytes) -> Any:
    return PDFStream(content=content, filters=[PDFZCompress])


def _subset_tag(face: Face, characters: Iterable[int]) -> str:
    """Return the six letters that mark a subset: the same for the same glyphs."""
    digest = hashlib.sha256(f"{face.name} {list(characters)}".encode("ascii")).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _widths(of: Mapping[int, int]) -> Any:
    """Return the widths of codes in rising order; neighbours share a list, and what is one em wide is left out."""
    narrow = [code for code, width in of.items() if width != 1000]
    runs = [list(run) for _, run in groupby(enumerate(narrow), key=lambda placed: placed[1] - placed[0])]
    return PDFArray([part for run in runs for part in (run[0][1], PDFArray([of[code] for _, code in run]))])


def _glyph_numbers(face: Face, characters: Iterable[int], shown: Iterable[tuple[int, Glyph]]) -> bytes:
    """Return the place in the subset of each code's glyph, up to the last code used, two bytes each.

    ``makeSubset`` numbers the glyphs in the order of the characters asked for, behind the missing glyph.
    """
    places = {0: 0}
    for character in characters:
        places.setdefault(face.file.charToGlyph[character], len(places))
    numbers = {code: places[face.file.charToGlyph[ord(glyph.drawn)]] for code, glyph in shown}
    table = bytearray(2 * (max(numbers, default=0) + 1))
    for code, number in numbers.items():
        table[2 * code : 2 * code + 2] = number.to_bytes(2, "big")
    return bytes(table)


def _unicode_map(means: list[tuple[int, str]]) -> bytes:
    """Return the map from codes to the characters a reader gets when copying, as UTF-16 with surrogates."""
    return "\n".join(_unicode_map_lines(means)).encode("ascii")


def _unicode_map_lines(means: list[tuple[int, str]]) -> Iterator[str]:
    yield "/CIDInit /ProcSet findresource begin 12 dict begin begincmap"
    yield "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def"
    yield "/CMapName /Adobe-Identity-UCS def /CMapType 2 def"
    yield "1 begincodespacerange <0000> <FFFF> endcodespacerange"
    for start in range(0, len(means), _MAP_BLOCK):
        block = means[start : start + _MAP_BLOCK]
        yield f"{len(block)} beginbfchar"
        for code, characters in block:
            yield f"<{code:04X}> <{characters.encode('utf-16-be').hex().upper()}>"
        yield "endbfchar"
    yield "endcmap CMapName currentdict /CMap defineresource pop end end"
