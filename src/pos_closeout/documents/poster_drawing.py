"""The poster in type: to be read from three metres, so every line is as large as its words allow."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from reportlab.platypus import Flowable, Spacer

from pos_closeout.documents.content import Poster
from pos_closeout.documents.layout import meta, rule
from pos_closeout.documents.typesetting import (
    A4,
    GREY,
    MM,
    FlowBlock,
    Fonts,
    PageStyle,
    Paragraph,
    Story,
    Style,
    TextAlign,
    natural_width,
    pieces_of,
    render,
)
from pos_closeout.domain.case.case import LetterLanguage

_MARGIN = 18 * MM
_SMALLEST = 0.4


def draw_poster(poster: Poster, language: LetterLanguage, day: date, fonts: Fonts) -> bytes:
    """Return the PDF of a poster; its creation date is the start of the day."""
    page = PageStyle(left=_MARGIN, right=_MARGIN, top=20 * MM, bottom=16 * MM, footer=None, language=language.value)
    # The largest type with which everything stays on one sheet.
    story = next((made for made in _sizes(poster, language, fonts) if _height(made, page, fonts) <= page.height), None)
    return render(
        story or _story(poster, language, fonts, _SMALLEST),
        fonts=fonts,
        meta=meta(poster.title, language, day),
        page=page,
    )


def _sizes(poster: Poster, language: LetterLanguage, fonts: Fonts) -> Iterator[list[FlowBlock | Flowable]]:
    return (_story(poster, language, fonts, percent / 100) for percent in range(130, round(_SMALLEST * 100), -5))


def _height(story: Story, page: PageStyle, fonts: Fonts) -> float:
    """Return the height of a story in points, spaces between its pieces included."""
    pieces = pieces_of(story, fonts, page.width)
    return sum(piece.before + piece.height + piece.after for piece in pieces)


def _story(poster: Poster, language: LetterLanguage, fonts: Fonts, scale: float) -> list[FlowBlock | Flowable]:
    def style(size: float, leading: float, **more: object) -> Style:
        plain = Style(size=size * scale, leading=leading * scale, align=TextAlign.LEFT, language=language.value)
        return replace(plain, **more)  # type: ignore[arg-type]  # fields by name

    said = style(26, 40)
    topic = replace(said, heading=2, bold=True, space_before=14 * scale, keep_with_next=True)
    story: list[FlowBlock | Flowable] = []
    if poster.sample:
        story.append(Paragraph(poster.sample, replace(style(14, 20), align=TextAlign.CENTRE, colour=GREY)))
    story.append(_line(poster.title, style(32, 46, align=TextAlign.CENTRE), fonts))
    story += [rule(3.75, 4.25), Spacer(0, 16 * scale)]
    story += [
        _line(poster.head, style(60, 84, align=TextAlign.CENTRE, bold=True, heading=1), fonts),
        Spacer(0, 18 * scale),
    ]
    for heading, text in poster.blocks:
        story.append(Paragraph(heading, topic))
        story += [Paragraph(line, said) for line in text.split("\n")]
    story += [Spacer(0, 18 * scale), rule(3.75, 4.25), Paragraph(poster.fraud, style(20, 32, space_before=8 * scale))]
    story.append(Spacer(0, 20 * scale))
    story += [Paragraph(line, style(22, 34, align=TextAlign.RIGHT)) for line in poster.signature]
    return story


def _line(text: str, style: Style, fonts: Fonts) -> Paragraph:
    return Paragraph(text, _fitting(text, style, fonts))


def _fitting(text: str, style: Style, fonts: Fonts) -> Style:
    """Return the style smaller, so that the text stays on one line; never below half its size."""
    room = A4[0] - 2 * _MARGIN
    factor = max(0.5, min(1.0, room / max(natural_width(text, style, fonts), 1)))
    return replace(style, size=style.size * factor, leading=style.leading * factor)
