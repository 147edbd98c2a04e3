"""The fonts of the documents: which font draws which character, and how wide it is."""

import struct
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

from reportlab.pdfbase.ttfonts import TTFError, TTFontFace

from pos_closeout.documents.typesetting.cache import BoundedCache
from pos_closeout.documents.typesetting.rules import FIRST_HAN
from pos_closeout.documents.typesetting.text import Text, cleaned
from pos_closeout.domain.errors import DocumentError

Language = Literal["zh", "en"]

LATIN, LATIN_BOLD = "CloseoutRoman-Regular.ttf", "CloseoutRoman-Bold.ttf"
HAN, HAN_BOLD = "CloseoutSong-Regular.ttf", "CloseoutSong-Bold.ttf"
RARE = "CloseoutRare-Regular.ttf"
FILES = (LATIN, LATIN_BOLD, HAN, HAN_BOLD, RARE)

#: Drawn for a character that no font has. The box of a missing glyph looks like a ticked ☒, the geta mark does not.
GETA = "\u3013"
#: Marks that both scripts have. Chinese text takes those of the Chinese font.
_OF_BOTH = frozenset("“”‘’…—·")
#: The Chinese font's dash is a Latin one: low, with a hole between two. Its box line is in the middle and whole.
_DRAWN_INSTEAD = {"—": "─"}


@dataclass(frozen=True, eq=False)
class Face:
    """One font file, parsed when first used.

    Args:
        path: a TrueType file; reportlab does not take PostScript outlines.
    """

    path: Path

    @cached_property
    def file(self) -> Any:
        """The parsed font.

        Raises:
            DocumentError: ``"document.font_damaged"`` with the file.
        """
        try:
            return TTFontFace(BytesIO(self.path.read_bytes()))
        except (TTFError, OSError, struct.error, IndexError) as error:
            raise DocumentError("document.font_damaged", file=str(self.path)) from error

    @cached_property
    def widths(self) -> dict[int, float]:
        """Advance of each character the font has, in thousandths of an em."""
        found: dict[int, float] = self.file.charWidths
        return found

    @cached_property
    def name(self) -> str:
        """Its name in the resources of pages: the same in every document, as the codes are."""
        return self.path.stem

    @cached_property
    def codes(self) -> dict[int, str]:
        """The four hexadecimal digits that show each character the font has, the same in every document.

        A code is the number of the glyph. Characters that share a glyph are copied as what they are, so all but the
        first of them have codes above those of the glyphs.
        """
        codes: dict[int, str] = {}
        taken, spare = {0}, self.file.numGlyphs
        for character, number in sorted(self.file.charToGlyph.items()):
            codes[character] = f"{spare if number in taken else number:04X}"
            spare += number in taken
            taken.add(number)
        return codes


@dataclass(frozen=True, slots=True, eq=False)
class Glyph:
    """How one character is drawn.

    Args:
        face: the font that draws it.
        code: what shows it in the stream of a page.
        drawn: the character of that font that is drawn (the geta mark for a missing one).
        means: the characters a reader copies out of the document.
        width: advance in ems.
        thickened: bold is made with a stroke, because the bold font has no such character.
        missing: no font has the character.
    """

    face: Face
    code: str
    drawn: str
    means: str
    width: float
    thickened: bool = False
    missing: bool = False


class _GlyphTable(dict[str, Glyph]):
    """Glyphs of one cut and script by character, found when first asked for."""

    def __init__(self, faces: dict[str, Face], *, bold: bool, chinese: bool) -> None:
        super().__init__()
        self._faces = faces
        self._bold = bold
        self._chinese = chinese

    def __missing__(self, character: str) -> Glyph:
        glyph = self[character] = self._found(character)
        return glyph

    def _found(self, character: str) -> Glyph:
        drawn = _DRAWN_INSTEAD.get(character, character) if self._chinese else character
        for name, thickened in _candidates(character, bold=self._bold, chinese=self._chinese):
            face = self._faces[name]
            width = face.widths.get(ord(drawn))
            if width is not None:
                code = face.codes.get(ord(character)) or face.codes[ord(drawn)]
                return Glyph(face, code, drawn, character, width / 1000, thickened)
        face = self._faces[HAN]
        return Glyph(face, face.codes[ord(GETA)], GETA, GETA, 1.0, thickened=self._bold, missing=True)


class Fonts:
    """All fonts of a folder, with what was found out about each character and each paragraph set so far.

    One document at a time is made with it: ``render`` holds the lock.

    Args:
        faces: by file name.
    """

    def __init__(self, faces: dict[str, Face]) -> None:
        self.lock = threading.RLock()
        #: The lines of paragraphs.
        self.layouts: BoundedCache[Any] = BoundedCache(2_000)
        self._tables = {
            (bold, chinese): _GlyphTable(faces, bold=bold, chinese=chinese)
            for bold in (False, True)
            for chinese in (False, True)
        }
        self._blanks: dict[tuple[Face, str], Glyph] = {}

    def glyphs(self, text: str, *, bold: bool = False, chinese: bool = True) -> list[Glyph]:
        """Return how each character of a cleaned text is drawn.

        Args:
            text: characters, without line ends.
            bold: in the bold cut.
            chinese: the marks that both scripts have (quotes, ellipsis, dash) are the wide Chinese ones.
        """
        return list(map(self._tables[bold, chinese].__getitem__, text))

    def glyph(self, character: str, *, bold: bool = False, chinese: bool = True) -> Glyph:
        """Return how one character is drawn; arguments as for ``glyphs``."""
        return self._tables[bold, chinese][character]

    def blank(self, face: Face, character: str) -> Glyph | None:
        """Return a blank in a given face, so that a blank between words does not change the font; None: it has none."""
        width = face.widths.get(ord(character))
        if width is None:
            return None
        made = Glyph(face, face.codes[ord(character)], character, character, width / 1000)
        return self._blanks.setdefault((face, character), made)

    def missing_characters(self, *texts: str | Text) -> tuple[str, ...]:
        """Return the characters no font has (emoji, Arabic, Hebrew …), each once, in order of appearance."""
        seen: dict[str, None] = {}
        for text in texts:
            for character in cleaned(text if isinstance(text, str) else text.plain):
                if character not in " \n\u3000" and self.glyph(character).missing:
                    seen[character] = None
        return tuple(seen)


def _candidates(character: str, *, bold: bool, chinese: bool) -> Iterable[tuple[str, bool]]:
    """Yield (font, made bold by a stroke), the best first."""
    han = character >= FIRST_HAN or (chinese and character in _OF_BOTH)
    latin_fonts = ((LATIN_BOLD, False), (LATIN, True)) if bold else ((LATIN, False),)
    han_fonts = ((HAN_BOLD, False), (HAN, True)) if bold else ((HAN, False),)
    yield from (*han_fonts, *latin_fonts) if han else (*latin_fonts, *han_fonts)
    yield (RARE, bold)


def load_fonts(folder: Path) -> Fonts:
    """Return the fonts of a folder; each file is read when a character first needs it.

    Raises:
        DocumentError: ``"document.fonts_missing"`` with the folder and the first file that is not there.
    """
    for name in FILES:
        if not (folder / name).is_file():
            raise DocumentError("document.fonts_missing", folder=str(folder), file=name)
    return Fonts({name: Face(folder / name) for name in FILES})
