"""Fonts inside one document: only the glyphs it uses, with a map back to the characters they stand for.

reportlab's own way splits a font into parts of 256 characters and writes wrong maps above U+FFFF. Here each font is one
composite font with two-byte codes, and its map holds UTF-16, so that rare names can be searched and copied.
"""

import hashlib
from collections.abc import Iterator

from reportlab.pdfbase import pdfdoc

from pos_closeout.documents.typesetting.fonts import Face, Glyph

_SYMBOLIC = 1 << 2
#: Most entries one block of a character map may have, by the specification of CMaps.
_MAP_BLOCK = 100


class Codes(dict[Glyph, str]):
    """The glyphs of one face that a document uses, each with the four hexadecimal digits that show it.

    A code is the place in the order of use; code 0 is the missing glyph and never shown.

    Args:
        face: the font.
        name: its name in the resources of pages.
    """

    def __init__(self, face: Face, name: str) -> None:
        super().__init__()
        self.face = face
        self.name = name
        self.used: dict[tuple[str, str], int] = {}

    def __missing__(self, glyph: Glyph) -> str:
        number = self.used.setdefault((glyph.drawn, glyph.means), len(self.used) + 1)
        code = self[glyph] = f"{number:04X}"
        return code


class Embedded:
    """All fonts that one document uses."""

    def __init__(self) -> None:
        self._faces: dict[Face, Codes] = {}

    def codes(self, face: Face) -> Codes:
        """Return the codes of a face, which grow while they are looked up."""
        codes = self._faces.get(face)
        if codes is None:
            codes = self._faces[face] = Codes(face, f"F{len(self._faces) + 1}")
        return codes

    def write(self, document: pdfdoc.PDFDocument) -> dict[str, object]:
        """Add the font objects to a document and return the references by resource name."""
        return {codes.name: _font(document, codes) for codes in self._faces.values()}


def _font(document: pdfdoc.PDFDocument, codes: Codes) -> object:
    """Return a reference to a composite font with the glyphs used."""
    drawn = [ord(character) for character, _ in codes.used]
    program = codes.face.file.makeSubset([0, *drawn])
    base = pdfdoc.PDFName(f"{_tag(program)}+{codes.face.file.name.decode('ascii')}")
    return _object(
        document,
        Type="/Font",
        Subtype="/Type0",
        BaseFont=base,
        Encoding="/Identity-H",
        DescendantFonts=pdfdoc.PDFArray([_descendant(document, codes.face, base, drawn, program)]),
        ToUnicode=_stream(document, _unicode_map([means for _, means in codes.used])),
    )


def _descendant(document: pdfdoc.PDFDocument, face: Face, base: str, drawn: list[int], program: bytes) -> object:
    """Return a reference to the font that has the outlines and widths."""
    file = face.file
    system = {"Registry": pdfdoc.PDFString("Adobe"), "Ordering": pdfdoc.PDFString("Identity"), "Supplement": 0}
    descriptor = _object(
        document,
        Type="/FontDescriptor",
        FontName=base,
        Flags=_SYMBOLIC,
        FontBBox=pdfdoc.PDFArray([round(edge) for edge in file.bbox]),
        ItalicAngle=0,
        Ascent=round(file.ascent),
        Descent=round(file.descent),
        CapHeight=round(file.capHeight),
        StemV=file.stemV,
        FontFile2=_stream(document, program, Length1=len(program)),
    )
    return _object(
        document,
        Type="/Font",
        Subtype="/CIDFontType2",
        BaseFont=base,
        CIDSystemInfo=pdfdoc.PDFDictionary(system),
        FontDescriptor=descriptor,
        DW=1000,
        W=f"[1 [{' '.join(str(round(face.widths[code])) for code in drawn)}]]",
        CIDToGIDMap=_stream(document, _glyph_numbers(file.charToGlyph, drawn)),
    )


def _object(document: pdfdoc.PDFDocument, **entries: object) -> object:
    return document.Reference(pdfdoc.PDFDictionary(entries))


def _tag(program: bytes) -> str:
    """Return the six letters that mark a subset: the same for the same glyphs."""
    return "".join(chr(ord("A") + byte % 26) for byte in hashlib.sha256(program).digest()[:6])


def _stream(document: pdfdoc.PDFDocument, content: bytes, **entries: object) -> object:
    return document.Reference(pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), content, [pdfdoc.PDFZCompress]))


def _glyph_numbers(glyph_of: dict[int, int], drawn: list[int]) -> bytes:
    """Return the glyph number of each code, two bytes each.

    The subset numbers glyphs in the order of their first use; characters that share a glyph share its number.
    """
    numbers = {0: 0}
    codes = [0, *(numbers.setdefault(glyph_of[code], len(numbers)) for code in drawn)]
    return b"".join(code.to_bytes(2, "big") for code in codes)


def _unicode_map(means: list[str]) -> bytes:
    """Return the map from codes to the characters a reader gets when copying, as UTF-16 with surrogates."""
    return "\n".join(_unicode_map_lines(means)).encode("ascii")


def _unicode_map_lines(means: list[str]) -> Iterator[str]:
    yield "/CIDInit /ProcSet findresource begin 12 dict begin begincmap"
    yield "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def"
    yield "/CMapName /Adobe-Identity-UCS def /CMapType 2 def"
    yield "1 begincodespacerange <0000> <FFFF> endcodespacerange"
    for start in range(0, len(means), _MAP_BLOCK):
        block = means[start : start + _MAP_BLOCK]
        yield f"{len(block)} beginbfchar"
        for code, characters in enumerate(block, start + 1):
            yield f"<{code:04X}> <{characters.encode('utf-16-be').hex().upper()}>"
        yield "endbfchar"
    yield "endcmap CMapName currentdict /CMap defineresource pop end end"
