"""reportlab's canvas with what it lacks: lines of glyphs in composite fonts, and a second layer on a page.

Everything else is drawn with reportlab's own calls (``line``, ``rect``, ``bookmarkPage`` …). Lengths are points, the
origin is the lower left corner of the page.
"""

import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from itertools import repeat
from operator import attrgetter

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream
from reportlab.pdfgen import canvas as reportlab_canvas
from reportlab.platypus import Flowable

from pos_closeout.documents.typesetting.composite_font import add_font
from pos_closeout.documents.typesetting.fonts import Face, Glyph
from pos_closeout.documents.typesetting.structure import Element, Structure
from pos_closeout.documents.typesetting.text import BLACK, Colour, cleaned

#: Width of the stroke that thickens a character the bold font does not have, in ems.
_THICKENING = 0.02
#: What begins something that is not read aloud: rules, grounds, the footer, the head of a table that is repeated.
_ARTIFACT = "/Artifact BMC"
#: A movement nobody sees, in points.
_INVISIBLE = 0.004


@dataclass(frozen=True, slots=True)
class Meta:
    """What the file says about itself.

    Args:
        title: shown by readers as the name of the window.
        author: who the paper is from.
        created: date and time written into the file; handed in, so that equal papers are equal files.
        language: BCP 47 tag such as "zh-CN" or "en-GB".
        subject: free text, may be empty.
    """

    title: str
    author: str
    created: datetime
    language: str = "zh-CN"
    subject: str = ""


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


