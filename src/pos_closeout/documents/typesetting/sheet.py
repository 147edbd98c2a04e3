"""What is drawn on one page: lines of glyphs, rules and boxes, as a content stream."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat
from operator import attrgetter

from pos_closeout.documents.typesetting.fonts import Face, Glyph
from pos_closeout.documents.typesetting.text import BLACK, Colour

#: Width of the stroke that thickens a character the bold font does not have, in ems.
_THICKENING = 0.02
#: A movement nobody sees, in points.
_INVISIBLE = 0.004


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs of one font and one ink on one line.

    Args:
        face: the font.
        colour: the ink.
        thickened: bold by a stroke.
        x: start, points from the start of the line.
        glyphs: in order.
        shown: what shows them in the stream of a page.
    """

    face: Face
    colour: Colour
    thickened: bool
    x: float
    glyphs: Sequence[Glyph]
    shown: str


_CODE = attrgetter("code")


def shown(glyphs: Sequence[Glyph]) -> str:
    """Return what shows glyphs one after the other."""
    return f"<{''.join(map(_CODE, glyphs))}> Tj"


def shown_spaced(glyphs: Sequence[Glyph], added: Sequence[float], size: float) -> str:
    """Return what shows glyphs with so many points added to the advance of each."""
    return f"[<{''.join(map(_spaced, map(_CODE, glyphs), added, repeat(size)))}>] TJ".replace("<>", "")


class Sheet:
    """One page, or one layer of it. The origin is the lower left corner, lengths are points."""

    def __init__(self) -> None:
        #: The glyphs drawn, by font.
        self.used: defaultdict[Face, set[Glyph]] = defaultdict(set)
        self.operations: list[str] = []
        #: Font, size, stroke and ink of the text before; they last until something else is drawn.
        self._look: tuple[object, ...] = ()

    def runs(self, x: float, baseline: float, size: float, runs: Sequence[Run]) -> None:
        """Draw a line of text that starts at x."""
        if not runs:
            return
        operations = self.operations
        operations.append("BT")
        for run in runs:
            self.used[run.face].update(run.glyphs)
            look = (run.face, size, run.thickened, run.colour)
            if look != self._look:
                self._look = look
                operations.append(text_look(run.face.name, size, run.colour, thickened=run.thickened))
            operations.append(f"1 0 0 1 {x + run.x:.2f} {baseline:.2f} Tm {run.shown}")
        operations.append("ET")

    def text(self, drawn: str, glyphs: Iterable[Glyph]) -> None:
        """Take over text that is written already, with the glyphs in it that no sheet of the file has drawn before."""
        self.operations.append(drawn)
        self._look = ()
        for glyph in glyphs:
            self.used[glyph.face].add(glyph)

    def across(self, x: float, y: float, length: float, thickness: float, colour: Colour = BLACK) -> None:
        """Draw a horizontal line to the right of a point."""
        self._line(f"{x:.2f} {y:.2f} m {x + length:.2f} {y:.2f} l", thickness, colour)

    def down(self, x: float, y: float, length: float, thickness: float, colour: Colour = BLACK) -> None:
        """Draw a vertical line down from a point."""
        self._line(f"{x:.2f} {y:.2f} m {x:.2f} {y - length:.2f} l", thickness, colour)

    def dashes(self, x: float, y: float, length: float, thickness: float, colour: Colour = BLACK) -> None:
        """Draw a dashed horizontal line to the right of a point."""
        self.operations.append("[4 3] 0 d")
        self.across(x, y, length, thickness, colour)
        self.operations.append("[] 0 d")

    def _line(self, path: str, thickness: float, colour: Colour) -> None:
        self._look = ()
        self.operations.append(f"{_stroke(colour)} {thickness:.3g} w {path} S")

    def box(self, x: float, y: float, width: float, height: float, *, fill: Colour) -> None:
        """Fill a rectangle; x, y is its lower left corner."""
        self._look = ()
        self.operations.append(f"{_fill(fill)} {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    @property
    def stream(self) -> str:
        """The content stream so far."""
        return "\n".join(self.operations) + "\n"


def text_look(name: str, size: float, colour: Colour, *, thickened: bool = False) -> str:
    """Return what chooses font, size, stroke and ink of text."""
    mode = f"2 Tr {_stroke(colour)} {size * _THICKENING:.2f} w" if thickened else "0 Tr"
    return f"/{name} {size:.4g} Tf {mode} {_fill(colour)}"


def _spaced(code: str, added: float, size: float) -> str:
    """Return a glyph's code and the number that moves what follows it, in thousandths of an em to the left."""
    return f"{code}>{-added * 1000 / size:.0f}<" if abs(added) > _INVISIBLE else code


def _fill(colour: Colour) -> str:
    if colour[0] == colour[1] == colour[2]:
        return f"{colour[0]:.3g} g"
    return " ".join(f"{part:.3g}" for part in colour) + " rg"


def _stroke(colour: Colour) -> str:
    if colour[0] == colour[1] == colour[2]:
        return f"{colour[0]:.3g} G"
    return " ".join(f"{part:.3g}" for part in colour) + " RG"
