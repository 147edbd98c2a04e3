"""Fonts inside one document: only the glyphs it uses, with a map back to the characters they stand for.

reportlab, which reads the fonts, would split one into parts of 256 characters and write wrong maps above U+FFFF. Here
each is one composite font with two-byte codes, and its map holds UTF-16, so that rare names can be searched and copied.
"""

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from pos_closeout.documents.typesetting.fonts import Face, Fonts, Glyph
from pos_closeout.documents.typesetting.kept import Kept
from pos_closeout.documents.typesetting.objects import Objects, array, dictionary
from pos_closeout.documents.typesetting.outlines import outlines, program

_SYMBOLIC = 1 << 2
#: Most entries one block of a character map may have, by the specification of CMaps.
_MAP_BLOCK = 100


@dataclass(frozen=True, slots=True)
class Subset:
    """A font cut down to some glyphs. Streams are compressed.

    Attributes:
        name: of the font, with the six letters that mark a subset.
        program: the outlines.
        length: of the outlines before compression, bytes.
        widths: advances of codes that are not a whole em wide, as an array of PDF.
        numbers: the glyph number of each code.
        characters: the map from codes to what a reader gets when copying.
    """

    name: str
    program: bytes
    length: int
    widths: str
    numbers: bytes
    characters: bytes


def embedded(objects: Objects, used: Mapping[Face, Iterable[Glyph]], fonts: Fonts) -> dict[str, str]:
    """Write the fonts with the glyphs used and return the references by resource name."""
    references = {}
    for face in sorted(used, key=lambda face: face.name):
        glyphs = {int(glyph.code, 16): (glyph.drawn, glyph.means) for glyph in used[face]}
        shown = tuple(sorted(glyphs.items()))
        subset = fonts.subsets.get((face, shown), partial(_subset, face, shown, fonts.parts))
        references[face.name] = _font(objects, face, subset)
    return references


def _subset(face: Face, shown: tuple[tuple[int, tuple[str, str]], ...], parts: Kept[bytes]) -> Subset:
    """Return the subset of a font with these codes, each with the character drawn and what it means."""
    drawn = {code: ord(character) for code, (character, _) in shown}
    numbers = {code: face.file.charToGlyph[character] for code, character in drawn.items()}
    found = outlines(face.file, numbers.values())
    written, length = program(face.file, found, parts)
    return Subset(
        name=f"{_tag(written)}+{face.file.name.decode('ascii')}",
        program=written,
        length=length,
        widths=_widths({code: round(face.widths[character]) for code, character in drawn.items()}),
        numbers=zlib.compress(_glyph_numbers(numbers, found), level=1),
        characters=zlib.compress(_unicode_map([(code, means) for code, (_, means) in shown])),
    )


def _font(objects: Objects, face: Face, subset: Subset) -> str:
    """Return a reference to a composite font with the glyphs used."""
    return objects.add(
        {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": f"/{subset.name}",
            "Encoding": "/Identity-H",
            "DescendantFonts": array(_descendant(objects, face, subset)),
            "ToUnicode": objects.add_stream(subset.characters),
        }
    )


def _descendant(objects: Objects, face: Face, subset: Subset) -> str:
    """Return a reference to the font that has the outlines and widths."""
    file = face.file
    descriptor = {
        "Type": "/FontDescriptor",
        "FontName": f"/{subset.name}",
        "Flags": _SYMBOLIC,
        "FontBBox": array(*map(round, file.bbox)),
        "ItalicAngle": 0,
        "Ascent": round(file.ascent),
        "Descent": round(file.descent),
        "CapHeight": round(file.capHeight),
        "StemV": file.stemV,
        "FontFile2": objects.add_stream(subset.program, Length1=subset.length),
    }
    return objects.add(
        {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": f"/{subset.name}",
            "CIDSystemInfo": dictionary({"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": 0}),
            "FontDescriptor": objects.add(descriptor),
            "DW": 1000,
            "W": subset.widths,
            "CIDToGIDMap": objects.add_stream(subset.numbers),
        }
    )


def _tag(program: bytes) -> str:
    """Return the six letters that mark a subset: the same for the same glyphs."""
    return "".join(chr(ord("A") + byte % 26) for byte in hashlib.sha256(program).digest()[:6])


def _widths(of: Mapping[int, int]) -> str:
    """Return the widths of codes in rising order; neighbours share a list, and what is one em wide is left out."""
    narrow = [code for code, width in of.items() if width != 1000]
    runs = groupby(enumerate(narrow), key=lambda placed: placed[1] - placed[0])
    lists = [[code for _, code in run] for _, run in runs]
    listed = (f"{codes[0]} [{' '.join(str(of[code]) for code in codes)}]" for codes in lists)
    return f"[{' '.join(listed)}]"


def _glyph_numbers(numbers: Mapping[int, int], found: Iterable[int]) -> bytes:
    """Return the place in the subset of each code's glyph, up to the last code used, two bytes each."""
    places = {number: place.to_bytes(2, "big") for place, number in enumerate(found)}
    table = bytearray(2 * (max(numbers, default=0) + 1))
    for code, number in numbers.items():
        table[2 * code : 2 * code + 2] = places[number]
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