class Canvas(reportlab_canvas.Canvas):  # type: ignore[misc] # reportlab has no types
    """The pages of one file, drawn one after the other. The same drawing gives the same bytes.

    Args:
        meta: what the file says about itself.
        size: width and height of the pages, points.
    """

    def __init__(self, meta: Meta, size: tuple[float, float]) -> None:
        #: The glyphs drawn so far, by font.
        self.used: defaultdict[Face, set[Glyph]] = defaultdict(set)
        #: Font, size, stroke and ink of the text before; they last until something else is drawn.
        self._look: tuple[object, ...] = ()
        self._code: list[str]
        super().__init__(
            BytesIO(),
            pagesize=(round(size[0], 2), round(size[1], 2)),
            pageCompression=1,
            invariant=True,
            pdfVersion=(1, 7),
            lang=meta.language,
        )
        self.structure = Structure(self._doc)
        self.setTitle(cleaned(meta.title))
        self.setAuthor(cleaned(meta.author))
        self.setSubject(cleaned(meta.subject))
        self.setCreator("POS Closeout")
        self.setDateFormatter(lambda *_: _date(meta.created))
        self.setViewerPreference("DisplayDocTitle", "true")

    def runs(self, x: float, baseline: float, size: float, runs: Sequence[Run], element: Element | None = None) -> None:
        """Draw a line of text that starts at x; without an element it is not read aloud."""
        if not runs:
            return
        drawn = [self.structure.mark(element) if element else _ARTIFACT, "BT"]
        for run in runs:
            self.used[run.face].update(run.glyphs)
            look = (run.face, size, run.thickened, run.colour)
            if look != self._look:
                self._look = look
                drawn.append(text_look(run.face.name, size, run.colour, thickened=run.thickened))
            drawn.append(f"1 0 0 1 {x + run.x:.2f} {baseline:.2f} Tm {run.shown}")
        drawn.append("ET EMC")
        self.addLiteral("\n".join(drawn))

    def written_text(self, drawn: str, glyphs: Iterable[Glyph], element: Element) -> None:
        """Take over operators of text, with the glyphs in them that were not drawn in this file before."""
        self.addLiteral(f"{self.structure.mark(element)}\n{drawn}\nEMC")
        self._look = ()
        for glyph in glyphs:
            self.used[glyph.face].add(glyph)

    def ruled(
        self, start: tuple[float, float], end: tuple[float, float], thickness: float, colour: Colour = BLACK
    ) -> None:
        """Draw a straight line in an ink; written at once, as a form or a table has hundreds."""
        self._look = ()
        path = f"{start[0]:.2f} {start[1]:.2f} m {end[0]:.2f} {end[1]:.2f} l S"
        self.addLiteral(f"{_ARTIFACT} {_ink(colour, 'G', 'RG')} {thickness:.3g} w {path} EMC")

    def filled(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """Fill a rectangle; x, y is its lower left corner."""
        self._look = ()
        self.addLiteral(f"{_ARTIFACT} {_ink(colour, 'g', 'rg')} {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f EMC")

    def ornament(self, flowable: Flowable, x: float, y: float) -> None:
        """Draw a flowable of reportlab's; x, y is its lower left corner. It is not read aloud."""
        self.addLiteral(_ARTIFACT)
        flowable.drawOn(self, x, y)
        self.addLiteral("EMC")
        self._look = ()

    def showPage(self) -> None:
        """Finish the page; what it is made of is compressed at once, so that many pages take little memory."""
        drawn = self._compressed()
        super().showPage()
        page = self._doc.Pages[-1]
        page.Contents = PDFArray([drawn])
        # Two entries that reportlab has no names for.
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = self.structure.end_page(), PDFName("S")

    def add_to_page(self, index: int) -> None:
        """Lay what was drawn since the last page over a finished page, counted from 0; none of it is read aloud."""
        self._doc.Pages[index].Contents.sequence.append(self._compressed())

    def finished(self) -> bytes:
        """Return the file. Nothing can be drawn afterwards.

        Raises:
            ValueError: a flowable named a font of reportlab's own, which would not be embedded.
        """
        if self._doc.fontMapping:
            raise ValueError(f"not embedded: {', '.join(self._doc.fontMapping)}")
        for face in sorted(self.used, key=lambda face: face.name):
            add_font(self._doc, face, self.used[face])
        self.structure.finish()
        pdf: bytes = self.getpdfdata()
        return pdf

    def _make_preamble(self) -> None:
        """Start pages with nothing: reportlab would name a font there that is not embedded."""
        self._preamble = ""

    def _compressed(self) -> PDFStream:
        """Return what was drawn since the last call as a stream."""
        content = "\n".join([*self._code, ""]).encode("ascii")
        self._code = []
        self._look = ()
        # The identifier of the file is taken from what is on its pages.
        self._doc.updateSignature(content)
        return PDFStream(PDFDictionary({"Filter": PDFName("FlateDecode")}), zlib.compress(content))


def text_look(name: str, size: float, colour: Colour, *, thickened: bool = False) -> str:
    """Return what chooses font, size, stroke and ink of text."""
    mode = f"2 Tr {_ink(colour, 'G', 'RG')} {size * _THICKENING:.2f} w" if thickened else "0 Tr"
    return f"/{name} {size:.4g} Tf {mode} {_ink(colour, 'g', 'rg')}"


def _spaced(code: str, added: float, size: float) -> str:
    """Return a glyph's code and the number that moves what follows it, in thousandths of an em to the left."""
    return f"{code}>{-added * 1000 / size:.0f}<" if abs(added) > _INVISIBLE else code


def _ink(colour: Colour, grey: str, rgb: str) -> str:
    """Return what chooses an ink; greys are printed with black alone."""
    if colour[0] == colour[1] == colour[2]:
        return f"{colour[0]:.3g} {grey}"
    return f"{' '.join(f'{part:.3g}' for part in colour)} {rgb}"


def _date(day: datetime) -> str:
    """Return a date as PDF writes it (ISO 32000-1, 7.9.4); one without a zone stays without."""
    offset = day.strftime("%z")
    return f"D:{day:%Y%m%d%H%M%S}" + (f"{offset[:3]}'{offset[3:5]}'" if offset else "")
