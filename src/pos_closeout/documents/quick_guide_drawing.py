"""The quick guide in type: what matters first on one page, everything else on the other."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from reportlab.platypus import PageBreak

from pos_closeout.documents.content import GuidePhase, GuideTopic, QuickGuide
from pos_closeout.documents.layout import dense_page, meta
from pos_closeout.documents.letter_styles import Looks, looks
from pos_closeout.documents.typesetting import (
    FlowBlock,
    Fonts,
    FormField,
    FormGrid,
    PageStyle,
    Paragraph,
    Span,
    Style,
    Text,
    pieces_of,
    render,
)
from pos_closeout.domain.case.case import LetterLanguage

_MOMENT_SHARE = 0.18
_PHASE_SHARE = 0.12
"""Parts of the width that the names of moments and of phases take."""
_HANGING = 0.55
"""How far a point hangs over its mark, in ems."""
_SIZES = range(110, 65, -5)
"""Sizes in per cent of the usual one, the largest that fits is taken: a folder may have a very long name."""

_Draw = Callable[[float], Iterator[FlowBlock]]
"""Makes the blocks of a page in a scale of type."""


def draw_quick_guide(guide: QuickGuide, language: LetterLanguage, day: date, fonts: Fonts) -> bytes:
    """Return the PDF of the guide; its creation date is the start of the day."""
    look, page = looks(language), dense_page(language, guide.footer)
    first = _fitting(partial(_first_page, guide, look), page, fonts)
    second = _fitting(partial(_second_page, guide.topics, look), page, fonts)
    story = [*first, PageBreak(), *second]
    return render(story, fonts=fonts, meta=meta(guide.title, language, day), page=page)


def _fitting(draw: _Draw, page: PageStyle, fonts: Fonts) -> list[FlowBlock]:
    """Return the blocks in the largest type with which they stay on one page, else in the smallest."""
    made: list[FlowBlock] = []
    for percent in _SIZES:
        made = list(draw(percent / 100))
        pieces = pieces_of(made, fonts, page.width)
        if sum(piece.before + piece.height + piece.after for piece in pieces) <= page.height:
            break
    return made


def _first_page(guide: QuickGuide, look: Looks, scale: float) -> Iterator[FlowBlock]:
    head = _scaled(_head(look), scale)
    yield Paragraph(guide.title, look.annex_title)
    yield Paragraph(guide.caption, look.caption)
    yield Paragraph(guide.moments_head, head)
    moments = [(each.head, Text.of("\n".join(_marked(each.points)))) for each in guide.moments]
    yield _grid(moments, _MOMENT_SHARE, look, scale)
    yield Paragraph(guide.way_head, head)
    yield Paragraph(guide.way_note, _scaled(replace(look.small, space_after=4), scale))
    yield _grid([(each.name, _steps(each)) for each in guide.way], _PHASE_SHARE, look, scale)


def _grid(rows: Sequence[tuple[str, Text]], share: float, look: Looks, scale: float) -> FormGrid:
    """Return rows of a name on grey ground and what is told beside it."""
    boxes = [
        (FormField(Text.of(Span(name, bold=True)), share, label=True), FormField(told, 1 - share))
        for name, told in rows
    ]
    style = _scaled(replace(look.cell, leading=look.cell.leading + 2), scale)
    return FormGrid(boxes, style=style, padding=5 * scale)


def _steps(phase: GuidePhase) -> Text:
    parts: list[str | Span] = []
    for number, (name, told) in enumerate(phase.steps):
        parts += ["\n" if number else "", Span(name, bold=True), f"　{told}"]
    return Text.of(*parts)


def _marked(points: Sequence[str]) -> list[str]:
    return [f"· {point}" for point in points]


def _second_page(topics: Sequence[GuideTopic], look: Looks, scale: float) -> Iterator[FlowBlock]:
    head = _scaled(_head(look), scale)
    said = _scaled(replace(look.small, hanging=_HANGING, space_after=2), scale)
    for topic in topics:
        yield Paragraph(topic.head, head)
        for point in _marked(topic.points):
            yield Paragraph(point, said)


def _head(look: Looks) -> Style:
    return replace(look.group, size=look.group.size + 1, leading=look.group.leading + 2, space_before=10, space_after=3)


def _scaled(style: Style, scale: float) -> Style:
    return replace(
        style,
        size=style.size * scale,
        leading=style.leading * scale,
        space_before=style.space_before * scale,
        space_after=style.space_after * scale,
    )
