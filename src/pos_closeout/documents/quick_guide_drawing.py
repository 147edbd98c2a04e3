"""The quick guide in type: what matters first on one page, everything else on the other."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

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
    Story,
    Style,
    Text,
    pieces_of,
    render,
)
from pos_closeout.domain.case.case import LetterLanguage

_PHASE_SHARE = 0.12
"""Part of the width that the name of a phase takes."""
_MOMENT_SHARE = 0.2
_HANGING = 0.55
"""How far a point hangs over its mark, in ems."""
_SMALLEST = 70
"""Least size of the second page in per cent of the usual one: a folder may have a very long name."""


def draw_quick_guide(guide: QuickGuide, language: LetterLanguage, day: date, fonts: Fonts) -> bytes:
    """Return the PDF of the guide; its creation date is the start of the day."""
    look, page = looks(language), dense_page(language, guide.footer)
    story = [*_first_page(guide, look), PageBreak(), *_second_page(guide.topics, look, page, fonts)]
    return render(story, fonts=fonts, meta=meta(guide.title, language, day), page=page)


def _first_page(guide: QuickGuide, look: Looks) -> Story:
    head = _head(look)
    yield Paragraph(guide.title, look.annex_title)
    yield Paragraph(guide.caption, look.caption)
    yield Paragraph(guide.moments_head, head)
    yield _moments(guide.moments, look)
    yield Paragraph(guide.way_head, head)
    yield Paragraph(guide.way_note, replace(look.small, space_after=4))
    yield _way(guide.way, look)


def _moments(moments: Sequence[GuideTopic], look: Looks) -> FormGrid:
    return _grid([(each.head, Text.of("\n".join(_marked(each.points)))) for each in moments], _MOMENT_SHARE, look)


def _way(phases: Sequence[GuidePhase], look: Looks) -> FormGrid:
    return _grid([(each.name, _steps(each)) for each in phases], _PHASE_SHARE, look)


def _grid(rows: Sequence[tuple[str, Text]], share: float, look: Looks) -> FormGrid:
    """Return rows of a name on grey ground and what is told beside it."""
    style = replace(look.cell, leading=look.cell.leading + 2, hanging=_HANGING)
    return FormGrid(
        [
            (FormField(Text.of(Span(name, bold=True)), share, label=True), FormField(told, 1 - share))
            for name, told in rows
        ],
        style=style,
        padding=6,
    )


def _steps(phase: GuidePhase) -> Text:
    parts: list[str | Span] = []
    for number, (name, told) in enumerate(phase.steps):
        parts += ["\n" if number else "", Span(name, bold=True), f"　{told}"]
    return Text.of(*parts)


def _marked(points: Sequence[str]) -> list[str]:
    return [f"· {point}" for point in points]


def _second_page(topics: Sequence[GuideTopic], look: Looks, page: PageStyle, fonts: Fonts) -> list[FlowBlock]:
    """Return the topics in the largest type with which they stay on one page."""
    sizes = (list(_topics(topics, look, percent / 100)) for percent in range(110, _SMALLEST, -5))
    fitting = (made for made in sizes if _height(made, page, fonts) <= page.height)
    return next(fitting, None) or list(_topics(topics, look, _SMALLEST / 100))


def _topics(topics: Sequence[GuideTopic], look: Looks, scale: float) -> Iterator[FlowBlock]:
    head, said = _scaled(_head(look), scale), _scaled(_said(look), scale)
    for topic in topics:
        yield Paragraph(topic.head, head)
        for point in _marked(topic.points):
            yield Paragraph(point, said)


def _height(story: Sequence[FlowBlock], page: PageStyle, fonts: Fonts) -> float:
    """Return the height of a story in points, spaces between its pieces included."""
    return sum(piece.before + piece.height + piece.after for piece in pieces_of(story, fonts, page.width))


def _head(look: Looks) -> Style:
    return replace(look.group, size=look.group.size + 1, leading=look.group.leading + 2, space_before=10, space_after=3)


def _said(look: Looks) -> Style:
    return replace(look.small, hanging=_HANGING, space_after=2)


def _scaled(style: Style, scale: float) -> Style:
    return replace(
        style,
        size=style.size * scale,
        leading=style.leading * scale,
        space_before=style.space_before * scale,
        space_after=style.space_after * scale,
    )
