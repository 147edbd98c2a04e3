"""Values as pages to be laid over the pages of somebody else's form: text in our fonts, ticks of two strokes."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from itertools import groupby

from pos_closeout.documents.typesetting import BLACK, Canvas, Fonts, Meta
from pos_closeout.documents.typesetting.canvas import Run, shown
from pos_closeout.documents.typesetting.fonts import Glyph
from pos_closeout.documents.typesetting.text import cleaned
from pos_closeout.domain.forms.drawing import Drawn, Sheet
from pos_closeout.domain.forms.form import TICK

_SMALLEST = 4.0
_TICK = 1.2


def draw_overlay(sheets: Sequence[Sheet], day: date, fonts: Fonts) -> bytes:
    """Return a PDF with one page a sheet, transparent but for what is drawn; the same input gives the same bytes."""
    with fonts.lock:
        canvas = Canvas(Meta("", "", datetime.combine(day, time())), (100, 100))
        for sheet in sheets:
            canvas.setPageSize((sheet.width, sheet.height))
            for drawn in sheet.drawn:
                _draw(canvas, drawn, fonts)
            canvas.showPage()
        return canvas.finished()


def _draw(canvas: Canvas, drawn: Drawn, fonts: Fonts) -> None:
    if drawn.text == TICK:
        left, bottom, wide, high = drawn.left, drawn.bottom, drawn.width, drawn.height
        low = (left + 0.42 * wide, bottom + 0.18 * high)
        canvas.ruled((left + 0.15 * wide, bottom + 0.5 * high), low, _TICK, BLACK)
        canvas.ruled(low, (left + 0.9 * wide, bottom + 0.88 * high), _TICK, BLACK)
        return
    glyphs = fonts.glyphs(cleaned(drawn.text).replace("\n", " "))
    ems = sum(glyph.width for glyph in glyphs)
    size = min(drawn.size, max(drawn.width / ems, _SMALLEST)) if ems else drawn.size
    canvas.runs(drawn.left, drawn.bottom, size, list(_runs(glyphs, size)))


def _runs(glyphs: Sequence[Glyph], size: float) -> Iterable[Run]:
    place = 0.0
    for (face, thickened), group in groupby(glyphs, key=lambda glyph: (glyph.face, glyph.thickened)):
        part = list(group)
        yield Run(face, BLACK, thickened, place, part, shown(part))
        place += sum(glyph.width for glyph in part) * size
